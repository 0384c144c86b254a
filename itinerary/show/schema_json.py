"""What `mission.toml` and the rows of the tables may hold, as JSON Schema (draft 2020-12).

A schema names what is best written. The program reads more than that: dates as people write
them, and the words of a list in three languages.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Any, NamedTuple

from itinerary.locale import Words
from itinerary.model.columns import COLUMNS, Column, Kind
from itinerary.model.settings import MOST, SETTINGS, SEVERITIES, TOP, Setting

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KINDS: Mapping[Kind, Schema] = {
    Kind.COUNTRY: {"pattern": "^[A-Za-z]{2}$"},
    Kind.DATE: {"format": "date"},
    Kind.DOMAIN: {"pattern": "^[a-zA-Z0-9.-]{0,100}$"},
    Kind.EMAIL: {"format": "email"},
    Kind.URL: {"format": "uri"},
    Kind.ZONE: {"pattern": "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"},
}
_WHOLE, _POSITIVE = "^[0-9]+$", "^0*[1-9][0-9]*$"
_DECIMAL = "^[+-]?[0-9]+([.,][0-9]+)?$"
_ADDRESS = "^[Hh][Tt][Tt][Pp][Ss]?://"
_MANY = frozenset({Kind.WHO, Kind.REFERENCES, Kind.LANGUAGES, Kind.WORDS, Kind.PERIODS})


class RuleSettings(NamedTuple):
    """What `[checks]` says of a rule."""

    code: str
    help: str
    """One sentence."""
    thresholds: Mapping[str, object]
    """Each with its default, whose type it must have."""


def whole_schema(
    words: Words,
    rules: Iterable[RuleSettings],
    headers: Mapping[str, Mapping[str, Sequence[str]]],
) -> Schema:
    """The schemas of everything, below `$defs`, and a mission as one value made of them."""
    tables = {table: _row(table, words, headers[table]) for table in COLUMNS}
    rows = {table: {"type": "array", "items": _reference(table)} for table in tables}
    return {
        "$schema": DIALECT,
        "title": words.text("schema.whole"),
        "type": "object",
        "properties": {
            TOP: _reference(TOP),
            "tables": {"type": "object", "properties": rows, "additionalProperties": False},
        },
        "$defs": {TOP: _mission(words, rules), **tables},
    }


def mission_schema(words: Words, rules: Iterable[RuleSettings]) -> Schema:
    """`mission.toml`."""
    return {"$schema": DIALECT, **_mission(words, rules)}


def table_schema(table: str, words: Words, headers: Mapping[str, Sequence[str]]) -> Schema:
    """A row of a table; `headers` are the other names of each column."""
    return {"$schema": DIALECT, **_row(table, words, headers)}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _row(table: str, words: Words, headers: Mapping[str, Sequence[str]]) -> Schema:
    cells = {
        name: _cell(column, words.text(f"columns.{table}.{name}"), headers.get(name, ()))
        for name, column in COLUMNS[table].items()
    }
    return {
        "title": table,
        "description": words.text("schema.row", table=table),
        "type": "object",
        "properties": cells,
        "required": [name for name, column in COLUMNS[table].items() if column.is_required],
    }


def _cell(column: Column, said: str, others: Sequence[str]) -> Schema:
    found: Schema = {"description": said, "x-kind": column.kind.value, **_shape(column)}
    if column.kind is Kind.CHOICE:
        found["enum"] = [*column.choices]
    if column.table:
        found["x-table"] = column.table
    found["examples"] = list(dict.fromkeys((column.example, *_known(column))))
    if others:
        found["x-synonyms"] = [*others]
    return found


def _known(column: Column) -> Sequence[str]:
    return () if column.kind is Kind.CHOICE else column.choices


def _shape(column: Column) -> Schema:
    """A cell is a text; where it is a number, also a number."""
    if column.kind is Kind.WHOLE:
        pattern = _POSITIVE if column.least else _WHOLE
        return {"type": ["integer", "string"], "pattern": pattern, **_bounds(column)}
    if column.kind is Kind.DECIMAL:
        return {"type": ["number", "string"], "pattern": _DECIMAL, **_bounds(column)}
    if column.kind is Kind.MINUTES:
        return {"type": ["integer", "string"], "minLength": 1, **_bounds(column)}
    if column.kind is Kind.CHOICE:
        return {}
    found = {"type": "string", "minLength": 1, **_KINDS.get(column.kind, {})}
    return {**found, "pattern": _ADDRESS} if column.kind is Kind.URL else found


def _bounds(limits: Column | Setting) -> Schema:
    bounds = {"minimum": limits.least, "maximum": limits.most}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _mission(words: Words, rules: Iterable[RuleSettings]) -> Schema:
    sections = {
        section: _section(section, names, words)
        for section, names in SETTINGS.items()
        if section != TOP
    }
    sections["groups"]["additionalProperties"] = {"type": "string"}
    sections["checks"] |= _checks(words, rules)
    top = _section(TOP, SETTINGS[TOP], words)
    return {
        "title": words.text("schema.mission"),
        **top,
        "properties": {**top["properties"], **sections},
        "required": [name for name, known in SETTINGS[TOP].items() if known.is_required],
    }


def _section(section: str, names: Mapping[str, Setting], words: Words) -> Schema:
    said = {} if section == TOP else {"description": words.text(f"settings.{section}")}
    return {
        **said,
        "type": "object",
        "properties": {
            name: {"description": words.text(f"settings.{section}.{name}"), **_value(known)}
            for name, known in names.items()
        },
        "additionalProperties": False,
    }


def _value(known: Setting) -> Schema:
    """Where it is one of several keys, a table of such values."""
    if known.keys:
        each = _plain(known._replace(keys=(), default=None))
        properties = dict.fromkeys(known.keys, each)
        default = {"default": _json(known.default)}
        return {
            "type": "object", "properties": properties, "additionalProperties": False, **default
        }  # fmt: skip
    return _plain(known)


def _plain(known: Setting) -> Schema:
    found: Schema = {"type": "string", **_KINDS.get(known.kind, {})}
    if known.kind in (Kind.DECIMAL, Kind.WHOLE):
        found["type"] = "integer" if known.kind is Kind.WHOLE else "number"
    found |= _bounds(known)
    if known.kind in _MANY:
        items: Schema = {"type": "string", "enum": [*known.choices]} if known.choices else found
        found = {"type": "array", "items": items}
    return found if known.default is None else {**found, "default": _json(known.default)}


def _json(value: object) -> object:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Mapping):
        return {str(name): each for name, each in value.items()}
    return [*value] if isinstance(value, tuple) else value


def _checks(words: Words, rules: Iterable[RuleSettings]) -> Schema:
    """A rule is one word, or a section; `late_leg` is `late-leg`."""
    found = {rule.code: _rule(words, rule) for rule in rules}
    others = {f"^{code.replace('-', '_')}$": rule for code, rule in found.items() if "-" in code}
    return {"properties": found, "patternProperties": others}


def _rule(words: Words, rule: RuleSettings) -> Schema:
    severity = {
        "description": words.text("schema.severity"),
        "enum": [word for word in SEVERITIES if (rule.code, word) != ("file", "off")],
    }
    thresholds = {name: _threshold(default) for name, default in rule.thresholds.items()}
    section = {
        "type": "object",
        "properties": {"severity": severity, **thresholds},
        "additionalProperties": False,
    }
    return {"description": rule.help, "anyOf": [severity, section]}


def _threshold(default: object) -> Schema:
    given = {"default": _json(default)}
    if isinstance(default, int):
        return {"type": "integer", "minimum": 0, "maximum": MOST, **given}
    if isinstance(default, tuple):
        return {"type": "array", "items": {"type": "string"}, **given}
    return {"type": "string", **given}
