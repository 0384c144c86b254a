import pytest
from hypothesis import given
from hypothesis import strategies as st

from itinerary.names import fold, key, keys, matching, near, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hélène LÉVY", "helene levy"),
        ("  Jean-Luc\u00a0 Chauvin ", "jean-luc chauvin"),
        ("L’Estaque", "l'estaque"),
        ("9h\u201310h", "9h-10h"),
        ("\u2212 press", "- press"),
        ("Œuvre æ ß ø", "oeuvre ae ss o"),
        ("İstanbul ı", "istanbul i"),
        ("\ufb01nal ２", "final 2"),
        ("e\u0301", "e"),
        ("北京", "北京"),
        ("", ""),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jean-Luc", "jean luc"),
        ("jean_luc", "jean luc"),
        ("J.-F. Suhas", "j f suhas"),
        ("Heure (début)", "heure debut"),
        ("L’Estaque & Cie", "l estaque cie"),
        ("---", ""),
    ],
)
def test_key(text: str, expected: str) -> None:
    assert key(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Port of Marseille Fos", "port-of-marseille-fos"),
        ("Hélène  Lévy!", "helene-levy"),
        ("../../etc/passwd", "etc-passwd"),
        ("=cmd()", "cmd"),
        ("[/x]", "x"),
        ("CON:", "con"),
        ("北京", "x"),
        ("", "x"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_slug_is_cut_without_a_dash_at_its_end() -> None:
    assert slug("abc def", longest=4) == "abc"


@given(st.text())
def test_every_slug_is_a_safe_file_name(text: str) -> None:
    found = slug(text)
    assert 1 <= len(found) <= 60
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert found == slug(found)
    assert found == found.strip("-")


@given(st.text())
def test_folding_and_keys_are_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert key(key(text)) == key(text)
    assert key(fold(text)) == key(text)


@given(st.text(), st.text())
def test_case_says_nothing(a: str, b: str) -> None:
    assert fold(f"{a} {b}".upper()) == fold(f"{a.upper()}  {b.upper()}")


@pytest.mark.parametrize(
    ("text", "candidates", "expected"),
    [
        ("portmiamy", ["portmiami", "doral", "hotel"], ["portmiami"]),
        ("Cabau Woerhel", ["Catherine Cabau-Woehrel", "Jean Roatta"], ["Catherine Cabau-Woehrel"]),
        ("woerhel", ["Catherine Cabau-Woehrel", "Jean Roatta"], ["Catherine Cabau-Woehrel"]),
        ("Rotta", ["Jean Roatta", "Renaud Muselier"], ["Jean Roatta"]),
        ("hotl", ["Hôtel", "hostel", "doral"], ["Hôtel", "hostel"]),
        ("xyz", ["portmiami", "doral"], []),
        ("", ["portmiami"], []),
        ("portmiami", [], []),
    ],
)
def test_near(text: str, candidates: list[str], expected: list[str]) -> None:
    assert near(text, candidates) == expected


def test_near_names_no_more_than_asked_for() -> None:
    assert near("roatta", [f"roatta{n}" for n in range(9)], 2) == ["roatta8", "roatta7"]


PEOPLE = {
    "helene-levy": "Hélène Lévy",
    "castellani": "Hélène Castellani",
    "suhas": "Jean-François Suhas",
    "roatta": "Jean Roatta",
    "VIP1": "Agnès Mouries",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("helene", ["helene-levy", "castellani"]),
        ("Hélène Lévy", ["helene-levy"]),
        ("levy helene", ["helene-levy"]),
        ("suhas jf", ["suhas"]),
        ("j.-f. suhas", ["suhas"]),
        ("SUHAS", ["suhas"]),
        ("vip1", ["VIP1"]),
        ("jean", ["suhas", "roatta"]),
        ("jean r", ["roatta"]),
        ("vy", []),
        ("elene", []),
        ("nobody", []),
        ("  ", []),
        ("&", []),
    ],
)
def test_matching(text: str, expected: list[str]) -> None:
    assert matching(text, PEOPLE) == expected


def test_an_exact_id_comes_before_every_name() -> None:
    assert matching("jean", {"a": "Jean Roatta", "jean": "Paul"}) == ["jean"]


@given(st.lists(st.text() | st.from_regex("[A-Za-z0-9 .-]{0,6}", fullmatch=True)))
def test_many_keys_are_the_key_of_each(texts: list[str]) -> None:
    assert keys(texts) == [key(text) for text in texts]
