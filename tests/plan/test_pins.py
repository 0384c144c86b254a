"""Pinned meetings that cannot all be held: the reason, and each of a smallest set of them."""

import pytest

from itinerary.locale import Words
from itinerary.plan.result import INFEASIBLE, OPTIMAL
from tests.plan.tables import clock, mission_of, planned_of

HEAD = "id,title,who,counterpart,duration,venue,start,table,resources"
FIRST = 'm1  "First", Mon 6 Nov 14:20'


def clash(*rows: str, **tables: str) -> list[str]:
    """What is said of pinned meetings that clash; nothing where they do not."""
    found = planned_of(mission_of(meetings="\n".join([HEAD, *rows]), **tables))
    assert found.status == (INFEASIBLE if found.clash else OPTIMAL)
    assert (found.placements == {}) or not found.clash
    words = Words()
    return [words.sentence(message) for message in found.clash]


def pin(number: int, who: str, where: str, start: int, more: str = ",") -> str:
    """A row: who are both sides, and `more` the table and the resources."""
    name = ("", "First", "Second", "Third", "Fourth")[number]
    return f"m{number},{name},{who},20,{where},{clock(start)},{more}"


@pytest.mark.parametrize(("start", "is_clash"), [(39, True), (40, False), (20, True), (0, False)])
def test_one_person_at_two(start: int, is_clash: bool) -> None:
    rows = pin(1, "acme,harbor", "hall", 20, "1,"), pin(2, "acme,inlet", "hall", start, "2,")
    found = clash(*rows)
    assert found == (said("Ann Acme cannot be at both", start) if is_clash else [])


@pytest.mark.parametrize(("start", "is_clash"), [(59, True), (60, False)])
def test_one_person_and_the_way(start: int, is_clash: bool) -> None:
    """Fifteen minutes, and five of slack."""
    found = clash(pin(1, "acme,harbor", "hall", 20), pin(2, "acme,inlet", "room", start))
    assert found == (said("Ann Acme cannot be at both", start) if is_clash else [])


@pytest.mark.parametrize(("start", "is_clash"), [(59, True), (60, False)])
def test_one_resource(start: int, is_clash: bool) -> None:
    resources = "id,name,kind\nines,Ines,interpreter"
    rows = (
        pin(1, "acme,harbor", "hall", 20, ",ines"),
        pin(2, "brio,inlet", "room", start, ",ines"),
    )
    found = clash(*rows, resources=resources)
    assert found == (said("Ines cannot be at both", start) if is_clash else [])


@pytest.mark.parametrize(("start", "is_clash"), [(39, True), (40, False)])
def test_one_table(start: int, is_clash: bool) -> None:
    rows = (pin(1, "acme,harbor", "hall", 20, "1,"), pin(2, "brio,inlet", "hall", start, "1,"))
    assert clash(*rows) == (said("both are at table 1 in Hall", start) if is_clash else [])


@pytest.mark.parametrize(("start", "is_clash"), [(39, True), (40, False)])
def test_one_room(start: int, is_clash: bool) -> None:
    rows = (pin(1, "acme,harbor", "room", 20), pin(2, "brio,inlet", "room", start))
    assert clash(*rows) == (said("Room holds one of them at a time", start) if is_clash else [])


@pytest.mark.parametrize(("start", "is_clash"), [(39, True), (40, False)])
def test_more_than_there_are_tables(start: int, is_clash: bool) -> None:
    people = """\
id,name,organisation,side
ann,Ann Acme,acme,delegation
bob,Bob Brio,brio,delegation
cid,Cid Brio,,delegation
hal,Hal Harbor,harbor,host
ida,Ida Inlet,inlet,host
joe,Joe Jetty,,host
"""
    rows = (
        pin(1, "acme,harbor", "hall", 20), pin(2, "brio,inlet", "hall", start),
        pin(3, "cid,joe", "hall", start),
    )  # fmt: skip
    third = f'm3  "Third", Mon 6 Nov {clock(start)[11:]}'
    found = clash(*rows, people=people)
    assert found == ([*said("Hall has 2 tables", start), third] if is_clash else [])


def test_two_are_named_and_not_a_third() -> None:
    rows = (
        pin(1, "acme,harbor", "hall", 20), pin(2, "brio,inlet", "hall", 60),
        pin(3, "acme,inlet", "hall", 25),
    )  # fmt: skip
    assert clash(*rows) == [
        "Ann Acme cannot be at both", FIRST, 'm3  "Third", Mon 6 Nov 14:25',
    ]  # fmt: skip


def test_several_people_are_all_named() -> None:
    rows = (pin(1, "acme,harbor", "hall", 20), pin(2, "acme,harbor", "hall", 25))
    assert clash(*rows) == said("Ann Acme and Hal Harbor cannot be at both", 25)


def test_what_is_cancelled_clashes_with_nothing() -> None:
    first, second = pin(1, "acme,harbor", "hall", 20), pin(2, "acme,inlet", "hall", 20)
    rows = f"{HEAD},status\n{first},confirmed\n{second},cancelled"
    assert planned_of(mission_of(meetings=rows)).clash == ()


def said(reason: str, start: int) -> list[str]:
    return [reason, FIRST, f'm2  "Second", Mon 6 Nov {clock(start)[11:]}']
