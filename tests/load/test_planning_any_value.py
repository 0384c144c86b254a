"""Whatever `[meetings]` holds, it comes to a plan that can be made and to problems with a line."""

import re
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.locale import Words
from itinerary.model.planning import STAGES, WEIGHTS, Planning
from itinerary.times import overlap
from tests.missions import MIAMI, loaded

NAMES = ("duration", "grid", "sessions", "breaks", "stages", "weights", "longest_run")
PIECES = [
    "2017-11-05", "2017-11-10", "6/11", "31/11", "lundi", " ", "/", "-", " à ", "01:30", "14h",
    "26:40", "24:00", "12:00", " UTC-5", " +1", "\\u001b",
]  # fmt: skip
ODD = [
    "true", "nan", "-inf", "1e400", "2017-11-06T14:00:00", "14:00:00", "2017-11-06", "'unplaced'",
    "'travel'", "'gaps'", '"""a\n"""',
    "'2017-11-06 14:00/18:00'", "'2017-11-06 14:00/18:00'", "'12:00/13:00'",
]  # fmt: skip
LETTERS = st.characters(codec="utf-8", exclude_characters="'", exclude_categories=["Cc"])
SCALARS = st.one_of(
    st.sampled_from(ODD),
    st.integers(-5, 300).map(str),
    st.text(LETTERS, max_size=20).map(lambda text: f"'{text}'"),
    st.lists(st.sampled_from(PIECES), max_size=6).map(lambda parts: f'"{"".join(parts)}"'),
)


def listed(parts: list[str]) -> str:
    return f"[{', # ]{chr(10)}'.join(parts)}]"


def tabled(parts: dict[str, str]) -> str:
    return f"{{ {', '.join(f'{name} = {value}' for name, value in parts.items())} }}"


VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(listed),
        st.dictionaries(st.sampled_from(["1", "2", "3", "4", "'#'"]), inner, max_size=3).map(
            tabled
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_whatever_the_section_holds(section: dict[str, str]) -> None:
    text = "\n".join(f"{name} = {value}" for name, value in section.items())
    with TemporaryDirectory() as path:
        found = loaded(Path(path), f"{MIAMI}[meetings]\n{text}\n")
    last = MIAMI.count("\n") + 2 + text.count("\n")
    assert all(7 <= problem.at[0].row <= last for problem in found.problems) or not found.mission
    words = Words("en")
    for problem in found.problems:
        assert not re.search(r"[\r\n\x1b]", words.sentence(problem.message))
        assert problem.hint is None or words.sentence(problem.hint)
    if found.mission is not None:
        is_sound(found.mission.settings.planning)


def is_sound(found: Planning) -> None:
    """Whatever was written, whoever plans can rely on this."""
    assert found.duration_minutes >= 1
    assert 1 <= found.grid_minutes <= 240
    assert list(found.sessions) == sorted(found.sessions)
    assert not any(overlap(a, b) for a, b in pairwise(found.sessions))
    assert list(found.breaks) == sorted(found.breaks)
    assert all(span.start < span.end for span in (*found.sessions, *found.breaks))
    assert found.stages[0] == "unplaced"
    assert set(found.stages) <= set(STAGES)
    assert len(set(found.stages)) == len(found.stages)
    assert found.weights.keys() == WEIGHTS.keys()
    assert found.longest_run_minutes is None or found.longest_run_minutes >= 1
