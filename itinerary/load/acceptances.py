"""The table of clashes that someone has knowingly accepted."""

from itinerary.load.intake import Intake, Names
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
        called, missing = ((), ()) if reference else who.people_called(text)
        if text and not reference and missing:
            _refuse(intake, row, text)
            return None
        items += [reference] if reference else []
        people += called if text else ()
    return tuple(items), tuple(people)


def _reference(intake: Intake, text: str) -> str:
    """`event:signing` of the id, the title, or the reference itself; one day with `@2017-11-06`."""
    head, colon, rest = text.partition(":")
    for kind, name in (("", text), (head.strip().lower(), rest) if colon else ("", "")):
        for whole, day in ((name, ""), (name.partition("@")[0], name.partition("@")[2])):
            if found := _found(intake, kind, whole):
                return f"{found}@{day}" if day else found
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
    tables: list[Names] = [intake.named(table) for table in (*_KINDS, "people")]
    near = tuple(dict.fromkeys(name for names in tables for name in names.near(text)))[:3]
    hint = say("reference.near", names=OneOf(near)) if near else say("accepted.unknown.hint")
    row.fail("reference", "subject", say("accepted.unknown", text=text), hint)
