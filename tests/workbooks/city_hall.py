"""The programme of a city hall, to be printed: what matters is told by lines and merged cells."""

from datetime import date, time
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

UNDERSTOOD = """\
Mon 06 09:00-10:15 Petit-déjeuner de travail @ Hôtel InterContinental [confirmed]: \
Martine VASSAL, Jean-François SUHAS, Paul Durand
Mon 06 10:30-11:30 Signature du jumelage @ County Hall [confirmed]: \
Martine VASSAL, Jean-François SUHAS
Mon 06 12:30-14:00 Déjeuner @ County Hall [confirmed]: Martine VASSAL, Jean-François SUHAS
Tue 07 08:30-09:00 Visite du port @ PortMiami [confirmed]: Martine VASSAL, Jean-François SUHAS
Tue 07 15:00-16:00 Atelier numérique @ Wynwood [cancelled]: Martine VASSAL, Paul Durand
Tue 07 17:00-18:00 Visite des studios @ Wynwood [cancelled]: \
Martine VASSAL, Jean-François SUHAS, Paul Durand
Tue 07 20:30-23:00 Soirée de gala @ Wynwood [confirmed]: \
Martine VASSAL, Jean-François SUHAS, Paul Durand
Martine VASSAL / Présidente / Département / OFFICIELS / 0491000001
Jean-François SUHAS / Adjoint / Ville de Marseille / OFFICIELS / 0491000002
Paul Durand / Journaliste / La Gazette / PRESSE / 06 00 00 00 03
"""


def write(folder: Path) -> Path:
    """Into a new workbook; the zone alone stands beside it."""
    path = folder / "Mission Miami v12 (def).xlsx"
    path.with_suffix(".toml").write_text('zone = "America/New_York"\n', encoding="utf-8")
    with Workbook(path) as book:
        _programme(book, book.add_worksheet("Programme"))
        _people(book.add_worksheet("Participants"))
        venues = book.add_worksheet("Lieux")
        venues.write_row("A1", ["Nom", "Adresse"])
        for row, name in enumerate(
            ["Hôtel InterContinental", "County Hall", "PortMiami", "Wynwood"]
        ):
            venues.write_row(row + 1, 0, [name, "Miami"])
        gifts = book.add_worksheet("Cadeaux")
        gifts.write_row("A1", ["Quoi", "Pour qui"])
        gifts.write_row("A2", ["Santons", "le maire"])
        press = book.add_worksheet("Contacts presse")
        press.write_row("A1", ["Nom", "Téléphone", "Mail"])
        press.write_row("A2", ["Inès Blanc", "0600000009", "ines@gazette.example"])
    return path


def _programme(book: Workbook, sheet: Worksheet) -> None:
    bold, gone = book.add_format({"bold": True}), book.add_format({"font_strikeout": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    clock = book.add_format({"num_format": "hh:mm"})
    sheet.write("A1", "Ville de Marseille – Mission Miami", bold)
    sheet.write("A2", "version du 2/11")
    for place, text in zip("ADEFG", ["Jour", "Événement", "Lieu", "Participants", "Obs."],
                           strict=True):  # fmt: skip
        sheet.merge_range(f"{place}4:{place}5", text)
    sheet.merge_range("B4:C4", "Horaires")
    sheet.write_row("B5", ["Début", "Fin"])
    sheet.merge_range("A6:A8", "", day)
    sheet.write("A6", date(2017, 11, 6), day)
    sheet.write_row("B6", ["9h", "10h15", "Petit-déjeuner de travail", "Hôtel InterContinental",
                           "Tous"])  # fmt: skip
    sheet.write_row("B7", ["10h30", "11h30", "Signature du jumelage", "County Hall", "Officiels"])
    sheet.write_row("B8", ["12h30", "14h", "Déjeuner", "", "tous sauf presse"])
    sheet.merge_range("A9:G9", "MARDI 7 NOVEMBRE – le port et la culture", bold)
    sheet.write("B10", time(8, 30), clock)
    sheet.write("C10", 0.375)
    sheet.write_row("D10", ["Visite du port", "PortMiami", "Mme Vassal; J.-F. Suhas"])
    sheet.write_row(
        "B11", ["15h", "16h", "Atelier numérique", "Wynwood", "Vassal, Durand", "ANNULÉ"]
    )
    sheet.write_row("B12", ["17h", "18h", "Visite des studios", "", "Tous"], gone)
    sheet.write_row("B13", ["20h30", "23h", "Soirée de gala", "", "Tous"])
    sheet.write("G13", "tenue de soirée", gone)
    sheet.write("D14", "Pensez à vos badges")
    sheet.write("D15", "Total : 7 événements")


def _people(sheet: Worksheet) -> None:
    sheet.write_row("A1", ["Nom", "Prénom", "Organisme", "Fonction", "Tél."])
    sheet.merge_range("A2:E2", "OFFICIELS")
    sheet.write_row("A3", ["VASSAL", "Martine", "Département", "Présidente", "0491000001"])
    sheet.write_row("A4", ["SUHAS", "Jean-François", "Ville de Marseille", "Adjoint", "0491000002"])
    sheet.merge_range("A5:E5", "PRESSE")
    sheet.write_row("A6", ["Durand", "Paul", "La Gazette", "Journaliste", "06 00 00 00 03"])
