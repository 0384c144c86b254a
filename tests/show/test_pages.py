"""A person's page and the organiser's index: all there, nothing of others, nothing asked for."""

import re
from base64 import b64encode
from datetime import datetime
from hashlib import sha256

import pytest
from icalendar import Calendar

from itinerary.locale import Words
from itinerary.model import Mission, Person
from itinerary.show.html import TEMPLATES
from itinerary.show.ical import Calendars
from itinerary.show.pages import Entry, delegate_page, organiser_index
from itinerary.timetable import Timetable
from tests.check.tables import loaded
from tests.cli.missions import SMALL
from tests.show.pages import Page
from tests.show.test_problems_html import contrast

FEED = "https://miami.example/K3CAsLZYDAFA3NON/calendar.ics"
ORGANISER = """
mission
[organiser]
name = "Mission Miami"
email = "miami@city.example"
phone = "+33 4 65 71 20 17"
"""
PRIVATE = """\
people
id,name,organisation,role,languages,email,phone,diet
ann,Ann Brun,,,fr,ann@a.example,+33 1 11,vegan
joe,Joe Fau,,,en,joe@a.example,+1 305 22,kosher
zoe,Zoe Noe,,,en,zoe@a.example,+1 305 33,halal

events
id,title,date,start,end,who
a,Walk,2017-11-06,10:00,11:00,ann;zoe
b,Talk,2017-11-07,10:00,11:00,zoe

meetings
id,title,who,counterpart,duration,start
m,Silk,ann,joe,20,2017-11-06 14:00
"""
NASTY = """\
people
id,name,role
a,"</title><b>O'Neil & ""Co"" {{ 7*7 }}",<script>alert(1)</script>

events
id,title,date,start,end,who,notes,url
x,<img src=x onerror=alert(1)>,2017-11-06,10:00,11:00,a,"' onload='x",https://a.example/?a=1&b="><script>
"""


def mission_of(text: str) -> Mission:
    found = loaded(text).mission
    assert found is not None
    return found


def document(text: str, person: str, feed: str = FEED, home: bool = False) -> str:
    mission, words = mission_of(text), Words()
    words.year = 2017
    return delegate_page(Timetable(mission), mission.people[person], words, feed, home).decode()


def page(text: str, person: str, feed: str = FEED, home: bool = False) -> Page:
    return Page(document(text, person, feed, home))


def index(text: str, *states: tuple[str, str, str], changes: str = "") -> Page:
    """The index of people, each with an address and a state."""
    mission = mission_of(text)
    entries = [
        Entry(mission.people.get(person, Person(person, person)), url, state)
        for person, url, state in states
    ]
    return Page(organiser_index(mission, entries, changes, Words()).decode())


def links(found: Page) -> list[str]:
    return [str(one.attributes["href"]) for one in found.of("a")]


def test_the_days_of_one_person() -> None:
    found = page(SMALL, "suhas")
    assert found.shown("h1") == ["Jean-François Suhas"]
    assert found.shown("p", "mission") == ["Miami"]
    assert found.shown("p", "about") == ["Chair, cruise club · Port of Marseille Fos"]
    assert found.shown("p", "clocks") == ["Sat 4 Nov to Fri 10 Nov 2017 · local times (New York)"]
    assert found.shown("h2") == [
        "Saturday 4 November 2017", "Monday 6 November 2017", "Tuesday 7 November 2017",
    ]  # fmt: skip
    titles = [f"{time} {title}" for time, title in zip(
        found.shown("p", "time"), found.shown("h3"), strict=True)]  # fmt: skip
    assert titles == [
        "10:40 CET–16:05 EDT XX 101: Marseille Provence Airport → Miami International Airport",
        "17:00–17:40 van-1: Miami International Airport → InterContinental",
        "10:00–11:00 Signing of the agreement",
        "14:00–14:20 Port – PortMiami: cold chain",
        "21:00–01:30 +1 Dinner aboard to be confirmed",
        "08:00–09:00 Walk by the bay optional",
    ]


def test_an_entry_has_all_that_its_card_has() -> None:
    (stop,) = [one for one in page(SMALL, "suhas").of("li", "stop") if "Signing" in one.text]
    assert stop.text == (
        "10:00–11:00 Signing of the agreement"
        " PortMiami, 1015 N America Way, Miami Map"
        " Host: Juan Kuryla (PortMiami) At the door: Photo ID Dress: Formal Passport"
        " https://a.example/x Language: fr, en Interpreter: Ana Torres"
    )
    times = [one.attributes["datetime"] for one in page(SMALL, "suhas").of("time")]
    assert times[:3] == [
        "2017-11-04T10:40:00+01:00", "2017-11-04T17:00:00-04:00", "2017-11-06T10:00:00-05:00",
    ]  # fmt: skip


def test_when_to_leave_and_what_clashes() -> None:
    found = page(SMALL, "suhas")
    (leave,) = [one for one in found.shown("p", "leave") if "PortMiami" in one]
    assert leave == "leave 13:46 · about 9 minutes from PortMiami"
    assert page(SMALL, "levy").shown("span", "clash") == ["CLASH", "CLASH"]


def test_the_time_at_home_if_asked() -> None:
    found = page(SMALL, "suhas", home=True)
    assert found.shown("span", "home")[:3] == [
        "10:40–21:05 in Paris", "22:00–22:40 in Paris", "16:00–17:00 in Paris",
    ]  # fmt: skip
    assert page(SMALL, "suhas").shown("span", "home") == []


def test_it_says_what_the_calendar_says() -> None:
    mission = mission_of(SMALL)
    timetable = Timetable(mission)
    calendars = Calendars(timetable, Words())
    for person in ("levy", "suhas", "kuryla"):
        calendar = Calendar.from_ical(calendars.of(person))
        starts = [event.start for event in calendar.events]
        drawn = page(SMALL, person).of("time")
        assert [datetime.fromisoformat(str(one.attributes["datetime"])) for one in drawn] == starts


def test_links() -> None:
    found = links(page(SMALL + ORGANISER, "suhas"))
    assert found[:5] == [
        "#day-2017-11-04", "#day-2017-11-06", "#day-2017-11-07",
        "webcal://miami.example/K3CAsLZYDAFA3NON/calendar.ics", FEED,
    ]  # fmt: skip
    assert "geo:25.774300,-80.170200?q=25.774300,-80.170200" in found
    assert found[-2:] == ["tel:+33465712017", "mailto:miami@city.example"]
    assert "https://a.example/x" in found
    ids = {one.attributes["id"] for one in page(SMALL, "suhas").of("section")}
    assert ids == {"day-2017-11-04", "day-2017-11-06", "day-2017-11-07"}


def test_a_calendar_beside_the_page_and_none() -> None:
    beside = [one for one in links(page(SMALL, "suhas", "calendar.ics")) if "cal" in one]
    assert beside == ["calendar.ics"]
    assert page(SMALL, "suhas", "").of("details") == []


def test_nothing_of_others_but_the_names_of_whom_one_meets() -> None:
    text = document(PRIVATE, "ann")
    assert ("Joe Fau" in text, "Zoe Noe" in text, "Talk" in text) == (True, False, False)
    known = ("a.example", "+33 1", "+1 305", "vegan", "kosher", "halal")
    assert [one for one in known if one in text] == []


def test_a_person_without_anything() -> None:
    found = page(PRIVATE.replace("ann;zoe", "zoe").replace("ann,joe", "zoe,joe"), "ann")
    assert (found.shown("main"), found.of("nav"), found.of("footer")) == (
        ["In your calendar Subscribe on this phone Open the calendar file On Android, or in Google"
         " Calendar and Outlook, add a calendar from the internet, with this address: " + FEED +
         " Calendars ask for changes from time to time, some only once a day; this page is always"
         " as it was last published. Nothing is planned yet."],
        [], [],
    )  # fmt: skip


def test_text_is_text_wherever_it_stands() -> None:
    found = page(NASTY, "a")
    assert found.shown("h1") == ['</title><b>O\'Neil & "Co" {{ 7*7 }}']
    assert found.shown("h3") == ["<img src=x onerror=alert(1)>"]
    names = {one.name for one in found.elements}
    assert names & {"img", "script", "embed", "b"} == set()
    nasty = index(NASTY, ("a", 'https://a.example/"><script>', "published"), changes="<b>x</b>")
    assert {one.name for one in nasty.elements} & {"img", "script", "embed", "b"} == set()
    assert nasty.shown("p", "changes") == ["<b>x</b>"]


@pytest.mark.parametrize(
    "found",
    [page(SMALL + ORGANISER, "suhas"), index(SMALL, ("levy", "https://a.example/x/", "changed"))],
    ids=["delegate", "organiser"],
)
def test_it_asks_nobody_for_anything_and_runs_nothing(found: Page) -> None:
    asks = {"src", "action", "data", "poster", "srcset", "xlink:href", "background"}
    assert [one.name for one in found.elements if asks & one.attributes.keys()] == []
    assert found.of("link") + found.of("script") + found.of("iframe") == []
    assert [n for one in found.elements for n in one.attributes if n.startswith("on")] == []
    assert [one.name for one in found.elements if "style" in one.attributes] == []
    style = "".join(found.of("style")[0].pieces)
    assert re.findall(r"@import|url\(", style) == []
    (policy,) = [one for one in found.of("meta") if "http-equiv" in one.attributes]
    own = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.attributes["content"] == (
        f"default-src 'none'; style-src 'sha256-{own}'; base-uri 'none'; form-action 'none'"
    )
    metas = {
        str(one.attributes.get("name")): one.attributes.get("content") for one in found.of("meta")
    }
    assert (metas["referrer"], metas["robots"]) == ("no-referrer", "noindex, nofollow")


def test_the_index_lists_everyone_with_a_state() -> None:
    found = index(
        SMALL,
        ("levy", "https://a.example/1/", "published"),
        ("suhas", "https://a.example/2/", "changed"),
        ("castellani", "", "revoked"),
        ("Someone Gone", "https://a.example/3/", "left"),
        changes="Suhas\nTue 7 Nov: moved",
    )
    assert [one.text for one in found.of("tr")] == [
        "Name Organisation State Page QR code",
        "Hélène Lévy Port of Marseille Fos published Open",
        "Jean-François Suhas Port of Marseille Fos changed now Open",
        "Hélène Castellani Port of Marseille Fos revoked",
        "Someone Gone has left Open",
    ]
    assert found.shown("p", "changes") == ["Suhas Tue 7 Nov: moved"]
    assert links(found) == ["https://a.example/1/", "https://a.example/2/", "https://a.example/3/"]
    assert found.shown("p", "name") == ["Hélène Lévy", "Jean-François Suhas"]
    paths = [str(one.attributes["id"]) for one in found.of("path")]
    used = [str(one.attributes["href"]) for one in found.of("use")]
    assert paths == ["code-1", "code-2", "code-3"]
    assert used == ["#code-1", "#code-2", "#code-3", "#code-1", "#code-2"]
    codes = [str(one.attributes["aria-label"]) for one in found.of("svg", "code")]
    assert codes[0] == "QR code of the page of Hélène Lévy"
    assert found.of("p", "note") == []


def test_an_index_of_paths_has_no_codes_and_says_why() -> None:
    found = index(SMALL, ("levy", "../public/x/", "published"))
    assert (found.of("path"), found.of("li"), found.of("use")) == ([], [], [])
    assert found.shown("p", "note") == [
        "There are no QR codes: base_url below [publish] in mission.toml is empty, so that nobody"
        " knows where the pages will be."
    ]
    assert found.shown("p", "changes") == ["Nothing has changed."]


def test_the_same_mission_gives_the_same_bytes() -> None:
    assert document(SMALL, "suhas") == document(SMALL, "suhas")


def palettes() -> list[dict[str, str]]:
    """The colours of the light and of the dark page, and those of paper."""
    style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block)) for block in blocks]
    whole = [{n: c if len(c) == 7 else f"#{c[1:] * 2}" for n, c in one.items()} for one in found]
    return [whole[0] | one for one in whole]


@pytest.mark.parametrize("colours", palettes(), ids=["light", "dark", "paper"])
def test_contrast_is_that_of_wcag_aa(colours: dict[str, str]) -> None:
    """4.5 for text, 3 for what shows where one is (1.4.3 and 1.4.11)."""
    inks = ("ink", "soft", "accent", "alert", "leave")
    texts = [(ink, ground) for ink in inks for ground in ("card", "ground")]
    wanted = [(4.5, pair) for pair in (*texts, ("on-accent", "accent"))] + [(3, ("focus", "card"))]
    poor = [
        (one, other)
        for least, (one, other) in wanted
        if contrast(colours[one], colours[other]) < least
    ]
    assert poor == []
