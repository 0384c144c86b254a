"""Half-open intervals of instants."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from operator import gt
from typing import NamedTuple


class Span(NamedTuple):
    """From `start` up to, not including, `end`; both aware and in UTC."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        return self.end - self.start


def overlap(a: Span, b: Span) -> bool:
    """Whether the two share an instant: touching ends do not, and an empty span never does."""
    return max(a.start, b.start) < min(a.end, b.end)


def covers(outer: Span, inner: Span) -> bool:
    """Whether nothing of `inner` lies outside `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def gaps(within: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """What is free inside `within` between spans given in order of their start."""
    free_from = within.start
    for span in taken:
        if span.start >= within.end:
            break
        if span.start == span.end:
            continue
        if span.start > free_from:
            yield Span(free_from, span.start)
        free_from = max(free_from, span.end)
    if free_from < within.end:
        yield Span(free_from, within.end)


def is_line(spans: Sequence[Span]) -> bool:
    """Whether each ends before the next begins; `spans` are in order of start."""
    if len(spans) < 2:
        return True
    starts, ends = zip(*spans, strict=True)
    return not any(map(gt, ends, starts[1:]))
