"""What somebody else has changed on the server is told, and left as it is."""

from tests.cli.missions import SMALL
from tests.cli.pushes import DROPPED, MOVED, SIGNING, Office, office, servers

__all__ = ["office", "servers"]
HINT = "what others have changed is as they left it; --overwrite puts ours in its place\n"
ADDRESSES = b"""\
<mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop><resourcetype>
<collection/><C:addressbook/></resourcetype></prop></set></mkcol>"""
KURYLA = "Juan Kuryla: Signing of the agreement: {}\n"


def conflict(reason: str, rest: str) -> tuple[int, str, str]:
    return (1, f"{KURYLA.format(reason)}{rest}\n{HINT}", "")


def test_an_event_that_was_edited(office: Office) -> None:
    office.push()
    office.edit("juan-kuryla", "Formal", "Shorts")
    theirs = office.text("juan-kuryla")
    assert office.push() == (0, "4 calendars: nothing new\n", "")
    office.write(MOVED)
    expected = conflict(
        "somebody has changed it on the server", "4 calendars: 2 changed, 1 conflict"
    )
    assert office.push() == expected
    assert office.text("juan-kuryla") == theirs
    again = conflict("somebody has changed it on the server", "4 calendars: 1 conflict")
    assert office.push() == again
    assert office.push("--overwrite") == (0, "4 calendars: 1 changed\n", "")
    assert office.value("juan-kuryla", "DTSTART") == "TZID=America/New_York:20171106T103000"
    assert office.push() == (0, "4 calendars: nothing new\n", "")


def test_an_event_that_was_edited_and_is_to_be_cancelled(office: Office) -> None:
    office.push()
    office.edit("jean-francois-suhas", "Formal", "Shorts")
    office.write(DROPPED)
    assert office.push().out.splitlines()[:1] == [
        "Jean-François Suhas: Cancelled: Signing of the agreement: "
        "somebody has changed it on the server"
    ]
    assert office.value("jean-francois-suhas", "STATUS") == "CONFIRMED"
    assert office.push("--overwrite").out == "4 calendars: 1 cancelled\n"
    assert office.value("jean-francois-suhas", "STATUS") == "CANCELLED"


def test_an_event_that_was_edited_and_is_to_be_deleted(office: Office) -> None:
    office.push()
    office.write(DROPPED)
    office.push()
    office.edit("jean-francois-suhas", "Cancelled:", "Not cancelled:")
    title = "event-signing@miami.invalid"
    late = "2017-11-20 12:00"
    assert office.push(now=late) == (
        1,
        f"Jean-François Suhas: {title}: somebody has changed it on the server\n"
        f"4 calendars: 1 conflict\n{HINT}",
        "",
    )
    assert office.value("jean-francois-suhas", "STATUS") == "CANCELLED"
    assert office.push("--overwrite", now=late).out == "4 calendars: 1 deleted\n"
    assert office.text("jean-francois-suhas") == "404"


def test_an_event_that_was_deleted(office: Office) -> None:
    office.push()
    office.delete("juan-kuryla", SIGNING)
    office.write(MOVED)
    expected = conflict(
        "somebody has deleted it on the server", "4 calendars: 2 changed, 1 conflict"
    )
    assert office.push() == expected
    assert office.text("juan-kuryla") == "404"
    assert office.push("--overwrite").out == "4 calendars: 1 changed\n"
    assert office.value("juan-kuryla", "SEQUENCE") == "1"


def test_what_was_deleted_and_is_to_be_deleted_is_gone(office: Office) -> None:
    office.push()
    office.write(DROPPED)
    office.push()
    office.delete("jean-francois-suhas", SIGNING)
    assert office.push(now="2017-11-20 12:00") == (0, "4 calendars: 1 deleted\n", "")


def test_an_event_that_is_there_before_ours(office: Office) -> None:
    office.push("--who", "suhas")
    theirs = office.text("jean-francois-suhas").replace("Formal", "Shorts")
    office.server.ask("MKCALENDAR", "juan-kuryla/")
    office.put("juan-kuryla", theirs.replace("\n", "\r\n").encode())
    expected = conflict(
        "somebody else has put it on the server", "1 calendar: 1 created, 1 conflict"
    )
    assert office.push("--who", "kuryla") == expected
    assert office.value("juan-kuryla", "DESCRIPTION").count("Shorts") == 1
    assert office.push("--overwrite", "--who", "kuryla").out == "1 calendar: 1 created\n"
    assert office.value("juan-kuryla", "DESCRIPTION").count("Shorts") == 0


def test_an_event_that_is_there_under_another_name(office: Office) -> None:
    office.push("--who", "suhas")
    theirs = office.text("jean-francois-suhas").replace("\n", "\r\n").encode()
    office.server.ask("MKCALENDAR", "juan-kuryla/")
    office.put("juan-kuryla", theirs, "1.ics")
    expected = conflict(
        "the server has it in this calendar under another name",
        "1 calendar: 1 created, 1 conflict",
    )
    for option in ((), ("--overwrite",)):
        ran = office.push("--who", "kuryla", *option)
        assert (ran.code, ran.out.splitlines()[0]) == (1, expected[1].splitlines()[0])
    assert len(office.names("juan-kuryla")) == 2


def test_a_calendar_that_is_gone(office: Office) -> None:
    office.push()
    office.delete("juan-kuryla")
    assert office.push() == (0, "4 calendars: nothing new\n", "")
    office.write(MOVED)
    expected = conflict(
        "the calendar is no longer on the server", "4 calendars: 2 changed, 1 conflict"
    )
    assert office.push() == expected
    assert office.names("juan-kuryla") == []
    assert office.push("--overwrite").out == "4 calendars: 2 created\n"
    assert len(office.names("juan-kuryla")) == 2


def test_two_offices_that_push_the_same_mission(office: Office) -> None:
    """The second remembers nothing of what the first has pushed."""
    office.push()
    other = office._replace(mission=office.mission.with_name("other"))
    other.write(SMALL)
    assert other.push() == (0, "4 calendars: 16 created\n", "")
    other.write(MOVED)
    assert other.push().out == "4 calendars: 3 changed\n"
    office.write(DROPPED)
    assert office.push().out.count("somebody has changed it on the server") == 3
    assert office.value("juan-kuryla", "DTSTART") == "TZID=America/New_York:20171106T103000"


def test_a_calendar_that_is_there_already_is_used(office: Office) -> None:
    assert office.server.ask("MKCALENDAR", "juan-kuryla/").status_code == 201
    assert office.push("--who", "kuryla") == (0, "1 calendar: 2 created\n", "")


def test_a_book_of_addresses_where_a_calendar_is_to_be(office: Office) -> None:
    assert office.server.ask("MKCOL", "juan-kuryla/", ADDRESSES).status_code == 201
    assert office.push("--who", "kuryla") == (
        2,
        "",
        'error: "juan-kuryla/" is there and is no calendar\n'
        "    rename it on the server, or push to another folder\n"
        "    0 events of 2 have been pushed\n",
    )
