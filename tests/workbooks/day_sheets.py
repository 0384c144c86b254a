"""A sheet for each day, called `Mardi 7`, and times in every way there is."""

from datetime import datetime, time
from pathlib import Path

from xlsxwriter import Workbook

UNDERSTOOD = """\
Tue 07 08:30-09:00 Accueil café @ Hall B [draft]: Anne Roux, Luc Petit, Maé Sanz
Tue 07 09:15-10:45 Table ronde port @ Hall B [confirmed]: Anne Roux, Luc Petit, Maé Sanz
Tue 07 11:00-12:00 Rencontres @ Salon 2 [confirmed]: Luc Petit
Tue 07 12:30-14:00 Déjeuner @ Salon 2 [confirmed]: Anne Roux, Luc Petit, Maé Sanz
Tue 07 20:30-21:30 Soirée @ Rooftop [confirmed]: Anne Roux, Luc Petit, Maé Sanz
Wed 08 00:00-01:00 Navette de nuit @ Rooftop [confirmed]: Anne Roux
Wed 08 08:05-08:50 Départ pour le port @ Hall B [confirmed]: Anne Roux, Luc Petit, Maé Sanz
Wed 08 09:00-10:00 Visite @ Terminal 3 [draft]: Maé Sanz
Wed 08 14:00-15:30 Atelier @ Terminal 3 [confirmed]: Anne Roux, Luc Petit
Wed 08 18:00-19:30 Cocktail @ Rooftop [confirmed]: Anne Roux, Luc Petit, Maé Sanz
Anne Roux / Directrice /  /  /
Luc Petit /  /  /  /
Maé Sanz /  /  /  /
"""
Value = str | float | time | datetime
TUESDAY: list[list[Value]] = [
    ["8h30/9h00", "", "Accueil café (à conf.)", "Hall B", "Tous"],
    [datetime.fromisoformat("2017-11-07 09:15"), datetime.fromisoformat("2017-11-07 10:45"),
     "Table ronde port", "Hall B", "Tous"],
    [time(11), time(12), "Rencontres", "Salon 2", "Luc Petit"],
    ["vers 12h30", "14h", "Déjeuner", "Salon 2", "Tous"],
    ["20h30 - fin", "", "Soirée", "Rooftop", "Tous"],
    ["TBC", "", "Photo de famille", "Rooftop", "Tous"],
]  # fmt: skip
WEDNESDAY: list[list[Value]] = [
    ["0h", "1h", "Navette de nuit", "Rooftop", "Roux"],
    [8 / 24 + 5 / 1440, 8 / 24 + 50 / 1440, "Départ pour le port", "Hall B", "Tous"],
    ["9h00 (à conf.)", "10h", "Visite", "Terminal 3", "Sanz Maé"],
    ["14h à 15h30", "", "Atelier", "Terminal 3", "A. Roux et L. Petit"],
    ["6:00 PM", "7:30 PM", "Cocktail", "Rooftop", "Tous"],
    ["à conf.", "", "Débriefing", "", "Roux"],
]


def write(folder: Path) -> Path:
    """The sheet `Mission` has the days and the zone."""
    path = folder / "jours.xlsx"
    with Workbook(path) as book:
        settings = book.add_worksheet("Mission")
        settings.write_row("A1", ["Titre", "Port de Marseille à Miami"])
        settings.write_row("A2", ["Du", "6/11/2017"])
        settings.write_row("A3", ["Au", "vendredi 10 novembre 2017"])
        settings.write_row("A4", ["Fuseau", "America/New_York"])
        clock = book.add_format({"num_format": "hh:mm"})
        for name, rows in (("Mardi 7", TUESDAY), ("Mercredi 8 nov.", WEDNESDAY)):
            sheet = book.add_worksheet(name)
            sheet.merge_range("A1:E1", f"Programme du {name}")
            sheet.write_row("A2", ["Heure", "Fin", "Quoi / Intitulé", "Lieu", "Qui"])
            sheet.write("C2", "Intitulé")
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    style = clock if isinstance(value, time | datetime) else None
                    sheet.write(number + 2, place, value, style)
        people = book.add_worksheet("Délégués")
        people.write_row("A1", ["Nom et prénom", "Fonction"])
        for number, name in enumerate(["Anne Roux", "Luc Petit", "Maé Sanz"]):
            people.write_row(number + 1, 0, [name])
        people.write("B2", "Directrice")
    return path
