"""A person or an event by an approximate name; what the shell offers to complete."""

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

import typer

from itinerary.cli.opened import Opened, folder_of, nearest_mission
from itinerary.cli.output import refuse
from itinerary.load import load_mission
from itinerary.model import Event, Journey, Meeting, Mission, Person, Venue
from itinerary.names import fold, key, matching, near
from itinerary.problems import OneOf, say
from itinerary.times import Moment

MOST = 10
"""Candidates that are listed; a message says how many there are."""
NEAREST = 3
"""Candidates where none matches."""
LEAST_ALIKE = 0.3
"""From 0 to 1: what is less like the text than this is not worth naming."""


def find_person(opened: Opened, who: str) -> Person:
    """The only person `who` can mean; exit 2 with the candidates otherwise."""
    people, names = opened.mission.people, _people(opened.mission)
    found = matching(who, names)
    if len(found) == 1 and key(who) in (key(found[0]), key(names[found[0]])):
        return people[found[0]]
    several, missing = _called(opened, who)
    if len(several) > 1 and not missing:
        message = say("find.people", text=who, n=len(several))
        raise refuse(opened.words, message, *_listed(several, names))
    if several and not missing:
        return people[several[0]]
    if not found and tuple(map(key, missing)) not in ((), (key(who),)):
        raise _refuse_terms(opened, missing)
    return people[_find(opened, who, "people", names)]


def find_people(opened: Opened, who: str | None) -> list[Person]:
    """Everyone in the table of people, or those an expression or an approximate name means."""
    people = opened.mission.people
    if who is None:
        return [person for person in people.values() if not person.stands_for]
    found, missing = _called(opened, who)
    if missing or not found:
        return [find_person(opened, who)]
    return [people[identity] for identity in found]


def _called(opened: Opened, who: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The people an expression of organisations, groups and names comes to; its other terms."""
    return opened.loaded.people_called(who) if who.strip() else ((), ())


def _refuse_terms(opened: Opened, missing: tuple[str, ...]) -> typer.Exit:
    """Names the terms of an expression that are nobody, and who is nearest to each."""
    opened.warn()
    names = _people(opened.mission)
    nearest = dict.fromkeys(i for term in missing for i in _nearest(term, names))
    terms = OneOf(dict.fromkeys(f'"{term}"' for term in missing))
    message = say("find.missing", terms=terms)
    return refuse(opened.words, message, *_listed(nearest, names), opened.words.text("find.hint"))


def find_event(opened: Opened, event: str) -> Event:
    """The only event the text can mean; exit 2 with the candidates otherwise."""
    titles = {event.id: event.title for event in opened.mission.events.values()}
    return opened.mission.events[_find(opened, event, "events", titles)]


def find_meeting(opened: Opened, text: str) -> Meeting:
    """The only meeting an id or a title can mean; exit 2 with the candidates otherwise."""
    titles = {meeting.id: meeting.title for meeting in opened.mission.meetings.values()}
    return opened.mission.meetings[_find(opened, text, "meetings", titles)]


def find_venue(opened: Opened, text: str) -> Venue:
    """The same for venues."""
    names = {venue.id: venue.name for venue in opened.mission.venues.values()}
    return opened.mission.venues[_find(opened, text, "venues", names)]


def find_item(opened: Opened, text: str) -> tuple[str, str]:
    """The reference and the title of the only event, else the only meeting, a text can mean."""
    events, meetings = opened.mission.events, opened.mission.meetings
    titles = {f"event:{event.id}": event.title for event in events.values()}
    titles |= {f"meeting:{meeting.id}": meeting.title for meeting in meetings.values()}
    for kind in ("event", "meeting"):
        if f"{kind}:{text}" in titles:
            return f"{kind}:{text}", titles[f"{kind}:{text}"]
    found = _find(opened, text, "events", titles)
    return found, titles[found]


def find_journey(opened: Opened, text: str) -> Journey:
    """The only journey, or the only run of one, that an id or a number can mean."""
    journeys = opened.mission.journeys
    shown = {
        j.id: f"{j.number}, {opened.words.shown(Moment(j.span.start, j.start_zone))}"
        for j in journeys.values()
    }
    runs = {j.span: j for j in journeys.values() if key(text) in (key(j.id), key(j.number))}
    if text in journeys or len(runs) == 1:
        return journeys[text] if text in journeys else next(iter(runs.values()))
    return journeys[_find(opened, text, "journeys", shown)]


def _find(opened: Opened, text: str, table: str, names: Mapping[str, str]) -> str:
    words = opened.words
    if not text.strip():
        raise refuse(words, say("find.empty"), words.text("find.hint"))
    found = matching(text, names)
    if len(found) == 1:
        return found[0]
    if found:
        message = say("find.several", text=text, n=len(found))
        raise refuse(words, message, *_listed(found, names))
    found = _nearest(text, names)
    opened.warn()
    unknown = say("reference.unknown", text=text, table=table)
    message = say("find.none", text=text) if found else unknown
    raise refuse(words, message, *_listed(found, names), words.text("find.hint"))


def _nearest(text: str, names: Mapping[str, str]) -> list[str]:
    """The ids of at most three: who has it within a word, then those spelt most like it."""
    from difflib import get_close_matches

    wanted = key(text)
    if not wanted:
        return []
    by_name = {name: identity for identity, name in names.items()}
    inside = [identity for identity, name in names.items() if wanted in key(name)]
    alike = [by_name.get(name, name) for name in near(text, [*by_name, *names])]
    words = {word: identity for identity, name in names.items() for word in key(name).split()}
    far = [words[word] for word in get_close_matches(wanted, words, n=NEAREST, cutoff=LEAST_ALIKE)]
    return list(dict.fromkeys([*inside, *alike, *far]))[:NEAREST]


def _listed(found: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [f"{identity}  {names[identity]}" for identity in islice(found, MOST)]


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


def complete_meeting(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The same for meetings."""
    mission = _mission(context)
    names = {meeting.id: meeting.title for meeting in mission.meetings.values()} if mission else {}
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
    folder = folder_of(Path(given)) if given else nearest_mission()
    return load_mission(folder).mission if folder else None
