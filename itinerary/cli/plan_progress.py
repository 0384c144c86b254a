"""Where a plan stands, on one line of a terminal, and nothing anywhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from itinerary.locale import Words
from itinerary.model.planning import STAGES
from itinerary.plan.result import Progress, Watch


@contextmanager
def planning(words: Words) -> Iterator[Watch]:
    """Gives what to tell each progress."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.table import Column

    from itinerary.cli.output import console

    said = TextColumn(
        "{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")
    )
    columns = (SpinnerColumn(), TimeElapsedColumn(), said)
    with Bar(*columns, console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task(progress_text(Progress(STAGES[0], 0.0), words), total=None)
        yield lambda progress: bar.update(task, description=progress_text(progress, words))


def progress_text(progress: Progress, words: Words) -> str:
    """The stage, the best plan so far in it, and how far from it the best possible may be."""
    stage = words.text(f"plan.stage.{progress.stage}")
    best, bound = progress.best, progress.bound
    if best is None or bound is None:
        return words.text("plan.watch", stage=stage)
    gap = round(100 * (best - bound) / max(1, best))
    return words.text("plan.watched", stage=stage, best=best, bound=bound, gap=gap)
