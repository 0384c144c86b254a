"""How people in Marseille would write what the Miami mission says by ids: names, and who comes."""

import csv
import re
from collections import Counter
from pathlib import Path

DATA = Path(__file__).parents[2] / "data" / "miami-2017"
Row = dict[str, str]

GROUPS = {
    "all": "Tous", "press": "Presse", "film": "Cinéma", "eoc": "Visite EOC",
    "b2b-team": "Équipe B2B", "early-return": "Retour anticipé", "latecomers": "Retardataires",
    "health-panel": "Table ronde santé", "mayor-party": "Suite du maire",
    "vassal-party": "Suite de la présidente", "via-paris": "Via Paris",
    "officials": "Officiels", "institutions": "Institutions", "companies": "Entreprises",
    "port": "Port", "technology": "Technologies", "travel-trade": "Voyagistes",
    "core": "Délégation restreinte", "present-saturday": "Arrivés le samedi",
    "bus-a": "Bus A", "bus-b": "Bus B", "bus-c": "Bus C",
}  # fmt: skip
SECTORS = {
    "aeronautics": "Aéronautique", "art-of-living": "Art de vivre", "building": "Bâtiment",
    "computing": "Informatique", "digital": "Numérique", "health": "Santé",
    "information": "Information", "port-cruise": "Port et croisière", "tourism": "Tourisme",
}  # fmt: skip
WOMEN = {"Martine", "Dominique", "Christine", "Aurélie", "Hélène", "Naïma", "Inès", "Fanny"}
MEN = {"Jean-Claude", "Jean", "Didier", "Bruno", "Jean-Luc", "Hugues", "Jean-François",
       "Philippe", "Frédéric", "Nicolas", "Carlos", "Clément", "Quentin", "Éric"}  # fmt: skip


def rows(table: str) -> list[Row]:
    """A table of the mission in the folder."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def parts(name: str) -> tuple[str, str]:
    """First name and surname: `Dr Samuel` and `ADEYEMI`."""
    civility, words = ("Dr ", name[3:]) if name.startswith("Dr ") else ("", name)
    first, last = words.split(" ", maxsplit=1)
    return civility + first, last.upper()


class Words:
    """Writes what the folder says by ids, never twice in the same way."""

    def __init__(self) -> None:
        people = rows("people")
        self._names = {row["id"]: row["name"] for row in people}
        self._things = {row["id"]: row["name"] for table in ("organisations", "venues", "resources")
                        for row in rows(table)}  # fmt: skip
        last = Counter(word for name in self._names.values() for word in _words(name))
        self._alone = {name for name in self._names.values()
                       if all(last[word] == 1 for word in _words(parts(name)[1]))}  # fmt: skip
        self._written = 0

    def who(self, text: str) -> str:
        """`officials; gaudin - press` as `Officiels + M. GAUDIN sauf Presse`."""
        self._written += 1
        written = ""
        for sign, term in re.findall(r"(^|;| - )\s*([^;]+?)(?=;| - |$)", text):
            between = " sauf " if "-" in sign else (" + ", " ; ")[self._written % 2]
            written += (between if written or "-" in sign else "") + self._term(term)
        return written

    def name(self, identity: str) -> str:
        """Of a venue, an organisation or a resource; all of several."""
        ids = [part.strip() for part in identity.split(";") if part.strip()]
        return " ; ".join(self._things[part] for part in ids)

    def _term(self, term: str) -> str:
        if term in GROUPS or term in SECTORS:
            return {**GROUPS, **SECTORS}[term]
        return self._person(self._names[term]) if term in self._names else self._things[term]

    def _person(self, name: str) -> str:
        first, last = parts(name)
        self._written += 1
        if name in self._alone and self._written % 2 and first in WOMEN | MEN:
            return f"{'Mme' if first in WOMEN else 'M.'} {last}"
        if name in self._alone and self._written % 3 == 0 and "Dr" not in first:
            return "-".join(f"{part[0]}." for part in first.split("-")) + f" {last.title()}"
        return f"{last} {first.removeprefix('Dr ')}"


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())
