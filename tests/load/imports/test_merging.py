"""Sources put together: a second import leaves no trace of the first but the ids."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from itinerary.load.imports.merging import Merged, merge
from itinerary.load.imports.received import received
from itinerary.load.imports.row_changes import row_changes
from itinerary.load.imports.row_keys import keyed
from itinerary.model.tables import TextMission, TextTable
from itinerary.problems import Problem, Source
from tests.check.findings import in_words
from tests.load.imports.brought import sources, written

COLUMNS = {
    "events": ("id", "title", "start"),
    "people": ("id", "name", "Remarque"),
    "travel": ("from", "to", "minutes"),
    "absences": ("who", "start"),
}
CELLS = st.sampled_from(("a", "b", "Café", "", "9h"))


@st.composite
def missions(draw: st.DrawFn, prefix: str = "") -> TextMission:
    """Some rows of some tables; where a table has ids every row has one of its own."""
    tables: dict[str, TextTable] = {}
    for name in draw(st.sets(st.sampled_from(sorted(COLUMNS)))):
        width = len(COLUMNS[name])
        rows = draw(st.lists(st.tuples(*[CELLS] * width), max_size=4))
        if "id" in COLUMNS[name]:
            rows = [(f"{prefix}{n}", *row[1:]) for n, row in enumerate(rows)]
        tables[name] = TextTable(name, COLUMNS[name], tuple(rows))
    return TextMission({}, tables)


def at_once(*parts: TextMission) -> dict[str, TextMission]:
    """The sources of one first import."""
    return {str(n): received(str(n), part, None, []) for n, part in enumerate(parts)}


def row_sets(merged: Merged) -> dict[str, set[frozenset[tuple[str, str]]]]:
    return {
        name: {
            frozenset((column, text) for column, text in cells.items() if text)
            for cells in keyed(table).values()
        }
        for name, table in merged.tables.items()
    }


@given(missions(), missions(), missions())
def test_importing_again_is_as_importing_the_new_alone(
    old: TextMission, new: TextMission, other: TextMission
) -> None:
    before = at_once(old, other)
    after: Mapping[str, TextMission] = {**before, "0": received("0", new, before["0"], [])}
    assert merge(after) == merge(at_once(new, other))


@given(missions(), missions())
def test_importing_twice_changes_nothing(one: TextMission, other: TextMission) -> None:
    before = at_once(one, other)
    parts = (one, other)
    after = {str(n): received(str(n), p, before[str(n)], []) for n, p in enumerate(parts)}
    assert after == before
    for name, table in merge(before).tables.items():
        assert row_changes(table, merge(after).tables[name]) == ()


@given(missions("x"), missions("y"))
def test_the_order_of_independent_sources_does_not_matter(
    one: TextMission, other: TextMission
) -> None:
    tables = {name: t for name, t in other.tables.items() if name not in ("travel", "absences")}
    other = TextMission({}, tables)
    assert row_sets(merge(at_once(one, other))) == row_sets(merge(at_once(other, one)))


@given(missions(), missions())
def test_changes_lead_from_one_state_to_the_other(old: TextMission, new: TextMission) -> None:
    first, second = (merge(at_once(one)).tables for one in (old, new))
    for name in {*first, *second}:
        before, after = keyed(first.get(name)), keyed(second.get(name))
        found = row_changes(first.get(name), second.get(name))
        counts = [sum(row.kind == kind for row in found) for kind in ("new", "gone")]
        assert counts == [len(after.keys() - before.keys()), len(before.keys() - after.keys())]


def test_two_sources_complete_each_other() -> None:
    merged = merge(
        sources(
            book="people\nid,name,phone,Badge\nann,Ann,,red\nbob,Bob,1,",
            talks="people\nid,name,email,phone\nANN,Ann,a@x.example,+33 6\ncho,Cho,,",
        )
    )
    assert written(merged.tables["people"]) == [
        "id,name,email,phone,Badge",
        "ann,Ann,a@x.example,+33 6,red",
        "bob,Bob,,1,",
        "cho,Cho,,,",
    ]
    assert merged.problems == ()


def test_two_values_of_a_cell_are_a_problem_and_the_first_is_kept() -> None:
    merged = merge(
        sources(
            book="events\nid,title,start\ntalk,Talk,9:00",
            talks="events\nid,title,start\ntalk,TALK,10:00",
        )
    )
    assert written(merged.tables["events"]) == ["id,title,start", "talk,Talk,9:00"]
    (problem,) = merged.problems
    assert problem.at == (Source("talks", 0, "start"), Source("book", 0, "start"))
    found = in_words(problem)
    assert (found.code, found.severity, found.sentence) == (
        "duplicate",
        "error",
        'events: Talk has two values of start: "9:00" in book and "10:00" in talks; '
        "the first is kept",
    )


def test_rows_without_ids_are_known_by_what_they_join() -> None:
    merged = merge(
        sources(
            one="travel\nfrom,to,minutes\nhotel,port,10\n\nabsences\nwho,start\nann,9:00\nann,9:00",
            two="travel\nfrom,to,mode\nHotel,port,bus\nport,hotel,bus\n\nabsences\nwho,start\nann,9:00",
        )
    )
    assert written(merged.tables["travel"]) == [
        "from,to,minutes,mode",
        "hotel,port,10,bus",
        "port,hotel,,bus",
    ]
    assert written(merged.tables["absences"]) == ["who,start", "ann,9:00"]
    assert merged.problems == ()


def test_an_id_that_a_source_uses_twice_stays_there_twice() -> None:
    """It is for `check` to say so, with the cells."""
    merged = merge(sources(book="events\nid,title\ntalk,One\ntalk,Two"))
    assert written(merged.tables["events"]) == ["id,title", "talk,One", "talk,Two"]


def test_a_table_without_rows_is_none() -> None:
    assert merge(sources(book="events\nid,title")) == Merged({}, ())
    assert merge({}) == Merged({}, ())


def test_cells_are_made_fit_for_a_file() -> None:
    problems: list[Problem] = []
    table = TextTable(
        "people",
        ("id", "name", "phone", "groups", ""),
        (
            ("a", '=HYPERLINK("http://x.example")', "+33 (0)6 39 98 12 34", "all - press", "?"),
            ("b", "@home", "-2+cmd|' /C calc'!A0", "- press", ""),
            ("c", "two\r\nlines\x00\ud800 ", "", "", ""),
            ("", " ", "", "", ""),
        ),
    )
    found = received("x.xlsx", TextMission({}, {"people": table}), None, problems)
    assert found.tables["people"].columns == ("id", "name", "groups", "phone")
    assert found.tables["people"].rows == (
        ("a", '\'=HYPERLINK("http://x.example")', "all - press", "+33 (0)6 39 98 12 34"),
        ("b", "@home", "- press", "'-2+cmd|' /C calc'!A0"),
        ("c", "two\nlines?", "", ""),
    )
    assert [(in_words(one).at, in_words(one).sentence) for one in problems] == [
        (
            ("x.xlsx name",),
            '"=HYPERLINK("http://x.example")" could run as a formula; '
            "an apostrophe was put before it",
        ),
        (
            ("x.xlsx phone",),
            "\"-2+cmd|' /C calc'!A0\" could run as a formula; an apostrophe was put before it",
        ),
    ]
