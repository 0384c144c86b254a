"""Every sentence the code asks for exists, is given what it needs, and none is left over."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import itinerary
from itinerary.locale import LANGUAGES, Words
from itinerary.problems import OneOf, say
from itinerary.times import Moment

HOUSE = Path(itinerary.__file__).parent


@cache
def trees() -> Mapping[str, ast.Module]:
    """Every module of the program, parsed."""
    paths = sorted(HOUSE.rglob("*.py"))
    return {
        str(path.relative_to(HOUSE)): ast.parse(path.read_text(encoding="utf-8")) for path in paths
    }


def placeholders(text: str) -> set[str]:
    """The names a sentence wants filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def nodes() -> Iterator[tuple[str, ast.AST]]:
    return ((name, node) for name, tree in trees().items() for node in ast.walk(tree))


@cache
def constants() -> frozenset[str]:
    """Every string the code writes out."""
    found = (node.value for _, node in nodes() if isinstance(node, ast.Constant))
    return frozenset(value for value in found if isinstance(value, str))


@cache
def sentences(language: str) -> Mapping[str, set[str]]:
    """Each key of a language's file, and what its sentence wants filled in."""
    text = (HOUSE / "locale" / f"{language}.toml").read_text(encoding="utf-8")
    whole = {name: table for name, table in tomllib.loads(text).items() if name not in lists()}
    return dict(_sentences("", whole))


def _sentences(key: str, value: Any) -> Iterator[tuple[str, set[str]]]:
    if isinstance(value, str):
        yield key.removesuffix(".text"), placeholders(value)
    elif value.keys() == {"one", "other"}:
        yield key, {"n"} | placeholders(value["one"]) | placeholders(value["other"])
    else:
        for name, part in value.items():
            yield from _sentences(f"{key}.{name}".removeprefix("."), part)


@cache
def lists() -> frozenset[str]:
    """Tables that `locale` takes whole, such as the names of the months: `self._table["dates"]`."""
    taken = (
        node.slice.value
        for node in ast.walk(trees()["locale/__init__.py"])
        if isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Constant)
        and ast.unparse(node.value) == "self._table"
    )
    return frozenset(str(name) for name in taken)


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Each `say("a.b", ...)` and `words.text("a.b", ...)`: its place, its key, what it gives."""
    for name, node in nodes():
        if not isinstance(node, ast.Call) or not node.args:
            continue
        says = isinstance(node.func, ast.Name) and node.func.id == "say"
        if says or (isinstance(node.func, ast.Attribute) and node.func.attr == "text"):
            given = {word.arg or "**" for word in node.keywords}
            for key in written(node.args[0]):
                if says or "." in key:
                    yield f"{name}:{node.lineno}", key, given


def written(key: ast.expr) -> list[str]:
    """The key of a call: a text, or one of two (`"a.b" if ... else "a.c"`)."""
    if isinstance(key, ast.IfExp):
        return written(key.body) + written(key.orelse)
    return [key.value] if isinstance(key, ast.Constant) and isinstance(key.value, str) else []


def built() -> Iterator[str]:
    """Keys that the code may put together: an f-string such as `f"agenda.{label}"`.

    What fills its gaps is a string that is written out somewhere in the code, like all keys.
    """
    texts = {pattern(node) for _, node in nodes() if isinstance(node, ast.JoinedStr)}
    patterns = {text for text in texts if re.search(r"\w\\.|\\.\w", text)}
    for key in sentences("en"):
        matches = (re.fullmatch(pattern, key) for pattern in patterns)
        if any(match and constants().issuperset(match.groups()) for match in matches):
            yield key


def pattern(text: ast.JoinedStr) -> str:
    parts = (
        re.escape(str(p.value)) if isinstance(p, ast.Constant) else "(.+)" for p in text.values
    )
    return "".join(parts)


def test_every_sentence_the_code_asks_for_exists_and_gets_what_it_wants() -> None:
    known = sentences("en")
    asked = [(place, key, given) for place, key, given in calls() if "**" not in given]
    assert len(asked) > 100
    wrong = [(place, key) for place, key, given in asked if known.get(key) != given]
    assert wrong == []


def test_no_sentence_is_left_over() -> None:
    assert sorted(sentences("en").keys() - constants() - set(built())) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language: str) -> None:
    assert sentences(language) == sentences("en")
    names = tomllib.loads((HOUSE / "locale" / f"{language}.toml").read_text(encoding="utf-8"))
    lengths = {key: len(value) for key, value in names["dates"].items() if isinstance(value, list)}
    assert lengths == {"weekdays": 7, "weekdays_short": 7, "months": 12, "months_short": 12}


def test_no_sentence_ends_or_begins_with_a_space_or_has_two() -> None:
    text = (HOUSE / "locale" / "en.toml").read_text(encoding="utf-8")
    assert re.findall(r'= "[^"]*  [^"]*"', text) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2017, 11, 6), "Mon 6 Nov"),
        (time(9, 5), "09:05"),
        (Moment(datetime(2017, 11, 6, 19, 30, tzinfo=UTC), "America/New_York"), "Mon 6 Nov 14:30"),
        (Moment(datetime(2017, 11, 6, 4, 30, tzinfo=UTC), "America/New_York"), "Sun 5 Nov 23:30"),
        (timedelta(minutes=25), "25 min"),
        (timedelta(hours=1), "1 h"),
        (timedelta(minutes=90), "1 h 30"),
        (timedelta(minutes=125), "2 h 05"),
        (timedelta(hours=13), "13 h"),
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", timedelta(minutes=5), date(2017, 11, 4)), "A, 5 min and Sat 4 Nov"),
        (OneOf(("A", "B", "C")), "A, B or C"),
        (OneOf(("A",)), "A"),
        (say("clock.hint"), "write a time such as 14:30"),
        (12, "12"),
        ("a\r\n  b", "a b"),
    ],
)
def test_how_a_value_reads(value: object, expected: str) -> None:
    assert Words("en").shown(value) == expected


def test_a_long_day() -> None:
    assert Words("en").long_day(date(2017, 11, 6)) == "Monday 6 November 2017"


def test_a_quote_is_cut_and_a_brace_in_it_is_a_brace() -> None:
    words = Words("en")
    assert words.sentence(say("clock.unreadable", text="{hour}")) == '"{hour}" is not a time'
    assert (
        words.sentence(say("clock.unreadable", text="x" * 500)) == f'"{"x" * 119}…" is not a time'
    )


def test_one_and_other() -> None:
    words = Words("en")
    assert [words.text("report.errors", n=n) for n in (0, 1, 2)] == [
        "0 errors",
        "1 error",
        "2 errors",
    ]
