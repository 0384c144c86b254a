"""As a program wrote it that computes nothing: formulas without values, and numbers as text."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

UNDERSTOOD = """\
Mon 06 09:00-10:00 Accueil @ Salle A [confirmed]: Anne Roux, Luc Petit
Mon 06 11:00-12:00 Visite @ nowhere [confirmed]: Anne Roux
Anne Roux / Directrice / Quai SA /  / 0491000001
Luc Petit /  / Quai SA /  / +33 6 39 98 00 02
"""


def write(folder: Path) -> Path:
    """Nobody has opened it in a spreadsheet since."""
    path = folder / "export.xlsx"
    path.with_suffix(".toml").write_text(
        'title = "Export"\nstarts = 2017-11-06\nends = 2017-11-08\nzone = "America/New_York"\n',
        encoding="utf-8",
    )
    book = Workbook()
    _programme(book.create_sheet("Programme"))
    _people(book.create_sheet("Personnes"))
    organisations = book.create_sheet("Organismes")
    for row in (["Nom", "RDV promis"], ["Quai SA", "12"]):
        organisations.append(row)
    venues = book.create_sheet("Lieux")
    for row in (["Nom", "Capacité", "Latitude"], ["Salle A", "'120", "25,77"],
                ["Salle B", "1 200", "25.78"]):  # fmt: skip
        venues.append(row)
    venues["B2"] = "120"
    book.save(path)
    return path


def _programme(sheet: Worksheet) -> None:
    sheet.append(["N°", "Date", "Début", "Fin", "Titre", "Lieu", "Qui", "Jauge"])
    sheet.append(["1", "06/11/2017", "9h", "10h", "Accueil", "Salle A", "Tous", "80"])
    sheet.append(["2", "06/11/2017", "11:00", "12:00", "Visite", "#REF!", "Roux", "=SUM(H2)*2"])
    sheet.append(["3", "=B3+1", "=D3", "=C4+1/24", "Dîner", "Salle B", "Tous", ""])
    sheet["F3"].data_type = "e"


def _people(sheet: Worksheet) -> None:
    sheet.append(["Nom", "Fonction", "Organisme", "Rang", "Portable"])
    sheet.append(["Anne Roux", "Directrice", "Quai SA", "1", "0491000001"])
    sheet.append(["Luc Petit", '=IF(1,"Chargé","")', "Quai SA", "2", "+33 6 39 98 00 02"])
