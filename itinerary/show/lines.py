"""Text already cut to a width: the same lines for a terminal, with styles, and for a pipe, without.

Laid out here and not by rich's tables, so that a pipe need not wait for rich to be imported.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

GAP = 2
_SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r"), " ")
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
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def _pieces(text: str, width: int) -> list[str]:
    if cells_of(text) <= width:
        return [text]
    import textwrap

    narrow = width * len(text) // cells_of(text)  # few texts mix wide and narrow characters
    return textwrap.wrap(text, max(NARROWEST, narrow), break_on_hyphens=False) or [""]
