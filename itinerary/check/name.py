"""Rule `name`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from itinerary.check.wording import people
from itinerary.model import Person
from itinerary.names import keys
from itinerary.problems import Problem, Source, say, warning
from itinerary.timetable import Timetable

LONG = 5
"""Letters a word must have for a slip in it to be told from another name."""
Words = tuple[str, ...]
Named = tuple[Person, Words]


def name(timetable: Timetable) -> Iterator[Problem]:
    """Two names that may be one person's, or a name that is nearly somebody's.

    Two people of the table whose names are the same words in another order; or who are of the
    same organisation, or of none, and have the same name, a name with one slip in it (in a word
    of five letters or more, not in the last of them), or the same name with initials. They are
    never taken for one. And a cell that names nobody, where somebody has nearly the name: that
    is an error. Write the name as it stands in the table; delete the row of whoever is there
    twice; or accept that they are two in `accepted.csv`.
    """
    people = [p for p in timetable.mission.people.values() if not p.stands_for]
    called = keys([person.name for person in people])
    named = [*zip(people, (tuple(name.split()) for name in called), strict=True)]
    said: set[frozenset[str]] = set()
    for found in (*_same_words(named), *_nearly_same(named), *_initialled(named)):
        together = frozenset(person.id for person in found)
        if together not in said:
            said.add(together)
            yield _problem(timetable, found)


def _same_words(named: Iterable[Named]) -> Iterator[list[Person]]:
    """Groups of people of the same words: in another order, or within an organisation."""
    by_words: dict[Words, list[Named]] = {}
    for one in named:
        by_words.setdefault(tuple(sorted(one[1])), []).append(one)
    for same in by_words.values():
        if len(same) > 1 and len({words for _, words in same}) > 1:
            yield [person for person, _ in same]
        elif len(same) > 1:
            yield from _in_one_organisation(person for person, _ in same)


def _in_one_organisation(same: Iterable[Person]) -> Iterator[list[Person]]:
    by_organisation: dict[str, list[Person]] = {}
    for person in same:
        by_organisation.setdefault(person.organisation, []).append(person)
    return (found for found in by_organisation.values() if len(found) > 1)


def _nearly_same(named: Sequence[Named]) -> Iterator[list[Person]]:
    """Pairs of one organisation that differ by one slip in one long word."""
    for group in _alike(named):
        for one, other in combinations(group, 2):
            (person, words), (second, spelt) = named[one], named[other]
            differ = [pair for pair in zip(words, spelt, strict=False) if pair[0] != pair[1]]
            if len(words) == len(spelt) and len(differ) == 1 and _is_slip(*differ[0]):
                yield [person, second]


def _alike(named: Sequence[Named]) -> Iterable[list[int]]:
    """Places of the names that may differ by a slip: most names are alone, and found so by a hash.

    A word with one slip has kept its first two letters or its last two; the other words are the
    same.
    """
    first: dict[int, int] = {}
    alike: dict[int, list[int]] = {}
    for number, (person, words) in enumerate(named):
        for place, word in enumerate(words):
            if len(word) < LONG or len(words) == 1:
                continue
            others = hash((person.organisation, words[:place], words[place + 1 :]))
            for end in (hash((others, word[:2])), hash((word[-2:], others))):
                if first.setdefault(end, number) != number:
                    alike.setdefault(end, [first[end]]).append(number)
    return alike.values()


def _is_slip(one: str, other: str) -> bool:
    """Whether two words differ by a letter, or by two exchanged, before the last.

    Another last letter makes another name: Julien and Julie, Daniel and Daniele.
    """
    if one == other or one[-1] != other[-1] or abs(len(one) - len(other)) > 1:
        return False
    both = enumerate(zip(one, other, strict=False))
    start = next((i for i, (a, b) in both if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    if len(a) != len(b):
        return a[1:] == b or b[1:] == a
    return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _initialled(named: Iterable[Named]) -> Iterator[list[Person]]:
    """Pairs of one organisation of which one has initials for the words of the other."""
    short = [(person, words) for person, words in named if min(map(len, words), default=2) == 1]
    wanted = {person.organisation for person, _ in short}
    by_surname: dict[tuple[str, str], list[Named]] = {}
    for person, words in named:
        if person.organisation in wanted and words:
            by_surname.setdefault((person.organisation, words[-1]), []).append((person, words))
    for person, words in short:
        for other, spelt in by_surname.get((person.organisation, words[-1]), ()):
            if words != spelt and _stands_for(words, spelt):
                yield [person, other]


def _stands_for(short: Words, spelt: Words) -> bool:
    """Whether `j f suhas` may be `jean francois suhas`, or be cut to `j suhas`."""
    initials = [word for word in short if len(word) == 1]
    whole = [word for word in short if len(word) > 1]
    rest = [word for word in spelt if word not in whole]
    is_same_rest = bool(whole) and len(rest) + len(whole) == len(spelt)
    return is_same_rest and bool(rest) and [word[0] for word in rest][: len(initials)] == initials


def _problem(timetable: Timetable, found: Sequence[Person]) -> Problem:
    mission = timetable.mission
    ids = tuple(sorted((person.id for person in found), key=mission.protocol_order.__getitem__))
    message = say("name.same", people=people(mission, ids))
    at = (_cell(timetable, person) for person in found)
    return warning("name", message, *at, hint=say("name.hint"))._replace(people=ids)


def _cell(timetable: Timetable, person: Person) -> Source:
    """The name in the table of people; without one, where the person is first expected."""
    items = timetable.by_person.get(person.id, ())
    if person.origin.row or not items:
        return person.origin.cell("name")
    return items[0].at("who")
