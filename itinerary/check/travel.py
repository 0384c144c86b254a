"""Rule `travel`."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain, islice, pairwise
from operator import attrgetter, lt, sub

from itinerary.check.succession import successive
from itinerary.check.wording import by_need, clash, item, people, place
from itinerary.problems import Message, Problem, say
from itinerary.timetable import Item, Leg, Timetable

_SPAN, _PLACE, _END_PLACE = (attrgetter(name) for name in ("span", "place", "end_place"))


def travel(timetable: Timetable) -> Iterator[Problem]:
    """Someone has less time between two places than the way takes, slack included.

    The way is looked up in the travel table, else estimated from the coordinates; the slack is
    `slack_minutes` of `[travel]`. Each thing is compared with the one at a known place that ended
    last before it. Optional items are compared apart: leaving one out is a remedy.
    """
    pairs: dict[tuple[Item, Item], dict[str, None]] = {}
    ways = _Ways(timetable)
    for person, items in timetable.by_person.items():
        required = timetable.required_by_person[person]
        is_in_line = person in timetable.in_line
        if is_in_line and required is items and ways.are_far_apart(items):
            continue
        sequences = (required, items) if len(required) < len(items) else (items,)
        steps = (pairwise(one) if is_in_line else successive(one) for one in sequences)
        for before, thing in chain.from_iterable(steps):
            if before.end_place != thing.place and ways.are_too_close(before, thing):
                pairs.setdefault((before, thing), {})[person] = None
    for pair, concerned in pairs.items():
        yield from _problems(timetable, pair, concerned)


class _Ways(dict[tuple[str, str], timedelta]):
    """How long after one place another can be reached, slack included; each worked out once."""

    def __init__(self, timetable: Timetable) -> None:
        super().__init__()
        self._legs = timetable.legs
        self._slack = timetable.mission.settings.slack_minutes

    def __missing__(self, places: tuple[str, str]) -> timedelta:
        leg = self._legs.between(*places)
        self[places] = timedelta(minutes=leg.minutes + self._slack) if leg else timedelta.min
        return self[places]

    def are_far_apart(self, items: Sequence[Item]) -> bool:
        """Whether there is time enough after each of a person's items, which do not overlap.

        Nearly everyone has it, so all are asked at once, without a step of Python for each pair.
        """
        if len(items) < 2:
            return True
        starts, ends = zip(*map(_SPAN, items), strict=True)
        places = zip(map(_END_PLACE, items), map(_PLACE, islice(items, 1, None)), strict=False)
        return not any(map(lt, map(sub, starts[1:], ends), map(self.__getitem__, places)))

    def are_too_close(self, before: Item, thing: Item) -> bool:
        return thing.span.start - before.span.end < self[before.end_place, thing.place]


def _problems(
    timetable: Timetable, pair: tuple[Item, Item], concerned: Iterable[str]
) -> Iterator[Problem]:
    first, second = pair
    mission = timetable.mission
    leg = timetable.legs.between(first.end_place, second.place)
    if leg is None:
        return
    needed = timedelta(minutes=leg.minutes + mission.settings.slack_minutes)
    gap = second.span.start - first.span.end
    for need in by_need(timetable, concerned, pair):
        message = say(
            "travel.short",
            n=len(need[1]),
            people=people(mission, need[1]),
            gap=gap,
            start=place(mission, leg.start),
            end=place(mission, leg.end),
            needed=needed,
            missing=needed - gap,
            source=_source(leg),
            first=item(first),
            second=item(second),
        )
        at = (second.at("start"), first.at("end"))
        yield clash("travel", need, message, pair, at)


def _source(leg: Leg) -> Message:
    return say("travel.estimate") if leg.estimated else say("travel.table")
