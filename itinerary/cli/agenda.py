"""The command `agenda`."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.day import read_date
from itinerary.cli.finding import complete_person, find_person
from itinerary.cli.opened import Opened, opened
from itinerary.cli.output import columns, draw, refuse, write, write_json
from itinerary.model import Person
from itinerary.problems import say
from itinerary.timetable import Day


class Format(StrEnum):
    """How an agenda is drawn."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    ICS = "ics"


def agenda(
    context: typer.Context,
    who: Annotated[
        str | None,
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
    if (who is None) != everyone:
        raise refuse(mission.words, say("agenda_command.who"))
    people = list(mission.mission.people.values()) if who is None else [find_person(mission, who)]
    only = None if day is None else read_date(mission, day)
    agendas = [(person, _days(mission, person, only)) for person in people]
    _DRAWINGS[form](mission, agendas, home, everyone)
    raise typer.Exit(mission.warn())


Agendas = list[tuple[Person, list[Day]]]


def _days(mission: Opened, person: Person, only: date | None) -> list[Day]:
    days = mission.timetable.days(person.id)
    return days if only is None else [day for day in days if day.date == only]


def _text(mission: Opened, agendas: Agendas, home: bool, everyone: bool) -> None:
    from itinerary.show.agenda_text import Page, agenda_text
    from itinerary.show.lines import BLANK

    page = Page(mission.words, columns(mission.options.width), home)
    for number, (person, days) in enumerate(agendas):
        if number:
            draw([BLANK, BLANK])
        draw(agenda_text(mission.mission, person, days, page))


def _markdown(mission: Opened, agendas: Agendas, home: bool, everyone: bool) -> None:
    from itinerary.show.agenda_markdown import agenda_markdown

    texts = [agenda_markdown(mission.mission, p, d, mission.words, home) for p, d in agendas]
    write("\n".join(texts))


def _json(mission: Opened, agendas: Agendas, home: bool, everyone: bool) -> None:
    from itinerary.show.agenda_json import agenda_data

    data = [agenda_data(mission.mission, person, days) for person, days in agendas]
    write_json(data if everyone else data[0])


def _ics(mission: Opened, agendas: Agendas, home: bool, everyone: bool) -> None:
    from itinerary.show.ical import Calendars

    calendars = Calendars(mission.timetable, mission.words)
    data = calendars.mission() if everyone else calendars.of(agendas[0][0].id)
    typer.echo(data, nl=False)


_DRAWINGS = {Format.TEXT: _text, Format.MARKDOWN: _markdown, Format.JSON: _json, Format.ICS: _ics}
