"""The Miami mission as its organisers in Marseille would keep it, made from the tables of the
folder: French, a sheet or a banner for each day, names in capitals, no ids where names do."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.workbooks.miami_words import DATA, GROUPS, SECTORS, Row, Words, parts, rows

Cell = str | float | datetime | date | time
Column = tuple[str, Callable[[Row], Cell]]
"""Its header, and what it says of a row."""
ZONES = {"": "", "Europe/Paris": "Europe/Paris", "America/New_York": "America/New_York"}
DAYS = {4: "Samedi 4", 5: "Dimanche 5", 6: "Lundi 6", 7: "Mardi 7", 8: "MERCREDI 8 NOVEMBRE",
        9: "JEUDI 9 NOVEMBRE", 10: "VENDREDI 10 NOVEMBRE 2017"}  # fmt: skip


def write(folder: Path) -> Path:
    """Nothing else is needed beside it."""
    path = folder / "Mission Miami 2017 - VERSION FINALE (3).xlsx"
    with Workbook(path, {"default_date_format": "dd/mm/yyyy hh:mm"}) as book:
        pages = _Pages(book)
        pages.settings()
        pages.weekend()
        for day in (6, 7):
            pages.day(day)
        pages.rest()
        for name, table, columns in pages.tables():
            pages.table(name, columns, rows(table))
        pages.others()
    return path


class _Pages:
    """The sheets of the workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._words = Words()
        self._bold = book.add_format({"bold": True})
        self._day = book.add_format({"num_format": "dddd d mmmm"})
        self._clock = book.add_format({"num_format": "hh:mm"})
        self._events: dict[int, list[Row]] = {}
        for row in rows("events"):
            self._events.setdefault(int(row["date"][-2:]), []).append(row)

    def settings(self) -> None:
        """`mission.toml` as names and values."""
        told = tomllib.loads((DATA / "mission.toml").read_text(encoding="utf-8"))
        sheet = self._book.add_worksheet("Réglages")
        lines: list[Sequence[Any]] = [
            ["Identifiant", told["id"]], ["Titre", told["title"]], ["Du", told["starts"]],
            ["Au", told["ends"]], ["Fuseau", told["zone"]],
            ["Fuseau d'origine", told["home_zone"]], ["Langues", "; ".join(told["languages"])],
            [], ["[groups]"],
            *([GROUPS[name], self._words.who(text)] for name, text in told["groups"].items()),
            [], ["[travel]"], *told["travel"].items(), [], ["[meetings]"],
            ["duration", told["meetings"]["duration"]], ["grid", told["meetings"]["grid"]],
            ["sessions", "\n".join(told["meetings"]["sessions"])],
        ]  # fmt: skip
        for number, line in enumerate(lines):
            name, *values = line or [""]
            found = [self._words.name(value) if name == "base" else value for value in values]
            sheet.write_row(number, 0, [name, *found])

    def weekend(self) -> None:
        """Two days on a sheet, each a cell over all its rows."""
        sheet = self._sheet("Programme 4 et 5 nov.")
        columns = self._columns()
        sheet.write_row("A4", ["Date", *(header for header, _ in columns)])
        line = 4
        for day in (4, 5):
            events = self._events[day]
            if len(events) > 1:
                sheet.merge_range(line, 0, line + len(events) - 1, 0, "", self._day)
            sheet.write(line, 0, date(2017, 11, day), self._day)
            self._write(sheet, (line, 1), columns, events)
            line += len(events)

    def day(self, day: int) -> None:
        """A sheet for one day, with a header on two lines."""
        sheet = self._sheet(DAYS[day])
        columns = self._columns()
        sheet.merge_range("A4:B4", "Horaires", self._bold)
        sheet.write_row("A5", [header for header, _ in columns[:2]])
        for place, (header, _) in enumerate(columns[2:], 2):
            sheet.merge_range(3, place, 4, place, header, self._bold)
        self._write(sheet, (5, 0), columns, self._events[day])

    def rest(self) -> None:
        """The last days below each other, apart by banners."""
        sheet = self._sheet("Programme suite")
        columns = self._columns()
        sheet.write_row("A4", [header for header, _ in columns])
        line = 4
        for day in (8, 9, 10):
            sheet.merge_range(line, 0, line, len(columns) - 1, DAYS[day], self._bold)
            self._write(sheet, (line + 1, 0), columns, self._events[day])
            line += len(self._events[day]) + 2

    def table(self, name: str, columns: Sequence[Column], found: Iterable[Row]) -> None:
        """A sheet with a header in its third row."""
        sheet = self._sheet(name)
        sheet.write_row("A3", [header for header, _ in columns], self._bold)
        for number, row in enumerate(found, 3):
            for place, (_, cell) in enumerate(columns):
                sheet.write(number, place, *self._styled(cell(row)))

    def others(self) -> None:
        """What stands in every such workbook, and is none of its tables."""
        contacts = self._sheet("Contacts presse")
        contacts.write_row("A3", ["Nom", "Titre", "Téléphone"])
        contacts.write_row("A4", ["Inès Blanc", "La Gazette", "06 39 98 00 00"])
        gifts = self._sheet("Cadeaux")
        gifts.write_row("A3", ["Cadeau", "Pour qui", "Quantité"])
        gifts.write_row("A4", ["Santons", "M. Gimenez", 1])

    def _sheet(self, name: str) -> Worksheet:
        """With a title above and borders on thousands of rows below."""
        sheet = self._book.add_worksheet(name)
        sheet.write("A1", "Mission Marseille-Provence à Miami", self._bold)
        sheet.write("B2", "document de travail")
        for row in range(500, 3_000, 7):
            sheet.write_blank(row, 2, None, self._bold)
        return sheet

    def _styled(self, value: Cell) -> tuple[Any, ...]:
        return (value, self._clock) if isinstance(value, time) else (value,)

    def _write(self, sheet: Worksheet, at: tuple[int, int], columns: Sequence[Column],
               events: Iterable[Row]) -> None:  # fmt: skip
        """A place is not repeated from the row above; without one there is a dash."""
        above = ""
        for number, row in enumerate(events, at[0]):
            for place, (header, cell) in enumerate(columns, at[1]):
                value = cell(row)
                if header == "Lieu":
                    value, above = "" if value == above else value or "-", str(value)
                sheet.write(number, place, *self._styled(value))

    def _columns(self) -> list[Column]:
        """Of the programme."""
        return [
            ("Début", _clock("start")),
            ("Fin", _clock("end")),
            ("Événement", _text("title")),
            ("Lieu", self._name("venue")),
            ("Participants", self._who("who")),
            ("Facultatif", self._who("optional")),
            ("Hôtes", self._who("hosts")),
            ("Fuseau", _text("zone")),
            ("Nature", _text("kind")),
            ("Jauge", _number("capacity")),
            ("Statut", lambda row: {"cancelled": "Annulé", "draft": "à confirmer"}.get(
                row["status"], "")),
            ("Langue", _text("language")),
            ("Moyens", self._name("resources")),
            ("Tenue", _text("dress")),
            ("Observations", _text("notes")),
            ("Public", _text("audience")),
            ("Récurrence", _text("repeat")),
        ]  # fmt: skip

    def tables(self) -> list[tuple[str, str, list[Column]]]:
        """Sheet, table and columns of the others."""
        name, who = self._name, self._who
        return [
            ("Participants", "people", [
                ("Nom", lambda row: parts(row["name"])[1]),
                ("Prénom", lambda row: parts(row["name"])[0]),
                ("Organisme", name("organisation")), ("Qualité", _text("role")),
                ("Groupe", _translated("groups", GROUPS)), ("Rang", _number("rank")),
                ("Langues", _text("languages")), ("Courriel", _text("email")),
                ("Tél.", _text("phone")), ("Régime alimentaire", _text("diet")),
                ("Côté", _translated("side", {"delegation": "délégation", "host": "hôte"}))]),
            ("Organismes", "organisations", [
                ("Nom", _text("name")),
                ("Côté", _translated("side", {"delegation": "délégation", "host": "hôte"})),
                ("Filière", _translated("sector", SECTORS)), ("Pays", _text("country")),
                ("RDV promis", _number("promised_meetings"))]),
            ("Lieux", "venues", [
                ("Nom", _text("name")), ("Adresse", _text("address")),
                ("Latitude", _number("latitude")), ("Longitude", _number("longitude")),
                ("Capacité", _number("capacity")), ("Tables", _number("tables")),
                ("Ouverture", _clock("opens")), ("Fermeture", _clock("closes")),
                ("Fuseau", _text("zone")), ("Accès", _text("access"))]),
            ("Trajets", "travel", [
                ("De", name("from")), ("À", name("to")), ("Minutes", _number("minutes")),
                ("Mode", _text("mode"))]),
            ("Moyens", "resources", [
                ("Nom", _text("name")), ("Type", _text("kind")), ("Langues", _text("languages")),
                ("Disponibilité", _text("available"))]),
            ("RDV B2B", "meetings", [
                ("N°", _text("id")), ("Objet", _text("title")), ("Qui", who("who")),
                ("Facultatif", who("optional")), ("Avec", who("counterpart")),
                ("Durée", _number("duration")), ("Priorité", _number("priority")),
                ("Au plus tôt", _moment("earliest")), ("Au plus tard", _moment("latest")),
                ("Lieu", name("venue")), ("Lieux possibles", name("pool")),
                ("Moyens", name("resources")), ("Langue", _text("language")),
                ("Statut", _text("status")), ("Début", _moment("start")),
                ("Table", _number("table"))]),
            ("Plan", "plan", [
                ("Meeting", _text("meeting")), ("Début", _moment("start")),
                ("Fin", _moment("end")), ("Lieu", name("venue")), ("Table", _number("table")),
                ("Moyens", name("resources"))]),
            ("Vols", "journeys", [
                ("Vol", _text("number")), ("Participants", who("who")), ("De", name("from")),
                ("Fuseau départ", _text("from_zone")), ("Départ", _moment("departs")),
                ("À", name("to")), ("Fuseau arrivée", _text("to_zone")),
                ("Arrivée", _moment("arrives"))]),
            ("Navettes", "transfers", [
                ("Véhicule", _text("vehicle")), ("Places", _number("seats")),
                ("Qui", who("who")), ("De", name("from")), ("Départ", _moment("departs")),
                ("À", name("to")), ("Arrivée", _moment("arrives")),
                ("Chauffeur", _text("driver"))]),
            ("Indisponibilités", "absences", [
                ("Qui", who("who")), ("Du", _moment("start")), ("Au", _moment("end")),
                ("Motif", _text("reason"))]),
        ]  # fmt: skip

    def _who(self, column: str) -> Callable[[Row], Cell]:
        return lambda row: self._words.who(row[column])

    def _name(self, column: str) -> Callable[[Row], Cell]:
        return lambda row: self._words.name(row[column])


def _text(column: str) -> Callable[[Row], Cell]:
    return lambda row: row[column]


def _number(column: str) -> Callable[[Row], Cell]:
    return lambda row: float(row[column]) if row[column] else ""


def _translated(column: str, words: dict[str, str]) -> Callable[[Row], Cell]:
    return lambda row: " ; ".join(words[word] for word in row[column].split(";") if word)


def _clock(column: str) -> Callable[[Row], Cell]:
    return lambda row: time.fromisoformat(row[column]) if row[column] else ""


def _moment(column: str) -> Callable[[Row], Cell]:
    return lambda row: datetime.fromisoformat(row[column]) if row[column] else ""
