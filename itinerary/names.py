"""How names are compared and cut: without case, accents or the odd spaces of spreadsheets."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

_PUNCTUATION = str.maketrans("-_.,'/()&", " " * 9)
_ODD_SPACES = ("  ", "\n ", " \n", *"\t\r\v\f\x1c\x1d\x1e\x1f")
"""What `key` would take away."""
_NOT_SLUG = r"[^a-z0-9]+"
_PLAIN = {
    **dict.fromkeys(range(0x300, 0x370)),  # combining accents
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u00b4"), "'"),
    ord("æ"): "ae",
    ord("œ"): "oe",
    ord("ø"): "o",
    ord("đ"): "d",
    ord("ł"): "l",
    ord("ı"): "i",
}


@lru_cache(maxsize=262144)
def fold(text: str) -> str:
    """Lower case, no accents, plain dashes and quotes, single spaces: `helene levy`."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold()  # `™` becomes `TM`
    return " ".join(plain.translate(_PLAIN).split())


@lru_cache(maxsize=262144)
def key(text: str) -> str:
    """What two spellings of a name share: `fold`, punctuation as spaces (`jean luc`)."""
    return " ".join(fold(text).translate(_PUNCTUATION).split())


def keys(texts: Sequence[str]) -> list[str]:
    """The `key` of each; plain ones, as ids are, all at once."""
    joined = "\n".join(texts)
    plain = joined.lower().translate(_PUNCTUATION)
    words_apart = f"\n{plain}\n"
    if not joined.isascii() or any(space in words_apart for space in _ODD_SPACES):
        return [*map(key, texts)]
    found = plain.split("\n")
    return found if len(found) == len(texts) else [*map(key, texts)]


def slug(text: str, longest: int = 60) -> str:
    """`[a-z0-9-]` for ids and file names, at most `longest` characters, never empty."""
    return re.sub(_NOT_SLUG, "-", fold(text)).strip("-")[:longest].rstrip("-") or "x"


def near(text: str, candidates: Iterable[str], most: int = 3, alike: float = 0.65) -> list[str]:
    """The candidates spelt most like `text`, best first; none that is not alike (0 to 1)."""
    import difflib

    by_key: dict[str, str] = {}
    for candidate in candidates:
        whole = key(candidate)
        for spelling in (whole, *(word for word in whole.split() if len(word) > 3)):
            by_key.setdefault(spelling, candidate)
    found = difflib.get_close_matches(key(text), by_key, n=most + 2, cutoff=alike)
    return list(dict.fromkeys(by_key[spelling] for spelling in found))[:most]


def matching(text: str, names: Mapping[str, str]) -> list[str]:
    """Ids whose id or name is `text`, else those whose name has words that begin as its words.

    `names` maps ids to names. `helene` finds Hélène; `suhas jf` finds Jean-François Suhas. What
    stands in the middle of a word finds nobody: `cci` is no way to say Morucci.
    """
    wanted = key(text)
    if not wanted:
        return []
    exact = [identity for identity in names if key(identity) == wanted]
    exact = exact or [identity for identity, name in names.items() if key(name) == wanted]
    if exact:
        return exact
    words = wanted.split()
    return [i for i, name in names.items() if _starts(words, key(name).split())]


def _starts(words: list[str], name: list[str]) -> bool:
    """Whether each word begins another word of the name, or is its initials (`jf`)."""
    initials = "".join(part[0] for part in name)
    left = list(name)
    for word in words:
        match = next((part for part in left if part.startswith(word)), None)
        if match is not None:
            left.remove(match)
        elif len(word) == 1 or word not in initials:
            return False
    return True
