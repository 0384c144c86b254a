"""An earlier state of the mission: a folder, a report, or a revision of git."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from itinerary.check import check
from itinerary.check.since import Changed, changed, moves_of
from itinerary.cli.earlier import load_state
from itinerary.cli.opened import Opened
from itinerary.cli.output import refuse
from itinerary.load import Loaded
from itinerary.problems import Problem, Severity, Source, by_policy, say
from itinerary.show.problem_groups import heads_of_delegation
from itinerary.timetable import Timetable

UNREPORTED = (".toml", ".xlsx", ".xlsm", ".ods")
"""Files that are, or stand for, a mission."""


class Earlier(NamedTuple):
    """What was wrong then."""

    problems: Sequence[Problem]
    timetable: Timetable | None
    """None where only a report was kept."""


def changed_since(
    mission: Opened, old: str, problems: Iterable[Problem], today: date | None
) -> Changed:
    """The problems that are new since `old`, items of the head of delegation that moved, and
    the problems that are gone; exit 2 where `old` is nothing that can be compared."""
    earlier, sentence = _earlier(mission, old, today), mission.words.sentence
    found = changed(
        [(problem, sentence(problem.message)) for problem in earlier.problems],
        [(problem, sentence(problem.message)) for problem in problems],
    )
    known = mission.mission.people
    gone = tuple(p._replace(people=tuple(i for i in p.people if i in known)) for p in found.gone)
    if earlier.timetable is None:
        return Changed(found.new, gone)
    heads = heads_of_delegation(mission.mission)
    moves = by_policy(
        moves_of(earlier.timetable, mission.timetable, heads), mission.mission.settings.severities
    )
    return Changed((*moves, *found.new), gone)


def _earlier(mission: Opened, old: str, today: date | None) -> Earlier:
    path = Path(old)
    if path.is_file() and path.suffix.lower() not in UNREPORTED:
        return Earlier(_read_report(mission, path), None)
    loaded = load_state(mission.options, old)
    if loaded is None:
        hint = mission.words.text("since.unknown.hint")
        raise refuse(mission.words, say("since.unknown", old=old), hint)
    return _checked(mission, old, loaded, today)


def _checked(mission: Opened, old: str, loaded: Loaded, today: date | None) -> Earlier:
    if loaded.mission is None:
        raise refuse(mission.words, say("since.unusable", old=old))
    timetable = Timetable(loaded.mission)
    return Earlier(check(timetable, loaded.problems, today), timetable)


def _read_report(mission: Opened, path: Path) -> list[Problem]:
    """The problems of a report that `check --format json` wrote."""
    try:
        data = json.loads(path.read_bytes())
        return [_problem(row) for row in data["problems"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        hint = mission.words.text("since.report.hint")
        raise refuse(mission.words, say("since.report", file=path.name), hint) from None


def _problem(row: dict[str, Any]) -> Problem:
    at = tuple(
        Source(str(c["file"]), int(c["row"]), str(c["column"]), str(c.get("sheet", "")))
        for c in row["at"]
    )
    said = say("since.said", sentence=(str(row["message"]),))
    people, items = (tuple(map(str, row[name])) for name in ("people", "items"))
    return Problem(str(row["rule"]), Severity(row["severity"]), said, at, None, people, items)
