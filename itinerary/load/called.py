"""Who is meant by a name that no row has: `SUHAS Jean-François`, `M. Roatta`, `J.-F. Suhas`.

Names are matched and never merged: what fits two people is nobody's name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from itinerary.model import Person
from itinerary.names import key, keys

MOST = 5
"""People among whom is asked."""
MOST_INITIALS = 3
"""Letters that may be the first of as many names, as in `JF Suhas`."""
Words = tuple[str, ...]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CIVILITIES = _words(
    "m mm mr mrs ms miss mme mmes mlle mlles dr pr prof me mtre sr sra srta d dna don dona"
    " monsieur madame mademoiselle messieurs mesdames docteur doctor professeur professor maitre"
    " senor senora general"
)
_EXCELLENCIES = (("s", "e"), ("h", "e"), ("son", "excellence"), ("his", "excellency"),
                 ("her", "excellency"), ("su", "excelencia"))  # fmt: skip
_PARTICLES = _words("de du des la le les da di do dos del el al ben van von der y et")
_FUNCTIONS = _words(
    "maire mayor alcalde alcaldesa president presidente presidenta chair chairman chairwoman vice"
    " adjoint adjointe depute deputee senateur senatrice senator conseiller conseillere councillor"
    " commissioner ministre minister ministro prefet prefete consul ambassadeur ambassadrice"
    " ambassador directeur directrice director directora dg dga pdg ceo coo cfo cto gerant gerante"
    " fondateur fondatrice founder cofounder chef chief head responsable manager delegue deleguee"
    " secretaire secretary secretario secretaria tresorier charge chargee attache attachee"
    " interprete interpreter journaliste journalist"
)
_ABSENT = _words("absent absente excuse excusee non no annule annulee cancelled ausente")
_EXTRA = r"^(?P<name>.*?\w.*?)\s*(?:\((?P<beside>[^()]*)\)|,\s*(?P<behind>[^,()]+)|\?+)$"
_LONGEST = 200


class Match(NamedTuple):
    """Everyone whom a name fits; `is_sure` where it is all of one name, however it is written."""

    people: Words = ()
    is_sure: bool = False


class Called:
    """The people of a mission by the words of their names; an index, made when first needed."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self._people = people
        self._known: dict[str, Match] = {}

    def find(self, term: str) -> Match:
        """Who is meant; each term is worked out once."""
        found = self._known.get(term)
        if found is None:
            found = self._known[term] = self._find(term) if len(term) <= _LONGEST else Match()
        return found

    def _find(self, term: str) -> Match:
        found = self._named(key(term).split())
        extra = re.match(_EXTRA, term) if not found.people else None
        if extra is None:
            return found
        said = key(extra["beside"] or extra["behind"] or "")
        found = self._named(key(extra["name"]).split())
        if not _ABSENT.isdisjoint(said.split()):
            return Match()
        is_function = said.partition(" ")[0] in _FUNCTIONS
        if is_function or (said and all(said in self._about(person) for person in found.people)):
            return found
        return found._replace(is_sure=False) if extra["behind"] is None else Match()

    def _about(self, person: str) -> tuple[str, ...]:
        known = self._people[person]
        return key(known.role), key(known.organisation)

    def _named(self, words: list[str]) -> Match:
        readings = [*dict.fromkeys((tuple(_without_civility(words)), tuple(words)))]
        if words[:1] == ["d"]:  # more often an initial than a Spanish Don
            readings.reverse()
        for reading in readings:
            if same := self._whole_names.get(tuple(sorted(reading))):
                return Match(tuple(same[:MOST]), len(same) == 1)
        for reading in readings:
            if found := tuple(self._fitting(reading)):
                return Match(found)
        return Match()

    def _fitting(self, words: Words) -> Iterator[str]:
        """Those of whose name these words may be a part, or the whole with other initials."""
        having = (p for p in self._having(words) if _stands_for(words, self._words[p]))
        cut = (p for word in words for p in self._cut.get(word, ()))
        initialled = (p for p in cut if _is_cut_to(self._words[p], words))
        yield from islice(dict.fromkeys((*islice(having, MOST), *initialled)), MOST)

    def _having(self, words: Words) -> Iterator[str]:
        """Those who have each word that is too long for initials."""
        known = [self._by_word.get(word, {}) for word in words if len(word) > MOST_INITIALS]
        known = known or [self._by_word[word] for word in words if word in self._by_word]
        first, *others = sorted(known, key=len) or [{}]
        return (person for person in first if all(person in other for other in others))

    @cached_property
    def _words(self) -> Mapping[str, Words]:
        named = [person for person in self._people.values() if not person.stands_for]
        split = (called.split() for called in keys([person.name for person in named]))
        return {p.id: tuple(_without_civility(w)) for p, w in zip(named, split, strict=True)}

    @cached_property
    def _by_word(self) -> Mapping[str, Mapping[str, None]]:
        """The people of each word, in order."""
        found: dict[str, dict[str, None]] = {}
        for person, words in self._words.items():
            for word in set(words) - _PARTICLES:
                if len(word) > 1:
                    found.setdefault(word, {})[person] = None
        return found

    @cached_property
    def _cut(self) -> Mapping[str, list[str]]:
        """Those by word whose names have initials."""
        short = {
            person for person, words in self._words.items() if min(map(len, words), default=2) == 1
        }
        found = (
            (word, [p for p in people if p in short]) for word, people in self._by_word.items()
        )
        return {word: people for word, people in found if people}

    @cached_property
    def _whole_names(self) -> Mapping[Words, list[str]]:
        found: dict[Words, list[str]] = {}
        for person, words in self._words.items():
            found.setdefault(tuple(sorted(words)), []).append(person)
        found.pop((), None)
        return found


def _without_civility(words: Iterable[str]) -> list[str]:
    """`s e m jean roatta` is `jean roatta`; of nothing but civilities all is left."""
    left = list(words)
    while left and (left[0] in _CIVILITIES or tuple(left[:2]) in _EXCELLENCIES):
        left = left[1 if left[0] in _CIVILITIES else 2 :]
    return left or list(words)


def _is_cut_to(short: Words, spelt: Words) -> bool:
    """Whether the name of the table has initials for all that is written out."""
    return len(short) == len(spelt) and min(map(len, short)) == 1 and _stands_for(short, spelt)


def _stands_for(short: Words, spelt: Words) -> bool:
    """Whether `suhas`, `j f suhas` or `suhas jf` may be `jean francois suhas`."""
    left, initials, has_word = list(spelt), "", False
    for word in short:
        if len(word) > 1 and word in left:
            left.remove(word)
            has_word = has_word or word not in _PARTICLES
        elif len(word) <= MOST_INITIALS:
            initials += word
        else:
            return False
    return has_word and "".join(word[0] for word in left).startswith(initials)
