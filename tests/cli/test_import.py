"""`import`: files of others become a mission's folder; again, to bring it up to date."""

import json
from pathlib import Path

import pytest

from tests.cli.running import call

FRAME = ("--title", "Miami", "--starts", "2017-11-04", "--ends", "2017-11-10",
         "--zone", "America/New_York")  # fmt: skip
EVENTS = (
    "Titre;Date;Début;Fin;Qui\n"
    "Déjeuner;06/11/2017;12h30;14h;Jean Roatta\n"
    "Dîner;06/11/2017;20h;22h;Jean Roatta\n"
)
TALKS = """<?xml version="1.0" encoding="utf-8"?>
<schedule>
  <version>1</version>
  <conference>
    <acronym>mc</acronym><title>Miami Conf</title><start>2017-11-06</start><end>2017-11-07</end>
    <days>2</days><time_zone_name>America/New_York</time_zone_name>
  </conference>
  <day index="1" date="2017-11-06">
    <room name="Main hall">{talks}</room>
  </day>
</schedule>
"""
TALK = """
<event guid="{number}{number}{number}{number}" id="{number}">
  <date>2017-11-06T{clock}:00-05:00</date><start>{clock}</start><duration>00:45</duration>
  <room>Main hall</room><title>{title}</title><language>en</language>
  <persons><person id="7">Ann Lee</person></persons>
</event>
"""
COLD = TALK.format(number="1111", clock="10:00", title="Cold chain")
PORTS = TALK.format(number="2222", clock="10:30", title="Ports of call")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are named from an empty folder."""
    monkeypatch.chdir(tmp_path)


def programme(text: str = EVENTS) -> None:
    """A table as a French Excel saves it."""
    Path("programme.csv").write_bytes(text.replace("\n", "\r\n").encode("cp1252"))


def talks(*found: str) -> None:
    Path("talks.xml").write_text(TALKS.format(talks="".join(found)))


def state() -> dict[str, tuple[bytes, int]]:
    """Every file of the mission, and when it was written."""
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(Path("m").iterdir())}


def test_a_table_from_french_excel() -> None:
    programme()
    assert call("import", "programme.csv", "--to", "m", *FRAME) == (
        0, "events.csv: 2 new\n", "2 files written to m\n",
    )  # fmt: skip
    assert Path("m/events.csv").read_text() == (
        "id,title,date,start,end,who\n"
        "dejeuner,Déjeuner,06/11/2017,12h30,14h,Jean Roatta\n"
        "diner,Dîner,06/11/2017,20h,22h,Jean Roatta\n"
    )
    assert Path("m/mission.toml").read_text() == (
        'title = "Miami"\nstarts = 2017-11-04\nends = 2017-11-10\nzone = "America/New_York"\n'
    )
    assert call("-m", "m", "check").out == "No problem in 2 events, 0 meetings and 1 person.\n"


def test_again_nothing_changes_and_no_byte_is_written() -> None:
    programme()
    call("import", "programme.csv", "--to", "m", *FRAME)
    before = state()
    assert call("import", "programme.csv", "--to", "m") == (0, "nothing has changed\n", "")
    assert state() == before


def test_what_has_changed_is_brought_up_to_date_and_told() -> None:
    programme()
    call("import", "programme.csv", "--to", "m", *FRAME)
    changed = EVENTS.replace("Dîner", "Dîner d'adieu").replace("12h30", "13h")
    programme(f"{changed}Visite;07/11/2017;9h;10h;tous\n")
    assert call("import", "programme.csv", "--to", "m") == (
        0,
        "events.csv: 1 new and 2 changed\n"
        "    changed  dejeuner  Déjeuner: start 12h30 → 13h\n"
        "    changed  diner     Dîner: title Dîner → Dîner d'adieu\n"
        "    new      visite    Visite\n",
        "1 file written to m\n",
    )
    programme(EVENTS.splitlines(keepends=True)[0] + "Visite;07/11/2017;9h;10h;tous\n")
    assert call("import", "programme.csv", "--to", "m").out == (
        "events.csv: 2 gone\n"
        "    gone     dejeuner  Déjeuner\n"
        "    gone     diner     Dîner d'adieu\n"
    )
    assert Path("m/events.csv").read_text().splitlines()[1:] == [
        "visite,Visite,07/11/2017,9h,10h,tous"
    ]


def test_a_schedule_begins_a_mission_and_a_table_joins_it() -> None:
    talks(COLD, PORTS)
    programme()
    assert call("import", "talks.xml", "programme.csv", "--to", "m").code == 0
    assert Path("m/mission.toml").read_text().splitlines()[0] == 'title = "Miami Conf"'
    assert call("-m", "m", "check", "--rule", "overlap").out.splitlines()[1] == (
        'events.csv:2  error  overlap  Ann Lee is expected at "Cold chain" (Mon 6 Nov 10:00) '
        'and at "Ports of call" (Mon 6 Nov 10:30) at once, 10:30–10:45'
    )
    identity = Path("m/events.csv").read_text().splitlines()[2].split(",")[0]
    talks(COLD)
    assert call("import", "talks.xml", "--to", "m").out == (
        f"events.csv: 1 gone\n    gone     {identity}  Ports of call\n"
    )
    titles = [row.split(",")[1] for row in Path("m/events.csv").read_text().splitlines()[1:]]
    assert titles == ["Cold chain", "Déjeuner", "Dîner"]


def test_an_edited_table_is_left_alone_and_what_it_lacks_is_told_until_it_is_typed() -> None:
    programme()
    call("import", "programme.csv", "--to", "m", *FRAME)
    mine = Path("m/events.csv").read_text().replace("Déjeuner", "Déjeuner au port")
    Path("m/events.csv").write_text(mine)
    programme(EVENTS.replace("20h", "21h"))
    for _ in (1, 2):
        assert call("import", "programme.csv", "--to", "m") == (
            1,
            "events.csv was edited after it was written and is left as it is; "
            "to type there: 1 changed\n"
            "    changed  diner  Dîner: start 20h → 21h\n",
            "",
        )
        assert Path("m/events.csv").read_text() == mine
    Path("m/events.csv").write_text(mine.replace("20h", "21h"))
    assert call("import", "programme.csv", "--to", "m") == (0, "nothing has changed\n", "")


def test_json() -> None:
    programme()
    ran = call("import", "programme.csv", "--to", "m", *FRAME, "--dry-run", "-f", "json")
    data = json.loads(ran.out)
    assert (ran.code, data["written"], data["counts"]) == (0, 0, {"error": 0, "warning": 0})
    (table,) = data["tables"]
    assert (table["table"], table["file"], table["edited"]) == ("events", "events.csv", False)
    assert table["rows"][0]["cells"][0] == {"column": "id", "old": "", "new": "dejeuner"}
    assert [(row["change"], row["id"], row["name"]) for row in table["rows"]] == [
        ("new", "dejeuner", "Déjeuner"),
        ("new", "diner", "Dîner"),
    ]


def test_a_dry_run_writes_nothing() -> None:
    programme()
    assert call("import", "programme.csv", "--to", "m", *FRAME, "--dry-run") == (
        0, "events.csv: 2 new\n", "nothing has been written\n",
    )  # fmt: skip
    assert not Path("m").exists()


def test_a_file_that_replaces_another() -> None:
    programme()
    call("import", "programme.csv", "--to", "m", *FRAME)
    Path("v2").mkdir()
    Path("v2/agenda.csv").write_text(EVENTS.replace("Dîner", "Banquet"))
    ran = call("import", "v2/agenda.csv", "--to", "m", "--forget", "programme.csv")
    assert (ran.code, ran.out) == (
        0, "events.csv: 1 changed\n    changed  diner  Dîner: title Dîner → Banquet\n",
    )  # fmt: skip
    assert call("import", "v2/agenda.csv", "--to", "m", "--forget", "programme.csv") == (
        2, "", 'error: "programme.csv" is no file that has been imported here\n'
        "    write agenda.csv\n",
    )  # fmt: skip


def test_what_a_file_brought_is_dropped() -> None:
    programme()
    talks(COLD)
    call("import", "programme.csv", "talks.xml", "--to", "m")
    assert call("import", "--to", "m", "--forget", "programme.csv").out == (
        "events.csv: 2 gone\n    gone     dejeuner  Déjeuner\n    gone     diner     Dîner\n"
    )
    assert call("import", "--to", "m") == (
        2, "", "error: no file is named\n    write the files to import, or --forget NAME\n",
    )  # fmt: skip


def test_a_table_that_is_a_workbook_is_not_joined_by_a_second() -> None:
    programme()
    Path("m").mkdir()
    Path("m/Programme.xlsx").write_bytes(b"mine")
    ran = call("import", "programme.csv", "--to", "m", *FRAME)
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        'Programme.xlsx  error  file  "Programme.xlsx" is the table of events here, '
        "and imports are written as CSV",
    )
    assert [path.name for path in Path("m").iterdir()] == ["Programme.xlsx"]


def test_two_files_that_disagree() -> None:
    Path("people.csv").write_text("id,name,phone\nann,Ann Lee,1\n")
    Path("Personnes.csv").write_text("id,nom,tel\nann,Ann Lee,2\n")
    ran = call("import", "people.csv", "Personnes.csv", "--to", "m", *FRAME)
    assert ran == (
        1,
        "people.csv: 1 new\n",
        'Personnes.csv  error  duplicate  people: Ann Lee has two values of phone: "1" in '
        'people.csv and "2" in Personnes.csv; the first is kept\n'
        "    also people.csv\n"
        "    try: write the same in both, or give one of the rows another id\n"
        "3 files written to m\n",
    )
    assert Path("m/people.csv").read_text() == "id,name,phone\nann,Ann Lee,1\n"


def test_what_is_missing_of_a_new_mission_is_named() -> None:
    programme()
    assert call("import", "programme.csv", "--to", "m", *FRAME[:4]) == (
        2, "", "error: none of the files says ends and zone of the mission\n"
        "    add --ends and --zone\n",
    )  # fmt: skip
    assert call("import", "programme.csv", "--to", "m", *FRAME[:-1], "xyzzy").err == (
        'error: "xyzzy" is not a time zone\n'
        "    write an IANA name such as America/New_York or Europe/Paris\n"
    )
    ran = call("import", "programme.csv", "--to", "m", *FRAME[:5], "3 nov. 2017", *FRAME[6:])
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "mission.toml:3  error  value  the mission ends on 2017-11-03, "
        "before it starts on 2017-11-04",
    )
    assert not Path("m").exists()


def test_every_file_that_cannot_be_read_is_named_and_nothing_is_written() -> None:
    programme()
    Path("notes.csv").write_text("a,b\n1,2\n")
    Path("broken.xml").write_text("<schedule><day></schedule>")
    ran = call("import", "programme.csv", "notes.csv", "none.csv", "broken.xml", "--to", "m")
    named = [line.split()[0] for line in ran.err.splitlines() if not line.startswith(" ")]
    assert (ran.code, ran.out, named) == (2, "", ["broken.xml:1", "none.csv", "notes.csv"])
    assert not Path("m").exists()


def test_two_files_of_one_name() -> None:
    programme()
    assert call("import", "programme.csv", "./programme.csv", "--to", "m", *FRAME) == (
        2, "", 'error: two files are called "programme.csv", and a file is known by its name\n'
        "    rename one of them\n",
    )  # fmt: skip


@pytest.mark.parametrize("to", ["m", "./m/", "link"])
def test_a_table_of_the_folder_itself(to: str) -> None:
    Path("m").mkdir()
    Path("link").symlink_to("m")
    Path("m/events.csv").write_text("id,title,date,start\na,Dinner,2017-11-06,20:00\n")
    before = state()
    assert call("import", "m/events.csv", "--to", to, *FRAME) == (
        2, "", f'error: "m/events.csv" is itself a table of "{Path(to)}"\n'
        "    edit it there, or name a file that stands elsewhere\n",
    )  # fmt: skip
    assert state() == before


def test_days_outside_the_mission_that_is_there() -> None:
    programme()
    call("import", "programme.csv", "--to", "m", *FRAME[:5], "2017-11-06", *FRAME[6:])
    talks(COLD)
    ran = call("import", "talks.xml", "--to", "m")
    assert (ran.code, ran.err.splitlines()[0]) == (
        0,
        "talks.xml  warning  outside  this is about Mon 6 Nov to Tue 7 Nov, "
        "the mission is from Sat 4 Nov to Mon 6 Nov",
    )


def test_a_mission_that_is_there_keeps_its_frame() -> None:
    programme()
    call("import", "programme.csv", "--to", "m", *FRAME)
    Path("m/mission.toml").write_text(Path("m/mission.toml").read_text() + "# mine\n")
    mine = Path("m/mission.toml").read_text()
    talks(COLD)
    assert call("import", "talks.xml", "--to", "m", "--title", "Other").code == 0
    assert Path("m/mission.toml").read_text() == mine
