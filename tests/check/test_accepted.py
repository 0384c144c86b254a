"""Clashes that someone has knowingly accepted."""

from datetime import date

from itinerary.check import RULES, check, code_of
from itinerary.timetable import Timetable
from tests.check.findings import Finding, found, in_words
from tests.check.tables import loaded

CLASH = """
    mission
    # Settings
    {checks}

    people
    id,name
    ann,Ann
    bob,Bob
    eve,Eve

    events
    id,title,date,start,end,who,optional
    talks,Talks,2017-11-06,10:00,11:00,ann; bob,eve
    visit,Visit,2017-11-06,10:30,12:00,ann; bob; eve,
    press,Press,2017-11-07,10:00,11:00,ann,
"""
ACCEPTED = """
    accepted
    rule,subject,reason,by
"""
BOTH = (
    'Ann and Bob are expected at "Talks" (Mon 6 Nov 10:00) and at "Visit" (Mon 6 Nov 10:30)'
    " at once, 10:30–11:00"
)
BOB = (
    'Bob is expected at "Talks" (Mon 6 Nov 10:00) and at "Visit" (Mon 6 Nov 10:30)'
    " at once, 10:30–11:00"
)
EVE = BOB.replace("Bob", "Eve")


def findings(*rows: str, checks: str = "") -> list[Finding]:
    lines = "".join(f"    {row},Agreed,M. Sol\n" for row in rows)
    return found(CLASH.format(checks=checks) + (ACCEPTED + lines if rows else ""))


def sentences(*rows: str) -> list[str]:
    return [finding.sentence for finding in findings(*rows)]


def test_nothing_is_accepted() -> None:
    assert sentences() == [BOTH, EVE]


def test_a_clash_is_accepted_for_everyone() -> None:
    assert sentences("overlap,talks; visit") == []
    assert sentences("overlap,visit") == []


def test_a_clash_is_accepted_for_some() -> None:
    assert findings("overlap,talks; visit; ann") == [
        Finding(
            "overlap",
            "error",
            BOB,
            ("events.csv:2 start", "events.csv:3 start"),
            ("bob",),
            ("event:talks", "event:visit"),
        ),
        *findings()[1:],
    ]
    assert sentences("overlap,talks; ann", "overlap,talks; bob; eve") == []
    assert sentences("overlap,ann; bob") == [EVE]


IDLE = "this row accepts nothing: no clash of the rule "


def test_what_is_not_found_any_more() -> None:
    assert findings("overlap,talks; press", "overlap,talks; visit") == [
        Finding(
            "reference",
            "warning",
            f"{IDLE}overlap fits talks; press",
            ("accepted.csv:2 subject",),
            hint="delete the row if the clash is gone; if not, write its ids as"
            " check --format json gives them",
        )
    ]
    assert sentences("travel,talks; visit") == [f"{IDLE}travel fits talks; visit", BOTH, EVE]
    assert sentences("overlap,visit", "overlap,visit") == [f"{IDLE}overlap fits visit"]


def test_a_rule_that_is_off_finds_nothing_to_accept() -> None:
    assert findings("overlap,visit", checks='[checks]\n    overlap = "off"') == []


def test_a_rule_that_is_none() -> None:
    problem = findings("overlpa,talks; visit")[0]
    assert problem == Finding(
        "reference",
        "error",
        '"overlpa" is not a rule of the checks',
        ("accepted.csv:2 rule",),
        hint="did you mean overlap?",
    )
    codes = [code_of(rule) for rule in RULES]
    assert findings("zzyzx,talks")[0].hint == f"write one of {', '.join(codes[:-1])} or {codes[-1]}"


def test_a_mistake_in_a_cell_is_not_accepted() -> None:
    assert findings("value,talks")[0] == Finding(
        "reference",
        "error",
        '"value" is a mistake in a cell, not a clash: it cannot be accepted',
        ("accepted.csv:2 rule",),
        hint='correct the cell, or write value = "off" below [checks] in mission.toml',
    )


def test_a_subject_of_nothing_accepts_nothing() -> None:
    assert sentences("overlap,;") == [f"{IDLE}overlap fits ;", BOTH, EVE]


def test_one_day_of_a_repetition() -> None:
    text = """
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who,repeat
        brief,Briefing,2017-11-06,08:00,08:30,ann,FREQ=DAILY;COUNT=3
        coffee,Coffee,2017-11-06,08:15,08:45,ann,FREQ=DAILY;COUNT=3

        accepted
        rule,subject,reason,by
        overlap,{subject},Agreed,M. Sol
    """
    (problem,) = found(text.format(subject="event:brief@2017-11-06"))
    assert problem.items == (
        "event:brief@2017-11-07",
        "event:coffee@2017-11-07",
        "event:brief@2017-11-08",
        "event:coffee@2017-11-08",
    )
    assert not found(text.format(subject="brief; coffee"))


def test_people_who_are_the_clash_themselves() -> None:
    text = """
        people
        id,name,rank
        ann,Ann Brun,1
        bob,Brun Ann,1

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,12:30

        accepted
        rule,subject,reason,by
        name,ann; bob,They are two,M. Sol
        precedence,{who},By age,M. Sol
    """
    for who in ("ann; bob", "ann"):
        assert not found(text.format(who=who))


def test_what_depends_on_today_is_accepted_on_any_day() -> None:
    reading = loaded("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who,status
        talks,Talks,2017-11-06,10:00,11:00,ann,draft

        accepted
        rule,subject,reason,by
        unconfirmed,talks,They never answer,M. Sol
    """)
    assert reading.mission is not None
    timetable = Timetable(reading.mission)
    assert check(timetable) == []
    assert check(timetable, today=date(2017, 11, 5)) == []
    late = check(timetable, today=date(2017, 11, 7))
    assert [in_words(problem).sentence for problem in late] == [f"{IDLE}unconfirmed fits talks"]
