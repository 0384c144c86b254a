"""What a new mission begins with: from flags and, on a terminal, by questions."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import NamedTuple, TypeVar

import typer

from itinerary.cli.output import refuse
from itinerary.locale import Words
from itinerary.model.settings import LANGUAGES
from itinerary.problems import Message, OneOf, say
from itinerary.show.blank_mission import NewMission
from itinerary.times import DateReader, UnreadableError
from itinerary.times.cities import zone_called

Value = TypeVar("Value")


class Given(NamedTuple):
    """The flags, as they are typed; None where one is left out."""

    title: str | None = None
    starts: str | None = None
    ends: str | None = None
    zone: str | None = None
    home_zone: str | None = None
    languages: str | None = None


class _Question(NamedTuple):
    """One of the things to know, and what holds where nobody says it."""

    name: str
    default: str | None = None

    @property
    def flag(self) -> str:
        return "--language" if self.name == "languages" else f"--{self.name.replace('_', '-')}"


def begun(words: Words, given: Given) -> NewMission:
    """The frame of the new mission; exit 2 where something is missing and nobody can be asked."""
    asker = _Asker(words, given, sys.stdin.isatty() and sys.stderr.isatty())
    today = datetime.now(UTC).astimezone().date()
    title = asker.answer(_Question("title"), _title)
    starts = asker.answer(_Question("starts"), DateReader(today, today, today).read)
    ends = asker.answer(_Question("ends"), lambda text: _last_day(text, starts, today))
    zone = asker.answer(_Question("zone"), zone_called)
    home = asker.answer(_Question("home_zone", zone or "UTC"), zone_called)
    spoken = asker.answer(_Question("languages", LANGUAGES[0]), _languages)
    if not (title and starts and ends and zone and home and spoken):
        raise asker.refuse()
    return NewMission(title, starts, ends, zone, home, spoken)


class _Asker:
    """Takes each answer from its flag, else asks for it, until it can be used."""

    def __init__(self, words: Words, given: Given, is_asking: bool) -> None:
        self._words = words
        self._given = given._asdict()
        self._is_asking = is_asking
        self._missing: list[str] = []
        self._faults: list[tuple[str, UnreadableError]] = []

    def answer(self, question: _Question, read: Callable[[str], Value]) -> Value | None:
        """The answer; None, to be told later, where it cannot be had."""
        text, default = self._given[question.name], question.default
        if text is None and not self._is_asking:
            if default is None:
                self._missing.append(question.flag)
            text = default
        while text is not None or self._is_asking:
            try:
                return read(self._ask(question, default) if text is None else text)
            except UnreadableError as fault:
                if not self._is_asking:
                    self._faults.append((question.flag, fault))
                    return None
                default = self._explain(fault) or question.default
                text = None
        return None

    def _ask(self, question: _Question, default: str | None) -> str:
        label = self._words.text(f"init.ask.{question.name}")
        try:
            return str(typer.prompt(label, default=default, err=True))
        except (typer.Abort, KeyboardInterrupt):
            typer.echo("\n" + self._words.text("init.stopped"), err=True)
            raise typer.Exit(130) from None

    def _explain(self, fault: UnreadableError) -> str | None:
        """Says what is wrong; what may be meant is offered as the next answer."""
        typer.echo(self._words.sentence(fault.message), err=True)
        if fault.hint is None:
            return None
        typer.echo("    " + self._words.sentence(fault.hint), err=True)
        names = fault.hint.args.get("names")
        return str(names[0]) if isinstance(names, OneOf) and len(names) == 1 else None

    def refuse(self) -> typer.Exit:
        """Everything that is missing or unusable, at once."""
        below: list[str] = []
        for flag, fault in self._faults:
            hint = f" ({self._words.sentence(fault.hint)})" if fault.hint else ""
            below.append(f"{flag}: {self._words.sentence(fault.message)}{hint}")
        if self._missing:
            below.append(self._words.text("init.missing.hint"))
        return refuse(self._words, self._summary(), *below)

    def _summary(self) -> Message:
        if self._missing:
            return say("init.missing", flags=tuple(self._missing))
        return say("init.unusable")


def _title(text: str) -> str:
    """On one line, without what cannot be seen."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not plain:
        raise UnreadableError(say("init.no_title"))
    return plain


def _last_day(text: str, starts: date | None, today: date) -> date:
    near = starts or today
    found = DateReader(near, near, today).read(text)
    if starts and found < starts:
        raise UnreadableError(say("toml.order", starts=f"{starts}", ends=f"{found}"))
    return found


def _languages(text: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(text.lower().replace(";", " ").replace(",", " ").split()))
    if not found or not set(found) <= {*LANGUAGES}:
        raise UnreadableError(say("toml.languages", languages=LANGUAGES))
    return found
