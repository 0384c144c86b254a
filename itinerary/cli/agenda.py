"""The command `agenda`."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, NamedTuple

import typer

from itinerary.cli.finding import complete_person, find_people, find_person
from itinerary.cli.opened import Opened, opened
from itinerary.cli.output import columns, draw, refuse, write, write_json
from itinerary.cli.when import read_date
from itinerary.model import Person
from itinerary.problems import say
from itinerary.times import local
from itinerary.timetable import Day, Item


class Format(StrEnum):
    """How an agenda is drawn."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    ICS = "ics"


def agenda(
    context: typer.Context,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            help="Whose agenda: an id, a name or part of one.", autocompletion=complete_person
        ),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--day", "-d", help="One day: 2017-11-06, 'lundi 6', J+2, today, tomorrow."),
    ] = None,
    home: Annotated[bool, typer.Option("--home", help="Add the time at home.")] = False,
    everyone: Annotated[bool, typer.Option("--all", help="Everyone's agenda.")] = False,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
) -> None:
    """Show a person's timetable, with travel and when to leave."""
    mission = opened(context)
    if bool(who) == everyone:
        message = say("agenda_command.both") if everyone else say("agenda_command.who")
        raise refuse(mission.words, message)
    people = [find_person(mission, " ".join(who))] if who else find_people(mission, None)
    wanted = Wanted(people, None if day is None else read_date(mission, day), home, everyone)
    _DRAWINGS[form](mission, wanted)
    raise typer.Exit(mission.warn())


class Wanted(NamedTuple):
    """Whose agendas, of which day if not of all, and how."""

    people: list[Person]
    day: date | None
    home: bool
    everyone: bool


def _agendas(mission: Opened, wanted: Wanted) -> Iterator[tuple[Person, list[Day]]]:
    for person in wanted.people:
        days = mission.timetable.days(person.id)
        yield person, days if wanted.day is None else [_on(wanted.day, days)]


def _on(date: date, days: list[Day]) -> Day:
    """All that touches a date: what starts on it, and what began before and is not over."""
    entries = (entry for day in days for entry in day.entries)
    return Day(date, tuple(e for e in entries if e.item.day <= date <= _last_day(e.item)))


def _last_day(item: Item) -> date:
    """The date on the clocks where it ends; what ends at midnight ends the day before."""
    last = local(item.span.end - timedelta(microseconds=1), item.end_zone).date()
    return max(item.day, last)


def _text(mission: Opened, wanted: Wanted) -> None:
    from itinerary.show.agenda_text import Page, agenda_text
    from itinerary.show.lines import BLANK

    page = Page(mission.words, columns(mission.options.width), wanted.home)
    for number, (person, days) in enumerate(_agendas(mission, wanted)):
        if number:
            draw([BLANK, BLANK])
        draw(agenda_text(mission.mission, person, days, page))


def _markdown(mission: Opened, wanted: Wanted) -> None:
    from itinerary.show.agenda_markdown import agenda_markdown

    agendas = _agendas(mission, wanted)
    home = wanted.home
    texts = (agenda_markdown(mission.mission, p, d, mission.words, home) for p, d in agendas)
    write("\n".join(texts))


def _json(mission: Opened, wanted: Wanted) -> None:
    from itinerary.show.agenda_json import agenda_data

    data = [agenda_data(mission.mission, p, days) for p, days in _agendas(mission, wanted)]
    write_json(data if wanted.everyone else data[0])


def _ics(mission: Opened, wanted: Wanted) -> None:
    from itinerary.show.ical import Calendars

    calendars = Calendars(mission.timetable, mission.words)
    if wanted.everyone:
        data = calendars.mission(wanted.day)
    else:
        data = calendars.of(wanted.people[0].id, wanted.day)
    typer.echo(data, nl=False)


_DRAWINGS = {Format.TEXT: _text, Format.MARKDOWN: _markdown, Format.JSON: _json, Format.ICS: _ics}
