"""How sure something is: the column `status`, and what a title says in its place."""

import re

from itinerary.load.intake import choices
from itinerary.load.rows import Row
from itinerary.names import key
from itinerary.problems import say

_STATUSES = choices(
    "confirmed|confirmé|confirmée|confirmés|confirmées|confirmé(e)|confirmé(e)s|confirmado"
    "|confirmada|validé|validée|ok",
    "draft|brouillon|borrador|provisional|provisoire|tentative|to be confirmed|tbc|à confirmer"
    "|à conf|por confirmar|a confirmar",
    "cancelled|canceled|annulé|annulée|annulés|annulées|annulé(e)|annulation|cancelado|cancelada"
    "|anulado|anulada",
)
_GUESSED = choices(
    "confirmed|x|oui|yes|sí|fait",
    "draft|reporté|reportée|postponed|aplazado|aplazada|option|optionnel|en option|pending"
    "|en attente|pendiente|tbd|tba|à déterminer|à définir|à valider|?|non confirmé|non confirmée"
    "|unconfirmed",
    "cancelled|supprimé|supprimée|suprimido|suprimida|abandonné|abandonnée|deleted",
)
_CANCELLED = r"annul[ée]+(?:\(e\))?s?|annulation|cancell?ed|cancelad[oa]|anulad[oa]|supprim[ée]+s?"
_DRAFT = (
    r"report[ée]+s?|postponed|aplazad[oa]|(?:en )?option|provisoire|[àa] conf(?:irmer|\.)?"
    r"|to be confirmed|tb[cd]|por confirmar"
)
_WORD = rf"({_CANCELLED}|{_DRAFT})"
_ANYWHERE = re.compile(_WORD, re.IGNORECASE)
_MARKED = rf"(?<![(\[*])[(\[*]++\s*+{_WORD}\s*+[)\]*]+"
_DASH = r"[-\u2013\u2014]"
_IN_FRONT = rf"(?i:^{_MARKED}\s*[-\u2013\u2014:]?|^{_WORD}(?:\s*[:!]+|\s+{_DASH}))\s*"
_BEHIND = rf"(?i:(?<!\s)\s*+{_MARKED}|(?<!\s)\s++{_DASH}\s*+{_WORD})\s*!*$"
"""From the first space or bracket of several on: a cell may hold thousands."""


def read_status(row: Row, title: str = "") -> str:
    """What the column says; without it what a title such as `ANNULÉ - Visite` does."""
    text, said = row.text("status"), _said(title)
    otherwise = "draft" if row.is_draft else "confirmed"
    if said:
        otherwise = "cancelled" if re.fullmatch(_CANCELLED, said, re.IGNORECASE) else "draft"
    guessed = None if key(text) in _STATUSES else _GUESSED.get(key(text))
    if guessed:
        row.guess("status", say("guess.read", text=text, meant=guessed),
                  say("guess.write", meant=guessed))  # fmt: skip
    status = guessed or row.choice("status", _STATUSES, otherwise)
    if said:
        message = say("guess.title", text=said, meant=status)
        row.guess("title", message, say("guess.title.hint", meant=status))
    return status


def without_status(title: str) -> str:
    """The title without what it says of a status."""
    if not _ANYWHERE.search(title):
        return title
    return re.sub(_BEHIND, "", re.sub(_IN_FRONT, "", title, count=1)) or title


def _said(title: str) -> str:
    if not _ANYWHERE.search(title):
        return ""
    found = re.search(_IN_FRONT, title) or re.search(_BEHIND, title)
    return next(filter(None, found.groups())) if found else ""
