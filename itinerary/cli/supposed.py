"""The changes that `whatif` is asked about, and its answer."""

import re
import sys
from collections.abc import Sequence
from typing import NamedTuple

from itinerary.check import check
from itinerary.check.since import changed
from itinerary.check.whatif import delayed, dropped, same_run, without_people
from itinerary.cli.finding import find_item, find_journey, find_people
from itinerary.cli.opened import Opened
from itinerary.cli.output import columns, draw, folded_to, refuse, write_json
from itinerary.cli.suggested import with_suggestions
from itinerary.cli.when import read_window
from itinerary.model import Mission
from itinerary.problems import Message, say
from itinerary.show.problem_groups import Group, Reported, grouped, reported
from itinerary.times import Moment, UnreadableError, local, read_length
from itinerary.timetable import Timetable


class Supposed(NamedTuple):
    """The mission as it would be, and in which way."""

    mission: Mission
    said: tuple[Message, ...] = ()
    people: frozenset[str] = frozenset()
    """Everyone at what is changed."""

    def then(self, mission: Mission, said: Message, people: Sequence[str]) -> "Supposed":
        """One change more."""
        return Supposed(mission, (*self.said, said), self.people.union(people))


class Answer(NamedTuple):
    """What the changes do."""

    changes: Supposed
    timetable: Timetable
    new: tuple[Reported, ...]
    gone: tuple[Reported, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone concerned, in protocol order."""
        found = self.changes.people.union(*(one.problem.people for one in self.new))
        return self.changes.mission.in_protocol_order(found)


def supposed(
    opened: Opened, delays: Sequence[str], drops: Sequence[str], absences: Sequence[str]
) -> Supposed:
    """All the changes at once; exit 2 where one of them means nothing."""
    changes = Supposed(opened.mission)
    for text in delays:
        changes = _delay(opened, changes, text)
    for text in drops:
        changes = _drop(opened, changes, text)
    for text in absences:
        example = "--absent 'suhas=2017-11-07..2017-11-08 12:00'"
        who, window = _cut(opened, text, "WHO=FROM..TO", example)
        changes = absence(opened, changes, who, window)
    return changes


def _delay(opened: Opened, changes: Supposed, text: str) -> Supposed:
    name, length = _cut(opened, text, "JOURNEY=2h", "--delay 'XX 101=2h'")
    is_early = length.startswith("-")
    try:
        by = read_length(length.lstrip("+-"))
    except UnreadableError as fault:
        hint = opened.words.sentence(fault.hint) if fault.hint else ""
        raise refuse(opened.words, fault.message, hint) from None
    journey = find_journey(opened, name)
    rows = same_run(changes.mission, journey.id)
    mission = delayed(changes.mission, rows, -by if is_early else by)
    said = say("whatif.early" if is_early else "whatif.delay", journey=journey.number, by=by)
    people = [person for row in rows for person in mission.journeys[row].who.people]
    return changes.then(mission, said, people)


def _drop(opened: Opened, changes: Supposed, text: str) -> Supposed:
    reference, title = find_item(opened, text)
    items = [i for i in opened.timetable.items if i.id.partition("@")[0] == reference]
    people = [person for item in items for person in item.people]
    return changes.then(
        dropped(changes.mission, reference), say("whatif.drop", item=f'"{title}"'), people
    )


def absence(opened: Opened, changes: Supposed, who: str, window: str) -> Supposed:
    """Some people away for a while, `FROM..TO` or a whole day; exit 2 where that means nothing."""
    bounds = re.split(r"\s*\.\.\s*", window)
    span = read_window(opened, bounds[0], bounds[-1])
    people = [person.id for person in find_people(opened, who)]
    zone = opened.mission.zone
    start, end = Moment(span.start, zone), Moment(span.end, zone)
    names = tuple(opened.mission.people[person].name for person in people)
    said = say("whatif.absent", people=names, start=start, end=end)
    mission = without_people(changes.mission, who, tuple(people), span)
    return changes.then(mission, said, people)


def _cut(opened: Opened, text: str, form: str, example: str) -> tuple[str, str]:
    """Both sides of the last `=`; exit 2 where one is missing."""
    name, _, value = text.rpartition("=")
    if not name.strip() or not value.strip():
        hint = opened.words.text("whatif.form.hint", example=example)
        raise refuse(opened.words, say("whatif.form", text=text, form=form), hint)
    return name.strip(), value.strip()


def answer(opened: Opened, changes: Supposed) -> Answer:
    """What is new and what is gone with the changes made, and how what is new can be mended."""
    today = local(opened.now, opened.mission.zone).date()
    timetable = Timetable(changes.mission, opened.timetable.legs)
    before = check(opened.timetable, opened.problems, today)
    after = check(timetable, opened.problems, today)
    sentence = opened.words.sentence
    found = changed(
        [(problem, sentence(problem.message)) for problem in before],
        [(problem, sentence(problem.message)) for problem in after],
    )
    shown = reported(timetable, found.new)
    new = with_suggestions(opened, after, shown, today, timetable)
    return Answer(changes, timetable, tuple(new), tuple(reported(opened.timetable, found.gone)))


def draw_answer(opened: Opened, found: Answer, form: str) -> None:
    """Prints the answer."""
    if form == "json":
        _json(opened, found)
    else:
        _text(opened, found)


def _json(opened: Opened, found: Answer) -> None:
    from itinerary.show.problems_tables import problems_data

    words, name = opened.words, opened.mission.id
    write_json(
        {
            **problems_data(name, found.new, words),
            "changes": [words.sentence(said) for said in found.changes.said],
            "gone": problems_data(name, found.gone, words)["problems"],
            "people": list(found.people),
        }
    )


def _text(opened: Opened, found: Answer) -> None:
    from itinerary.show.lines import BLANK, wrapped
    from itinerary.show.problems_text import report_lines, summary

    words, width = opened.words, columns(opened.options.width)
    folded = folded_to(opened.options.width, sys.stdout)
    changes = words.text("whatif.changes", changes=found.changes.said)
    draw([*wrapped(changes, width, "bold"), BLANK])
    draw(report_lines(grouped(found.timetable, found.new, words), words, folded))
    if found.gone:
        gone = Group(words.text("whatif.gone"), found.gone)
        draw(report_lines([gone], words, folded))
    if not found.new:
        draw(wrapped(words.text("whatif.nothing"), width))
        return
    names = tuple(opened.mission.people[person].name for person in found.people)
    draw([*wrapped(words.text("whatif.concerned", people=names), width), BLANK])
    draw(wrapped(summary([one.problem for one in found.new], words, ""), width))
