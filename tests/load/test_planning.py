"""`[meetings]` of `mission.toml`: what is planned, and the line of every entry that cannot be."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from itinerary.locale import Words
from itinerary.model.planning import Planning
from itinerary.model.settings import SETTINGS
from itinerary.times import Span
from tests.missions import MIAMI, loaded, mission_of, problems, remedies


def planning(path: Path, section: str, mission: str = MIAMI) -> Planning:
    """What a section without a single mistake comes to."""
    return mission_of(path, f"{mission}[meetings]\n{section}\n").settings.planning


def refused(path: Path, section: str) -> tuple[list[tuple[int, str]], Planning]:
    """The line within the section (its head is 0) and the sentence of each mistake; the rest."""
    text = f"{MIAMI}[meetings]\n{section}\n"
    found = loaded(path, text)
    assert found.mission is not None
    words = Words("en")
    head = MIAMI.count("\n") + 1
    wrong = [(p.at[0].row - head, words.sentence(p.message)) for p in found.problems]
    return wrong, found.mission.settings.planning


def hours(day: int, start: float, end: float) -> Span:
    """Of UTC, in November 2017."""
    first = datetime(2017, 11, day, tzinfo=UTC)
    return Span(first + timedelta(hours=start), first + timedelta(hours=end))


def test_nothing_is_said(tmp_path: Path) -> None:
    assert mission_of(tmp_path).settings.planning == Planning()
    assert planning(tmp_path, "") == Planning()
    assert planning(tmp_path, "sessions = []\nbreaks = []\nweights = {}") == Planning()


def test_everything_is_said(tmp_path: Path) -> None:
    section = """\
duration = 25
grid = 5
sessions = [
  "2017-11-07 09:00/12:00",
  "2017-11-06 14:00/18:00",
]
breaks = ["2017-11-06 15:00/16:00"]
stages = ["unplaced", "travel", "gaps"]
weights = { 1 = 50, 3 = 5 }
longest_run = 90
"""
    assert planning(tmp_path, section) == Planning(
        duration_minutes=25,
        grid_minutes=5,
        sessions=(hours(6, 19, 23), hours(7, 14, 17)),
        breaks=(hours(6, 20, 21),),
        stages=("unplaced", "travel", "gaps"),
        weights={1: 50, 2: 10, 3: 5},
        longest_run_minutes=90,
    )


def test_all_wrong_entries_are_told_each_on_its_line(tmp_path: Path) -> None:
    section = """\
grid = 5
sessions = [ # "soon", ["later"]
  "2017-11-06 14:00/18:00", "soon",
  # "later",
  5, [ "x",
    "y" ],
  '''later''',
  "so\\u006Fner", { a = "]" },
]
breaks = ["never"]"""
    wrong, found = refused(tmp_path, section)
    assert wrong == [
        (3, '"soon" is not a period'),
        (5, '"sessions" must be a list of texts'),
        (7, '"later" is not a period'),
        (8, '"sooner" is not a period'),
        (8, '"sessions" must be a list of texts'),
        (10, '"never" is not a period'),
    ]
    assert found == Planning(grid_minutes=5, sessions=(hours(6, 19, 23),))


def test_sessions_may_touch_and_not_overlap(tmp_path: Path) -> None:
    section = """\
sessions = [
  "2017-11-06 14:00/16:00",
  "2017-11-06 16:00/18:00",
  "2017-11-06 13:00/14:00",
  "2017-11-06 13:30/14:01",
  "2017-11-06 14:00/16:00",
  "2017-11-06 12:00/19:00",
  "2017-11-06 17:59/19:00",
  "2017-11-06 18:00/19:00",
]"""
    wrong, found = refused(tmp_path, section)
    assert wrong == [
        (5, '"2017-11-06 13:30/14:01" overlaps "2017-11-06 13:00/14:00"; it is left out'),
        (6, '"2017-11-06 14:00/16:00" overlaps "2017-11-06 14:00/16:00"; it is left out'),
        (7, '"2017-11-06 12:00/19:00" overlaps "2017-11-06 13:00/14:00"; it is left out'),
        (8, '"2017-11-06 17:59/19:00" overlaps "2017-11-06 16:00/18:00"; it is left out'),
    ]
    assert found.sessions == (
        hours(6, 18, 19),
        hours(6, 19, 21),
        hours(6, 21, 23),
        hours(6, 23, 24),
    )
    mission = f"{MIAMI}[meetings]\n{section}\n"
    both = [[at.row for at in problem.at] for problem in loaded(tmp_path, mission).problems]
    assert both == [[11, 10], [12, 8], [13, 10], [14, 9]]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[]", ("unplaced",)),
        ("['unplaced']", ("unplaced",)),
        ("['tables', 'Gaps']", ("unplaced", "tables", "gaps")),
        ("['unplaced', 'travel']", ("unplaced", "travel")),
    ],
)
def test_stages(tmp_path: Path, value: str, expected: tuple[str, ...]) -> None:
    assert planning(tmp_path, f"stages = {value}").stages == expected


def test_stages_that_cannot_be_used(tmp_path: Path) -> None:
    section = 'stages = [\n"travel",\n"gap",\n"xyzzy",\n"travel",\n3,\n"unplaced"]'
    assert refused(tmp_path, section) == (
        [
            (3, '"gap" is not a stage of the planning'),
            (4, '"xyzzy" is not a stage of the planning'),
            (5, '"travel" is already in the list'),
            (6, '"stages" must be a list of texts'),
            (7, '"unplaced" is always the first stage'),
        ],
        Planning(stages=("unplaced", "travel")),
    )
    assert remedies(tmp_path, f"{MIAMI}[meetings]\n{section}\n") == [
        "did you mean gaps?",
        "write one of unplaced, changes, optional, gaps, fairness, travel or tables",
        "delete one of the two",
        'write stages = ["unplaced", "changes", "optional"]',
        'write stages = ["unplaced", "travel"]',
    ]


@pytest.mark.parametrize(
    "section",
    ["weights = { 1 = 7, 2 = 1 }", "weights.1 = 7\nweights.2 = 1", "[meetings.weights]\n1=7\n2=1"],
)
def test_weights(tmp_path: Path, section: str) -> None:
    assert planning(tmp_path, section).weights == {1: 7, 2: 1, 3: 1}


@pytest.mark.parametrize(
    ("section", "rows"),
    [
        ("weights = { 1 = 0, 2 = 2.0, 3 = 10001, 4 = 1 }", [1, 1, 1, 1]),
        ("weights.1 = 0\nweights.2 = 2.0\nweights.3 = 10001\nweights.4 = 1", [1, 2, 3, 4]),
        ("\n[meetings.weights]\n1 = 0\n2 = 2.0\n3 = 10001\n4 = 1", [3, 4, 5, 6]),
    ],
)
def test_weights_that_cannot_be_used(tmp_path: Path, section: str, rows: list[int]) -> None:
    sentences = [
        '"weights.1" must be a whole number from 1 to 10000',
        '"weights.2" must be a whole number from 1 to 10000',
        '"weights.3" must be a whole number from 1 to 10000',
        '"4" is not known; it is left out',
    ]
    expected = list(zip(rows, sentences, strict=True))
    assert refused(tmp_path, section) == (expected, Planning())


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("duration", "0", '"duration" must be a number from 1 to 10000'),
        ("duration", "10001", '"duration" must be a number from 1 to 10000'),
        ("grid", "0", '"grid" must be a whole number from 1 to 240'),
        ("grid", "241", '"grid" must be a whole number from 1 to 240'),
        ("grid", "20.5", '"grid" must be a whole number from 1 to 240'),
        ("grid", "true", '"grid" must be a whole number from 1 to 240'),
        ("longest_run", "0", '"longest_run" must be a number from 1 to 10000'),
        ("longest_run", "'90'", '"longest_run" must be a number from 1 to 10000'),
        ("sessions", "'2017-11-06 14:00/18:00'", '"sessions" must be a list of texts'),
        ("breaks", "{}", '"breaks" must be a list of texts'),
        ("stages", "true", '"stages" must be a list of texts'),
        ("weights", "[100, 10, 1]", '"weights" must be a table of whole numbers'),
        ("stage", "[]", '"stage" is not known; it is left out'),
    ],
)
def test_a_value_that_cannot_be_used(tmp_path: Path, name: str, value: str, sentence: str) -> None:
    assert refused(tmp_path, f"\n{name} = {value}") == ([(2, sentence)], Planning())


@pytest.mark.parametrize(
    ("name", "value"),
    [("duration", 1), ("duration", 10000), ("grid", 1), ("grid", 240), ("longest_run", 1)],
)
def test_the_least_and_the_most(tmp_path: Path, name: str, value: int) -> None:
    found = planning(tmp_path, f"{name} = {value}")._asdict()
    assert found == {**Planning()._asdict(), f"{name}_minutes": value}


@pytest.mark.parametrize(
    "text",
    [f'meetings.sessions = ["x"]\n{MIAMI}', f'meetings = {{ sessions = ["x"] }}\n{MIAMI}'],
)
def test_a_section_without_a_head(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == [("mission.toml:1", "time", '"x" is not a period')]


@pytest.mark.parametrize("name", sorted(SETTINGS["meetings"]))
def test_a_number_too_long_to_show(tmp_path: Path, name: str) -> None:
    number = f"0x{'f' * 5000}"
    for value in (number, f"[{number}]", f"{{ 1 = {number} }}"):
        wrong, _ = refused(tmp_path, f"{name} = {value}")
        assert [row for row, _ in wrong] == [1]
