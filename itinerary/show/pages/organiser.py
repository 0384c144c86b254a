"""Everyone's page for the organiser: a list with QR codes, on paper cards to cut out."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model import Mission, Person
from itinerary.show.html import page
from itinerary.show.pages.codes import Code, qr_code

STYLES = ("page.css", "organiser.css")
WEB = ("https://", "http://")
STATES = ("published", "changed", "revoked", "left")
WITHOUT_CARD = STATES[2:]
LABELS = (
    "private", "unaddressed", "people", "name", "organisation", "page", "code", "state", "open",
    "changes", "unchanged", "scan", "yours",
)  # fmt: skip


class Entry(NamedTuple):
    """Somebody's page."""

    person: Person
    url: str
    """Of the web, or a path from the index; empty where there is no page."""
    state: str
    """One of `STATES`; `changed` is published, and not what it was before."""


class Row(NamedTuple):
    """An entry as the index shows it."""

    name: str
    organisation: str
    url: str
    state: str
    status: str
    """The state in words."""
    label: str
    """What the code is, for who cannot see it."""
    code: Code | None


def organiser_index(
    mission: Mission, entries: Sequence[Entry], changes_text: str, words: Words
) -> bytes:
    """The whole file, entries in the order given.

    `changes_text` is what changed since the last publication, in lines; empty if nothing did.
    Codes lead to pages, as every camera opens one, and stand only for addresses of the web.
    """
    rows = [_row(mission, entry, words) for entry in entries]
    cards = [row for row in rows if row.code and row.state not in WITHOUT_CARD]
    organiser = map(mission.settings.organiser.get, ("name", "phone"))
    context = {
        "words": words,
        "labels": {label: words.text(f"index_page.{label}") for label in LABELS},
        "title": words.text("index_page.title", mission=mission.title),
        "mission": mission.title,
        "rows": rows,
        "cards": cards,
        "printed": words.text("index_page.printed", n=len(cards)) if cards else "",
        "is_unaddressed": _is_unaddressed(entries),
        "changes": changes_text.strip(),
        "organiser": " · ".join(filter(None, organiser)),
    }
    return page("organiser.html", context, STYLES).encode(errors="replace")


def _row(mission: Mission, entry: Entry, words: Words) -> Row:
    person = entry.person
    organisation = mission.organisations.get(person.organisation)
    return Row(
        person.name,
        organisation.name if organisation else "",
        entry.url,
        entry.state,
        words.text(f"index_page.states.{entry.state}"),
        words.text("index_page.qr", name=person.name),
        qr_code(entry.url) if entry.url.startswith(WEB) else None,
    )


def _is_unaddressed(entries: Iterable[Entry]) -> bool:
    """Whether there are pages, and it is not known where."""
    return any(entry.url and not entry.url.startswith(WEB) for entry in entries)
