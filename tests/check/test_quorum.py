"""Rule `quorum`."""

import pytest

from tests.check.findings import Finding, found

EVENT = """
    mission
    [groups]
    officials = "gil"
    {checks}

    people
    id,name,side
    gil,Gil,
    ann,Ann,
    hal,Hal,host

    events
    id,title,kind,date,start,end,who,optional,hosts,status,audience
    e1,Day,{kind},2017-11-06,10:00,11:00,{who},{optional},{hosts},{status},{audience}
"""


def mission(**given: str) -> str:
    cells = {"checks": "", "kind": "", "who": "ann", "optional": "", "hosts": ""}
    return EVENT.format(**{**cells, "status": "", "audience": "", **given})


def sentences(**given: str) -> list[str]:
    return [problem.sentence for problem in found(mission(**given))]


NO_HOST = 'nobody is named as host of "Day" (Mon 6 Nov 10:00)'
NO_HOSTS = 'nobody of the hosts is required at "Day" (Mon 6 Nov 10:00)'
NO_DELEGATE = 'nobody of the delegation is required at "Day" (Mon 6 Nov 10:00)'
NO_OFFICIAL = '"Day" (Mon 6 Nov 10:00) is public and no official is expected'


def test_a_visit_without_a_host() -> None:
    assert found(mission(kind="visit")) == [
        Finding(
            "quorum",
            "warning",
            NO_HOST,
            ("events.csv:2 hosts", "events.csv:2 kind"),
            ("ann",),
            ("event:e1",),
        )
    ]


@pytest.mark.parametrize(
    "kind",
    [
        "Visit", "visite", "visita", "talks", "entretien", "Entretiens", "conversaciones",
        "round table", "table ronde", "Mesa redonda", "conférence", "conferencia", "séminaire",
        "seminario", "atelier", "taller", "workshops",
    ],
)  # fmt: skip
def test_kinds_in_three_languages(kind: str) -> None:
    assert sentences(kind=kind) == [NO_HOST]
    assert sentences(kind=kind, hosts="hal") == []


@pytest.mark.parametrize("kind", ["dinner", "press", "visitors", ""])
def test_other_kinds_need_no_host(kind: str) -> None:
    assert sentences(kind=kind) == []


@pytest.mark.parametrize("kind", ["ceremony", "cérémonie", "ceremonia", "signature", "firma"])
def test_both_sides_sign(kind: str) -> None:
    assert sentences(kind=kind) == [NO_HOSTS]
    assert sentences(kind=kind, hosts="hal", who="") == [NO_DELEGATE]
    assert sentences(kind=kind, hosts="hal") == []


def test_who_is_optional_signs_nothing() -> None:
    assert sentences(kind="signing", who="hal", optional="ann") == [NO_DELEGATE]


def test_the_host_of_a_ceremony_has_to_be_named() -> None:
    assert sentences(kind="ceremony", who="ann; hal") == [NO_HOST]
    assert sentences(kind="signing", who="ann; hal") == []


def test_a_public_event_without_an_official() -> None:
    (problem,) = found(mission(audience="public"))
    assert (problem.sentence, problem.at) == (
        NO_OFFICIAL,
        ("events.csv:2 who", "events.csv:2 audience"),
    )
    assert sentences(audience="public", who="gil") == []
    assert sentences(audience="public", optional="gil") == []
    assert sentences(audience="delegation") == []


def test_without_the_group_nobody_is_an_official() -> None:
    assert sentences(audience="public", checks='[checks.quorum]\n    officials = "elus"') == []


def test_cancelled_is_ignored() -> None:
    assert sentences(kind="visit", audience="public", status="cancelled") == []


def test_thresholds() -> None:
    kinds = '[checks.quorum]\n    hosted = ["dîner"]\n    signed = []\n    officials = "hosts"'
    assert sentences(kind="visit", checks=kinds) == []
    assert sentences(kind="diner", checks=kinds) == [NO_HOST]
    assert sentences(kind="signing", checks=kinds) == []
    assert sentences(audience="public", checks=kinds) == [NO_OFFICIAL]


@pytest.mark.parametrize("column", ["who", "hosts"])
def test_a_name_that_is_unknown_may_be_whom_it_lacks(column: str) -> None:
    cells = {"who": "ann", "kind": "ceremony", "audience": "public", column: "ann; zzyzx"}
    problems = found(mission(**cells))
    assert [p.code for p in problems if p.sentence != NO_HOST] == ["reference"]


def test_where_nobody_is_expected_nobody_is_missed() -> None:
    problems = found(mission(kind="visit", audience="public", who=""))
    assert [problem.code for problem in problems] == ["nobody"]


def test_a_table_without_hosts_says_nothing_about_them() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        events
        id,title,kind,date,start,end,who
        e1,Day,visit,2017-11-06,10:00,11:00,ann
    """)
