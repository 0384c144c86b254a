"""A tour that writes the day and the place once: blanks mean the same as above, up to a point."""

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

UNDERSTOOD = """\
Mon 06 09:00-10:00 Accueil @ Hôtel [confirmed]: Anne Roux, Luc Petit
Mon 06 10:00-11:00 Réunion @ Hôtel [confirmed]:
Mon 06 12:00-13:00 Visite @ Musée [confirmed]: Luc Petit
Tue 07 09:00-10:00 Appels @ nowhere [confirmed]: Anne Roux
Tue 07 11:00-12:00 Table ronde @ Musée [confirmed]: Anne Roux
Tue 07 14:00-15:00 Trajet @ nowhere [confirmed]: Anne Roux
Tue 07 15:00-16:00 Pause @ nowhere [confirmed]: Luc Petit
Wed 08 09:00-10:00 Bilan @ nowhere [confirmed]: Anne Roux
Anne Roux /  /  /  /
Luc Petit /  /  /  /
"""
ROWS = [
    [date(2017, 11, 6), "9h", "10h", "Accueil", "Hôtel", "Tous"],
    ["", "10h", "11h", "Réunion"],
    [],
    ["", "12h", "13h", "Visite", "Musée", "Luc Petit"],
    [date(2017, 11, 7), "9h", "10h", "Appels", "", "Anne Roux"],
    ["", "11h", "12h", "Table ronde", "Musée", "Anne Roux"],
    ["", "14h", "15h", "Trajet", "-", "Anne Roux"],
    ["", "15h", "16h", "Pause", "", "Luc Petit"],
    ["", "", "", "", "", ""],
    ["Mercredi 8 novembre"],
    ["", "9h", "10h", "Bilan", "", "Anne Roux"],
]


def write(folder: Path) -> Path:
    """The people are never said to be those above."""
    path = folder / "tournée 2017.xlsx"
    path.with_suffix(".toml").write_text(
        'starts = 2017-11-06\nends = 2017-11-08\nzone = "America/New_York"\n', encoding="utf-8"
    )
    with Workbook(path, {"default_date_format": "dd/mm/yy"}) as book:
        sheet = book.add_worksheet("Programme")
        sheet.write_row("A1", ["Date", "Début", "Fin", "Titre", "Lieu", "Qui"])
        for number, row in enumerate(ROWS):
            sheet.write_row(number + 1, 0, row)
        people = book.add_worksheet("Participants")
        people.write_column("A1", ["Nom", "Anne Roux", "Luc Petit"])
    return path
