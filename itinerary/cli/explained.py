"""What `plan --explain` answers about one meeting."""

from dataclasses import replace

from itinerary.cli.finding import find_meeting
from itinerary.cli.opened import Opened
from itinerary.cli.output import columns, draw, write_json
from itinerary.cli.planned import no_solver
from itinerary.cli.planned_if import Task
from itinerary.model import Meeting, Mission
from itinerary.plan.explain import explain
from itinerary.plan.result import Placement
from itinerary.plan.solver import MissingSolverError
from itinerary.show.plan_explained import Explained, explained_data, explained_text


def draw_explanation(opened: Opened, task: Task, about: tuple[str, float], form: str) -> int:
    """Prints it; 1 where the meeting has no place. `about` is its name, and how long to try."""
    name, seconds = about
    meeting = find_meeting(replace(opened, mission=task.mission), name)
    found = _explained(opened, task.mission, meeting, seconds)
    if form == "json":
        write_json(explained_data(found, opened.words))
    else:
        draw(explained_text(found, opened.words, columns(opened.options.width)))
    return 0 if found.meeting.span else 1


def _explained(opened: Opened, mission: Mission, meeting: Meeting, seconds: float) -> Explained:
    try:
        found = explain(mission, meeting.id, seconds)
    except MissingSolverError:
        raise no_solver(opened) from None
    here = mission.meetings[meeting.id]
    others = tuple(_at(mission, here, place) for place in found.others)
    return Explained(mission, here, found.reasons, found.relaxations, others)


def _at(mission: Mission, meeting: Meeting, place: Placement) -> Meeting:
    return meeting._replace(
        span=place.span, venue=place.venue, table=place.table, zone=mission.zone_at(place.venue),
        pinned=False,
    )  # fmt: skip
