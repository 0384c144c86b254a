"""Text cut to a width."""

import pytest

from itinerary.show.lines import Column, Part, plain, row, wrapped


def drawn(columns: list[Column], text: str, width: int) -> list[str]:
    """The lines of a row, as a pipe gets them."""
    return [plain(line) for line in row(columns, [Part(text)], width)]


def test_a_text_that_fits_is_left_alone() -> None:
    assert [plain(line) for line in wrapped("ten chars!", 10)] == ["ten chars!"]


def test_a_text_that_is_longer_by_one_is_folded() -> None:
    assert [plain(line) for line in wrapped("ten chars!", 9)] == ["ten", "chars!"]


def test_a_word_longer_than_the_width_is_broken() -> None:
    assert [plain(line) for line in wrapped("a" * 25, 10)] == ["a" * 10, "a" * 10, "a" * 5]


def test_an_indent_is_part_of_the_width() -> None:
    assert [plain(line) for line in wrapped("one two three", 12, indent=4)] == [
        "    one two", "    three",
    ]  # fmt: skip


def test_an_empty_text_is_an_empty_line() -> None:
    assert [plain(line) for line in wrapped("", 10)] == [""]


def test_columns_stand_before_a_text_that_is_folded() -> None:
    assert drawn([Column("09:00", 6), Column("x", 2)], "one two three four", 24) == [
        "09:00   x   one two", "            three four",
    ]  # fmt: skip


def test_line_breaks_of_a_column_are_kept() -> None:
    assert drawn([Column("a\nb\nc", 1)], "text", 20) == ["a  text", "b", "c"]


@pytest.mark.parametrize("width", [20, 30, 80])
def test_a_column_wider_than_it_should_be_keeps_its_gap_and_the_width(width: int) -> None:
    lines = drawn([Column("too wide", 3)], "word " * 30, width)
    assert lines[0][:14] == "too wide  word"
    assert [line for line in lines if len(line) > width] == []


def test_tabs_and_line_breaks_are_spaces() -> None:
    assert [plain(line) for line in wrapped("one\ttwo\nthree\r\nfour", 10)] == [
        "one two", "three", "four",
    ]  # fmt: skip
    assert drawn([Column("x", 1)], "one\ttwo", 40) == ["x  one two"]


def test_styles_are_kept_where_a_text_is_folded() -> None:
    content = [Part("a long title", "bold"), Part(" (draft)", "dim"), Part("  CLASH", "red")]
    assert [line[1:] for line in row([Column("", 1)], content, 13)] == [
        (Part("a long", "bold"),),
        (Part("title", "bold"),),
        (Part("(draft)", "dim"),),
        (Part("CLASH", "red"),),
    ]
    assert [line[1:] for line in row([Column("", 1)], content, 19)] == [
        (Part("a long title", "bold"),),
        (Part("(draft)", "dim"), Part("  CLASH", "red")),
    ]
