"""Pages of HTML that need nothing else and ask nobody for anything: every name in them escaped."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


def page(
    template: str, context: Mapping[str, Any], styles: tuple[str, ...], script: str = ""
) -> str:
    """The whole page, ending in a line break. The template says where `style` and `script` stand,
    and lets a browser run what has their `hashes`, and nothing else."""
    inline = {"style": _inline(styles), "script": _inline((script,) if script else ())}
    hashes = {name: _hash(text) for name, text in inline.items()}
    whole = {**context, **inline, "hashes": hashes}
    return f"{_environment().get_template(template).render(whole)}\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _inline(names: tuple[str, ...]) -> Markup:
    return Markup("\n".join(_read(name) for name in names))


def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What a content security policy (level 2) calls an inline style or script."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
