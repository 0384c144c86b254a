"""The command `publish`: what it says, and what it never says."""

import shutil
from pathlib import Path

import pytest

from itinerary.load import load_mission, state_path
from tests.cli.missions import SMALL, write_mission
from tests.cli.running import MIAMI, Ran, call
from tests.publish.publications import MOVED, WITHOUT_DINNER, calendar, content, events, ledger_of

AT = ("--now", "2 Nov 10:15")


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    return write_mission(tmp_path / "small", SMALL)


def publish(mission: Path, *arguments: str | Path) -> Ran:
    return call("-m", mission, "publish", "--to", mission.parent / "out", *arguments)


def test_what_is_published_is_counted(mission: Path) -> None:
    assert publish(mission, *AT) == (0, "", "4 calendars changed, 0 as they were\n")
    assert publish(mission) == (0, "", "nothing has changed: 4 calendars are as they were\n")
    write_mission(mission, MOVED)
    said = "3 calendars changed, 1 as they were\n1 moved; 3 people are concerned."
    assert publish(mission, *AT) == (0, "", f"{said} See organiser/changes.md\n")
    write_mission(mission, WITHOUT_DINNER)
    assert publish(mission, "--who", "levy", *AT)[2].splitlines()[0] == (
        "1 calendar changed, 0 as they were"
    )


def test_a_rehearsal_writes_nothing(mission: Path) -> None:
    said = "4 calendars would change, 0 stay as they are\n"
    assert publish(mission, "--dry-run") == (0, "", said)
    assert not state_path(mission).exists()
    assert not (mission.parent / "out").exists()
    publish(mission, *AT)
    write_mission(mission, MOVED)
    before = content(mission.parent)
    said = "3 calendars would change, 1 stay as they are\n1 moved; 3 people are concerned.\n"
    assert publish(mission, "--dry-run", *AT) == (0, "", said)
    assert content(mission.parent) == before


def test_addresses_end_and_begin(mission: Path) -> None:
    out = mission.parent / "out"
    publish(mission, *AT)
    said = "0 calendars changed, 3 as they were\n1 address ended\n"
    assert publish(mission, "--revoke", "levy", *AT) == (0, "", said)
    assert publish(mission, "--restore", "levy", *AT)[2] == "1 calendar changed, 3 as they were\n"
    old = ledger_of(mission).tokens["levy"]
    said = "1 calendar changed, 3 as they were\n1 address ended\n"
    assert publish(mission, "--rotate", "Hélène Lévy", *AT)[2] == said
    new = ledger_of(mission).tokens["levy"]
    assert (len(new), (out / "public" / old).exists(), new == old) == (43, False, False)
    assert events(calendar(mission, out, "levy"))["event-signing"] == (0, "CONFIRMED")


def test_no_address_is_ever_said(mission: Path) -> None:
    ran = publish(mission, *AT)
    tokens = ledger_of(mission).tokens.values()
    assert [token for token in tokens if token in ran.out + ran.err] == []
    out = mission.parent / "out"
    shown = {path.name for path in (out / "public").rglob("*") if path.is_file()}
    assert shown == {"index.html", "calendar.ics"}
    others = [path for path in (out / "public").rglob("*") if path.is_file()]
    for path in others:
        text = path.read_text(encoding="utf-8")
        assert [token for token in tokens if token in text and token not in str(path)] == []


def test_addresses_are_those_of_the_server(mission: Path) -> None:
    toml = mission / "mission.toml"
    toml.write_text(toml.read_text() + '[publish]\nbase_url = "https://m.example/p/"\n')
    publish(mission, *AT)
    token = ledger_of(mission).tokens["levy"]
    out = mission.parent / "out"
    index = (out / "organiser" / "index.html").read_text(encoding="utf-8")
    assert f'href="https://m.example/p/{token}/"' in index
    page = (out / "public" / token / "index.html").read_text(encoding="utf-8")
    assert f"webcal://m.example/p/{token}/calendar.ics" in page


def test_what_cannot_be_done(mission: Path) -> None:
    assert publish(mission, "--revoke", "nobody at all").code == 2
    assert publish(mission, "--now", "soon").code == 2
    assert call("-m", mission, "publish").code == 2
    assert call("-m", mission, "publish", "--to", mission) == (
        2, "", f'error: "{mission}" is the mission itself; itinerary never writes into it\n',
    )  # fmt: skip
    assert not state_path(mission).exists()


def test_cells_that_are_no_use(mission: Path) -> None:
    with (mission / "events.csv").open("a") as table:
        table.write("bad,Bad,2017-11-07,25h30,,,,,,,,,,,,\n")
    assert publish(mission, *AT) == (
        1,
        "",
        "4 calendars changed, 0 as they were\n"
        "1 cell of the tables cannot be used, so this may be incomplete; see: itinerary check\n",
    )


def test_nothing_private_is_public(tmp_path: Path) -> None:
    mission = Path(shutil.copytree(MIAMI, tmp_path / "miami"))
    publish(mission, *AT)
    loaded = load_mission(mission).mission
    assert loaded is not None
    organiser = set(loaded.settings.organiser.values())
    people = loaded.people.values()
    secrets = {one for p in people for one in (p.phone, p.email, p.diet) if one} - organiser
    assert len(secrets) > 10
    files = [path for path in (tmp_path / "out" / "public").rglob("*") if path.is_file()]
    texts = [path.read_text(encoding="utf-8").replace("\r\n ", "") for path in files]
    assert {one for one in secrets for text in texts if one in text} == set()


def test_a_workbook(tmp_path: Path) -> None:
    book = tmp_path / "trip.xlsx"
    frame = ("--starts", "2017-11-06", "--ends", "2017-11-09", "--zone", "Asia/Tokyo")
    assert call("init", "--workbook", book, "--title", "Trip", *frame).code == 0
    assert call("-m", book, "publish", "--to", tmp_path / "out", *AT).code == 0
    assert [path.name for path in sorted(tmp_path.glob("trip.*"))] == [
        "trip.itinerary",
        "trip.xlsx",
    ]
    copy = next((tmp_path / "trip.itinerary").glob("published-*/trip.xlsx"))
    assert copy.read_bytes() == book.read_bytes()
