"""The names of `mission.toml` and what they may hold; `[groups]` and `[checks]` are free.

What each says stands in `locale`, as `settings.SECTION.NAME`.
"""

from collections.abc import Mapping
from typing import NamedTuple

from itinerary.model import Settings
from itinerary.model.columns import Kind
from itinerary.model.planning import STAGES, WEIGHTS, Planning

TOP = "mission"
"""The section of what stands above all sections."""
LANGUAGES = ("en", "fr", "es")
SEVERITIES = ("error", "warning", "off")
MOST = 10_000
"""Of any number of minutes or of kilometres an hour."""
WIDEST_GRID = 240
"""Minutes."""


class Setting(NamedTuple):
    """What a name holds. Kinds of several values are lists; a clock or a zone is a text."""

    kind: Kind
    default: object = None
    """What holds without it; None: nothing does."""
    is_required: bool = False
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    keys: tuple[str, ...] = ()
    """A table of such values, one for each of these."""


def _needed(kind: Kind) -> Setting:
    return Setting(kind, is_required=True)


def _number(default: object, least: int) -> Setting:
    return Setting(Kind.DECIMAL, default, least=least, most=MOST)


_USUAL, _PLANNING = Settings(), Planning()

SETTINGS: Mapping[str, Mapping[str, Setting]] = {
    TOP: {
        "id": Setting(Kind.ID),
        "title": Setting(Kind.TEXT, "Mission"),
        "starts": _needed(Kind.DATE),
        "ends": _needed(Kind.DATE),
        "zone": _needed(Kind.ZONE),
        "home_zone": Setting(Kind.ZONE),
        "languages": Setting(Kind.LANGUAGES, _USUAL.languages, choices=LANGUAGES),
    },
    "organiser": {
        "name": Setting(Kind.TEXT),
        "email": Setting(Kind.EMAIL),
        "phone": Setting(Kind.PHONE),
    },
    "groups": {},
    "travel": {
        "slack_minutes": _number(_USUAL.slack_minutes, 0),
        "speed": _number(_USUAL.speed, 1),
        "default_minutes": _number(_USUAL.default_minutes, 0),
        "base": Setting(Kind.REFERENCE),
    },
    "checks": {},
    "meetings": {
        "duration": _number(_PLANNING.duration_minutes, 1),
        "grid": Setting(Kind.WHOLE, _PLANNING.grid_minutes, least=1, most=WIDEST_GRID),
        "sessions": Setting(Kind.PERIODS),
        "breaks": Setting(Kind.PERIODS, ()),
        "stages": Setting(Kind.WORDS, STAGES, choices=STAGES),
        "weights": Setting(
            Kind.WHOLE, WEIGHTS, least=1, most=MOST, keys=tuple(map(str, WEIGHTS))
        ),
        "longest_run": _number(None, 1),
    },
    "publish": {
        "uid_domain": Setting(Kind.DOMAIN),
        "base_url": Setting(Kind.URL),
    },
}  # fmt: skip
"""Each section and its names, in the order of the documentation."""
