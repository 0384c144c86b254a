"""The Miami mission as a messy workbook says the same to everybody as the folder does."""

from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from itinerary.check import check
from itinerary.load import Loaded, load_mission
from itinerary.model import Mission
from itinerary.names import key
from itinerary.problems import has_errors
from itinerary.timetable import Timetable
from tests.workbooks.miami import write
from tests.workbooks.miami_words import DATA

Line = tuple[str, str, str, str, str, bool]


@cache
def from_workbook() -> Loaded:
    with TemporaryDirectory() as folder:
        return load_mission(write(Path(folder)))


@cache
def from_folder() -> Loaded:
    return load_mission(DATA)


def timetables(mission: Mission | None) -> dict[str, list[Line]]:
    """Each person's entries, by the name: the ids of a workbook are made from names."""
    assert mission is not None
    timetable = Timetable(mission)
    names = {venue.id: venue.name for venue in mission.venues.values()}
    return {
        key(person.name): [
            (entry.item.kind, entry.item.title, f"{entry.item.span.start}",
             f"{entry.item.span.end}", names.get(entry.item.place, ""), entry.is_required)
            for day in timetable.days(person.id) for entry in day.entries
        ]
        for person in mission.people.values()
    }  # fmt: skip


def test_every_timetable_is_that_of_the_folder() -> None:
    found, wanted = timetables(from_workbook().mission), timetables(from_folder().mission)
    assert len(wanted) == 195
    assert found == wanted


def test_nothing_but_guesses_is_said_of_its_cells() -> None:
    found = from_workbook().problems
    assert not has_errors(found)
    assert Counter(problem.code for problem in found if problem.code != "guess") == {"file": 1}


def test_the_mission_is_as_sound_as_the_folder() -> None:
    mission = from_workbook().mission
    assert mission is not None
    assert check(Timetable(mission)) == []


def test_people_are_told_of_alike() -> None:
    missions = (from_workbook().mission, from_folder().mission)
    told = [
        {key(p.name): (p.role, p.rank, p.languages, p.email, p.phone, p.side, p.diet)
         for p in mission.people.values()}
        for mission in missions if mission
    ]  # fmt: skip
    assert told[0] == told[1]
