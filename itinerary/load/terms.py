"""How an expression of people is cut into terms: `officials + Jean Roatta; port - press`."""

import re

_EXCEPT = r"(?:except|sauf|salvo|excepto|hors)"
_TERMS = rf"(?i:\s*[;+\n]\s*|\s+(?=-\s*\w)|\s+(?={_EXCEPT}\s))"
_TAKES_AWAY = rf"(?i:-\s*|{_EXCEPT}\s+)(?i:for\s+)?"
ARTICLE = r"(?i:les?|la|the|los?|las|el)\s+"
_MINUS = r"(?:^|\s+)[-\u2010-\u2015\u2212]\s*(?=\w)"
_AND = r"(?i:\s*[,&/]\s*|\s+(?:et|and|y)\s+)"
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
    marked = re.sub(_MINUS, " -", text) if has_dash(text) else text
    found: list[tuple[bool, str]] = []
    for raw in re.split(_TERMS, marked):
        term = raw.strip()
        away = re.match(_TAKES_AWAY, term)
        name = term[away.end() :].strip() if away else term
        if name:
            found.append((away is None, name))
    return found
