"""Prints what the program costs beside its peers, in ratios measured side by side in one run."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from pathlib import Path
from typing import NamedTuple

import itinerary
from itinerary.load import load_mission
from itinerary.locale import Words
from itinerary.show.ical import Calendars
from itinerary.timetable import Timetable
from tests.bench.calendars import calendars_compared, congress_lines
from tests.bench.peers import khal_setup
from tests.bench.planning import round_lines, season_lines
from tests.bench.processes import RUNS, Timing, compared
from tests.bench.replans import mission_lines
from tests.bench.scale import SIZES, Size, sizes_compared
from tests.bench.workbooks import PEOPLE, ROWS, workbook_compared

PACKAGE = Path(itinerary.__file__).parent
MISSION = Path(__file__).parents[2] / "data" / "miami-2017"
PERSON = "suhas"
SCRIPTS = Path(sys.executable).parent
"""Both programs are started as people start them, by their script."""
ITINERARY = (str(SCRIPTS / "itinerary"), "-m", str(MISSION))
IMPORTS = (sys.executable, "-c", "import typer, rich.table")


class Result(NamedTuple):
    """One comparison: what, against what, the figures, and what the project has set itself."""

    what: str
    peer: str
    timing: Timing
    goal: str


def start_up(runs: int) -> Iterator[Result]:
    """Commands against what no command line of these libraries can do without."""
    peer = "python -c 'import typer, rich.table'"
    for command, goal in ((("agenda", PERSON), "at most 2.0"), (("check",), "at most 2.5")):
        timing = compared((*ITINERARY, *command), IMPORTS, runs=runs)
        yield Result(" ".join(command), peer, timing, goal)


def beside_khal(runs: int) -> Iterator[Result]:
    """A person's agenda against `khal list` over the same person's calendar, its cache warm."""
    mission = load_mission(MISSION).mission
    assert mission is not None
    calendar = Calendars(Timetable(mission), Words("en")).of(PERSON)
    with tempfile.TemporaryDirectory() as folder:
        config = khal_setup(Path(folder), calendar)
        khal = (
            str(SCRIPTS / "khal"), "-c", str(config), "list",
            f"{mission.starts}", f"{mission.ends}",
        )  # fmt: skip
        timing = compared((*ITINERARY, "agenda", PERSON), khal, runs=runs)
    yield Result(f"agenda {PERSON}", "khal list", timing, "at most 0.33")


def main() -> None:
    """`python -m tests.bench [--runs N] [--no-scale] [--people N ...] [--no-planning]`."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of each, in turn")
    parser.add_argument("--no-scale", action="store_true", help="leave out the large missions")
    parser.add_argument("--people", type=int, nargs="+", default=SIZES, help="sizes of those")
    parser.add_argument("--no-planning", action="store_true", help="leave out the plans")
    options = parser.parse_args()
    runs = options.runs
    compile_dir(PACKAGE, quiet=2)  # as pip does with what it installs; a clone may lack it
    print(f"median of {runs} runs, whole processes in turn; ratio is ours / theirs")
    for results in (start_up(runs), beside_khal(runs)):
        for result in results:
            _show(result)
    print(f"median of {runs} runs in one process, the mission loaded; ratio is ours / theirs")
    timing = calendars_compared(MISSION, runs)
    _show(Result("everyone's calendar", "icalendar from scratch", timing, "at most 0.05"))
    for line in congress_lines():
        print(line, flush=True)
    timing = workbook_compared(2 * runs)
    what = f"loading a workbook of {PEOPLE} people and {ROWS:,} rows"
    _show(Result(what, "calamine reads its cells", timing, "at most 3.0"))
    if not options.no_scale:
        _show_scale(options.people)
    if not options.no_planning:
        _show_planning()


def _show_scale(people: Sequence[int]) -> None:
    """Each size beside the bare reading of its files, and beside the size before."""
    print("a trade fair, 20 items a person, whole processes in turn; ratio is ours / theirs")
    before: Size | None = None
    for size in sizes_compared((ITINERARY[0],), people):
        timing = Timing(size.ours.seconds, size.theirs.seconds, size.ratio)
        goal = f"at most 8 for 100,000 people; {size.ours.mebibytes:.0f} MiB, at most 4096"
        _show(Result(f"check of {size.people:,} people", "csv.reader", timing, goal))
        if before is not None:
            growth = size.ours.seconds / before.ours.seconds
            print(f"{growth:46.1f} times the size before (at most 13 for ten times the people)")
        before = size


def _show_planning() -> None:
    """Rounds of meetings beside rivals, the mission and its changes, and a season of meetings."""
    program = (ITINERARY[0],)
    for lines in (round_lines(program), mission_lines(program, MISSION), season_lines(program)):
        for line in lines:
            print(line, flush=True)


def _show(result: Result) -> None:
    ours, theirs, ratio = result.timing
    figures = f"{ours * 1000:8.1f} ms  {theirs * 1000:8.1f} ms  ratio {ratio:6.3f}"
    print(f"{figures}  ({result.goal})  {result.what} / {result.peer}", flush=True)


if __name__ == "__main__":
    main()
