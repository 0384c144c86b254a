"""Foreign texts as cells: on one line, without markup, in one language."""

import html
import re
from collections.abc import Mapping
from urllib.parse import urljoin

from itinerary.load.files import without_controls
from itinerary.names import key

LONGEST_NAME = 300
LONGEST_NOTE = 600
LONGEST_RAW = 20_000
"""Characters of a foreign text that are looked at."""
_TAG = r"</?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>"
_INLINE = frozenset(
    ("a", "abbr", "b", "code", "del", "em", "font", "i", "ins", "kbd", "q", "s", "small", "span",
     "strong", "sub", "sup", "tt", "u")
)  # fmt: skip
_BLOCK = frozenset(
    ("article", "blockquote", "br", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "h5",
     "h6", "hr", "iframe", "img", "li", "ol", "p", "pre", "script", "section", "style", "table",
     "tbody", "td", "th", "thead", "tr", "ul", "video")
)  # fmt: skip
_LONGEST_URL = 2000
_LANGUAGES = {
    "english": "en", "anglais": "en", "french": "fr", "francais": "fr", "spanish": "es",
    "espanol": "es", "castellano": "es", "german": "de", "deutsch": "de", "italian": "it",
    "italiano": "it", "portuguese": "pt", "portugues": "pt", "dutch": "nl", "nederlands": "nl",
}  # fmt: skip


def text_of(value: object) -> str:
    """What a value of JSON says; of a text in several languages English or the first there is."""
    if isinstance(value, Mapping):
        written = (value.get("en"), *value.values())
        return next((text for text in written if isinstance(text, str) and text), "")[:LONGEST_RAW]
    if value is None or isinstance(value, list):
        return ""
    return (str(value).lower() if isinstance(value, bool) else str(value))[:LONGEST_RAW]


def plain(text: str, longest: int = LONGEST_NAME) -> str:
    """One line without markup, cut between words."""
    bare = html.unescape(re.sub(_TAG, _unmarked, text[: 10 * longest]))
    bare = without_controls(" ".join(bare.split())).encode(errors="ignore").decode()
    line = " ".join(bare.split())
    if len(line) <= longest:
        return line
    cut, _, _ = line[:longest].rpartition(" ")
    return f"{cut or line[: longest - 1]}…"


def _unmarked(tag: re.Match[str]) -> str:
    """What is no tag of HTML stays: `Vec<T>`."""
    name = tag[1].lower()
    if name in _BLOCK:
        return " "
    return "" if name in _INLINE else tag[0]


def web_address(text: str, base: str = "") -> str:
    """An address of the web; empty where the text is none, such as `javascript:`."""
    try:
        whole = urljoin(base, text.strip()) if text.strip() else ""
    except ValueError:
        return ""
    is_web = whole.lower().startswith(("http://", "https://")) and len(whole) <= _LONGEST_URL
    is_clean = whole.isprintable() and " " not in whole
    return whole if is_web and is_clean and whole.isascii() else ""


def language_code(text: str) -> str | None:
    """`de` for `de`, `de-formal`, `de_CH` or `Deutsch`; None for what is no language."""
    plain_text = key(plain(text))
    if not plain_text:
        return ""
    code = plain_text.split()[0]
    if len(code) in (2, 3) and code.isascii() and code.isalpha():
        return code
    return _LANGUAGES.get(plain_text)
