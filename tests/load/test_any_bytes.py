"""Whatever a folder holds, loading it returns problems that can be shown, and never raises."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.load import Loaded, load_mission
from itinerary.load.headers import TABLES, columns
from itinerary.locale import Words
from itinerary.problems import Source
from tests.missions import EVENT, MIAMI, folder

MISSION = f"""{MIAMI}
[groups]
officials = "Jean Roatta; press - Anna"
[travel]
base = "hotel"
[meetings]
duration = 25
"""
WHOLE = {
    "people": "id,name,organisation,groups,rank\nroatta,Jean Roatta,port,press,1\n,Anna,,press,\n",
    "organisations": "id,name,side,promised_meetings\nport,Port,,2\nportmiami,PortMiami,host,\n",
    "venues": "id,name,latitude,longitude,opens,zone\nhotel,Hotel,25.7,-80.1,9h,\nmrs,MRS,,,,\n",
    "travel": "from,to,minutes\nhotel,mrs,20\n",
    "resources": "name,kind,available\nVan,car,6/11 8h - 7/11\n",
    "events": "title,date,start,end,venue,who,repeat,notes\n"
    '"A, B",6/11,9h30-10h15,,hotel,tous sauf press,FREQ=DAILY;COUNT=3,"Two\nlines"\n'
    "Dinner,5/11,22h,1h30,hotel,officials + Anna,,\n",
    "meetings": "id,who,counterpart,duration,start\nm1,roatta,PortMiami,20,\nm2,Anna,PortMiami,,"
    "6/11 9h\n",
    "plan": "meeting,start,end,venue\nm1,2017-11-06 10:00,2017-11-06 10:20,hotel\n",
    "journeys": "number,who,from,departs,to,arrives\nAF90,all,mrs,4/11 10h,hotel,4/11 16h\n",
    "transfers": "vehicle,seats,who,from,departs,to,arrives\nBus,9,all,hotel,5/11 8h,mrs,5/11 9h\n",
    "absences": "who,start,end,reason\nAnna,6/11,,ill\n",
}


def is_sound(found: Loaded) -> bool:
    """Every problem can be shown, and names the cell it is about."""
    words = Words("en")
    for problem in found.problems:
        assert words.sentence(problem.message)
        assert problem.hint is None or words.sentence(problem.hint)
        assert all(isinstance(source, Source) and source.file for source in problem.at)
    return bool(found.problems) or found.mission is not None


def check(mission: str | bytes, tables: dict[str, str | bytes]) -> None:
    with TemporaryDirectory() as path:
        assert is_sound(load_mission(folder(Path(path), mission, **tables)))


def test_the_folder_that_is_spoilt_below_is_whole(tmp_path: Path) -> None:
    assert load_mission(folder(tmp_path, MISSION, **WHOLE)).problems == ()


ODD_CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "", "0", "-1", "99999999999", "1e999", "nan", "=cmd()", "@x", "[/x]", "../x", "\x1b[3m",
            "a\r\nb", "\x00", '"', '""', ";", "-", " - ", "+", ",", "all - all", "sauf", "\u202e",
            "31/12/9999", "1/1/1900", "31/12/2199", "J+999", "lundi", "mar 6", "6 nov 2017", "24h",
            "23:59 +3", "0h-24h", "12 am-12 pm", "9h UTC-14", "9h UTC+14", "FREQ=DAILY;INTERVAL=0",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "roatta", "port", "hotel", "m1", "x" * 40000,
        ]
    ),
)  # fmt: skip


@settings(max_examples=150)
@given(st.data())
def test_random_cells_in_every_column_of_a_table(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(TABLES)))
    header = data.draw(st.permutations(columns(name)))
    rows = data.draw(st.lists(st.lists(ODD_CELLS, max_size=len(header) + 1), max_size=4))
    quoted = ([f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows)
    text = "\n".join([",".join(header), *(",".join(row) for row in quoted)])
    check(MISSION, {**WHOLE, name: text})


@settings(max_examples=150)
@given(st.data())
def test_a_whole_folder_with_a_piece_replaced(data: st.DataObject) -> None:
    files: dict[str, str | bytes] = {**WHOLE, "mission.toml": MISSION}
    name = data.draw(st.sampled_from(sorted(files)))
    text = str(files[name])
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, min(len(text), first + 12)))
    files[name] = text[:first] + data.draw(ODD_CELLS) + text[last:]
    check(files.pop("mission.toml"), files)


@settings(max_examples=100)
@given(st.sampled_from([*sorted(TABLES), "mission.toml"]), st.binary(max_size=80))
def test_random_bytes_in_place_of_a_file(name: str, data: bytes) -> None:
    files: dict[str, str | bytes] = {**WHOLE, "mission.toml": MISSION, name: data}
    check(files.pop("mission.toml"), files)


@settings(max_examples=100)
@given(st.data())
def test_a_byte_that_is_lost_or_turned(data: st.DataObject) -> None:
    files: dict[str, str | bytes] = {**WHOLE, "mission.toml": MISSION}
    name = data.draw(st.sampled_from(sorted(files)))
    content = str(files[name]).encode()
    place = data.draw(st.integers(0, len(content) - 1))
    files[name] = content[:place] + data.draw(st.binary(max_size=2)) + content[place + 1 :]
    check(files.pop("mission.toml"), files)


@pytest.mark.parametrize("name", ["events", "people", "mission.toml"])
@pytest.mark.parametrize("newline", ["\r", "\r\n", "\n\r", "\u2028", "\x0b", "\x85"])
def test_odd_line_ends(name: str, newline: str) -> None:
    files: dict[str, str | bytes] = {**WHOLE, "mission.toml": MISSION}
    files[name] = str(files[name]).replace("\n", newline).encode()
    check(files.pop("mission.toml"), files)


def test_no_sentence_breaks_a_line(tmp_path: Path) -> None:
    """A cell is quoted in a problem on one line, however many it has itself."""
    events = f'{EVENT}"A","6\r\n\x1b[31m11",9h,10h\n'
    words = Words("en")
    found = load_mission(folder(tmp_path, events=events)).problems
    assert [words.sentence(p.message) for p in found if p.code == "time"] == [
        '"6 [31m11" is not a date'
    ]
    assert not any(re.search(r"[\r\n\x1b]", words.sentence(p.message)) for p in found)
