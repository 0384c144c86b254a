"""How an expression of people is cut into terms: `officials + Jean Roatta; port - press`."""

import re

_EXCEPT = (
    r"(?:except[oée]?|sauf|salvo|hors|hormis|menos|[àa] l['\u2019]exception (?:des?|du)"
    r"|en dehors (?:des?|du)|a excepci[óo]n (?:del?))"
)
_TERMS = rf"(?i:[;+\n]|\s(?=-\s*\w)|\s(?={_EXCEPT}\s))"
"""No more spaces than one: cells may hold thousands, which are taken off what is cut."""
_TAKES_AWAY = rf"(?i:-\s*|{_EXCEPT}\s+)(?i:for\s+)?"
ARTICLE = r"(?i:les?|la|the|los?|las|el)\s+"
_IN_BRACKETS = rf"(?i:\(\s*({_EXCEPT}\s[^()]*)\))"
_MINUS = r"(?:^|\s)[-\u2010-\u2015\u2212]\s*+(?=\w)"
_AND = r"(?i:[,&/]|\s(?:et|and|y)\s)"
"""Between the names of a list that is not written with `;`."""


def listed(text: str) -> list[str]:
    return [part for raw in re.split(_AND, text) if (part := raw.strip())]


def without(text: str, idle: tuple[str, ...]) -> str:
    """The expression with its idle terms excluded: `tous - A - B`."""
    written = ""
    for adds, term in terms(text):
        written += f"{' + ' if adds and term not in idle else ' - '}{term}"
    return written.removeprefix(" + ").strip()


def has_dash(text: str) -> bool:
    return "-" in text or not text.isascii()


def is_compound(text: str) -> bool:
    found = terms(text)
    return len(found) != 1 or not found[0][0]


def terms(text: str) -> list[tuple[bool, str]]:
    """The terms, each with whether it adds; `- press`, `-press` and `sauf presse` take away."""
    if "(" in text:
        text = re.sub(_IN_BRACKETS, r" \1", text)
    marked = re.sub(_MINUS, " -", text) if has_dash(text) else text
    found: list[tuple[bool, str]] = []
    for raw in re.split(_TERMS, marked):
        term = raw.strip()
        away = re.match(_TAKES_AWAY, term)
        name = term[away.end() :].strip() if away else term
        if name:
            found.append((away is None, name))
    return found
