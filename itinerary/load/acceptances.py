"""The table of clashes that someone has knowingly accepted."""

import re

from itinerary.load.intake import Intake, unknown
from itinerary.load.rows import Row, Table
from itinerary.load.who import WhoReader
from itinerary.model import Acceptance
from itinerary.problems import OneOf, say

_KINDS = {
    "events": "event",
    "meetings": "meeting",
    "journeys": "journey",
    "transfers": "transfer",
    "resources": "resource",
    "organisations": "organisation",
}
"""Each table whose rows a subject may name, and how a problem refers to one."""

MOST_GUESSED = 100
"""With more problems than this nothing is guessed: each guess looks through every table."""
_DAY = r"\d{4}-\d{2}-\d{2}"


def read_accepted(intake: Intake, table: Table | None, who: WhoReader) -> tuple[Acceptance, ...]:
    """Every row that says which rule, what, why and who accepted it."""
    found: list[Acceptance] = []
    for row in intake.rows(table):
        rule, reason, by = (row.needed(column) for column in ("rule", "reason", "by"))
        is_whole = bool(row.needed("subject") and rule and reason and by)
        subject = _subject(intake, row, who)
        if is_whole and subject is not None:
            code = rule.lower().replace("_", "-")
            found.append(Acceptance(code, row.text("subject"), *subject, reason, by, row.origin))
    return tuple(found)


def _subject(
    intake: Intake, row: Row, who: WhoReader
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The items and the people that the terms of a subject name; None if one names nothing."""
    items: list[str] = []
    people: list[str] = []
    for term in row.text("subject").replace("+", ";").replace("\n", ";").split(";"):
        text = term.strip()
        reference = _reference(intake, text)
        called = () if reference or not text else who.people_called(text)[0]
        if text and not reference and not called:
            _refuse(intake, row, text)
            return None
        items += [reference] if reference else []
        people += called
    return tuple(items), tuple(people)


def _reference(intake: Intake, text: str) -> str:
    """`event:signing` of the id, the title, or the reference itself; one day with `@2017-11-06`."""
    head, colon, rest = text.partition(":")
    for kind, name in (("", text), (head.strip().lower(), rest) if colon else ("", "")):
        for whole, day in ((name, ""), (name.partition("@")[0], name.partition("@")[2])):
            found = _found(intake, kind, whole)
            if found and not day:
                return found
            if found and found.startswith("event:") and re.fullmatch(_DAY, day):
                return f"{found}@{day}"
    return ""


def _found(intake: Intake, kind: str, name: str) -> str:
    """Without a kind, an organisation is its people, in whatever they are expected at."""
    for table, known in _KINDS.items():
        if kind == known or (not kind and known != "organisation"):
            identity = intake.named(table).find(name) if name.strip() else None
            if identity:
                return f"{known}:{identity}"
    return ""


def _refuse(intake: Intake, row: Row, text: str) -> None:
    shared = next((table for table in _KINDS if intake.named(table).is_shared(text)), None)
    if shared:
        row.fail("reference", "subject", *unknown(text, shared, intake.named(shared)))
        return
    near = _near(intake, text) if len(intake.problems) < MOST_GUESSED else ()
    hint = say("reference.near", names=OneOf(near)) if near else say("accepted.unknown.hint")
    row.fail("reference", "subject", say("accepted.unknown", text=text), hint)


def _near(intake: Intake, text: str) -> tuple[str, ...]:
    """What is spelt most like a subject, in whichever table."""
    tables = (intake.named(table) for table in (*_KINDS, "people"))
    return tuple(dict.fromkeys(name for names in tables for name in names.near(text)))[:3]
