"""The command `schema`: what `mission.toml` and the tables may hold, for editors and programs."""

import inspect
from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from itinerary.check import RULES, code_of, rule_names, thresholds
from itinerary.cli.opened import Options
from itinerary.cli.output import refuse, write_json
from itinerary.load.headers import columns, known_headers, known_tables, without_way
from itinerary.locale import Words
from itinerary.model.columns import COLUMNS
from itinerary.model.settings import TOP
from itinerary.names import key, near
from itinerary.problems import OneOf, say
from itinerary.show.schema_json import RuleSettings, mission_schema, table_schema, whole_schema


def schema(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="[TABLE]", help="A table, or mission for mission.toml. Default: everything.",
            autocompletion=lambda: [TOP, *COLUMNS],
        ),
    ] = "",
) -> None:  # fmt: skip
    """Print the JSON Schema of mission.toml and of the rows of each table."""
    options: Options = context.obj
    words, table = options.words, known_tables().get(key(name))
    if table:
        write_json(table_schema(table, words, _synonyms(table)))
    elif key(name) in (TOP, "mission toml"):
        write_json(mission_schema(words, _rules(words)))
    elif not name:
        write_json(whole_schema(words, _rules(words), {t: _synonyms(t) for t in COLUMNS}))
    else:
        known = (TOP, *COLUMNS)
        hint = say("reference.near", names=OneOf(near(name, known) or known))
        raise refuse(words, say("schema.unknown", text=name), words.sentence(hint))


def _synonyms(table: str) -> Mapping[str, list[str]]:
    """The other headers of each column, as `names.key` compares them."""
    known = known_headers(table)
    return {
        column: [
            word
            for word, meant in known.items()
            if meant == column and word != key(column) and word == without_way(word)
        ]
        for column in columns(table)
    }


def _rules(words: Words) -> Iterator[RuleSettings]:
    by_code = {code_of(function): function for function in RULES}
    for code in rule_names():
        function = by_code.get(code)
        if function is None:
            yield RuleSettings(code, words.text(f"reading.{code}"), {})
        else:
            first = (inspect.getdoc(function) or "").split("\n\n", maxsplit=1)[0]
            yield RuleSettings(code, " ".join(first.split()), thresholds(function))
