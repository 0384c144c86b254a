"""How the meetings are to be planned: `[meetings]` of `mission.toml`."""

from bisect import bisect
from collections.abc import Iterator, Mapping
from datetime import time, timedelta

from itinerary.load.documents import Values, is_whole
from itinerary.load.periods import LONGEST_NIGHT, read_daily, read_period
from itinerary.model.planning import STAGES, WEIGHTS, Planning
from itinerary.model.settings import MOST, WIDEST_GRID
from itinerary.names import key, near
from itinerary.problems import Message, OneOf, Source, error, say, warning
from itinerary.times import DateReader, Span, UnreadableError, nearest_instant, overlap

SECTION = "meetings"
_FIRST = STAGES[0]


def read_planning(file: Values, dates: DateReader, zone: str) -> Planning:
    """What can be used of the section; the rest is reported and takes its default."""
    default = Planning()
    periods = _Periods(file, dates, zone)
    return Planning(
        duration_minutes=int(file.number("duration", default.duration_minutes, 1, SECTION)),
        grid_minutes=_grid(file, default.grid_minutes),
        sessions=periods.sessions(),
        breaks=periods.breaks(),
        stages=_stages(file),
        weights=_weights(file),
        longest_run_minutes=_longest_run(file),
    )


def _grid(file: Values, default: int) -> int:
    value = file.section(SECTION).get("grid", default)
    if is_whole(value, 1, WIDEST_GRID):
        return int(value)
    file.refuse("grid", SECTION, say("toml.integer", name="grid", least=1, most=WIDEST_GRID))
    return default


def _longest_run(file: Values) -> int | None:
    if "longest_run" not in file.section(SECTION):
        return None
    return int(file.number("longest_run", 0, 1, SECTION)) or None


def _stages(file: Values) -> tuple[str, ...]:
    """Those that are listed, each once, after the first, which is always there."""
    example = _listed(STAGES[:3])
    written = file.texts("stages", SECTION, example)
    if written is None:
        return STAGES
    found: list[str] = []
    for text, at in written:
        stage = next((stage for stage in STAGES if key(stage) == key(text)), "")
        if not stage:
            file.report(error("value", say("toml.stage", text=text), at, hint=_meant(text)))
        elif stage in found:
            hint = say("toml.twice.hint")
            file.report(error("value", say("toml.twice", text=text), at, hint=hint))
        elif stage == _FIRST and found:
            hint = say("toml.threshold.hint", name="stages", example=_listed((_FIRST, *found)))
            file.report(error("value", say("toml.stage_first", text=text), at, hint=hint))
        else:
            found.append(stage)
    return (_FIRST, *(stage for stage in found if stage != _FIRST))


def _meant(text: str) -> Message:
    found = tuple(near(text, STAGES, 1))
    if found:
        return say("reference.near", names=OneOf(found))
    return say("value.choice.hint", choices=OneOf(STAGES))


def _listed(names: tuple[str, ...]) -> str:
    quoted = (f'"{name}"' for name in names)
    return f"[{', '.join(quoted)}]"


def _weights(file: Values) -> Mapping[int, int]:
    written = file.section(SECTION).get("weights", {})
    if not isinstance(written, dict):
        message = say("toml.threshold", name="weights", wanted=say("toml.weights"))
        example = "{ 1 = 100, 2 = 10, 3 = 1 }"
        hint = say("toml.threshold.hint", name="weights", example=example)
        file.refuse("weights", SECTION, message, hint)
        return WEIGHTS
    known = {f"{priority}": priority for priority in WEIGHTS}
    found = dict(WEIGHTS)
    for name, value in written.items():
        at = _weight_at(file, name)
        if name not in known:
            hint = say("toml.known", names=tuple(known))
            file.report(warning("value", say("toml.unknown", name=name), at, hint=hint))
        elif is_whole(value, 1, MOST):
            found[known[name]] = value
        else:
            message = say("toml.integer", name=f"weights.{name}", least=1, most=MOST)
            file.report(error("value", message, at))
    return found


def _weight_at(file: Values, name: str) -> Source:
    """Below `[meetings.weights]`, or in `weights.1 = 100`, or in `weights = { 1 = 100 }`."""
    return (
        file.line(name, f"{SECTION}.weights")
        or file.line(f"weights.{name}", SECTION)
        or file.line("weights", SECTION)
        or file.line("", f"{SECTION}.weights")
        or file.at("weights", SECTION)
    )


class _Periods:
    """When meetings can be held, and when they cannot."""

    def __init__(self, file: Values, dates: DateReader, zone: str) -> None:
        self._file = file
        self._dates = dates
        self._zone = zone
        midnights = (dates.starts, dates.ends + timedelta(1))
        self._mission = Span(*(nearest_instant(day, time(), zone) for day in midnights))

    def sessions(self) -> tuple[Span, ...]:
        """In order; of two that overlap, the one that is written first."""
        found: list[Span] = []
        written: dict[Span, tuple[str, Source]] = {}
        for text, at in self._texts("sessions"):
            span = self._moments(text, at)
            if span is None:
                continue
            place = bisect(found, span)
            clash = [s for s in found[max(place - 1, 0) : place + 1] if overlap(s, span)]
            if clash:
                self._refuse_overlap(text, at, *written[clash[0]])
            else:
                found.insert(place, span)
                written[span] = text, at
        return tuple(found)

    def breaks(self) -> tuple[Span, ...]:
        """In order of start; a break on one day may overlap one of every day."""
        return tuple(
            sorted({s for text, at in self._texts("breaks") for s in self._break(text, at)})
        )

    def _texts(self, name: str) -> list[tuple[str, Source]]:
        period = "12:00/13:30" if name == "breaks" else f"{self._dates.starts} 14:00/18:00"
        return self._file.texts(name, SECTION, f'["{period}"]') or []

    def _break(self, text: str, at: Source) -> Iterator[Span]:
        try:
            daily = read_daily(text)
        except UnreadableError as fault:
            self._report(fault, at)
            return
        if daily is None:
            span = self._moments(text, at)
            yield from [span] if span else []
            return
        for days in range((self._dates.ends - self._dates.starts).days + 1):
            span = daily.on(self._dates.starts + timedelta(days), self._zone)
            yield from [span] if span else []

    def _moments(self, text: str, at: Source) -> Span | None:
        """A period of the mission; its last night may go on into the next day."""
        try:
            span = read_period(text, self._dates, self._zone)
        except UnreadableError as fault:
            self._report(fault, at)
            return None
        starts, ends = self._mission
        if starts <= span.start < ends and span.end <= ends + LONGEST_NIGHT:
            return span
        message = say("toml.outside", text=text, starts=self._dates.starts, ends=self._dates.ends)
        self._file.report(error("time", message, at, hint=say("toml.outside.hint")))
        return None

    def _report(self, fault: UnreadableError, at: Source) -> None:
        self._file.report(error(fault.code, fault.message, at, hint=fault.hint))

    def _refuse_overlap(self, text: str, at: Source, other: str, there: Source) -> None:
        message = say("toml.overlap", text=text, other=other)
        self._file.report(error("time", message, at, there, hint=say("toml.overlap.hint")))
