"""`agenda`: whole outputs, days as people write them, and the contract with scripts."""

import json
from pathlib import Path

import pytest

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import MIAMI, call
from tests.golden import golden
from tests.missions import EVENT, folder

PEOPLE = ("gaudin", "suhas", "agnes-mouries")
FORMS = {
    "80.txt": ("--width", "80", "agenda"),
    "120.txt": ("--width", "120", "agenda"),
    "home.txt": ("--width", "80", "agenda", "--home"),
    "md": ("agenda", "--format", "md"),
    "json": ("agenda", "--format", "json"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("person", PEOPLE)
def test_a_person_of_the_sample(person: str, form: str) -> None:
    ran = call("-m", MIAMI, *FORMS[form], person)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == golden(f"agenda-{person}.{form}", ran.out)


@pytest.mark.parametrize("form", FORMS)
def test_a_person_of_a_small_mission(form: str, tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, SMALL), *FORMS[form], "suhas")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == golden(f"agenda-small.{form}", ran.out)


def test_a_day_in_text(tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, SMALL), "agenda", "levy", "--day", "7 nov.")
    assert ran.out == (
        "Hélène Lévy\n"
        "President · Port of Marseille Fos\n"
        "Miami · local times (New York)\n"
        "\n"
        "Tuesday 7 November 2017\n"
        "21:00–01:30 +1  Dinner aboard (since Mon 6 Nov) (to be confirmed)\n"
        "                PortMiami, 1015 N America Way, Miami\n"
        "                At the door: Photo ID\n"
        "08:00–09:00     Walk by the bay  CLASH\n"
        "08:30–09:30     Visit of the terminals  CLASH\n"
        "                PortMiami, 1015 N America Way, Miami\n"
        "                At the door: Photo ID\n"
    )


@pytest.mark.parametrize(
    "day",
    ["2017-11-07", "7", "7/11", "07/11/2017", "mardi", "mardi 7", "Tue 7 Nov", "7 novembre",
     "martes 7 de noviembre", "Nov. 7th", "J+3", "j + 3", "20171107", "2017-W45-2"],
)  # fmt: skip
def test_one_day_in_many_writings(day: str, tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    expected = call("-m", mission, "agenda", "suhas", "--day", "2017-11-07")
    assert expected.out.splitlines()[4:6] + expected.out.splitlines()[-1:] == [
        "Tuesday 7 November 2017",
        "21:00–01:30 +1  Dinner aboard (since Mon 6 Nov) (to be confirmed)",
        "08:00–09:00     Walk by the bay (optional)",
    ]
    assert call("-m", mission, "agenda", "suhas", "-d", day) == expected


@pytest.mark.parametrize("day", ["today", "aujourd'hui", "tomorrow", "demain", "mañana", "hoy"])
def test_days_counted_from_the_clock_have_nothing_of_2017(day: str) -> None:
    ran = call("-m", MIAMI, "agenda", "suhas", "--day", day)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1] == OUTSIDE


OUTSIDE = "Nothing is planned; the mission is from Sat 4 Nov to Fri 10 Nov 2017."


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        ("9", ["Thursday 9 November 2017", "Nothing is planned."]),
        ("12/11/2017", ["Sunday 12 November 2017", OUTSIDE]),
        (
            "11/06/2017",
            [
                "Sunday 11 June 2017",
                f"{OUTSIDE} Did you mean 2017-11-06? Dates are read day first.",
            ],
        ),
    ],
)
def test_an_empty_day_is_named_as_it_was_understood(
    day: str, lines: list[str], tmp_path: Path
) -> None:
    mission = write_mission(tmp_path, SMALL)
    ran = call("-m", mission, "--width", "200", "agenda", "suhas", "--day", day)
    assert (ran.code, ran.out.splitlines()[-2:]) == (0, lines)
    document = call("-m", mission, "agenda", "suhas", "--day", day, "--format", "md").out
    assert document.splitlines()[-3:] == [f"## {lines[0]}", "", lines[1]]


def test_what_began_the_evening_before_is_on_the_day_it_ends(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    ran = call("-m", mission, "--width", "120", "agenda", "castellani", "--day", "7")
    assert ran.out.splitlines()[4:] == [
        "Tuesday 7 November 2017",
        "21:00–01:30 +1  Dinner aboard (since Mon 6 Nov) (to be confirmed)",
        "                PortMiami, 1015 N America Way, Miami",
        "                At the door: Photo ID",
    ]
    document = call("-m", mission, "agenda", "castellani", "--day", "7", "-f", "md").out
    assert "(since Mon 6 Nov)" in document
    data = json.loads(call("-m", mission, "agenda", "castellani", "-d", "7", "-f", "json").out)
    found = [(day["date"], [e["id"] for e in day["entries"]]) for day in data["days"]]
    assert found == [("2017-11-07", ["event:dinner"])]


def test_what_ends_at_midnight_is_over(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL.replace("21:00,01:30", "21:00,24:00"))
    ran = call("-m", mission, "agenda", "castellani", "--day", "7")
    assert ran.out.splitlines()[-1] == "Nothing is planned."


def test_a_flight_is_on_the_day_it_lands_on_the_clocks_there() -> None:
    data = json.loads(call("-m", MIAMI, "agenda", "gaudin", "-d", "9", "-f", "json").out)
    assert [entry["title"] for entry in data["days"][0]["entries"]] == ["XX 715", "XX 708"]


def test_a_name_of_two_words_needs_no_quotes() -> None:
    assert call("-m", MIAMI, "agenda", "Jean", "Roatta") == call("-m", MIAMI, "agenda", "roatta")
    assert call("-m", MIAMI, "next", "Jean", "Roatta") == call("-m", MIAMI, "next", "Jean Roatta")
    assert call("-m", MIAMI, "roster", "county", "signing").code == 0


def test_a_person_and_everyone_are_too_much() -> None:
    assert call("-m", MIAMI, "agenda", "gaudin", "--all") == (
        2, "", "error: write whose agenda, or --all, not both\n",
    )  # fmt: skip


def test_a_day_that_is_none() -> None:
    assert call("-m", MIAMI, "agenda", "suhas", "--day", "soon") == (
        2, "", 'error: "soon" is not a date\n    write a date such as 2017-11-04\n',
    )  # fmt: skip


def test_a_weekday_and_a_date_that_disagree() -> None:
    assert call("-m", MIAMI, "agenda", "suhas", "--day", "mardi 6 novembre") == (
        2,
        "",
        'error: "mardi 6 novembre": Mon 6 Nov is another day of the week\n'
        "    write Mon 6 Nov or Tue 7 Nov\n",
    )


@pytest.mark.parametrize(
    ("width", "arguments"),
    [(40, ["suhas", "--home"]), (60, ["suhas"]), (80, ["--all"]), (120, ["suhas", "--home"])],
)
def test_no_line_is_longer_than_asked(width: int, arguments: list[str]) -> None:
    ran = call("-m", MIAMI, "--width", str(width), "agenda", *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines() if len(line) > width] == []


def test_a_long_name_is_folded(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL.replace("Jean-François Suhas", "Jean " * 60))
    ran = call("-m", mission, "--width", "60", "agenda", "suhas")
    assert ran.out.splitlines()[:5] == ["Jean " * 11 + "Jean"] * 5


def test_everyone_in_every_form() -> None:
    text = call("-m", MIAMI, "agenda", "--all")
    markdown = call("-m", MIAMI, "agenda", "--all", "--format", "md")
    data = json.loads(call("-m", MIAMI, "agenda", "--all", "--format", "json").out)
    names = [agenda["person"]["name"] for agenda in data]
    assert names == [block.split("\n")[0] for block in text.out.split("\n\n\n")]
    assert names == [line[2:] for line in markdown.out.splitlines() if line[:2] == "# "]
    assert len(names) == 195


def test_everyone_has_the_same_agenda_alone() -> None:
    everyone = json.loads(call("-m", MIAMI, "agenda", "--all", "--format", "json").out)
    for agenda in everyone[::40]:
        alone = call("-m", MIAMI, "agenda", agenda["person"]["id"], "--format", "json")
        assert json.loads(alone.out) == agenda


def test_the_contract_with_scripts(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    data = json.loads(call("-m", mission, "agenda", "suhas", "--format", "json").out)
    assert list(data) == ["person", "mission", "zone", "home_zone", "days"]
    assert data["person"] == {
        "id": "suhas",
        "name": "Jean-François Suhas",
        "organisation": "Port of Marseille Fos",
        "role": "Chair, cruise club",
    }
    flight, van = data["days"][0]["entries"]
    assert flight == {
        "kind": "journey",
        "id": "journey:J1",
        "title": "XX 101",
        "required": True,
        "start": "2017-11-04T10:40:00+01:00",
        "end": "2017-11-04T16:05:00-04:00",
        "home_start": "2017-11-04T10:40:00+01:00",
        "home_end": "2017-11-04T21:05:00+01:00",
        "venue": {"id": "mrs", "name": "Marseille Provence Airport", "address": ""},
        "leave_by": None,
        "leg": None,
        "free": None,
        "clash": False,
        "late": False,
        "to": {"id": "mia", "name": "Miami International Airport", "address": ""},
    }
    assert van["id"] == "transfer:T1"
    assert [day["date"] for day in data["days"]] == ["2017-11-04", "2017-11-06", "2017-11-07"]
    meeting = data["days"][1]["entries"][1]
    assert meeting["leave_by"] == "2017-11-06T13:46:00-05:00"
    assert meeting["leg"] == {
        "start": "docks", "end": "hotel", "minutes": 9, "mode": "", "estimated": True,
    }  # fmt: skip
    assert (meeting["table"], meeting["with"]) == (7, ["kuryla"])


def test_the_clocks_at_home_say_when_it_is_the_day_after(tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, SMALL), "agenda", "castellani", "--home")
    assert ran.out.splitlines()[5] == (
        "21:00–01:30 +1  03:00 +1–07:30  Dinner aboard (to be confirmed)"
    )


def test_calendars_go_to_standard_output_too() -> None:
    ran = call("-m", MIAMI, "agenda", "suhas", "--format", "ics")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "BEGIN:VCALENDAR"
    assert ran.out.splitlines()[-1] == "END:VCALENDAR"


def test_a_flight_whose_places_are_not_known_has_no_arrow(tmp_path: Path) -> None:
    journeys = "number,who,departs,arrives\nXX 1,jean,2017-11-06 09:00,2017-11-06 10:00\n"
    path = folder(tmp_path, events=EVENT, people="id,name\njean,Jean\n", journeys=journeys)
    assert "09:00–10:00     XX 1" in call("-m", path, "agenda", "jean").out.splitlines()
