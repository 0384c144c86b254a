"""With macros, sheets that are called anything, and thousands of rows in which nothing stands."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

UNDERSTOOD = """\
Mon 06 09:00-10:00 Réunion d'équipe @ Salle A [confirmed]: Anne Roux, Luc Petit
Mon 06 09:00-10:00 Réunion d'équipe 2 @ Salle B [confirmed]: Luc Petit
Tue 07 14:00-16:00 Visite du chantier @ Quai 3 [confirmed]: Anne Roux
Tue 07 18:00-19:00 Cocktail @ nowhere [confirmed]: Anne Roux, Luc Petit
Anne Roux / Cheffe de projet /  /  / 06 39 98 00 01
Luc Petit /  /  /  / 0639980002
"""
PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def write(folder: Path) -> Path:
    """What a macro leaves: borders down to row 20,000, and the program in `vbaProject.bin`."""
    path = folder / "Outil_mission.xlsm"
    path.with_suffix(".toml").write_text(
        'title = "Outil"\nstarts = 2017-11-06\nends = 2017-11-08\nzone = "America/New_York"\n',
        encoding="utf-8",
    )
    written = BytesIO()
    with Workbook(written) as book:
        border = book.add_format({"border": 1})
        day = book.add_format({"num_format": "[$-40C]dddd d mmmm", "border": 1})
        _programme(book.add_worksheet("Feuil1"), day)
        people = book.add_worksheet("Feuil2")
        people.write_row("A2", ["Nom", "Fonction", "Tél. portable", "Rang"])
        people.write_row("A3", ["Anne Roux", "Cheffe de projet", "06 39 98 00 01", 1])
        people.write_row("A4", ["Luc Petit", "", "0639980002", 2])
        for sheet in book.worksheets():
            for row in range(8, 20_000):
                sheet.write_blank(row, 1, None, border)
        book.add_worksheet("Feuil3")
        notes = book.add_worksheet("Paramètres macro")
        notes.write_row("A1", ["Chemin", "C:\\temp"])
    with ZipFile(written) as plain, ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name in plain.namelist():
            archive.writestr(name, plain.read(name).replace(PLAIN, MACROS))
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return path


def _programme(sheet: Worksheet, day: object) -> None:
    sheet.write_row("A1", ["Date", "Début", "Fin", "Objet", "Salle", "Participants"])
    sheet.write("A2", date(2017, 11, 6), day)
    sheet.write_row("B2", ["9h", "10h", "Réunion d'équipe", "Salle A", "Tous"])
    sheet.write("A3", date(2017, 11, 6), day)
    sheet.write_row("B3", ["9h", "10h", "Réunion d'équipe 2", "Salle B", "Petit"])
    sheet.write_row("A4", ["Date", "Début", "Fin", "Objet", "Salle", "Participants"])
    sheet.write("A5", date(2017, 11, 7), day)
    sheet.write_row("B5", ["14h", "16h", "Visite du chantier", "Quai 3", "Roux"])
    sheet.write("A6", date(2017, 11, 7), day)
    sheet.write_row("B6", ["18h", "19h", "Cocktail", "-", "Tous"])
