"""`replies`: what is answered is recorded, and what is doubtful waits for a human."""

import json
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.cli.mailing import edit, publish, published
from tests.cli.running import Ran, call

STAMP = "20171103T080000Z"


def invited(path: Path) -> Path:
    mission = published(path)
    assert call("-m", mission, "invite", "--to", path / "mails").code == 0
    return mission


def answer(path: Path, mail: str, said: str, name: str = "reply.eml", stamp: str = STAMP) -> Path:
    """A reply to one of our own mails, as its reader's program writes it."""
    request = message_from_bytes((path / "mails" / mail).read_bytes(), policy=policy.default)
    data = [*request.iter_parts()][1].get_payload(decode=True)
    assert isinstance(data, bytes)
    lines = data.decode().replace("\r\n ", "").splitlines()
    kept = [one for one in lines if one.startswith(("UID", "SEQUENCE", "ORGANIZER"))]
    (guest,) = (one for one in lines if one.startswith("ATTENDEE"))
    guest = (
        guest.replace("NEEDS-ACTION", said).replace(";RSVP=TRUE", "").replace("mailto", "MAILTO")
    )
    address = guest.rpartition(":")[2].upper()
    event = ["BEGIN:VEVENT", guest, f"DTSTAMP:{stamp}", "COMMENT:Sorry", *kept, "END:VEVENT"]
    calendar = ["BEGIN:VCALENDAR", "METHOD:REPLY", *event, "END:VCALENDAR"]
    file = path / name
    head = f"From: {address}\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n"
    encoding = "Content-Transfer-Encoding: 8bit\n\n"
    file.write_text(head + encoding + "\n".join(calendar) + "\n", encoding="utf-8")
    return file


def replies(mission: Path, *arguments: str | Path) -> Ran:
    return call("-m", mission, "replies", *arguments)


def known(mission: Path) -> list[tuple[str, str, str]]:
    rows = json.loads((mission / ".itinerary" / "answers.json").read_bytes())["answers"]
    return [(row["person"], row["item"], row["answer"]) for row in rows]


@pytest.mark.parametrize(
    ("said", "shown", "answered"),
    [
        ("ACCEPTED", "accepted", "accepted"),
        ("TENTATIVE", "perhaps", "tentative"),
        ("DECLINED", "declined", "declined"),
    ],
)
def test_an_answer_to_our_own_mail(said: str, shown: str, answered: str, tmp_path: Path) -> None:
    mission = invited(tmp_path)
    file = answer(tmp_path, "vera-event-talks-0.eml", said)
    expected = Ran(0, f"Vera Sol  {shown}  Talks  “Sorry”\n", "1 new answer\n")
    assert replies(mission, file) == expected
    assert known(mission) == [("vera", "event:talks", answered)]
    assert replies(mission, file, tmp_path) == Ran(0, "", "0 new answers\n")
    roster = call("-m", mission, "roster", "talks").out.splitlines()
    assert roster[3].split() == ["Vera", "Sol", shown]


def test_a_declined_answer_is_a_problem(tmp_path: Path) -> None:
    mission = invited(tmp_path)
    replies(mission, answer(tmp_path, "vera-event-talks-0.eml", "DECLINED"))
    ran = call("-m", mission, "check", "--rule", "declined", "-f", "csv")
    assert [row.split(",")[3:5] for row in ran.out.splitlines()[1:]] == [["error", "declined"]]


def test_the_latest_counts_in_whatever_order(tmp_path: Path) -> None:
    mission, mail = invited(tmp_path), "ann-event-talks-0.eml"
    later = answer(tmp_path, mail, "DECLINED", "later.eml", stamp="20171103T090000Z")
    earlier = answer(tmp_path, mail, "ACCEPTED", "earlier.eml")
    assert replies(mission, later, earlier).err == "1 new answer\n"
    assert known(mission) == [("ann", "event:talks", "declined")]
    newest = answer(tmp_path, mail, "ACCEPTED", "newest.eml", stamp="20171103T090001Z")
    assert replies(mission, newest).err == "1 new answer\n"
    assert known(mission) == [("ann", "event:talks", "accepted")]


def test_an_answer_by_somebody_else_is_held(tmp_path: Path) -> None:
    mission = invited(tmp_path)
    file = answer(tmp_path, "ann-event-talks-0.eml", "ACCEPTED")
    text = file.read_text(encoding="utf-8")
    address = "From: ANN.BRUN@CITY.EXAMPLE"
    assert text.count(address) == 1
    file.write_text(text.replace(address, "From: office@x.example"), encoding="utf-8")
    why = "it comes from office@x.example and answers for ann.brun@city.example"
    assert replies(mission, file) == Ran(1, f"held: {file}: {why}\n", "0 new answers\n")
    assert not (mission / ".itinerary" / "answers.json").exists()
    assert replies(mission, "--take", file).code == 0
    assert known(mission) == [("ann", "event:talks", "accepted")]


def test_an_answer_to_what_has_changed_is_held(tmp_path: Path) -> None:
    mission = invited(tmp_path)
    file = answer(tmp_path, "vera-event-talks-0.eml", "ACCEPTED")
    edit(mission, "10:00,11:00", "15:00,16:00")
    publish(mission, "2017-11-03 10:00")
    call("-m", mission, "invite", "--to", tmp_path / "mails")
    assert replies(mission, file).out == (
        f"held: {file}: it answers an invitation that has changed since\n"
    )
    again = answer(tmp_path, "vera-event-talks-1.eml", "DECLINED")
    assert replies(mission, again).out == "Vera Sol  declined  Talks  “Sorry”\n"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("UID:event-talks", "UID:event-party", "it is about nothing that was published"),
        ("MAILTO:vera", "mailto:eve", "it is from nobody who is expected there"),
        ("MAILTO:vera@", "vera at ", "it is from nobody who is expected there"),
        (STAMP, "99990101T000000Z", "it is dated in the future"),
    ],
)
def test_what_is_held(old: str, new: str, why: str, tmp_path: Path) -> None:
    mission = invited(tmp_path)
    file = answer(tmp_path, "vera-event-talks-0.eml", "ACCEPTED")
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert replies(mission, file).out == f"held: {file}: {why}\n"


def test_who_was_not_invited_and_who_shares_an_address(tmp_path: Path) -> None:
    mission = invited(tmp_path)
    file = answer(tmp_path, "vera-event-talks-0.eml", "ACCEPTED")
    people = mission / "people.csv"
    text = people.read_text(encoding="utf-8")
    people.write_text(text.replace("Ann.Brun@City", "Vera@City"), encoding="utf-8")
    why = "several people who are expected there have this address"
    assert replies(mission, file).out == f"held: {file}: {why}\n"
    people.write_text(text, encoding="utf-8")
    (mission / ".itinerary" / "mail.json").unlink()
    assert replies(mission, file).out == f"held: {file}: no invitation was sent to them\n"


def test_a_folder_with_other_mails(tmp_path: Path) -> None:
    mission, box = invited(tmp_path), tmp_path / "box" / "new"
    box.mkdir(parents=True)
    (box / "1").write_bytes(b"From: a@b.example\n\nHello")
    answer(tmp_path, "vera-event-talks-0.eml", "ACCEPTED", "box/new/2")
    assert replies(mission, tmp_path / "box").err == "1 new answer\n"


def test_what_is_refused(tmp_path: Path) -> None:
    mission = invited(tmp_path)
    assert replies(mission).err.splitlines()[0] == "error: it is not said which replies to read"
    answers = mission / ".itinerary" / "answers.json"
    answers.write_text("[]", encoding="utf-8")
    file = answer(tmp_path, "vera-event-talks-0.eml", "ACCEPTED")
    assert replies(mission, file).code == 2
    assert answers.read_text(encoding="utf-8") == "[]"
