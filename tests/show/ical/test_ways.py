"""When to leave: in the description, as an alarm, as an event of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from itinerary.locale import Words
from itinerary.model import TravelTime
from itinerary.show.ical import PLAIN, Alarm, Calendars, Style, Travel
from itinerary.timetable import Timetable
from tests.show.ical.missions import BUS, KURYLA, MEETING, SIGNING, event, span, timetable
from tests.show.ical.test_events import STAMPS, vevents

BREAKFAST = event("breakfast", span("2017-11-06T08:00-05:00", "2017-11-06T09:00-05:00"))
BREAKFAST = BREAKFAST._replace(venue="hotel")
TABLE = {("hotel", "port"): TravelTime(25, "car"), ("port", "hotel"): TravelTime(1, "walk")}


def morning(travel: dict[tuple[str, str], TravelTime] = TABLE) -> Timetable:
    """Breakfast at the hotel, then the signing at the port at 10:00."""
    return Timetable(replace(timetable([BREAKFAST, SIGNING]).mission, travel=travel))


def drawn(style: Style, person: str = "levy", built: Timetable | None = None) -> str:
    return vevents(Calendars(built or morning(), Words(), style=style).of(person))


def signing(style: Style, person: str = "levy", built: Timetable | None = None) -> list[str]:
    """The lines of the last event after its stamps."""
    lines = drawn(style, person, built).split("BEGIN:VEVENT\n")[-1].splitlines()
    return lines[4:]


def described(lines: list[str]) -> list[str]:
    """The lines of the event's own DESCRIPTION."""
    return next(line for line in lines if line.startswith("DESCRIPTION:"))[12:].split("\\n")


def test_the_description_begins_with_when_to_leave() -> None:
    assert described(signing(PLAIN))[:2] == [
        'Leave at 09:30\\, 25 minutes by car from The "Grand" Hotel',
        "Paris time: Mon 6 Nov 16:00 – 17:30",
    ]


def test_what_has_nothing_else_to_say_says_when_to_leave() -> None:
    plain = event("talk", span("2017-11-06T10:00-05:00", "2017-11-06T11:00-05:00"))
    mission = timetable([BREAKFAST, plain._replace(venue="port")]).mission
    alone = Timetable(replace(mission, home_zone="America/New_York", people=mission.people))
    assert described(signing(PLAIN, built=alone))[0] == (
        'Leave at 09:25\\, about 30 minutes from The "Grand" Hotel'
    )


def test_the_day_is_named_where_one_leaves_the_day_before() -> None:
    night = event("night", span("2017-11-06T00:10-05:00", "2017-11-06T01:00-05:00"))
    late = event("late", span("2017-11-05T22:00-05:00", "2017-11-05T23:00-05:00"))
    built = timetable([late._replace(venue="hotel"), night._replace(venue="port")])
    told = described(signing(PLAIN, built=Timetable(replace(built.mission, travel=TABLE))))
    assert told[0] == 'Leave at Sun 5 Nov 23:40\\, 25 minutes by car from The "Grand" Hotel'


def test_without_travel_nothing_is_said_of_it() -> None:
    told, silent = signing(PLAIN), signing(Style(travel=Travel.NONE))
    assert described(silent) == described(told)[1:]


def test_the_calendar_of_the_mission_says_when_nobody_leaves() -> None:
    style = Style(alarms=Alarm(at_leave=True), travel=Travel.ITEMS)
    calendars = Calendars(morning(), Words(), style=style)
    assert calendars.mission() == Calendars(morning(), Words()).mission()


def test_a_place_next_door_is_no_way() -> None:
    near = Timetable(timetable([SIGNING, SIGNING._replace(id="again", title="Again")]).mission)
    assert described(signing(PLAIN, built=near))[0] == "Paris time: Mon 6 Nov 16:00 – 17:30"


WAY = f"""\
BEGIN:VEVENT
UID:travel-event_3asigning@miami.invalid
{STAMPS}STATUS:CONFIRMED
DTSTART;TZID=America/New_York:20171106T093000
DTEND;TZID=America/New_York:20171106T100000
SUMMARY:Way to PortMiami
LOCATION:The "Grand" Hotel
CATEGORIES:Travel
DESCRIPTION:Leave at 09:30\\, 25 minutes by car from The "Grand" Hotel
END:VEVENT
"""


def test_a_way_as_an_event() -> None:
    told, items = drawn(PLAIN), drawn(Style(travel=Travel.ITEMS))
    breakfast, then = told.split("END:VEVENT\n", 1)
    assert items == f"{breakfast}END:VEVENT\n{WAY}{then}"


def test_the_way_of_who_may_come_keeps_nobody_busy() -> None:
    items = drawn(Style(travel=Travel.ITEMS), "suhas").split("BEGIN:VEVENT\n")[2].splitlines()
    assert items[4:8] == [
        "STATUS:CONFIRMED",
        "DTSTART;TZID=America/New_York:20171106T093000",
        "DTEND;TZID=America/New_York:20171106T100000",
        "TRANSP:TRANSPARENT",
    ]


def test_a_redacted_way_tells_neither_from_where_nor_where_to() -> None:
    items = drawn(Style(travel=Travel.ITEMS, redact=True)).split("BEGIN:VEVENT\n")[2].splitlines()
    assert items[7:] == ["SUMMARY:Travel", "END:VEVENT"]


def test_a_way_of_days_before_the_mission_is_in_utc() -> None:
    far = morning({("hotel", "port"): TravelTime(5 * 1440, "boat")})
    items = drawn(Style(travel=Travel.ITEMS), built=far)
    assert [line for line in items.splitlines() if line.startswith("DTSTART")][1] == (
        "DTSTART:20171101T145500Z"
    )


def test_a_way_is_kept_the_same_wherever_people_come_from() -> None:
    style = Style(travel=Travel.ITEMS)
    walk = MEETING._replace(
        id="walk", who=KURYLA, venue="mia",
        span=span("2017-11-06T08:00-05:00", "2017-11-06T08:20-05:00"),
    )  # fmt: skip
    built = timetable([BREAKFAST, SIGNING], [walk])
    calendars = Calendars(built, Words(), style=style)
    levy, kuryla = (calendars.said(who)["travel:event:signing"] for who in ("levy", "kuryla"))
    assert levy.gone == kuryla.gone
    assert levy.gone[2:4] == ("DTSTART:20171106T145900Z", "DTEND:20171106T150000Z")


def alarm(lines: list[str]) -> list[str]:
    """What stands in the alarm of an event."""
    if "BEGIN:VALARM" not in lines:
        return []
    return lines[lines.index("BEGIN:VALARM") + 1 : lines.index("END:VALARM")]


@pytest.mark.parametrize(
    ("alarms", "trigger", "text"),
    [
        (Alarm(timedelta(minutes=10)), "-PT10M", "Signing\\; the letter\\, at last"),
        (Alarm(timedelta(hours=1)), "-PT60M", "Signing\\; the letter\\, at last"),
        (
            Alarm(at_leave=True),
            "-PT30M",
            'Leave at 09:30\\, 25 minutes by car from The "Grand" Hotel',
        ),
    ],
)
def test_an_alarm(alarms: Alarm, trigger: str, text: str) -> None:
    assert alarm(signing(Style(alarms=alarms))) == [
        "ACTION:DISPLAY",
        f"TRIGGER:{trigger}",
        f"DESCRIPTION:{text}",
    ]


def test_where_there_is_no_way_it_rings_a_quarter_of_an_hour_before() -> None:
    bus = timetable(transfers=[BUS])
    assert alarm(signing(Style(alarms=Alarm(at_leave=True)), built=bus))[1] == "TRIGGER:-PT15M"


def test_nothing_rings_for_who_may_come_nor_unless_asked_for() -> None:
    assert alarm(signing(Style(alarms=Alarm()), "suhas")) == []
    assert alarm(signing(PLAIN)) == []
