"""The files of a new mission: a commented `mission.toml` and a CSV file for each table."""

import csv
import io
from collections.abc import Iterator, Mapping
from textwrap import wrap

from itinerary.locale import Words
from itinerary.model.settings import SETTINGS, TOP
from itinerary.model.tables import TextTable
from itinerary.show.blank_mission import NewMission, example_tables
from itinerary.show.toml_values import toml_value

WIDTH = 100


def folder_files(new: NewMission, words: Words) -> dict[str, bytes]:
    """Each file by name."""
    tables = example_tables(new, words)
    files = {f"{name}.csv": table_csv(table) for name, table in tables.items()}
    return {"mission.toml": mission_toml(new, words).encode(), **files}


def table_csv(table: TextTable) -> bytes:
    """As the samples: UTF-8, commas, a line feed behind each row."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows((table.columns, *table.rows))
    return out.getvalue().encode()


def mission_toml(new: NewMission, words: Words) -> str:
    """What is given; all else as a comment that shows what it would be without it."""
    lines = [f"# {words.text('example.toml')}", *_lines(TOP, new.settings, {}, words)]
    examples = section_examples(new)
    for section in (name for name in SETTINGS if name != TOP):
        lines += ["", f"# {words.text(f'settings.{section}')}", f"[{section}]"]
        lines += _lines(section, {}, examples[section], words)
    return "\n".join(lines) + "\n"


def section_examples(new: NewMission) -> Mapping[str, Mapping[str, object]]:
    """What may stand in each section, where nothing holds without it."""
    return {
        "organiser": {
            "name": new.title,
            "email": "mission@organiser.example",
            "phone": "+33 4 65 71 20 17",
        },
        "groups": {"directors": "example-person; example-company"},
        "travel": {"base": "example-hotel"},
        "checks": {"meal": "off"},
        "meetings": {
            "sessions": (f"{new.starts} 14:00/18:00",),
            "breaks": ("12:00/13:30",),
            "longest_run": 120,
        },
        "publish": {"uid_domain": "mission.example", "base_url": "https://mission.example/"},
    }


def _lines(
    section: str, given: Mapping[str, object], examples: Mapping[str, object], words: Words
) -> Iterator[str]:
    for name, known in SETTINGS[section].items():
        value = given.get(name)
        shown = examples.get(name, known.default) if value is None else value
        if shown is not None:
            line = f"{'# ' if value is None else ''}{name} = {toml_value(shown)}"
            yield from _with_remark(line, words.text(f"settings.{section}.{name}"))
    for name, value in examples.items():
        if name not in SETTINGS[section]:
            yield f"# {name} = {toml_value(value)}"


def _with_remark(line: str, said: str) -> Iterator[str]:
    """The remark behind the line, or above it where both together are too long."""
    whole = f"{line}  # {said}"
    if len(whole) <= WIDTH:
        yield whole
        return
    yield from (f"# {part}" for part in wrap(said, WIDTH - 2))
    yield line
