"""The settings of a mission in a workbook: a sheet `mission`, or a TOML file of its name beside it;
what neither says, the sheets may."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from itinerary.load.book.cells import text_of
from itinerary.load.book.sheets import Sheet
from itinerary.load.documents import Document, TomlDocument
from itinerary.model.origins import Columns, SheetColumns
from itinerary.names import key
from itinerary.problems import Problem, Source
from itinerary.times import DateReader, UnreadableError

_NAMES = {
    "id": "id identifiant identificador",
    "title": "title titre intitule mission nom name titulo mision",
    "starts": "starts start from debut du inicio desde",
    "ends": "ends end to fin au hasta",
    "zone": "zone|time zone|fuseau|fuseau horaire|zona horaria",
    "home_zone": "home zone|fuseau d origine|fuseau de depart|zona de origen",
    "languages": "languages language langues langue idiomas idioma",
    "organiser.name": "organiser|organizer|organisateur|organizador",
    "organiser.email": "email e-mail courriel correo",
    "organiser.phone": "phone telephone telefono",
}
_LISTS = ("languages", "meetings.sessions", "meetings.breaks", "meetings.stages")
_DATES = ("starts", "ends")
_GROUPS = "groups."
"""Whose names are people's own, with spaces in them."""
_SECTION = re.compile(r"\[([\w.-]+)\]")
_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_WITH_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")


class SheetDocument:
    """A sheet whose rows have a name and a value: `title`, `travel.slack_minutes`."""

    def __init__(self, sheet: Sheet) -> None:
        self.name = sheet.file
        self._sheet = sheet.name
        self._rows: dict[str, int] = {}
        self._data: dict[str, Any] = {}
        section = ""
        for number, row in enumerate(sheet.rows):
            name, value = [*map(text_of, row[:2]), "", ""][:2]
            if head := _SECTION.fullmatch(name):
                section = f"{head[1]}."
                self._rows.setdefault(head[1], number)
            elif value and section == _GROUPS and name:
                self._rows.setdefault(section + name, number)
                self._put(["groups", name], value)
            elif value and (whole := _known(name, section)):
                self._rows.setdefault(whole, number)
                self._put(whole.split("."), _value(whole, row[1], value))

    @property
    def data(self) -> Mapping[str, Any]:
        """The values, nested."""
        return MappingProxyType(self._data)

    def line(self, name: str, section: str) -> Source | None:
        """The cell of the value."""
        whole = ".".join(filter(None, (section, name)))
        row = self._rows.get(whole)
        if row is None and not section:
            row = next((r for n, r in self._rows.items() if n.startswith(f"{whole}.")), None)
        return None if row is None else Source(self.name, row + 1, "B", self._sheet)

    def entries(self, name: str, section: str) -> Iterator[int]:
        """A list stands in one cell."""
        yield from ()

    def columns(self, names: Iterable[str]) -> Columns:
        """All in the second column."""
        letters = dict.fromkeys(names, "B")
        return Columns(self.name, letters, (SheetColumns(self.name, self._sheet, letters),))

    def _put(self, path: list[str], value: object) -> None:
        inner = self._data
        for step in path[:-1]:
            found = inner.setdefault(step, {})
            if not isinstance(found, dict):
                return
            inner = found
        inner.setdefault(path[-1], value)


class Completed:
    """A document, and values from elsewhere for what it does not say."""

    def __init__(self, document: Document | None, file: str, others: Mapping[str, Any]) -> None:
        self._document = document
        self.name = document.name if document else file
        self.data = {**others, **(document.data if document else {})}

    def line(self, name: str, section: str) -> Source | None:
        """None for what comes from elsewhere."""
        return self._document.line(name, section) if self._document else None

    def entries(self, name: str, section: str) -> Iterator[int]:
        """As the document has them."""
        yield from self._document.entries(name, section) if self._document else ()

    def columns(self, names: Iterable[str]) -> Columns:
        """As the document has them."""
        return self._document.columns(names) if self._document else Columns(self.name, {})


def toml_beside(path: Path, problems: list[Problem]) -> TomlDocument | None:
    """The TOML file of a workbook's name beside it."""
    beside = path.with_suffix(".toml")
    return TomlDocument(beside, problems) if beside.is_file() else None


def _known(name: str, section: str) -> str:
    """Our name for a setting; empty for a text that is none."""
    if not section:
        wanted = key(name)
        for known, others in _NAMES.items():
            words = others.split("|") if "|" in others else others.split()
            if wanted == key(known) or wanted in map(key, words):
                return known
    plain = name.strip().replace(" ", "")
    return f"{section}{plain}" if _NAME.fullmatch(plain) else ""


def _value(name: str, value: object, text: str) -> object:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if not isinstance(value, str):
        return value
    return _date(text) if name in _DATES else _written(name, text)


def _written(name: str, text: str) -> object:
    """A list or a table as in TOML, a list with `;`, or the text."""
    if text.startswith(("[", "{")):
        try:
            return tomllib.loads(f"value = {text}")["value"]
        except ValueError:
            return text
    if name not in _LISTS:
        return text
    parts = re.split(r"[;\n]" if "." in name else r"[;,\n]", text)
    return [part for raw in parts if (part := raw.strip())]


def _date(text: str) -> object:
    """A day with its year, however it is written; else the text, which is refused later."""
    if not _WITH_YEAR.search(text):
        return text
    try:
        return DateReader(date(2000, 1, 1), date(2000, 1, 1)).read(text)
    except UnreadableError:
        return text
