"""What was brought to servers, whatever ended the push."""

from pathlib import Path

import pytest

from itinerary.publish.caldav_journal import JOURNAL, Collection, Held, Journal
from itinerary.publish.folder import FolderError

HOME = "https://a.example/ann/"
ONE, TWO = Held('"1"', "a"), Held('"2"', "b")


def journal(folder: Path, server: str = HOME) -> Journal:
    return Journal(folder / JOURNAL, server)


def written(folder: Path) -> None:
    """One calendar with two resources."""
    told = journal(folder)
    with told.writing():
        told.tell_collection("ann", "ann/")
        told.tell("ann", "a.ics", ONE)
        told.tell("ann", "b.ics", TWO)


def test_there_is_nothing_at_first(tmp_path: Path) -> None:
    assert journal(tmp_path).collections == {}
    assert [*tmp_path.iterdir()] == []


def test_what_is_told_lasts(tmp_path: Path) -> None:
    written(tmp_path)
    expected = {"ann": Collection("ann/", {"a.ics": ONE, "b.ics": TWO})}
    assert journal(tmp_path).collections == expected
    told = journal(tmp_path)
    with told.writing():
        told.tell("ann", "a.ics", TWO)
        told.tell("ann", "b.ics", None)
        told.tell("ann", "c.ics", None)
        assert journal(tmp_path).collections == told.collections  # before it is closed
    assert journal(tmp_path).collections == {"ann": Collection("ann/", {"a.ics": TWO})}
    assert len((tmp_path / JOURNAL).read_text().splitlines()) == 3


def test_a_calendar_that_is_made_anew_is_empty(tmp_path: Path) -> None:
    written(tmp_path)
    told = journal(tmp_path)
    with told.writing():
        told.tell_collection("ann", "ann/")
    assert journal(tmp_path).collections == {"ann": Collection("ann/")}


def test_servers_have_nothing_to_do_with_each_other(tmp_path: Path) -> None:
    written(tmp_path)
    other = journal(tmp_path, "https://b.example/")
    assert other.collections == {}
    with other.writing():
        other.tell_collection("ann", "x/")
    assert journal(tmp_path).collections["ann"].path == "ann/"
    assert journal(tmp_path, "https://b.example/").collections["ann"].path == "x/"


def test_cut_off_anywhere_it_is_what_was_whole(tmp_path: Path) -> None:
    written(tmp_path)
    whole = (tmp_path / JOURNAL).read_bytes()
    ends = [at for at, octet in enumerate(whole, 1) if octet == ord("\n")]
    found = []
    for length in range(len(whole) + 1):
        (tmp_path / JOURNAL).write_bytes(whole[:length])
        held = journal(tmp_path).collections.get("ann", Collection("")).held
        found.append(len(held))
    assert found == [sum(end <= length for end in ends[2:]) for length in range(len(whole) + 1)]


def test_a_line_that_was_cut_off_is_not_gone_on_with(tmp_path: Path) -> None:
    written(tmp_path)
    path = tmp_path / JOURNAL
    path.write_bytes(path.read_bytes()[:-9])
    told = journal(tmp_path)
    with told.writing():
        told.tell("ann", "c.ics", TWO)
        assert journal(tmp_path).collections["ann"].held == {"a.ics": ONE, "c.ics": TWO}


@pytest.mark.parametrize(
    "line",
    [
        "x",
        "[]",
        "{}",
        '{"version":2}',
        '{"server":"s","person":"nobody","name":"a.ics","held":null}',
        '{"server":"s","person":"ann","name":"a.ics","held":["1"]}',
    ],
)
def test_what_the_program_has_not_written(line: str, tmp_path: Path) -> None:
    (tmp_path / JOURNAL).write_text(f'{{"version":1}}\n{line}\n')
    with pytest.raises(FolderError) as caught:
        journal(tmp_path)
    assert caught.value.message.key == "state.damaged"
