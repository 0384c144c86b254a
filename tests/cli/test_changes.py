"""`changes`: what to tell people since the last publication."""

import json
from pathlib import Path

import pytest

from tests.cli.missions import write_mission
from tests.cli.running import Ran, call

OLD = """\
people
id,name,organisation,rank
ann,Ann Brun,,1
bob,Bob Col,,2
eve,Eve Dor,,

events
id,title,date,start,end,who
one,One,2017-11-06,10:00,11:00,ann; bob
two,Two,2017-11-07,10:00,11:00,eve
"""
NEW = OLD.replace("06,10:00,11:00", "06,10:30,11:30").replace(",eve\n", ",bob\n")
MOVED = "Mon 6 Nov: One moved from 10:00 to 10:30"
ON = "Tue 7 Nov: you are now expected, 10:00–11:00: Two"
OFF = "Tue 7 Nov: you are no longer expected: Two (10:00)"
NOON = "2017-11-02 12:00"
AT = "Thu 2 Nov 12:00"


def publish(folder: Path) -> Ran:
    return call("-m", folder, "publish", "--to", folder.parent / "site", "--now", NOON)


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    """A mission that was published, and edited since."""
    folder = write_mission(tmp_path / "mission", OLD)
    assert publish(folder).code == 0
    return write_mission(folder, NEW)


def test_a_block_for_everyone_concerned(mission: Path) -> None:
    out = f"Ann Brun\n{MOVED}\n\nBob Col\n{MOVED}\n{ON}\n\nEve Dor\n{OFF}\n"
    assert call("-m", mission, "changes") == (0, out, "")


def test_the_lines_of_one_person_alone_are_ready_to_send(mission: Path) -> None:
    assert call("-m", mission, "changes", "bob") == (0, f"{MOVED}\n{ON}\n", "")
    assert call("-m", mission, "changes", "Ann", "Brun") == (0, f"{MOVED}\n", "")
    two = f"Ann Brun\n{MOVED}\n\nEve Dor\n{OFF}\n"
    assert call("-m", mission, "changes", "ann; eve") == (0, two, "")


def test_who_has_left_is_told(mission: Path) -> None:
    write_mission(mission, NEW.replace("eve,Eve Dor,,\n", ""))
    out = f"{OFF}\nYou are no longer expected on the mission.\n"
    assert call("-m", mission, "changes", "Eve Dor") == (0, out, "")


def test_markdown(mission: Path) -> None:
    assert call("-m", mission, "changes", "-f", "md", "bob") == (
        0, f"# Changes since {AT}\n\n## Bob Col\n\n- {MOVED}\n- {ON}\n", "",
    )  # fmt: skip


def test_json(mission: Path) -> None:
    ran = call("-m", mission, "changes", "--format", "json")
    assert json.loads(ran.out) == {
        "since": "2017-11-02T16:00:00+00:00",
        "people": [
            {"id": "ann", "name": "Ann Brun", "messages": [MOVED]},
            {"id": "bob", "name": "Bob Col", "messages": [MOVED, ON]},
            {"id": "eve", "name": "Eve Dor", "messages": [OFF]},
        ],
    }


def test_nothing_has_changed(mission: Path) -> None:
    write_mission(mission, NEW.replace(",bob\n", ",bob; eve\n"))
    assert call("-m", mission, "changes", "eve") == (
        0, f"Nothing has changed for eve since {AT}.\n", "",
    )  # fmt: skip
    write_mission(mission, OLD)
    assert call("-m", mission, "changes") == (0, f"Nothing has changed since {AT}.\n", "")
    nothing = {"since": "2017-11-02T16:00:00+00:00", "people": []}
    assert json.loads(call("-m", mission, "changes", "-f", "json").out) == nothing


def test_after_the_next_publication_there_is_nothing_left_to_tell(mission: Path) -> None:
    assert publish(mission).code == 0
    assert call("-m", mission, "changes") == (0, f"Nothing has changed since {AT}.\n", "")


def test_nothing_was_ever_published(tmp_path: Path) -> None:
    folder = write_mission(tmp_path / "mission", OLD)
    assert call("-m", folder, "changes") == (
        2,
        "",
        "error: nothing has been published yet, so there is nothing to compare with\n"
        "    publish first: itinerary publish --to DIR\n",
    )


def test_nobody_is_called_that(mission: Path) -> None:
    ran = call("-m", mission, "changes", "nobody at all")
    assert (ran.code, ran.out, bool(ran.err)) == (2, "", True)


def test_what_was_published_is_damaged(mission: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mission.parent)
    (copy,) = Path(mission.name, ".itinerary").glob("published-*/mission")
    (copy / "mission.toml").write_text("?")
    ran = call("-m", mission.name, "changes")
    assert (ran.code, ran.out, ran.err.splitlines()) == (
        2,
        "",
        [
            f'error: what was published last cannot be read: "{copy}"',
            "    compare with a folder or a revision of git: itinerary diff OLD",
        ],
    )


def test_cells_that_are_no_use_are_told_and_the_rest_compared(mission: Path) -> None:
    with (mission / "events.csv").open("a") as table:
        table.write("bad,Bad,2017-11-07,25h30,,ann\n")
    ran = call("-m", mission, "changes", "ann")
    assert ran == (
        0,
        f"{MOVED}\n",
        f"1 cell of the tables of {mission} cannot be used, so this may be incomplete\n",
    )
