"""Two states of a mission, what is different in the second, and how it is drawn."""

import sys
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import typer

from itinerary.cli.earlier import load_state
from itinerary.cli.finding import find_people
from itinerary.cli.opened import Opened, Options, opened
from itinerary.cli.output import (
    columns,
    complain,
    complain_text,
    draw,
    folded_to,
    refuse,
    write,
    write_json,
)
from itinerary.cli.when import read_date
from itinerary.locale import Words
from itinerary.names import matching
from itinerary.problems import Severity, say
from itinerary.show.changes_phrases import Phrases, counted, summary
from itinerary.timetable.changes import Changes
from itinerary.timetable.compared import changes_between


class State(NamedTuple):
    """One of the two, and what it was called."""

    name: str
    opened: Opened


class Compared(NamedTuple):
    """What was asked, and what is different."""

    old: State
    new: State
    changes: Changes
    who: str | None
    day: date | None

    @property
    def has_changes(self) -> bool:
        return bool(self.changes.things or self.changes.rows)

    @property
    def words(self) -> Words:
        return self.new.opened.words


def states(context: typer.Context, old: str, new: str | None) -> tuple[State, State]:
    """Both; exit 2 where one is nothing that can be compared. Warns of cells that are no use."""
    options: Options = context.obj
    later = _state(options, new) if new is not None else _mission(context, options)
    found = _state(options, old), later
    complain_incomplete(found)
    return found


def complain_incomplete(found: Iterable[State]) -> None:
    """Says of each state that has cells that are no use."""
    for state in found:
        errors = sum(one.severity is Severity.ERROR for one in state.opened.problems)
        if errors:
            options = state.opened.options
            text = options.words.text("diff.incomplete", state=state.name, n=errors)
            complain_text(text, options.width)


def _mission(context: typer.Context, options: Options) -> State:
    return State(str(options.folder), opened(context))


def _state(options: Options, name: str) -> State:
    words, loaded = options.words, load_state(options, name)
    if loaded is None:
        hint = words.text("diff.unknown.hint")
        raise refuse(words, say("diff.unknown", old=name), hint)
    mission = loaded.mission
    if mission is None:
        complain(loaded.problems, words, options.width)
        raise refuse(words, say("since.unusable", old=name))
    if mission.starts.year == mission.ends.year:
        words.year = mission.starts.year
    return State(name, Opened(options, mission, loaded))


def compared(both: tuple[State, State], who: str | None, day: str | None) -> Compared:
    """What is different, for those and on the day that are asked for; exit 2 where that is
    nobody, or no day."""
    old, new = (state.opened for state in both)
    wanted = None if who is None else _people(old, new, who)
    date = None if day is None else read_date(new, day)
    found = changes_between(old.mission, new.mission).of(wanted, date)
    return Compared(*both, found, who, date)


def _people(old: Opened, new: Opened, who: str) -> set[str]:
    """Those an expression means in either state: who has left is no longer in the later one."""
    found: set[str] = set()
    for state in (old, new) if who.strip() else ():
        called, missing = state.loaded.people_called(who)
        found.update(called if not missing else ())
    if found:
        return found
    names = {one.id: one.name for one in old.mission.people.values()}
    known = {one.id: one.name for one in new.mission.people.values()}
    left = matching(who, names)
    if len(left) == 1 and not matching(who, known):
        return {left[0]}
    return {person.id for person in find_people(new, who)}


def draw_compared(found: Compared, form: str, is_by_person: bool) -> None:
    """Prints it."""
    if form == "json":
        _json(found, is_by_person)
        return
    phrases = Phrases(found.old.opened.mission, found.new.opened.mission, found.words)
    if form == "md":
        _markdown(found, phrases, is_by_person)
    else:
        _text(found, phrases, is_by_person)


def _text(found: Compared, phrases: Phrases, is_by_person: bool) -> None:
    from itinerary.show.changes_text import Sheet, by_item, by_person
    from itinerary.show.lines import wrapped

    words, width = found.words, found.new.opened.options.width
    sheet = Sheet(phrases, words, folded_to(width, sys.stdout))
    draw((by_person if is_by_person else by_item)(found.changes, sheet))
    draw(wrapped(summary(found.changes, words, _checked(found)), columns(width)))


def _markdown(found: Compared, phrases: Phrases, is_by_person: bool) -> None:
    from itinerary.show.changes_markdown import changes_markdown

    words = found.words
    title = words.text("diff.title", old=found.old.name, new=found.new.name)
    told = summary(found.changes, words, _checked(found))
    write(changes_markdown(found.changes, phrases, words, (title, told), is_by_person))


def _json(found: Compared, is_by_person: bool) -> None:
    from itinerary.show.changes_json import changes_data, changes_data_by_person

    head = {"old": found.old.name, "new": found.new.name, "counts": counted(found.changes)}
    if is_by_person:
        missions = (found.old.opened.mission, found.new.opened.mission)
        write_json({**head, "people": changes_data_by_person(found.changes, *missions)})
    else:
        write_json({**head, **changes_data(found.changes)})


def _checked(found: Compared) -> str:
    """`concerning Jean Roatta on Mon 6 Nov in 42 events, 234 meetings and 195 people`."""
    words, frame = found.words, found.new.opened.mission
    parts = []
    if found.day:
        parts.append(words.text("check.on_day", day=found.day))
    if found.who is not None:
        parts.append(words.text("check.concerning", name=found.who))
    counts = (
        words.text("check.events", n=len(frame.events)),
        words.text("check.meetings", n=len(frame.meetings)),
        words.text("check.people", n=len(frame.people)),
    )
    return " ".join((*parts, words.text("check.within", counts=words.list(counts))))
