"""`import` of anything at all: it is imported, or refused in words; and twice is as once."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from tests.cli.running import call

FRAME = ("--title", "M", "--starts", "2017-11-04", "--ends", "2017-11-10", "--zone", "UTC")
HEADERS = st.sampled_from(("id", "title", "Titre", "date", "start", "name", "Nom", "x", ""))
CELLS = st.text(max_size=8) | st.sampled_from(("a", "=1+1", "'", "06/11/2017", "9h", "a; b", '"'))
GRIDS = st.lists(HEADERS, min_size=1, max_size=5).flatmap(
    lambda header: st.tuples(
        st.just(header),
        st.lists(st.lists(CELLS, max_size=6), max_size=5),
        st.sampled_from((";", ",", "\t")),
    )
)


def imports_alike(name: str, data: bytes) -> None:
    """What is imported is imported whole: a second time nothing changes."""
    with TemporaryDirectory() as folder:
        file, to = Path(folder, name), Path(folder, "m")
        file.write_bytes(data)
        first = call("import", file, "--to", to, *FRAME, "--as", "events")
        assert first.code in (0, 1, 2)
        assert to.exists() == (first.code < 2)
        if first.code < 2:
            again = call("import", file, "--to", to, "--as", "events")
            assert (again.code, again.out) == (first.code, "nothing has changed\n")


@given(st.binary(max_size=200), st.sampled_from(("events.csv", "x.ics", "x.csv", "x.xlsx")))
@example(b"title,date,start\n\x00,1,2\n", "events.csv")
def test_any_bytes(data: bytes, name: str) -> None:
    imports_alike(name, data)


@given(GRIDS, st.sampled_from(("events.csv", "people.csv", "travel.csv", "x.csv")))
def test_any_table(grid: tuple[list[str], list[list[str]], str], name: str) -> None:
    header, rows, cut = grid
    text = "\r\n".join(cut.join(row) for row in (header, *rows))
    imports_alike(name, text.encode(errors="replace"))
