"""What XML schedules of the world have in them, and what they may not have."""

from pathlib import Path
from time import monotonic

import pytest

from itinerary.load.imports.imported import Imported
from itinerary.load.imports.schedule_xml import read_schedule_xml
from tests.load.imports.folders import doubts, loaded, rows

FRAME = "<title>Forum</title><start>2017-11-04</start><end>2017-11-05</end>"
BERLIN = f"{FRAME}<time_zone_name>Europe/Berlin</time_zone_name>"
MIAMI = f"{FRAME}<time_zone_name>America/New_York</time_zone_name>"


def read(
    events: str, conference: str = BERLIN, day: str = "date='2017-11-04'", zone: str = ""
) -> Imported:
    text = (
        f"<schedule><conference>{conference}</conference>\n<day index='1' {day}>\n"
        f"<room name='Hall'>\n{events}\n</room></day></schedule>"
    )
    return read_schedule_xml("s.xml", text.encode(), zone)


def event(fields: str, given: str = "id='7'") -> str:
    return f"<event {given}><title>Talk</title>{fields}</event>"


def only(imported: Imported, *columns: str) -> tuple[str, ...]:
    (row,) = rows(imported, "events")
    return tuple(row.get(column, "") for column in columns)


AT_TEN = "<date>2017-11-04T10:00:00+01:00</date><duration>00:45</duration>"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("00:45", "10:45"), ("1:30", "11:30"), ("01:30:00", "11:30"), ("45", "10:45"),
        ("90 min", "11:30"), ("PT45M", "10:45"), ("13:00", "23:00"), ("14:00", "24:00"),
        ("16:00", "02:00 +1"), ("24:00", "10:00 +1"), ("1:01:30", "11:30 +1"),
        ("47:00", "09:00 +2"),
    ],
)  # fmt: skip
def test_lengths(text: str, end: str) -> None:
    fields = f"<date>2017-11-04T10:00:00+01:00</date><duration>{text}</duration>"
    found = read(event(fields))
    assert only(found, "date", "start", "end") == ("2017-11-04", "10:00", end)
    assert found.problems == ()


@pytest.mark.parametrize("text", ["", "0", "00:00", "soon", "-1", "9" * 5000])
def test_no_length(text: str) -> None:
    fields = f"<date>2017-11-04T10:00:00+01:00</date><duration>{text}</duration>"
    found = read(event(fields))
    assert only(found, "start", "end") == ("10:00", "")
    assert doubts(found) == [("s.xml:4 duration", "time", '"Talk" has no length')]


def test_a_talk_longer_than_a_cell_can_say() -> None:
    found = read(event("<date>2017-11-04T10:00:00+01:00</date><duration>99:00</duration>"))
    assert only(found, "end") == ("24:00 +3",)
    sentence = '"Talk" is longer than four days; its end is left at the fourth'
    assert doubts(found) == [("s.xml:4 duration", "time", sentence)]


@pytest.mark.parametrize(
    ("start", "day", "cells"),
    [
        ("10:00", "date='2017-11-04'", ("2017-11-04", "10:00")),
        ("00:15", "date='2017-11-04'", ("2017-11-05", "00:15")),
        ("03:59", "date='2017-11-04'", ("2017-11-05", "03:59")),
        ("04:00", "date='2017-11-04'", ("2017-11-04", "04:00")),
        ("05:59", "date='2017-11-04' start='2017-11-04T06:00:00+01:00'", ("2017-11-05", "05:59")),
        ("06:00", "date='2017-11-04' start='2017-11-04T06:00:00+01:00'", ("2017-11-04", "06:00")),
    ],
)
def test_without_a_date_a_talk_past_midnight_belongs_to_the_day_before(
    start: str, day: str, cells: tuple[str, str]
) -> None:
    fields = f"<start>{start}</start><duration>00:45</duration>"
    assert only(read(event(fields), day=day), "date", "start") == cells


def test_the_small_hours_after_the_last_day_are_still_the_mission() -> None:
    fields = "<date>2017-11-06T01:00:00+01:00</date><duration>00:45</duration>"
    assert f"{read(event(fields)).mission.settings['ends']}" == "2017-11-06"
    late = "<date>2017-11-06T05:00:00+01:00</date><duration>00:45</duration>"
    assert f"{read(event(late)).mission.settings['ends']}" == "2017-11-05"


def test_the_date_has_the_word_and_times_that_are_twice_are_told_apart(tmp_path: Path) -> None:
    fields = "<date>2017-11-05T05:30:00+00:00</date><start>23:00</start><duration>01:00</duration>"
    found = read(event(fields), MIAMI)
    cells = ("2017-11-05", "01:30 UTC-4", "01:30 UTC-5")
    assert only(found, "date", "start", "end") == cells
    mission = loaded(tmp_path, found).mission
    assert mission is not None
    (span,) = mission.events["talk-7"].spans
    assert f"{span.start:%H:%M} {span.length}" == "05:30 1:00:00"


def test_a_time_the_clocks_skip_is_left_out() -> None:
    frame = MIAMI.replace("2017-11", "2018-03")
    found = read(event("<start>02:30</start>"), frame, "date='2018-03-10'")
    assert rows(found, "events") == []
    sentence = (
        "02:30 on Sun 11 Mar does not exist in America/New_York: the clocks go forward over it"
    )
    assert doubts(found) == [("s.xml:4 start", "time", sentence)]


@pytest.mark.parametrize("fields", ["", "<start>noonish</start>", "<date>2017-99-04</date>"])
def test_no_time(fields: str) -> None:
    found = read(event(fields))
    assert rows(found, "events") == []
    assert [code for _, code, _ in doubts(found)] == ["time"]


@pytest.mark.parametrize(
    ("stamps", "zone"),
    [
        (["10:00:00-05:00", "11:00:00-05:00"], "Etc/GMT+5"),
        (["10:00:00+02:00"], "Etc/GMT-2"),
        (["10:00:00Z"], "UTC"),
        (["10:00:00-05:00", "11:00:00-04:00"], "UTC"),
        (["10:00:00+05:30"], "UTC"),
        ([], "UTC"),
    ],
)
def test_a_zone_is_guessed_of_the_offsets(stamps: list[str], zone: str) -> None:
    talks = [f"<event id='{n}'><date>2017-11-04T{s}</date></event>" for n, s in enumerate(stamps)]
    found = read("".join(talks), FRAME)
    assert found.mission.settings["zone"] == zone
    sentence = f"no time zone is named; the times are taken for those of {zone}"
    assert doubts(found)[0] == ("s.xml time_zone_name", "guess", sentence)


def test_the_zone_of_the_mission_stands_in() -> None:
    found = read(event(AT_TEN), FRAME, zone="America/New_York")
    assert only(found, "start") == ("05:00",)
    assert found.problems == ()


def test_a_schedule_of_another_zone_than_the_mission_says_so(tmp_path: Path) -> None:
    fields = AT_TEN + "<room></room>"
    found = read(event(fields), zone="America/New_York")
    assert rows(found, "venues") == [{"id": "hall", "name": "Hall", "zone": "Europe/Berlin"}]
    frame = 'title = "M"\nstarts = 2017-11-04\nends = 2017-11-05\nzone = "America/New_York"\n'
    mission = loaded(tmp_path, found, frame).mission
    assert mission is not None
    assert f"{mission.events['talk-7'].spans[0].start:%H:%M}" == "09:00"


def test_people_of_one_name_are_told_apart_by_their_ids() -> None:
    persons = (
        "<persons><person id='1'>Anna Blau</person><person id='2'>Anna Blau</person>"
        "<person email='c@x.example' organization='Werft'>Carl</person></persons>"
    )
    found = read(event(AT_TEN + persons))
    assert only(found, "who") == ("speaker-1; speaker-2; speaker-carl",)
    assert rows(found, "people") == [
        {"id": "speaker-1", "name": "Anna Blau"},
        {"id": "speaker-2", "name": "Anna Blau"},
        {"id": "speaker-carl", "name": "Carl", "organisation": "werft", "email": "c@x.example"},
    ]
    assert rows(found, "organisations") == [{"id": "werft", "name": "Werft"}]


def test_texts_lose_their_markup() -> None:
    fields = (
        f"{AT_TEN}<type>Lightning\n  talk</type><language/>"
        "<abstract>&lt;p&gt;One &amp;amp; &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;&lt;p&gt;a &lt; b"
        "&lt;/p&gt;</abstract><url>javascript:alert(1)</url>"
    )
    cells = ("Lightning talk", "One & two a < b", "", "")
    assert only(read(event(fields)), "kind", "notes", "url", "language") == cells


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://x.example/1", "https://x.example/1"),
        ("/talks/1", "https://talks.example/talks/1"),
        ("data:text/html,x", ""), ("https://x y", ""), ("http://[", ""), ("", ""),
    ],
)  # fmt: skip
def test_addresses(written: str, address: str) -> None:
    base = f"{BERLIN}<base_url>https://talks.example</base_url>"
    assert only(read(event(f"{AT_TEN}<url>{written}</url>"), base), "url") == (address,)


@pytest.mark.parametrize(
    ("written", "code"), [("de", "de"), ("de-formal", "de"), ("en_US", "en"), ("Deutsch", "de")]
)
def test_languages(written: str, code: str) -> None:
    found = read(event(f"{AT_TEN}<language>{written}</language>"))
    assert (only(found, "language"), found.problems) == ((code,), ())


def test_an_unknown_language_is_left_out() -> None:
    found = read(event(f"{AT_TEN}<language>Klingon</language>"))
    assert only(found, "language") == ("",)
    assert doubts(found) == [("s.xml:4 language", "value", '"Klingon" is not a language')]


def test_a_title_that_says_cancelled() -> None:
    fields = AT_TEN + "<title>CANCELLED Bridges</title>"
    found = read(event(fields))
    assert only(found, "title", "status") == ("CANCELLED Bridges", "cancelled")
    assert [code for _, code, _ in doubts(found)] == ["guess"]
    assert only(read(event(AT_TEN + "<title>Cancelled bridges</title>")), "status") == ("",)


def test_a_talk_that_is_on_twice_has_two_ids_whatever_the_order() -> None:
    first, second = event(AT_TEN), event(AT_TEN.replace("T10", "T12"))
    both = [row["id"] for row in rows(read(first + second), "events")]
    assert both == [row["id"] for row in rows(read(second + first), "events")]
    assert len(set(both)) == 2
    assert only(read(first + first), "id") == ("talk-7",)


def test_rooms_whose_names_are_alike() -> None:
    rooms = "".join(
        f"<event id='{n}'>{AT_TEN}<room>{name}</room></event>"
        for n, name in enumerate(["Hall", "HALL", "会议室", "展览厅"])
    )
    ids = [row["id"] for row in rows(read(rooms), "venues")]
    assert len(set(ids)) == 4


LAUGHS = b"""<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><schedule><conference>&c;</conference></schedule>"""
FOREIGN = b'<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule>&x;</schedule>'
DTD = '"s.xml" has a DOCTYPE, which no schedule needs and which may hide an attack; it was not read'
DEEP = '"s.xml" is nested deeper than any such file; it was not read'
MANY = (
    '"s.xml" has more entries than any such file; the reading ended here, and nothing of it was'
    " taken"
)
REFUSED = {
    "billion laughs": (LAUGHS, "s.xml", DTD),
    "an external entity": (FOREIGN, "s.xml", DTD),
    "an external DTD": (b'<!DOCTYPE s SYSTEM "http://x/s.dtd"><schedule/>', "s.xml", DTD),
    "depth": (b"<schedule>" + b"<a>" * 100_000, "s.xml:1", DEEP),
    "elements": (b"<schedule>" + b"<a/>" * 1_000_000, "s.xml:1", MANY),
    "talks": (b"<schedule>" + b"<event/>\n" * 30_000, "s.xml:20001", MANY),
    "size": (b"<" * (20 * 1024 * 1024 + 1), "s.xml",
             '"s.xml" is larger than any table of this kind; it was not read'),
    "another root": (b"<html/>", "s.xml", '"s.xml" is nothing that can be imported'),
    "an unknown encoding": (b"<?xml version='1.0' encoding='klingon'?><schedule/>", "s.xml",
                            '"s.xml" is neither UTF-8 nor Windows-1252'),
    "a codec that is none": (b"<?xml version='1.0' encoding='zlib'?><schedule/>", "s.xml",
                             '"s.xml" is neither UTF-8 nor Windows-1252'),
}  # fmt: skip


@pytest.mark.parametrize(("data", "place", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_at_once(data: bytes, place: str, sentence: str) -> None:
    begun = monotonic()
    found = read_schedule_xml("s.xml", data)
    assert monotonic() - begun < 3  # a second where nothing else runs
    assert doubts(found) == [(place, "file", sentence)]
    assert (found.mission.tables, found.problems[0].severity.value) == ({}, "error")


def test_a_file_that_is_cut_off() -> None:
    found = read_schedule_xml("s.xml", b"<schedule>\n<day>\n<event>")
    assert doubts(found) == [
        ("s.xml:3", "file", '"s.xml" is not valid XML: no element found: line 3, column 7')
    ]
