"""What shells offer after a tab: people, events, rules and examples, and never a complaint."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import ENVIRONMENT, Ran


def bash(line: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> Ran:
    """What bash would be offered at the end of the line."""
    asked = {
        "_ITINERARY_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }
    return _completed(asked | (env or {}), cwd)


def other(shell: str, line: str) -> Ran:
    """What zsh or fish would be offered."""
    asked = {
        "_ITINERARY_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    return _completed(asked, None)


def _completed(env: dict[str, str], cwd: Path | None) -> Ran:
    """The variables go by the name of the program, which `python -m` would not have."""
    program = "import sys; sys.argv = ['itinerary']; from itinerary.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=cwd,
        env=ENVIRONMENT | env,
        capture_output=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_bash_is_offered_ids_and_words_of_names(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    offered = {
        typed: bash(f"itinerary -m {mission} {typed}").out.split()
        for typed in (
            "agenda su", "agenda Hél", "agenda HEL", "agenda fran", "agenda zz", "next le",
            "check --who kur", "export ics --to out --who kur", "roster si", "roster Ag",
        )
    }  # fmt: skip
    assert offered == {
        "agenda su": ["suhas"],
        "agenda Hél": ["Hélène"],
        "agenda HEL": ["HELène"],
        "agenda fran": ["françois"],
        "agenda zz": [],
        "next le": ["levy"],
        "check --who kur": ["kuryla"],
        "export ics --to out --who kur": ["kuryla"],
        "roster si": ["signing"],
        "roster Ag": ["Agreement"],
    }


def test_zsh_and_fish_are_offered_the_name_beside_the_id(tmp_path: Path) -> None:
    line = f"itinerary -m {write_mission(tmp_path, SMALL)} agenda su"
    assert other("zsh", line).out == '_arguments \'*: :(("suhas":"Jean-François Suhas"))\'\n'
    assert other("fish", line).out == "suhas\tJean-François Suhas\n"


def test_everyone_is_offered_where_nothing_is_typed(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    assert bash(f"itinerary -m {mission} agenda ").out.split() == [
        "levy", "suhas", "castellani", "kuryla",
    ]  # fmt: skip


def test_the_mission_is_found_as_commands_find_it(tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "a mission", SMALL)
    below = mission / "below"
    below.mkdir()
    expected = Ran(0, "suhas\n", "")
    assert bash("itinerary agenda su", env={"ITINERARY_MISSION": str(mission)}) == expected
    assert bash("itinerary agenda su", cwd=below) == expected
    assert bash("itinerary --mission=. agenda su", cwd=mission) == expected
    assert bash("itinerary -m .. --width 60 agenda --home su", cwd=below) == expected


def test_closed_lists_are_offered_too(tmp_path: Path) -> None:
    assert bash("itinerary check --rule tr").out.split() == ["travel"]
    assert bash("itinerary init x --example miami-2017-").out.split() == ["miami-2017-draft"]
    assert bash("itinerary agenda x --format ").out.split() == ["text", "md", "json", "ics"]
    assert bash("itinerary ex").out.split() == ["export"]


def test_a_broken_mission_offers_what_can_be_read_and_complains_of_nothing(tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "broken", SMALL)
    silence = Ran(0, "\n", "")
    assert bash("itinerary agenda su", cwd=tmp_path) == silence
    assert bash(f"itinerary -m {tmp_path / 'nowhere'} agenda su") == silence
    (mission / "events.csv").write_bytes(b"title,date\nx,25h30\n\x00")
    assert bash(f"itinerary -m {mission} agenda su") == silence
    (mission / "mission.toml").write_text("zone = \n")
    assert bash(f"itinerary -m {mission} roster si") == silence
    write_mission(mission, SMALL.replace("2017-11-06,10:00", "2017-11-06,25h30"))
    assert bash(f"itinerary -m {mission} agenda su") == Ran(0, "suhas\n", "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_in_a_real_bash(tmp_path: Path) -> None:
    program = tmp_path / "itinerary"
    program.write_text(f"#!{sys.executable}\nfrom itinerary.__main__ import main\nmain()\n")
    program.chmod(0o755)
    mission = write_mission(tmp_path / "a mission", SMALL)
    typed = """
        source <(_ITINERARY_COMPLETE=source_bash "$0")
        COMP_WORDS=("$0" -m "$1" agenda Hél) COMP_CWORD=4
        _itinerary_completion "$0"
        printf '%s|' "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "-c", typed, program, str(mission).replace(" ", "\\ ")],
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    assert (done.stdout.decode(), done.stderr) == ("Hélène|", b"")
