"""Terms that name no people: `les 40`, `env. 12 personnes`, `N.N.`, `à déterminer`."""

import re

from itinerary.names import key

_PLACEHOLDERS = (
    "n n|nn|n c|nc|n a|na|x x|xx|tbc|tbd|tba|to be confirmed|to be determined|to be announced"
    "|a confirmer|a conf|a determiner|a definir|a preciser|a designer|a nommer|a completer"
    "|por confirmar|por determinar|por definir|a confirmar|en attente|pending|pendiente"
    "|neant|aucun|aucune|personne|nobody|no one|none|nadie|ninguno|ninguna|sans objet"
    "|conjoint|conjointe|conjoints|conjoint s|conjoint e|conjoint e s|epoux|epouse|epouses"
    "|spouse|spouses|conyuge|conyuges|plus one|accompagnant|accompagnants|accompagnant s"
    "|acompanante|acompanantes"
)
_ABOUT = r"(?:(?:env(?:iron)?\.?|about|approx\.?|circa|ca\.?|max(?:i|\.)?|[~≈+])\s*)"
_UNIT = (
    r"(?:p|pers|personnes?|persons?|personas?|people|pax|participants?|participantes|invit[ée]s?"
    r"|invitados|guests?|d[ée]l[ée]gu[ée]s?|delegates|delegados|couverts?|places?)(?:\.|\b)"
)
_ALONE = rf"(?i:(?:les|the|los|las)?\s*{_ABOUT}?\d{{1,6}}\s*(?:{_UNIT})?)"
_NUMBER = rf"{_ABOUT}?(\d{{1,6}})\s*"
_BEHIND = rf"(?i:(.*?[^\s:,-])\s*(?:\(\s*{_NUMBER}(?:{_UNIT})?\s*\)|[\s:,-]\s*{_NUMBER}{_UNIT}))"
_LONGEST = 200


def is_placeholder(term: str) -> bool:
    """Whether it stands there until somebody is named."""
    called = key(term[:_LONGEST])
    return called in _PLACEHOLDERS.split("|") or not called.strip("? ")


def is_headcount(term: str) -> bool:
    """Whether it is a number of people."""
    return re.fullmatch(_ALONE, term[:_LONGEST]) is not None


def counted(term: str) -> tuple[str, int] | None:
    """`délégation` and 12 for `délégation (12 p.)`."""
    found = re.fullmatch(_BEHIND, term) if len(term) <= _LONGEST else None
    return (found[1], int(found[2] or found[3])) if found else None


def is_crowd(term: str) -> bool:
    """Whether it is nobody's name, whatever else it may be."""
    return is_placeholder(term) or is_headcount(term) or counted(term) is not None
