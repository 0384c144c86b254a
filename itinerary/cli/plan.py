"""The command `plan`: a time, a room and a table for every meeting that has none fixed."""

from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.finding import complete_meeting, complete_person
from itinerary.cli.opened import opened

LARGEST_SEED = 2**31 - 1


class Format(StrEnum):
    """How the plan is drawn."""

    TEXT = "text"
    JSON = "json"


def plan(
    context: typer.Context,
    time_limit: Annotated[
        float,
        typer.Option("--time-limit", min=0.1, metavar="SECONDS", help="How long to search."),
    ] = 30.0,
    workers: Annotated[
        int,
        typer.Option(
            "--workers", min=1, max=64, metavar="N",
            help="Searches that race; with one the same seed gives the same plan.",
        ),
    ] = 1,
    seed: Annotated[
        int,
        typer.Option(
            "--seed", min=0, max=LARGEST_SEED, metavar="N",
            help="Another number, another plan as good.",
        ),
    ] = 1,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the plan, write nothing.")
    ] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Change as little as can be of the present plan.")
    ] = False,
    only: Annotated[
        str | None,
        typer.Option(
            "--only", metavar="WHO", help="Decide only the meetings of these people.",
            autocompletion=complete_person,
        ),
    ] = None,
    drop: Annotated[
        list[str] | None,
        typer.Option(
            "--drop", metavar="MEETING", help="A meeting is not held; may be repeated.",
            autocompletion=complete_meeting,
        ),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="MEETING",
            help="Say why a meeting is where it is, or nowhere; plan nothing.",
            autocompletion=complete_meeting,
        ),
    ] = None,
    what_if: Annotated[
        list[str] | None,
        typer.Option(
            "--what-if", metavar="CHANGE",
            help="Plan as if 'venue=b2b-hall tables=+2'; may be repeated; write nothing.",
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
) -> None:  # fmt: skip
    """Place every meeting that is not pinned, as well as can be, and write plan.csv."""
    from itinerary.cli.explained import draw_explanation
    from itinerary.cli.plan_output import draw_outcome, write_outcome
    from itinerary.cli.planned import outcome_of, refuse_without_solver
    from itinerary.cli.planned_if import task_of
    from itinerary.plan.search import Effort

    mission = opened(context)
    refuse_without_solver(mission)
    task = task_of(mission, only, drop or (), what_if or ())
    if explain is not None:
        code = draw_explanation(mission, task, (explain, time_limit), form)
        raise typer.Exit(max(code, mission.warn()))
    outcome = outcome_of(mission, task, Effort(time_limit, workers, seed), keep)
    if not (dry_run or what_if):
        write_outcome(mission, outcome)
    draw_outcome(mission, outcome, form)
    raise typer.Exit(max(outcome.code, mission.warn()))
