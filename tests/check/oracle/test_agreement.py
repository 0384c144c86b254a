"""Every rule against its plainest form, on two thousand random missions.

The missions lie across midnight, three zones and the night the clocks go back.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.check import RULES, code_of
from itinerary.model import Mission
from itinerary.timetable import Timetable
from tests.check.oracle import people, places, words
from tests.check.oracle.findings import seen
from tests.check.oracle.missions import WINDOWS, Window, missions
from tests.check.oracle.plain import Hit, View, view_of

ORACLES: dict[str, Callable[[View], Iterator[Hit]]] = {
    "overlap": people.overlap,
    "travel": people.travel,
    "absent": people.absent,
    "meal": people.meal,
    "rest": people.rest,
    "long-day": people.long_day,
    "late-leg": places.late_leg,
    "stranded": places.stranded,
    "venue": places.venue,
    "table": places.table,
    "capacity": places.capacity,
    "closed": places.closed,
    "resource": places.resource,
    "vehicle": places.vehicle,
    "language": words.language,
    "promise": words.promise,
    "quorum": words.quorum,
    "nobody": words.nobody,
    "unconfirmed": words.unconfirmed,
    "declined": words.declined,
    "precedence": words.precedence,
    "outside": words.outside,
    "name": words.name,
}
TODAYS = st.sampled_from([None, date(2017, 11, 2), date(2017, 11, 5), date(2017, 11, 6)])
EXAMPLES = 500
"""For each window."""


def test_every_rule_has_an_oracle() -> None:
    assert list(ORACLES) == [code_of(rule) for rule in RULES]


@pytest.mark.parametrize("window", WINDOWS)
def test_all_rules_agree_with_their_documentation(window: Window) -> None:
    @settings(max_examples=EXAMPLES)
    @given(missions(window), TODAYS)
    def agree(mission: Mission, today: date | None) -> None:
        timetable, view = Timetable(mission), view_of(mission, today)
        for rule in RULES:
            found, expected = seen(rule, timetable, today), Counter(ORACLES[code_of(rule)](view))
            assert found == expected, code_of(rule)

    agree()
