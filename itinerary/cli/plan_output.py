"""Where a plan goes: `plan.csv`, and standard output."""

from collections.abc import Iterator
from pathlib import Path

import typer

from itinerary.cli.opened import Opened
from itinerary.cli.output import columns, draw, refuse, write_json
from itinerary.cli.planned import Outcome
from itinerary.load import plan_path
from itinerary.problems import say
from itinerary.publish.folder import FolderError
from itinerary.publish.plan_file import backup_of, plan_csv, write_plan
from itinerary.show.plan_json import plan_data
from itinerary.show.plan_sheet import Level, Missing, Sheet
from itinerary.show.plan_text import plan_text


def write_outcome(opened: Opened, outcome: Outcome) -> None:
    """Writes the plan and says so; exit 2 where that cannot be, and nothing has changed then."""
    words, placements = opened.words, outcome.plan.placements
    mission = Path(opened.mission.folder)
    plan = plan_path(mission)
    is_first = not plan.exists()
    if not outcome.plan.is_written or (is_first and not placements):
        return
    if lost := _orphans(opened):
        hint = words.text("plan.orphans.hint")
        raise refuse(words, say("plan.orphans", n=lost, file=str(plan)), hint)
    try:
        is_new = write_plan(mission, plan_csv(outcome.mission, placements))
    except FolderError as fault:
        below = [words.sentence(fault.hint)] if fault.hint else []
        raise refuse(words, fault.message, *below) from None
    file = str(plan)
    if not is_new:
        text = words.text("plan.same", file=file)
    elif is_first:
        text = words.text("plan.written", file=file)
    else:
        text = words.text("plan.written.again", file=file, backup=backup_of(plan).name)
    typer.echo(text, err=True)


def _orphans(opened: Opened) -> int:
    """The rows of the present plan whose meetings are in no table, where these are the most.

    Somebody has then lost the table of meetings, or half of it, and the plan would go with it.
    """
    file = plan_path(Path(opened.mission.folder))
    rows = len(file.read_bytes().splitlines()) - 1 if file.is_file() else 0
    known = len(opened.mission.requests)
    return rows - known if rows > 2 * known else 0


def draw_outcome(opened: Opened, outcome: Outcome, form: str) -> None:
    """Prints the plan."""
    sheet = _sheet(opened, outcome)
    if form == "json":
        write_json(plan_data(sheet, opened.words))
    else:
        draw(plan_text(sheet, opened.words, columns(opened.options.width)))


def _sheet(opened: Opened, outcome: Outcome) -> Sheet:
    plan, task = outcome.plan, outcome.task
    return Sheet(
        outcome.timetable,
        opened.mission,
        plan.status,
        tuple(_asked(outcome)),
        tuple(Missing(*one) for one in plan.unplaced),
        tuple(Level(*stage) for stage in plan.stages),
        plan.changed,
        {name: place.resources for name, place in plan.placements.items()},
        plan.clash,
        task.supposed,
        task.dropped,
        plan.seconds,
    )


def _asked(outcome: Outcome) -> Iterator[str]:
    """What was to be decided, what stays as it is planned, and what is pinned.

    Where only the meetings of some are decided, those of others that have no place are not asked
    for.
    """
    plan = outcome.plan
    decided = {*plan.placements, *(one.meeting for one in plan.unplaced)}
    for meeting in outcome.mission.meetings.values():
        if meeting.status != "cancelled" and (
            meeting.pinned or meeting.id in decided or not plan.is_written
        ):
            yield meeting.id
