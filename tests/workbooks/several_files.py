"""Two organisers, two files: a folder with a workbook of events, one of people, a mission.toml."""

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

UNDERSTOOD = """\
Mon 06 09:00-10:00 Accueil @ Mairie [confirmed]: Anne Roux, Luc Petit
Mon 06 14:30-16:00 Visite @ Port [confirmed]: Luc Petit
Anne Roux / Adjointe /  / officiels / 04 91 00 00 01
Luc Petit / Journaliste /  / presse /
"""


def write(folder: Path) -> Path:
    """The venues are a table of text; a workbook of the budget is left alone."""
    (folder / "mission.toml").write_text(
        'title = "Deux fichiers"\nstarts = 2017-11-06\nends = 2017-11-07\n'
        'zone = "America/New_York"\n',
        encoding="utf-8",
    )
    (folder / "lieux.csv").write_bytes("nom;capacité\nMairie;80\nPort;\n".encode("cp1252"))
    style = {"default_date_format": "dd/mm/yyyy hh:mm"}
    with Workbook(folder / "events.xlsx", style) as book:
        sheet = book.add_worksheet("Feuil1")
        sheet.write("A1", "Programme provisoire")
        sheet.write_row("A3", ["Date", "Début", "Fin", "Titre", "Lieu", "Qui"])
        sheet.write_row("A4", [date(2017, 11, 6), "9h", "10h", "Accueil", "Mairie", "Tous"])
        sheet.write_row("A5", [date(2017, 11, 6), "14h30", "16h", "Visite", "Port", "presse"])
    with Workbook(folder / "Participants.xlsx") as book:
        sheet = book.add_worksheet("Délégation")
        sheet.write_row("A1", ["NOM", "Prénom", "Fonction", "Groupe", "Téléphone"])
        sheet.write_row("A2", ["Roux", "Anne", "Adjointe", "officiels", "04 91 00 00 01"])
        sheet.write_row("A3", ["Petit", "Luc", "Journaliste", "presse"])
    with Workbook(folder / "budget.xlsx") as book:
        book.add_worksheet().write_row("A1", ["Poste", "Montant"])
    return folder
