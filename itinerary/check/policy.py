"""What the organiser has said about the rules: thresholds in `[checks]`, clashes accepted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time
from itertools import pairwise
from typing import Any

from itinerary.check.wording import people
from itinerary.model import Acceptance, Mission
from itinerary.names import near
from itinerary.problems import Message, OneOf, Problem, Severity, Source, error, say, warning
from itinerary.times import UnreadableError, read_clocks

Rule = Callable[..., Iterator[Problem]]
"""A function of a `Timetable`. What it takes by keyword are its thresholds, with their defaults;
`today`, where it takes one, is given by the caller."""
TODAY = "today"
SEVERITY = "severity"
MOST = 10_000
"""Of any number that is a threshold: what is more fits into no calendar."""


def code_of(rule: Rule) -> str:
    """The rule's name as people write it: `late-leg` of `late_leg`."""
    return rule.__name__.replace("_", "-")


def thresholds(rule: Rule) -> dict[str, Any]:
    """Each threshold of a rule and its default."""
    defaults: dict[str, Any] = getattr(rule, "__kwdefaults__", None) or {}
    return {name: value for name, value in defaults.items() if name != TODAY}


def without_guesses(mission: Mission) -> Mission:
    """The mission whose `[checks]` make an error of every guess."""
    severities = {**mission.settings.severities, "guess": Severity.ERROR.value}
    return replace(mission, settings=mission.settings._replace(severities=severities))


def applied(rule: Rule, mission: Mission) -> tuple[dict[str, Any], list[Problem]]:
    """The thresholds as `[checks]` wants them, and what of it cannot be used."""
    known = thresholds(rule)
    code = code_of(rule)
    chosen: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in mission.settings.thresholds.get(code, {}).items():
        at = mission.settings.check_lines[f"{code}.{name}"]
        if name not in known:
            problems.append(_unknown(name, (*known, SEVERITY), at))
            continue
        found = _read(value, known[name])
        if found is None:
            problems.append(_unusable(name, known[name], at))
        else:
            chosen[name] = found
    problems += _without_backwards(mission, code, known, chosen)
    return chosen, problems


def _without_backwards(
    mission: Mission, code: str, known: Mapping[str, Any], chosen: dict[str, Any]
) -> Iterator[Problem]:
    """Takes out times of day that do not follow each other as their defaults do."""
    times = [name for name, default in known.items() if isinstance(default, time)]
    for first, then in pairwise(times):
        start, end = ({**known, **chosen}[name] for name in (first, then))
        if end <= start:
            at = mission.settings.check_lines[f"{code}.{then if then in chosen else first}"]
            message = say("toml.backwards", first=first, start=start, then=then, end=end)
            yield error("value", message, at, hint=say("toml.backwards.hint"))
            for name in (first, then):
                chosen.pop(name, None)


def unknown_rules(
    mission: Mission, codes: Sequence[str], reading: Sequence[str] = ()
) -> Iterator[Problem]:
    """Names in `[checks]` that are no rule, and thresholds of what is found while reading."""
    known = tuple(dict.fromkeys((*codes, *reading)))
    lines = mission.settings.check_lines
    for name, at in lines.items():
        rule, _, threshold = name.partition(".")
        if rule in codes:  # `applied` reads its thresholds
            continue
        if rule in reading:
            if threshold not in ("", SEVERITY):
                yield _unknown(threshold, (SEVERITY,), at)
        elif not threshold or rule not in lines:
            yield _unknown(name, known, at)


def _unknown(name: str, known: Sequence[str], at: Source) -> Problem:
    is_alone = tuple(known) == (SEVERITY,) and not near(name, known)
    hint = say("toml.alone") if is_alone else _meant(name, known)
    return warning("value", say("toml.unknown", name=name), at, hint=hint)


def _read(value: object, default: object) -> object:
    """The value in the shape of the default, or None."""
    if isinstance(default, time):
        return _clock(value)
    if isinstance(default, int):
        fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST
        return value if fits else None
    if isinstance(default, str):
        return value if isinstance(value, str) else None
    fits = isinstance(value, list) and all(isinstance(part, str) for part in value)
    return tuple(value) if fits and isinstance(value, list) else None


def _clock(value: object) -> time | None:
    """A time of day; not one of another zone or day, and no range."""
    if isinstance(value, time):
        return value
    try:
        start, end = read_clocks(str(value))
    except UnreadableError:
        return None
    return None if end or start.days or start.time.tzinfo else start.time


def _unusable(name: str, default: object, at: Source) -> Problem:
    wanted, example = _wanted(default)
    message = say("toml.threshold", name=name, wanted=wanted)
    hint = say("toml.threshold.hint", name=name, example=example)
    return error("value", message, at, hint=hint)


def _wanted(default: object) -> tuple[Message, str]:
    """What a threshold must be, and its default as it is written."""
    if isinstance(default, time):
        return say("toml.clock"), f'"{default:%H:%M}"'
    if isinstance(default, int):
        return say("toml.whole", most=MOST), f"{default}"
    if isinstance(default, str):
        return say("toml.word"), f'"{default}"'
    texts = (f'"{text}"' for text in (default if isinstance(default, tuple) else ()))
    return say("toml.words"), f"[{', '.join(texts)}]"


def without_accepted(
    mission: Mission, problems: Iterable[Problem], sought: Sequence[str]
) -> Iterator[Problem]:
    """The problems nobody has accepted, and a warning for each acceptance of none.

    Of a rule that is not among those `sought` nothing is known.
    """
    rows: dict[str, list[Acceptance]] = {}
    for row in mission.accepted:
        rows.setdefault(row.rule, []).append(row)
    used: set[int] = set()
    for problem in problems:
        left: Problem | None = problem
        for row in rows.get(problem.code, ()):
            if left is not None and _is_meant(row, left):
                used.add(id(row))
                left = _without(mission, left, row)
        if left is not None:
            yield left
    for row in mission.accepted:
        if row.rule in sought and id(row) not in used:
            message = say("accepted.idle", rule=row.rule, subject=row.subject)
            at = row.origin.cell("subject")
            yield warning("reference", message, at, hint=say("accepted.idle.hint"))


def unknown_acceptances(
    mission: Mission, codes: Sequence[str], reading: Sequence[str] = ()
) -> Iterator[Problem]:
    """Rows of the table of accepted clashes whose rule is none, or no rule about clashes."""
    for row in mission.accepted:
        at = row.origin.cell("rule")
        if row.rule in codes:
            continue
        if row.rule in reading:
            message = say("accepted.cell", rule=row.rule)
            hint = say("accepted.cell.hint", rule=row.rule)
        else:
            message, hint = say("accepted.rule", rule=row.rule), _meant(row.rule, codes)
        yield error("reference", message, at, hint=hint)


def _meant(name: str, known: Sequence[str]) -> Message:
    """The nearest name that is known, else all of them."""
    found = near(name, known, 1)
    if found:
        return say("reference.near", names=OneOf(found))
    return say("value.choice.hint", choices=OneOf(known))


def _is_meant(row: Acceptance, problem: Problem) -> bool:
    """Whether a row speaks of a clash: its rule, all of its items and some of its people."""
    if row.rule != problem.code or not (row.items or row.people):
        return False
    days = {item.partition("@")[0] for item in problem.items}
    names_all = all(item in problem.items or item in days for item in row.items)
    return names_all and (not row.people or not set(row.people).isdisjoint(problem.people))


def _without(mission: Mission, problem: Problem, row: Acceptance) -> Problem | None:
    """The problem for those it has not been accepted for; None if nobody is left."""
    left = tuple(person for person in problem.people if person not in set(row.people))
    if not row.people or not left or not problem.items:  # without an item, people are the clash
        return None
    args = problem.message.args
    if "people" in args:
        args = {**args, "people": people(mission, left), "n": len(left)}
    return problem._replace(message=problem.message._replace(args=args), people=left)
