"""`mission.toml`: the frame of a mission, with the line of every value that cannot be used."""

import re
from datetime import date, datetime

from itinerary.load.documents import Values
from itinerary.load.files import UnusableError
from itinerary.load.planning import read_planning
from itinerary.model import Mission, Settings
from itinerary.model.origins import Origin
from itinerary.model.planning import Planning
from itinerary.model.settings import LANGUAGES, SETTINGS, SEVERITIES, TOP
from itinerary.names import key, near, slug
from itinerary.problems import Message, OneOf, Source, error, say, warning
from itinerary.times import YEARS, DateReader, UnreadableError
from itinerary.times.cities import zone_written

FILE = "mission.toml"
_TOP = SETTINGS[TOP]
_SECTIONS = {section: names for section, names in SETTINGS.items() if section != TOP}
_DOMAIN = r"[a-zA-Z0-9.-]{1,100}"


class SettingsReader(Values):
    """Reads one `mission.toml`; every doubt goes to `problems` with its line."""

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
        title = self.string("title") or "Mission"
        columns = self.columns(_TOP)
        return Mission(
            id=slug(self.string("id") or title),
            title=title,
            starts=starts,
            ends=ends,
            zone=zone,
            home_zone=self._zone("home_zone", zone),
            settings=self._settings(read_planning(self, DateReader(starts, ends), zone)),
            origin=Origin(columns, self.at("title").row),
        )

    def groups(self) -> dict[str, str]:
        """The expressions of `[groups]`, by name."""
        return {name: self.string(name, "groups") for name in self.section("groups")}

    def refuse_group(self, name: str, message: Message, hint: Message) -> None:
        """Reports a term of `[groups]` that names nobody."""
        written = next((g for g in self.section("groups") if key(g) == name), name)
        self.problems.append(error("reference", message, self.at(written, "groups"), hint=hint))

    def guess_group(self, name: str, message: Message, hint: Message) -> None:
        """Reports what a term of `[groups]` has been taken to mean."""
        written = next((g for g in self.section("groups") if key(g) == name), name)
        self.problems.append(warning("guess", message, self.at(written, "groups"), hint=hint))

    def refuse_base(self, message: Message, hint: Message) -> None:
        """Reports a `base` that is no venue."""
        self.problems.append(error("reference", message, self.at("base", "travel"), hint=hint))

    def _report_unknown(self) -> None:
        for name in self.data.keys() - _TOP.keys() - _SECTIONS.keys():
            self._unknown(name, "", [*_TOP, *_SECTIONS])
        for section, names in _SECTIONS.items():
            if names:
                for name in self.section(section).keys() - names.keys():
                    self._unknown(name, section, list(names))

    def _unknown(self, name: str, section: str, known: list[str]) -> None:
        found = tuple(near(name, known, 1))
        known_names = say("toml.known", names=tuple(sorted(known)))
        home = next((s for s, names in _SECTIONS.items() if name in names), "")
        if home:
            hint = say("value.section", name=name, section=home)
        else:
            hint = say("reference.near", names=OneOf(found)) if found else known_names
        message = say("toml.unknown", name=name)
        self.problems.append(warning("value", message, self.at(name, section), hint=hint))

    def _settings(self, planning: Planning) -> Settings:
        default = Settings()
        publish = self.string("uid_domain", "publish")
        if publish and not re.fullmatch(_DOMAIN, publish):
            self.refuse("uid_domain", "publish", say("toml.domain", text=publish))
            publish = ""
        return Settings(
            languages=self._languages() or default.languages,
            organiser={k: self.string(k, "organiser") for k in self.section("organiser")},
            slack_minutes=int(self.number("slack_minutes", default.slack_minutes, 0, "travel")),
            speed=self.number("speed", default.speed, 1, "travel"),
            default_minutes=int(
                self.number("default_minutes", default.default_minutes, 0, "travel")
            ),
            base=self.string("base", "travel"),
            severities=self._severities(),
            thresholds=self._thresholds(),
            check_lines=self._check_lines(),
            planning=planning,
            uid_domain=publish,
            base_url=self.string("base_url", "publish"),
        )

    def _severities(self) -> dict[str, str]:
        """Of each rule in `[checks]`: its value, or that of `severity` in a table of its own."""
        found: dict[str, str] = {}
        for rule, value in self.section("checks").items():
            name = "severity" if isinstance(value, dict) else ""
            wanted = value.get(name) if isinstance(value, dict) else value
            if wanted in SEVERITIES:
                found[_rule(rule)] = str(wanted)
            elif wanted is not None:
                hint = say("value.choice.hint", choices=OneOf(SEVERITIES))
                message = say("toml.severity", text=str(wanted))
                at = self._check_line(rule, name)
                self.problems.append(error("value", message, at, hint=hint))
        return found

    def _thresholds(self) -> dict[str, dict[str, object]]:
        tables = {r: t for r, t in self.section("checks").items() if isinstance(t, dict)}
        return {
            _rule(rule): {name: value for name, value in table.items() if name != "severity"}
            for rule, table in tables.items()
        }

    def _check_lines(self) -> dict[str, Source]:
        lines: dict[str, Source] = {}
        for rule, table in self.section("checks").items():
            lines[_rule(rule)] = self._check_line(rule, "")
            for name in table if isinstance(table, dict) else ():
                lines[f"{_rule(rule)}.{name}"] = self._check_line(rule, name)
        return lines

    def _check_line(self, rule: str, name: str) -> Source:
        """The line of a threshold below `[checks.rule]`, else that of the rule itself."""
        if name and (at := self.line(name, f"checks.{rule}")):
            return at
        return self.line(rule, "checks") or self.line("", f"checks.{rule}") or Source(self.name, 1)

    def _languages(self) -> tuple[str, ...]:
        value = self.data.get("languages", [])
        if isinstance(value, list) and all(language in LANGUAGES for language in value):
            return tuple(value)
        self.refuse("languages", "", say("toml.languages", languages=LANGUAGES))
        return ()

    def _date(self, name: str) -> date | None:
        value = self.data.get(name)
        try:
            found = value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            message = say("toml.missing" if value is None else "toml.date", name=name)
            self.refuse(name, "", message, say("toml.date.hint", name=name))
            return None
        if found.year not in YEARS:
            self.refuse(name, "", say("time.range", year=found.year))
            return None
        return found.date() if isinstance(found, datetime) else found

    def _zone(self, name: str, default: str) -> str:
        value = self.string(name) or default
        if not value:
            if not self.data.get(name):
                self.refuse(name, "", say("toml.missing", name=name), say("time.zone.hint"))
            return ""
        try:
            zone_written(value)
        except UnreadableError as fault:
            self.refuse(name, "", fault.message, fault.hint)
            return default
        return value


def _rule(name: str) -> str:
    """`late_leg` and `late-leg` are one rule."""
    return name.replace("_", "-")
