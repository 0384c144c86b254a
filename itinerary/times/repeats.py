"""Recurrence rules (RFC 5545 section 3.3.10), expanded by dateutil on wall-clock dates."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import NamedTuple

from itinerary.names import fold
from itinerary.problems import say
from itinerary.times.faults import UnreadableError

MOST = 1000
_PART = (
    r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|(?:INTERVAL|COUNT)=[1-9][0-9]{0,3}"
    r"|UNTIL=[0-9]{8}(?:T[0-9]{6}Z?)?|WKST=[A-Z]{2}"
    r"|BY(?:DAY|MONTHDAY|YEARDAY|WEEKNO|MONTH|SETPOS)=[A-Z0-9,+-]{1,200}"
)
_WORDS = {
    "daily": "FREQ=DAILY", "every day": "FREQ=DAILY", "tous les jours": "FREQ=DAILY",
    "quotidien": "FREQ=DAILY", "diario": "FREQ=DAILY", "todos los dias": "FREQ=DAILY",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "en semaine": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "dias laborables": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY", "chaque semaine": "FREQ=WEEKLY", "semanal": "FREQ=WEEKLY",
}  # fmt: skip


class _Rule(NamedTuple):
    """A rule and, taken out of it, what bounds its expansion."""

    text: str
    interval: int
    most: int
    until: date


def occurrence_dates(rule: str, first: date, last: date) -> list[date]:
    """The dates of a rule such as `FREQ=DAILY;COUNT=5` from `first`, none after `last`.

    A rule on dates, so a wall time stays the same across a clock change (section 3.8.5.3).
    """
    try:
        bounded = _bounded(_WORDS.get(fold(rule), rule.strip().upper()), last)
        dates = list(islice(_expanded(bounded, first), bounded.most))
    except (ValueError, TypeError, AttributeError, LookupError):
        raise UnreadableError(say("repeat.unreadable", text=rule), say("repeat.hint")) from None
    if not dates:
        raise UnreadableError(say("repeat.empty", text=rule), say("repeat.hint"))
    return dates


def dates_within(rule: str, first: date, since: date, last: date) -> list[date]:
    """The dates of a rule begun on `first` that lie from `since` to `last`; there may be none.

    What began long ago is not counted up to here, unless the rule itself counts.
    """
    try:
        bounded = _bounded(rule.strip().upper(), last)
        if bounded.until < since:
            return []
        begun = first if "COUNT=" in rule.upper() else _near(bounded, first, since)
        dates = list(islice(_expanded(bounded, begun), bounded.most))
    except (ValueError, TypeError, AttributeError, LookupError):
        raise UnreadableError(say("repeat.unreadable", text=rule), say("repeat.hint")) from None
    return [day for day in dates if day >= since]


def _near(rule: _Rule, first: date, since: date) -> date:
    """The first day without whole periods that lie in the past, all but the last."""
    if "FREQ=WEEKLY" in rule.text or "FREQ=DAILY" in rule.text:
        period = timedelta(rule.interval * _least_days(rule.text))
        return first + max((since - first) // period - 1, 0) * period
    months = rule.interval * (12 if "FREQ=YEARLY" in rule.text else 1)
    passed = (since.year - first.year) * 12 + since.month - first.month
    periods = max(passed // months - 1, 0)
    days = (_months_on(first, months * (periods - less)) for less in range(min(periods, 8)))
    return next((day for day in days if day), first)


def _months_on(first: date, months: int) -> date | None:
    """The same day of a later month; None where that has no such day."""
    years, month = divmod(first.month - 1 + months, 12)
    try:
        return first.replace(year=first.year + years, month=month + 1)
    except ValueError:
        return None


def _bounded(rule: str, last: date) -> _Rule:
    """The rule with its end, `last` at the latest.

    Parts finer than a day are refused, and so is what dateutil takes without a word: an
    INTERVAL of 0 never ends, an odd UNTIL is lost.
    """
    written = rule.removeprefix("RRULE:").strip(";").split(";")
    if not all(re.fullmatch(_PART, part) for part in written):
        raise ValueError(rule)
    parts = dict(part.split("=") for part in written)
    most = int(parts.pop("COUNT", MOST))
    end = parts.pop("UNTIL", None)
    until = min(date.fromisoformat(end[:8]), last) if end else last
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    return _Rule(text, int(parts.get("INTERVAL", 1)), min(most, MOST), until)


def _least_days(rule: str) -> int:
    """The days from one period to the next, at least."""
    found = re.search(r"FREQ=(\w+)", rule)
    return {"WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}.get(found[1] if found else "", 1)


class _Interval(int):
    """An INTERVAL that dateutil can add only so many times.

    It compares UNTIL with dates that match, so one that never does (30 February) it seeks up
    to the year 9999, day by day. What it adds to go from one period to the next is this number.
    """

    left = MOST

    def __radd__(self, other: int) -> int:
        self.left -= 1
        if self.left < 0:
            raise _PastError
        return other + int(self)

    def __mul__(self, other: int) -> int:
        return other * self.__radd__(0)


class _PastError(Exception):
    """Every period up to the last date has been looked at."""


def _expanded(rule: _Rule, first: date) -> Iterator[date]:
    if rule.text == "FREQ=DAILY":  # the usual one need not wait for dateutil to be imported
        yield from (first + timedelta(days) for days in range((rule.until - first).days + 1))
        return
    from dateutil.rrule import rrule as recurrence
    from dateutil.rrule import rrulestr

    endless = rrulestr(rule.text, dtstart=datetime.combine(first, time()))
    assert isinstance(endless, recurrence)
    interval = _Interval(rule.interval)
    period = _least_days(rule.text) * rule.interval
    interval.left = min((rule.until - first).days // period + 2, MOST)
    found = endless.replace(interval=interval, until=datetime.combine(rule.until, time()))
    try:
        yield from (moment.date() for moment in found)
    except _PastError:
        return
