"""Rule `nobody`."""

from collections.abc import Iterator
from itertools import chain

from itinerary.check.wording import item
from itinerary.model import Event, Meeting, Mission, Who
from itinerary.model.meetings import Meetings
from itinerary.problems import Problem, say, warning
from itinerary.timetable import Item, Timetable

_COLUMNS = ("who", "optional", "hosts")
_SIDES = ("who", "counterpart")


def nobody(timetable: Timetable) -> Iterator[Problem]:
    """Something is planned and nobody is expected at it.

    An event, a journey or a transfer without a single person, or a meeting of which one side
    comes to nobody: the cell is empty, or all it adds is taken away again. A table without a
    column of people is not judged. Write who is expected, or cancel it.
    """
    others = (items for kind, items in timetable.by_kind.items() if kind != "meeting")
    for thing in chain.from_iterable(others):
        if not thing.people and _is_said(thing):
            key = "nobody.expected" if thing.is_stay else "nobody.aboard"
            problem = warning("nobody", say(key, item=item(thing)), thing.at("who"))
            yield problem._replace(items=(thing.id,))
    meetings = Meetings.of(timetable.mission.meetings)
    for meeting in meetings.where(_is_one_sided, "who", "counterpart", "status"):
        yield from _one_sided(timetable.mission, meeting)


def _is_one_sided(who: Who, counterpart: Who, status: str) -> bool:
    return not (who.people and counterpart.people) and status != "cancelled"


def _is_said(thing: Item) -> bool:
    """Whether its table names people, and all that it names could be read."""
    record = thing.record
    columns = record.origin.columns.headers.keys()
    if isinstance(record, Meeting) or columns.isdisjoint(_COLUMNS):
        return False
    others = (record.optional, record.hosts) if isinstance(record, Event) else ()
    return all(who.is_whole for who in (record.who, *others))


def _one_sided(mission: Mission, meeting: Meeting) -> Iterator[Problem]:
    """An empty cell is an error of the reading already, as a meeting needs both."""
    for column, who in zip(_SIDES, (meeting.who, meeting.counterpart), strict=True):
        if not who.people and who.text and who.is_whole:
            message = say("nobody.side", text=who.text, title=meeting.title)
            problem = warning("nobody", message, meeting.origin.cell(column))
            everyone = {*meeting.who.people, *meeting.counterpart.people}
            yield problem._replace(
                people=mission.in_protocol_order(everyone), items=(f"meeting:{meeting.id}",)
            )
