"""Everyone's calendar on a real server, which another program reads."""

import json
import stat

import caldav

from tests.cli.missions import SMALL
from tests.cli.pushes import DROPPED, MOVED, SIGNING, Office, office, servers
from tests.publish.radicale import PASSWORD
from tests.publish.wire import wire

__all__ = ["office", "servers"]
FOREIGN = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
BEGIN:VEVENT
UID:dentist
DTSTAMP:20171101T000000Z
DTSTART:20171106T150000Z
DTEND:20171106T160000Z
SUMMARY:Dentist
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")


def test_each_person_has_a_calendar_with_what_concerns_them(office: Office) -> None:
    assert office.push() == (0, "4 calendars: 16 created\n", "")
    url, user = office.server.url, office.server.user
    with caldav.DAVClient(url, username=user, password=PASSWORD) as client:
        found = {
            str(calendar.name): sorted(
                str(one.icalendar_component["SUMMARY"]) for one in calendar.events()
            )
            for calendar in caldav.Principal(client).calendars()
        }
    journeys = [
        "XX 101: Marseille Provence Airport → Miami International Airport",
        "van-1: Miami International Airport → InterContinental",
    ]
    assert found == {
        "Hélène Castellani – Miami": ["Dinner aboard"],
        "Hélène Lévy – Miami": sorted([
            *journeys, "Call with City Hall", "Signing of the agreement", "Dinner aboard",
            "Walk by the bay", "Visit of the terminals",
        ]),
        "Jean-François Suhas – Miami": sorted([
            *journeys, "Signing of the agreement", "Dinner aboard", "Walk by the bay (optional)",
            "Port – PortMiami: cold chain",
        ]),
        "Juan Kuryla – Miami": ["Port – PortMiami: cold chain", "Signing of the agreement"],
    }  # fmt: skip


def test_a_calendar_has_its_zone_and_its_colour(office: Office) -> None:
    office.push()
    found = office.server.ask("PROPFIND", "helene-levy/", headers={"Depth": "0"}).text
    assert found.count("TZID:America/New_York") == 1
    assert found.count("#1B6CA8FF") == 1


def test_again_when_nothing_is_new_no_server_is_asked(office: Office) -> None:
    with wire(office.server.port) as between:
        url = office.server.url.replace(str(office.server.port), str(between.port))
        assert office.push(url=url) == (0, "4 calendars: 16 created\n", "")
        asked = len(between.requests)
        assert asked == 1 + 4 * 2 + 16  # what it asks for a password; is it there, make it; put
        assert office.push(url=url, now="2017-11-03 12:00") == (0, "4 calendars: nothing new\n", "")
        assert len(between.requests) == asked
        office.write(MOVED)
        assert office.push(url=url) == (0, "4 calendars: 3 changed\n", "")
        puts = [line.partition("/")[0] for line in between.requests[asked:]]
        assert puts == ["PUT "] * 4  # the first once more, with the password


def test_what_moves_is_changed_and_says_so(office: Office) -> None:
    office.push()
    was = [office.value("juan-kuryla", name) for name in ("UID", "SEQUENCE", "DTSTAMP", "DTSTART")]
    office.write(MOVED)
    assert office.push(now="2017-11-03 12:00").out == "4 calendars: 3 changed\n"
    now = [office.value("juan-kuryla", name) for name in ("UID", "SEQUENCE", "DTSTAMP", "DTSTART")]
    new_york = "TZID=America/New_York"
    uid = "event-signing@miami.invalid"
    assert was == [uid, "0", "20171102T160000Z", f"{new_york}:20171106T100000"]
    assert now == [uid, "1", "20171103T160000Z", f"{new_york}:20171106T103000"]


def test_who_is_taken_off_sees_it_cancelled_until_the_mission_is_over(office: Office) -> None:
    office.push()
    office.write(DROPPED)
    assert office.push().out == "4 calendars: 3 changed, 1 cancelled\n"
    said = [office.value("jean-francois-suhas", name) for name in ("SEQUENCE", "STATUS", "TRANSP")]
    assert said == ["1", "CANCELLED", "TRANSPARENT"]
    assert office.push(now="2017-11-10 23:59").out == "4 calendars: nothing new\n"
    assert office.push(now="2017-11-11 00:01").out == "4 calendars: 1 deleted\n"
    assert office.text("jean-francois-suhas") == "404"
    assert office.push(now="2017-11-12 00:01").out == "4 calendars: nothing new\n"


def test_whoever_has_left_sees_everything_cancelled(office: Office) -> None:
    office.push()
    office.write(DROPPED.replace("castellani,Hélène Castellani,port,,,fr,\n", ""))
    assert office.push().out == "4 calendars: 5 changed, 2 cancelled\n"
    dinner = "event-dinner@miami.invalid.ics"
    assert office.value("helene-castellani", "STATUS", dinner) == "CANCELLED"
    assert office.push(now="2017-11-11 12:00").out == "4 calendars: 2 deleted\n"
    assert office.names("helene-castellani") == []


def test_what_comes_back_is_live_again(office: Office) -> None:
    office.push()
    office.write(DROPPED)
    office.push()
    office.write(MOVED)
    assert office.push().out == "4 calendars: 4 changed\n"
    said = [office.value("jean-francois-suhas", name) for name in ("SEQUENCE", "STATUS")]
    assert said == ["2", "CONFIRMED"]


def test_what_others_have_put_there_stays_as_it_is(office: Office) -> None:
    made = office.server.ask("MKCALENDAR", "juan-kuryla/")
    assert made.status_code == 201
    office.put("juan-kuryla", FOREIGN, "dentist.ics")
    before = office.text("juan-kuryla", "dentist.ics")
    for text, now in ((SMALL, "02"), (MOVED, "03"), (DROPPED, "03"), (DROPPED, "20")):
        office.write(text)
        assert office.push(now=f"2017-11-{now} 12:00").code == 0
    office.write(DROPPED.replace("juan,", "jim,"))
    assert office.push("--overwrite", now="2017-11-20 12:00").code == 0
    assert office.text("juan-kuryla", "dentist.ics") == before


def test_a_calendar_keeps_its_place_when_its_person_is_renamed(office: Office) -> None:
    office.push()
    office.write(SMALL.replace("Juan Kuryla", "Juan M. Kuryla"))
    assert office.push().out == "4 calendars: 5 changed\n"
    assert [len(office.names(name)) for name in ("juan-kuryla", "juan-m-kuryla")] == [2, 0]


def test_some_people_alone(office: Office) -> None:
    assert office.push("--who", "castellani").out == "1 calendar: 1 created\n"
    assert office.push("--who", "portmiami").out == "1 calendar: 2 created\n"
    assert office.push().out == "4 calendars: 13 created\n"


def test_a_dry_run_asks_nobody_and_writes_nothing(office: Office) -> None:
    expected = """\
Juan Kuryla: create Signing of the agreement
Juan Kuryla: create Port – PortMiami: cold chain
1 calendar, nothing pushed; there would be 2 created
"""
    assert office.push("--dry-run", "--who", "kuryla", url="http://127.0.0.1:9/") == (
        0,
        expected,
        "",
    )
    assert not (office.mission / ".itinerary").exists()
    assert office.push("--who", "kuryla").out == "1 calendar: 2 created\n"
    office.write(DROPPED)
    ran = office.push("--dry-run", "--who", "kuryla")
    assert ran.out == (
        "Juan Kuryla: change Signing of the agreement\n"
        "1 calendar, nothing pushed; there would be 1 changed\n"
    )


def test_as_data(office: Office) -> None:
    found = json.loads(office.push("--who", "castellani", "-f", "json").out)
    assert found == {
        "mission": "miami",
        "url": office.server.url,
        "dry_run": False,
        "calendars": 1,
        "created": 1,
        "changed": 0,
        "cancelled": 0,
        "deleted": 0,
        "conflicts": 0,
        "items": [
            {
                "person": "castellani",
                "resource": "event-dinner@miami.invalid.ics",
                "title": "Dinner aboard",
                "did": "created",
                "conflict": None,
            }
        ],
    }


def test_what_is_remembered_is_for_nobody_else(office: Office) -> None:
    office.push()
    state = office.mission / ".itinerary"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (state, *state.iterdir())}
    assert modes == {
        ".itinerary": 0o700,
        ".gitignore": 0o600,
        "ledger.json": 0o600,
        "push.jsonl": 0o600,
        "state.lock": 0o600,
    }
    kept = (state / "push.jsonl").read_text()
    assert [text for text in (PASSWORD, SIGNING) if text in kept] == [SIGNING]
