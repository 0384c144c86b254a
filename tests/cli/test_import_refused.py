"""`import` of what cannot be brought in."""

from pathlib import Path

import pytest

from tests.cli.running import call

FRAME = ("--title", "Miami", "--starts", "2017-11-04", "--ends", "2017-11-10",
         "--zone", "America/New_York")  # fmt: skip


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("programme.csv").write_text("Titre;Date;Début;Fin\nDéjeuner;06/11/2017;12h30;14h\n")


def test_a_ledger_that_is_none() -> None:
    call("import", "programme.csv", "--to", "m", *FRAME)
    Path("m/.itinerary-import.json").write_text("[]")
    assert call("import", "programme.csv", "--to", "m") == (
        2, "", 'error: "m/.itinerary-import.json" is not a list that itinerary wrote\n'
        "    move it away; the tables beside it then count as edited\n",
    )  # fmt: skip


def test_a_calendar_needs_to_be_told_what_it_is() -> None:
    Path("ann.ics").write_text("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n")
    assert call("import", "ann.ics", "--to", "m", *FRAME) == (
        2, "", 'ann.ics  error  file  "ann.ics" is a calendar\n'
        "    try: write --as events, or, of somebody's own, --as absences --who PERSON\n",
    )  # fmt: skip
