"""A cell is typed only where it says the same again."""

from datetime import date, datetime, time

import pytest

from itinerary.model.columns import Kind
from itinerary.show.book.cells import Value, fitting, number_format, value_of


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.DATE, "2017-11-06", date(2017, 11, 6)),
        (Kind.DATE, "1901-01-01", date(1901, 1, 1)),
        (Kind.DATE, "1900-12-31", "1900-12-31"),
        (Kind.DATE, "2017-02-29", "2017-02-29"),
        (Kind.DATE, "2017-11-6", "2017-11-6"),
        (Kind.DATE, "06/11/2017", "06/11/2017"),
        (Kind.CLOCK, "14:30", time(14, 30)),
        (Kind.CLOCK, "00:00", time(0, 0)),
        (Kind.CLOCK, "24:00", "24:00"),
        (Kind.CLOCK, "9:30", "9:30"),
        (Kind.CLOCK, "14h", "14h"),
        (Kind.CLOCK, "01:30 UTC-4", "01:30 UTC-4"),
        (Kind.MOMENT, "2017-11-06 14:00", datetime.fromisoformat("2017-11-06 14:00")),
        (Kind.MOMENT, "2017-11-06", date(2017, 11, 6)),
        (Kind.MOMENT, "2017-11-06 00:00", "2017-11-06 00:00"),
        (Kind.MOMENT, "2017-11-06T14:00", "2017-11-06T14:00"),
        (Kind.WHOLE, "40", 40),
        (Kind.WHOLE, "0", 0),
        (Kind.WHOLE, "-3", -3),
        (Kind.WHOLE, "0123", "0123"),
        (Kind.WHOLE, "-0", "-0"),
        (Kind.WHOLE, "1234567890123456", "1234567890123456"),
        (Kind.WHOLE, "40.0", "40.0"),
        (Kind.WHOLE, "٤٠", "٤٠"),
        (Kind.DECIMAL, "25.7727", 25.7727),
        (Kind.DECIMAL, "-80.1853", -80.1853),
        (Kind.DECIMAL, "1e5", "1e5"),
        (Kind.DECIMAL, "25,7", "25,7"),
        (Kind.TEXT, "40", "40"),
        (Kind.PHONE, "0412345678", "0412345678"),
        (Kind.TEXT, "=1+1", "=1+1"),
    ],
)  # fmt: skip
def test_what_a_text_is(kind: Kind, text: str, value: Value) -> None:
    assert (value_of(kind, text), type(value_of(kind, text))) == (value, type(value))


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (date(2017, 11, 6), "yyyy-mm-dd"),
        (datetime.fromisoformat("2017-11-06 14:00"), "yyyy-mm-dd hh:mm"),
        (time(14, 30), "hh:mm"),
        (40, "General"),
        ("0123", "@"),
    ],
)
def test_how_it_looks(value: Value, form: str) -> None:
    assert number_format(value) == form


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("\x00\x1b[31m\x7f\ufffe\ud800", "[31m"),
        ("x" * 32767, "x" * 32767),
        ("x" * 32768, "x" * 32766 + "…"),
        ("😀" * 16383, "😀" * 16383),
        ("😀" * 16384, "😀" * 16383 + "…"),
        ("x" + "😀" * 16384, "x" + "😀" * 16382 + "…"),
    ],
)
def test_a_cell_holds_what_it_can(text: str, kept: str) -> None:
    assert fitting(text) == kept
