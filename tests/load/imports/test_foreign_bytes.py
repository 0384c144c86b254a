"""Whatever a foreign file holds, reading it returns problems that can be shown, and soon."""

import re
from collections.abc import Callable
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.load.imports.calendar import read_calendar
from itinerary.load.imports.imported import Imported
from itinerary.load.imports.schedule_json import read_schedule_json
from itinerary.load.imports.schedule_xml import read_schedule_xml
from itinerary.load.imports.sniffing import sniff
from itinerary.locale import Words
from tests.load.imports.calendars import WEEK, calendar
from tests.load.imports.conference import as_json, as_xml, made_talks

WHOLE = calendar(
    "UID:1\nSUMMARY:Call\nDTSTART;TZID=Chez moi:20171106T140000\nDTEND:20171106T200000Z\n"
    "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20171110T000000Z\nEXDATE:20171107T140000\nCLASS:PUBLIC\n"
    "RDATE;VALUE=PERIOD:20171109T100000Z/PT1H\nATTENDEE;CN=\"A, B\":mailto:a@x.example",
    "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20171108T140000\nDTSTART;VALUE=DATE:20171108\n"
    "DURATION:P2DT3H\nLOCATION:Hall\nURL:https://x.example",
    head="X-WR-CALNAME:a@x.example\nBEGIN:VTIMEZONE\nTZID:Chez moi\nBEGIN:STANDARD\n"
    "DTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nEND:VTIMEZONE\n"
    "BEGIN:VFREEBUSY\nFREEBUSY:20171106T190000Z/PT1H\nEND:VFREEBUSY",
)  # fmt: skip
FILES: dict[str, tuple[bytes, Callable[[bytes], Imported]]] = {
    "xml": (as_xml(made_talks()[:2]), lambda data: read_schedule_xml("f", data)),
    "json": (as_json(made_talks()[:2]), lambda data: read_schedule_json("f", data)),
    "events": (WHOLE, lambda data: read_calendar("f", data, WEEK)),
    "absences": (WHOLE, lambda data: read_calendar("f", data, WEEK, "absences", "anna")),
    "mission": (WHOLE, lambda data: read_calendar("f", data, None)),
}
PIECES = st.one_of(
    st.binary(max_size=6),
    st.text(max_size=6).map(lambda text: text.encode(errors="replace")),
    st.sampled_from(
        [
            b"<", b"</", b"&", b"]]>", b"<!--", b"\x00", b"\xff\xfe", b'"', b"{", b"}", b"[", b"]",
            b"null", b"1e999", b"99999999999999999999", b"-1", b"\\ud800", b"\n", b"\r\n ", b":",
            b";", b"=", b",", b"BEGIN:VEVENT\n", b"END:VCALENDAR\n", b"FREQ=SECONDLY", b"P9999W",
            b"00010101T000000", b"99991231T235959Z", b"21991231", b"+9999", b"9999:99", b"24:00",
            b"0001-01-01T00:00:00+23:59", b"2199-12-31T23:59:59-23:59", b"Europe", b"../etc",
        ]
    ),
)  # fmt: skip


def is_sound(found: Imported) -> None:
    """Every cell can be written on one line, each problem shown."""
    words = Words("en")
    for problem in found.problems:
        assert words.sentence(problem.message)
        assert problem.hint is None or words.sentence(problem.hint)
        assert problem.at[0].file == "f"
    for name, table in found.mission.tables.items():
        assert (table.name, bool(table.rows)) == (name, True)
        for row in table.rows:
            assert len(row) == len(table.columns)
            assert not any(re.search(r"[\r\n\x00]", cell) for cell in row)
            "".join(row).encode()
        if "id" in table.columns:
            ids = [row[0] for row in table.rows]
            assert (all(ids), len(set(ids))) == (True, len(ids))


def test_the_files_that_are_spoilt_below_are_whole() -> None:
    for data, read in FILES.values():
        found = read(data)
        is_sound(found)
        assert found.mission.tables != {}


@settings(max_examples=200, deadline=timedelta(seconds=2))
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=60))
def test_random_bytes(name: str, data: bytes) -> None:
    is_sound(FILES[name][1](data))
    sniff("f", data)


@settings(max_examples=600, deadline=timedelta(seconds=2))
@given(st.data())
def test_a_whole_file_with_pieces_replaced(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    content, read = FILES[name]
    for _ in range(data.draw(st.integers(1, 3))):
        first = data.draw(st.integers(0, len(content)))
        last = data.draw(st.integers(first, min(len(content), first + 12)))
        content = content[:first] + data.draw(PIECES) + content[last:]
    is_sound(read(content))
    sniff("f", content)


VALUE = re.compile(rb"(?<=:)[^\n\r:]+(?=\r?\n)|(?<=>)[^<>]+(?=<)|(?<=\": )(?:\"[^\"]*\"|\d+)")


@settings(max_examples=600, deadline=timedelta(seconds=2))
@given(st.data())
def test_a_whole_file_with_a_value_replaced(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    content, read = FILES[name]
    places = [*VALUE.finditer(content)]
    place = data.draw(st.sampled_from(places))
    is_sound(read(content[: place.start()] + data.draw(PIECES) + content[place.end() :]))
