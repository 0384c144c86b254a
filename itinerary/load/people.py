"""The tables of who there is: organisations and people."""

import re
from collections.abc import Callable
from itertools import repeat
from typing import Any

from itinerary.load.columns import Batch, Known, Made, merged, records_of
from itinerary.load.intake import Intake, choices
from itinerary.load.rows import Row, Table
from itinerary.model import Organisation, Person
from itinerary.names import key
from itinerary.problems import say

_SIDES = choices(
    "delegation|délégation|delegación|visitor|visiteur",
    "host|hosts|hôte|hôtes|anfitrión|anfitriones|partner|partenaire",
)
_NO_ADDRESS = (" ", "<", ":")
"""In none, but in `mailto:`, in `Name <address>` and in what was cut in two."""
_ADDRESS = r"(?:(?i:mailto:)|[^<>@]*<)*([^<>@:;,]+@[^<>@:;,]+)>?"
_LANGUAGES = choices(
    "fr|french|français|francés", "en|english|anglais|inglés", "es|spanish|espagnol|español",
    "de|german|allemand|alemán", "it|italian|italien|italiano", "pt|portuguese|portugais|portugués",
    "ar|arabic|arabe|árabe", "zh|chinese|chinois|chino",
)  # fmt: skip


def languages(row: Row, column: str) -> tuple[str, ...]:
    """ISO 639-1 codes; a language may also be written out in English, French or Spanish."""
    found: list[str] = []
    for text in row.several(column):
        code = _LANGUAGES.get(key(text), text.lower())
        if len(code) in (2, 3) and code.isascii() and code.isalpha():
            found.append(code)
        else:
            row.fail("value", column, say("value.language", text=text), say("value.language.hint"))
    return tuple(found)


def read_organisations(intake: Intake, table: Table | None) -> None:
    """Fills `intake.organisations`."""
    names = intake.named("organisations")
    for row in intake.rows(table):
        name = row.needed("name")
        identity = names.register(row, name)
        if identity is None:
            continue
        intake.organisations[identity] = Organisation(
            identity,
            name or identity,
            side=row.choice("side", _SIDES, "delegation"),
            sector=row.line_of("sector"),
            country=row.line_of("country"),
            promised_meetings=row.whole("promised_meetings"),
            origin=row.origin,
        )


def read_people(intake: Intake, table: Table | None) -> None:
    """Fills `intake.people`."""
    if table is None:
        return
    columns = _Columns(intake, table)
    for batch in intake.batches(table):
        made = columns.made(batch)
        identities, rows = intake.settled(batch, made, lambda row: row.needed("name"))
        records = records_of(Person, *made.fields, batch.origins)
        intake.people.update(merged(identities, rows, records, columns.person))


class _Columns:
    """The table of people a column at a time."""

    def __init__(self, intake: Intake, table: Table) -> None:
        self._intake = intake
        cells: dict[str, Callable[[Row], Any]] = {
            "organisation": lambda row: intake.known(row, "organisation", "organisations"),
            "role": lambda row: row.line_of("role"),
            "groups": lambda row: row.several("groups"),
            "rank": _rank,
            "languages": lambda row: languages(row, "languages"),
            "diet": lambda row: row.line_of("diet"),
        }
        self._cells = {column: Known(table, (column,), read) for column, read in cells.items()}
        self._sides = Known(
            table,
            ("side", "organisation"),
            lambda row: self._side(row, intake.known(row, "organisation", "organisations")),
        )

    def made(self, batch: Batch) -> Made:
        """The people of some rows."""
        cells = {c: batch.values(known, "") for c, known in self._cells.items()}
        sides = batch.values(self._sides)
        ids, names, emails = (batch.lines_of(column) for column in ("id", "name", "email"))
        if any(sign in "\0".join(emails) for sign in _NO_ADDRESS):
            batch.doubtful |= {p for p, text in enumerate(emails) if _is_odd(text)}
        phones = map(str.strip, batch.texts("phone"))
        fields = (
            ids, names, cells["organisation"], cells["role"], cells["groups"], cells["rank"],
            cells["languages"], emails, phones, cells["diet"], sides, repeat("", len(batch)),
        )  # fmt: skip
        return Made(ids, names, fields)

    def person(self, row: Row, identity: str) -> Person:
        """The person of a row on its own."""
        organisation = self._intake.organisation(row, row.choice("side", _SIDES, "delegation"))
        return Person(
            identity,
            row.needed("name") or identity,
            organisation,
            role=row.line_of("role"),
            groups=row.several("groups"),
            rank=_rank(row),
            languages=languages(row, "languages"),
            email=_email(row),
            phone=row.text("phone"),
            diet=row.line_of("diet"),
            side=self._side(row, organisation),
            origin=row.origin,
        )

    def _side(self, row: Row, organisation: str) -> str:
        known = self._intake.organisations.get(organisation)
        return row.choice("side", _SIDES, known.side if known else "delegation")


def _email(row: Row) -> str:
    """One address; whatever else stands there is left as it is."""
    text = row.line_of("email")
    if not _is_odd(text):
        return text
    found = re.fullmatch(_ADDRESS, "".join(text.split()))
    if found is None:
        return text
    row.guess("email", say("guess.read", text=text, meant=found[1]),
              say("guess.write", meant=found[1]))  # fmt: skip
    return found[1]


def _is_odd(email: str) -> bool:
    return any(sign in email for sign in _NO_ADDRESS)


def _rank(row: Row) -> int | None:
    return row.whole("rank", 1)
