"""The speakers of a schedule: told apart by their ids, never by their names."""

from collections.abc import Iterable, Sequence

from itinerary.load.imports.schedule import Fields
from itinerary.load.imports.short_ids import short_ids
from itinerary.load.imports.texts import plain
from itinerary.model.tables import TextTable

_IDS = ("guid", "code", "id")
_NAMES = ("name", "public_name", "full_public_name", "display_name")
_ORGANISATIONS = ("organisation", "organization", "affiliation", "company")
_PEOPLE = ("id", "name", "organisation", "email")


class Speakers:
    """Everybody of one schedule."""

    def __init__(self, persons: Iterable[Fields]) -> None:
        self._persons: dict[str, dict[str, str]] = {}
        for person in persons:
            if key := _key(person):
                known = self._persons.setdefault(key, {})
                known |= {name: text for name, text in person.items() if text and name not in known}
        self._ids = short_ids(self._persons, "speaker-")
        told = {_organisation(person) for person in self._persons.values()}
        self._organisations = short_ids(told - {""})

    def who(self, persons: Sequence[Fields]) -> str:
        """An expression of ids."""
        keys = (_key(person) for person in persons)
        return "; ".join(sorted({self._ids[key] for key in keys if key}))

    def tables(self) -> tuple[TextTable, ...]:
        bodies = sorted((identity, name) for name, identity in self._organisations.items())
        people = (
            (self._ids[key], _name(person) or self._ids[key],
             self._organisations.get(_organisation(person), ""), _email(person))
            for key, person in self._persons.items()
        )  # fmt: skip
        return (
            TextTable("organisations", ("id", "name"), tuple(bodies)),
            TextTable("people", _PEOPLE, tuple(sorted(people))),
        )


def _key(person: Fields) -> str:
    given = (person.get(name, "").strip() for name in _IDS)
    return next(filter(None, given), "") or _name(person)


def _name(person: Fields) -> str:
    return next(filter(None, (plain(person.get(name, "")) for name in _NAMES)), "")


def _organisation(person: Fields) -> str:
    return next(filter(None, (plain(person.get(name, "")) for name in _ORGANISATIONS)), "")


def _email(person: Fields) -> str:
    text = plain(person.get("email", ""))
    return text if text.count("@") == 1 and " " not in text else ""
