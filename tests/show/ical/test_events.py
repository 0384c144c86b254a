from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itinerary.locale import Words
from itinerary.model import NOBODY, Organisation, Person, Venue, Who
from itinerary.show.ical import Calendars
from itinerary.show.ical.drawn import uid_part
from itinerary.timetable import Timetable
from tests.show.ical.missions import (
    BACK,
    BUS,
    MEETING,
    OUT,
    RUN,
    SIGNING,
    event,
    every_kind,
    span,
    timetable,
)

STAMPS = """\
DTSTAMP:20171104T000000Z
LAST-MODIFIED:20171104T000000Z
SEQUENCE:0
"""


def vevents(data: bytes) -> str:
    """The events of a calendar, unfolded and without CR."""
    text = data.decode().replace("\r\n ", "").replace("\r\n", "\n")
    return text[text.index("BEGIN:VEVENT") : text.index("END:VCALENDAR")]


def drawn(timetable: Timetable) -> str:
    return vevents(Calendars(timetable, Words()).mission())


def test_an_event() -> None:
    assert drawn(timetable([SIGNING])) == (
        f"""\
BEGIN:VEVENT
UID:event-signing@miami.invalid
{STAMPS}STATUS:CONFIRMED
DTSTART;TZID=America/New_York:20171106T100000
DTEND;TZID=America/New_York:20171106T113000
SUMMARY:Signing\\; the letter\\, at last
LOCATION:PortMiami\\, 1015 N America Way\\, Miami
GEO:25.774300;-80.170200
X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="1015 N America Way, Miami";\
X-APPLE-RADIUS=100;X-TITLE="PortMiami":geo:25.774300,-80.170200
CATEGORIES:ceremony
URL:https://example.org/signing?a=1,2;b
DESCRIPTION:Paris time: Mon 6 Nov 16:00 – 17:30\\nHost: PortMiami: Juan Kuryla\\n\
Who: Hélène Lévy\\nLanguage: fr\\, en\\nDress: Business\\n\
Bring the letter.\\nNo photographs.\\nLink: https://example.org/signing?a=1\\,2\\;b
END:VEVENT
"""
    )


def test_for_who_may_come_it_says_so_and_keeps_nobody_busy() -> None:
    calendars = Calendars(timetable([SIGNING]), Words())
    required, optional = vevents(calendars.of("levy")), vevents(calendars.of("suhas"))
    assert optional == required.replace(
        "SUMMARY:Signing\\; the letter\\, at last",
        "TRANSP:TRANSPARENT\nSUMMARY:Signing\\; the letter\\, at last (optional)",
    )


def test_a_draft_is_tentative_and_each_occurrence_has_its_own_uid() -> None:
    assert drawn(timetable([RUN])) == (
        f"""\
BEGIN:VEVENT
UID:event-run_402017-11-05@miami.invalid
{STAMPS}STATUS:TENTATIVE
DTSTART;TZID=America/New_York:20171105T003000
DTEND;TZID=America/New_York:20171105T005000
SUMMARY:Morning run
CATEGORIES:Event
DESCRIPTION:To be confirmed\\nParis time: Sun 5 Nov 05:30 – 05:50\\nWho: Jean-François Suhas
END:VEVENT
BEGIN:VEVENT
UID:event-run_402017-11-06@miami.invalid
{STAMPS}STATUS:TENTATIVE
DTSTART;TZID=America/New_York:20171106T063000
DTEND;TZID=America/New_York:20171106T070000
SUMMARY:Morning run
CATEGORIES:Event
DESCRIPTION:To be confirmed\\nParis time: Mon 6 Nov 12:30 – 13:00\\nWho: Jean-François Suhas
END:VEVENT
"""
    )


def test_a_meeting_names_both_sides_and_the_table() -> None:
    assert drawn(timetable(meetings=[MEETING])) == (
        f"""\
BEGIN:VEVENT
UID:meeting-RV041@miami.invalid
{STAMPS}STATUS:CONFIRMED
DTSTART;TZID=America/New_York:20171107T140000
DTEND;TZID=America/New_York:20171107T142000
SUMMARY:Port to port
LOCATION:The "Grand" Hotel\\, table 12
CATEGORIES:Meeting
DESCRIPTION:Paris time: Tue 7 Nov 20:00 – 20:20\\nPort of Marseille Fos: Hélène Lévy\\n\
PortMiami: Juan Kuryla\\nAt the door: Show your badge\\; gate 3\\n\
Language: en\\nInterpreter: Ana Torres\\, interpreter
END:VEVENT
"""
    )


def test_a_flight_shows_both_local_times() -> None:
    assert drawn(timetable(journeys=[OUT, BACK])) == (
        f"""\
BEGIN:VEVENT
UID:journey-out@miami.invalid
{STAMPS}STATUS:CONFIRMED
DTSTART;TZID=Europe/Paris:20171104T104000
DTEND;TZID=America/New_York:20171104T160500
SUMMARY:XX 101: Marseille Provence → Miami International
LOCATION:Marseille Provence
CATEGORIES:Journey
DESCRIPTION:Departs: Sat 4 Nov 10:40 (Paris)\\, Marseille Provence\\n\
Arrives: Sat 4 Nov 16:05 (New York)\\, Miami International\\n\
Who: Hélène Lévy\\, Jean-François Suhas\\nAt the door: Passport
END:VEVENT
BEGIN:VEVENT
UID:journey-back@miami.invalid
{STAMPS}STATUS:CONFIRMED
DTSTART;TZID=America/New_York:20171110T180000
DTEND;TZID=Europe/Paris:20171111T093000
SUMMARY:XX 102: Miami International → Marseille Provence
LOCATION:Miami International\\, 2100 NW 42nd Ave\\, Miami
CATEGORIES:Journey
DESCRIPTION:Departs: Fri 10 Nov 18:00 (New York)\\, Miami International\\n\
Arrives: Sat 11 Nov 09:30 (Paris)\\, Marseille Provence\\n\
Who: Hélène Lévy\\, Jean-François Suhas
END:VEVENT
"""
    )


def test_a_transfer_names_the_driver() -> None:
    assert drawn(timetable(transfers=[BUS])) == (
        f"""\
BEGIN:VEVENT
UID:transfer-bus@miami.invalid
{STAMPS}STATUS:CONFIRMED
DTSTART;TZID=America/New_York:20171104T171500
DTEND;TZID=America/New_York:20171104T175000
SUMMARY:Coach 1: Miami International → The "Grand" Hotel
LOCATION:Miami International\\, 2100 NW 42nd Ave\\, Miami
CATEGORIES:Transfer
DESCRIPTION:Paris time: Sat 4 Nov 22:15 – 22:50\\n\
Who: Hélène Lévy\\, Jean-François Suhas\\nDriver: Luis Ortega
END:VEVENT
"""
    )


DINNER = event("dinner", span("2017-11-06T19:00-05:00", "2017-11-06T21:00-05:00"))


def values(name: str, timetable: Timetable) -> list[str]:
    """What stands after a property's name and parameters."""
    lines = drawn(timetable).splitlines()
    return [line.partition(":")[2] for line in lines if line.split(":")[0] == name]


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("http://a.example/b", ["http://a.example/b"]),
        ("HTTPS://a.example/b c", ["HTTPS://a.example/b%20c"]),
        ("https://a.example/\r\nATTENDEE:mailto:x@y", ["https://a.example/%20ATTENDEE:mailto:x@y"]),
        ("javascript:alert(1)", []),
        ("", []),
    ],
)
def test_only_web_addresses_are_written_and_on_one_line(url: str, written: list[str]) -> None:
    assert values("URL", timetable([DINNER._replace(url=url)])) == written


def test_more_names_than_a_phone_shows_are_counted() -> None:
    mission = timetable([DINNER._replace(who=Who("all", tuple("abcdefghij")))]).mission
    people = {name: Person(name, name.upper()) for name in "abcdefghij"}
    built = Timetable(replace(mission, people=people))
    who = "Who: A\\, B\\, C\\, D\\, E\\, F\\, G\\, H and 2 more"
    assert values("DESCRIPTION", built) == [f"Paris time: Tue 7 Nov 01:00 – 03:00\\n{who}"]


def test_an_organisation_without_people_is_named_once() -> None:
    mission = timetable().mission
    meetings = {"m": MEETING._replace(counterpart=Who("OVH", ("ovh",)))}
    people = {**mission.people, "ovh": Person("ovh", "OVH", "ovh", stands_for="ovh")}
    organisations = {**mission.organisations, "ovh": Organisation("ovh", "OVH")}
    known = replace(mission, people=people, organisations=organisations)
    built = Timetable(replace(known, meetings=meetings))
    assert values("DESCRIPTION", built)[0].split("\\n")[1:3] == [
        "Port of Marseille Fos: Hélène Lévy",
        "OVH",
    ]


def test_a_quote_does_not_end_the_pin_of_a_map() -> None:
    mission = timetable([DINNER._replace(venue="bar")]).mission
    bar = Venue("bar", 'Bar "Le^Port"; 1:2', "", 25.0, -1e-7)
    lines = drawn(Timetable(replace(mission, venues={"bar": bar}))).splitlines()
    assert lines[9:12] == [
        'LOCATION:Bar "Le^Port"\\; 1:2',
        "GEO:25.000000;-0.000000",
        "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=100;"
        "X-TITLE=\"Bar 'Le Port'; 1:2\":geo:25.000000,-0.000000",
    ]


def test_home_time_is_left_out_where_it_is_the_same() -> None:
    lunch = DINNER._replace(zone="Europe/Madrid", who=NOBODY)
    assert values("DESCRIPTION", timetable([lunch])) == []


def test_home_time_names_a_second_day() -> None:
    late = event("late", span("2017-11-06T17:30-05:00", "2017-11-06T19:00-05:00"))
    late = late._replace(who=NOBODY)
    assert values("DESCRIPTION", timetable([late])) == [
        "Paris time: Mon 6 Nov 23:30 – Tue 7 Nov 01:00"
    ]


def test_uids_are_in_the_domain_of_the_mission() -> None:
    mission = timetable([DINNER]).mission
    settings = mission.settings._replace(uid_domain="miami.example")
    built = Timetable(replace(mission, settings=settings))
    assert values("UID", built) == ["event-dinner@miami.example"]


@pytest.mark.parametrize(
    ("identity", "part"),
    [
        ("event:signing", "event-signing"),
        ("event:signing@2017-11-06", "event-signing_402017-11-06"),
        ("event:signing_402017-11-06", "event-signing_5f402017-11-06"),
        ("meeting:a:b", "meeting-a_3ab"),
        ("journey:Réunion n° 1\n", "journey-R_c3_a9union_20n_c2_b0_201_0a"),
    ],
)
def test_a_uid_is_plain_ascii(identity: str, part: str) -> None:
    assert uid_part(identity) == part


IDS = st.text("ab-_.:@ é4", max_size=6)


@given(IDS, IDS)
def test_two_ids_never_share_a_uid(one: str, other: str) -> None:
    assert (uid_part(f"event:{one}") == uid_part(f"event:{other}")) == (one == other)


def test_nothing_asks_for_an_answer_or_rings() -> None:
    names = {line.split(":")[0].split(";")[0] for line in drawn(every_kind()).splitlines()}
    assert names == {
        "BEGIN", "END", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND",
        "SUMMARY", "LOCATION", "GEO", "X-APPLE-STRUCTURED-LOCATION", "CATEGORIES", "URL",
        "DESCRIPTION",
    }  # fmt: skip
