from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itinerary.times import DateReader
from tests.times.refusals import refusal

MISSION = DateReader(date(2017, 11, 4), date(2017, 11, 10))
ELECTION = DateReader(date(2020, 10, 28), date(2020, 11, 6))
NEW_YEAR = DateReader(date(2017, 12, 28), date(2018, 1, 5))
MONTHS = DateReader(date(2017, 11, 4), date(2018, 1, 31))
SIXTH = date(2017, 11, 6)


@pytest.mark.parametrize(
    "text",
    [
        "2017-11-06", "2017/11/06", "2017.11.6", "20171106", "2017-W45-1", "2017W451", "2017-w45",
        "06/11/2017", "6/11/17", "6-11-2017", "06.11.2017", "6.11.", "06/11", "6/11",
        "6 nov.", "6 nov", "6 Nov. 2017", "6 novembre", "le 6 novembre 2017", "06 NOVEMBRE",
        "lundi 6 novembre", "Lundi 6 novembre 2017", "lun. 6 nov.", "lun 6/11", "lundi 6", "lundi",
        "lundi, 6 novembre", "lundi 06/11/2017", "6-nov-17", "6-nov.-2017", "6\u00a0novembre",
        "Mon 6 Nov", "Monday 6 November 2017", "Monday, November 6, 2017", "Nov 6", "Nov. 6th",
        "November 6th, 2017", "6th of November", "Mon", "the 6th", "6th", "Monday 2017-11-06",
        "6 de noviembre", "lunes 6 de noviembre de 2017", "lunes, 6 nov.", "el 6 de noviembre",
        "6 noviembre 2017", "lunes", "6", "06", "6e", "6.º de noviembre", "6º",
        "J+2", "j + 2", "D+2", "Day +2", "jour +2", "día +2",
        "  6 nov.  ", "6 nov.,", "\u0666/\u0661\u0661/\u0662\u0660\u0661\u0667",
    ],
)  # fmt: skip
def test_the_sixth_of_november(text: str) -> None:
    assert MISSION.read(text) == SIXTH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1er", date(2017, 11, 1)),
        ("1er novembre", date(2017, 11, 1)),
        ("1.º de noviembre", date(2017, 11, 1)),
        ("1º", date(2017, 11, 1)),
        ("1st Nov", date(2017, 11, 1)),
        ("mercredi 1er novembre", date(2017, 11, 1)),
        ("30 oct.", date(2017, 10, 30)),
        ("12", date(2017, 11, 12)),
        ("J-1", date(2017, 11, 3)),
        ("J+0", date(2017, 11, 4)),
        ("mar. 7 nov.", date(2017, 11, 7)),
        ("mar 7", date(2017, 11, 7)),
        ("mardi", date(2017, 11, 7)),
        ("Mar 6 2017", date(2017, 3, 6)),
        ("mar 6 17", date(2017, 3, 6)),
        ("6 mar", date(2018, 3, 6)),
        ("6 March", date(2018, 3, 6)),
        ("15 août", date(2017, 8, 15)),
        ("15 aout", date(2017, 8, 15)),
        ("mié. 8 nov.", date(2017, 11, 8)),
        ("sábado", date(2017, 11, 4)),
        ("29/02", date(2016, 2, 29)),
        ("13/1", date(2018, 1, 13)),
        ("31 décembre", date(2017, 12, 31)),
    ],
)
def test_other_days(text: str, expected: date) -> None:
    assert MISSION.read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 déc.", date(2017, 12, 30)),
        ("2 janv.", date(2018, 1, 2)),
        ("2/1", date(2018, 1, 2)),
        ("1er", date(2018, 1, 1)),
        ("mardi 2 janvier", date(2018, 1, 2)),
        ("28", date(2017, 12, 28)),
    ],
)
def test_the_year_left_out_is_the_one_nearest_to_the_mission(text: str, expected: date) -> None:
    assert NEW_YEAR.read(text) == expected


def test_a_day_alone_belongs_to_the_mission_before_its_month() -> None:
    assert [ELECTION.read(text) for text in ("28", "1er", "6")] == [
        date(2020, 10, 28),
        date(2020, 11, 1),
        date(2020, 11, 6),
    ]


def test_today_is_known_only_where_it_is_given() -> None:
    reader = DateReader(date(2017, 11, 4), date(2017, 11, 10), today=date(2017, 11, 5))
    words = ("today", "aujourd'hui", "aujourd’hui", "hoy", "demain", "mañana", "hier", "yesterday")
    assert [reader.read(word).day for word in words] == [5, 5, 5, 5, 6, 6, 4, 4]
    assert refusal(lambda: MISSION.read("demain")) == (
        '"demain" is not a date',
        "write a date such as 2017-11-04",
    )


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "?", "soon", "9h30", "6 brumaire", "6 7", "6 7 8 9", "lundi mardi",
        "2017-11", "11/2017", "6/11/217", "6 nov 2017 matin", "6,11",
        "week 45", "J2", "nov.", "=TODAY()", "123456", "6 nov 20171",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    sentence, remedy = refusal(lambda: MISSION.read(text))
    assert sentence == f'"{text}" is not a date'
    assert remedy == "write a date such as 2017-11-04"


@pytest.mark.parametrize(
    "text",
    [
        "31/11", "2017-02-30", "30 février", "32", "0/11", "31 juin", "29/02/2017", "13/13",
        "20171399", "2017-W99-1", "00000000", "9999-W53-7",
    ],
)  # fmt: skip
def test_days_that_no_calendar_has(text: str) -> None:
    assert refusal(lambda: MISSION.read(text)) == (
        f'no calendar has the day "{text}"',
        "write a date such as 2017-11-04",
    )


@pytest.mark.parametrize(
    ("text", "sentence", "remedy"),
    [
        (
            "vendredi 4 nov.",
            '"vendredi 4 nov.": Sat 4 Nov is another day of the week',
            "write Sat 4 Nov or Fri 3 Nov",
        ),
        (
            "Fri 4 Nov 2017",
            '"Fri 4 Nov 2017": Sat 4 Nov is another day of the week',
            "write Sat 4 Nov or Fri 3 Nov",
        ),
        (
            "martes 6 de noviembre",
            '"martes 6 de noviembre": Mon 6 Nov is another day of the week',
            "write Mon 6 Nov or Tue 7 Nov",
        ),
        (
            "mar 6",
            '"mar 6": Mon 6 Nov is another day of the week',
            "write Mon 6 Nov or Tue 7 Nov",
        ),
        (
            "jeudi 06/11",
            '"jeudi 06/11": Mon 6 Nov is another day of the week',
            "write Mon 6 Nov or Thu 9 Nov",
        ),
    ],
)
def test_a_weekday_that_contradicts_its_date(text: str, sentence: str, remedy: str) -> None:
    assert refusal(lambda: MISSION.read(text)) == (sentence, remedy)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("lundi", '"lundi" may be Mon 6 Nov or Mon 13 Nov'),
        ("6", '"6" may be Mon 6 Nov, Wed 6 Dec or Sat 6 Jan'),
    ],
)
def test_a_day_that_may_be_several(text: str, sentence: str) -> None:
    assert refusal(lambda: MONTHS.read(text)) == (sentence, "write the date in full")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31/12/9999", "the year 9999 is out of range"),
        ("0017-11-06", "the year 17 is out of range"),
    ],
)
def test_years_without_missions(text: str, sentence: str) -> None:
    assert refusal(lambda: MISSION.read(text))[0] == sentence


def test_a_refusal_is_remembered_too() -> None:
    assert refusal(lambda: MISSION.read("32")) == refusal(lambda: MISSION.read("32"))


@pytest.mark.parametrize("edge", [date(1900, 1, 1), date(2199, 12, 31)], ids=["first", "last"])
def test_missions_at_the_edges_of_the_range(edge: date) -> None:
    reader = DateReader(edge, edge)
    assert reader.read(f"{edge:%d/%m}") == edge


MONTH_NAMES = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
}
WEEKDAY_NAMES = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}


def written(day: date, language: str) -> list[str]:
    """The date in every full form of a language, and in the numeric ones."""
    month = MONTH_NAMES[language].split()[day.month - 1]
    weekday = WEEKDAY_NAMES[language].split()[day.weekday()]
    of = " de " if language == "es" else " "
    return [
        f"{day}",
        f"{day:%Y%m%d}",
        f"{day:%d/%m/%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%G-W%V-%u}",
        f"{day.day}{of}{month}{of}{day.year}",
        f"{weekday} {day.day}{of}{month}{of}{day.year}",
        f"{weekday}, {day:%d/%m/%Y}",
        f"{month} {day.day}, {day.year}",
        f"{day.day}-{month}-{day.year}".upper(),
    ]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(sorted(MONTH_NAMES)))
def test_every_date_reads_back_however_it_is_written(day: date, language: str) -> None:
    texts = written(day, language)
    assert {text: MISSION.read(text) for text in texts} == dict.fromkeys(texts, day)


@given(st.dates(date(2017, 11, 4), date(2017, 11, 10)), st.sampled_from(sorted(MONTH_NAMES)))
def test_a_day_of_the_mission_reads_back_without_its_year(day: date, language: str) -> None:
    month = MONTH_NAMES[language].split()[day.month - 1]
    weekday = WEEKDAY_NAMES[language].split()[day.weekday()]
    texts = [
        f"{day.day}", f"{day:%d/%m}", f"{day.day} {month}", f"{weekday}", f"{weekday} {day.day}",
        f"{weekday[:3]}. {day.day} {month[:3]}.", f"J+{(day - MISSION.starts).days}",
    ]  # fmt: skip
    assert {text: MISSION.read(text) for text in texts} == dict.fromkeys(texts, day)
