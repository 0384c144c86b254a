"""The files of a new mission: nothing is wrong in them, whatever the frame."""

import re
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from itinerary.check import check
from itinerary.load import load_mission
from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.problems import Problem
from itinerary.show.blank_folder import folder_files, mission_toml
from itinerary.show.blank_mission import NewMission
from itinerary.timetable import Timetable

ZONES = (
    "America/New_York", "Asia/Kolkata", "Asia/Tokyo", "Europe/Paris", "Pacific/Auckland",
    "Pacific/Honolulu", "Pacific/Kiritimati", "Australia/Lord_Howe", "UTC",
)  # fmt: skip
LANGUAGES = st.lists(st.sampled_from(("en", "fr", "es")), min_size=1, unique=True).map(tuple)
MIAMI = NewMission(
    "Marseille in Miami", date(2017, 11, 4), date(2017, 11, 10), "America/New_York", "Europe/Paris"
)
TITLES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1)


@st.composite
def new_missions(draw: st.DrawFn) -> NewMission:
    starts = draw(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
    ends = starts + timedelta(draw(st.integers(0, 30)))
    zone, home = draw(st.sampled_from(ZONES)), draw(st.sampled_from(ZONES))
    return NewMission(draw(TITLES), starts, ends, zone, home, draw(LANGUAGES))


def read(new: NewMission, **others: str) -> tuple[Mission, list[Problem]]:
    """The mission of its files, some of them others, and all that `check` says of it."""
    with TemporaryDirectory() as folder:
        for name, data in folder_files(new, Words()).items():
            Path(folder, name).write_bytes(data)
        if "settings" in others:
            Path(folder, "mission.toml").write_text(others["settings"], encoding="utf-8")
        loaded = load_mission(Path(folder))
    assert loaded.mission is not None
    return loaded.mission, check(Timetable(loaded.mission), loaded.problems, new.starts)


@given(new_missions())
@example(MIAMI)
@example(MIAMI._replace(starts=date(2017, 11, 5), ends=date(2017, 11, 5)))
@example(MIAMI._replace(title='"]\\ \x7f# = \u00e9 \U0001f6a2'))
def test_nothing_is_wrong_with_a_new_mission(new: NewMission) -> None:
    mission, problems = read(new)
    assert problems == []
    frame = (mission.starts, mission.ends, mission.zone, mission.home_zone)
    assert (*frame, mission.settings.languages) == new[1:]


def test_the_example_hangs_together() -> None:
    mission, _ = read(MIAMI)
    timetable = Timetable(mission)
    (person,) = (p.id for p in mission.people.values() if not p.stands_for)
    kinds = [item.kind for item in timetable.by_person[person]]
    assert kinds == ["journey", "transfer", "event"]
    assert len(mission.meetings) == 1


def test_what_is_commented_out_can_be_taken_in() -> None:
    text = mission_toml(MIAMI, Words())
    settings, count = re.subn(r"^# (?=[a-z_]+ = )", "", text, flags=re.MULTILINE)
    assert count == 18
    _, problems = read(MIAMI, settings=settings)
    assert problems == []


def test_the_same_mission_gives_the_same_bytes() -> None:
    assert folder_files(MIAMI, Words()) == folder_files(MIAMI, Words())


def test_lines_are_no_longer_than_can_be_read() -> None:
    assert max(map(len, mission_toml(MIAMI, Words()).splitlines())) <= 100
