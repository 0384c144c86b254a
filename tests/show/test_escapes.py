"""Names that are no markup: in Markdown, in a spreadsheet."""

import pytest

from itinerary.show.agenda_markdown import escaped
from itinerary.show.problems_tables import plain_cell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hélène Lévy-Bruhl", "Hélène Lévy-Bruhl"),
        ("R&D, 2017 + 2018 = fine!", "R&D, 2017 + 2018 = fine!"),
        ("+33 6 39", "+33 6 39"),
        ("a_b *c* `d`", "a\\_b \\*c\\* \\`d\\`"),
        ("[/x](http://a.example)", "\\[/x\\](http://a.example)"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("a | b ~~c~~ \\", "a \\| b \\~\\~c\\~\\~ \\\\"),
        ("# title", "\\# title"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("1. item", "1\\. item"),
        ("12) item", "12\\) item"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("&lt;b&gt; &#60;", "\\&lt;b\\&gt; \\&\\#60;"),
        ("two\nlines\r\n\tof  text", "two lines of text"),
    ],
)
def test_markdown_shows_a_text_as_it_stands(text: str, expected: str) -> None:
    assert escaped(text) == expected


@pytest.mark.parametrize("text", ["=1+1", "+33", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert plain_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["", "a=1", "Lévy-Bruhl", " =1", 5, -5, None])
def test_other_cells_are_left_alone(value: object) -> None:
    assert plain_cell(value) == value
