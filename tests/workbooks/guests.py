"""People as they are written in a programme, and as they are meant."""

from pathlib import Path

from xlsxwriter import Workbook

UNDERSTOOD = """\
Mon 06 08:00-09:00 A @ nowhere [confirmed]: Jean-François Suhas
Mon 06 09:00-10:00 B @ nowhere [confirmed]: Jean-François Suhas, Hélène Lévy-Brühl
Mon 06 10:00-11:00 C @ nowhere [confirmed]: \
Jean-François Suhas, Hélène Lévy-Brühl, Paul Martin, Pauline Martin, Élodie N'Guyen
Mon 06 11:00-12:00 D @ nowhere [confirmed]: Jean-François Suhas, Hélène Lévy-Brühl, Paul Martin
Mon 06 12:00-13:00 E @ nowhere [confirmed]: \
Jean-François Suhas, Hélène Lévy-Brühl, Paul Martin, Pauline Martin
Mon 06 13:00-14:00 F @ nowhere [confirmed]:
Mon 06 14:00-15:00 G @ nowhere [confirmed]: \
Jean-François Suhas, Hélène Lévy-Brühl, Paul Martin, Pauline Martin, Élodie N'Guyen
Mon 06 15:00-16:00 H @ nowhere [confirmed]:
Mon 06 16:00-17:00 I @ nowhere [confirmed]:
Mon 06 17:00-18:00 J @ nowhere [confirmed]: Jean-François Suhas
Jean-François Suhas / Président / Club / officiels /
Hélène Lévy-Brühl / Consule / Consulat / officiels /
Paul Martin /  / La Gazette / presse /
Pauline Martin /  / Quai SA /  /
Élodie N'Guyen /  / La Gazette / presse /
"""
WHO = {
    "A": "M. SUHAS Jean‑François",  # U+2011
    "B": "J.-F. Suhas ; Mme Levy Bruhl",
    "C": "Tous",
    "D": "Officiels + M. Paul MARTIN",
    "E": "tous sauf Élodie N’Guyen",
    "F": "les 40",
    "G": "délégation (12 p.)",
    "H": "M. Martin",
    "I": "Dr ELODIE NGUYEN",
    "J": "SUHAS Jean Francois",
}


def write(folder: Path) -> Path:
    """Two people share a surname: nobody guesses which of them is meant."""
    path = folder / "invités.xlsx"
    path.with_suffix(".toml").write_text(
        'title = "Invités"\nstarts = 2017-11-06\nends = 2017-11-07\nzone = "America/New_York"\n',
        encoding="utf-8",
    )
    with Workbook(path) as book:
        sheet = book.add_worksheet("Agenda")
        sheet.write_row("A1", ["Date", "Horaire", "Titre", "Qui"])
        for number, (title, who) in enumerate(WHO.items()):
            clocks = f"{8 + number}h-{9 + number}h"
            sheet.write_row(number + 1, 0, ["lundi\u00a06\u00a0nov.", clocks, title, who])
        people = book.add_worksheet("Participants")
        people.write_row("A1", ["Nom", "Qualité", "Société", "Groupe"])
        people.write_row("A2", ["Jean-François Suhas", "Président", "Club", "officiels"])
        people.write_row("A3", ["Hélène Lévy-Brühl", "Consule", "Consulat", "officiels"])
        people.write_row("A4", ["Paul Martin", "", "La Gazette", "presse"])
        people.write_row("A5", ["Pauline Martin", "", "Quai SA", ""])
        people.write_row("A6", ["Élodie N'Guyen", "", "La Gazette", "presse"])
    return path
