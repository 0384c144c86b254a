"""A workbook of 120 people and 1,000 rows, loaded; beside the bare reading of its cells.

Its meetings have columns that are the organisers' own, as everybody's have.
"""

import gc
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from datetime import time as clock
from importlib import import_module
from io import BytesIO
from pathlib import Path
from statistics import median

import xlsxwriter
from python_calamine import CalamineWorkbook

from itinerary.load import load_mission
from tests.bench.processes import Timing

PEOPLE, ROWS = 120, 1000
_COMPANIES, _HOSTS, _VENUES, _EVENTS = 40, 60, 20, 60
Cell = str | float | date | clock
Rows = list[Sequence[Cell]]
_EPOCH = date(1899, 12, 30)
_DAYS = [date(2017, 11, day) for day in range(5, 11)]
_SETTINGS: Rows = [("title", "Mission"), ("starts", _DAYS[0]), ("ends", _DAYS[-1]),
             ("zone", "America/New_York"), ("home_zone", "Europe/Paris")]  # fmt: skip


def workbook_compared(runs: int) -> Timing:
    """Times both in turn, in one process that has imported all it needs."""
    import_module("itinerary.load.book.store")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mission.xlsx")
        write_workbook(path)
        loaded = load_mission(path)
        assert loaded.mission is not None
        assert not loaded.problems
        assert sum(person.phone != "" for person in loaded.mission.people.values()) == PEOPLE
        data = path.read_bytes()
        pairs = [
            (_time(lambda: load_mission(path)), _time(lambda: bare(data))) for _ in range(runs)
        ]
    return Timing(
        median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs)
    )


def bare(data: bytes) -> list[Sequence[Sequence[object]]]:
    """Every cell of every sheet, as calamine reads them."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def write_workbook(path: Path) -> None:
    """French headers, dates and times as a spreadsheet keeps them, `ROWS` rows in all."""
    book = xlsxwriter.Workbook(path)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    hour = book.add_format({"num_format": "hh:mm"})
    sheets: list[tuple[str, Rows]] = [("mission", _SETTINGS), *_sheets()]
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if isinstance(value, date):
                    sheet.write_number(row, column, (value - _EPOCH).days, day)
                elif isinstance(value, clock):
                    sheet.write_number(row, column, (value.hour * 60 + value.minute) / 1440, hour)
                elif value != "":
                    sheet.write(row, column, value)
    book.close()


def _sheets() -> Iterator[tuple[str, Rows]]:
    yield "Entreprises", [("Nom", "Côté", "Secteur", "Pays"), *_organisations()]
    people_header = (
        "Nom",
        "Prénom",
        "Organisme",
        "Fonction",
        "Langues",
        "Tél.",
        "E-mail",
        "Régime",
    )
    yield "Participants", [people_header, *_people()]
    yield "Lieux", [("Nom", "Adresse", "Latitude", "Longitude", "Jauge"), *_venues()]
    header = ("Jour", "Début", "Fin", "Événement", "Lieu", "Participants", "Tenue", "Observations")
    yield "Programme", [header, *_events()]
    meetings_header = ("N°", "Objet", "Qui", "Avec", "Durée", "Priorité", "Langue", "Salle",
                          "Pas avant", "Pas après", "Contact", "Suivi par", "Stand",
                          "Observations")  # fmt: skip
    count = ROWS - PEOPLE - _COMPANIES - _HOSTS - _VENUES - _EVENTS
    yield "RDV", [meetings_header, *_meetings(count)]


def _organisations() -> Iterator[Sequence[Cell]]:
    for n in range(_COMPANIES):
        yield _company(n), "délégation", f"Filière {n % 6}", "FR"
    for n in range(_HOSTS):
        yield _host(n), "hôte", f"Sector {n % 6}", "US"


def _people() -> Iterator[Sequence[Cell]]:
    for n in range(PEOPLE):
        last, first = f"DE LA CANEBIÈRE {_roman(n)}", f"Anne-Hélène {_roman(n)}"
        yield (last, first, _company(n % _COMPANIES), "Directrice générale adjointe", "fr; en",
               f"04 91 00 {n // 100:02} {n % 100:02}", f"anne-helene.{n}@marseille.example",
               "sans gluten" if n % 9 == 0 else "")  # fmt: skip


def _venues() -> Iterator[Sequence[Cell]]:
    for n in range(_VENUES):
        yield (f"Salle {_roman(n)}", f"{n + 100} Biscayne Boulevard, Miami, FL 331{n:02}",
               25.77 + n / 1000, -80.19 + n / 1000, 200)  # fmt: skip


def _events() -> Iterator[Sequence[Cell]]:
    for n in range(_EVENTS):
        hour = 8 + n % 11
        yield (_DAYS[n % 6], clock(hour, 30), clock(hour + 1, 15), f"Table ronde {_roman(n)}",
               f"Salle {_roman(n % _VENUES)}", _company(n % _COMPANIES), "Tenue de ville",
               "Prévoir le badge et une pièce d'identité")  # fmt: skip


def _meetings(count: int) -> Iterator[Sequence[Cell]]:
    for n in range(count):
        ours, theirs = _company(n % _COMPANIES), _host(n * 7 % _HOSTS)
        yield (f"RV{n:03}", f"{ours} – {theirs}: présentation {n}", ours, theirs, 20, 1 + n % 3,
               "en", f"Salle {_roman(n % _VENUES)}", _DAYS[1], _DAYS[4],
               f"+1 305 555 {n:04}", "Chambre de commerce", f"{n % 40 + 1}",
               "Apporter deux échantillons et la plaquette en anglais")  # fmt: skip


def _company(number: int) -> str:
    return f"Société Méditerranéenne {_roman(number)}"


def _host(number: int) -> str:
    return f"Biscayne Partners {_roman(number)}"


def _roman(number: int) -> str:
    """A word of its own for each number."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:03}").title()


def _time(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
