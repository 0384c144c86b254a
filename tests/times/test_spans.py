from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from itinerary.times import Span, covers, gaps, is_line, overlap

MIDNIGHT = datetime(2017, 11, 6, tzinfo=UTC)


def span(start: int, end: int) -> Span:
    """From one hour to another of 6 November."""
    return Span(MIDNIGHT + timedelta(hours=start), MIDNIGHT + timedelta(hours=end))


def hours(found: Span) -> range:
    """The hours a span holds."""
    first, last = ((at - MIDNIGHT) // timedelta(hours=1) for at in found)
    return range(first, last)


ALLEN = {
    "before": ((1, 2), (3, 5), False),
    "after": ((6, 8), (3, 5), False),
    "meets": ((1, 3), (3, 5), False),
    "met by": ((5, 8), (3, 5), False),
    "overlaps": ((1, 4), (3, 5), True),
    "overlapped by": ((4, 8), (3, 5), True),
    "starts": ((3, 4), (3, 5), True),
    "started by": ((3, 8), (3, 5), True),
    "during": ((4, 5), (3, 6), True),
    "contains": ((1, 8), (3, 5), True),
    "finishes": ((4, 5), (3, 5), True),
    "finished by": ((1, 5), (3, 5), True),
    "equals": ((3, 5), (3, 5), True),
}


@pytest.mark.parametrize(("a", "b", "shares"), ALLEN.values(), ids=ALLEN)
def test_overlap_on_the_thirteen_relations(
    a: tuple[int, int], b: tuple[int, int], shares: bool
) -> None:
    assert overlap(span(*a), span(*b)) == shares
    assert overlap(span(*b), span(*a)) == shares


@pytest.mark.parametrize("empty", [1, 3, 4, 5, 8])
def test_an_empty_span_overlaps_nothing(empty: int) -> None:
    assert not overlap(span(empty, empty), span(3, 5))
    assert not overlap(span(3, 5), span(empty, empty))
    assert not overlap(span(empty, empty), span(empty, empty))


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ((3, 5), (3, 5), True),
        ((3, 6), (4, 5), True),
        ((3, 5), (3, 3), True),
        ((3, 5), (5, 5), True),
        ((3, 5), (2, 4), False),
        ((3, 5), (4, 6), False),
        ((3, 5), (6, 7), False),
    ],
)
def test_covers(outer: tuple[int, int], inner: tuple[int, int], expected: bool) -> None:
    assert covers(span(*outer), span(*inner)) == expected


def test_the_length_is_real_time() -> None:
    assert span(3, 5).length == timedelta(hours=2)


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: span(*sorted(ends)))


@given(SPANS, SPANS)
def test_overlapping_is_sharing_an_hour(a: Span, b: Span) -> None:
    assert overlap(a, b) == bool(set(hours(a)) & set(hours(b)))


@given(SPANS, st.lists(SPANS, max_size=8).map(sorted))
def test_gaps_are_what_no_span_takes(within: Span, taken: list[Span]) -> None:
    found = list(gaps(within, taken))
    free = set(hours(within)).difference(*(hours(span) for span in taken))
    assert [hour for gap in found for hour in hours(gap)] == sorted(free)


@example(span(0, 10), [span(5, 5)])
@given(SPANS, st.lists(SPANS, max_size=8).map(sorted))
def test_gaps_are_in_order_apart_and_never_empty(within: Span, taken: list[Span]) -> None:
    found = list(gaps(within, taken))
    assert all(gap.start < gap.end for gap in found)
    assert all(a.end < b.start for a, b in pairwise(found))
    assert not any(overlap(gap, span) for gap in found for span in taken)


def test_gaps_of_a_day() -> None:
    taken = [span(8, 10), span(9, 11), span(11, 12), span(14, 15)]
    assert list(gaps(span(7, 20), taken)) == [span(7, 8), span(12, 14), span(15, 20)]


def test_gaps_without_anything_taken() -> None:
    assert list(gaps(span(7, 20), [])) == [span(7, 20)]
    assert list(gaps(span(7, 7), [])) == []


@given(st.lists(SPANS).map(sorted))
def test_in_a_line_nothing_overlaps(found: list[Span]) -> None:
    pairs = pairwise(found)
    assert is_line(found) == all(first.end <= second.start for first, second in pairs)
    if is_line(found):
        assert not any(overlap(a, b) for a, b in pairwise(found))
