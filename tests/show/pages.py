"""A page of HTML as a reader has it, and Chromium to open it in."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

VOID = {"meta", "link", "br", "img", "input", "hr"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Element(NamedTuple):
    """An element, the text in it, and the elements around it."""

    name: str
    attributes: Mapping[str, str | None]
    around: tuple["Element", ...]
    pieces: list[str]

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def is_shown(self) -> bool:
        """Whether neither it nor what it stands in is `hidden`."""
        return all("hidden" not in one.attributes for one in (self, *self.around))

    def has(self, word: str) -> bool:
        """Whether it is of a class."""
        return word in (self.attributes.get("class") or "").split()


class Page(HTMLParser):
    """Every element of a page in order; a tag that is not closed, or not open, fails."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(text)
        self.close()
        assert [one.name for one in self._open] == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), tuple(self._open), [])
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs), tuple(self._open), []))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().name == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.pieces.append(data)

    def of(self, name: str = "", word: str = "") -> list[Element]:
        """Those of a name and of a class."""
        named = (one for one in self.elements if not name or one.name == name)
        return [one for one in named if not word or one.has(word)]

    def shown(self, name: str = "", word: str = "") -> list[str]:
        """The texts of those that can be seen."""
        return [one.text for one in self.of(name, word) if one.is_shown]


def opened(page: Path, address: str = "", options: Sequence[str] = ()) -> Page:
    """The page after its script has run in Chromium; skips where there is none."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    done = subprocess.run(
        [
            browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
            f"--user-data-dir={page.parent / 'profile'}", "--virtual-time-budget=5000",
            *options, "--dump-dom", f"{page.as_uri()}{address}",
        ],
        env={"PATH": os.environ["PATH"], "HOME": str(page.parent)},
        capture_output=True,
        check=True,
        timeout=120,
    )  # fmt: skip
    return Page(done.stdout.decode())
