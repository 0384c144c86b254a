"""The sheet of the mission: a name, its value and what it means on each row."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from itinerary.locale import Words
from itinerary.model.settings import SETTINGS, TOP
from itinerary.problems import Source
from itinerary.show.book.cells import Value
from itinerary.show.book.pages import GREY, Pages, height
from itinerary.show.book.places import Places

_WIDTHS = (28, 60, 70)
_NAME = re.compile(r"[\w-]+")
_LISTED = ("languages", "meetings.sessions", "meetings.breaks", "meetings.stages")
"""Lists that may stand in a cell without brackets."""
_MOST = 10**15

Path = tuple[str, ...]


def draw_frame(
    pages: Pages, settings: Mapping[str, object], at: Mapping[Path, Source],
    places: Places, words: Words,
) -> None:  # fmt: skip
    """It has no header: a name above the names would be one of them."""
    sheet = pages.add(TOP)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    remark = pages.look(italic=True, font_color=GREY, text_wrap=True)
    for row, (path, value) in enumerate(_rows(settings, ())):
        name = ".".join(path)
        sheet.write_string(row, 0, name, pages.look(bold=True))
        pages.put(sheet, row, 1, _shown(name, value))
        section, last = (TOP, name) if len(path) == 1 else (path[0], name.partition(".")[2])
        is_known = last in SETTINGS.get(section, {})
        said = words.text(f"settings.{section}.{last}") if is_known else ""
        sheet.write_string(row, 2, said, remark)
        sheet.set_row(row, height((f"{_shown(name, value)}", said), _WIDTHS[1:]))
        for known, source in at.items():
            if known[: len(path)] == path:
                places.put(source, TOP, row, 1)
    sheet.freeze_panes(0, 1)


def _rows(values: Mapping[str, object], above: Path) -> Iterator[tuple[Path, object]]:
    """Each value by its path; names that no path can have stay together, as in TOML."""
    odd = {name: value for name, value in values.items() if not _NAME.fullmatch(name)}
    if odd and above:
        yield above, odd
    for name, value in values.items():
        if name in odd:
            continue
        if isinstance(value, Mapping) and value:
            yield from _rows(value, (*above, name))
        elif value != "":
            yield (*above, name), value


def _shown(name: str, value: object) -> Value:
    """As the reader of the sheet understands it."""
    if isinstance(value, int | float) and abs(value) < _MOST:
        return value
    if isinstance(value, date) and value.year > 1900:  # before, spreadsheets have no dates
        return value.date() if isinstance(value, datetime) else value
    if name in _LISTED and isinstance(value, list) and all(map(_is_plain, value)) and value:
        return "; ".join(value)
    return _written(value) if isinstance(value, Mapping | list) else f"{value}"


def _is_plain(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and not re.search(r"[;,\n\[{]", value)


def _written(value: object) -> str:
    """As TOML, on one line."""
    if isinstance(value, Mapping):
        inner = (f"{_quoted(name)} = {_written(one)}" for name, one in value.items())
        return f"{{ {', '.join(inner)} }}" if value else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value}" if isinstance(value, int | float | date) else _quoted(f"{value}")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
