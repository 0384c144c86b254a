"""The conflict report in Chromium: filters, the address that holds them, and no script at all."""

import re
from pathlib import Path

import pytest

from tests.cli.missions import write_mission
from tests.cli.running import call
from tests.show.pages import Page, opened

MISSION = """\
mission
[checks]
capacity = "warning"

people
id,name,rank
levy,Hélène Lévy,1
suhas,Jean-François Suhas,
d'arc é,Jeanne d'Arc,

venues
id,name,capacity
hall,Hall,1

events
id,title,date,start,end,venue,who
lunch,Lunch,2017-11-06,15:00,17:00,,levy
talks,Talks,2017-11-06,16:00,17:30,hall,levy; suhas
supper,Supper,2017-11-07,19:00,21:00,,suhas
drinks,Drinks,2017-11-07,20:00,22:00,,suhas
club,Club,2017-11-07,20:00,22:00,,d'arc é
dance,Dance,2017-11-07,20:00,22:00,,d'arc é
late,Late,2017-11-07,25h30,,,suhas
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    ran = call("-m", write_mission(folder / "mission", MISSION), "check", "-f", "html")
    (folder / "report.html").write_text(ran.out, encoding="utf-8")
    return folder / "report.html"


def rules(page: Page) -> list[str]:
    return page.shown("span", "rule")


ALL = ["overlap", "time", "capacity", "overlap", "overlap"]


@pytest.mark.parametrize(
    ("address", "expected", "count"),
    [
        ("", ALL, "5 of 5 shown"),
        ("#who=levy", ["overlap", "capacity"], "2 of 5 shown"),
        ("#who=suhas", ["capacity", "overlap"], "2 of 5 shown"),
        ("#who=suhas&day=2017-11-07", ["overlap"], "1 of 5 shown"),
        ("#who=d%27arc+%C3%A9", ["overlap"], "1 of 5 shown"),
        ("#rule=overlap&severity=error&day=2017-11-07", ["overlap", "overlap"], "2 of 5 shown"),
        ("#day=2017-11-06", ["overlap", "capacity"], "2 of 5 shown"),
        ("#severity=warning", ["capacity"], "1 of 5 shown"),
        ("#severity=warning&rule=overlap", [], "0 of 5 shown"),
        ("#who=somebody-else", [], "0 of 5 shown"),
        ("#other=1", ALL, "5 of 5 shown"),
    ],
)
def test_an_address_is_a_filter(
    report: Path, address: str, expected: list[str], count: str
) -> None:
    page = opened(report, address)
    assert rules(page) == expected
    assert page.shown("p", "count") == [count]
    notice = [one.text for one in page.of("p") if one.attributes.get("id") == "nothing"]
    seen = [one.is_shown for one in page.of("p") if one.attributes.get("id") == "nothing"]
    assert (notice, seen) == (["No problem fits these filters."], [not expected])


def test_headings_without_a_problem_go_and_numbers_follow(report: Path) -> None:
    assert opened(report).shown("h2") == [
        "First of all: Hélène Lévy 1",
        "On no particular day 1",
        "Monday 6 November 2017 1",
        "Tuesday 7 November 2017 2",
    ]
    assert opened(report, "#rule=time").shown("h2") == ["On no particular day 1"]
    assert opened(report, "#who=suhas").shown("h2") == [
        "Monday 6 November 2017 1",
        "Tuesday 7 November 2017 1",
    ]


def test_without_a_script_all_problems_are_there(report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    copy = report.with_name("still.html")
    copy.write_text(re.sub("script-src '[^']*'", "script-src 'none'", text), encoding="utf-8")
    page = opened(copy, "#who=levy")
    assert rules(page) == ALL
    assert page.shown("form") == []


CHOOSES = """
<script>
const choose = (name, value) => {
  const select = document.querySelector(`[name=${name}]`);
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
};
%s
document.title = location.hash;
</script>
"""


@pytest.mark.parametrize(
    ("script", "address", "expected"),
    [
        ('choose("who", "suhas")', "#who=suhas", ["capacity", "overlap"]),
        (
            'choose("who", "suhas"); choose("rule", "overlap")',
            "#who=suhas&rule=overlap",
            ["overlap"],
        ),
        ('choose("who", "d\'arc é")', "#who=d%27arc+%C3%A9", ["overlap"]),
        ('choose("who", "suhas"); choose("who", "")', "", ALL),
        ('choose("who", "suhas"); document.querySelector("button").click()', "", ALL),
    ],
)
def test_what_is_chosen_goes_into_the_address(
    script: str, address: str, expected: list[str], report: Path
) -> None:
    """In a copy without the policy, which lets no other script run."""
    text = report.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "Content-Security-Policy" not in line]
    copy = report.with_name("copy.html")
    copy.write_text("\n".join(lines).replace("</body>", CHOOSES % script + "</body>"))
    page = opened(copy)
    assert (page.of("title")[0].text, rules(page)) == (address, expected)


def test_the_policy_stops_a_script_that_is_not_ours(report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    copy = report.with_name("foreign.html")
    copy.write_text(text.replace("</body>", CHOOSES % 'choose("who", "suhas")' + "</body>"))
    assert rules(opened(copy)) == ALL


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_screen(report: Path, width: int) -> None:
    measure = (
        'document.title = document.documentElement.scrollWidth <= innerWidth ? "fits" : "wide";'
        'const small = [...document.querySelectorAll("select, button, summary")]'
        ".filter((one) => one.getBoundingClientRect().height < 44);"
        "location.hash = `#small=${small.length}&title=${document.title}`;"
    )
    lines = report.read_text(encoding="utf-8").splitlines()
    copy = report.with_name("wide.html")
    text = "\n".join(line for line in lines if "Content-Security-Policy" not in line)
    copy.write_text(text.replace("</body>", CHOOSES % measure + "</body>"))
    page = opened(copy, options=[f"--window-size={width},800"])
    assert page.of("title")[0].text == "#small=0&title=fits"
