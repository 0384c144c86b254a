"""A large schedule, in XML and in JSON: the same tables, and the clashes that are in them."""

from pathlib import Path

from itinerary.check import check
from itinerary.load.imports.schedule_json import read_schedule_json
from itinerary.load.imports.schedule_xml import read_schedule_xml
from itinerary.timetable import Timetable
from tests.load.imports.conference import as_json, as_xml, in_two_rooms, made_talks
from tests.load.imports.folders import loaded, rows


def test_xml_and_json_of_a_schedule_are_the_same_tables() -> None:
    talks = made_talks()
    from_xml = read_schedule_xml("schedule.xml", as_xml(talks))
    assert from_xml.problems == ()
    assert from_xml == read_schedule_json("schedule.json", as_json(talks))
    counts = {name: len(table.rows) for name, table in from_xml.mission.tables.items()}
    assert counts == {"venues": 12, "people": 80, "events": 100}


def test_the_order_of_the_file_says_nothing() -> None:
    talks = made_talks()
    assert read_schedule_xml("s.xml", as_xml(talks)) == read_schedule_xml(
        "s.xml", as_xml([*reversed(talks)])
    )


def test_ids_stay_when_a_talk_is_added_and_another_moved() -> None:
    talks = made_talks()
    before = rows(read_schedule_xml("s.xml", as_xml(talks[:50])), "events")
    moved = [talks[0]._replace(room="Saal 12", start=talks[40].start), *talks[1:]]
    after = rows(read_schedule_xml("s.xml", as_xml(moved)), "events")
    assert {row["id"] for row in before} - {row["id"] for row in after} == set()


def test_check_finds_exactly_the_speakers_in_two_rooms_at_once(tmp_path: Path) -> None:
    imported = read_schedule_xml("schedule.xml", as_xml(made_talks()))
    found = loaded(tmp_path, imported)
    assert found.mission is not None
    assert found.problems == ()
    people = found.mission.people
    clashes = [p for p in check(Timetable(found.mission), ()) if p.code == "overlap"]
    assert {people[who].name for clash in clashes for who in clash.people} == in_two_rooms()
    assert (len(clashes), len(in_two_rooms())) == (10, 8)  # two of them twice
