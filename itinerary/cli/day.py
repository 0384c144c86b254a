"""The commands `next` and `day`: now, and one date."""

from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.finding import complete_person, find_person
from itinerary.cli.opened import opened
from itinerary.cli.output import columns, draw, write_json
from itinerary.cli.when import read_date, read_instant


class Format(StrEnum):
    """How it is drawn."""

    TEXT = "text"
    JSON = "json"


Form = Annotated[Format, typer.Option("--format", "-f", help="The form.")]


def next_item(
    context: typer.Context,
    who: Annotated[
        list[str],
        typer.Argument(help="An id, a name or part of one.", autocompletion=complete_person),
    ],
    at: Annotated[
        str | None,
        typer.Option("--at", help="Instead of now: '2017-11-06 14:20', 'mardi 14h', 9h30 (today)."),
    ] = None,
    form: Form = Format.TEXT,
) -> None:
    """Show what a person is at now, what is next, where, and when to leave."""
    from itinerary.show.agenda_text import Page
    from itinerary.show.next_text import around, next_data, next_text

    mission = opened(context)
    person = find_person(mission, " ".join(who))
    instant = mission.now if at is None else read_instant(mission, at)
    now = around(mission.timetable.days(person.id), instant, mission.mission.zone)
    if form is Format.JSON:
        write_json(next_data(mission.mission, person, now))
    else:
        page = Page(mission.words, columns(mission.options.width))
        draw(next_text(mission.mission, person, now, page))
    raise typer.Exit(mission.warn())


def day(
    context: typer.Context,
    when: Annotated[
        str, typer.Argument(metavar="DAY", help="2017-11-06, 'lundi 6', J+2, today, tomorrow.")
    ] = "today",
    form: Form = Format.TEXT,
) -> None:
    """Show the whole delegation's day: what is on, where, and how many are expected."""
    from itinerary.show.agenda_text import Page
    from itinerary.show.day_text import day_data, day_text, items_on

    mission = opened(context)
    date = read_date(mission, when)
    items = items_on(mission.timetable, date)
    if form is Format.JSON:
        write_json(day_data(mission.mission, items, date))
    else:
        page = Page(mission.words, columns(mission.options.width))
        draw(day_text(mission.mission, items, date, page))
    raise typer.Exit(mission.warn())
