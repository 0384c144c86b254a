"""`import`: workbooks, calendars, and CSV files laid out like a sheet."""

from datetime import date, time
from pathlib import Path

import pytest
import xlsxwriter

from tests.cli.running import call

ZONE = ("--zone", "America/New_York")
FRAME = ("--title", "Miami", "--starts", "2017-11-04", "--ends", "2017-11-10", *ZONE)
DENTIST = """\
BEGIN:VEVENT
UID:1@x
DTSTAMP:20171001T000000Z
DTSTART;TZID=America/New_York:20171106T{clock}
DTEND;TZID=America/New_York:20171106T100000
SUMMARY:Dentist
END:VEVENT
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are named from an empty folder."""
    monkeypatch.chdir(tmp_path)


def calendar(*entries: str, name: str = "Ann", zone: str = "America/New_York") -> None:
    """`ann.ics` with these entries."""
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", f"X-WR-CALNAME:{name}",
             *([f"X-WR-TIMEZONE:{zone}"] if zone else []), *entries, "END:VCALENDAR")  # fmt: skip
    Path("ann.ics").write_text("\n".join(lines).replace("\n\n", "\n"))


def workbook(signing: str = "Signature", port: str = "9h") -> None:
    """`mission.xlsx` as an organiser has it."""
    with xlsxwriter.Workbook("mission.xlsx") as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        clock = book.add_format({"num_format": "hh:mm"})
        sheet = book.add_worksheet("Programme")
        sheet.write_row(0, 0, ["MISSION MIAMI 2017"])
        sheet.write_row(2, 0, ["Date", "Heure", "Fin", "Intitulé", "Participants", "Interne"])
        sheet.write_datetime(3, 0, date(2017, 11, 6), day)
        sheet.write_datetime(3, 1, time(8, 30), clock)
        sheet.write_row(3, 2, ["9h", "Accueil", "M. GAUDIN Jean-Claude", "x"])
        sheet.write_row(4, 1, ["10h", "11h30", signing, "Tous"])
        sheet.write_row(5, 0, ["MARDI 7 NOVEMBRE"])
        sheet.write_row(6, 1, [port, "10h", "Visite du port", "Tous"])
        people = book.add_worksheet("Participants")
        people.write_row(0, 0, ["Nom", "Prénom", "Organisme"])
        people.write_row(1, 0, ["GAUDIN", "Jean-Claude", "Ville"])
        book.add_worksheet("Cadeaux").write_row(0, 0, ["Savon", 40])


def rows(table: str) -> list[str]:
    return Path(f"m/{table}.csv").read_text().splitlines()


def test_a_workbook_and_again() -> None:
    workbook()
    ran = call("import", "mission.xlsx", "--to", "m", *ZONE)
    assert (ran.code, ran.out) == (0, "events.csv: 3 new\npeople.csv: 1 new\n")
    assert rows("events") == [
        "id,title,date,start,end,who,Interne",
        "accueil,Accueil,2017-11-06,08:30,9h,M. GAUDIN Jean-Claude,x",
        "signature,Signature,2017-11-06,10h,11h30,Tous,",
        "visite-du-port,Visite du port,2017-11-07,9h,10h,Tous,",
    ]
    assert rows("people") == [
        "id,name,organisation",
        "jean-claude-gaudin,Jean-Claude GAUDIN,Ville",
    ]
    assert Path("m/mission.toml").read_text().splitlines()[1:3] == [
        "starts = 2017-11-06", "ends = 2017-11-07",
    ]  # fmt: skip
    assert call("-m", "m", "check", "--min-severity", "error").code == 0
    workbook(signing="Signature officielle", port="9h30")
    assert call("import", "mission.xlsx", "--to", "m").out == (
        "events.csv: 2 changed\n"
        "    changed  signature       Signature: title Signature → Signature officielle\n"
        "    changed  visite-du-port  Visite du port: start 9h → 9h30\n"
    )


def test_what_was_guessed_is_told_with_its_cells_and_refused_where_that_is_wanted() -> None:
    workbook()
    ran = call("import", "mission.xlsx", "--to", "m", *ZONE, "--strict")
    assert (ran.code, ran.err.splitlines()[-1]) == (
        1, "nothing has been written, as cells had to be guessed",
    )  # fmt: skip
    assert not Path("m").exists()
    ran = call("import", "mission.xlsx", "--to", "m", *ZONE)
    places = [line.split()[0] for line in ran.err.splitlines() if "  guess  " in line]
    assert (ran.code, "mission.xlsx:Programme!A5" in places) == (0, True)


def test_a_table_below_a_title() -> None:
    Path("liste.csv").write_bytes(
        "MISSION MIAMI;;;\r\n;;;\r\nDate;Heure;Fin;Intitulé\r\n"
        "07/11/2017;9h;10h;Réunion\r\n;11h;12h;Visite\r\n".encode("cp1252")
    )
    assert call("import", "liste.csv", "--to", "m", *FRAME).code == 0
    assert [row.split(",", 2)[2] for row in rows("events")[1:]] == [
        "07/11/2017,9h,10h", "07/11/2017,11h,12h",
    ]  # fmt: skip


@pytest.mark.parametrize("file", ["programme.csv", "liste.csv"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("title", ["Programme de la mission", "Miami, Floride, 7/11", "MISSION"])
def test_a_title_says_no_delimiter(file: str, sign: str, title: str) -> None:
    header, *cells = (
        "Titre;Date;Début;Fin",
        "Réunion;07/11/2017;9h;10h",
        "Visite;07/11/2017;11h;12h",
    )
    lines = [
        f'"{title}"' if sign == "," else title,
        *(row.replace(";", sign) for row in (header, *cells)),
    ]
    Path(file).write_text("\n".join(lines), "utf-8")
    assert call("import", file, "--to", "m", *FRAME).code == 0
    assert [row.split(",", 1)[1] for row in rows("events")[1:]] == [
        "Réunion,07/11/2017,9h,10h", "Visite,07/11/2017,11h,12h",
    ]  # fmt: skip


def test_a_table_without_a_header_is_refused_as_its_first_line_is_cut() -> None:
    Path("liste.csv").write_text("Programme\na;b;c\nd;e;f\n", "utf-8")
    ran = call("import", "liste.csv", "--to", "m", *FRAME)
    assert (ran.code, Path("m").exists()) == (2, False)


def test_the_busy_times_of_a_person() -> None:
    calendar(DENTIST.format(clock="090000"))
    assert call("import", "ann.ics", "--to", "m", "--who", "Ann Lee", *FRAME).code == 0
    assert rows("absences") == [
        "who,start,end,reason",
        "Ann Lee,2017-11-06 09:00,2017-11-06 10:00,Dentist",
    ]
    calendar(DENTIST.format(clock="093000"))
    again = ("import", "ann.ics", "--to", "m", "--as", "absences", "--who", "Ann Lee")
    assert call(*again).out == (
        "absences.csv: 1 new and 1 gone\n"
        "    new      Ann Lee, 2017-11-06 09:30, 2017-11-06 10:00\n"
        "    gone     Ann Lee, 2017-11-06 09:00, 2017-11-06 10:00\n"
    )
    assert call(*again) == (0, "nothing has changed\n", "")


def test_a_calendar_of_events_begins_a_mission() -> None:
    calendar(DENTIST.format(clock="090000"))
    assert call("import", "ann.ics", "--to", "m", "--as", "events").code == 0
    assert Path("m/mission.toml").read_text() == (
        'title = "Ann"\nstarts = 2017-11-06\nends = 2017-11-06\nzone = "America/New_York"\n'
    )
    (row,) = rows("events")[1:]
    assert row.split(",")[1:5] == ["Dentist", "2017-11-06", "09:00", "10:00"]


def test_a_calendar_that_names_no_zone_is_a_guess() -> None:
    calendar(DENTIST.format(clock="090000"), zone="")
    ran = call("import", "ann.ics", "--to", "m", "--as", "events", "--strict")
    assert (ran.code, "ann.ics  error  guess" in ran.err) == (1, True)
    ran = call("import", "ann.ics", "--to", "m", "--as", "events", "--strict", *ZONE)
    assert (ran.code, ran.err) == (0, "2 files written to m\n")
    assert rows("events")[1].split(",")[3:5] == ["09:00", "10:00"]


def test_somebodys_calendar_begins_no_mission() -> None:
    calendar(DENTIST.format(clock="090000"))
    assert call("import", "ann.ics", "--to", "m", "--who", "ann") == (
        2, "", "error: none of the files says title, starts, ends and zone of the mission\n"
        "    add --title, --starts, --ends and --zone\n",
    )  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"<html>",
                                  b"{}", b"BEGIN:VCARD"])  # fmt: skip
@pytest.mark.parametrize("name", ["x.xlsx", "events.csv", "x.ics", "x.json"])
def test_what_is_no_such_file_is_refused(name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    ran = call("import", name, "--to", "m", *FRAME, "--as", "events")
    assert (ran.code, ran.out, ran.err.split()[:3]) == (2, "", [name, "error", "file"])
    assert not Path("m").exists()
