"""A person or an event by an approximate name; what the shell offers to complete."""

import re
from collections.abc import Mapping
from pathlib import Path

import typer

from itinerary.cli.opened import Opened, nearest_mission
from itinerary.cli.output import refuse
from itinerary.load import load_folder
from itinerary.model import Event, Mission, Person
from itinerary.names import fold, matching, near
from itinerary.problems import say

MOST = 10
"""Candidates that are listed; a message says how many there are."""


def find_person(opened: Opened, who: str) -> Person:
    """The only person `who` can mean; exit 2 with the candidates otherwise."""
    return opened.mission.people[_find(opened, who, "people", _people(opened.mission))]


def find_people(opened: Opened, who: str | None) -> list[Person]:
    """Everyone in the table of people, or those an expression or an approximate name means."""
    people = opened.mission.people
    if who is None:
        return [person for person in people.values() if not person.stands_for]
    found, missing = opened.loaded.people_called(who)
    if missing or not found:
        return [find_person(opened, who)]
    return [people[identity] for identity in found]


def find_event(opened: Opened, event: str) -> Event:
    """The only event the text can mean; exit 2 with the candidates otherwise."""
    titles = {event.id: event.title for event in opened.mission.events.values()}
    return opened.mission.events[_find(opened, event, "events", titles)]


def _find(opened: Opened, text: str, table: str, names: Mapping[str, str]) -> str:
    found = matching(text, names)
    if len(found) == 1:
        return found[0]
    if found:
        message = say("find.several", text=text, n=len(found))
    else:
        by_name = {name: identity for identity, name in names.items()}
        found = list(dict.fromkeys(by_name.get(n, n) for n in near(text, [*by_name, *names])))[:3]
        unknown = say("reference.unknown", text=text, table=table)
        opened.warn()
        message = say("find.none", text=text) if found else unknown
    raise refuse(
        opened.words, message, *(f"{identity}  {names[identity]}" for identity in found[:MOST])
    )


def _people(mission: Mission) -> dict[str, str]:
    return {person.id: person.name for person in mission.people.values()}


def complete_person(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Ids that begin so, and words of names that do, each with the name."""
    mission = _mission(context)
    return _offers(_people(mission), incomplete) if mission else []


def complete_event(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The same for events."""
    mission = _mission(context)
    names = {event.id: event.title for event in mission.events.values()} if mission else {}
    return _offers(names, incomplete)


def _offers(names: Mapping[str, str], incomplete: str) -> list[tuple[str, str]]:
    """A shell keeps only offers that begin as typed, so a word of a name is spelt that way."""
    wanted = fold(incomplete)
    offers = {identity: name for identity, name in names.items() if identity.startswith(incomplete)}
    for identity, name in names.items():
        if identity not in offers:
            words = [word for word in re.findall(r"\w+", name) if fold(word).startswith(wanted)]
            for word in words:
                offers.setdefault(incomplete + word[len(incomplete) :], name)
    return list(offers.items())


def _mission(context: typer.Context) -> Mission | None:
    """The mission of a half-typed command; a shell wants no complaints, so none are made."""
    given = context.find_root().params.get("mission")
    folder = Path(given) if given else nearest_mission()
    return load_folder(folder).mission if folder else None
