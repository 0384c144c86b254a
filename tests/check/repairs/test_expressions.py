"""An expression of people without someone, or with someone more, as it is written and read."""

import pytest

from itinerary.check.repairs.expressions import instead_of, with_person, without_people
from itinerary.load import Loaded
from tests.check.tables import loaded


def reading(who: str) -> Loaded:
    return loaded(f"""
people
id,name,organisation,groups
ann,Ann Brun,acme,chiefs
bob,Bob Col,acme,chiefs
eve,Eve Dor,other,
acme,Al Acme,other,

organisations
id,name
acme,Acme
other,Other

events
title,date,start,end,who
Talks,2017-11-06,10:00,11:00,{who}
""")


@pytest.mark.parametrize(
    ("text", "gone", "expected", "left"),
    [
        ("ann; eve", "ann", "eve", ("eve",)),
        ("chiefs + Ann Brun", "ann", "chiefs - ann", ("bob",)),
        ("acme; eve", "ann", "acme; eve - ann", ("bob", "eve")),
        ("- eve", "ann", "- eve - ann", ("bob", "acme")),
        ("tous sauf eve", "bob", "tous sauf eve - bob", ("ann", "acme")),
        ("all", "acme", "all - Al Acme", ("ann", "bob", "eve")),
        ("ann - eve", "ann", None, ()),
    ],
)
def test_without_someone(text: str, gone: str, expected: str | None, left: tuple[str, ...]) -> None:
    mission = reading(text).mission
    assert mission is not None
    written = without_people(mission, text, frozenset({gone}))
    assert written == expected
    if written:
        assert reading(written).people_called(written) == (left, ())


@pytest.mark.parametrize(
    ("text", "person", "expected", "who"),
    [
        ("", "ann", "ann", ("ann",)),
        ("bob", "ann", "bob + ann", ("ann", "bob")),
        ("all - ann", "ann", "all + ann", ("ann", "bob", "eve", "acme")),
        ("bob + eve - eve", "ann", "ann + bob + eve - eve", ("ann", "bob")),
        ("all - chiefs", "ann", None, ()),
        ("- chiefs", "ann", None, ()),
        ("- ann", "ann", None, ()),
        ("all sauf nobody-known", "ann", None, ()),
    ],
)
def test_with_someone_more(
    text: str, person: str, expected: str | None, who: tuple[str, ...]
) -> None:
    mission = reading(text).mission
    assert mission is not None
    written = with_person(mission, text, person)
    assert written == expected
    if written:
        assert reading(written).people_called(written) == (who, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ann; bob", "eve; bob"),
        ("chiefs", "chiefs + eve - ann"),
        ("ann; chiefs", "eve; chiefs - ann"),
        ("ann; bob - eve", None),
    ],
)
def test_someone_instead(text: str, expected: str | None) -> None:
    mission = reading(text).mission
    assert mission is not None
    assert instead_of(mission, text, "ann", "eve") == expected
