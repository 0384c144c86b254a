"""Cells that cannot be used: what is suggested to be written in them."""

from pathlib import Path

import pytest

from tests.check.repairs.tables import found_in, sentences
from tests.missions import folder

PEOPLE = "id,name\nann,Ann Brun\nbob,Bob Col\n"
VENUES = "id,name\nhall,Great hall\nhill,Hill\n"


def repairs(path: Path, **tables: str) -> list[list[str]]:
    written = folder(path, **{"people": PEOPLE, "venues": VENUES, **tables})
    return [sentences(suggestions) for _, suggestions in found_in(written)]


def event(cells: str) -> str:
    return f"title,date,start,end,venue,who,capacity\n{cells}\n"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            "Talks,2017-11-06,10:00,11:00,hal,ann,",
            ["write hall in events.csv:2 venue: 0 new clashes",
             "empty events.csv:2 venue: 0 new clashes"],
        ),
        (
            "Talks,2017-11-06,10:00,11:00,hall,bob + Ann Bruun,",
            ["write bob + Ann Brun in events.csv:2 who: 0 new clashes"],
        ),
        (
            "Talks,lundi 7 novembre,10:00,11:00,hall,ann,",
            ["write 2017-11-07 in events.csv:2 date: 0 new clashes",
             "write 2017-11-06 in events.csv:2 date: 0 new clashes"],
        ),
        (
            "Talks,2017-11-06,29h30,20h,hall,ann,",
            ["write 19h30 in events.csv:2 start: 0 new clashes"],
        ),
        (
            "Talks,2017-11-05,1h30,3h,hall,ann,",
            ["write 01:30 UTC-4 in events.csv:2 start: 0 new clashes",
             "write 01:30 UTC-5 in events.csv:2 start: 0 new clashes"],
        ),
        (
            "Talks,2017-11-06,10:00,11:00,hall,ann,many",
            ["empty events.csv:2 capacity: 0 new clashes"],
        ),
    ],
)  # fmt: skip
def test_a_cell(cells: str, expected: list[str], tmp_path: Path) -> None:
    assert repairs(tmp_path, events=event(cells)) == [expected]


def test_a_guess_that_clashes_is_not_suggested(tmp_path: Path) -> None:
    """Ann is elsewhere at 9:30, so 19:30 is what was meant."""
    rows = "Talks,2017-11-06,29h30,20h,hall,ann,\nWalk,2017-11-06,9:00,13:00,,ann,"
    assert repairs(tmp_path, events=event(rows)) == [
        ["write 19h30 in events.csv:2 start: 0 new clashes"]
    ]


def test_two_times_exchanged(tmp_path: Path) -> None:
    rows = (
        "vehicle,who,from,departs,to,arrives\nvan,ann,hall,2017-11-06 10:00,hill,2017-11-06 9:00\n"
    )
    rows += "van,bob,hall,2017-11-07 10:00,hill,2017-11-07 11:00\n"
    assert repairs(tmp_path, transfers=rows, events=event("Talks,2017-11-08,9:00,10:00,,ann,")) == [
        ["exchange transfers.csv:2 departs and transfers.csv:2 arrives: 0 new clashes"]
    ]


def test_one_id_for_two_rows(tmp_path: Path) -> None:
    people = "id,name\nann,Ann Brun\nann,Joe Pin\n"
    found = repairs(tmp_path, people=people, events=event("Talks,2017-11-08,9:00,10:00,,ann,"))
    assert found == [
        ["write ann-3 in people.csv:3 id: 0 new clashes", "delete people.csv:3: 0 new clashes",
         "empty people.csv:3 id: 0 new clashes"]
    ]  # fmt: skip


def test_a_header_misspelt(tmp_path: Path) -> None:
    rows = "title,date,strat,end,who\nTalks,2017-11-08,9:00,10:00,ann\n"
    found = repairs(tmp_path, events=rows)
    assert [one[:1] for one in found if one] == [
        ["write start in events.csv:1 strat: 0 new clashes"]
    ]


def test_nothing_is_suggested_for_a_file_that_is_no_table(tmp_path: Path) -> None:
    found = repairs(tmp_path, transfers="%PDF", events=event("Talks,2017-11-08,9:00,10:00,,ann,"))
    assert found == [[]]
