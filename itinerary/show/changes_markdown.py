"""What changed, as Markdown (CommonMark)."""

from collections.abc import Iterable, Iterator

from itinerary.locale import Words
from itinerary.show.agenda_markdown import escaped
from itinerary.show.changes_phrases import Entry, Phrases, entries_by_day
from itinerary.timetable.changes import Changes


def changes_markdown(
    found: Changes, phrases: Phrases, words: Words, head: tuple[str, str], is_by_person: bool
) -> str:
    """A heading and how many there are, the days or the people; ends in a line break."""
    title, counts = head
    lines = [f"# {escaped(title)}", "", escaped(counts)]
    groups: Iterable[tuple[str, Iterable[Entry]]] = entries_by_day(found, phrases, words)
    if is_by_person:
        groups = _people(found, phrases)
    for heading, entries in groups:
        lines += ["", f"## {escaped(heading)}", ""]
        for entry in entries:
            lines += _entry(entry, is_by_person)
    return "\n".join(lines) + "\n"


def _people(found: Changes, phrases: Phrases) -> Iterator[tuple[str, Iterable[Entry]]]:
    for person, changes in found.by_person().items():
        yield phrases.name(person), phrases.entries_for(changes, person)


def _entry(entry: Entry, has_day: bool) -> Iterator[str]:
    day = f"{entry.day} " if has_day else ""
    when = f"**{day}{entry.start}–{entry.end}** " if entry.day else ""
    yield f"- {when}*{escaped(entry.label)}* {escaped(entry.title)}"
    for aspect in entry.aspects:
        yield f"  - {escaped(aspect)}"
