"""Cells of times, numbers, addresses and statuses that had to be guessed."""

from pathlib import Path

import pytest

from itinerary.model import Event, Mission
from tests.missions import loaded, problems, remedies, sentences

HEADER = "title,date,start,end,status,capacity"


def mission_of(path: Path, *rows: str, header: str = HEADER) -> Mission:
    found = loaded(path, events="\n".join((header, *rows, ""))).mission
    assert found is not None
    return found


def event_of(path: Path, row: str) -> Event:
    (event,) = mission_of(path, row).events.values()
    return event


def said(path: Path, row: str) -> list[tuple[str, str]]:
    """The code and the remedy of each problem of a row."""
    events = f"{HEADER}\n{row}\n"
    codes = [code for _, code, _ in problems(path, events=events)]
    return [*zip(codes, remedies(path, events=events), strict=True)]


@pytest.mark.parametrize(
    ("row", "start", "minutes", "remedy"),
    [
        ("A,6/11,8h30/9h00,,,", "13:30", 30, "write 08:30-09:00"),
        ("A,6/11,9h - fin,,,", "14:00", 60, "write 09:00-10:00"),
        ("A,6/11,9h,fin,,", "14:00", 60, "write the end"),
        ("A,6/11,9h,?,,", "14:00", 60, "write the end"),
        ("A,6/11,vers 9h,10h,,", "14:00", 60, "write 09:00"),
        ("A,6/11,9h,~10h30,,", "14:00", 90, "write 10:30"),
        ("A,6/11,0.375,10h,,", "14:00", 60, "write 09:00"),
        ("A,43045,9h,10h,,", "14:00", 60, "write 2017-11-06"),
    ],
)
def test_a_time(tmp_path: Path, row: str, start: str, minutes: int, remedy: str) -> None:
    event = event_of(tmp_path, row)
    assert f"{event.spans[0].start:%d %H:%M}" == f"06 {start}"
    assert event.spans[0].length.total_seconds() == 60 * minutes
    assert event.status == "confirmed"
    assert said(tmp_path, row) == [("guess", remedy)]


@pytest.mark.parametrize(
    "row",
    ["A,6/11,9h (à conf.),10h,,", "A,6/11,9h,10h ?,,", "A,6/11 ?,9h,10h,,", "A,6/11,9h-10h TBC,,,"],
)
def test_a_time_that_is_not_sure_makes_a_draft(tmp_path: Path, row: str) -> None:
    assert event_of(tmp_path, row).status == "draft"
    assert [code for code, _ in said(tmp_path, row)] == ["guess"]


def test_the_column_of_the_status_says_more_than_a_doubt(tmp_path: Path) -> None:
    assert event_of(tmp_path, "A,6/11,9h ?,10h,confirmed,").status == "confirmed"


@pytest.mark.parametrize(
    "row", ["A,6/11,à conf.,10h,,", "A,6/11,TBC,,,", "A,à confirmer,9h,10h,,", "A,TBD,TBD,,,"]
)
def test_what_has_no_time_yet_is_left_out(tmp_path: Path, row: str) -> None:
    assert mission_of(tmp_path, row).events == {}
    assert {*said(tmp_path, row)} == {("guess", "write the time as soon as it is known")}


def test_a_guess_hides_no_error(tmp_path: Path) -> None:
    assert [code for code, _ in said(tmp_path, "A,6/11,vers 9h,25h,,")] == ["guess", "time"] or [
        code for code, _ in said(tmp_path, "A,6/11,vers 9h,25h,,")
    ] == ["time", "guess"]
    assert mission_of(tmp_path, "A,6/11,vers 9h,25h,,").events == {}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("annulé", "cancelled"),
        ("ANNULÉE", "cancelled"),
        ("Annulé(e)", "cancelled"),
        ("cancelada", "cancelled"),
        ("confirmée", "confirmed"),
        ("Confirmé(e)", "confirmed"),
        ("OK", "confirmed"),
        ("à confirmer", "draft"),
        ("TBC", "draft"),
        ("provisoire", "draft"),
    ],
)
def test_a_status_in_other_words(tmp_path: Path, text: str, status: str) -> None:
    row = f"A,6/11,9h,10h,{text},"
    assert (event_of(tmp_path, row).status, said(tmp_path, row)) == (status, [])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("reporté", "draft"),
        ("option", "draft"),
        ("en attente", "draft"),
        ("?", "draft"),
        ("x", "confirmed"),
        ("supprimé", "cancelled"),
    ],
)
def test_a_status_that_is_guessed(tmp_path: Path, text: str, status: str) -> None:
    row = f"A,6/11,9h,10h,{text},"
    assert event_of(tmp_path, row).status == status
    assert said(tmp_path, row) == [("guess", f"write {status}")]


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("ANNULÉ - Gala", "cancelled"),
        ("ANNULEE : Gala", "cancelled"),
        ("[annulé] Gala", "cancelled"),
        ("Gala (annulé)", "cancelled"),
        ("*** ANNULÉ *** Gala", "cancelled"),
        ("CANCELLED – Gala", "cancelled"),
        ("REPORTÉ - Gala", "draft"),
        ("Gala - à confirmer", "draft"),
        ("Gala (TBC)", "draft"),
    ],
)
def test_a_title_that_says_the_status(tmp_path: Path, title: str, status: str) -> None:
    event = event_of(tmp_path, f"{title},6/11,9h,10h,,")
    assert (event.id, event.title, event.status) == ("gala", "Gala", status)
    assert said(tmp_path, f"{title},6/11,9h,10h,,") == [
        ("guess", f"take it out of the title, and write {status} as the status")
    ]


@pytest.mark.parametrize("filler", [" ", "(", "[* ", "\u00a0"])
def test_a_title_of_thousands_of_characters(tmp_path: Path, filler: str) -> None:
    title = f"Gala {filler * 8000}x"
    event = event_of(tmp_path, f"{title},6/11,9h,10h,,")
    assert (event.title, event.status) == (title, "confirmed")
    event = event_of(tmp_path, f"{title} (annulé),6/11,9h,10h,,")
    assert (event.title, event.status) == (title, "cancelled")


def test_the_column_of_the_status_says_more_than_the_title(tmp_path: Path) -> None:
    row = "ANNULÉ - Gala,6/11,9h,10h,confirmed,"
    assert event_of(tmp_path, row).status == "confirmed"
    assert [code for code, _ in said(tmp_path, row)] == ["guess"]


@pytest.mark.parametrize(
    "title", ["Option - pricing talks", "Le rapport annulé", "Options - a talk", "Confirmation"]
)
def test_a_title_that_may_be_one(tmp_path: Path, title: str) -> None:
    has_word = title.startswith("Option ")
    assert event_of(tmp_path, f"{title},6/11,9h,10h,,").status == (
        "draft" if has_word else "confirmed"
    )


@pytest.mark.parametrize(
    "text", ["40 pers.", "40 places", "~40", "env. 40", "environ 40 personnes", "40 max.", "40 pax"]
)
def test_a_number_with_words(tmp_path: Path, text: str) -> None:
    row = f"A,6/11,9h,10h,,{text}"
    assert event_of(tmp_path, row).capacity == 40
    assert said(tmp_path, row) == [("guess", "write 40")]


@pytest.mark.parametrize("text", ["40", "40.0", "40,0", " 40 "])
def test_a_number_as_text(tmp_path: Path, text: str) -> None:
    row = f'A,6/11,9h,10h,,"{text}"'
    assert (event_of(tmp_path, row).capacity, said(tmp_path, row)) == (40, [])


@pytest.mark.parametrize("text", ["40-50", "lots", "40 chaises", "pers.", "~", "-40"])
def test_what_is_no_number(tmp_path: Path, text: str) -> None:
    assert [code for code, _ in said(tmp_path, f"A,6/11,9h,10h,,{text}")] == ["value"]


@pytest.mark.parametrize(
    ("email", "expected", "count"),
    [
        ("a.b@port.fr", "a.b@port.fr", 0),
        ("a.b @ port.fr", "a.b@port.fr", 1),
        ("mailto:a.b@port.fr", "a.b@port.fr", 1),
        ("Anna <a.b@port.fr>", "a.b@port.fr", 1),
        ("a@port.fr; b@port.fr", "a@port.fr; b@port.fr", 0),
        ("none yet", "none yet", 0),
    ],
)
def test_an_address(tmp_path: Path, email: str, expected: str, count: int) -> None:
    found = loaded(tmp_path, people=f"id,name,email\na,Anna Brun,{email}\nb,Bob Col,b@c.fr\n")
    assert found.mission is not None
    assert found.mission.people["a"].email == expected
    assert [code for _, code, _ in sentences(found)] == ["guess"] * count


@pytest.mark.parametrize(
    "phone", ["0491000000", "+33 4 91 00 00 00", "00 33 491", "0033491 (soir)"]
)
def test_a_telephone_keeps_its_zeros(tmp_path: Path, phone: str) -> None:
    found = loaded(tmp_path, people=f"id,name,phone\na,Anna Brun,{phone}\n")
    assert found.mission is not None
    assert (found.mission.people["a"].phone, found.problems) == (phone, ())


def test_a_meeting_that_is_not_sure_is_a_draft(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        people="id,name,side\na,Anna Brun,\nb,Bob Col,host\n",
        meetings="id,who,counterpart,start\nm1,a,b,6/11 9h ?\nm2,a,b,TBC\nm3,a,b,6/11 vers 9h\n",
    )
    assert found.mission is not None
    assert {
        m.id: (m.status, m.pinned, m.span and f"{m.span.start:%H:%M}")
        for m in found.mission.meetings.values()
    } == {
        "m1": ("draft", True, "14:00"),
        "m2": ("draft", False, None),
        "m3": ("confirmed", True, "14:00"),
    }
    assert [code for _, code, _ in sentences(found)] == ["guess", "guess", "guess"]


def test_events_of_one_title_have_the_ids_of_what_was_understood(tmp_path: Path) -> None:
    rows = ("Coffee,43045,vers 9h,10h,,", "Coffee,7/11,9h,10h,,")
    assert [*mission_of(tmp_path, *rows).events] == ["coffee-2017-11-06", "coffee-2017-11-07"]
