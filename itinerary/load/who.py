"""Who a cell means: `officials + Jean Roatta; port - press`, `tous sauf presse`.

All additions are made first and all exclusions after them, so the order of terms says nothing.
"""

import re
from typing import NamedTuple

from itinerary.load.intake import Intake, unknown
from itinerary.load.rows import Row
from itinerary.model import NOBODY, Person, Who
from itinerary.names import fold, key, near
from itinerary.problems import Message, OneOf, say

_EXCEPT = r"(?:except|sauf|salvo|excepto|hors)"
_TERMS = rf"(?i:\s*[;+\n]\s*|\s+(?=-\s*\w)|\s+(?={_EXCEPT}\s))"
_TAKES_AWAY = rf"(?i:-\s*|{_EXCEPT}\s+)(?i:for\s+)?"
_ARTICLE = r"(?i:les?|la|the|los?|las|el)\s+"
_MINUS = r"(?:^|\s+)[-\u2010-\u2015\u2212]\s*(?=\w)"
_AND = r"(?i:\s*[,&/]\s*|\s+(?:et|and|y)\s+)"
"""Between the names of a list that is not written with `;`."""
_DEEPEST = 50
"""Groups within groups."""
_ALL = frozenset({"all", "everyone", "tous", "tout le monde", "todos", "delegation"})
_HOSTS = frozenset({"hosts", "hotes", "anfitriones"})


class _Reading(NamedTuple):
    """What an expression comes to."""

    who: Who
    missing: tuple[str, ...] = ()
    """Terms that name nobody."""
    idle: tuple[str, ...] = ()
    """Terms that add nobody, written after an exclusion as if they were excluded too."""


class WhoReader:
    """Turns expressions into people; each expression is worked out once."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._of_organisation: dict[str, list[str]] = {}
        self._groups: dict[str, set[str]] = {}
        self._order: dict[str, int] = {}
        self._known: dict[str, _Reading] = {}
        self._said: dict[str, tuple[Message, Message]] = {}
        self._is_open = True
        self._is_whole = not intake.broken & {"people", "organisations"}
        self._index_people()
        self._define_groups()

    def read(self, row: Row, column: str) -> Who:
        """The people of a cell; every term that names nobody is a `reference` problem."""
        text = row.text(column)
        if not text:
            return NOBODY
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._work_out(text)
        for term in found.missing if self._is_whole else ():
            if term not in self._said:
                self._said[term] = self._nobody_called(term)
            row.fail("reference", column, *self._said[term])
        if found.idle:
            hint = say("who.idle.hint", text=_without(text, found.idle))
            row.doubt("reference", column, say("who.idle", terms=found.idle), hint)
        return found.who

    def people_called(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids an expression comes to, and its terms that name nobody.

        Once the mission is `closed`, nobody new is made of a name.
        """
        found = self._work_out(text)
        return found.who.people, found.missing

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
        for _, term in _terms(text):
            for part in (term, *self._parts(term)):
                self._define(key(re.sub(f"^{_ARTICLE}", "", part.strip())), waiting, depth + 1)
                self._define(key(part), waiting, depth + 1)
        found = self._work_out(text)
        self._groups.setdefault(name, set()).update(found.who.people)
        for term in found.missing if self._is_whole else ():
            self._intake.settings.refuse_group(name, *self._nobody_called(term))

    def _work_out(self, text: str) -> _Reading:
        whole = None if _has_dash(text[:1]) else self._people_called(text)
        if whole is not None:
            return _Reading(self._in_order(text, whole), (), ())
        sets: dict[bool, set[str]] = {True: set(), False: set()}
        missing: list[str] = []
        idle: list[str] = []
        has_excluded = False
        terms = _terms(text)
        for adds, term in terms:
            people, unknown_parts = self._people_listed(term)
            if adds and has_excluded and people and people <= sets[True]:
                idle.append(term)
            has_excluded = has_excluded or not adds
            sets[adds] |= people
            missing += unknown_parts
        if terms and not any(adds for adds, _ in terms):
            sets[True] |= self._groups.get("all", set())
        who = self._in_order(text, sets[True] - sets[False])
        return _Reading(who, tuple(missing), tuple(idle))

    def _in_order(self, text: str, people: set[str]) -> Who:
        return Who(text, tuple(sorted(people, key=self._order.__getitem__)))

    def _people_listed(self, term: str) -> tuple[set[str], list[str]]:
        """Everyone of a term or, where that is no name, of its parts."""
        people = self._people_called(term)
        if people is None:
            people = self._people_called(re.sub(f"^{_ARTICLE}", "", term))
        names = self._parts(term) if people is None else []
        if people is not None or len(names) < 2:
            return people or set(), [] if people is not None else [term]
        parts = {part: self._people_called(part) for part in names}
        found = [people for people in parts.values() if people is not None]
        nobody = [part for part, people in parts.items() if people is None]
        return set().union(*found), nobody if found else [term]

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
        if takes_names and (len(self._parts(term)) != 1 or _is_compound(term)):
            return None  # `A, B` and `A & B` share a `key`, and name two people
        person = self._intake.named("people").find(term)
        if person is None and takes_names and self._is_open:
            person = self._take_as_written(term)
        return None if person is None else ({person} & self._intake.people.keys())

    def _parts(self, term: str) -> list[str]:
        """The names of a list with commas; also with `&`, `/` or `et` where names are taken
        as written."""
        if "people" in self._intake.absent:
            return _listed(term)
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

    def _nobody_called(self, term: str) -> tuple[Message, Message]:
        people = self._intake.named("people")
        if people.is_shared(term):
            return unknown(term, "people", people)
        written = {group: group for group in (*self._groups, "all")}
        for table in ("people", "organisations"):
            for identity, name in self._intake.named(table).shown.items():
                written |= {name: name, identity: name}
        parts = _listed(term)
        if len(parts) > 1 and all(map(self._is_known, parts)):
            return say("who.unknown", text=term), say("who.separate", text="; ".join(parts))
        guesses = OneOf(dict.fromkeys(written[name] for name in near(term, written)))
        hint = say("reference.near", names=guesses) if guesses else say("who.add")
        return say("who.unknown", text=term), hint

    def _is_known(self, name: str) -> bool:
        tables = (self._intake.named(table) for table in ("people", "organisations"))
        return key(name) in self._groups or any(names.find(name) for names in tables)


def _listed(text: str) -> list[str]:
    return [part for raw in re.split(_AND, text) if (part := raw.strip())]


def _without(text: str, idle: tuple[str, ...]) -> str:
    """The expression with its idle terms excluded: `tous - A - B`."""
    written = ""
    for adds, term in _terms(text):
        written += f"{' + ' if adds and term not in idle else ' - '}{term}"
    return written.removeprefix(" + ").strip()


def _has_dash(text: str) -> bool:
    return "-" in text or not text.isascii()


def _is_compound(text: str) -> bool:
    terms = _terms(text)
    return len(terms) != 1 or not terms[0][0]


def _terms(text: str) -> list[tuple[bool, str]]:
    """The terms, each with whether it adds; `- press`, `-press` and `sauf presse` take away."""
    marked = re.sub(_MINUS, " -", text) if _has_dash(text) else text
    found: list[tuple[bool, str]] = []
    for raw in re.split(_TERMS, marked):
        term = raw.strip()
        away = re.match(_TAKES_AWAY, term)
        name = term[away.end() :].strip() if away else term
        if name:
            found.append((away is None, name))
    return found
