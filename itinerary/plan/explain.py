"""What an organiser asks next: why is a meeting nowhere, and where else could it be?"""

from datetime import datetime
from time import monotonic

from itinerary.model import Meeting, Mission
from itinerary.plan.board import Board, Choice
from itinerary.plan.reasons import reasons
from itinerary.plan.relaxations import relaxations
from itinerary.plan.result import Explanation, Placement, request_of
from itinerary.plan.steps import bits
from itinerary.times import Span

MOST_OTHERS = 5


def explain(mission: Mission, identity: str, seconds: float = 30.0) -> Explanation:
    """About one meeting, with every other one where the present plan has it."""
    meeting = mission.meetings[identity]
    request = request_of(mission, meeting)._replace(span=None)
    board = Board(mission, {identity})
    free = board.request(request).choices
    found = {
        (at, choice.venue): (choice.extra,) if choice.extra else ()
        for choice in reversed(free)
        for at in _starts(board, choice)
        if (at, choice.venue) != _present(meeting)
    }
    others = [
        Placement(Span(at, at + meeting.duration), venue, resources=extra)
        for (at, venue), extra in sorted(found.items())
    ]
    if meeting.span is not None:
        present = Placement(meeting.span, meeting.venue, meeting.table)
        return Explanation(identity, present, others=tuple(others[:MOST_OTHERS]))
    why = () if others else reasons(board, request)
    ways = () if others else relaxations(board, request, monotonic() + seconds)
    return Explanation(identity, None, why, ways, tuple(others[:MOST_OTHERS]))


def _present(meeting: Meeting) -> tuple[object, str]:
    return meeting.span.start if meeting.span else None, meeting.venue


def _starts(board: Board, choice: Choice) -> list[datetime]:
    return [board.steps.starts[step] for step in bits(choice.starts)]
