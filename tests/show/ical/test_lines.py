from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from itinerary.show.ical.lines import clean, date_time, folded, one_line, raw_line, text_line

SENTENCE = "Réception à l'hôtel, 会議室 3; bring the letter ✈️ and the gift 🎁 for the mayor, please"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x85b\u2028c\u2029d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("nul\x00 bel\x07 esc\x1b[31m del\x7f csi\x9b", "nul bel esc[31m del csi"),
        ("tab\tbed", "tab bed"),
        ("\ufeffC:\\notes\\new", "C:/notes/new"),
        ("half \ud83d a pair", "half  a pair"),
        ("  no-break\u00a0space  ", "no-break\u00a0space"),
    ],
)
def test_what_no_reader_can_show_is_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_title_stays_on_one_line() -> None:
    assert one_line("Signing\r\nat noon") == "Signing at noon"


def test_separators_are_escaped_in_text_alone() -> None:
    assert text_line("SUMMARY", "a,b;c:d\ne") == b"SUMMARY:a\\,b\\;c:d\\ne\r\n"
    assert raw_line("URL", "https://example.org/a,b;c") == b"URL:https://example.org/a,b;c\r\n"


@pytest.mark.parametrize(("length", "pieces"), [(74, 1), (75, 2), (148, 2), (149, 3)])
def test_lines_are_folded_at_75_octets(length: int, pieces: int) -> None:
    assert [len(line) for line in folded(b"x" * length).split(b"\r\n")[:pieces]] == [
        min(74, length - 74 * n) + (n > 0) for n in range(pieces)
    ]


def test_an_escape_is_not_split() -> None:
    assert folded(b"x" * 73 + b"\\,y") == b"x" * 73 + b"\r\n \\,y\r\n"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 80))
@example(SENTENCE * 5, 0)
def test_folding_splits_no_character_and_loses_nothing(text: str, padding: int) -> None:
    line = b"x" * padding + clean(text).replace("\n", "\\n").encode()
    physical = folded(line).removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, physical)) <= 75
    assert (
        "".join(part.decode() for part in physical[:1])
        + "".join(part.decode()[1:] for part in physical[1:])
        == line.decode()
    )


def test_dates_are_padded_and_say_utc() -> None:
    assert date_time(datetime(2017, 11, 6, 9, 5, 7, 999, tzinfo=UTC)) == "20171106T090507Z"
    assert date_time(datetime(17, 1, 2, tzinfo=UTC).replace(tzinfo=None)) == "00170102T000000"
