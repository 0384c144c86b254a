"""Text already cut to a width: the same lines for a terminal, with styles, and for a pipe, without.

Laid out here and not by rich's tables, so that a pipe need not wait for rich to be imported.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

GAP = 2
_SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r"), " ")
FIRST_COMBINING = "\u0300"
NARROWEST = 8
"""Characters of a line that are always given to text, however little room is left."""


class Part(NamedTuple):
    """A run of text in one style, named as rich names styles."""

    text: str
    style: str = ""


Line = tuple[Part, ...]
BLANK: Line = ()


class Column(NamedTuple):
    """A cell of a row that is laid out in columns: its text, how wide it is, its style."""

    text: str
    width: int
    style: str = ""


def line(text: str, style: str = "") -> Line:
    """A line in one style."""
    return (Part(text, style),)


def plain(parts: Line) -> str:
    """What a pipe gets."""
    return "".join(part.text for part in parts).rstrip()


def wrapped(text: str, width: int, style: str = "", indent: int = 0) -> Iterator[Line]:
    """The text on as many lines as it takes, each indented."""
    for piece in _pieces(text.translate(_SPACES), width - indent):
        yield (Part(" " * indent), Part(piece, style))


def row(columns: Sequence[Column], content: Sequence[Part], width: int) -> Iterator[Line]:
    """Columns of fixed width, whose line breaks are kept, and a last one that is wrapped."""
    columns = [_widened(column) for column in columns]
    left = [column.text.split("\n") for column in columns]
    rest = width - sum(column.width + GAP for column in columns)
    lines = list(_folded(content, rest))
    for number in range(max(len(lines), *map(len, left))):
        last = lines[number] if number < len(lines) else BLANK
        yield (*_padded(columns, left, number), *last)


def _widened(column: Column) -> Column:
    """A column that is no narrower than its text, so that a gap always follows it."""
    return column._replace(width=max(column.width, *map(cells_of, column.text.split("\n"))))


def _padded(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], number: int
) -> Iterator[Part]:
    for column, cell in zip(columns, cells, strict=True):
        text = cell[number] if number < len(cell) else ""
        yield Part(text + " " * (column.width + GAP - cells_of(text)), column.style)


def _folded(content: Sequence[Part], width: int) -> Iterator[Line]:
    """The lines of a text in several styles."""
    content = [part._replace(text=part.text.translate(_SPACES)) for part in content]
    text = "".join(part.text for part in content)
    if cells_of(text) <= width:
        yield tuple(content)
        return
    end = 0
    for piece in _pieces(text, width):
        start = text.index(piece, end)
        end = start + len(piece)
        yield tuple(_between(content, start, end))


def _between(content: Sequence[Part], start: int, end: int) -> Iterator[Part]:
    """What of the parts lies between two places of their whole text."""
    at = 0
    for part in content:
        text = part.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield part._replace(text=text)
        at += len(part.text)


def cells_of(text: str) -> int:
    """How many columns of a terminal the text takes (UAX #11): wide characters take two."""
    if not text or max(text) < FIRST_COMBINING:
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def _pieces(text: str, width: int) -> list[str]:
    """The text cut between words; within a word only where it is longer than a line."""
    if cells_of(text) <= width:
        return [text]
    width = max(NARROWEST, width)
    measure = len if cells_of(text) == len(text) else cells_of
    pieces: list[str] = []
    room = 0
    for more in re.findall(r"\s*\S+", text):
        if pieces and room >= measure(more):
            pieces[-1] += more
            room -= measure(more)
            continue
        word = more.lstrip()
        *full, rest = _chunks(word, width)
        pieces += [*full, rest]
        room = width - measure(rest)
    return pieces or [""]


def _chunks(word: str, width: int) -> list[str]:
    """A word in as many pieces as it takes."""
    if cells_of(word) <= width:
        return [word]
    chunks = [""]
    for character in word:
        if cells_of(chunks[-1] + character) > width:
            chunks.append("")
        chunks[-1] += character
    return chunks
