"""An expression of people as it would be written without someone, or with someone more."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from itinerary.model import Mission
from itinerary.names import key

_DASHES = "-\u2010-\u2015\u2212"
_BETWEEN = rf"(?i:\s*[;+\n]\s*|\s+(?=[{_DASHES}]\s*\w)|\s+(?=(?:except|sauf|salvo|excepto|hors)\s))"
_AWAY = rf"(?i:[{_DASHES}]\s*|(?:except|sauf|salvo|excepto|hors)\s+)"
_PLAIN = r"\w[\w.@'\u2019-]*(?: \w[\w.@'\u2019-]*)*"
"""An id or a name that reads as one term, whatever stands around it."""


class Term(NamedTuple):
    """A part of an expression."""

    before: str
    """What stands between it and the one before."""
    text: str
    adds: bool


def terms_of(text: str) -> list[Term]:
    """The parts of an expression, in order; together they are the expression."""
    parts = re.split(f"({_BETWEEN})", text.strip())
    return [
        Term(parts[n - 1] if n else "", part, re.match(_AWAY, part) is None)
        for n, part in enumerate(parts)
        if n % 2 == 0 and part
    ]


def without_people(mission: Mission, text: str, gone: frozenset[str]) -> str | None:
    """The expression without people who are not all of it: their own terms taken out, and
    excluded at its end where another term has them; None if no one can say how."""
    names = {person: _called(mission, person) for person in gone}
    if not all(names.values()):
        return None
    terms = terms_of(text)
    own = {n for n, term in enumerate(terms) if _whose(mission, term) in gone}
    left = [term for n, term in enumerate(terms) if n not in own]
    if own and not any(term.adds for term in left):
        return None  # exclusions alone are taken from everyone
    out = [
        person
        for person in mission.in_protocol_order(gone)
        if any(term.adds and _may_have(mission, term.text, person) for term in left)
        or not any(term.adds for term in left)
    ]
    return _joined(left) + "".join(f" - {names[person]}" for person in out)


def with_person(mission: Mission, text: str, person: str) -> str | None:
    """The expression and one person more; None where it takes them away all the same."""
    name, terms = _called(mission, person), terms_of(text)
    if not terms or not name:
        return name
    others = [term for term in terms if not _excludes_alone(mission, term, person)]
    excluding = [re.sub(f"^{_AWAY}", "", term.text) for term in others if not term.adds]
    is_taken = any(_may_have(mission, excluded, person) for excluded in excluding)
    if is_taken or not any(term.adds for term in others):
        return None
    if excluding:  # behind an exclusion a name looks as if it were excluded too
        return f"{name} + {_joined(others)}"
    return f"{_joined(others)} + {name}"


def instead_of(mission: Mission, text: str, person: str, other: str) -> str | None:
    """The expression with another in someone's place, in their own term where they have one."""
    name, terms = _called(mission, other), terms_of(text)
    own = [n for n, term in enumerate(terms) if _whose(mission, term) == person]
    if not own:
        more = with_person(mission, text, other)
        return more and without_people(mission, more, frozenset({person}))
    terms[own[0]] = terms[own[0]]._replace(text=name)
    changed = _joined(terms)
    left = [term for n, term in enumerate(terms) if n != own[0]]
    if any(not term.adds for term in left) or len(own) > 1:
        return None
    is_elsewhere = any(_may_have(mission, term.text, person) for term in left)
    return without_people(mission, changed, frozenset({person})) if is_elsewhere else changed


def _joined(terms: list[Term]) -> str:
    return "".join(term.before + term.text if n else term.text for n, term in enumerate(terms))


def _whose(mission: Mission, term: Term) -> str:
    """The one person whom a term adds by their id or name; empty where it is something else."""
    return _person(mission, term.text) if term.adds else ""


def _excludes_alone(mission: Mission, term: Term, person: str) -> bool:
    return not term.adds and _person(mission, re.sub(f"^{_AWAY}", "", term.text)) == person


def _person(mission: Mission, name: str) -> str:
    called = key(name)
    if called in mission.groups or any(called in names for names in _organisations(mission)):
        return ""
    known = mission.people.values()
    found = [p.id for p in known if called in (key(p.id), key(p.name))]
    return found[0] if len(found) == 1 else ""


def _organisations(mission: Mission) -> Iterator[tuple[str, str]]:
    return ((key(known.id), key(known.name)) for known in mission.organisations.values())


def _may_have(mission: Mission, term: str, person: str) -> bool:
    """Whether someone may be among those whom a term means; certain only where it is plain."""
    called = key(term)
    if called in mission.groups:
        return person in mission.groups[called]
    own = mission.people[person].organisation
    for identity, known in mission.organisations.items():
        if called in (key(identity), key(known.name)):
            return identity == own
    return _person(mission, term) in ("", person)


def _called(mission: Mission, person: str) -> str:
    """How someone is written so that nobody else is meant; empty if there is no such way."""
    known = mission.people[person]
    names = (person, known.name) if known.origin.row else (known.name, person)
    for name in names:
        is_own = _person(mission, name) == person or known.stands_for == name
        if is_own and re.fullmatch(_PLAIN, name) and not re.match(_AWAY, name):
            return name
    return ""
