"""Text already cut to a width: the same lines for a terminal, with styles, and for a pipe, without.

Laid out here and not by rich's tables, so that a pipe need not wait for rich to be imported.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

GAP = 2
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
    for piece in _pieces(text, width - indent):
        yield (Part(" " * indent), Part(piece, style))


def row(columns: Sequence[Column], content: Sequence[Part], width: int) -> Iterator[Line]:
    """Columns of fixed width, whose line breaks are kept, and a last one that is wrapped.

    The styles of the content's parts hold where it fits on one line; else the first part's.
    """
    columns = [_widened(column) for column in columns]
    left = [column.text.split("\n") for column in columns]
    rest = width - sum(column.width + GAP for column in columns)
    text = "".join(part.text for part in content)
    pieces = _pieces(text, rest)
    lines: list[Line] = [line(piece, content[0].style) for piece in pieces] if content else []
    if len(pieces) == 1:
        lines = [tuple(content)]
    for number in range(max(len(lines), *map(len, left))):
        last = lines[number] if number < len(lines) else BLANK
        yield (*_padded(columns, left, number), *last)


def _widened(column: Column) -> Column:
    """A column that is no narrower than its text, so that a gap always follows it."""
    return column._replace(width=max(column.width, *map(len, column.text.split("\n"))))


def _padded(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], number: int
) -> Iterator[Part]:
    for column, cell in zip(columns, cells, strict=True):
        text = cell[number] if number < len(cell) else ""
        yield Part(text.ljust(column.width + GAP), column.style)


def _pieces(text: str, width: int) -> list[str]:
    if len(text) <= width and "\n" not in text:
        return [text]
    import textwrap

    return textwrap.wrap(text, max(NARROWEST, width), break_on_hyphens=False) or [""]
