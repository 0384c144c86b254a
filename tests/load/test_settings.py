"""`mission.toml`: the frame, and the line of everything that is wrong with it."""

from datetime import date
from pathlib import Path

import pytest

from itinerary.model import Mission, Settings
from itinerary.model.planning import Planning
from itinerary.problems import Source
from tests.missions import MIAMI, loaded, mission_of, problems, remedies


def test_the_least_a_mission_says(tmp_path: Path) -> None:
    mission = mission_of(tmp_path)
    assert mission.settings == Settings()
    assert (mission.id, mission.title, mission.zone, mission.home_zone) == (
        "miami",
        "Miami",
        "America/New_York",
        "Europe/Paris",
    )
    assert (mission.starts, mission.ends) == (date(2017, 11, 4), date(2017, 11, 10))
    assert mission.folder == str(tmp_path)
    assert mission.origin.cell("title") == Source("mission.toml", 1, "title")


def test_everything_a_mission_says(tmp_path: Path) -> None:
    mission = mission_of(
        tmp_path,
        """
# Mission
id = "Miami 2017"
title = "Miami  –  novembre"
starts = "2017-11-04"
ends = 2017-11-10T18:00:00
zone = "America/New_York"
languages = ["fr", "en"]
[organiser]
name = "CCI"
email = "mission@cci.fr"
[travel]
slack_minutes = 10
speed = 30.5
default_minutes = 45
base = "Hotel"
[checks]
travel = "warning"
overlap = "off"
[checks.load]
most_hours = 10
[meetings]
duration = 25
grid = 5
[publish]
uid_domain = "miami.cci.fr"
base_url = "https://cci.fr/miami"
""",
        venues="name\nHotel\n",
    )
    assert (mission.id, mission.title) == ("miami-2017", "Miami – novembre")
    assert (mission.starts, mission.ends) == (date(2017, 11, 4), date(2017, 11, 10))
    assert mission.home_zone == mission.zone
    assert mission.settings == Settings(
        languages=("fr", "en"),
        organiser={"name": "CCI", "email": "mission@cci.fr"},
        slack_minutes=10,
        speed=30.5,
        default_minutes=45,
        base="hotel",
        severities={"travel": "warning", "overlap": "off"},
        thresholds={"load": {"most_hours": 10}},
        check_lines={
            "travel": Source("mission.toml", 17, "travel"),
            "overlap": Source("mission.toml", 18, "overlap"),
            "load": Source("mission.toml", 19, "checks.load"),
            "load.most_hours": Source("mission.toml", 20, "most_hours"),
        },
        planning=Planning(duration_minutes=25, grid_minutes=5),
        uid_domain="miami.cci.fr",
        base_url="https://cci.fr/miami",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings(tmp_path: Path, encoding: str, newline: str) -> None:
    text = MIAMI.replace('"Miami"', '"Mission économique à l’été"').replace("\n", newline)
    mission = mission_of(tmp_path, text.encode(encoding))
    assert mission.title == "Mission économique à l’été"


DOUBTS = {
    "a name misspelt": (
        'tilte = "x"\n',
        6,
        '"tilte" is not known; it is left out',
        "did you mean title?",
    ),
    "a name out of nowhere": (
        "[publish]\ncolour = 'red'\n",
        7,
        '"colour" is not known; it is left out',
        "the names known here are base_url and uid_domain",
    ),
    "a section misspelt": (
        "[travle]\nspeed = 5\n",
        6,
        '"travle" is not known; it is left out',
        "did you mean travel?",
    ),
    "a section that is none": (
        "travel = 5\n",
        6,
        '"travel" must be a section: [travel]',
        "",
    ),
    "a section in a list": (
        "[[travel]]\nspeed = 5\n",
        6,
        '"travel" must be a section: [travel]',
        "",
    ),
    "a number in quotes": (
        "[travel]\n\nspeed = '30'\n",
        8,
        '"speed" must be a number from 1 to 10000',
        "",
    ),
    "a number too small": (
        "[travel]\nslack_minutes = -1\n",
        7,
        '"slack_minutes" must be a number from 0 to 10000',
        "",
    ),
    "a number that is none": (
        "[travel]\nspeed = nan\n",
        7,
        '"speed" must be a number from 1 to 10000',
        "",
    ),
    "a truth": (
        "[travel]\nslack_minutes = true\n",
        7,
        '"slack_minutes" must be a number from 0 to 10000',
        "",
    ),
    "a severity": (
        "[checks]\ntravel = 'loud'\n",
        7,
        '"loud" is not a severity',
        "write one of error, warning or off",
    ),
    "a severity that is no text": (
        "[checks]\ntravel = false\n",
        7,
        '"False" is not a severity',
        "write one of error, warning or off",
    ),
    "a language": (
        "languages = ['fr', 'de']\n",
        6,
        "languages must be a list of en, fr and es",
        "",
    ),
    "a domain": (
        "[publish]\nuid_domain = 'https://cci.fr/'\n",
        7,
        '"https://cci.fr/" is not a domain name',
        "",
    ),
    "a group that is no text": (
        "[groups]\nofficials = ['Jean']\n",
        7,
        '"officials" must be a text in quotes',
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("more", "row", "sentence", "remedy"), DOUBTS.values(), ids=DOUBTS)
def test_what_is_doubted_or_left_out(
    tmp_path: Path, more: str, row: int, sentence: str, remedy: str
) -> None:
    text = MIAMI + more
    found = problems(tmp_path, text)
    assert found == [(f"mission.toml:{row}", "value", sentence)]
    assert remedies(tmp_path, text) == [remedy]
    assert isinstance(loaded(tmp_path, text).mission, Mission)


def test_the_line_of_a_name_is_that_of_its_section(tmp_path: Path) -> None:
    text = f"{MIAMI}# speed = 0\n[organiser]\nname = 'speed = 0'\n[travel]\nspeed = 0\n"
    assert [at for at, _, _ in problems(tmp_path, text)] == ["mission.toml:10"]


@pytest.mark.parametrize(
    ("line", "section"),
    [("base = 'Hotel'", "travel"), ("uid_domain = 'x.org'", "publish"), ("grid = 5", "meetings")],
)
def test_a_name_above_its_section(tmp_path: Path, line: str, section: str) -> None:
    name = line.split(maxsplit=1)[0]
    assert problems(tmp_path, f"{MIAMI}{line}\n") == [
        ("mission.toml:6", "value", f'"{name}" is not known; it is left out')
    ]
    assert remedies(tmp_path, f"{MIAMI}{line}\n") == [f"write {name} below the line [{section}]"]
