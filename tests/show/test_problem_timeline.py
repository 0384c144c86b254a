"""The bars of a clash: where they stand on the axis, what of them is hatched, and the clocks."""

import pytest

from itinerary.check import check
from itinerary.locale import Words
from itinerary.problems import Problem, Severity, say
from itinerary.show.problem_timeline import MOST_BARS, MOST_TICKS, Bar, Timeline, timeline
from itinerary.timetable import Timetable
from tests.check.tables import loaded


def drawn(text: str, rule: str) -> Timeline | None:
    """The first problem of a rule."""
    reading = loaded(text)
    assert reading.mission is not None
    view = Timetable(reading.mission)
    found = next(p for p in check(view, reading.problems) if p.code == rule)
    return timeline(view, found, Words())


def spans(bar: Bar) -> tuple[float, float]:
    return bar.whole.left, round(bar.whole.left + bar.whole.width, 2)


OVERLAP = """\
people
id,name
levy,Hélène Lévy

venues
id,name
hall,County hall

events
id,title,date,start,end,venue,who
a,Visit,2017-11-06,09:00,10:30,hall,levy
b,Talks,2017-11-06,10:00,11:00,,levy
"""


def test_what_two_things_share_is_hatched_on_both() -> None:
    found = drawn(OVERLAP, "overlap")
    assert found is not None
    first, second = found.bars
    assert first[:4] == ("event", "09:00–10:30", "Visit", "County hall")
    assert second[:4] == ("event", "10:00–11:00", "Talks", "")
    assert (spans(first), spans(second)) == ((3.7, 73.15), (50.0, 96.3))
    for clash in (*first.clashes, *second.clashes):
        assert (clash.left, round(clash.left + clash.width, 2)) == (50.0, 73.15)
    assert [tick.label for tick in found.ticks] == ["09:00", "09:30", "10:00", "10:30", "11:00"]
    assert found.caption == "On the clocks of America/New_York."


def test_the_way_is_a_bar_of_its_own_and_what_is_missing_is_hatched() -> None:
    found = drawn(
        """\
        people
        id,name
        levy,Hélène Lévy

        venues
        id,name
        hall,County hall
        port,PortMiami

        travel
        from,to,minutes
        hall,port,15

        events
        id,title,date,start,end,venue,who
        a,Signing,2017-11-06,10:00,11:00,hall,levy
        b,Visit,2017-11-06,11:10,12:00,port,levy
        """,
        "travel",
    )
    assert found is not None
    first, way, second = found.bars
    assert way[:4] == ("way", "20 min needed:", "10 min there, 10 min too few", "")
    assert spans(way)[0] == spans(first)[1]
    assert way.clashes[0].left == spans(second)[0]
    assert round(way.clashes[0].left + way.clashes[0].width, 2) == spans(way)[1]
    assert (first.clashes, second.clashes) == ((), ())


def test_one_item_is_no_timeline() -> None:
    text = OVERLAP.replace(
        "id,name\nhall,County hall", "id,name,opens,closes\nhall,Hall,10:00,12:00"
    )
    assert drawn(text, "closed") is None


def test_a_flight_is_drawn_on_the_clocks_of_what_it_clashes_with() -> None:
    found = drawn(
        """\
        people
        id,name
        levy,Hélène Lévy

        venues
        id,name,zone
        mia,Miami Airport,
        cdg,Paris Airport,Europe/Paris

        journeys
        id,number,who,from,departs,to,arrives
        J,XX 715,levy,mia,2017-11-09 20:40,cdg,2017-11-10 11:25

        events
        id,title,date,start,end,venue,who
        a,Concert,2017-11-09,19:00,21:00,,levy
        """,
        "overlap",
    )
    assert found is not None
    assert [(bar.kind, bar.clocks, bar.place) for bar in found.bars] == [
        ("event", "19:00–21:00", ""),
        ("journey", "20:40 EST – 11:25 CET +1", "Miami Airport → Paris Airport"),
    ]
    assert [tick.label for tick in found.ticks] == ["21:00", "Fri 10 Nov", "03:00"]


def test_ticks_are_whole_hours_also_on_the_night_the_clocks_go_back() -> None:
    found = drawn(
        OVERLAP.replace("2017-11-06,09:00,10:30", "2017-11-04,22:00,04:00").replace(
            "2017-11-06,10:00,11:00", "2017-11-05,03:00,05:00"
        ),
        "overlap",
    )
    assert found is not None
    assert [tick.label for tick in found.ticks] == ["22:00", "Sun 5 Nov", "02:00", "04:00"]
    gaps = [b.left - a.left for a, b in zip(found.ticks, found.ticks[1:], strict=False)]
    assert [round(gap / gaps[0], 2) for gap in gaps] == [1.0, 1.5, 1.0]


@pytest.mark.parametrize("count", [2, MOST_BARS, MOST_BARS + 1, MOST_BARS + 5])
def test_a_crowd_is_cut_and_says_so(count: int) -> None:
    rows = "".join(f"e{n},Talk {n},2017-11-{4 + n % 7:02},09:00,10:00\n" for n in range(count))
    mission = loaded(f"events\nid,title,date,start,end\n{rows}").mission
    assert mission is not None
    items = tuple(f"event:e{n}" for n in range(count))
    problem = Problem("overlap", Severity.ERROR, say("clock.hint"), items=items)
    found = timeline(Timetable(mission), problem, Words())
    assert found is not None
    assert len(found.bars) == min(count, MOST_BARS)
    assert len(found.ticks) <= MOST_TICKS + 1
    more = {0: "", 1: " 1 more item is not drawn.", 5: " 5 more items are not drawn."}
    left = max(0, count - MOST_BARS)
    assert found.caption == f"On the clocks of America/New_York.{more[left]}"
