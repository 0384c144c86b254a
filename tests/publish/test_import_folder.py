"""A folder that imports write: whole files, edited ones never, and a ledger that agrees."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from itinerary.load.imports.merging import merge
from itinerary.model.tables import TextMission
from itinerary.publish import FolderError
from itinerary.publish.import_folder import Draft, draft_import, table_csv, write_import
from itinerary.publish.import_ledger import LEDGER, Ledger, read_ledger
from tests.load.imports.brought import sources

OLD = sources(book="events\nid,title\na,Talk\n\npeople\nid,name\nann,Ann\n\ntravel\nfrom,to\na,b")
NEW = sources(book="events\nid,title\na,Speech\nb,Walk\n\npeople\nid,name\nann,Anna")
TOML = b'title = "Miami"\n'


class StopError(Exception):
    """What a test interrupts with."""


def imported(folder: Path, state: Mapping[str, TextMission]) -> int:
    """Imports a state of all sources; how many files were written."""
    ledger = read_ledger(folder)
    settings = None if (folder / "mission.toml").exists() else TOML
    return write_import(folder, ledger, draft_import(folder, ledger, state), settings)


def content(folder: Path) -> dict[str, str]:
    """Every file of a folder but the ledger."""
    return {p.name: p.read_text() for p in sorted(folder.iterdir()) if p.name != LEDGER}


def alone(state: Mapping[str, TextMission]) -> dict[str, str]:
    """What a folder holds where only this was imported."""
    files = {f"{name}.csv": table_csv(t).decode() for name, t in merge(state).tables.items()}
    return dict(sorted({**files, "mission.toml": TOML.decode()}.items()))


def touched(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was last written, and which one it is."""
    found = {path.name: path.stat() for path in folder.iterdir()}
    return {name: (state.st_mtime_ns, state.st_ino) for name, state in found.items()}


def told(draft: Draft) -> list[tuple[str, bool, list[str]]]:
    """Each file with changes, whether it is edited, and its rows."""
    return [(c.file, c.is_edited, [f"{r.kind} {r.row}" for r in c.rows]) for c in draft.changes]


def test_a_new_folder_and_then_another_state(tmp_path: Path) -> None:
    folder = tmp_path / "m"
    assert imported(folder, OLD) == 4
    assert content(folder) == alone(OLD)
    assert content(folder)["events.csv"] == "id,title\na,Talk\n"
    assert told(draft_import(folder, read_ledger(folder), NEW)) == [
        ("events.csv", False, ["changed a", "new b"]),
        ("people.csv", False, ["changed ann"]),
        ("travel.csv", False, ["gone a → b"]),
    ]
    assert imported(folder, NEW) == 3
    assert content(folder) == alone(NEW)


def test_the_same_again_touches_nothing(tmp_path: Path) -> None:
    imported(tmp_path, OLD)
    before = touched(tmp_path)
    assert imported(tmp_path, OLD) == 0
    assert touched(tmp_path) == before


def test_the_ledger_depends_on_nothing_but_the_import(tmp_path: Path) -> None:
    for name in ("one", "two"):
        imported(tmp_path / name, OLD)
    imported(tmp_path / "three", NEW)
    imported(tmp_path / "three", OLD)
    ledgers = {(tmp_path / name / LEDGER).read_bytes() for name in ("one", "two", "three")}
    assert len(ledgers) == 1


def test_without_events_there_is_a_table_of_them(tmp_path: Path) -> None:
    imported(tmp_path, sources(book="people\nid,name\nann,Ann"))
    assert (tmp_path / "events.csv").read_text() == "id,title,date,start\n"


def test_an_edited_file_is_left_alone_until_what_it_lacks_is_typed(tmp_path: Path) -> None:
    imported(tmp_path, OLD)
    (tmp_path / "people.csv").write_text("Nom;id\nMine;ann\n")
    for _ in (1, 2):
        draft = draft_import(tmp_path, read_ledger(tmp_path), NEW)
        assert ("people.csv", True, ["changed ann"]) in told(draft)
        assert draft.is_pending
        imported(tmp_path, NEW)
        assert (tmp_path / "people.csv").read_text() == "Nom;id\nMine;ann\n"
        assert (tmp_path / "events.csv").read_text() == alone(NEW)["events.csv"]
    (tmp_path / "people.csv").write_text("Nom;id\nAnna;ann\n")
    assert told(draft_import(tmp_path, read_ledger(tmp_path), NEW)) == []
    imported(tmp_path, NEW)
    assert read_ledger(tmp_path).told == {}
    (tmp_path / "people.csv").write_text("Nom;id\nAnnabel;ann\n")
    assert told(draft_import(tmp_path, read_ledger(tmp_path), NEW)) == []


def test_a_file_that_is_deleted_or_restored_is_written_again(tmp_path: Path) -> None:
    imported(tmp_path, OLD)
    (tmp_path / "people.csv").write_text("id,name\nann,Mine\n")
    imported(tmp_path, NEW)
    (tmp_path / "people.csv").write_text(alone(OLD)["people.csv"])
    imported(tmp_path, NEW)
    assert content(tmp_path) == alone(NEW)
    (tmp_path / "people.csv").unlink()
    imported(tmp_path, NEW)
    assert content(tmp_path) == alone(NEW)


def test_an_edited_table_that_no_source_has_any_more_is_kept(tmp_path: Path) -> None:
    imported(tmp_path, OLD)
    (tmp_path / "travel.csv").write_text("from,to\na,b\nb,c\n")
    draft = draft_import(tmp_path, read_ledger(tmp_path), NEW)
    assert told(draft)[-1] == ("travel.csv", True, ["gone a → b"])
    imported(tmp_path, NEW)
    assert (tmp_path / "travel.csv").read_text() == "from,to\na,b\nb,c\n"


def test_tables_that_no_import_has_written_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Programme.csv").write_text("id;titre\na;Mine\n")
    draft = draft_import(tmp_path, Ledger(), OLD)
    assert told(draft)[0] == ("Programme.csv", True, ["changed a"])
    imported(tmp_path, OLD)
    assert (tmp_path / "Programme.csv").read_text() == "id;titre\na;Mine\n"
    assert not (tmp_path / "events.csv").exists()


def test_a_table_of_somebody_stays_theirs_though_an_import_brings_the_same(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(table_csv(merge(OLD).tables["people"]))
    before = (tmp_path / "people.csv").read_bytes()
    imported(tmp_path, OLD)
    imported(tmp_path, NEW)
    imported(tmp_path, {})
    assert (tmp_path / "people.csv").read_bytes() == before


def test_a_link_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "m"
    imported(folder, OLD)
    (folder / "people.csv").rename(tmp_path / "elsewhere.csv")
    (folder / "people.csv").symlink_to(tmp_path / "elsewhere.csv")
    imported(folder, NEW)
    assert (folder / "people.csv").is_symlink()
    assert (tmp_path / "elsewhere.csv").read_text() == alone(OLD)["people.csv"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"files": 1, "sources": {}, "told": {}}',
                                  '{"files": {}, "sources": {}, "told": {"a": {}}}'])  # fmt: skip
def test_a_ledger_that_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / LEDGER).write_text(text)
    with pytest.raises(FolderError) as caught:
        read_ledger(tmp_path)
    assert caught.value.message.key == "folder.manifest"


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "m").write_text("mine")
    with pytest.raises(FolderError):
        imported(tmp_path / "m", OLD)
    assert (tmp_path / "m").read_text() == "mine"


def test_an_end_at_any_step_leaves_whole_files_and_a_ledger_that_knows_them(
    tmp_path: Path,
) -> None:
    """Old or new each of them, none taken for edited; the next run ends what was begun."""
    ends = 0
    for after in range(1, 100):
        folder = tmp_path / str(after)
        imported(folder, OLD)
        steps = iter(range(1, 100))

        def step(steps: Iterator[int] = steps, after: int = after) -> None:
            if next(steps) == after:
                raise StopError

        ledger = read_ledger(folder)
        draft = draft_import(folder, ledger, NEW)
        try:
            write_import(folder, ledger, draft, None, step)
            break
        except StopError:
            ends += 1
        old, new = alone(OLD), alone(NEW)
        found = content(folder)
        assert all(text in (old.get(name), new.get(name)) for name, text in found.items())
        assert not draft_import(folder, read_ledger(folder), NEW).is_pending
        assert not draft_import(folder, read_ledger(folder), OLD).is_pending
        imported(folder, NEW)
        assert content(folder) == new
        assert json.loads((folder / LEDGER).read_bytes())["files"].keys() == {
            "events.csv", "people.csv",
        }  # fmt: skip
    assert ends == 9
