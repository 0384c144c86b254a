"""An event as it lies on a server."""

import pytest

from itinerary.publish.caldav_resources import is_same, resource, resource_name, zone_of

EVENT = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//itinerary//itinerary//EN
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:event-a@x.invalid
DTSTART;TZID=Europe/Paris:20171106T100000
SUMMARY:One\\, two\\; and a title that is long enough to be folded at the place
  where it is
STATUS:CONFIRMED
X-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:1,2
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")


def test_its_name_and_its_title() -> None:
    found = resource(EVENT)
    assert found.name == "event-a@x.invalid.ics"
    title = "One, two; and a title that is long enough to be folded at the place where it is"
    assert (found.summary, found.is_cancelled) == (title, False)
    assert resource(EVENT.replace(b"CONFIRMED", b"CANCELLED")).is_cancelled


def test_a_name_that_is_safe_is_as_it_is() -> None:
    assert resource_name("event-a.b_c@x.invalid") == "event-a.b_c@x.invalid.ics"


@pytest.mark.parametrize("uid", ["../../etc/x", "a/b", "a b", "é", ".", "..", "a%2Fb", "a\\b"])
def test_any_other_is_made_so_and_no_two_are_alike(uid: str) -> None:
    name = resource_name(uid)
    assert not name.startswith(".")
    assert set(name) & set("/\\%? é") == set()
    assert name != resource_name(f"{uid}/")


def test_a_long_name_is_cut() -> None:
    one, other = resource_name("a" * 999), resource_name("a" * 998)
    assert (len(one), one == other) == (200 + 1 + 16 + 4, False)


def test_the_definition_of_a_zone() -> None:
    head, _, rest = EVENT.decode().partition("BEGIN:VEVENT")
    assert zone_of(EVENT, "Europe/Paris") == f"{head}END:VCALENDAR\r\n"
    assert zone_of(EVENT, "Europe/Par") == ""
    assert rest != ""


def test_what_a_server_has_written_anew_is_the_same() -> None:
    theirs = (
        EVENT.replace(b"\r\n", b"\n")
        .replace(b"geo:1,2", b"geo:1")
        .replace(b"PRODID:-//itinerary//itinerary//EN", b"PRODID:x")
        .replace(b"\\; and", b"; and")
        .replace(b"STATUS:CONFIRMED\n", b"")
        .replace(b"SUMMARY", b"STATUS:CONFIRMED\nSUMMARY")
        .replace(b" place\n  where", b" \n place where")
    )
    assert is_same(EVENT, theirs)
    assert is_same(theirs, EVENT)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (b"20171106T100000", b"20171106T100001"),
        (b"TZID=Europe/Paris:2017", b"TZID=Europe/Rome:2017"),
        (b"STATUS:CONFIRMED\r\n", b""),
        (b"UID:event-a", b"UID:event-b"),
        (b"END:VEVENT", b"BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT"),
    ],
)
def test_what_somebody_has_changed_is_not(ours: bytes, theirs: bytes) -> None:
    changed = EVENT.replace(ours, theirs)
    assert not is_same(EVENT, changed)
    assert not is_same(changed, EVENT)


def test_nothing_is_not_an_event() -> None:
    assert not is_same(EVENT, b"")
    assert not is_same(EVENT, b"<html>")
