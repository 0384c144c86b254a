"""The files of a publication: each person's calendar and page, and what the organiser sees."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from itinerary.load import load_mission
from itinerary.locale import Words
from itinerary.model import Mission, Person
from itinerary.publish.feed_folder import PUBLIC
from itinerary.publish.ledger import NONE, Ledger, published_path
from itinerary.publish.paths import CALENDAR, PAGE, address_of, path_of
from itinerary.show.changes_markdown import changes_markdown
from itinerary.show.changes_phrases import Phrases, summary
from itinerary.show.changes_text import Sheet, by_item
from itinerary.show.ical import Calendars
from itinerary.show.lines import plain
from itinerary.show.pages import Entry, delegate_page, organiser_index
from itinerary.timetable import Timetable
from itinerary.timetable.changes import Changes
from itinerary.timetable.compared import changes_between

INDEX, CHANGES = "organiser/index.html", "organiser/changes.md"
ORGANISER = frozenset({INDEX, CHANGES})


class Told(NamedTuple):
    """What has changed since the publication before."""

    old: Mission
    new: Mission
    changes: Changes

    @property
    def has_changes(self) -> bool:
        return bool(self.changes.things or self.changes.rows)


def told(state: Path, before: Ledger, mission: Mission) -> Told | None:
    """What there is to tell; None where nothing was published before, or it cannot be read."""
    path = published_path(state, before)
    old = load_mission(path).mission if path else None
    return Told(old, mission, changes_between(old, mission)) if old else None


def feed_files(
    timetable: Timetable, ledger: Ledger, people: Iterable[str], calendars: Calendars, words: Words
) -> dict[str, bytes]:
    """A calendar for each, and a page for who has not left."""
    mission = timetable.mission
    files = {f"{PUBLIC}/index.html": b""}  # for servers that would list the folder
    for person in people:
        path = path_of(ledger, person)
        if not path:
            continue
        sent, gone = ledger.people[person], ledger.taken.get(person, NONE)
        files[path] = calendars.of(person, sent=sent, gone=gone)
        if known := mission.people.get(person):
            feed = address_of(mission, ledger, person, CALENDAR) or CALENDAR
            has_home = mission.home_zone != mission.zone
            page = delegate_page(timetable, known, words, feed, has_home)
            files[str(Path(path).with_name(PAGE))] = page
    return files


def organiser_files(
    mission: Mission, ledger: Ledger, news: Told | None, words: Words
) -> dict[str, bytes]:
    """All of `ORGANISER`."""
    entries = [*_entries(mission, ledger)]
    index = organiser_index(mission, entries, _changes_text(news, words), words)
    return {INDEX: index, CHANGES: _changes_file(news, words)}


def changes_summary(news: Told, words: Words) -> str:
    """How many things have changed, in a sentence."""
    return summary(news.changes, words, words.text("publish.since"))


def _entries(mission: Mission, ledger: Ledger) -> Iterator[Entry]:
    """Everyone with a calendar, in protocol order, and then who had one."""
    present = {one.id: one for one in mission.people.values() if not one.stands_for}
    left = [person for person in ledger.names if person not in present]
    for person in (*present, *left):
        known = present.get(person) or Person(person, ledger.names[person])
        if person in ledger.revoked:
            yield Entry(known, "", "revoked")
        elif person in left:
            yield Entry(known, "", "left")
        elif person in ledger.tokens:
            said = ledger.people.get(person, NONE).values()
            is_new = any(sent.changed == ledger.at for sent in said)
            here = f"../{Path(path_of(ledger, person)).with_name(PAGE).as_posix()}"
            url = address_of(mission, ledger, person, "") or here
            yield Entry(known, url, "changed" if is_new else "published")


def _changes_text(news: Told | None, words: Words) -> str:
    if news is None:
        return words.text("publish.first")
    sheet = Sheet(Phrases(news.old, news.new, words), words, None)
    return "\n".join(map(plain, by_item(news.changes, sheet)))


def _changes_file(news: Told | None, words: Words) -> bytes:
    """The changes, day by day, as Markdown."""
    title = words.text("publish.changes")
    if news is None:
        return f"# {title}\n\n{words.text('publish.first')}\n".encode()
    phrases = Phrases(news.old, news.new, words)
    head = (title, changes_summary(news, words))
    return changes_markdown(news.changes, phrases, words, head, False).encode(errors="replace")
