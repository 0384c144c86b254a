"""`export ics` and `build`: which files, under which names, and what a second run changes."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from itinerary.publish.folder import MANIFEST
from tests.cli.missions import QUIET, SMALL, write_mission
from tests.cli.running import DRAFT, ENVIRONMENT, call, command, run
from tests.users import ordinary_user

ODD_NAMES = (
    "../../etc/passwd", "[/x]", "=cmd()", "N" * 300, "李明", "Владимир", "Ana", "ana", "ÁNA", "..",
    "Mission", "-rf", "con/trol", "\x1b[31mred", "Two\\nlines",
)  # fmt: skip


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Targets are named from an empty folder, so that no message is longer than a machine's."""
    monkeypatch.chdir(tmp_path)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and its content."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def touched(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was last written, and which one it is."""
    return {name: _written(folder / name) for name in files_of(folder)}


def _written(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_ino


def write_odd(folder: Path) -> Path:
    """A mission of people whose names are no file names."""
    people = "".join(f"p{number},{name}\n" for number, name in enumerate(ODD_NAMES))
    events = "events\ntitle,date,start,end,who\nTalk,2017-11-06,10:00,11:00,all"
    return write_mission(folder, f"people\nid,name\n{people}\n{events}")


def test_a_calendar_for_each_and_one_for_all(tmp_path: Path) -> None:
    mission, out = write_mission(tmp_path / "small", SMALL), Path("new/out")
    ran = call("-m", mission, "export", "ics", "--to", out)
    assert ran == (0, "", f"5 files written to {out}\n")
    files = files_of(out)
    names = [
        "helene-castellani.ics", "helene-levy.ics", "jean-francois-suhas.ics", "juan-kuryla.ics",
        "mission.ics",
    ]  # fmt: skip
    assert sorted(files) == [MANIFEST, *names]
    assert json.loads(files[MANIFEST]) == {"files": names}
    alone = call("-m", mission, "agenda", "suhas", "--format", "ics").out
    assert files["jean-francois-suhas.ics"].decode() == alone
    everyone = call("-m", mission, "agenda", "--all", "--format", "ics").out
    assert files["mission.ics"].decode() == everyone
    assert [path.name for path in tmp_path.iterdir()] == ["small", "new"]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out"]


def test_the_whole_pack(tmp_path: Path) -> None:
    mission, out = write_mission(tmp_path / "small", QUIET), Path("out")
    ran = call("-m", mission, "build", "--to", out)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"14 files written to {out}\n1 error and 0 warnings; 1 person is concerned.\n"
    )
    people = ["helene-castellani", "helene-levy", "jean-francois-suhas", "juan-kuryla"]
    files = files_of(out)
    assert sorted(files) == [
        MANIFEST,
        *(f"calendars/{name}.ics" for name in (*people, "mission")),
        "conflicts.csv", "conflicts.json", "conflicts.md", "index.md", "timetables.json",
        *(f"timetables/{name}.md" for name in people),
    ]  # fmt: skip
    for form in ("csv", "json", "md"):
        report = call("-m", mission, "check", "--format", form).out
        assert files[f"conflicts.{form}"].decode() == report
    everyone = json.loads(call("-m", mission, "agenda", "--all", "--format", "json").out)
    assert json.loads(files["timetables.json"]) == everyone
    alone = call("-m", mission, "agenda", "suhas", "--home", "--format", "md").out
    assert files["timetables/jean-francois-suhas.md"].decode() == alone


def test_the_index_links_to_every_other_file(tmp_path: Path) -> None:
    out = Path("out")
    call("-m", write_odd(tmp_path / "odd"), "build", "--to", out)
    links = {part.split(")")[0] for part in (out / "index.md").read_text().split("](")[1:]}
    unlinked = {MANIFEST, "index.md", "timetables.json", "conflicts.csv", "conflicts.json"}
    assert links == files_of(out).keys() - unlinked


def test_odd_names_are_plain_file_names(tmp_path: Path) -> None:
    out = Path("out")
    assert call("-m", write_odd(tmp_path / "odd"), "export", "ics", "--to", out).code == 0
    assert sorted(name.removesuffix(".ics") for name in files_of(out).keys() - {MANIFEST}) == [
        "31mred", "ana", "ana-2", "ana-3", "cmd", "con-trol", "etc-passwd", "mission", "mission-2",
        "n" * 60, "p1", "p4", "p5", "p9", "rf", "two-nlines",
    ]  # fmt: skip
    assert sorted(path.name for path in tmp_path.iterdir()) == ["odd", "out"]


@pytest.mark.parametrize("command", [("export", "ics"), ("build",)])
def test_a_second_run_writes_nothing(command: tuple[str, ...], tmp_path: Path) -> None:
    mission, out = write_odd(tmp_path / "odd"), Path("out")
    first = call("-m", mission, *command, "--to", out)
    before, written = files_of(out), touched(out)
    folders = {path: path.stat().st_mtime_ns for path in (out, *out.iterdir()) if path.is_dir()}
    assert call("-m", mission, *command, "--to", out) == first
    assert (files_of(out), touched(out)) == (before, written)
    assert {path: path.stat().st_mtime_ns for path in folders} == folders


def test_the_same_mission_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    seeds = {"1": "Pacific/Chatham", "2": "America/New_York"}
    for seed, zone in seeds.items():
        env = {"PYTHONHASHSEED": seed, "TZ": zone}
        assert run("-m", DRAFT, "build", "--to", tmp_path / seed, env=env).code == 1
    assert files_of(tmp_path / "1") == files_of(tmp_path / "2")


def test_what_has_changed_is_written_and_nothing_else(tmp_path: Path) -> None:
    mission, out = write_mission(tmp_path / "small", SMALL), Path("out")
    call("-m", mission, "export", "ics", "--to", out)
    before = touched(out)
    write_mission(mission, SMALL.replace("Port – PortMiami", "Port and PortMiami"))
    call("-m", mission, "export", "ics", "--to", out)
    after = touched(out)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"jean-francois-suhas.ics", "juan-kuryla.ics", "mission.ics"}


def test_who_is_removed_loses_the_file(tmp_path: Path) -> None:
    mission, out = write_mission(tmp_path / "small", SMALL), Path("out")
    call("-m", mission, "build", "--to", out)
    (out / "notes.txt").write_text("mine")
    before = files_of(out).keys()
    write_mission(mission, SMALL.replace("castellani,Hélène Castellani,port,,,fr,\n", ""))
    call("-m", mission, "build", "--to", out)
    gone = {"calendars/helene-castellani.ics", "timetables/helene-castellani.md"}
    assert files_of(out).keys() == before - gone
    listed = set(json.loads((out / MANIFEST).read_bytes())["files"])
    assert listed == before - gone - {MANIFEST, "notes.txt"}


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("suhas", ["jean-francois-suhas"]),
        ("portmiami", ["juan-kuryla"]),
        ("all - levy", ["helene-castellani", "jean-francois-suhas"]),
        ("jf", ["jean-francois-suhas"]),
    ],
)
def test_only_some_people(who: str, names: list[str], tmp_path: Path) -> None:
    mission, out = write_mission(tmp_path / "small", SMALL), Path("out")
    assert call("-m", mission, "export", "ics", "--to", out, "--who", who).code == 0
    assert sorted(files_of(out)) == [MANIFEST, *(f"{name}.ics" for name in names)]


def test_a_namesake_keeps_the_name_of_the_file_whoever_else_is_exported(tmp_path: Path) -> None:
    namesakes = SMALL.replace("Hélène Castellani", "Hélène Lévy")
    mission, out = write_mission(tmp_path / "small", namesakes), Path("out")
    call("-m", mission, "export", "ics", "--to", out, "--who", "castellani")
    assert sorted(files_of(out)) == [MANIFEST, "helene-levy-2.ics"]


def test_a_file_of_somebody_else_is_refused_and_nothing_written(tmp_path: Path) -> None:
    mission, out = write_mission(tmp_path / "small", SMALL), Path("out")
    out.mkdir()
    (out / "mission.ics").write_text("mine")
    assert call("-m", mission, "export", "ics", "--to", out) == (
        2,
        "",
        f'error: "{out}" holds files that itinerary did not write: mission.ics\n'
        "    name a new folder, or an empty one; nothing has been written\n",
    )
    assert files_of(out) == {"mission.ics": b"mine"}


def test_a_target_that_is_a_file(tmp_path: Path) -> None:
    mission, out = write_mission(tmp_path / "small", SMALL), Path("out")
    out.write_text("mine")
    refused = f'error: "{out}" is a file\n    name a new folder, or an empty one\n'
    for target in (out, out / "below", out / "far" / "below"):
        assert call("-m", mission, "build", "--to", target) == (2, "", refused)
    assert out.read_text() == "mine"


@pytest.mark.parametrize("way", ["small", "small/.", "small/../small", "link"])
def test_the_mission_itself_is_refused(way: str, tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "small", SMALL)
    (tmp_path / "link").symlink_to(mission)
    before = files_of(mission)
    ran = call("-m", mission, "build", "--to", f"{tmp_path}/{way}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.split('" ')[1] == "is the mission itself; itinerary never writes into it\n"
    assert files_of(mission) == before


def test_a_folder_within_the_mission_and_the_one_above_are_free(tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "above" / "small", SMALL)
    check = call("-m", mission, "check")
    assert call("-m", mission, "build", "--to", mission / "out").code == 1
    assert call("-m", mission, "build", "--to", mission.parent).code == 1
    assert files_of(mission / "out").keys() < files_of(mission.parent).keys()
    assert call("-m", mission, "check") == check


def test_an_empty_folder_and_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mission, out = write_mission(tmp_path / "small", SMALL), tmp_path / "out"
    out.mkdir(mode=0o750)
    monkeypatch.chdir(out)
    assert call("-m", mission, "export", "ics", "--to", ".").err == "5 files written to .\n"
    assert len(files_of(out)) == 6
    assert out.stat().st_mode & 0o777 == 0o750


def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    assert call("-m", write_mission(tmp_path, SMALL), "build", "--to", tmp_path / "out").code == 1
    with ordinary_user() as home:
        mission, locked = write_mission(home / "small", SMALL), home / "locked"
        locked.mkdir(mode=0o500)
        ran = call("-m", mission, "build", "--to", locked / "out")
        assert ran == (2, "", f'error: "{locked / "out"}" cannot be written: Permission denied\n')


def test_new_files_may_be_read_by_whom_the_umask_lets(tmp_path: Path) -> None:
    mission, out = write_mission(tmp_path / "small", SMALL), Path("out")
    before = os.umask(0o027)
    try:
        call("-m", mission, "build", "--to", out)
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in out.rglob("*") if path.is_file()}
    assert (modes, out.stat().st_mode & 0o777) == ({0o640}, 0o750)


def test_a_disk_that_is_full_leaves_nothing(tmp_path: Path) -> None:
    """The limit is on the size of a file: 20 blocks of 512 or 1024 bytes."""
    out = Path("out")
    done = subprocess.run(
        ["sh", "-c", 'ulimit -f 20; exec "$@"', "sh", *command("-m", DRAFT, "build", "--to", out)],
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    refused = f'error: "{out}" cannot be written: File too large\n'
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", refused)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_the_disk_refuses(tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "small", SMALL)
    ran = call("-m", mission, "build", "--to", "n" * 300)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.split('" ')[1] == "cannot be written: File name too long\n"
    assert [path.name for path in tmp_path.iterdir()] == ["small"]
