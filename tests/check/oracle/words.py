"""The rules about what is written of people and promises, in their plainest form."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from itinerary.model import Event, Meeting, Person, Resource, Who
from tests.check.oracle.plain import Hit, Thing, View, day, hits, last_day

HOSTED = ("visit", "talk", "Table ronde", "ceremony")
SIGNED = ("ceremony", "signature")
"""Of the kinds in random missions."""
SOON_DAYS = 3
WEIGHTY_RANK = 3


def language(view: View) -> Iterator[Hit]:
    for thing in view.things:
        if isinstance(thing.record, Meeting):
            for key in lacks(view, thing.record):
                yield from hits(key, "error", thing.required, thing)


def lacks(view: View, meeting: Meeting) -> Iterator[str]:
    ours, theirs = spoken(view, meeting.who), spoken(view, meeting.counterpart)
    wanted = set(meeting.languages)
    if ours and theirs and not ours & theirs:
        if not is_interpreted(view, meeting, ours, theirs):
            yield "language.none"
        return
    for side in (ours, theirs):
        is_lacking = side and wanted and not side & wanted
        if is_lacking and not is_interpreted(view, meeting, side, wanted):
            yield "language.lacking"


def spoken(view: View, who: Who) -> set[str]:
    return {tongue for person in who.people for tongue in view.mission.people[person].languages}


def is_interpreted(view: View, meeting: Meeting, one: set[str], other: set[str]) -> bool:
    known = [view.mission.resources.get(name) for name in meeting.resources]
    return any(able is not None and speaks(able, one) and speaks(able, other) for able in known)


def speaks(able: Resource, tongues: set[str]) -> bool:
    """An interpreter without languages is trusted with all."""
    is_known = bool(able.languages)
    return able.kind == "interpreter" and (not is_known or bool(tongues & set(able.languages)))


def promise(view: View) -> Iterator[Hit]:
    requests = [one for one in view.mission.meetings.values() if one.status != "cancelled"]
    placed = [one for one in requests if one.span is not None]
    counted = placed or requests
    for known in view.mission.organisations.values():
        members = [p.id for p in view.mission.people.values() if p.organisation == known.id]
        attended = [one for one in counted if {*sides(one)} & {*members}]
        if len(attended) < (known.promised_meetings or 0):
            there = {person for one in attended for person in sides(one)} & {*members}
            key = "promise.planned" if placed else "promise.requested"
            items = frozenset({f"organisation:{known.id}"})
            for person in there or {*members} or {""}:
                yield Hit(key, "warning", items, person)


def sides(meeting: Meeting) -> tuple[str, ...]:
    return meeting.who.people + meeting.counterpart.people


def quorum(view: View) -> Iterator[Hit]:
    for thing in view.things:
        if isinstance(thing.record, Event) and thing.people:
            for key in missing(view, thing, thing.record):
                yield from hits(key, "warning", thing.people, thing)


def missing(view: View, thing: Thing, event: Event) -> Iterator[str]:
    """Where a side is missing, its hosts are not asked for too."""
    is_read = event.who.is_whole and event.hosts.is_whole
    there = {view.mission.people[person].side for person in thing.required}
    absent = {"delegation", "host"} - there if event.kind in SIGNED and is_read else set()
    for side in absent:
        yield "quorum.ours" if side == "delegation" else "quorum.theirs"
    says_hosts = "hosts" in event.origin.columns.headers and event.hosts.is_whole
    if event.kind in HOSTED and not absent and says_hosts and not event.hosts.people:
        yield "quorum.hosts"
    officials = view.mission.groups.get("officials", frozenset())
    is_judged = officials and is_read and event.optional.is_whole
    if event.audience == "public" and is_judged and not officials & thing.people:
        yield "quorum.officials"


def nobody(view: View) -> Iterator[Hit]:
    for thing in view.things:
        if not thing.people and is_said(thing):
            key = "nobody.expected" if thing.is_stay else "nobody.aboard"
            yield Hit(key, "warning", frozenset({thing.id}))
    for meeting in view.mission.meetings.values():
        for who in (meeting.who, meeting.counterpart):
            is_empty = who.text and who.is_whole and not who.people
            if is_empty and meeting.status != "cancelled":
                for person in {*sides(meeting)} or {""}:
                    items = frozenset({f"meeting:{meeting.id}"})
                    yield Hit("nobody.side", "warning", items, person)


def is_said(thing: Thing) -> bool:
    """Whether the table has a column of people, and all of it could be read."""
    record = thing.record
    if isinstance(record, Meeting) or "who" not in record.origin.columns.headers:
        return False
    others = [record.optional, record.hosts] if isinstance(record, Event) else []
    return all(who.is_whole for who in (record.who, *others))


def unconfirmed(view: View) -> Iterator[Hit]:
    for thing in view.things:
        if thing.is_stay and getattr(thing.record, "status", "") == "draft" and view.today:
            is_soon = day(thing) <= view.today + timedelta(SOON_DAYS)
            if is_soon and last_day(thing) >= view.today:
                key = "unconfirmed.soon" if day(thing) > view.today else "unconfirmed.now"
                yield from hits(key, "warning", thing.required, thing)


def declined(view: View) -> Iterator[Hit]:
    for thing in view.things:
        for person in thing.required:
            said = view.mission.answers.get((person, thing.id))
            if said is not None and said.answer == "declined":
                rank = view.mission.people[person].rank
                is_host = isinstance(thing.record, Event) and person in thing.record.hosts.people
                is_grave = is_host or (rank is not None and rank <= WEIGHTY_RANK)
                severity = "error" if is_grave else "warning"
                yield Hit("declined.said", severity, frozenset({thing.id}), person)


def precedence(view: View) -> Iterator[Hit]:
    people = view.mission.people.values()
    for person in people:
        if any(one is not person and one.rank == person.rank is not None for one in people):
            yield Hit("precedence.same", "warning", frozenset(), person.id)


def outside(view: View) -> Iterator[Hit]:
    for thing in view.things:
        margin = timedelta(1 if thing.kind == "journey" else 0)
        if not view.mission.starts - margin <= day(thing) <= view.mission.ends + margin:
            yield from hits("outside.day", "error", thing.people, thing)


def name(view: View) -> Iterator[Hit]:
    people = [one for one in view.mission.people.values() if not one.stands_for]
    for one, other in combinations(people, 2):
        same = [words_of(person) for person in people if is_shuffled(person, one)]
        is_in_groups = is_shuffled(one, other) and any(words != same[0] for words in same)
        if is_in_groups or may_be_one(one, other):
            for person in (one, other):
                yield Hit("name.same", "warning", frozenset({one.id, other.id}), person.id)


def may_be_one(one: Person, other: Person) -> bool:
    """Of one organisation."""
    ours, theirs = words_of(one), words_of(other)
    is_alike = ours == theirs or is_slip(ours, theirs)
    is_alike = is_alike or is_short(ours, theirs) or is_short(theirs, ours)
    return is_alike and one.organisation == other.organisation


def is_shuffled(one: Person, other: Person) -> bool:
    """Whether the words are the same, in whatever order."""
    return sorted(words_of(one)) == sorted(words_of(other))


def words_of(person: Person) -> list[str]:
    plain = person.name.lower().replace("é", "e").replace(".", " ").replace("-", " ")
    return plain.split()


def is_slip(ours: list[str], theirs: list[str]) -> bool:
    """One long word has one letter more, less or changed, or two exchanged; not the last."""
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    different = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(different) != 1:
        return False
    one, other = different[0]
    is_long = min(len(one), len(other)) >= 5
    return is_long and one[-1] == other[-1] and (one in slips(other) or other in slips(one))


def slips(word: str) -> set[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    found = {word[:i] + word[i + 1 :] for i in range(len(word))}
    found |= {word[:i] + a + word[i + 1 :] for i in range(len(word)) for a in letters}
    return found | {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}


def is_short(short: list[str], spelt: list[str]) -> bool:
    """`J. Martin` for `Jean-Luc Martin`: the surname, and initials from the first on."""
    given, long = short[:-1], spelt[:-1]
    if not given or short[-1] != spelt[-1] or any(len(word) > 1 for word in given):
        return False
    return len(given) <= len(long) and all(a == b[0] for a, b in zip(given, long, strict=False))
