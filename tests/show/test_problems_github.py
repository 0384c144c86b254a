"""Workflow commands of GitHub Actions: one line each, whatever a cell says."""

import pytest

from itinerary.locale import Words
from itinerary.problems import Problem, Severity, Source, Suggestion, say
from itinerary.show.problem_groups import Reported
from itinerary.show.problems_github import problems_github


def command(one: Reported, folder: str = "data/miami") -> str:
    return problems_github(folder, [one], Words())


def problem(text: str, *at: Source, severity: Severity = Severity.ERROR) -> Reported:
    return Reported(Problem("travel", severity, say("clock.unreadable", text=text), at))


def test_the_cell_is_the_file_and_the_line() -> None:
    at = Source("events.csv", 14, "start"), Source("events.csv", 13, "end")
    assert command(problem("noon", *at)) == (
        "::error file=data/miami/events.csv,line=14,title=travel::"
        '"noon" is not a time%0Aalso events.csv:13\n'
    )


def test_a_warning_of_a_whole_file_and_a_problem_of_none() -> None:
    whole = problem("x", Source("events.csv"), severity=Severity.WARNING)
    assert command(whole, ".") == '::warning file=events.csv,title=travel::"x" is not a time\n'
    assert command(problem("x")) == '::error title=travel::"x" is not a time\n'


@pytest.mark.parametrize(
    ("folder", "expected"),
    [("a,b:c", "a%2Cb%3Ac/x.csv"), ("100% é", "100%25 é/x.csv"), ("/abs", "/abs/x.csv")],
)
def test_properties_are_escaped(folder: str, expected: str) -> None:
    line = command(problem("x", Source("x.csv")), folder)
    assert line == f'::error file={expected},title=travel::"x" is not a time\n'


def test_the_message_is_escaped_and_stays_on_its_line() -> None:
    line = command(problem("50%, a::b"))
    assert line == '::error title=travel::"50%25, a::b" is not a time\n'
    assert command(problem("a\r\n::error::b")).count("\n") == 1


def test_remedies_follow() -> None:
    hinted = problem("x").problem._replace(hint=say("clock.hint"))
    suggestion = Suggestion(say("length.hint"), ())
    assert command(Reported(hinted, None, (suggestion,))) == (
        '::error title=travel::"x" is not a time%0Atry: write a time such as 14:30'
        "%0Atry: write minutes, such as 20, or 1h30\n"
    )
