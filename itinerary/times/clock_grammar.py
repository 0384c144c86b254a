"""Every way to write a time of day but `14:30`; `clocks` imports it when it meets one."""

import re
from datetime import UTC, time, tzinfo

from itinerary.names import fold
from itinerary.problems import say
from itinerary.times.clock_values import Clock, ClockRange
from itinerary.times.faults import UnreadableError
from itinerary.times.words import CLOCK_WORDS
from itinerary.times.zones import fixed_offset

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})"
    r"(?:\s*(?:heures?|hrs?|h|:|\.)\s*(?P<minute>\d{2})?(?:\s*min|m)?(?:[:.](?P<second>\d{2}))?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?"
)
_DIGITS = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>)(?P<half>)")
_OFFSET = re.compile(
    r"\s*\(?(?:(?P<z>z|utc|gmt)|(?:utc|gmt)\s*(?P<sign>[+-])\s*(?P<h>\d{1,2})(?::?(?P<m>\d{2}))?"
    r"|(?P<plus>\+)(?P<ph>\d{2}):?(?P<pm>\d{2}))\)?$"
)
_ISO_OFFSET = re.compile(r"(?<=:\d\d)(?P<sign>[+-])(?P<h>\d{2}):?(?P<m>\d{2})$")
_NEXT_DAY = re.compile(r"\s*(?:\(?(?:\+\s*|j\+|d\+)(?P<days>[1-3])(?:\s*(?:j|d))?\)?)$")
_BETWEEN = re.compile(r"\s*(?:->|→|-)\s*|\s+(?:a las?|a|to|until|jusqu'a|hasta)\s+")
_LEADING = re.compile(
    r"^(?:de las?|de|a partir (?:de las?|de)|desde(?: las?)?|from|des|at|a las?|las?|a)\s+"
)


def read_written(text: str, iso: bool) -> ClockRange:
    """As `clocks.read_clocks`, by the patterns below."""
    plain = _LEADING.sub("", _plain(text))
    if iso:
        return ClockRange(_clock(plain, text, iso=True))
    bounds = _BETWEEN.split(_protect(plain))
    if len(bounds) > 2 or not all(bounds):
        raise _unreadable(text)
    clocks = [_clock(bound.replace("~", "-"), text) for bound in bounds]
    if len(clocks) == 1:
        return ClockRange(clocks[0])
    start, end = _share_half(bounds, clocks), clocks[1]
    if start.time.tzinfo is None:
        start = start._replace(time=start.time.replace(tzinfo=end.time.tzinfo))
    return ClockRange(start, end)


def _plain(text: str) -> str:
    return fold(text).strip(" .,")


def _protect(text: str) -> str:
    """`UTC-5` keeps its sign while ranges are cut at their dash."""
    return re.sub(r"((?:utc|gmt)\s*)-", r"\1~", text)


def _share_half(bounds: list[str], clocks: list[Clock]) -> Clock:
    """`2-3:30 pm` means both: a first bound without am or pm takes the second's."""
    first = clocks[0]
    if len(bounds) < 2 or re.search(r"m|h|:\d\d:|[a-z]", bounds[0]):
        return first
    if re.search(r"p\.?m\.?$", bounds[1]) and first.time.hour < 12:
        later = Clock(first.time.replace(hour=first.time.hour + 12))
        if later.time <= clocks[1].time:
            return later
    return first


def _clock(text: str, whole: str, iso: bool = False) -> Clock:
    text, offset = _offset(text, iso)
    text, days = _next_day(text)  # not first: `UTC+1` is no next day
    if offset is None:
        text, offset = _offset(text, iso)
    if text in CLOCK_WORDS:
        return Clock(time(CLOCK_WORDS[text], tzinfo=offset), days)
    match = _DIGITS.fullmatch(text) or _CLOCK.fullmatch(text)
    if match is None or (text.isdigit() and len(text) < 3 and text == _plain(whole)):
        raise _unreadable(whole)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = _half_day(hour, match["half"][0], whole)
    if (hour, minute) == (24, 0):
        hour, days = 0, days + 1
    second = int(match["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise _unreadable(whole)
    return Clock(time(hour, minute, second, tzinfo=offset), days)


def _next_day(text: str) -> tuple[str, int]:
    match = _NEXT_DAY.search(text)
    return (text[: match.start()], int(match["days"])) if match else (text, 0)


def _offset(text: str, iso: bool) -> tuple[str, tzinfo | None]:
    if iso and (match := _ISO_OFFSET.search(text)):
        sign = 1 if match["sign"] == "+" else -1
        return text[: match.start()], fixed_offset(int(match["h"]), int(match["m"]), sign)
    match = _OFFSET.search(text)
    if match is None:
        return text, None
    rest = text[: match.start()]
    if match["z"]:
        return rest, UTC
    if match["plus"]:
        return rest, fixed_offset(int(match["ph"]), int(match["pm"]), 1)
    sign = 1 if match["sign"] == "+" else -1
    return rest, fixed_offset(int(match["h"]), int(match["m"] or 0), sign)


def _half_day(hour: int, half: str, whole: str) -> int:
    """12 am is midnight, 12 pm is noon."""
    if not 1 <= hour <= 12:
        raise _unreadable(whole)
    return hour % 12 + (12 if half == "p" else 0)


def _unreadable(text: str) -> UnreadableError:
    is_serial = re.fullmatch(r"\s*0[.,]\d+\s*", text)  # a part of a day, as spreadsheets count
    hint = say("value.serial_time") if is_serial else say("clock.hint")
    return UnreadableError(say("clock.unreadable", text=text), hint)
