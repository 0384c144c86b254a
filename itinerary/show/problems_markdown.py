"""The conflict report as Markdown (CommonMark)."""

from collections.abc import Iterator, Sequence

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.show.agenda_markdown import escaped
from itinerary.show.problem_groups import Group, Reported, grouped
from itinerary.show.problems_text import remedies, summary
from itinerary.timetable import Timetable


def problems_markdown(
    timetable: Timetable, problems: Sequence[Reported], words: Words, more: Sequence[Group] = ()
) -> str:
    """A heading, how many there are, and a section for each group; ends in a line break."""
    title = words.text("report.title", mission=timetable.mission.title)
    lines = [f"# {escaped(title)}", ""]
    if not problems:
        lines.append(words.text("report.clean"))
    else:
        lines += [summary([one.problem for one in problems], words, ""), ""]
    for group in (*grouped(timetable, problems, words), *more):
        lines += [f"## {escaped(group.heading)} ({len(group.problems)})", ""]
        for one in group.problems:
            lines += _problem(timetable.mission, one, words)
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _problem(mission: Mission, one: Reported, words: Words) -> Iterator[str]:
    problem = one.problem
    cells = ", ".join(f"`{label}`" for label in dict.fromkeys(at.label for at in problem.at))
    sentence = escaped(words.sentence(problem.message))
    severity = words.text(f"report.{problem.severity.value}")
    yield f"- **{severity}**, {problem.code}: {sentence}{f' ({cells})' if cells else ''}"
    for remedy in remedies(one, words):
        yield f"  - {escaped(remedy)}"
    if len(problem.people) > 1:
        names = "; ".join(mission.people[person].name for person in problem.people)
        yield f"  - {escaped(names)}"
