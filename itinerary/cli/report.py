"""The conflict report, drawn in each of its forms."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from itinerary.cli.opened import Opened
from itinerary.cli.output import columns, complain_text, draw, folded_to, write, write_json
from itinerary.cli.selected import Selection
from itinerary.problems import Problem
from itinerary.show.problem_groups import Group, Reported, grouped, reported

Problems = Sequence[Reported]


class Asked(NamedTuple):
    """What is wanted of a report besides its filters."""

    today: date
    since: str | None = None
    suggest: bool = False


class Report(NamedTuple):
    """What a report shows."""

    problems: Problems
    sought: str = ""
    """What was looked for, where that is not everything."""
    since: str | None = None
    gone: Problems = ()
    """Where it tells what has changed: what is no problem any more."""


def report_of(
    mission: Opened, wanted: Selection, everything: Sequence[Problem], asked: Asked
) -> Report:
    """The problems that are wanted of all there are, or of those that are new, with repairs."""
    new: Sequence[Problem] = everything
    gone: Sequence[Problem] = ()
    if asked.since is not None:
        from itinerary.cli.since import changed_since

        new, gone = changed_since(mission, asked.since, everything, asked.today)
    timetable = mission.timetable
    problems, left = (wanted.of(timetable, reported(timetable, part)) for part in (new, gone))
    if asked.suggest:
        from itinerary.cli.suggested import with_suggestions

        problems = with_suggestions(mission, everything, problems, asked.today)
    return Report(problems, wanted.said(mission), asked.since, left)


def draw_report(mission: Opened, report: Report, form: str) -> None:
    """Prints the report."""
    if form == "text":
        _text(mission, report)
    elif form == "json":
        _json(mission, report)
    elif form == "md":
        _markdown(mission, report)
    else:
        _DOCUMENTS[form](mission, report.problems)


def _text(mission: Opened, report: Report) -> None:
    from itinerary.show.lines import wrapped
    from itinerary.show.problems_text import report_lines, summary

    words, width = mission.words, mission.options.width
    groups = [*grouped(mission.timetable, report.problems, words), *_gone(mission, report)]
    draw(report_lines(groups, words, folded_to(width, sys.stdout)))
    found = [one.problem for one in report.problems]
    if report.since is not None and not found:
        text = words.text("since.none", checked=_checked(mission, report), old=report.since)
    else:
        text = summary(found, words, _checked(mission, report))
    draw(wrapped(text, columns(width)))


def _checked(mission: Opened, report: Report) -> str:
    """`of rule overlap in 42 events, 234 meetings and 195 people`."""
    words, frame = mission.words, mission.mission
    counts = (
        words.text("check.events", n=len(frame.events)),
        words.text("check.meetings", n=len(frame.meetings)),
        words.text("check.people", n=len(frame.people)),
    )
    return f"{report.sought} {words.text('check.within', counts=words.list(counts))}".lstrip()


def _gone(mission: Opened, report: Report) -> list[Group]:
    if not report.gone:
        return []
    return [Group(mission.words.text("since.gone", old=report.since), tuple(report.gone))]


def _json(mission: Opened, report: Report) -> None:
    from itinerary.show.problems_tables import problems_data

    name, words = mission.mission.id, mission.words
    data = problems_data(name, report.problems, words)
    if report.since is not None:
        data["since"] = report.since
        data["gone"] = problems_data(name, report.gone, words)["problems"]
    write_json(data)


def _markdown(mission: Opened, report: Report) -> None:
    from itinerary.show.problems_markdown import problems_markdown

    gone = _gone(mission, report)
    write(problems_markdown(mission.timetable, report.problems, mission.words, gone))


def _csv(mission: Opened, problems: Problems) -> None:
    from itinerary.show.problems_tables import problems_csv

    write(problems_csv(problems, mission.words))


def _html(mission: Opened, problems: Problems) -> None:
    from itinerary.show.problems_html import problems_html

    write(problems_html(mission.timetable, problems, mission.words))


def _github(mission: Opened, problems: Problems) -> None:
    """The sentence that ends a text goes to the log, where it annotates no line."""
    from itinerary.show.problems_github import problems_github
    from itinerary.show.problems_text import summary

    write(problems_github(_folder(mission), problems, mission.words))
    if problems:
        complain_text(summary([one.problem for one in problems], mission.words, ""))


def _folder(mission: Opened) -> str:
    """The mission's folder as seen from the current one, where it is below it."""
    kept, here = Path(mission.mission.folder).resolve(), Path.cwd().resolve()
    folder = kept.parent if kept.is_file() else kept
    return (folder.relative_to(here) if folder.is_relative_to(here) else folder).as_posix()


_DOCUMENTS: Mapping[str, Callable[[Opened, Problems], None]] = {
    "csv": _csv,
    "html": _html,
    "github": _github,
}
