"""Rule `late_leg`."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from itinerary.check.succession import successive, travellers
from itinerary.check.wording import by_need, clash, item, people, place, until
from itinerary.problems import Message, Problem, say
from itinerary.timetable import Item, Timetable
from itinerary.timetable.flights import is_domestic, is_flight

TRAIN_MINUTES = 15
"""On the platform before a train leaves; time to change from one train to another."""


class Margins(NamedTuple):
    """Minutes that must lie before or after a journey, the way not included."""

    domestic: int
    international: int
    connection: int
    exit: int


def late_leg(
    timetable: Timetable,
    *,
    domestic_minutes: int = 60,
    international_minutes: int = 120,
    connection_minutes: int = 60,
    exit_minutes: int = 30,
) -> Iterator[Problem]:
    """Someone comes too late for a flight or a train, or leaves the airport too soon.

    Before a flight, the way and `international_minutes` or `domestic_minutes` to check in are
    needed; before a train 15 minutes. From one flight to another, or to a train,
    `connection_minutes`; after a flight `exit_minutes` for bags and passports, and the way. A
    flight is known by its number, as in XX 703; international is what ends in another country.
    What is too short even for the way is left to `travel`. Take an earlier transfer or a later
    flight, or shorten what is before.
    """
    margins = Margins(domestic_minutes, international_minutes, connection_minutes, exit_minutes)
    pairs: dict[tuple[Item, Item], list[str]] = {}
    moving = travellers(timetable)
    for person in timetable.by_person:
        if person in moving:
            for pair in successive(timetable.required_by_person[person]):
                if pair[1].kind == "journey" or pair[0].kind == "journey":
                    pairs.setdefault(pair, []).append(person)
    for pair, concerned in pairs.items():
        yield from _problems(timetable, pair, margins, concerned)


def _problems(
    timetable: Timetable, pair: tuple[Item, Item], margins: Margins, concerned: Iterable[str]
) -> Iterator[Problem]:
    before, after = pair
    mission = timetable.mission
    if not after.place or not timetable.legs.same_area(before.end_place, after.place):
        return
    leg = timetable.legs.between(before.end_place, after.place)
    gap = after.span.start - before.span.end
    if leg is not None and gap < timedelta(minutes=leg.minutes + mission.settings.slack_minutes):
        return
    way = timedelta(minutes=leg.minutes if leg else 0)
    minutes, reason = _margin(pair, margins, gap - way)
    needed = way + timedelta(minutes=minutes)
    if gap >= needed:
        return
    for need in by_need(timetable, concerned, pair):
        message = say(
            "late_leg.short",
            n=len(need[1]),
            people=people(mission, need[1]),
            gap=gap,
            before=until(before),
            after=item(after),
            needed=needed,
            reason=reason,
            way=say("late_leg.way", way=way, place=place(mission, leg.end)) if leg else "",
            missing=needed - gap,
        )
        yield clash("late-leg", need, message, pair, (after.at("start"), before.at("end")))


def _margin(pair: tuple[Item, Item], margins: Margins, left: timedelta) -> tuple[int, Message]:
    """Minutes needed besides the way, and what for; `left` is what there is."""
    before, after = pair
    if after.kind != "journey":
        return margins.exit if _is_flight(before) else 0, say("late_leg.exit")
    if _is_flight(before):
        return margins.connection, say("late_leg.connection")
    if not _is_flight(after):
        return TRAIN_MINUTES, say("late_leg.train")
    if left < timedelta(minutes=margins.international) and is_domestic(after.zone, after.end_zone):
        return margins.domestic, say("late_leg.domestic")
    return margins.international, say("late_leg.international")


def _is_flight(thing: Item) -> bool:
    return thing.kind == "journey" and is_flight(thing.title)
