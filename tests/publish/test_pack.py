"""The names of the files of an export."""

from itinerary.model import Person
from itinerary.publish.pack import file_names


def named(*names: str) -> list[str]:
    """The file names of people of these names, in order; ids are p1, p2 and so on."""
    people = [Person(f"p{number}", name) for number, name in enumerate(names, 1)]
    return list(file_names(people).values())


def test_names_become_slugs() -> None:
    assert named("Hélène Lévy", "Jean-François  Suhas", "O'Neil, Ana", "Œdipe Straße") == [
        "helene-levy", "jean-francois-suhas", "o-neil-ana", "oedipe-strasse",
    ]  # fmt: skip


def test_no_name_leads_anywhere() -> None:
    assert named("../../etc/passwd", "/", "..", "C:\\x", "a\x00b") == [
        "etc-passwd", "p2", "p3", "c-x", "a-b",
    ]  # fmt: skip


def test_letters_that_are_not_latin_leave_the_id() -> None:
    assert named("李明", "Владимир", "X") == ["p1", "p2", "p3"]


def test_namesakes_are_numbered_whatever_the_case() -> None:
    assert named("Ana", "ANA", "Ána", "Ana 2", "Ana-2") == [
        "ana", "ana-2", "ana-3", "ana-2-2", "ana-2-3",
    ]  # fmt: skip


def test_nobody_takes_the_place_of_the_mission() -> None:
    assert named("Mission", "MISSION") == ["mission-2", "mission-3"]


def test_a_long_name_is_cut_and_stays_unlike_another() -> None:
    assert named("n" * 300, "n" * 301) == ["n" * 60, "n" * 60 + "-2"]
