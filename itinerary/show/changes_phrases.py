"""What a change says to a reader, in one language, before it is drawn."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.show.cards import NAMES_SHOWN
from itinerary.times import Moment, local
from itinerary.timetable.changes import FATES, GAINS, Change, Changes, Edited, RowChange
from itinerary.timetable.versions import Version

TITLES = {"journey": "number", "transfer": "vehicle", "absence": "reason"}
"""What the title of a thing is called, where that is not `title`."""
COUNTED = {
    "table": "elsewhere",
    "renamed": "otherwise",
    "confirmed": "otherwise",
    "draft": "otherwise",
    "people": "otherwise",
    "details": "otherwise",
}
ORDER = (
    "moved", "elsewhere", "cancelled", "removed", "unplaced", "new", "revived", "placed",
    "otherwise", "joined", "left",
)  # fmt: skip
LONG = ("notes", "access", "url")
"""Columns of which only what they say now is shown."""


class Entry(NamedTuple):
    """A change as a reader sees it."""

    part: str
    """`moved`, `on`, `joined`: the first thing to say."""
    label: str
    day: str
    """`Mon 6 Nov`; empty without a time, as both clocks are."""
    start: str
    end: str
    title: str
    aspects: tuple[str, ...]


class Phrases:
    """Says the changes between two states of a mission, or what they are for one person."""

    def __init__(self, old: Mission, new: Mission, words: Words) -> None:
        self._old = old
        self._new = new
        self._words = words

    def entry(self, change: Change) -> Entry:
        """All there is to say of something."""
        return self._entry(change, change.what[0], change.shown, self._aspects(change))

    def entries_for(self, found: Changes, person: str) -> Iterator[Entry]:
        """What concerns one person, who need not be told who else it is for."""
        for change in found.things:
            part = change.part(person)
            known = change.before if part == "off" else None  # as it was when one was expected
            aspects = self._aspects_for(change, person)
            yield self._entry(change, part, known or change.shown, aspects)
        for row in found.rows:
            yield self.row_entry(row)

    def row_entry(self, row: RowChange) -> Entry:
        """A person or a venue."""
        title = self.name(row.id) if row.kind == "person" else self.venue(row.id)
        edits = tuple(self._edited(edited) for edited in row.details)
        return Entry(row.what, self._label(row.what), "", "", "", title, edits)

    def name(self, person: str) -> str:
        """A person's name; that of now, if there is one."""
        return (self._new.people.get(person) or self._old.people[person]).name

    def _entry(self, change: Change, part: str, shown: Version, aspects: Iterable[str]) -> Entry:
        day = self._words.day(shown.day) if shown.day else ""
        clocks = self.clocks(shown, False)
        title = self.title(shown, is_gain=change.what[0] in GAINS)
        return Entry(part, self._label(part), day, *clocks, title, tuple(aspects))

    def _label(self, part: str) -> str:
        """`moved`, `no longer expected`."""
        return self._words.text(f"diff.what.{part}")

    def title(self, shown: Version, is_gain: bool = False) -> str:
        """What it is about; a new draft says so."""
        words = self._words
        if shown.kind == "absence":
            reason = shown.title
            return words.text("diff.absent", reason=reason) if reason else words.text("diff.away")
        if shown.kind in ("journey", "transfer"):
            start, end = self.venue(shown.place), self.venue(shown.end_place)
            if start and end:
                return words.text("agenda.from_to", title=shown.title, start=start, end=end)
        is_draft = is_gain and shown.status == "draft"
        return f"{shown.title} ({words.text('agenda.draft')})" if is_draft else shown.title

    def _aspects(self, change: Change) -> Iterator[str]:
        yield from self._about(change)
        if "people" in change.what:
            yield from self.parts(change)
        listed = {*change.on, *change.off, *change.now_required, *change.now_optional}
        if not listed.issuperset(change.people):
            yield self._words.text("diff.for", names=self._some(change.people))

    def _aspects_for(self, change: Change, person: str) -> Iterator[str]:
        part = change.part(person)
        if part == "off":
            return
        if part == "on":
            yield from filter(None, [self.place(change.shown)])
            return
        yield from self._about(change)
        if change.shown.kind == "meeting" and "people" in change.what:
            yield from self.parts(change)
            return
        for switch in ("now_required", "now_optional"):
            if person in getattr(change, switch) and part != switch:
                yield self._label(switch)

    def _about(self, change: Change) -> Iterator[str]:
        before, after, what = change.before, change.after, change.what
        if what[0] in FATES and "elsewhere" not in what and "table" not in what:
            yield from filter(None, [self.place(change.shown)])
        if before is None or after is None or what[0] in ("cancelled", "unplaced"):
            return
        if "moved" in what:
            yield self._moved(before, after)
        yield from self._elsewhere(before, after, what)
        if "renamed" in what:
            yield self._edited(Edited(TITLES.get(after.kind, "title"), before.title, after.title))
        for status in ("confirmed", "draft"):
            if status in what[1:]:
                yield self._label(status)
        for edited in change.details:
            yield self._edited(edited)

    def _moved(self, before: Version, after: Version) -> str:
        names_zone = (before.zone, before.end_zone) != (after.zone, after.end_zone)
        was, now = ("–".join(self.clocks(one, names_zone)) for one in (before, after))
        if before.day and after.day and before.day != after.day:
            was = f"{self._words.day(before.day)} {was}"
            now = f"{self._words.day(after.day)} {now}"
        return self._edited(Edited("time", was, now))

    def clocks(self, version: Version, names_zone: bool) -> tuple[str, str]:
        if version.span is None:
            return "", ""
        start = local(version.span.start, version.zone)
        end = local(version.span.end, version.end_zone)
        zone = self._new.zone
        is_named = names_zone or (version.zone, version.end_zone) != (zone, zone)
        days = (end.date() - start.date()).days
        return _clock(start, is_named), _clock(end, is_named) + (f" {days:+d}" if days else "")

    def _elsewhere(self, before: Version, after: Version, what: Iterable[str]) -> Iterator[str]:
        if "elsewhere" not in what:
            if "table" in what:
                yield self._edited(Edited("table", before.table or "", after.table or ""))
        elif after.kind in ("journey", "transfer"):
            pairs = (("from", before.place, after.place), ("to", before.end_place, after.end_place))
            for column, was, now in pairs:
                if was != now:
                    yield self._edited(Edited(column, self.venue(was), self.venue(now)))
        else:
            yield self._edited(Edited("venue", self.place(before), self.place(after)))

    def parts(self, change: Change) -> Iterator[str]:
        for part in ("on", "off", "now_required", "now_optional"):
            if people := getattr(change, part):
                names = tuple(self.name(person) for person in people)
                yield self._words.text("diff.part", part=self._label(part), names=", ".join(names))

    def _edited(self, edited: Edited) -> str:
        words, column = self._words, edited.column
        label = words.text(f"diff.column.{column}")
        before, after = (self._value(column, one) for one in _unlike(edited))
        if column in LONG and after:
            return words.text("diff.now", column=label, after=after)
        nothing = words.text("diff.nothing")
        return words.text(
            "diff.edited", column=label, before=before or nothing, after=after or nothing
        )

    def now(self, edited: Edited) -> str:
        """What a column says now, whatever it said before."""
        words, column = self._words, edited.column
        after = self._value(column, edited.after) or words.text("diff.nothing")
        return words.text("diff.now", column=words.text(f"diff.column.{column}"), after=after)

    def _value(self, column: str, value: object) -> str:
        values = value if isinstance(value, tuple) and not isinstance(value, Moment) else (value,)
        if column in ("resource", "resources"):
            return ", ".join(self._resource(str(one)) for one in values)
        if column == "pool":
            return ", ".join(self.venue(str(one)) for one in values)
        return ", ".join(self._words.shown(one) for one in values)

    def _resource(self, resource: str) -> str:
        known = self._new.resources.get(resource) or self._old.resources.get(resource)
        return known.name if known else resource

    def venue(self, venue: str) -> str:
        known = self._new.venues.get(venue) or self._old.venues.get(venue)
        return known.name if known else venue

    def place(self, version: Version) -> str:
        """Where it is held; what moves has its places in its title."""
        if version.kind not in ("event", "meeting"):
            return ""
        parts = [self.venue(version.place)]
        if version.table is not None:
            parts.append(self._words.text("agenda.table", number=version.table))
        return ", ".join(filter(None, parts))

    def _some(self, people: tuple[str, ...]) -> str:
        names = ", ".join(self.name(person) for person in people[:NAMES_SHOWN])
        more = len(people) - NAMES_SHOWN
        return self._words.text("people.some", names=names, more=more) if more > 0 else names


def _unlike(edited: Edited) -> tuple[object, object]:
    """Both values; of two lists what the other has not, unless only their order differs."""
    before, after = edited.before, edited.after
    if type(before) is not tuple or type(after) is not tuple or set(before) == set(after):
        return before, after
    gone = tuple(one for one in before if one not in after)
    return gone, tuple(one for one in after if one not in before)


def _clock(at: datetime, is_named: bool) -> str:
    """With the zone's name also where this clock comes twice that night."""
    twice = {at.replace(fold=fold).utcoffset() for fold in (0, 1)}
    return f"{at:%H:%M} {at.tzname()}" if is_named or len(twice) > 1 else f"{at:%H:%M}"


def entries_by_day(
    found: Changes, phrases: Phrases, words: Words
) -> Iterator[tuple[str, list[Entry]]]:
    """Headings, and what stands below each: days, what has no time, people and venues."""
    days: dict[date | None, list[Entry]] = {}
    for change in found.things:
        days.setdefault(change.shown.day, []).append(phrases.entry(change))
    for day, entries in sorted(days.items(), key=lambda one: one[0] or date.max):
        yield words.long_day(day) if day else words.text("report.undated"), entries
    if found.rows:
        yield words.text("diff.rows"), [phrases.row_entry(row) for row in found.rows]


def summary(found: Changes, words: Words, checked: str) -> str:
    """`4 moved, 1 cancelled and 2 new; 31 people are concerned`, or that nothing is different."""
    counts = counted(found)
    if not counts:
        return words.text("diff.none", checked=checked)
    texts = tuple(words.text(f"diff.count.{what}", n=n) for what, n in counts.items())
    people = len(found.people)
    concerned = words.text("report.people", n=people) if people else ""
    return words.text("report.counts", counts=texts, people=concerned)


def counted(found: Changes) -> dict[str, int]:
    """How many changes of each sort there are, each change counted once."""
    counts = Counter(COUNTED.get(one.what[0], one.what[0]) for one in found.things)
    counts.update(COUNTED.get(row.what, row.what) for row in found.rows)
    return {what: counts[what] for what in ORDER if counts[what]}
