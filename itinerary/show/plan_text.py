"""A plan for a terminal or a pipe: what has no place first, then how good it is, then all of it."""

from collections.abc import Iterator, Sequence

from itinerary.locale import Words
from itinerary.model import Meeting, Mission
from itinerary.show.lines import BLANK, Column, Line, Part, line, row, wrapped
from itinerary.show.plan_sheet import Level, Missing, Sheet, by_priority, shares
from itinerary.show.plan_tables import hours_text, slots_text
from itinerary.times import Moment

INDENT = 4
MOST_CHANGES = 20
"""Changes that are listed; where more is new, the timetable says it better."""
COUNT = 8
"""Columns of a number."""


def plan_text(sheet: Sheet, words: Words, width: int) -> Iterator[Line]:
    """All of it, each part behind a blank line."""
    if sheet.supposed:
        yield from wrapped(words.text("whatif.changes", changes=sheet.supposed), width, "bold")
        yield BLANK
    if not sheet.is_found:
        yield from _nothing(sheet, words, width)
        return
    yield from _summary(sheet, words, width)
    for part in (_missing, _changes, _levels, hours_text, _shares, slots_text):
        lines = [*part(sheet, words, width)]
        while lines and lines[-1] == BLANK:
            lines.pop()
        if lines:
            yield from (BLANK, *lines)


def _nothing(sheet: Sheet, words: Words, width: int) -> Iterator[Line]:
    """Why there is no plan."""
    if not sheet.clash:
        yield from wrapped(words.text("plan.unknown"), width, "bold red")
        yield from _ways([words.text("plan.unknown.hint")], words, width)
        return
    reason, *pins = sheet.clash
    yield from wrapped(words.text("plan.infeasible", reason=reason), width, "bold red")
    for pin in pins:
        yield from wrapped(words.sentence(pin), width, indent=INDENT)
    yield from _ways([words.text("plan.infeasible.hint")], words, width)


def _summary(sheet: Sheet, words: Words, width: int) -> Iterator[Line]:
    placed, asked = len(sheet.placed), len(sheet.asked)
    if not asked:
        yield from wrapped(words.text("plan.none"), width)
        return
    pinned = sum(meeting.pinned for meeting in sheet.placed)
    fixed = words.text("plan.fixed", n=pinned) if pinned else ""
    style = "bold" if placed == asked else "bold yellow"
    text = words.text("plan.placed", placed=placed, n=asked, pinned=fixed)
    yield from wrapped(text, width, style)
    counts = by_priority(sheet)
    for priority, (held, wanted) in counts.items() if len(counts) > 1 else ():
        said = words.text("plan.of", placed=held, asked=wanted)
        label = Column(words.text("plan.priority", priority=priority), COUNT)
        yield from row([label], [Part(said)], width)
    for identity in sheet.dropped:
        yield from wrapped(_dropped(sheet.present.meetings[identity], words), width)


def _dropped(meeting: Meeting, words: Words) -> str:
    cell = meeting.origin.cell("status")
    return words.text("plan.dropped", title=meeting.title, cell=cell.label)


def _missing(sheet: Sheet, words: Words, width: int) -> Iterator[Line]:
    if sheet.missing:
        yield line(words.text("plan.unplaced"), "bold")
    for one in sheet.missing:
        meeting = sheet.mission.meetings[one.meeting]
        yield from _titled(meeting, width, "bold yellow")
        yield from _why(one, words, width)


def _titled(meeting: Meeting, width: int, style: str = "", indent: int = 0) -> Iterator[Line]:
    """The id, and the title beside it."""
    identity = " " * indent + meeting.id
    yield from row([Column(identity, len(identity), style)], [Part(meeting.title, style)], width)


def _why(one: Missing, words: Words, width: int) -> Iterator[Line]:
    for reason in one.reasons:
        yield from wrapped(words.sentence(reason), width, indent=INDENT)
    yield from _ways(map(words.sentence, one.ways), words, width)


def _ways(ways: Iterator[str] | Sequence[str], words: Words, width: int) -> Iterator[Line]:
    for way in ways:
        yield from wrapped(words.text("report.hint", hint=way), width, "green", INDENT)


def _changes(sheet: Sheet, words: Words, width: int) -> Iterator[Line]:
    """What moves for whom, where there is a plan already."""
    moved, people = sheet.moved, len(sheet.people)
    if not any(m.span and not m.pinned for m in sheet.present.meetings.values()):
        return
    told = words.text("plan.told", n=people) if people else ""
    yield from wrapped(words.text("plan.changes", n=len(moved), people=told), width, "bold")
    gained, lost = sheet.compared()
    is_listed = len(moved) <= MOST_CHANGES
    for identity in moved if is_listed else ():
        yield from _move(sheet, identity, words, width)
    for identity in lost if sheet.supposed and not is_listed else ():
        text = words.text("plan.lost", title=sheet.present.meetings[identity].title)
        yield from wrapped(text, width, indent=INDENT)
    for identity in gained if len(gained) <= MOST_CHANGES else ():
        meeting = sheet.mission.meetings[identity]
        place = where(sheet.mission, meeting, words)
        text = words.text("plan.gained", title=meeting.title, place=place)
        yield from wrapped(text, width, indent=INDENT)


def _move(sheet: Sheet, identity: str, words: Words, width: int) -> Iterator[Line]:
    """The title, and below it from where to where; the venue where that is another."""
    before, after = sheet.present.meetings[identity], sheet.mission.meetings.get(identity)
    yield from _titled(before, width, indent=INDENT)
    is_held = after is not None and after.span is not None and after.status != "cancelled"
    is_here = after is not None and is_held and after.venue == before.venue
    was, now = where(sheet.present, before, words, not is_here), words.text("plan.nowhere")
    if after is not None and is_held:
        now = where(sheet.mission, after, words, not is_here)
    yield from wrapped(words.text("plan.move", before=was, after=now), width, "dim", 2 * INDENT)


def where(mission: Mission, meeting: Meeting, words: Words, has_venue: bool = True) -> str:
    """`Mon 6 Nov 14:00, ballroom, table 3`."""
    parts: list[str] = []
    if meeting.span:
        parts.append(words.shown(Moment(meeting.span.start, meeting.zone)))
    if has_venue and meeting.venue in mission.venues:
        parts.append(mission.venues[meeting.venue].name)
    if meeting.table is not None:
        parts.append(words.text("ical.table", number=meeting.table))
    return ", ".join(parts)


def _levels(sheet: Sheet, words: Words, width: int) -> Iterator[Line]:
    """How good the plan is, the most important first; and whether there can be a better one."""
    if not sheet.levels:
        return
    yield from wrapped(words.text("plan.levels"), width, "bold")
    proofs = [_proof(level, words) for level in sheet.levels]
    most = max(len(text) for text, _ in proofs)
    for level, (text, style) in zip(sheet.levels, proofs, strict=True):
        columns = (Column(f"{level.value:>{COUNT}}", COUNT), Column(text, most, style))
        yield from row(columns, [Part(words.text(f"plan.stage.{level.name}"))], width)


def _proof(level: Level, words: Words) -> tuple[str, str]:
    """What it says, and its style."""
    if level.is_proven:
        return words.text("plan.proven"), "green"
    return words.text("plan.bound", bound=level.bound), "yellow"


def _shares(sheet: Sheet, words: Words, width: int) -> Iterator[Line]:
    """What each organisation asked for, has, and has been promised."""
    found = [*shares(sheet)]
    if not found:
        return
    heads = [Column(f"{words.text(f'plan.{name}'):>{COUNT}}", COUNT, "bold") for name in _HEADS]
    yield from row(heads, [Part(words.text("plan.organisation"), "bold")], width)
    for share in found:
        promised = share.organisation.promised_meetings
        is_short = share.placed < (promised or 0)
        numbers = (share.asked, share.placed, "–" if promised is None else promised)
        columns = [Column(f"{number:>{COUNT}}", COUNT) for number in numbers]
        columns[1] = columns[1]._replace(style="red" if is_short else "")
        yield from row(columns, [Part(share.organisation.name)], width)


_HEADS = ("head_asked", "head_placed", "head_promised")
