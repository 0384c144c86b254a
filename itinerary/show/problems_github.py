"""Problems as workflow commands of GitHub Actions, which shows each beside its line.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterable
from pathlib import PurePath

from itinerary.locale import Words
from itinerary.show.problem_groups import Reported
from itinerary.show.problems_text import remedies

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_TEXT, ord(":"): "%3A", ord(","): "%2C"}


def problems_github(folder: str, problems: Iterable[Reported], words: Words) -> str:
    """A command for each; `folder` is that of the tables, seen from the top of the repository."""
    return "".join(f"{_command(folder, one, words)}\n" for one in problems)


def _command(folder: str, one: Reported, words: Words) -> str:
    problem = one.problem
    properties = {"title": problem.code}
    if problem.at:
        file, row, _, sheet = problem.at[0]
        line = {"line": f"{row}"} if row and not sheet else {}
        properties = {"file": PurePath(folder, file).as_posix(), **line, **properties}
    given = ",".join(f"{name}={text.translate(_IN_PROPERTY)}" for name, text in properties.items())
    others = dict.fromkeys(at.label for at in problem.at[1:])
    also = [words.text("report.also", cells=", ".join(others))] if others else []
    cell = f"{problem.at[0].label}: " if problem.at and problem.at[0].sheet else ""
    text = "\n".join([f"{cell}{words.sentence(problem.message)}", *also, *remedies(one, words)])
    return f"::{problem.severity.value} {given}::{text.translate(_IN_TEXT)}"
