"""What the checks look for: the list of rules, and the whole help of one."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import time
from typing import Any, NamedTuple

from itinerary.locale import Words
from itinerary.problems import Problem, Source
from itinerary.show.lines import BLANK, Column, Line, Part, line, row, wrapped
from itinerary.show.problem_groups import Reported
from itinerary.show.problems_text import INDENT, problem_blocks

COLOURS = {"error": "red", "warning": "yellow", "off": "dim"}


class Threshold(NamedTuple):
    name: str
    default: object
    value: object
    """What is in force."""

    @property
    def text(self) -> str:
        """As it stands in `[checks]`: `earliest = "11:30"`."""
        return f"{self.name} = {written(self.value)}"


class Rule(NamedTuple):
    """A code a problem can have, and what is said of it."""

    code: str
    default_severity: str
    severity: str
    """What is in force: `error`, `warning` or `off`."""
    help: str
    """Paragraphs, the first of one sentence."""
    thresholds: tuple[Threshold, ...]

    @property
    def summary(self) -> str:
        return _paragraphs(self.help)[0]


class Shown(NamedTuple):
    """An example: its tables by file, what `check` says of them, and the lines that end it."""

    tables: Mapping[str, str]
    problems: Sequence[Problem]
    repair: Mapping[Source, str]


def written(value: object) -> str:
    """A threshold as TOML."""
    shown = f"{value:%H:%M}" if isinstance(value, time) else value
    return json.dumps(shown, ensure_ascii=False)


def rules_text(rules: Iterable[Rule], words: Words, width: int) -> Iterator[Line]:
    """Each rule with its severity, what it finds, and below it its thresholds."""
    rules = list(rules)
    codes = max(len(rule.code) for rule in rules)
    for rule in rules:
        columns = [
            Column(rule.code, codes, "bold"),
            Column(rule.severity, len("warning"), COLOURS[rule.severity]),
        ]
        yield from row(columns, [Part(rule.summary)], width)
        blank = [column._replace(text="") for column in columns]
        for threshold in rule.thresholds:
            text = _with_default(threshold, words)
            yield from row(blank, [Part(text, "dim")], width)


def rules_data(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """The same for scripts; keys are only ever added."""
    return [
        {
            "rule": rule.code,
            "severity": rule.severity,
            "default_severity": rule.default_severity,
            "finds": rule.summary,
            "thresholds": [
                {"name": t.name, "default": _plain(t.default), "value": _plain(t.value)}
                for t in rule.thresholds
            ],
        }
        for rule in rules
    ]


def rule_text(rule: Rule, example: Shown, words: Words, width: int) -> Iterator[Line]:
    """All there is to know of one rule."""
    yield (Part(rule.code, "bold"), Part("  "), Part(rule.severity, COLOURS[rule.severity]))
    for paragraph in _paragraphs(rule.help):
        yield BLANK
        yield from wrapped(paragraph, width)
    if rule.thresholds:
        yield BLANK
        yield line(words.text("rules.thresholds", rule=rule.code), "bold")
        for threshold in rule.thresholds:
            yield from wrapped(_with_default(threshold, words), width, indent=INDENT)
    yield from _example(example, words, width)


def _example(example: Shown, words: Words, width: int) -> Iterator[Line]:
    for file, text in example.tables.items():
        yield BLANK
        yield line(file, "bold")
        yield from (line(" " * INDENT + each) for each in text.splitlines())
    yield BLANK
    yield line(words.text("rules.report"), "bold")
    for each in problem_blocks(map(Reported, example.problems), words, width - INDENT):
        yield (Part(" " * INDENT), *each)
    yield BLANK
    yield line(words.text("rules.repair"), "bold")
    for at, text in example.repair.items():
        yield line(f"{' ' * INDENT}{at.label}")
        yield line(f"{' ' * INDENT * 2}{text}", "green")


def _with_default(threshold: Threshold, words: Words) -> str:
    if threshold.value == threshold.default:
        return threshold.text
    default = written(threshold.default)
    return words.text("rules.changed", threshold=threshold.text, default=default)


def _plain(value: object) -> object:
    """A value as JSON has it."""
    return json.loads(written(value))


def _paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
