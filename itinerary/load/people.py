"""The tables of who there is: organisations and people."""

from itinerary.load.intake import Intake, choices
from itinerary.load.rows import Row, Table
from itinerary.model import Organisation, Person
from itinerary.names import key
from itinerary.problems import say

_SIDES = choices(
    "delegation|délégation|delegación|visitor|visiteur",
    "host|hosts|hôte|hôtes|anfitrión|anfitriones|partner|partenaire",
)
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
    names = intake.named("people")
    for row in intake.rows(table):
        name = row.needed("name")
        identity = names.register(row, name)
        if identity is None:
            continue
        organisation = intake.reference(row, "organisation", "organisations")
        known = intake.organisations.get(organisation)
        intake.people[identity] = Person(
            identity,
            name or identity,
            organisation,
            role=row.line_of("role"),
            groups=row.several("groups"),
            rank=row.whole("rank", 1),
            languages=languages(row, "languages"),
            email=row.line_of("email"),
            phone=row.text("phone"),
            diet=row.line_of("diet"),
            side=row.choice("side", _SIDES, known.side if known else "delegation"),
            origin=row.origin,
        )
