"""Columns by any of their names, and what is said of those that have none."""

from pathlib import Path

import pytest

from itinerary.load.headers import REQUIRED, TABLES, columns, known_headers, known_tables
from itinerary.problems import Source
from tests.missions import EVENT, folder, loaded, mission_of, problems, remedies, sentences

PROGRAMMES = {
    "en": "Title,Date,Start,End,Venue,Who\nOpening,6 Nov,9:00,10:00,Hotel,Jean\n",
    "fr": "Intitulé,Jour,Début,Fin,Lieu,Participants\nOpening,6 nov.,9h,10h,Hotel,Jean\n",
    "es": "TÍTULO;Fecha;Hora inicio;Hora fin;Lugar;Quién\nOpening;6 nov.;9:00;10:00;Hotel;Jean\n",
    "shouted": "TITRE,DATE,HEURE_DEBUT,HEURE-FIN,Salle ,QUI\nOpening,6/11,9h,10h,Hotel,Jean\n",
    "any order": "qui,fin,debut,lieu,titre,date,Couleur\nJean,10h,9h,Hotel,Opening,6/11,bleu\n",
}  # fmt: skip


@pytest.mark.parametrize("events", PROGRAMMES.values(), ids=PROGRAMMES)
def test_the_same_programme_in_every_language(tmp_path: Path, events: str) -> None:
    mission = mission_of(tmp_path, events=events, people="nom\nJean\n", venues="nombre\nHotel\n")
    (event,) = mission.events.values()
    found = (event.title, event.spans[0].start.isoformat(), event.venue, event.who.people)
    assert found == ("Opening", "2017-11-06T14:00:00+00:00", "hotel", ("jean",))
    assert event.spans[0].length.total_seconds() == 3600


def test_a_column_keeps_its_header_as_it_is_written(tmp_path: Path) -> None:
    events = "Intitulé,Jour,Début,Fin\nOpening,32,9h,10h\n"
    (problem,) = loaded(tmp_path, events=events).problems
    assert problem.at[0] == Source("events.csv", 2, "Jour")


@pytest.mark.parametrize("table", TABLES)
def test_no_word_means_two_columns(table: str) -> None:
    known = known_headers(table)
    assert set(known.values()) == set(columns(table))
    assert [known[column.replace("_", " ")] for column in columns(table)] == list(columns(table))
    assert set(REQUIRED[table]) <= set(columns(table))


@pytest.mark.parametrize(
    ("stem", "table"),
    [
        ("evenements", "events"),
        ("programme", "events"),
        ("programa", "events"),
        ("rendez vous", "meetings"),
        ("reuniones", "meetings"),
        ("delegues", "people"),
        ("lieux", "venues"),
        ("vols", "journeys"),
        ("navettes", "transfers"),
        ("temps de trajet", "travel"),
        ("empresas", "organisations"),
    ],
)
def test_files_have_names_in_every_language_too(stem: str, table: str) -> None:
    assert known_tables()[stem] == table


MISSING = {
    "misspelt": (
        "titel,date,start\nOpening,6/11,9h-10h\n",
        ['there is no column "title"'],
        ['rename the column "titel" to "title"'],
    ),
    "two misspelt": (
        "title,dat,strat\nOpening,6/11,9h-10h\n",
        ['there is no column "date"', 'there is no column "start"'],
        ['rename the column "dat" to "date"', 'rename the column "strat" to "start"'],
    ),
    "absent": (
        "title,start\nOpening,9h-10h\n",
        ['there is no column "date"'],
        ['add a column "date"'],
    ),
    "none at all": (
        "1,2,3\nOpening,6/11,9h\n",
        ['there is no column "title"', 'there is no column "date"', 'there is no column "start"'],
        ['add a column "title"', 'add a column "date"', 'add a column "start"'],
    ),
    "twice": (
        "title,date,jour,start\nOpening,6/11,7/11,9h-10h\n",
        ['the columns "date" and "jour" are both the date; the second is left out'],
        [""],
    ),
}


@pytest.mark.parametrize(("events", "found", "typed"), MISSING.values(), ids=MISSING)
def test_a_column_that_is_needed(
    tmp_path: Path, events: str, found: list[str], typed: list[str]
) -> None:
    assert problems(tmp_path, events=events) == [("events.csv:1", "column", text) for text in found]
    assert remedies(tmp_path, events=events) == typed


def test_a_misspelt_column_that_is_not_needed_is_doubted(tmp_path: Path) -> None:
    events = "title,date,start,end,statut,vneue,Budget\nOpening,6/11,9h,10h,ok,Hotel,12\n"
    assert problems(tmp_path, events=events) == [
        ("events.csv:1", "column", 'the column "vneue" is not known')
    ]
    assert remedies(tmp_path, events=events) == ['rename the column "vneue" to "venue"']


def test_cells_beyond_the_header(tmp_path: Path) -> None:
    events = "title,date,start,end\nA,6/11,9h,10h,,\nB, with comma,6/11,9h,10h\n"
    assert problems(tmp_path, events=events) == [
        ("events.csv:3", "value", "the row has 5 cells, the header 4"),
        ("events.csv:3", "time", '"with comma" is not a date'),
        ("events.csv:3", "time", '"6/11" is not a time'),
    ]


def test_cells_that_are_left_out_at_the_end_are_empty(tmp_path: Path) -> None:
    people = "name,role,email\nJean\nPaul,Mayor\n"
    assert [person.role for person in mission_of(tmp_path, people=people).people.values()] == [
        "",
        "Mayor",
    ]


def test_files_that_are_nearly_tables(tmp_path: Path) -> None:
    others = {"peple.csv": "name\nJean\n", "notes.txt": "hello", "budget.csv": "a\n1\n"}
    assert problems(tmp_path, **others) == [
        ("peple.csv", "file", '"peple.csv" is not a table the program knows; it is left out')
    ]
    assert remedies(tmp_path, **others) == ["did you mean people.csv?"]


def test_two_files_for_one_table(tmp_path: Path) -> None:
    assert problems(tmp_path, programme=EVENT) == [
        (
            "programme.csv",
            "file",
            '"programme.csv" and "events.csv" are both the table of events; the first is left out',
        )
    ]


def test_a_table_in_a_folder_below_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    folder(tmp_path / "old", people="name\nJean\n")
    assert sentences(loaded(tmp_path)) == []


NAMES = {
    "fr": "Nom;Prénom;Fonction\nRoatta;Jean;Maire\nLee;;Maire\n;Paul;Maire\n",
    "first first": "Prénom(s);Fonction;Nom de famille\nJean;Maire;Roatta\n;Maire;Lee\nPaul;Maire\n",
    "en": "Last name,First name,Role\nRoatta,Jean,Maire\nLee,,Maire\n,Paul,Maire\n",
    "surname": "Name,Surname,Role\nJean,Roatta,Maire\n,Lee,Maire\nPaul,,Maire\n",
    "es": "Apellido(s);Nombre;Cargo\nRoatta;Jean;Maire\nLee;;Maire\n;Paul;Maire\n",
    "one column": "Nombre;Cargo\nJean Roatta;Maire\nLee;Maire\nPaul;Maire\n",
    "one of the two": "Prénom;Fonction\nJean Roatta;Maire\nLee;Maire\nPaul;Maire\n",
    "and whole": "Prénom;Nom;Nom complet;Role\nJ;R;Jean Roatta;Maire\n;;Lee;Maire\n;;Paul;Maire\n",
}  # fmt: skip


@pytest.mark.parametrize("people", NAMES.values(), ids=NAMES)
def test_first_and_last_names_are_one_name(tmp_path: Path, people: str) -> None:
    found = mission_of(tmp_path, people=people).people.values()
    assert [(p.name, p.role) for p in found] == [
        ("Jean Roatta", "Maire"), ("Lee", "Maire"), ("Paul", "Maire"),
    ]  # fmt: skip


def test_a_name_that_is_missing_in_both_columns(tmp_path: Path) -> None:
    assert problems(tmp_path, people="Nom;Prénom;Rang\n;;1\n") == [
        ("people.csv:2", "value", 'the column "name" is empty here')
    ]


@pytest.mark.parametrize(
    "events",
    [
        "Événement;Jour;Heure de début;Heure de fin;Salle;Invités\nOpening;6;9h;10h;Hotel;Jean\n",
        "Evento;Fecha;Hora de inicio;Hora de fin;Sala;Invitados\nOpening;6/11;9h;10h;Hotel;Jean\n",
    ],
)
def test_headers_as_secretaries_write_them(tmp_path: Path, events: str) -> None:
    (found,) = mission_of(tmp_path, events=events).events.values()
    assert (found.title, found.venue, found.who.people) == ("Opening", "hotel", ("jean",))
    assert found.spans[0].length.total_seconds() == 3600


@pytest.mark.parametrize("header", ["Region", "Nationality", "Salutation", "Hostel", "Wheelchair"])
def test_a_header_that_is_only_a_little_like_a_column(tmp_path: Path, header: str) -> None:
    assert problems(tmp_path, people=f"name,{header}\nJean,x\n") == []
    assert problems(tmp_path, absences=f"who,start,end,{header}\nJean,6/11,7/11,x\n") == []
