"""A Spanish chamber's OpenDocument file: dates and places merged, a row struck through."""

from collections.abc import Sequence
from pathlib import Path

from odf import style, table, text
from odf.opendocument import OpenDocumentSpreadsheet

UNDERSTOOD = """\
Mon 06 09:00-10:00 Desayuno de trabajo @ Hotel Bahía [confirmed]: \
Inés FERRÁN, Óscar PEÑA, Lucía Soler
Mon 06 10:30-12:00 Firma del acuerdo @ Ayuntamiento [confirmed]: Inés FERRÁN, Óscar PEÑA
Mon 06 13:00-14:30 Almuerzo @ Ayuntamiento [confirmed]: Inés FERRÁN, Óscar PEÑA
Tue 07 10:00-11:00 Visita al puerto @ Puerto [cancelled]: Inés FERRÁN, Óscar PEÑA, Lucía Soler
Tue 07 12:00-13:00 Rueda de prensa @ Puerto [draft]: Lucía Soler
Inés FERRÁN / Presidenta / Cámara / autoridades / 0034 600 000 001
Óscar PEÑA / Vocal / Cámara / autoridades /
Lucía Soler / Periodista / El Faro / prensa /
"""
Rows = Sequence[Sequence[str | None]]
MISSION: Rows = [["Título", "Cámara en Miami"], ["Desde", "2017-11-06"], ["Hasta", "2017-11-07"],
           ["Zona horaria", "America/New_York"]]  # fmt: skip
PROGRAMME: Rows = [
    ["PROGRAMA OFICIAL"],
    [],
    ["Fecha", "Hora inicio", "Hora fin", "Título", "Lugar", "Asistentes", "Estado"],
    ["lunes 6 de noviembre", "9:00", "10:00", "Desayuno de trabajo", "Hotel Bahía", "Todos"],
    [None, "10.30", "12.00", "Firma del acuerdo", "Ayuntamiento", "autoridades"],
    [None, "13h", "14h30", "Almuerzo", None, "todos salvo prensa"],
    ["MARTES 7 DE NOVIEMBRE"],
    ["", "10:00", "11:00", "Visita al puerto", "Puerto", "Todos"],
    ["", "12:00", "13:00", "Rueda de prensa", "", "Sra. Soler", "por confirmar"],
]
"""None is a cell that the one above covers."""
STRUCK = 7
PEOPLE: Rows = [
    ["Apellidos", "Nombre", "Cargo", "Empresa", "Grupo", "Móvil"],
    ["FERRÁN", "Inés", "Presidenta", "Cámara", "autoridades", "0034 600 000 001"],
    ["PEÑA", "Óscar", "Vocal", "Cámara", "autoridades"],
    ["Soler", "Lucía", "Periodista", "El Faro", "prensa"],
]
GIFTS: Rows = [["Regalo", "Para"], ["Aceite", "Alcalde"]]


def write(folder: Path) -> Path:
    """With a million empty rows below the last, as LibreOffice writes them."""
    path = folder / "misión.ods"
    book = OpenDocumentSpreadsheet()
    gone = style.Style(name="gone", family="table-cell")
    gone.addElement(style.TextProperties(textlinethroughstyle="solid"))
    book.automaticstyles.addElement(gone)
    for name, rows in (("Misión", MISSION), ("Programa", PROGRAMME), ("Delegados", PEOPLE),
                       ("Regalos", GIFTS)):  # fmt: skip
        sheet = table.Table(name=name)
        for number, cells in enumerate(rows):
            is_struck = name == "Programa" and number == STRUCK
            sheet.addElement(_row(rows, number, cells, "gone" if is_struck else None))
        empty = table.TableRow(numberrowsrepeated=1_000_000)
        empty.addElement(table.TableCell(numbercolumnsrepeated=1_000))
        sheet.addElement(empty)
        book.spreadsheet.addElement(sheet)
    book.save(path)
    return path


def _row(rows: Rows, number: int, cells: Sequence[str | None], gone: str | None) -> table.TableRow:
    row = table.TableRow()
    for place, value in enumerate(cells):
        if value is None:
            row.addElement(table.CoveredTableCell())
            continue
        below = 1
        while number + below < len(rows) and _is_covered(rows[number + below], place):
            below += 1
        cell = table.TableCell(stylename=gone, numberrowsspanned=below, valuetype="string")
        if value:
            cell.addElement(text.P(text=value))
        row.addElement(cell)
    return row


def _is_covered(cells: Sequence[str | None], place: int) -> bool:
    return place < len(cells) and cells[place] is None
