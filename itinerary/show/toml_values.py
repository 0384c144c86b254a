"""Names and values as TOML writes them."""

import json
import re
from collections.abc import Mapping
from datetime import date


def toml_name(name: str) -> str:
    """Quoted where it has to be."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else toml_value(name)


def toml_value(value: object) -> str:
    """On one line; a text as JSON writes it, which escapes all but one of the same characters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | date):
        return f"{value}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    if isinstance(value, Mapping):
        entries = (f"{toml_name(str(name))} = {toml_value(each)}" for name, each in value.items())
        return f"{{ {', '.join(entries)} }}"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
