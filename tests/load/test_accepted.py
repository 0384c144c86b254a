"""The table of accepted clashes."""

from pathlib import Path

import pytest

from itinerary.model import Acceptance
from itinerary.problems import Source
from tests.missions import MIAMI, loaded, problems, remedies

TABLES = {
    "organisations": "id,name,side\nport,Port of Fos,delegation\nline,Conch Line,host\n",
    "people": "id,name,organisation\nann,Anne Brun,port\nbob,Boris Col,port\nhal,Hal Moss,line\n",
    "venues": "id,name\nhotel,Hotel\nmia,Miami airport\n",
    "resources": "id,name,kind\nlea,Léa Sol,interpreter\n",
    "events": """
        id,title,date,start,end,who,repeat
        talks,"Round table: the port",2017-11-06,9:00,10:00,ann,
        brief,Briefing,2017-11-06,8:00,8:30,bob,FREQ=DAILY;COUNT=2
        """,
    "meetings": "id,title,who,counterpart\nRV1,Oil,ann,hal\n",
    "journeys": "id,number,who,from,departs,to,arrives\n"
    "J1,XX 1,ann,mia,2017-11-09 20:00,hotel,2017-11-09 21:00\n",
    "transfers": "id,vehicle,who,from,departs,to,arrives\n"
    "T1,Van,ann,hotel,2017-11-09 18:00,mia,2017-11-09 18:30\n",
}
HEADER = "rule,subject,reason,by\n"


def accepted(path: Path, rows: str) -> tuple[Acceptance, ...]:
    found = loaded(path, **TABLES, accepted=HEADER + rows)
    assert found.problems == ()
    assert found.mission is not None
    return found.mission.accepted


@pytest.mark.parametrize(
    ("subject", "items", "people"),
    [
        ("talks", ("event:talks",), ()),
        ("event:talks", ("event:talks",), ()),
        ("Event: talks", ("event:talks",), ()),
        ("Round table: the port", ("event:talks",), ()),
        ("event:Round table: the port", ("event:talks",), ()),
        ("event:brief@2017-11-07", ("event:brief@2017-11-07",), ()),
        ("brief@2017-11-07", ("event:brief@2017-11-07",), ()),
        ("RV1", ("meeting:RV1",), ()),
        ("XX 1", ("journey:J1",), ()),
        ("T1", ("transfer:T1",), ()),
        ("Lea Sol", ("resource:lea",), ()),
        ("organisation:port", ("organisation:port",), ()),
        ("Port of Fos", (), ("ann", "bob")),
        ("Anne Brun", (), ("ann",)),
        ("talks; RV1; ann", ("event:talks", "meeting:RV1"), ("ann",)),
        ("bob + hal + talks", ("event:talks",), ("bob", "hal")),
    ],
)
def test_what_a_subject_names(
    tmp_path: Path, subject: str, items: tuple[str, ...], people: tuple[str, ...]
) -> None:
    (row,) = accepted(tmp_path, f"overlap,{subject},Agreed,The chief\n")
    assert (row.items, row.people) == (items, people)


def test_a_row(tmp_path: Path) -> None:
    (row,) = accepted(tmp_path, "Late_Leg,XX 1; ann,She drives herself,M. Sol\n")
    assert (row.rule, row.subject, row.reason, row.by) == (
        "late-leg",
        "XX 1; ann",
        "She drives herself",
        "M. Sol",
    )
    assert row.origin.cell("by") == Source("accepted.csv", 2, "by")


@pytest.mark.parametrize("column", ["rule", "subject", "reason", "by"])
def test_every_cell_is_needed(tmp_path: Path, column: str) -> None:
    cells = {"rule": "overlap", "subject": "talks", "reason": "Agreed", "by": "M. Sol", column: ""}
    row = ",".join(cells.values()) + "\n"
    assert problems(tmp_path, **TABLES, accepted=HEADER + row) == [
        ("accepted.csv:2", "value", f'the column "{column}" is empty here')
    ]
    found = loaded(tmp_path, **TABLES, accepted=HEADER + row)
    assert found.mission is not None
    assert found.mission.accepted == ()


def test_a_subject_that_is_nothing(tmp_path: Path) -> None:
    rows = "overlap,tlks,Agreed,M. Sol\noverlap,talks; zzyzx,Agreed,M. Sol\n"
    tables = {**TABLES, "accepted": HEADER + rows}
    assert problems(tmp_path, **tables) == [
        ("accepted.csv:2", "reference", 'nothing and nobody is called "tlks"'),
        ("accepted.csv:3", "reference", 'nothing and nobody is called "zzyzx"'),
    ]
    assert remedies(tmp_path, **tables) == [
        "did you mean talks?",
        "write the ids of the clash as check --format json gives them, separated by ;",
    ]


@pytest.mark.parametrize("kind", ["meeting", "evnt"])
def test_a_kind_that_is_another(tmp_path: Path, kind: str) -> None:
    found = problems(tmp_path, **TABLES, accepted=f"{HEADER}overlap,{kind}:talks,Agreed,M. Sol\n")
    assert found == [
        ("accepted.csv:2", "reference", f'nothing and nobody is called "{kind}:talks"')
    ]


def test_a_table_in_french(tmp_path: Path) -> None:
    table = "Règle;Objet;Motif;Par\noverlap;talks;Convenu;M. Sol\n"
    found = loaded(tmp_path, **TABLES, **{"acceptés.csv": table})
    assert found.mission is not None
    assert [row.items for row in found.mission.accepted] == [("event:talks",)]


@pytest.mark.parametrize("subject", ["brief@tomorrow", "ann@2017-11-07", "RV1@2017-11-07", "gone"])
def test_a_subject_that_names_nothing(tmp_path: Path, subject: str) -> None:
    """Nor does a group of nobody: it would accept the clash for everyone."""
    tables = {**TABLES, "accepted": f"{HEADER}overlap,{subject},Agreed,M. Sol\n"}
    found = loaded(tmp_path, MIAMI + '[groups]\ngone = "ann - ann"\n', **tables)
    assert [(p.at[0].label, p.code) for p in found.problems] == [("accepted.csv:2", "reference")]
    assert found.mission is not None
    assert found.mission.accepted == ()


def test_a_subject_that_several_rows_have(tmp_path: Path) -> None:
    journeys = TABLES["journeys"] + "J2,XX 1,bob,mia,2017-11-08 20:00,hotel,2017-11-08 21:00\n"
    tables = {**TABLES, "journeys": journeys, "accepted": f"{HEADER}overlap,XX 1,Agreed,M. Sol\n"}
    assert problems(tmp_path, **tables) == [
        ("accepted.csv:2", "reference", 'more than one row of journeys is called "XX 1"')
    ]
    assert remedies(tmp_path, **tables) == ["write the id"]


def test_ten_thousand_strangers_are_refused_at_once(tmp_path: Path) -> None:
    rows = "".join(f"overlap,stranger {n},Agreed,M. Sol\n" for n in range(10_000))
    assert len(problems(tmp_path, **TABLES, accepted=HEADER + rows)) == 10_000
