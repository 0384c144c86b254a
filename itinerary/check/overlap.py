"""Rule `overlap`."""

from collections.abc import Iterator, Sequence

from itinerary.check.wording import by_need, clash, item, people
from itinerary.problems import Problem, say
from itinerary.times import Moment
from itinerary.times import overlap as spans_overlap
from itinerary.timetable import Item, Timetable


def overlap(timetable: Timetable) -> Iterator[Problem]:
    """Someone is expected at two things at the same time.

    An error where both are required, a warning where one is optional. Things that touch, one
    ending as the other starts, do not overlap. Move one of the two, or take the person off one.
    Two transfers at once are left to `stranded`.
    """
    pairs: dict[tuple[Item, Item], list[str]] = {}
    for person, items in timetable.by_person.items():
        for pair in () if person in timetable.in_line else _overlapping(items):
            pairs.setdefault(pair, []).append(person)
    for pair, concerned in pairs.items():
        yield from _problems(timetable, pair, concerned)


def are_transfers(first: Item, second: Item) -> bool:
    """Whether both are rides: nobody can be in two vehicles."""
    return first.kind == second.kind == "transfer"


def _overlapping(items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Every pair that shares time, in one pass over items in order of start."""
    running: list[Item] = []
    for later in items:
        running = [earlier for earlier in running if earlier.span.end > later.span.start]
        for earlier in running:
            if spans_overlap(earlier.span, later.span) and not are_transfers(earlier, later):
                yield earlier, later
        running.append(later)


def _problems(
    timetable: Timetable, pair: tuple[Item, Item], concerned: list[str]
) -> Iterator[Problem]:
    first, second = pair
    start = Moment(max(first.span.start, second.span.start), second.zone)
    end = Moment(min(first.span.end, second.span.end), second.zone)
    for need in by_need(timetable, concerned, pair):
        message = say(
            "overlap.clash",
            n=len(need[1]),
            people=people(timetable.mission, need[1]),
            first=item(first),
            second=item(second),
            start=start.wall.time(),
            end=end.wall.time(),
        )
        yield clash("overlap", need, message, pair, (first.at("start"), second.at("start")))
