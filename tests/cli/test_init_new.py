"""`init`: a new mission by flags or questions, as a folder or as a workbook."""

import csv
from pathlib import Path

import pytest

from itinerary.model.columns import COLUMNS
from itinerary.show.blank_mission import TABLES
from tests.cli.asked import END, INTERRUPT, answered
from tests.cli.running import call

FLAGS = ("--title", "Lyon in Osaka", "--starts", "2017-11-06", "--ends", "2017-11-09")
ZONE = ("--zone", "Asia/Tokyo")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New folders are named from an empty one."""
    monkeypatch.chdir(tmp_path)


def settings(folder: str = "new") -> list[str]:
    """The lines of `mission.toml` that set something, without their remarks."""
    lines = Path(folder, "mission.toml").read_text(encoding="utf-8").splitlines()
    return [line.split("  # ")[0] for line in lines if "=" in line and not line.startswith("#")]


def test_a_mission_by_flags() -> None:
    ran = call("init", "new", *FLAGS, *ZONE, "--home-zone", "paris", "--language", "FR",
               "--language", "en")  # fmt: skip
    assert ran == (0, "", "11 files written to new\nnow try: itinerary -m new check\n")
    assert settings() == [
        'title = "Lyon in Osaka"',
        "starts = 2017-11-06",
        "ends = 2017-11-09",
        'zone = "Asia/Tokyo"',
        'home_zone = "Europe/Paris"',
        'languages = ["fr", "en"]',
    ]
    said = call("-m", "new", "check")
    assert said == (0, "No problem in 1 event, 1 meeting and 2 people.\n", "")


def test_dates_and_zones_as_people_write_them() -> None:
    call("init", "new", "--title", "A", "--starts", "lundi 6 novembre 2017", "--ends", "9 nov",
         "--zone", "tokyo")  # fmt: skip
    assert settings()[1:5] == [
        "starts = 2017-11-06",
        "ends = 2017-11-09",
        'zone = "Asia/Tokyo"',
        'home_zone = "Asia/Tokyo"',
    ]


def test_every_table_has_its_columns_and_an_example() -> None:
    call("init", "new", *FLAGS, *ZONE)
    written = {path.stem: path for path in Path("new").glob("*.csv")}
    assert sorted(written) == sorted(TABLES)
    for table, path in written.items():
        header, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
        assert header == [*COLUMNS[table]]
        assert 1 <= len(rows) <= 3
        assert {len(row) for row in rows} == {len(header)}


def test_what_is_missing_is_named_where_nobody_can_be_asked(tmp_path: Path) -> None:
    copy = "    write them, or copy an example: --example miami-2017\n"
    assert call("init", "new") == (
        2, "", f"error: a new mission needs --title, --starts, --ends and --zone\n{copy}",
    )  # fmt: skip
    assert call("init", "new", *FLAGS) == (2, "", f"error: a new mission needs --zone\n{copy}")
    assert list(tmp_path.iterdir()) == []


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    ran = call("init", "new", "--title", " ", "--starts", "2017-11-06", "--ends", "5/11/2017",
               "--zone", "Miami", "--language", "de")  # fmt: skip
    assert ran == (
        2,
        "",
        "error: the new mission cannot be made\n"
        "    --title: the title is empty\n"
        "    --ends: the mission ends on 2017-11-05, before it starts on 2017-11-06\n"
        '    --zone: "Miami" is not a time zone (did you mean America/New_York?)\n'
        "    --language: languages must be a list of en, fr and es\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_an_end_is_not_held_against_a_start_that_is_none() -> None:
    ran = call("init", "new", "--title", "A", "--starts", "soon", "--ends", "5/11/2017", *ZONE)
    assert [line.split(":")[0].strip() for line in ran.err.splitlines()] == ["error", "--starts"]


WHERE = (
    "error: write DIR, or --workbook FILE.xlsx, and not both\n"
    "    an example is a folder: itinerary init DIR --example miami-2017\n"
)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("new", "--workbook", "new.xlsx"),
        ("--workbook", "new.xlsx", "--example", "miami-2017"),
        ("--example", "miami-2017"),
    ],
    ids=" ".join,
)
def test_one_place_is_needed(arguments: tuple[str, ...]) -> None:
    assert call("init", *arguments) == (2, "", WHERE)


def test_what_is_there_is_never_overwritten() -> None:
    Path("mine").mkdir()
    Path("mine/events.csv").write_text("mine")
    Path("book.xlsx").write_text("mine")
    assert call("init", "mine", *FLAGS, *ZONE).err == (
        'error: "mine" is there already and is not empty\n    name a new folder, or an empty one\n'
    )
    assert call("init", "--workbook", "book.xlsx", *FLAGS, *ZONE).err == (
        'error: "book.xlsx" is there already\n    name a new file; nothing has been written\n'
    )
    assert [p.read_text() for p in (Path("mine/events.csv"), Path("book.xlsx"))] == ["mine"] * 2


def test_a_workbook_has_the_name_of_one(tmp_path: Path) -> None:
    assert call("init", "--workbook", "book.csv", *FLAGS, *ZONE) == (
        2, "", 'error: "book.csv" is no name of a workbook\n    write a name that ends in .xlsx\n',
    )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_the_next_command_can_be_typed_as_it_stands() -> None:
    ran = call("init", "Mission à Lyon", *FLAGS, *ZONE)
    assert ran.err.splitlines()[1] == "now try: itinerary -m 'Mission à Lyon' check"


def test_a_workbook_is_made_beside_what_is_there(tmp_path: Path) -> None:
    ran = call("init", "--workbook", "a/book.xlsx", *FLAGS, *ZONE)
    assert ran == (0, "", "a/book.xlsx written\nnow try: itinerary -m a/book.xlsx check\n")
    assert [path.name for path in tmp_path.rglob("*")] == ["a", "book.xlsx"]


ASKED = (
    "Title of the mission: ",
    "First day: ",
    "Last day: ",
    "Time zone, or a city: ",
    "Time zone at home [America/New_York]: ",
    "Languages, of en, fr, es [en]: ",
)


def test_a_mission_by_questions(tmp_path: Path) -> None:
    answers = ("Miami", "6/11/2017", "9/11/2017", "new york", "", "")
    screen = answered(("init", "new"), answers, tmp_path)
    typed = [f"{question}{answer}" for question, answer in zip(ASKED, answers, strict=True)]
    assert (screen.code, screen.text.splitlines()[:6]) == (0, typed)
    assert settings()[3:] == [
        'zone = "America/New_York"', 'home_zone = "America/New_York"', 'languages = ["en"]',
    ]  # fmt: skip
    assert call("-m", "new", "check").code == 0


def test_a_question_is_asked_again_with_the_reason(tmp_path: Path) -> None:
    answers = ("soon", "6/11/2017", "5/11/2017", "9/11/2017", "Miami", "", "", "de", "fr")
    screen = answered(("init", "new", "--title", "Miami"), answers, tmp_path)
    assert (screen.code, screen.text.splitlines()[:16]) == (
        0,
        [
            "First day: soon",
            '"soon" is not a date',
            *screen.text.splitlines()[2:3],
            "First day: 6/11/2017",
            "Last day: 5/11/2017",
            "the mission ends on 2017-11-05, before it starts on 2017-11-06",
            "Last day: 9/11/2017",
            "Time zone, or a city: Miami",
            '"Miami" is not a time zone',
            "    did you mean America/New_York?",
            "Time zone, or a city [America/New_York]: ",
            "Time zone at home [America/New_York]: ",
            "Languages, of en, fr, es [en]: de",
            "languages must be a list of en, fr and es",
            "Languages, of en, fr, es [en]: fr",
            "11 files written to new",
        ],
    )


@pytest.mark.parametrize("sign", [INTERRUPT, END], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("place", [("new",), ("--workbook", "new.xlsx")], ids=" ".join)
def test_who_stops_has_nothing_written(tmp_path: Path, sign: str, place: tuple[str, ...]) -> None:
    screen = answered(("init", *place), ("Miami", "6/11/2017", sign), tmp_path)
    said = [line for line in screen.text.splitlines() if line]
    assert (screen.code, said[-1]) == (130, "Stopped; nothing has been written.")
    assert list(tmp_path.iterdir()) == []


def test_the_place_is_looked_at_before_anything_is_asked(tmp_path: Path) -> None:
    Path("mine").mkdir()
    Path("mine/events.csv").write_text("mine")
    screen = answered(("init", "mine"), (), tmp_path)
    assert (screen.code, screen.text.splitlines()[0]) == (
        2, 'error: "mine" is there already and is not empty',
    )  # fmt: skip
