"""`roster`: who is expected at an event, for the door and for spreadsheets."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import MIAMI, call
from tests.golden import golden
from tests.missions import folder


def test_text(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    assert call("-m", mission, "roster", "signing").out == (
        "Signing of the agreement\n"
        "Mon 6 Nov 10:00–11:00\n"
        "PortMiami\n"
        "3 people are expected\n"
        "Hélène Lévy          Port of Marseille Fos\n"
        "Jean-François Suhas  Port of Marseille Fos\n"
        "Juan Kuryla          PortMiami  host\n"
    )
    assert call("-m", mission, "roster", "walk").out.splitlines()[2:] == [
        "2 people are expected",
        "Hélène Lévy          Port of Marseille Fos",
        "Jean-François Suhas  Port of Marseille Fos  optional",
    ]


@pytest.mark.parametrize("width", ["80", "120"])
def test_an_event_of_the_sample(width: str) -> None:
    ran = call("-m", MIAMI, "--width", width, "roster", "county-signing")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == golden(f"roster-county-signing-{width}.txt", ran.out)


def test_a_long_name_is_cut_and_no_line_is_longer_than_asked(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL.replace("Hélène Lévy", "Hélène " * 40))
    for width, most in ((40, 20), (80, 40), (300, 40)):
        ran = call("-m", mission, "--width", str(width), "roster", "signing")
        assert [line for line in ran.out.splitlines() if len(line) > width] == []
        assert ran.out.splitlines()[4][:most] == ("Hélène " * 40)[: most - 1] + "…"


def test_json(tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, SMALL), "roster", "signing", "--format", "json")
    data = json.loads(ran.out)
    assert data["event"] == {
        "id": "signing",
        "title": "Signing of the agreement",
        "spans": [["2017-11-06T10:00:00-05:00", "2017-11-06T11:00:00-05:00"]],
        "venue": "docks",
    }
    assert data["people"][1] == {
        "id": "suhas",
        "name": "Jean-François Suhas",
        "organisation": "Port of Marseille Fos",
        "role": "Chair, cruise club",
        "as": "required",
        "languages": "fr;en",
        "diet": "vegetarian",
        "answer": "",
    }
    assert [(person["id"], person["as"]) for person in data["people"]] == [
        ("levy", "required"), ("suhas", "required"), ("kuryla", "host"),
    ]  # fmt: skip


def test_csv(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL.replace("Juan Kuryla", "=cmd()|' /C calc'!A0"))
    ran = call("-m", mission, "roster", "signing", "--format", "csv")
    assert ran.out == (
        "\ufeffname,organisation,role,as,languages,diet,answer\r\n"
        "Hélène Lévy,Port of Marseille Fos,President,required,fr,,\r\n"
        'Jean-François Suhas,Port of Marseille Fos,"Chair, cruise club",required,fr;en,'
        "vegetarian,\r\n"
        "'=cmd()|' /C calc'!A0,PortMiami,Director,host,en,,\r\n"
    )


def test_answers(tmp_path: Path) -> None:
    answers = [
        {"person": person, "item": "event:signing", "answer": answer, "at": "", "comment": ""}
        for person, answer in (("levy", "accepted"), ("suhas", "tentative"), ("kuryla", "declined"))
    ]
    mission = write_mission(tmp_path, SMALL)
    folder(
        tmp_path / ".itinerary",
        "",
        **{"answers.json": json.dumps({"version": 1, "answers": answers})},
    )
    assert call("-m", mission, "roster", "signing").out.splitlines()[4:] == [
        "Hélène Lévy          Port of Marseille Fos  accepted",
        "Jean-François Suhas  Port of Marseille Fos  perhaps",
        "Juan Kuryla          PortMiami  host  declined",
    ]
    found = json.loads(call("-m", mission, "roster", "signing", "-f", "json").out)["people"]
    assert [person["answer"] for person in found] == ["accepted", "tentative", "declined"]


def test_all_forms_list_the_same_people() -> None:
    text = call("-m", MIAMI, "roster", "county-signing").out.splitlines()[4:]
    table = call("-m", MIAMI, "roster", "county-signing", "--format", "csv").out
    data = json.loads(call("-m", MIAMI, "roster", "county-signing", "--format", "json").out)
    names = [person["name"] for person in data["people"]]
    rows = csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline=""))
    assert [row["name"] for row in rows] == names
    assert [line[: len(name)] for line, name in zip(text, names, strict=True)] == names
