"""A publication: which files are there, who may read them, and what changes with the mission."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from itinerary.load import state_path
from itinerary.problems import say
from itinerary.publish import FolderError
from itinerary.publish.feed_folder import MANIFEST
from itinerary.publish.ledger import LEDGER, published_path
from itinerary.publish.paths import Wish
from tests.publish.publications import (
    ALL,
    LATER,
    MOVED,
    NOON,
    WITHOUT_DINNER,
    WITHOUT_LEVY,
    calendar,
    content,
    events,
    ledger_of,
    published,
    small,
)


def modes(folder: Path) -> dict[str, str]:
    """The mode of all that is below a folder."""
    found = (path for path in sorted(folder.rglob("*")))
    return {str(p.relative_to(folder)): f"{stat.S_IMODE(p.stat().st_mode):o}" for p in found}


def times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def refusal(mission: Path, out: Path, wish: Wish = ALL) -> str:
    """The key of the sentence that refuses, and says no secret; nothing has been written."""
    before = content(out), content(mission)
    with pytest.raises(FolderError) as caught:
        published(mission, out, LATER, wish)
    assert (content(out), content(mission)) == before
    assert "token" not in str(caught.value.message.args.values())
    return caught.value.message.key


def test_everyone_has_a_calendar_and_a_page_of_their_own(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    found = published(mission, out)
    assert (found.changed, found.same) == (("levy", "suhas", "castellani", "kuryla"), 0)
    feeds = {
        f"public/token{n}/{name}" for n in range(1, 5) for name in ("calendar.ics", "index.html")
    }
    organiser = {f"organiser/{name}" for name in ("changes.md", "index.html", "mission.ics")}
    assert content(out).keys() == {MANIFEST, "public/index.html", *feeds, *organiser}
    assert content(out)["public/index.html"] == b""
    ledger = ledger_of(mission)
    assert (ledger.revision, ledger.at) == (1, "20171102T160000Z")
    assert events(calendar(mission, out, "kuryla")) == {
        "event-signing": (0, "CONFIRMED"),
        "meeting-RV1": (0, "CONFIRMED"),
    }
    copy = published_path(state_path(mission), ledger)
    assert copy is not None
    assert content(copy) == {k: v for k, v in content(mission).items() if "/" not in k}


def test_nothing_changed_nothing_written(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    before = content(tmp_path), times(tmp_path)
    found = published(mission, out, LATER)
    assert (found.is_needed, found.changed, found.same) == (False, (), 4)
    locks = {path for path in before[1] if path.suffix == ".lock"}
    after = content(tmp_path), times(tmp_path)
    assert after[0] == before[0]
    assert {p for p in after[1] if after[1][p] != before[1][p]} <= locks


def test_a_change_writes_the_files_concerned_alone(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    before = times(out)
    small(tmp_path, MOVED)
    found = published(mission, out, LATER)
    assert (found.changed, found.same) == (("levy", "suhas", "kuryla"), 1)
    after = times(out)
    changed = {str(path.relative_to(out)) for path in after if after[path] != before[path]}
    assert {name for name in changed if name.startswith("public")} == {
        "public/token1/calendar.ics", "public/token1/index.html",
        "public/token2/calendar.ics", "public/token2/index.html",
        "public/token4/calendar.ics", "public/token4/index.html",
    }  # fmt: skip
    assert events(calendar(mission, out, "levy"))["event-signing"] == (1, "CONFIRMED")
    assert events(calendar(mission, out, "levy"))["event-dinner"] == (0, "TENTATIVE")
    assert b"- **10:30\xe2\x80\x9311:30** *moved* Signing" in content(out)["organiser/changes.md"]


def test_what_is_gone_stays_as_cancelled_and_may_come_back(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    small(tmp_path, WITHOUT_DINNER)
    published(mission, out, LATER)
    assert events(calendar(mission, out, "castellani"))["event-dinner"] == (1, "CANCELLED")
    assert not published(mission, out, LATER + timedelta(hours=1)).is_needed
    small(tmp_path)
    published(mission, out, LATER + timedelta(hours=2))
    assert events(calendar(mission, out, "castellani"))["event-dinner"] == (2, "TENTATIVE")


def test_who_has_left_has_everything_cancelled_until_the_mission_ends(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    small(tmp_path, WITHOUT_LEVY)
    published(mission, out, LATER)
    found = {one for one in events(calendar(mission, out, "levy")).values() if one[0]}
    assert found == {(1, "CANCELLED")}
    assert not (out / "public" / "token1" / "index.html").exists()
    last = NOON.replace(day=11, hour=4, minute=59)
    assert not published(mission, out, last).is_needed
    ended = published(mission, out, last + timedelta(minutes=1))
    assert (ended.ended, (out / "public" / "token1").exists()) == (1, False)


def test_only_some(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    small(tmp_path, MOVED)
    found = published(mission, out, LATER, Wish(("levy",)))
    assert (found.changed, found.same) == (("levy",), 0)
    assert events(calendar(mission, out, "levy"))["event-signing"] == (1, "CONFIRMED")
    assert events(calendar(mission, out, "suhas"))["event-signing"] == (0, "CONFIRMED")
    assert b"*moved* Signing" in content(out)["organiser/changes.md"]
    published(mission, out, LATER)
    assert events(calendar(mission, out, "suhas"))["event-signing"] == (1, "CONFIRMED")
    assert events(calendar(mission, out, "levy"))["event-signing"] == (1, "CONFIRMED")


def test_a_path_is_changed_taken_away_and_given_again(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    old = calendar(mission, out, "levy")
    published(mission, out, LATER, Wish(rotated=frozenset({"levy"})))
    assert (ledger_of(mission).tokens["levy"], (out / "public/token1").exists()) == (
        "token5",
        False,
    )
    assert calendar(mission, out, "levy") == old
    published(mission, out, LATER, Wish(revoked=frozenset({"levy"})))
    assert "levy" not in ledger_of(mission).tokens
    small(tmp_path, MOVED)
    assert published(mission, out, LATER).changed == ("suhas", "kuryla")
    assert not (out / "public/token5").exists()
    published(mission, out, LATER, Wish(restored=frozenset({"levy"})))
    assert events(calendar(mission, out, "levy"))["event-signing"] == (1, "CONFIRMED")


def test_all_is_private_unless_a_server_is_to_read_it(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    assert {mode for path, mode in modes(out).items() if (out / path).is_dir()} == {"700"}
    assert {mode for path, mode in modes(out).items() if (out / path).is_file()} == {"600"}
    assert set(modes(state_path(mission)).values()) == {"600", "700"}
    before = times(out)
    published(mission, out, LATER, Wish(is_readable=True))
    found = modes(out)
    assert (found["public"], found["public/token1"], found["public/token1/calendar.ics"]) == (
        "711", "755", "644",
    )  # fmt: skip
    assert (found["organiser"], found["organiser/index.html"], found[MANIFEST]) == (
        "700", "600", "600",
    )  # fmt: skip
    assert f"{stat.S_IMODE(out.stat().st_mode):o}" == "711"
    after = times(out)
    assert {p.name for p in after if after[p] != before[p]} <= {MANIFEST, f"{MANIFEST[:-5]}.lock"}
    small(tmp_path, MOVED)
    published(mission, out, LATER)
    assert modes(out)["public/token1/calendar.ics"] == "644"
    published(mission, out, LATER, Wish(is_readable=False))
    assert modes(out)["public"] == "700"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "{", '{"version": 1}', '{"version": "1"}', "\xff"]
)
@pytest.mark.parametrize("is_ledger", [True, False])
def test_what_is_damaged_is_refused(text: str, is_ledger: bool, tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    path = state_path(mission) / LEDGER if is_ledger else out / MANIFEST
    path.write_bytes(text.encode("latin-1"))
    assert refusal(mission, out) == "state.damaged"
    path.write_text('{"version": 2}')
    assert refusal(mission, out) == "state.newer"


def test_a_link_in_the_folder_is_refused(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    (tmp_path / "elsewhere").mkdir()
    token = out / "public" / "token1"
    token.rename(out / "public" / "moved")
    token.symlink_to(tmp_path / "elsewhere")
    assert refusal(mission, out) == "publish.link"
    token.unlink()
    token.mkdir()
    (token / "calendar.ics").symlink_to(tmp_path / "elsewhere" / "nothing")
    assert refusal(mission, out) == "publish.link"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    (out / "public").mkdir(parents=True)
    (out / "public" / "index.html").write_bytes(b"mine")
    with pytest.raises(FolderError) as caught:
        published(mission, out)
    files = ("public/index.html",)
    assert caught.value.message == say("folder.foreign", folder=str(out), files=files)
    assert (out / "public" / "index.html").read_bytes() == b"mine"
    assert not (state_path(mission) / LEDGER).exists()


def test_where_it_may_go(tmp_path: Path) -> None:
    mission = small(tmp_path)
    published(mission, mission / "public")
    assert refusal(mission, mission) == "folder.mission"
    assert refusal(mission, state_path(mission)) == "folder.mission"
    assert refusal(mission, state_path(mission) / "in") == "folder.mission"


def test_a_domain_that_would_make_everything_another_event(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    toml = mission / "mission.toml"
    toml.write_text(toml.read_text().replace('title = "Miami"', 'title = "Miami again"'))
    assert refusal(mission, out) == "publish.uids"
    toml.write_text(toml.read_text() + '[publish]\nuid_domain = "miami.invalid"\n')
    published(mission, out, LATER)
    assert events(calendar(mission, out, "levy"))["event-signing"] == (0, "CONFIRMED")
