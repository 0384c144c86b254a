"""Any small mission, of any zone and near any change of its clocks, and any history of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import available_timezones

from hypothesis import strategies as st

from itinerary.model import Event, Journey, Meeting, Transfer, Who
from itinerary.model.published import Gone, Sent
from itinerary.show.ical import Alarm, Style, Travel
from itinerary.times import Span
from itinerary.timetable import Timetable
from tests.show.ical.missions import BOTH, KURYLA, LEVY, MIAMI, PARIS, VENUES, timetable

CHANGES = {
    MIAMI: "2017-11-05T06:00Z",
    PARIS: "2018-03-25T01:00Z",
    "Europe/Dublin": "2017-10-29T01:00Z",
    "Australia/Lord_Howe": "2017-09-30T15:30Z",
    "America/Sao_Paulo": "2017-10-15T03:00Z",
    "Africa/Casablanca": "2018-05-13T02:00Z",
    "Africa/Sao_Tome": "2018-01-01T01:00Z",
    "America/Metlakatla": "2018-11-04T10:00Z",
    "Asia/Gaza": "2017-10-27T22:00Z",
    "Pacific/Apia": "2017-09-23T14:00Z",
    "Antarctica/Troll": "2018-03-25T01:00Z",
    "UTC": "2017-11-05T06:00Z",
}
"""Zones and an instant at which their clocks change, or would."""
ANY_ZONE = sorted(zone for zone in available_timezones() if "/" in zone)
QUARTER = timedelta(minutes=15)
WORDS = st.text(
    st.sampled_from("ab Zé日🎁,;:\\\"'^%/=-\n\t")
    | st.characters(min_codepoint=33, max_codepoint=600),
    max_size=90,
)
SENT = st.builds(Sent, st.integers(0, 99), st.just("20171102T101500Z"), st.just(""), st.booleans())
STYLES = st.builds(
    Style,
    st.none() | st.builds(Alarm, st.integers(1, 90).map(lambda n: n * QUARTER), st.booleans()),
    st.sampled_from(Travel),
    st.booleans(),
    st.booleans(),
)


class Case(NamedTuple):
    """A mission, how its calendars are drawn, and what one of them has said before."""

    timetable: Timetable
    style: Style
    person: str
    sent: dict[str, Sent] | None
    gone: dict[str, Gone]


@st.composite
def missions(draw: st.DrawFn) -> Timetable:
    """Events, meetings, journeys and transfers within some days of a change of clocks."""
    zone = draw(st.sampled_from(sorted(CHANGES)) | st.sampled_from(ANY_ZONE))
    other = draw(st.sampled_from(sorted(CHANGES)) | st.just(zone))
    at = datetime.fromisoformat(CHANGES.get(zone, CHANGES[MIAMI])).astimezone(UTC)
    starts = st.integers(-16, 96).map(lambda quarters: at + quarters * QUARTER)
    spans = st.builds(
        lambda start, quarters: Span(start, start + quarters * QUARTER),
        starts, st.integers(1, 100),
    )  # fmt: skip
    places = st.sampled_from(["", *(venue.id for venue in VENUES)])
    who = st.sampled_from((LEVY, BOTH, Who()))
    status = st.sampled_from(("confirmed", "draft"))
    number = draw(st.integers(0, 3))
    records = [
        Event(
            f"e{n}", draw(WORDS), (draw(spans),), zone, venue=draw(places), who=draw(who),
            optional=draw(who), notes=draw(WORDS), status=draw(status),
        )
        for n in range(number)
    ]  # fmt: skip
    meeting = Meeting(
        "m", draw(WORDS), LEVY, KURYLA, QUARTER, zone, venue=draw(places), span=draw(spans)
    )
    journey = Journey("j", "XX 1", BOTH, "mrs", other, "mia", zone, draw(spans))
    bus = Transfer("b", draw(WORDS), draw(who), "mia", draw(places) or "port", zone, draw(spans))
    kinds = draw(st.sets(st.sampled_from("mjb")))
    built = timetable(
        records, [meeting] * ("m" in kinds), [journey] * ("j" in kinds), [bus] * ("b" in kinds)
    )
    day = at.date()
    frame = replace(built.mission, id=f"m{draw(st.integers(0, 10**9))}", zone=zone, home_zone=other)
    return Timetable(replace(frame, starts=day, ends=day + timedelta(3)))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A mission and a history, in which other things than those of the mission are gone."""
    built = draw(missions())
    person = draw(st.sampled_from(("levy", "suhas", "idle", "")))
    if draw(st.booleans()):
        return Case(built, draw(STYLES), person, None, {})
    ids = [item.id for item in built.items] + ["travel:meeting:m", "event:x", "event:y"]
    sent = draw(st.dictionaries(st.sampled_from(ids), SENT))
    gone = {
        identity: Gone(
            f"{identity.replace(':', '-')}@{built.mission.id}.invalid", draw(WORDS),
            "DTSTART:20171103T190000Z", "DTEND:20171103T204500Z", draw(WORDS),
        )
        for identity in sent
    }  # fmt: skip
    return Case(built, draw(STYLES), person, sent, gone)
