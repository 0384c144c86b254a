"""`plan.csv`: what is in it, and that it is replaced whole or not at all."""

from pathlib import Path
from textwrap import dedent

import pytest

from itinerary.load import load_mission
from itinerary.model import Mission
from itinerary.plan.result import Placement
from itinerary.publish import FolderError
from itinerary.publish.plan_file import plan_csv, write_plan
from itinerary.times import DateReader, Span, read_moment
from tests.missions import EVENT, folder

TABLES = {
    "events": EVENT,
    "people": "id,name\nann,Ann\nbob,Bob\n",
    "venues": "id,name,zone,tables\nhall,Hall,,4\nvieux-port,Vieux-Port,Europe/Paris,\n",
    "resources": "id,name,kind\nana,Ana,interpreter\nkit,Kit,kit\n",
    "meetings": (
        "id,who,counterpart,duration,venue\n"
        "M1,ann,bob,20,hall\nM2,ann,bob,20,hall\nM3,ann,bob,20,vieux-port\n"
    ),
}
PLAN, BACKUP = "plan.csv", "plan.csv.bak"
OLD, NEW = b"meeting,start\nold,\n", b"meeting,start\nnew,\n"


def mission_in(path: Path, **more: str) -> Mission:
    """The mission of these tables; every file of it can be read."""
    found = load_mission(folder(path, **{**TABLES, **more}))
    assert found.mission is not None
    assert found.problems == ()
    return found.mission


def span(mission: Mission, start: str, end: str) -> Span:
    dates = DateReader(mission.starts, mission.ends)
    return Span(*(read_moment(text, dates, mission.zone) for text in (start, end)))


def refusal(path: Path) -> str:
    """The key of the sentence with which a plan is refused."""
    with pytest.raises(FolderError) as caught:
        write_plan(path, NEW)
    return caught.value.message.key


def test_rows_in_the_order_of_the_meetings_on_the_clocks_of_each_venue(tmp_path: Path) -> None:
    mission = mission_in(tmp_path)
    placements = {
        "M3": Placement(span(mission, "2017-11-06 10:00", "2017-11-06 10:20"), "vieux-port"),
        "M1": Placement(
            span(mission, "2017-11-06 10:00", "2017-11-06 10:20"), "hall", 3, ("ana", "kit")
        ),
    }
    assert plan_csv(mission, placements).decode() == dedent("""\
        meeting,start,end,venue,table,resources
        M1,2017-11-06 10:00,2017-11-06 10:20,hall,3,ana; kit
        M3,2017-11-06 16:00,2017-11-06 16:20,vieux-port,,
        """)


def test_an_hour_that_comes_twice_is_read_back_as_it_was(tmp_path: Path) -> None:
    """At 2:00 on 5 November the clocks of Miami go back to 1:00."""
    mission = mission_in(tmp_path)
    placed = {
        "M1": Placement(
            span(mission, "2017-11-05 01:30 UTC-4", "2017-11-05 01:50 UTC-4"), "hall", 1
        ),
        "M2": Placement(
            span(mission, "2017-11-05 01:30 UTC-5", "2017-11-05 01:50 UTC-5"), "hall", 2
        ),
    }
    text = plan_csv(mission, placed).decode()
    assert text.splitlines()[1:] == [
        "M1,2017-11-05 01:30 UTC-4,2017-11-05 01:50 UTC-4,hall,1,",
        "M2,2017-11-05 01:30 UTC-5,2017-11-05 01:50 UTC-5,hall,2,",
    ]
    read = mission_in(tmp_path, plan=text).meetings
    assert {i: read[i].span for i in placed} == {i: place.span for i, place in placed.items()}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    mission = mission_in(tmp_path)
    place = Placement(span(mission, "6 nov 10:00", "6 nov 10:20"), "hall", 3, ("ana", "kit"))
    assert write_plan(tmp_path, plan_csv(mission, {"M2": place}))
    found = load_mission(tmp_path)
    assert (found.problems, found.mission is not None) == ((), True)
    read = found.mission.meetings["M2"] if found.mission else None
    assert read
    assert (read.span, read.venue, read.table, read.resources) == (
        place.span, "hall", 3, ("ana", "kit"),
    )  # fmt: skip


def test_a_first_plan_has_none_before_it(tmp_path: Path) -> None:
    mission_in(tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    assert write_plan(tmp_path, NEW)
    assert {path.name for path in tmp_path.iterdir()} - before == {PLAN}
    assert (tmp_path / PLAN).read_bytes() == NEW


def test_the_plan_before_is_kept(tmp_path: Path) -> None:
    mission_in(tmp_path)
    (tmp_path / PLAN).write_bytes(OLD)
    (tmp_path / PLAN).chmod(0o640)
    (tmp_path / BACKUP).write_bytes(b"older")
    assert write_plan(tmp_path, NEW)
    assert ((tmp_path / PLAN).read_bytes(), (tmp_path / BACKUP).read_bytes()) == (NEW, OLD)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in (PLAN, BACKUP)] == [0o640] * 2


def test_the_same_plan_again_touches_nothing(tmp_path: Path) -> None:
    mission_in(tmp_path)
    (tmp_path / PLAN).write_bytes(NEW)
    before = {path.name: path.stat() for path in tmp_path.iterdir()}
    assert not write_plan(tmp_path, NEW)
    assert {path.name: path.stat() for path in tmp_path.iterdir()} == before


def test_a_link_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    mission_in(tmp_path / "m")
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_bytes(OLD)
    (tmp_path / "m" / PLAN).symlink_to(elsewhere)
    assert refusal(tmp_path / "m") == "plan.file.link"
    assert ((tmp_path / "m" / PLAN).is_symlink(), elsewhere.read_bytes()) == (True, OLD)


@pytest.mark.parametrize("name", [PLAN, BACKUP])
def test_a_folder_is_not_replaced(name: str, tmp_path: Path) -> None:
    mission_in(tmp_path)
    if name == BACKUP:
        (tmp_path / PLAN).write_bytes(OLD)
    (tmp_path / name).mkdir()
    assert refusal(tmp_path) == "plan.file.folder"
    assert (tmp_path / name).is_dir()
    assert name == PLAN or (tmp_path / PLAN).read_bytes() == OLD


def test_a_protected_plan_is_not_replaced(tmp_path: Path) -> None:
    mission_in(tmp_path)
    (tmp_path / PLAN).write_bytes(OLD)
    (tmp_path / PLAN).chmod(0o444)
    assert refusal(tmp_path) == "plan.file.locked"
    assert (tmp_path / PLAN).read_bytes() == OLD


def test_a_plan_under_another_name_is_not_joined_by_a_second(tmp_path: Path) -> None:
    mission_in(tmp_path)
    (tmp_path / "Plan.tsv").write_bytes(OLD)
    assert refusal(tmp_path) == "plan.file.other"
    assert not (tmp_path / PLAN).exists()


def test_a_folder_that_has_gone(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone") == "file.refused"
