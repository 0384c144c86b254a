"""The files of an export: names to bytes, all made before any is written."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from itinerary.locale import Words
from itinerary.model import Mission, Person
from itinerary.names import slug
from itinerary.problems import Problem
from itinerary.show.agenda_json import agenda_data
from itinerary.show.agenda_markdown import agenda_markdown, escaped
from itinerary.show.ical import PLAIN, Calendars, Style
from itinerary.show.problem_groups import reported
from itinerary.show.problems_markdown import problems_markdown
from itinerary.show.problems_tables import problems_csv, problems_data
from itinerary.timetable import Timetable


def file_names(people: Iterable[Person]) -> dict[str, str]:
    """A slug for each id, `[a-z0-9-]`, with a number behind it where two would be the same.

    Give it everyone: a namesake's file must not change its name with who else is exported.
    """
    names: dict[str, str] = {}
    taken = {"mission"}
    for person in people:
        stem = slug(person.name)
        if stem == "x":  # no Latin letter in it
            stem = slug(person.id)
        name = stem
        number = 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        names[person.id] = name
    return names


def calendar_files(
    timetable: Timetable,
    people: Sequence[Person],
    words: Words,
    with_mission: bool = True,
    style: Style = PLAIN,
) -> dict[str, bytes]:
    """One calendar per person and, if wanted, `mission.ics` with everything once."""
    calendars = Calendars(timetable, words, style=style)
    names = file_names(timetable.mission.people.values())
    files = {f"{names[person.id]}.ics": calendars.of(person.id) for person in people}
    return {"mission.ics": calendars.mission(), **files} if with_mission else files


def pack_files(
    timetable: Timetable, people: Sequence[Person], problems: Sequence[Problem], words: Words
) -> dict[str, bytes]:
    """Timetables, the conflict report, calendars, and an index of them all."""
    mission = timetable.mission
    names = file_names(mission.people.values())
    files: dict[str, str] = {"index.md": _index(mission, people, names, words)}
    agendas = []
    for person in people:
        days = timetable.days(person.id)
        agendas.append(agenda_data(mission, person, days))
        text = agenda_markdown(mission, person, days, words, mission.home_zone != mission.zone)
        files[f"timetables/{names[person.id]}.md"] = text
    files["timetables.json"] = _json(agendas)
    shown = reported(timetable, problems)
    files["conflicts.md"] = problems_markdown(timetable, shown, words)
    files["conflicts.csv"] = problems_csv(shown, words)
    files["conflicts.json"] = _json(problems_data(mission.id, shown, words))
    calendars = calendar_files(timetable, people, words)
    return {
        **{name: text.encode() for name, text in files.items()},
        **{f"calendars/{name}": data for name, data in calendars.items()},
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _index(
    mission: Mission, people: Sequence[Person], names: Mapping[str, str], words: Words
) -> str:
    lines = [
        f"# {escaped(mission.title)}",
        "",
        words.text("index.dates", starts=mission.starts, ends=mission.ends, zone=mission.zone),
        "",
        f"- [{words.text('index.conflicts')}](conflicts.md)",
        f"- [{words.text('index.calendar')}](calendars/mission.ics)",
        "",
        *_people(people, names, words),
    ]
    return "\n".join(lines) + "\n"


def _people(people: Sequence[Person], names: Mapping[str, str], words: Words) -> Iterator[str]:
    timetable, calendar = words.text("index.timetable"), words.text("index.ics")
    for person in people:
        name = names[person.id]
        links = f"[{timetable}](timetables/{name}.md) · [{calendar}](calendars/{name}.ics)"
        yield f"- {escaped(person.name)}: {links}"
