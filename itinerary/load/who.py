"""Who a cell means: `officials + Jean Roatta; port - press`, `tous sauf presse`.

All additions are made first and all exclusions after them, so the order of terms says nothing.
"""

import re
from typing import NamedTuple, cast

from itinerary.load.columns import DOUBT
from itinerary.load.crowds import is_crowd
from itinerary.load.guessed_terms import Doubt, TermGuesser, Understood
from itinerary.load.intake import Intake, unknown
from itinerary.load.rows import Row
from itinerary.load.terms import ARTICLE, has_dash, is_compound, listed, terms, without
from itinerary.model import NOBODY, Person, Who
from itinerary.names import fold, key, keys, near
from itinerary.problems import Message, OneOf, say

_DEEPEST = 50
"""Groups within groups."""
_MOST_COMPARED = 5_000_000
"""Names and terms that are compared, letter by letter, for what may have been meant."""
_ALL = frozenset(
    {
        "all", "everyone", "everybody", "delegation", "whole delegation", "the whole delegation",
        "entire delegation", "the entire delegation", "all delegates", "all participants",
        "tous", "toutes et tous", "tous et toutes", "tout le monde", "tout le groupe",
        "toute la delegation", "ensemble de la delegation", "l'ensemble de la delegation",
        "delegation entiere", "tous les delegues", "tous les participants",
        "todos", "todos y todas", "todo el mundo", "delegacion", "toda la delegacion",
        "todos los delegados",
    }
)  # fmt: skip
_HOSTS = frozenset({"hosts", "hotes", "anfitriones"})


class _Reading(NamedTuple):
    """What an expression comes to."""

    who: Who
    missing: tuple[str, ...] = ()
    """Terms that name nobody."""
    idle: tuple[str, ...] = ()
    """Terms that add nobody, written after an exclusion as if they were excluded too."""
    guesses: tuple[Doubt, ...] = ()
    nobody: tuple[str, ...] = ()
    """Terms that are no names."""


_NOTHING = _Reading(NOBODY)


class WhoReader:
    """Turns expressions into people; each expression is worked out once."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._of_organisation: dict[str, list[str]] = {}
        self._groups: dict[str, set[str]] = {}
        self._order: dict[str, int] = {}
        self._known: dict[str, _Reading] = {}
        self._said: dict[str, tuple[str, Message, Message]] = {}
        self._is_open = True
        self._is_whole = not intake.broken & {"people", "organisations"}
        has_names = "people" not in intake.absent
        self._guesser = TermGuesser(intake.people, self._exactly, has_names=has_names)
        self._index_people()
        self._define_groups()

    def read(self, row: Row, column: str) -> Who:
        """The people of a cell; every term that names nobody is a `reference` problem."""
        text = row.text(column)
        if not text:
            return NOBODY
        self.learn(text)
        found = self._known[text]
        for term in found.missing if self._is_whole else ():
            if term not in self._said:
                self._said[term] = self._nobody_called(term)
            code, message, hint = self._said[term]
            row.fail(code, column, message, hint)
        for message, hint in found.guesses:
            row.guess(column, message, hint)
        if found.idle:
            hint = say("who.idle.hint", text=without(text, found.idle))
            row.doubt("reference", column, say("who.idle", terms=found.idle), hint)
        return found.who

    def known(self, text: str) -> Who:
        """What an expression without a doubt came to; `DOUBT` if nobody has read it yet."""
        found = self._known.get(text) if text else _NOTHING
        is_clear = found and not (found.missing or found.idle or found.guesses)
        return found.who if found and is_clear else cast(Who, DOUBT)

    def learn(self, text: str) -> None:
        """Works out an expression, of which `known` then tells."""
        if text and text not in self._known:
            self._known[text] = self._work_out(text)

    def by_id(self) -> dict[str, Who]:
        """What the id of each person comes to, where it can mean nothing else."""
        if "people" in self._intake.absent:
            return {}
        names = self._intake.named("organisations")
        taken = _ALL | _HOSTS | self._groups.keys()
        ids = [*self._intake.people]
        return {
            identity: Who(identity, (identity,))
            for identity, called in zip(ids, keys(ids), strict=True)
            if called not in taken and not names.has(called) and _is_plain(identity)
        }

    def people_called(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids an expression comes to, and its terms that name nobody.

        Once the mission is `closed`, nobody new is made of a name.
        """
        found = self._work_out(text)
        return found.who.people, found.missing + found.nobody

    @property
    def groups(self) -> dict[str, frozenset[str]]:
        """The people of each group, those of the columns and of `mission.toml`."""
        return {name: frozenset(people) for name, people in self._groups.items()}

    def close(self) -> None:
        """Ends the making of people from names that tables give."""
        self._is_open = False

    def _index_people(self) -> None:
        unranked = len(self._intake.people) + 10**6
        people = list(self._intake.people.values())
        for person in people:
            if person.organisation:
                self._of_organisation.setdefault(person.organisation, []).append(person.id)
            for group in person.groups:
                self._groups.setdefault(key(group), set()).add(person.id)
            sector = self._sector(person)
            if sector and person.side == "delegation":
                self._groups.setdefault(key(sector), set()).add(person.id)
            group = "all" if person.side == "delegation" else "hosts"
            self._groups.setdefault(group, set()).add(person.id)
        people.sort(key=lambda p: unranked if p.rank is None else p.rank)
        self._order = {person.id: place for place, person in enumerate(people)}

    def _sector(self, person: Person) -> str:
        organisation = self._intake.organisations.get(person.organisation)
        return organisation.sector if organisation else ""

    def _define_groups(self) -> None:
        """Groups of `mission.toml` may name each other; a circle is left out and reported."""
        waiting = {key(name): text for name, text in self._intake.settings.groups().items()}
        for name in list(waiting):
            self._define(name, waiting)

    def _define(self, name: str, waiting: dict[str, str], depth: int = 0) -> None:
        text = waiting.pop(name, None) if depth < _DEEPEST else None
        if text is None:
            return
        for _, term in terms(text):
            for part in (term, *self._parts(term), *listed(term)):
                self._define(key(re.sub(f"^{ARTICLE}", "", part.strip())), waiting, depth + 1)
                self._define(key(part), waiting, depth + 1)
        found = self._work_out(text)
        self._groups.setdefault(name, set()).update(found.who.people)
        for term in found.missing if self._is_whole else ():
            self._intake.settings.refuse_group(name, *self._nobody_called(term)[1:])
        for message, hint in found.guesses:
            self._intake.settings.guess_group(name, message, hint)

    def _work_out(self, text: str) -> _Reading:
        whole = None if has_dash(text[:1]) else self._people_called(text)
        if whole is not None:
            return _Reading(self._in_order(text, whole))
        sets: dict[bool, set[str]] = {True: set(), False: set()}
        missing: list[str] = []
        idle: list[str] = []
        guesses: list[Doubt] = []
        nobody: list[str] = []
        has_excluded = False
        found = terms(text)
        for adds, term in found:
            understood, unknown_parts = self._people_listed(term)
            people = understood.people
            if adds and has_excluded and people and people <= sets[True]:
                idle.append(term)
            has_excluded = has_excluded or not adds
            sets[adds] |= people
            missing += unknown_parts
            guesses += understood.guesses
            nobody += understood.nobody
        if found and not any(adds for adds, _ in found):
            sets[True] |= self._groups.get("all", set())
        who = self._in_order(text, sets[True] - sets[False])
        who = who._replace(is_whole=not missing and not nobody)
        return _Reading(who, tuple(missing), tuple(idle), tuple(guesses), tuple(nobody))

    def _in_order(self, text: str, people: set[str]) -> Who:
        return Who(text, tuple(sorted(people, key=self._order.__getitem__)))

    def _people_listed(self, term: str) -> tuple[Understood, list[str]]:
        """Everyone of a term or, where that is no name, of its parts; and what names nobody."""
        whole = self._understood(term)
        names = self._parts(term) if whole is None else []
        parts = {part: self._understood(part) for part in names} if len(names) > 1 else {}
        found = [whole] if whole else [part for part in parts.values() if part is not None]
        if not found:
            return Understood(frozenset()), [term]
        return Understood.of(found), [part for part, people in parts.items() if people is None]

    def _understood(self, term: str) -> Understood | None:
        people = self._exactly(term)
        return self._guesser.understand(term) if people is None else Understood(frozenset(people))

    def _exactly(self, term: str) -> set[str] | None:
        """Everyone a term stands for, with its article or without."""
        people = self._people_called(term)
        return self._people_called(re.sub(f"^{ARTICLE}", "", term)) if people is None else people

    def _people_called(self, term: str) -> set[str] | None:
        """Everyone a term stands for, or None if it stands for nothing."""
        plain = fold(term)
        if plain in _ALL:
            return self._groups.get("all", set())
        if plain in _HOSTS:
            return self._groups.get("hosts", set())
        if key(term) in self._groups:
            return self._groups[key(term)]
        organisation = self._intake.named("organisations").find(term)
        if organisation is not None:
            return self._members(organisation)
        takes_names = "people" in self._intake.absent
        if takes_names and (len(self._parts(term)) != 1 or is_compound(term) or is_crowd(term)):
            return None  # `A, B` and `A & B` share a `key`, and name two people
        person = self._intake.named("people").find(term)
        if person is None and takes_names and self._is_open:
            person = self._take_as_written(term)
        return None if person is None else ({person} & self._intake.people.keys())

    def _parts(self, term: str) -> list[str]:
        """The names of a list with commas; also with `&`, `/` or `et` where names are taken
        as written."""
        if "people" in self._intake.absent:
            return listed(term)
        return [part for raw in term.split(",") if (part := raw.strip())]

    def _members(self, organisation: str) -> set[str]:
        members = self._of_organisation.get(organisation, [])
        if not members and self._is_open:
            members = [self._stand_in(organisation)]
        return set(members)

    def _take_as_written(self, name: str) -> str:
        """A person of whom nothing but the name is known, as there is no table of people."""
        identity = self._intake.named("people").adopt(name)
        self._intake.people[identity] = Person(identity, name)
        self._groups.setdefault("all", set()).add(identity)
        self._order[identity] = len(self._order)
        return identity

    def _stand_in(self, organisation: str) -> str:
        """An organisation with nobody in `people` attends itself: nor can it be in two places."""
        known = self._intake.organisations.get(organisation)
        identity = organisation
        while identity in self._intake.people:
            identity = f"{identity}-organisation"
        name, side = (known.name, known.side) if known else (organisation, "host")
        origin = known.origin if known else self._intake.frame.origin
        self._intake.people[identity] = Person(
            identity, name, organisation, side=side, stands_for=organisation, origin=origin
        )
        self._of_organisation[organisation] = [identity]
        self._order[identity] = len(self._order)
        return identity

    def _nobody_called(self, term: str) -> tuple[str, Message, Message]:
        """The code, the sentence and the remedy: `name` where somebody is called nearly so."""
        people = self._intake.named("people")
        if people.is_shared(term):
            return "reference", *unknown(term, "people", people)
        if several := self._guesser.among(term):
            return "name", say("guess.several", text=term), say("reference.near", names=several)
        if len(self._said) * len(self._intake.people) > _MOST_COMPARED:
            return "reference", say("who.unknown", text=term), say("who.add")
        written = {group: group for group in (*self._groups, "all")}
        for table in ("people", "organisations"):
            for identity, name in self._intake.named(table).shown.items():
                written |= {name: name, identity: name}
        guesses = OneOf(dict.fromkeys(written[name] for name in near(term, written)))
        if guesses:
            return "name", say("who.unknown", text=term), say("reference.near", names=guesses)
        return "reference", say("who.unknown", text=term), say("who.add")


def _is_plain(identity: str) -> bool:
    return identity.isascii() and identity[0] not in "-=@"
