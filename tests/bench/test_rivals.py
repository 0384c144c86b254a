"""The rivals are asked for the same thing: on tiny rounds they find the same optimum as we do."""

from pathlib import Path
from random import Random

import pytest

from itinerary.load import load_mission
from itinerary.plan.planner import Wanted, plan
from tests.bench.b2b import Meeting, Round, Size, Strain, planted, write_round
from tests.bench.rivals import by_gecode, by_highs, has_minizinc

needs_minizinc = pytest.mark.skipif(
    not has_minizinc(), reason="minizinc is not installed (apt-get install minizinc)"
)
SECONDS = 60.0
TINY = Size(meetings=9, slots=8, tables=2)
STRAIN = Strain(halves=0.3, stay=3, absences=0.8, long=0.3, tied=0.5)
SEEDS = range(12)


def tiny(seed: int) -> Round:
    return planted(6, TINY, STRAIN, Random(f"tiny {seed}").random)


def ours(folder: Path, found: Round) -> int:
    """The gaps of our plan, which is proven and holds every meeting."""
    write_round(folder, found)
    mission = load_mission(folder).mission
    assert mission is not None
    stages = {stage.name: stage for stage in plan(mission, Wanted()).stages}
    assert stages["unplaced"].value == 0
    assert stages["gaps"].value == stages["gaps"].bound
    return stages["gaps"].value


@needs_minizinc
@pytest.mark.parametrize("seed", SEEDS)
def test_all_three_find_the_same_optimum(tmp_path: Path, seed: int) -> None:
    found = tiny(seed)
    gecode, highs = by_gecode(found, SECONDS), by_highs(found, SECONDS)
    assert (gecode.is_proven, highs.is_proven) == (True, True)
    assert gecode.gaps == highs.gaps == ours(tmp_path, found)


@needs_minizinc
@pytest.mark.parametrize(("away", "gaps"), [((), 1), ((1,), 1), ((1, 2), 0), ((4,), 1)])
def test_slots_at_which_one_is_away_are_no_gap(
    tmp_path: Path, away: tuple[int, ...], gaps: int
) -> None:
    """Somebody meets two hosts at slots 0 and 3, and one in the afternoon, over the break."""
    present = [frozenset(range(10)).difference(away), *(frozenset({slot}) for slot in (0, 3, 9))]
    meetings = [Meeting(0, host, None, slot) for host, slot in ((1, 0), (2, 3), (3, 9))]
    found = Round(10, 1, present, meetings)
    assert by_gecode(found, SECONDS).gaps == gaps
    assert by_highs(found, SECONDS).gaps == gaps
    assert ours(tmp_path, found) == gaps
