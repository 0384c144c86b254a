"""Rule `declined`."""

import pytest

from tests.check.findings import Finding, found
from tests.check.tables import loaded

ANSWERS = """
    {checks}

    people
    id,name,rank,side
    vera,Vera,3,
    ann,Ann,4,
    bob,Bob,,
    hal,Hal,,host

    events
    id,title,date,start,end,who,optional,hosts,status
    talks,Talks,2017-11-06,10:00,11:00,vera; ann,bob,hal,{status}

    meetings
    id,title,who,counterpart,start,duration
    m1,Oil,ann,hal,2017-11-07 12:00,20

    .itinerary/answers.json
    {{"version": 1, "answers": [{answers}]}}
"""
PLAIN = "mission\n    [checks]"
HINT = "move it and invite them again, or take them off the row"
TALKS = '"Talks" (Mon 6 Nov 10:00)'


def said(person: str, answer: str = "declined", item: str = "event:talks") -> str:
    row = {"person": person, "item": item, "answer": answer, "at": "20171102T101500Z"}
    return str({**row, "comment": ""}).replace("'", '"')


def findings(*answers: str, status: str = "", checks: str = PLAIN) -> list[Finding]:
    return found(ANSWERS.format(answers=", ".join(answers), status=status, checks=checks))


def severities(*answers: str, status: str = "", checks: str = PLAIN) -> list[tuple[str, str]]:
    reported = findings(*answers, status=status, checks=checks)
    return [(finding.severity, ";".join(finding.people)) for finding in reported]


def test_who_is_required_has_declined() -> None:
    assert findings(said("ann")) == [
        Finding(
            "declined",
            "warning",
            f"Ann said no to {TALKS}",
            ("events.csv:2 who",),
            ("ann",),
            ("event:talks",),
            HINT,
        )
    ]


def test_a_host_and_the_first_in_rank_are_an_error() -> None:
    assert severities(said("hal"), said("ann"), said("vera")) == [
        ("error", "vera;hal"),
        ("warning", "ann"),
    ]


@pytest.mark.parametrize(
    ("rank", "expected"), [(2, "warning"), (3, "error"), (4, "error"), (0, "warning")]
)
def test_up_to_which_rank(rank: int, expected: str) -> None:
    checks = f"mission\n    [checks.declined]\n    rank = {rank}"
    assert severities(said("vera"), checks=checks) == [(expected, "vera")]


def test_a_meeting() -> None:
    finding = findings(said("hal", item="meeting:m1"))[0]
    assert (finding.severity, finding.at, finding.people) == (
        "warning",
        ("meetings.csv:2 who",),
        ("hal",),
    )


@pytest.mark.parametrize("answer", ["accepted", "tentative"])
def test_another_answer(answer: str) -> None:
    assert findings(said("ann", answer)) == []


def test_who_need_not_come_may_decline() -> None:
    assert findings(said("bob")) == []


def test_what_is_cancelled_may_be_declined() -> None:
    assert findings(said("ann"), status="cancelled") == []


def test_answers_of_nobody_and_to_nothing() -> None:
    assert findings(said("ghost"), said("ann", item="event:ghost"), said("", item="")) == []


def test_without_answers() -> None:
    assert findings() == []


def test_who_is_off_the_row_has_been_heard() -> None:
    text = ANSWERS.format(answers=said("ann"), status="", checks=PLAIN)
    assert found(text.replace("vera; ann", "vera")) == []


@pytest.mark.parametrize(
    "written",
    [
        "x", "[]", "{}", "null", "7", '{"version": 2, "answers": []}', '{"version": 1}', "\ufeff{}",
        '{"version": 1, "answers": [{}]}', '{"version": 1, "answers": {"a": 1}}', "[" * 100_000,
        '{"version": 1, "answers": [{"person": 1}]}',
        f'{{"version": 1, "answers": [{said("ann", "perhaps")}]}}',
    ],
)  # fmt: skip
def test_a_file_that_replies_did_not_write(written: str) -> None:
    text = ANSWERS.format(answers="", status="", checks=PLAIN)
    mine = text.rsplit("{", 1)[0]
    (finding,) = found(f"{mine}{written}")
    assert finding == Finding(
        "file",
        "warning",
        '"answers.json" is not what replies wrote; nobody has answered, as far as is known',
        ("answers.json",),
        hint="take it from a backup, or delete it and read the replies again",
    )


def test_what_a_mission_knows_of_answers() -> None:
    mission = loaded(ANSWERS.format(answers=said("ann"), status="", checks=PLAIN)).mission
    assert mission is not None
    assert {pair: answer.at for pair, answer in mission.answers.items()} == {
        ("ann", "event:talks"): "20171102T101500Z"
    }
