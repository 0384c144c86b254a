"""Terms of an expression of people that are in no table as they are written."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Self

from itinerary.load.called import Called
from itinerary.load.crowds import counted, is_headcount, is_placeholder
from itinerary.load.terms import listed
from itinerary.model import Person
from itinerary.names import key
from itinerary.problems import Message, OneOf, say

Doubt = tuple[Message, Message]
"""What has been understood, and what to type instead."""


class Understood(NamedTuple):
    """The people of a term, and what had to be guessed."""

    people: frozenset[str]
    guesses: tuple[Doubt, ...] = ()
    nobody: tuple[str, ...] = ()
    """Terms that are no names."""

    @classmethod
    def of(cls, terms: Sequence[Self]) -> Self:
        """All of them together."""
        return cls(
            frozenset().union(*(term.people for term in terms)),
            tuple(doubt for term in terms for doubt in term.guesses),
            tuple(name for term in terms for name in term.nobody),
        )


class TermGuesser:
    """Reads what the tables do not have; `exact` gives the people of a term they have."""

    def __init__(
        self, people: Mapping[str, Person], exact: Callable[[str], set[str] | None], *,
        has_names: bool,
    ) -> None:  # fmt: skip
        self._people = people
        self._exact = exact
        self._called = Called(people)
        self._has_names = has_names

    def understand(self, term: str) -> Understood | None:
        """None where it may be a misspelt name, or that of several people."""
        if is_placeholder(term):
            doubt = say("guess.nobody", text=term), say("guess.nobody.hint")
            return Understood(frozenset(), (doubt,), (term,))
        if is_headcount(term):
            doubt = say("guess.number", text=term), say("guess.number.hint")
            return Understood(frozenset(), (doubt,), (term,))
        if group := counted(term):
            return self._counted(term, *group)
        if not self._has_names:
            return None
        return self._person(term) or self._list(term)

    def among(self, term: str) -> OneOf:
        """The names of the people, more than one, whom a term may mean."""
        found = self._called.find(term).people if self._has_names else ()
        names = [self._people[person].name for person in found]
        is_told = len({*map(key, names)}) == len(found)
        return OneOf(names if is_told else found) if len(found) > 1 else OneOf()

    def _counted(self, term: str, group: str, number: int) -> Understood | None:
        found = self._known(group)
        if found is None or len(found.people) == number:
            return found
        count = say("guess.count", text=term, meant=group, n=len(found.people))
        doubt = count, say("guess.write", meant=group)
        return found._replace(guesses=(*found.guesses, doubt))

    def _known(self, term: str) -> Understood | None:
        people = self._exact(term)
        return self.understand(term) if people is None else Understood(frozenset(people))

    def _person(self, term: str) -> Understood | None:
        people, is_sure = self._called.find(term)
        if len(people) != 1:
            return None
        if is_sure:
            return Understood(frozenset(people))
        meant = self._people[people[0]].name
        if self._exact(meant) != {*people}:
            meant = people[0]
        doubt = say("guess.read", text=term, meant=meant), say("guess.write", meant=meant)
        return Understood(frozenset(people), (doubt,))

    def _list(self, term: str) -> Understood | None:
        """`A, B et C`, if each of them is somebody."""
        parts = listed(term)
        found = [self._known(part) for part in parts] if len(parts) > 1 else [None]
        known = [each for each in found if each is not None]
        if len(known) < len(found):
            return None
        return Understood.of(known)
