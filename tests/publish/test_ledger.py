"""The ledger: what is said of each item to each person, over any sequence of publications."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from itinerary.model.published import Gone, Said, Sent
from itinerary.publish.ledger import Ledger, read_ledger, settled, write_ledger
from itinerary.publish.paths import overtaken

NOW = datetime(2017, 11, 2, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


def said(digest: str, item: str = "event:a") -> dict[str, Said]:
    gone = Gone(f"{item}@miami.invalid", digest, "DTSTART:1", "DTEND:2", "")
    return {item: Said(digest, gone)}


def test_what_is_said_first() -> None:
    ledger = settled(Ledger("one"), {"ann": said("1")}, NOW)
    assert ledger.people == {"ann": {"event:a": Sent(0, "20171102T100000Z", "1", True)}}
    assert (ledger.revision, ledger.at, ledger.taken) == (1, "20171102T100000Z", {})


def test_what_is_the_same_stays_as_it_was() -> None:
    ledger = settled(Ledger("one"), {"ann": said("1")}, NOW)
    assert settled(ledger, {"ann": said("1")}, NOW + HOUR) is ledger
    assert settled(ledger, {}, NOW + HOUR) is ledger


def test_a_change_is_one_more() -> None:
    ledger = settled(Ledger("one"), {"ann": said("1"), "bob": said("1")}, NOW)
    ledger = settled(ledger, {"ann": said("2"), "bob": said("1")}, NOW + HOUR)
    assert ledger.people["ann"] == {"event:a": Sent(1, "20171102T110000Z", "2", True)}
    assert ledger.people["bob"] == {"event:a": Sent(0, "20171102T100000Z", "1", True)}
    assert ledger.revision == 2


def test_what_is_gone_keeps_its_last_words_and_may_come_back() -> None:
    ledger = settled(Ledger("one"), {"ann": said("1"), "bob": said("1")}, NOW)
    ledger = settled(ledger, {"ann": {}, "bob": said("1")}, NOW + HOUR)
    assert ledger.people["ann"] == {"event:a": Sent(1, "20171102T110000Z", "1", False)}
    after = settled(ledger, {"ann": {}, "bob": said("2")}, NOW + 2 * HOUR)
    assert after.people["ann"] == ledger.people["ann"]
    assert after.taken == {"ann": {"event:a": said("1")["event:a"].gone}}
    again = settled(after, {"ann": said("1"), "bob": said("2")}, NOW + 3 * HOUR)
    assert again.people["ann"] == {"event:a": Sent(2, "20171102T130000Z", "1", True)}
    assert again.taken == {}


def test_time_never_goes_back() -> None:
    ledger = settled(Ledger("one"), {"ann": said("1")}, NOW)
    ledger = settled(ledger, {"ann": said("2")}, NOW - HOUR)
    assert ledger.people["ann"] == {"event:a": Sent(1, "20171102T100000Z", "2", True)}


def test_who_takes_over_says_more_than_the_other_did() -> None:
    ledger = settled(Ledger("one"), {"ann": said("1")}, NOW)
    taken = overtaken(ledger, 5, NOW + HOUR)
    assert taken.people["ann"] == {"event:a": Sent(5, "20171102T110000Z", "1", True)}
    assert taken.revision == 6


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    ledger = settled(Ledger("one", "miami"), {"": said("1"), "ann": said("é")}, NOW)
    ledger = settled(ledger, {"ann": {}}, NOW + HOUR)
    ledger = ledger._replace(
        names={"ann": "Ann"}, tokens={"ann": "a-_1"}, revoked=frozenset({"bob"}),
        folders={"f": ("1", "2")}, copy="published-1/miami",
    )  # fmt: skip
    write_ledger(tmp_path, ledger)
    assert read_ledger(tmp_path, "miami") == ledger
    assert read_ledger(tmp_path, "miami").tip == ledger.tip


class Publications(RuleBasedStateMachine):
    """Items come, change and go, for some people and others, and every state is published."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: dict[str, dict[str, Said]] = {"": {}, "ann": {}, "bob": {}}
        self.ledger = Ledger("one")
        self.delivered: dict[str, dict[str, Sent]] = {}
        self.now = NOW

    @rule(
        person=st.sampled_from(["", "ann", "bob"]),
        item=st.sampled_from("abc"),
        text=st.sampled_from("123"),
    )
    def edit(self, person: str, item: str, text: str) -> None:
        self.tables[person] |= said(text, f"event:{item}")

    @rule(person=st.sampled_from(["", "ann", "bob"]), item=st.sampled_from("abc"))
    def drop(self, person: str, item: str) -> None:
        self.tables[person].pop(f"event:{item}", None)

    @rule(people=st.sets(st.sampled_from(["", "ann", "bob"])), minutes=st.integers(-90, 90))
    def publish(self, people: set[str], minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        wanted: Mapping[str, Any] = {person: dict(self.tables[person]) for person in people}
        before, self.ledger = self.ledger, settled(self.ledger, wanted, self.now)
        assert settled(self.ledger, wanted, self.now + HOUR) is self.ledger
        for person, found in wanted.items():
            sent = self.ledger.people[person]
            assert {i: one.digest for i, one in sent.items() if one.is_live} == {
                i: one.digest for i, one in found.items()
            }
            self._compare(before.people.get(person, {}), sent)

    def _compare(self, before: Mapping[str, Sent], after: Mapping[str, Sent]) -> None:
        assert before.keys() <= after.keys()
        for item, was in before.items():
            now = after[item]
            is_same = (was.digest, was.is_live) == (now.digest, now.is_live)
            assert now.sequence == was.sequence + (not is_same)
            assert now.changed >= was.changed
            assert is_same == (now == was)

    @invariant()
    def what_is_cancelled_can_be_told(self) -> None:
        for person, sent in self.ledger.people.items():
            gone = {item for item, one in sent.items() if not one.is_live}
            assert self.ledger.taken.get(person, {}).keys() == gone
            assert sent.keys() <= self.ledger.items.keys()
            assert all(one.sequence < self.ledger.revision for one in sent.values())


Publications.TestCase.settings = settings(max_examples=50, deadline=None)
TestPublications = Publications.TestCase
