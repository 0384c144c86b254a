"""Rule `quorum`."""

from collections.abc import Iterator
from typing import NamedTuple

from itinerary.check.wording import item
from itinerary.model import Event, Who
from itinerary.names import key
from itinerary.problems import Message, Problem, say, warning
from itinerary.timetable import Item, Timetable

_ALIKE = (
    "visit visits visite visites visita visitas",
    "talks talk entretien entretiens conversacion conversaciones",
    "round table|round tables|table ronde|tables rondes|mesa redonda|mesas redondas",
    "conference conferences conferencia conferencias",
    "seminar seminars seminaire seminaires seminario seminarios",
    "workshop workshops atelier ateliers taller talleres",
    "ceremony ceremonies ceremonie ceremonia ceremonias",
    "signing signings signature signatures firma firmas",
)
"""Kinds of events in English, French and Spanish; the first word of a line stands for all."""
_KINDS = {
    word: line.split("|" if "|" in line else " ")[0]
    for line in _ALIKE
    for word in line.split("|" if "|" in line else " ")
}


class _Needs(NamedTuple):
    """What the thresholds come to."""

    hosted: frozenset[str]
    signed: frozenset[str]
    officials: frozenset[str]
    """People, one of whom has to be at what is public; empty: nobody has to."""


def quorum(
    timetable: Timetable,
    *,
    officials: str = "officials",
    hosted: tuple[str, ...] = (
        "visit", "talks", "round table", "conference", "seminar", "workshop", "ceremony",
    ),
    signed: tuple[str, ...] = ("ceremony", "signing", "signature", "firma"),
) -> Iterator[Problem]:  # fmt: skip
    """An event lacks those without whom it makes no sense.

    An event of one of the kinds `hosted` has nobody in its column `hosts`; one of the kinds
    `signed` has nobody required of one of the two sides, and then is not asked for hosts too; a
    public one (`audience`) has none of the group `officials`, optional or not. Kinds are
    understood in English, French and Spanish. A table without a column of hosts says nothing
    about hosts, a mission without the group nothing about officials, and an event where nobody
    is expected is a matter of `nobody`. Name who is missing, or correct the kind or the audience.
    """
    group = timetable.mission.groups.get(key(officials), frozenset())
    needs = _Needs(frozenset(map(_kind, hosted)), frozenset(map(_kind, signed)), group)
    for thing in timetable.by_kind["event"]:
        if thing.people and isinstance(thing.record, Event):
            yield from _missing(timetable, thing, thing.record, needs)


def _kind(text: str) -> str:
    """The English word of a kind."""
    plain = key(text)
    return _KINDS.get(plain, plain)


def _missing(timetable: Timetable, thing: Item, event: Event, needs: _Needs) -> Iterator[Problem]:
    kind = _kind(event.kind)
    lacks = list(_sides(timetable, thing, event)) if kind in needs.signed else []
    if kind in needs.hosted and not lacks and _has_no_hosts(event):
        lacks.append((say("quorum.hosts", item=item(thing)), "hosts"))
    for message, column in lacks:
        yield _problem(thing, message, column, "kind")
    if event.audience == "public" and _has_none(event, thing, needs.officials):
        message = say("quorum.officials", item=item(thing))
        yield _problem(thing, message, "who", "audience")


def _sides(timetable: Timetable, thing: Item, event: Event) -> Iterator[tuple[Message, str]]:
    """The sides of which nobody is required, each with the column to write in."""
    if not _is_whole(event.who, event.hosts):
        return
    people = timetable.mission.people
    sides = {people[person].side for person in thing.required}
    if "delegation" not in sides:
        yield say("quorum.ours", item=item(thing)), "who"
    if "host" not in sides:
        yield say("quorum.theirs", item=item(thing)), "hosts"


def _has_no_hosts(event: Event) -> bool:
    says_hosts = "hosts" in event.origin.columns.headers
    return says_hosts and not event.hosts.people and _is_whole(event.hosts)


def _has_none(event: Event, thing: Item, officials: frozenset[str]) -> bool:
    is_known = bool(officials) and _is_whole(event.who, event.optional, event.hosts)
    return is_known and officials.isdisjoint(thing.people)


def _is_whole(*expressions: Who) -> bool:
    """Whether all that was written could be read; what could not is a problem already."""
    return all(who.is_whole for who in expressions)


def _problem(thing: Item, message: Message, *columns: str) -> Problem:
    at = (thing.at(column) for column in columns)
    return warning("quorum", message, *at)._replace(people=thing.people, items=(thing.id,))
