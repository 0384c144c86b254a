"""Rule `stranded`."""

from collections.abc import Iterator, Sequence
from itertools import chain

from itinerary.check.left_behind import left_behind
from itinerary.check.succession import successive, travellers
from itinerary.check.wording import by_need, clash, item, people, place
from itinerary.problems import Problem, say
from itinerary.times import Moment, overlap
from itinerary.timetable import Item, Timetable

Victims = dict[tuple[Item, Item], list[str]]


def stranded(timetable: Timetable, *, minutes: int = 20) -> Iterator[Problem]:
    """Someone has no way to get where they are expected, or is in two vehicles at once.

    An error where two transfers of a person overlap, or where two things follow each other too
    far apart for a road and the person has no journey at all. A warning where others are driven
    to something, by a transfer that arrives within two hours before, and a delegate who comes
    from where they do, `minutes` away or more, is on no such transfer. After a night people come
    from the `base`. Add the person to a transfer or a journey, or take them off what is too much.
    """
    rides: Victims = {}
    gulfs: Victims = {}
    moving = travellers(timetable)
    riders = {p for thing in timetable.by_kind["transfer"] for p in thing.people}
    is_one_area = _is_one_area(timetable)
    for person, items in timetable.by_person.items():
        if person in riders:
            for pair in _two_rides([i for i in items if i.kind == "transfer"]):
                rides.setdefault(pair, []).append(person)
        if person not in moving and not is_one_area:
            for pair in successive(timetable.required_by_person[person]):
                if _is_too_far(timetable, pair):
                    gulfs.setdefault(pair, []).append(person)
    yield from _rides(timetable, rides)
    yield from _gulfs(timetable, gulfs)
    yield from left_behind(timetable, minutes)


def _is_one_area(timetable: Timetable) -> bool:
    """Whether everything is so near that no way is too far."""
    rides = timetable.by_kind["journey"], timetable.by_kind["transfer"]
    ends = (thing.end_place for thing in chain(*rides))
    return timetable.legs.is_one_area(chain((slot.place for slot in timetable.by_slot), ends))


def _two_rides(rides: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    for number, first in enumerate(rides):
        for second in rides[number + 1 :]:
            if second.span.start >= first.span.end:
                break
            if overlap(first.span, second.span):
                yield first, second


def _is_too_far(timetable: Timetable, pair: tuple[Item, Item]) -> bool:
    start, end = pair[0].end_place, pair[1].place
    return end not in (start, "") and not timetable.legs.same_area(start, end)


def _rides(timetable: Timetable, found: Victims) -> Iterator[Problem]:
    for pair, concerned in found.items():
        first, second = pair
        for need in by_need(timetable, concerned, pair):
            message = say(
                "stranded.twice",
                n=len(need[1]),
                people=people(timetable.mission, need[1]),
                first=item(first),
                second=item(second),
                start=Moment(max(first.span.start, second.span.start), second.zone).wall.time(),
                end=Moment(min(first.span.end, second.span.end), second.zone).wall.time(),
            )
            at = (first.at("start"), second.at("start"))
            yield clash("stranded", need, message, pair, at)


def _gulfs(timetable: Timetable, found: Victims) -> Iterator[Problem]:
    mission = timetable.mission
    for pair, concerned in found.items():
        first, second = pair
        for need in by_need(timetable, concerned, pair):
            message = say(
                "stranded.gulf",
                n=len(need[1]),
                people=people(mission, need[1]),
                first=item(first),
                start=place(mission, first.end_place),
                second=item(second),
                end=place(mission, second.place),
            )
            at = (second.at("venue" if second.is_stay else "from"), first.at("end"))
            yield clash("stranded", need, message, pair, at)
