"""Every sentence the program says, one TOML file per language, and how values read in them.

A translator edits `en.toml` and its siblings and nothing else. `{name}` is filled in; a
sentence that depends on a number is a table of `one` and `other`, chosen by `{n}`.
"""

import re
import sys
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from itinerary.problems import Message, OneOf, say
from itinerary.times import Moment

LANGUAGES = ("en",)
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)))
HOURS_COUNTED = 48
"""From here on a length is told in days."""
LONGEST_QUOTE = 120
"""Characters of a cell that a problem quotes."""


class Words:
    """One language: messages to sentences, dates and lists as its readers write them."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self.year: int | None = None
        """The year of the mission: short dates of any other show theirs."""
        self._table = Sections(language)
        self._shown: dict[type, Callable[[Any], str]] = {
            Moment: lambda m: f"{self.day(m.wall.date())} {m.wall:%H:%M}",
            datetime: lambda d: f"{self.day(d.date())} {d:%H:%M}",
            date: self.day,
            time: lambda t: f"{t:%H:%M}",
            timedelta: self.length,
            Message: self.sentence,
            tuple: self.list,
            OneOf: lambda values: self.list(values, "list.or"),
        }

    def sentence(self, message: Message) -> str:
        """The message in this language; what it quotes from a cell is cut to a bearable length."""
        return self._filled(message, LONGEST_QUOTE)

    def _filled(self, message: Message, longest: int) -> str:
        text = self._lookup(message.key)
        if isinstance(text, dict):
            text = text["one" if message.args.get("n") == 1 else "other"]
        if "{" not in text:
            return str(text)
        return str(text).format_map(
            {name: self._shown_cut(v, longest) for name, v in message.args.items()}
        )

    def text(self, key: str, **args: object) -> str:
        """The sentence of a key, for labels that are drawn and never kept."""
        return self._filled(say(key, **args), sys.maxsize)

    def shown(self, value: object) -> str:
        """A value as it reads in a sentence."""
        return self._shown_cut(value, sys.maxsize)

    def _shown_cut(self, value: object, longest: int) -> str:
        draw = self._shown.get(type(value))
        if draw is not None:
            return draw(value)
        text = str(value)
        if not text.isprintable():
            text = re.sub(r"\s*[\r\n]\s*", " ", text).translate(_CONTROLS)
        return text if len(text) <= longest else f"{text[: longest - 1]}…"

    def day(self, day: date) -> str:
        """`Mon 6 Nov`, and the year where it is not the mission's."""
        names = self._table["dates"]
        text = names["short"].format(
            weekday=names["weekdays_short"][day.weekday()],
            day=day.day,
            month=names["months_short"][day.month - 1],
        )
        return str(text) if self.year in (None, day.year) else f"{text} {day.year}"

    def long_day(self, day: date) -> str:
        """`Monday 6 November 2017`."""
        names = self._table["dates"]
        text = names["long"].format(
            weekday=names["weekdays"][day.weekday()],
            day=day.day,
            month=names["months"][day.month - 1],
            year=day.year,
        )
        return str(text)

    def length(self, length: timedelta) -> str:
        """`25 min`, `1 h 30`, `2 d 5 h`."""
        hours, minutes = divmod(int(length.total_seconds() // 60), 60)
        if hours >= HOURS_COUNTED:
            return f"{hours // 24} d {hours % 24} h"
        if not hours:
            return f"{minutes} min"
        return f"{hours} h {minutes:02}" if minutes else f"{hours} h"

    def list(self, values: tuple[object, ...], last: str = "list.and") -> str:
        """`A, B and C`, or with another word before the last."""
        shown = [self.shown(value) for value in values]
        if len(shown) < 2:
            return "".join(shown)
        return f"{', '.join(shown[:-1])} {self._lookup(last)} {shown[-1]}"

    def _lookup(self, key: str) -> Any:
        found: Any = self._table
        for part in key.split("."):
            found = found[part]
        return found.get("text", found) if isinstance(found, dict) else found


class Sections(dict[str, Mapping[str, Any]]):
    """The top-level tables of a language's file, each parsed when it is first asked for."""

    def __init__(self, language: str) -> None:
        self._texts = _texts(language)

    def __missing__(self, name: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = tomllib.loads(self._texts[name])[name]
        self[name] = found
        return found


@cache
def _texts(language: str) -> Mapping[str, str]:
    """The text of each top-level table, those that belong below it included."""
    whole = Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8")
    texts: dict[str, str] = {}
    for part in re.split(r"^(?=\[)", whole, flags=re.MULTILINE)[1:]:
        name = part[1 : part.index("]")].split(".")[0]
        texts[name] = texts.get(name, "") + part
    return texts
