"""The options of calendars, as they are typed."""

from pathlib import Path

import pytest

from itinerary.load import load_mission
from itinerary.locale import Words
from itinerary.show.ical import Calendars, Style, Travel
from itinerary.timetable import Timetable
from tests.cli.missions import SMALL, write_mission
from tests.cli.running import call


def exported(folder: Path, *options: str) -> str:
    """Hélène Lévy's calendar."""
    mission, out = write_mission(folder / "small", SMALL), folder / "out"
    ran = call("-m", mission, "export", "ics", "--to", out, "--who", "levy", *options)
    assert ran == (0, "", f"1 file written to {out}\n")
    return (out / "helene-levy.ics").read_bytes().decode().replace("\r\n ", "")


@pytest.mark.parametrize(
    ("typed", "trigger"), [("15m", "-PT15M"), ("1h30", "-PT90M"), ("20", "-PT20M")]
)
def test_alarms_so_long_before(typed: str, trigger: str, tmp_path: Path) -> None:
    lines = exported(tmp_path, "--alarms", typed).splitlines()
    assert {line for line in lines if line.startswith("TRIGGER")} == {f"TRIGGER:{trigger}"}


def test_alarms_at_the_time_to_leave(tmp_path: Path) -> None:
    leave = exported(tmp_path, "--alarms", "Leave")
    assert leave.count("BEGIN:VALARM") == leave.count("BEGIN:VEVENT")


@pytest.mark.parametrize("typed", ["soon", "", "-5m"])
def test_alarms_of_no_length_are_refused(typed: str, tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "small", SMALL)
    ran = call("-m", mission, "export", "ics", "--to", tmp_path / "out", f"--alarms={typed}")
    assert ran == (
        2,
        "",
        f'error: "{typed}" is not a length of time\n'
        "    write how long before, such as 15m or 1h, or leave\n",
    )
    assert not (tmp_path / "out").exists()


def test_utc_and_redact(tmp_path: Path) -> None:
    plain = exported(tmp_path, "--utc", "--redact")
    names = {line.split(":")[0].split(";")[0] for line in plain.splitlines()}
    assert names == {
        "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "UID", "DTSTAMP",
        "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "SUMMARY",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("option", "travel"), [("--travel", Travel.ITEMS), ("--no-travel", Travel.NONE)]
)
def test_travel(option: str, travel: Travel, tmp_path: Path) -> None:
    text = exported(tmp_path, option)
    mission = load_mission(tmp_path / "small").mission
    assert mission is not None
    person = next(one.id for one in mission.people.values() if one.name == "Hélène Lévy")
    drawn = Calendars(Timetable(mission), Words(), style=Style(travel=travel)).of(person)
    assert text == drawn.decode().replace("\r\n ", "")
