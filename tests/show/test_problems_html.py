"""The conflict report as a page: all there, nothing else asked for, readable by everyone."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from itinerary.check import check
from itinerary.locale import Words
from itinerary.problems import Suggestion, say
from itinerary.show.html import TEMPLATES
from itinerary.show.problem_groups import reported
from itinerary.show.problems_html import problems_html
from itinerary.timetable import Timetable
from tests.check.tables import loaded
from tests.cli.running import DRAFT, MIAMI, call
from tests.show.pages import Page

NASTY = """\
people
id,name,rank
a"b,"</script><b>O'Neil & ""Co"" {{ 7*7 }}",1
suhas,Jean-François Suhas,2

venues
id,name
hall,<img src=x onerror=alert(1)>

events
id,title,date,start,end,venue,who
a,<!-- Talks,2017-11-06,10:00,11:00,hall,all
b,"' onload='x",2017-11-06,10:30,11:30,,all
"""


def page(text: str, *suggestions: Suggestion) -> Page:
    return Page(document(text, *suggestions))


def document(text: str, *suggestions: Suggestion) -> str:
    reading = loaded(text)
    assert reading.mission is not None
    view = Timetable(reading.mission)
    found = reported(view, check(view, reading.problems))
    words = Words()
    return problems_html(view, [one._replace(suggestions=suggestions) for one in found], words)


@pytest.fixture(scope="module")
def draft() -> Page:
    return Page(call("-m", DRAFT, "check", "-f", "html").out)


def test_it_has_every_problem_of_the_other_forms(draft: Page) -> None:
    data = json.loads(call("-m", DRAFT, "check", "-f", "json").out)["problems"]
    assert sorted(draft.shown("p", "sentence")) == sorted(
        " ".join(problem["message"].split()) for problem in data
    )
    summary = call("-m", DRAFT, "check").out.splitlines()[-1]
    assert draft.shown("p", "summary") == [summary]
    text = call("-m", DRAFT, "check").out.splitlines()
    headings = [one.rsplit(" ", 1)[0] for one in draft.shown("h2")]
    assert headings == [line for line in text if line in set(headings)]


def test_without_a_script_everything_is_shown_and_no_filter(draft: Page) -> None:
    assert len(draft.shown("li", "card")) == len(draft.of("li", "card"))
    assert draft.shown("form") == []


def test_it_asks_nobody_for_anything(draft: Page) -> None:
    names = {"src", "href", "action", "data", "poster", "srcset", "xlink:href", "background"}
    assert [one.name for one in draft.elements if names & one.attributes.keys()] == []
    assert draft.of("link") + draft.of("iframe") + draft.of("base") == []
    style = draft.of("style")[0].text
    assert re.findall(r"@import|url\((?!#hatch\))", style) == []


def test_the_policy_lets_nothing_run_but_its_own_style_and_script(draft: Page) -> None:
    metas = {str(one.attributes.get("http-equiv")): one.attributes for one in draft.of("meta")}
    policy = metas["Content-Security-Policy"]["content"]
    parts = [
        f"'sha256-{b64encode(sha256(''.join(one.pieces).encode()).digest()).decode()}'"
        for one in (*draft.of("style"), *draft.of("script"))
    ]
    assert policy == (
        f"default-src 'none'; style-src {parts[0]}; script-src {parts[1]}; "
        "base-uri 'none'; form-action 'none'"
    )
    handlers = [n for one in draft.elements for n in one.attributes if n.startswith("on")]
    assert handlers == []
    assert [one.name for one in draft.elements if "style" in one.attributes] == []


def test_it_says_its_language_and_fits_a_telephone(draft: Page) -> None:
    assert [one.attributes["lang"] for one in draft.of("html")] == ["en"]
    viewport = [one for one in draft.of("meta") if one.attributes.get("name") == "viewport"]
    assert viewport[0].attributes["content"] == "width=device-width, initial-scale=1"
    assert draft.shown("title") == draft.shown("h1")
    assert len(draft.of("h1")) == 1


def test_every_control_has_a_name(draft: Page) -> None:
    selects = draft.of("select")
    assert [one.attributes["name"] for one in selects] == ["who", "day", "rule", "severity"]
    assert [one.around[-1].name for one in selects] == ["label"] * 4
    assert [one.attributes["aria-live"] for one in draft.of("p", "count")] == ["polite"]
    hidden = [one.attributes.get("aria-hidden") for one in draft.of("svg")]
    assert set(hidden) == {"true"}


def test_names_are_text_wherever_they_stand() -> None:
    found = page(NASTY)
    assert found.of("b", "") != []
    assert {one.name for one in found.elements} & {"img", "embed"} == set()
    assert len(found.of("script")) == 1
    sentences = " ".join(found.shown("p", "sentence"))
    assert '</script><b>O\'Neil & "Co" {{ 7*7 }}' in sentences
    assert '"<!-- Talks" (Mon 6 Nov 10:00)' in sentences
    places = found.shown("span", "place")
    assert places == ["<img src=x onerror=alert(1)>"]
    cards = [json.loads(str(one.attributes["data-who"])) for one in found.of("li", "card")]
    assert cards == [['a"b', "suhas"]]
    options = [o.attributes["value"] for o in found.of("option") if o.around[-1].attributes == WHO]
    assert options == ["", 'a"b', "suhas"]


WHO = {"name": "who", "autocomplete": "off"}


def test_suggestions_are_a_list() -> None:
    suggestions = Suggestion(say("clock.hint"), ()), Suggestion(say("length.hint"), ())
    found = page(NASTY, *suggestions)
    items = [one for one in found.of("li") if one.around[-1].has("remedies")]
    assert [one.text for one in items] == [
        "try: write a time such as 14:30", "try: write minutes, such as 20, or 1h30",
    ]  # fmt: skip


def test_a_clean_mission_has_no_filters() -> None:
    found = Page(call("-m", MIAMI, "check", "-f", "html").out)
    assert found.shown("p", "summary") == ["No problem was found."]
    assert found.of("form") + found.of("section") == []


def test_the_same_mission_gives_the_same_bytes() -> None:
    assert document(NASTY) == document(NASTY)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palettes() -> list[dict[str, str]]:
    """The colours of the light and of the dark page."""
    style = Path(TEMPLATES / "problems.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks]
    return [found[0], found[0] | found[1]]


@pytest.mark.parametrize("colours", palettes(), ids=["light", "dark"])
def test_contrast_is_that_of_wcag_aa(colours: dict[str, str]) -> None:
    """4.5 for text, 3 for what is drawn (1.4.3 and 1.4.11)."""
    texts = [(ink, ground) for ink in ("ink", "soft") for ground in ("card", "ground", "cell")]
    texts += [("error", "card"), ("warning", "card")]
    bars = ("event", "meeting", "journey", "transfer", "way", "hatch-line", "control", "focus")
    drawn = [(bar, ground) for bar in bars for ground in ("card", "cell")]
    wanted = [(4.5, pair) for pair in texts] + [(3.0, pair) for pair in drawn]
    poor = [
        (pair, round(found, 2))
        for least, pair in wanted
        if (found := contrast(colours[pair[0]], colours[pair[1]])) < least
    ]
    assert poor == []


def test_headings_do_not_skip_a_level(draft: Page) -> None:
    levels = [int(one.name[1]) for one in draft.elements if re.fullmatch(r"h\d", one.name)]
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
