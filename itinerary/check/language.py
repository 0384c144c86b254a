"""Rule `language`."""

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from itinerary.check.wording import item, people
from itinerary.model import Meeting, Mission, Resource
from itinerary.problems import Message, OneOf, Problem, Source, error, say
from itinerary.timetable import Item, Timetable

Tongues = frozenset[str]
SHOWN = 3


class _Need(NamedTuple):
    """Languages between which someone has to interpret."""

    column: str
    """The side that does not understand; `both` where neither understands the other."""
    side: Tongues
    other: Tongues


def language(timetable: Timetable) -> Iterator[Problem]:
    """The two sides of a meeting cannot talk to each other.

    They share no language, and no interpreter of its `resources` speaks one of each; or they do,
    or one is not judged, and a side has nobody who speaks the `language` of the meeting, and no
    interpreter between that and one of theirs. A side of which the table of people gives no
    language is not judged, an interpreter without languages is trusted with all, and who is
    optional does not count. Add an interpreter, or someone who speaks the language.
    """
    mission = timetable.mission
    hints: dict[_Need, Message] = {}
    for meeting, need in _needed(timetable):
        if not _is_met(mission, meeting, need):
            thing = timetable.by_id[f"meeting:{meeting.id}"]
            if need not in hints:
                hints[need] = _hint(mission, need)
            message, at = _said(mission, (thing, meeting), need)
            problem = error("language", message, *at, thing.at("resources"), hint=hints[need])
            concerned = mission.in_protocol_order(thing.required)
            yield problem._replace(people=concerned, items=(thing.id,))


def _needed(timetable: Timetable) -> Iterator[tuple[Meeting, _Need]]:
    """What has to be interpreted at which meeting; most pairs of sides need nothing."""
    mission = timetable.mission
    placed = timetable.by_kind["meeting"]
    if is_one_tongue(mission, set(map(attrgetter("record.languages"), placed))):
        return
    spoken = _Spoken(mission)
    ours, theirs = (
        map(spoken.__getitem__, map(attrgetter(side), placed))
        for side in ("record.who.people", "record.counterpart.people")
    )
    sides = [*zip(ours, theirs, map(attrgetter("record.languages"), placed), strict=True)]
    needs = {side: _needs(side[0], side[1], frozenset(side[2])) for side in set(sides)}
    if not any(needs.values()):
        return
    wanted = dict(zip(map(attrgetter("record.id"), placed), sides, strict=True))
    for meeting in mission.meetings.values():
        for need in needs[wanted[meeting.id]] if meeting.id in wanted else ():
            yield meeting, need


def is_one_tongue(mission: Mission, wanted: set[tuple[str, ...]]) -> bool:
    """Whether a language that everyone speaks, as far as is known, will do at every meeting."""
    known = {frozenset(person.languages) for person in mission.people.values()} - {Tongues()}
    common = frozenset.intersection(*known) if known else Tongues()
    return bool(common) and not any(common.isdisjoint(some) for some in wanted - {()})


class _Spoken(dict[tuple[str, ...], Tongues]):
    """All languages of some people, worked out once for each side."""

    def __init__(self, mission: Mission) -> None:
        super().__init__()
        self._people = mission.people

    def __missing__(self, people: tuple[str, ...]) -> Tongues:
        self[people] = Tongues().union(*(self._people[person].languages for person in people))
        return self[people]


def _needs(ours: Tongues, theirs: Tongues, wanted: Tongues) -> Sequence[_Need]:
    """What has to be interpreted; between the sides alone where they share no language."""
    if ours and theirs and ours.isdisjoint(theirs):
        return (_Need("both", ours, theirs),)
    if not wanted:
        return ()
    sides = (("who", ours), ("counterpart", theirs))
    return [_Need(name, side, wanted) for name, side in sides if side and side.isdisjoint(wanted)]


def _is_met(mission: Mission, meeting: Meeting, need: _Need) -> bool:
    known = (mission.resources.get(name) for name in meeting.resources)
    return any(one is not None and _is_able(one, need) for one in known)


def _is_able(known: Resource, need: _Need) -> bool:
    """Whether it is such an interpreter; one of whom no language is given is trusted."""
    sides = (need.side, need.other)
    speaks = not known.languages or not any(side.isdisjoint(known.languages) for side in sides)
    return speaks and known.kind == "interpreter"


def _hint(mission: Mission, need: _Need) -> Message:
    able = (known.id for known in mission.resources.values() if _is_able(known, need))
    names = OneOf(islice(able, SHOWN))
    return say("language.interpreter", names=names) if names else say("language.person")


def _said(
    mission: Mission, held: tuple[Item, Meeting], need: _Need
) -> tuple[Message, tuple[Source, ...]]:
    """The sentence, and the cells of who takes part."""
    thing, meeting = held
    if need.column == "both":
        message = say(
            "language.none",
            item=item(thing),
            first=people(mission, meeting.who.people),
            ours=tuple(sorted(need.side)),
            second=people(mission, meeting.counterpart.people),
            theirs=tuple(sorted(need.other)),
        )
        return message, (thing.at("who"), thing.at("counterpart"))
    side = meeting.who if need.column == "who" else meeting.counterpart
    message = say(
        "language.lacking",
        item=item(thing),
        n=len(side.people),
        side=people(mission, side.people),
        wanted=OneOf(sorted(need.other)),
    )
    return message, (thing.at(need.column), thing.at("language"))
