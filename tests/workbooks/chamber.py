"""A chamber of commerce's own workbook, in English: settings, hidden drafts, a logo on top."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

UNDERSTOOD = """\
Mon 06 08:00-09:30 Welcome breakfast @ Biltmore Ballroom [confirmed]: \
Ms Ada Hill, Ben Ortiz, Cleo Marsh
Mon 06 10:00-11:00 Port tour @ PortMiami [cancelled]: Ms Ada Hill, Ben Ortiz
Mon 06 14:00-15:00 Pitching session @ Biltmore Ballroom [draft]: Cleo Marsh
Tue 07 12:00-13:30 Working lunch @ Biltmore Ballroom [confirmed]: Ms Ada Hill, Cleo Marsh
Ms Ada Hill / CEO / Bluewave Ltd /  / 020 7946 0001
Ben Ortiz / Counsel / Bluewave Ltd /  /
Cleo Marsh / Editor / The Tide / press / 07700 900003
"""
LOGO = b64decode(
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def write(folder: Path) -> Path:
    """The sheet of last year is hidden."""
    path = folder / "Delegation pack.xlsx"
    with Workbook(path) as book:
        settings = book.add_worksheet("Settings")
        settings.write_row("A1", ["Title", "Chamber in Miami"])
        settings.write_row("A2", ["Start", "2017-11-06"])
        settings.write_row("A3", ["End", "2017-11-07"])
        settings.write_row("A4", ["Time zone", "America/New_York"])
        agenda = book.add_worksheet("Agenda")
        agenda.insert_image("A1", "logo.png", {"image_data": BytesIO(LOGO)})
        agenda.merge_range("C2:F2", "Chamber of Commerce – trade mission")
        _agenda(agenda)
        last_year = book.add_worksheet("Agenda 2016")
        _agenda(last_year)
        last_year.hide()
        delegates = book.add_worksheet("Delegates")
        delegates.write_row("B3", ["Full name", "Title", "Company", "Group", "Mobile", "Diet"])
        delegates.write_row("B4", ["Ms Ada Hill", "CEO", "Bluewave Ltd", "", "020 7946 0001"])
        delegates.write_row("B5", ["Ben Ortiz", "Counsel", "Bluewave Ltd", "", "", "Vegan"])
        delegates.write_row("B6", ["Cleo Marsh", "Editor", "The Tide", "press", "07700 900003"])
        budget = book.add_worksheet("Budget")
        budget.write_row("A1", ["Item", "Cost"])
        budget.write_row("A2", ["Coach", 1200])
        book.add_worksheet("Gifts list").write_row("A1", ["Who", "What", "Start"])
        chart = book.add_chart({"type": "pie"})
        chart.add_series({"values": "=Budget!$B$2"})
        book.add_chartsheet("Costs").set_chart(chart)
    return path


def _agenda(sheet: Worksheet) -> None:
    sheet.write_row("A6", ["Day", "From", "To", "Session", "Room", "Who", "Status"])
    sheet.write_row("B6", ["Start", "End", "Title"])
    sheet.write_row("A7", ["Mon 6 Nov", "8am", "9:30am", "Welcome breakfast", "Biltmore Ballroom",
                           "Everyone", "Confirmed"])  # fmt: skip
    sheet.write_row("B8", ["10:00", "11:00", "Port tour", "PortMiami", "all except press",
                           "CANCELLED"])  # fmt: skip
    sheet.write_row("B9", ["2:00 p.m.", "3:00 p.m.", "Pitching session", "Biltmore Ballroom",
                           "press", "TBC"])  # fmt: skip
    sheet.write_row("A11", ["Tue 7 Nov", "noon", "13:30", "Working lunch", "Biltmore Ballroom",
                            "Ms Hill and Cleo Marsh"])  # fmt: skip
