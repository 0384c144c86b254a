"""`mission.toml`: the frame of a mission, with the line of every value that cannot be used."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from itinerary.load.files import UnusableError, decode, read_bytes, without_controls
from itinerary.model import Columns, Mission, Origin, Settings
from itinerary.names import key, near, slug
from itinerary.problems import Message, OneOf, Problem, Source, error, say, warning
from itinerary.times import YEARS, UnreadableError, zone_named

FILE = "mission.toml"
_SECTIONS: dict[str, frozenset[str] | None] = {
    "organiser": frozenset({"name", "email", "phone"}),
    "groups": None,
    "travel": frozenset({"slack_minutes", "speed", "default_minutes", "base"}),
    "checks": None,
    "meetings": frozenset({"duration", "grid", "sessions", "breaks", "weights"}),
    "publish": frozenset({"uid_domain", "base_url"}),
}
_TOP = frozenset({"id", "title", "starts", "ends", "zone", "home_zone", "languages"})
_LANGUAGES = ("en", "fr", "es")
_SEVERITIES = ("error", "warning", "off")
MEETING_MINUTES = 20
MOST = 10_000
"""Of any number of minutes or of kilometres an hour."""
_DOMAIN = r"[a-zA-Z0-9.-]{1,100}"


class SettingsReader:
    """Reads one `mission.toml`; every doubt goes to `problems` with its line."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        self.problems = problems
        self._text = decode(FILE, read_bytes(path), problems)
        self._data = self._parse()

    def _parse(self) -> Mapping[str, Any]:
        try:
            return tomllib.loads(self._text)
        except (ValueError, RecursionError) as fault:  # also numbers and nesting without end
            line = re.search(r"line (\d+)", str(fault))
            row = int(line[1]) if line else self._text.count("\n") + 1
            reason = str(fault).split(" (at")[0]
            raise UnusableError(
                error("file", say("toml.syntax", reason=reason), Source(FILE, row),
                      hint=say("toml.syntax.hint"))
            ) from None  # fmt: skip

    def mission(self) -> Mission:
        """The frame; `UnusableError` without dates or a zone, as nothing can be placed then."""
        self._report_unknown()
        before = len(self.problems)
        starts, ends = self._date("starts"), self._date("ends")
        zone = self._zone("zone", "")
        if not (starts and ends and zone):
            raise UnusableError(self.problems.pop(before))
        if ends < starts:
            raise UnusableError(
                error(
                    "value", say("toml.order", starts=f"{starts}", ends=f"{ends}"), self.at("ends")
                )
            )
        title = self._string("title") or "Mission"
        columns = Columns(FILE, {name: name for name in _TOP})
        return Mission(
            id=slug(self._string("id") or title),
            title=title,
            starts=starts,
            ends=ends,
            zone=zone,
            home_zone=self._zone("home_zone", zone),
            settings=self._settings(),
            origin=Origin(columns, self.at("title").row),
        )

    def groups(self) -> dict[str, str]:
        """The expressions of `[groups]`, by name."""
        return {name: self._string(name, "groups") for name in self._section("groups")}

    def refuse_group(self, name: str, message: Message, hint: Message) -> None:
        """Reports a term of `[groups]` that names nobody."""
        written = next((g for g in self._section("groups") if key(g) == name), name)
        self.problems.append(error("reference", message, self.at(written, "groups"), hint=hint))

    def refuse_base(self, message: Message, hint: Message) -> None:
        """Reports a `base` that is no venue."""
        self.problems.append(error("reference", message, self.at("base", "travel"), hint=hint))

    def at(self, name: str, section: str = "") -> Source:
        """The line that sets a name: tomllib gives none, so it is looked up in the text."""
        return self._line(name, section) or Source(FILE, 1, name)

    def _line(self, name: str, section: str) -> Source | None:
        inside = not section
        for number, line in enumerate(self._text.split("\n"), 1):
            if head := re.match(r"\s*\[+([^\]]+)\]", line):
                title = re.sub(r"[\s\"']", "", head[1])
                inside = title == section
                if (inside and not name) or (not section and title.split(".")[0] == name):
                    return Source(FILE, number, name or section)
            elif inside and re.match(rf"\s*[\"']?{re.escape(name)}[\"']?\s*[=.]", line):
                return Source(FILE, number, name)
        return None

    def _section(self, name: str) -> Mapping[str, Any]:
        value = self._data.get(name, {})
        if isinstance(value, dict):
            return value
        self._refuse(name, "", say("toml.section", name=name))
        return {}

    def _report_unknown(self) -> None:
        for name in self._data.keys() - _TOP - _SECTIONS.keys():
            self._unknown(name, "", [*_TOP, *_SECTIONS])
        for section, names in _SECTIONS.items():
            if names is not None:
                for name in self._section(section).keys() - names:
                    self._unknown(name, section, list(names))

    def _unknown(self, name: str, section: str, known: list[str]) -> None:
        found = tuple(near(name, known, 1))
        known_names = say("toml.known", names=tuple(sorted(known)))
        home = next((s for s, names in _SECTIONS.items() if names and name in names), "")
        if home:
            hint = say("value.section", name=name, section=home)
        else:
            hint = say("reference.near", names=OneOf(found)) if found else known_names
        message = say("toml.unknown", name=name)
        self.problems.append(warning("value", message, self.at(name, section), hint=hint))

    def _settings(self) -> Settings:
        default = Settings()
        publish = self._string("uid_domain", "publish")
        if publish and not re.fullmatch(_DOMAIN, publish):
            self._refuse("uid_domain", "publish", say("toml.domain", text=publish))
            publish = ""
        return Settings(
            languages=self._languages() or default.languages,
            organiser={k: self._string(k, "organiser") for k in self._section("organiser")},
            slack_minutes=int(self._number("slack_minutes", default.slack_minutes, 0)),
            speed=self._number("speed", default.speed, 1),
            default_minutes=int(self._number("default_minutes", default.default_minutes, 0)),
            base=self._string("base", "travel"),
            severities=self._severities(),
            thresholds=self._thresholds(),
            check_lines=self._check_lines(),
            meetings={**self._section("meetings"), "duration": self._duration()},
            uid_domain=publish,
            base_url=self._string("base_url", "publish"),
        )

    def _severities(self) -> dict[str, str]:
        """Of each rule in `[checks]`: its value, or that of `severity` in a table of its own."""
        found: dict[str, str] = {}
        for rule, value in self._section("checks").items():
            name = "severity" if isinstance(value, dict) else ""
            wanted = value.get(name) if isinstance(value, dict) else value
            if wanted in _SEVERITIES:
                found[_rule(rule)] = str(wanted)
            elif wanted is not None:
                hint = say("value.choice.hint", choices=OneOf(_SEVERITIES))
                message = say("toml.severity", text=str(wanted))
                at = self._check_line(rule, name)
                self.problems.append(error("value", message, at, hint=hint))
        return found

    def _thresholds(self) -> dict[str, dict[str, object]]:
        tables = {r: t for r, t in self._section("checks").items() if isinstance(t, dict)}
        return {
            _rule(rule): {name: value for name, value in table.items() if name != "severity"}
            for rule, table in tables.items()
        }

    def _check_lines(self) -> dict[str, Source]:
        lines: dict[str, Source] = {}
        for rule, table in self._section("checks").items():
            lines[_rule(rule)] = self._check_line(rule, "")
            for name in table if isinstance(table, dict) else ():
                lines[f"{_rule(rule)}.{name}"] = self._check_line(rule, name)
        return lines

    def _check_line(self, rule: str, name: str) -> Source:
        """The line of a threshold below `[checks.rule]`, else that of the rule itself."""
        if name and (at := self._line(name, f"checks.{rule}")):
            return at
        return self._line(rule, "checks") or self._line("", f"checks.{rule}") or Source(FILE, 1)

    def _languages(self) -> tuple[str, ...]:
        value = self._data.get("languages", [])
        if isinstance(value, list) and all(language in _LANGUAGES for language in value):
            return tuple(value)
        self._refuse("languages", "", say("toml.languages", languages=_LANGUAGES))
        return ()

    def _string(self, name: str, section: str = "") -> str:
        value = (self._section(section) if section else self._data).get(name, "")
        if isinstance(value, str):
            return " ".join(without_controls(value).split())
        self._refuse(name, section, say("toml.string", name=name))
        return ""

    def _duration(self) -> int:
        return int(self._number("duration", MEETING_MINUTES, 1, "meetings"))

    def _number(self, name: str, default: float, least: float, section: str = "travel") -> float:
        value = self._section(section).get(name, default)
        fits = isinstance(value, int | float) and not isinstance(value, bool)
        if fits and least <= value <= MOST:
            return float(value)
        self._refuse(name, section, say("toml.number", name=name, least=int(least), most=MOST))
        return default

    def _date(self, name: str) -> date | None:
        value = self._data.get(name)
        try:
            found = value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            message = say("toml.missing" if value is None else "toml.date", name=name)
            self._refuse(name, "", message, say("toml.date.hint", name=name))
            return None
        if found.year not in YEARS:
            self._refuse(name, "", say("time.range", year=found.year))
            return None
        return found.date() if isinstance(found, datetime) else found

    def _zone(self, name: str, default: str) -> str:
        value = self._string(name) or default
        if not value:
            if not self._data.get(name):
                self._refuse(name, "", say("toml.missing", name=name), say("time.zone.hint"))
            return ""
        try:
            zone_named(value)
        except UnreadableError as fault:
            self._refuse(name, "", fault.message, fault.hint)
            return default
        return value

    def _refuse(
        self, name: str, section: str, message: Message, hint: Message | None = None
    ) -> None:
        problem = error("value", message, self.at(name, section), hint=hint)
        if problem not in self.problems:
            self.problems.append(problem)


def _rule(name: str) -> str:
    """`late_leg` and `late-leg` are one rule."""
    return name.replace("_", "-")
