"""`answers.json`, which `replies` writes: what people have answered to their invitations."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from itinerary.model.answers import ANSWERS, Answer
from itinerary.problems import Problem, Source, say, warning

FILE = "answers.json"
VERSION = 1


def read_answers(folder: Path, problems: list[Problem]) -> Mapping[tuple[str, str], Answer]:
    """By person and item, such as `event:signing`; what cannot be read at all is reported."""
    path = folder / FILE
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as fault:
        reason = fault.strerror or str(fault)
        problems.append(warning("file", say("file.refused", file=FILE, reason=reason), _AT))
        return {}
    try:
        return answers_in(data)
    except ValueError:
        hint = say("answers.damaged.hint")
        problems.append(warning("file", say("answers.damaged", file=FILE), _AT, hint=hint))
        return {}


def answers_in(data: bytes) -> dict[tuple[str, str], Answer]:
    """Those of a whole file; `ValueError` where it is not one that `replies` wrote."""
    import json

    try:
        found = json.loads(data)
        if found["version"] != VERSION:
            raise ValueError(found["version"])
        return dict(map(_answer, found["answers"]))
    except (KeyError, TypeError, RecursionError):
        raise ValueError(FILE) from None


def _answer(row: Mapping[str, object]) -> tuple[tuple[str, str], Answer]:
    person, item, answer, at, comment = _texts(row)
    if answer not in ANSWERS:
        raise ValueError(answer)
    return (person, item), Answer(answer, at, comment)


def _texts(row: Mapping[str, object]) -> Iterator[str]:
    for name in ("person", "item", *Answer._fields):
        text = row[name]
        if not isinstance(text, str):
            raise TypeError(name)
        yield text


_AT = Source(FILE)
