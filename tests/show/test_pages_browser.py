"""The pages in Chromium: on a telephone and a desk, light and dark, on paper, for everyone."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from itinerary.locale import Words
from itinerary.show.pages import Entry, delegate_page, organiser_index
from itinerary.timetable import Timetable
from tests.cli.missions import SMALL
from tests.show.pages import BROWSERS, opened
from tests.show.test_pages import FEED, ORGANISER, mission_of

FRAME = """<!DOCTYPE html><title></title><body>
<iframe src="child.html" style="border: 0; width: {width}px; height: 800px"></iframe>
<script>addEventListener("message", (event) => {{ document.title = event.data; }});</script>
"""
"""A window of Chromium is never as narrow as a telephone, a frame in it is."""
MEASURES = """
const small = [...document.querySelectorAll("a, summary")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && Math.min(box.width, box.height) < 44;
});
const root = document.documentElement;
parent.postMessage(JSON.stringify({
  isWide: root.scrollWidth > root.clientWidth,
  small: small.map((one) => one.textContent),
  ground: getComputedStyle(document.body).backgroundColor,
}), "*");
"""
CHECKS = """
axe.run(document, { resultTypes: ["violations"] }).then((found) => {
  const told = found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`);
  parent.postMessage(JSON.stringify(told), "*");
});
"""
DARK = "--blink-settings=preferredColorScheme=0"
ROOMY = "--window-size=1400,900"


def delegate() -> str:
    mission, words = mission_of(SMALL + ORGANISER), Words()
    words.year = 2017
    timetable = Timetable(mission)
    page = delegate_page(timetable, mission.people["levy"], words, FEED, True)
    return page.decode().replace("<details>", "<details open>")


def organiser() -> str:
    mission = mission_of(SMALL + ORGANISER)
    states = ("published", "changed", "revoked", "left")
    entries = [
        Entry(person, f"https://miami.example/{state}/" if state != "revoked" else "", state)
        for person, state in zip(mission.people.values(), states, strict=True)
    ]
    changes = "Hélène Lévy\nMon 6 Nov: Signing of the agreement moved from 10:00 to 10:30"
    return organiser_index(mission, entries, changes, Words()).decode()


PAGES = {"delegate": delegate, "organiser": organiser}


def said(folder: Path, page: str, script: str, width: int, *options: str) -> object:
    """What a script in a page says, in a copy without the policy, which lets none run."""
    lines = [line for line in page.splitlines() if "Content-Security-Policy" not in line]
    text = "\n".join(lines).replace("</body>", f"<script>{script}</script></body>")
    (folder / "child.html").write_text(text, encoding="utf-8")
    frame = folder / "frame.html"
    frame.write_text(FRAME.format(width=width), encoding="utf-8")
    return json.loads(opened(frame, options=[ROOMY, *options]).of("title")[0].text)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("width", "options", "ground"),
    [(360, [DARK], "rgb(18, 21, 26)"), (1280, [], "rgb(244, 243, 239)")],
)
def test_it_fits_the_screen_and_a_finger(
    name: str, width: int, options: list[str], ground: str, tmp_path: Path
) -> None:
    assert said(tmp_path, PAGES[name](), MEASURES, width, *options) == {
        "isWide": False, "small": [], "ground": ground,
    }  # fmt: skip


def axe() -> str:
    modules = os.environ.get("ITINERARY_NODE_MODULES", "")
    found = Path(modules) / "axe-core" / "axe.min.js"
    if not modules or not found.is_file():
        pytest.skip("axe-core is not in the folder ITINERARY_NODE_MODULES")
    return found.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "options"), [(360, [DARK]), (1280, [])])
def test_axe_finds_nothing(name: str, width: int, options: list[str], tmp_path: Path) -> None:
    script = f"{axe()}\n{CHECKS}"
    assert said(tmp_path, PAGES[name](), script, width, *options) == []


def printed(folder: Path, page: str) -> int:
    """How many sheets of paper a page takes."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    source = folder / "page.html"
    source.write_text(page, encoding="utf-8")
    subprocess.run(
        [
            browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
            f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer",
            f"--print-to-pdf={folder / 'page.pdf'}", source.as_uri(),
        ],
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
        capture_output=True,
        check=True,
        timeout=120,
    )  # fmt: skip
    return len(re.findall(rb"/Type /Page\b(?!s)", (folder / "page.pdf").read_bytes()))


def test_on_paper_each_day_of_a_long_programme_has_a_sheet(tmp_path: Path) -> None:
    rows = "".join(
        f"d{day}e{n},Talk {n},2017-11-0{day},{8 + n}:00,{8 + n}:30,ann\n"
        for day in (6, 7, 8) for n in range(5)
    )  # fmt: skip
    people = "people\nid,name\nann,Ann Brun\n\nevents\nid,title,date,start,end,who\n"
    pages = []
    for text in (people + rows, people + rows.splitlines()[0]):
        mission = mission_of(text)
        page = delegate_page(Timetable(mission), mission.people["ann"], Words(), "", False)
        pages.append(printed(tmp_path, page.decode()))
    assert pages == [3, 1]


def test_on_paper_the_index_is_cards(tmp_path: Path) -> None:
    assert printed(tmp_path, organiser()) == 1
