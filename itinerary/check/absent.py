"""Rule `absent`."""

from collections.abc import Iterable, Iterator, Sequence

from itinerary.check.wording import by_need, clash, item, people
from itinerary.model import Absence
from itinerary.problems import Problem, say
from itinerary.times import Moment, overlap
from itinerary.timetable import Item, Timetable


def absent(timetable: Timetable) -> Iterator[Problem]:
    """Someone is expected where they cannot be: not yet arrived, already left, or away.

    Where a person is follows from their journeys: before the first they are where it departs,
    after each where it arrives. Whoever has no journey is there all the time. Rows of the table
    of absences count in any place. What is only optional for them is a warning.
    """
    yield from _away(timetable)
    yield from _elsewhere(timetable)


def _away(timetable: Timetable) -> Iterator[Problem]:
    for absence in timetable.mission.absences:
        victims: dict[Item, list[str]] = {}
        for person in absence.who.people:
            for thing in timetable.by_person[person]:
                if overlap(thing.span, absence.span):
                    victims.setdefault(thing, []).append(person)
        for thing, concerned in victims.items():
            yield from _absence_problems(timetable, thing, absence, concerned)


def _absence_problems(
    timetable: Timetable, thing: Item, absence: Absence, concerned: Iterable[str]
) -> Iterator[Problem]:
    for need in by_need(timetable, concerned, (thing,)):
        message = say(
            "absent.away",
            n=len(need[1]),
            people=people(timetable.mission, need[1]),
            item=item(thing),
            start=Moment(absence.span.start, thing.zone),
            end=Moment(absence.span.end, thing.zone),
            reason=say("absent.reason", reason=absence.reason) if absence.reason else "",
        )
        at = (thing.at("start"), absence.origin.cell("start"))
        yield clash("absent", need, message, (thing,), at)


def _elsewhere(timetable: Timetable) -> Iterator[Problem]:
    victims: dict[tuple[str, Item, Item], list[str]] = {}
    moving = frozenset[str]().union(*(thing.people for thing in timetable.by_kind["journey"]))
    for person, items in timetable.by_person.items() if moving else ():
        if person in moving:
            journeys = [thing for thing in items if thing.kind == "journey"]
            for found in _misplaced(timetable, items, journeys):
                victims.setdefault(found, []).append(person)
    for (key, thing, journey), concerned in victims.items():
        yield from _journey_problems(timetable, (key, thing, journey), concerned)


def _misplaced(
    timetable: Timetable, items: Sequence[Item], journeys: Sequence[Item]
) -> Iterator[tuple[str, Item, Item]]:
    """Items away from where the journeys leave the person, each with the journey to blame."""
    past = 0
    for thing in items:
        while past < len(journeys) and journeys[past].span.end <= thing.span.start:
            past += 1
        before, after = journeys[:past], journeys[past:]
        if thing.kind == "journey" or (after and after[0].span.start < thing.span.end):
            continue
        stands_at = before[-1].end_place if before else after[0].place
        if stands_at and not _same_area(timetable, stands_at, thing):
            yield _blame(timetable, thing, before, after)


def _blame(
    timetable: Timetable, thing: Item, before: Sequence[Item], after: Sequence[Item]
) -> tuple[str, Item, Item]:
    """The journey that took the person away, else the one that will bring them there."""
    left = [journey for journey in before if _same_area(timetable, journey.place, thing)]
    arrival = next((j for j in after if _same_area(timetable, j.end_place, thing)), None)
    if arrival is not None and not left:
        return "absent.before", thing, arrival
    return "absent.after", thing, (left or before or after)[-1]


def _same_area(timetable: Timetable, place: str, thing: Item) -> bool:
    if thing.place and place:
        return timetable.legs.same_area(place, thing.place)
    return timetable.mission.zone_at(place) == thing.zone


def _journey_problems(
    timetable: Timetable, found: tuple[str, Item, Item], concerned: Iterable[str]
) -> Iterator[Problem]:
    key, thing, journey = found
    is_before = key == "absent.before"
    when = (
        Moment(journey.span.end, journey.end_zone)
        if is_before
        else Moment(journey.span.start, journey.zone)
    )
    for need in by_need(timetable, concerned, (thing,)):
        message = say(
            key,
            n=len(need[1]),
            people=people(timetable.mission, need[1]),
            item=item(thing),
            journey=journey.title,
            when=when,
        )
        at = (thing.at("start"), journey.at("arrives" if is_before else "departs"))
        yield clash("absent", need, message, (thing, journey), at)
