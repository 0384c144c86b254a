"""`mission.toml` as text: written once, where there is none; then it is its owner's."""

from collections.abc import Iterator, Mapping

from itinerary.model.settings import SETTINGS, TOP
from itinerary.show.toml_values import toml_name, toml_value

_ORDER = tuple(SETTINGS[TOP])


def mission_toml(settings: Mapping[str, object]) -> bytes:
    """The settings, sections below the rest; what is empty or None is left out."""
    names = [*(name for name in _ORDER if name in settings), *(set(settings) - {*_ORDER})]
    order = sorted(names, key=lambda name: (_ORDER.index(name) if name in _ORDER else 99, name))
    lines = [*_lines({name: settings[name] for name in order}, "")]
    return ("\n".join(lines) + "\n").encode(errors="replace")


def _lines(values: Mapping[str, object], section: str) -> Iterator[str]:
    sections: dict[str, Mapping[str, object]] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            sections[name] = value
        elif value not in (None, "", [], ()):
            yield f"{toml_name(name)} = {toml_value(value)}"
    for name, inner in sections.items():
        title = f"{section}.{toml_name(name)}".lstrip(".")
        lines = [*_lines(inner, title)]
        if lines:
            yield from ("", f"[{title}]", *lines)
