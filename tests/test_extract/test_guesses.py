"""What becomes of the names that the trained model sees; the guesses are given here, so no model is loaded."""

import re
from collections.abc import Sequence

import pytest

from extract.naming import Guess, find_institutions, find_persons, find_regions
from extract.naming.identity import Person, find_person, fold
from extract.record import EntityType


def guesses(text: str, *names: str) -> list[Guess]:
    """A guess that each of ``names`` is a person, wherever it stands in ``text``."""
    found = (match for name in names for match in re.finditer(rf"\b{re.escape(name)}\b", text))
    return [Guess(start=match.start(), end=match.end(), type=EntityType.PERSON) for match in found]


def persons(text: str, seen: Sequence[Guess]) -> list[str]:
    regions, places = find_regions(text, title="", outlet="")
    bodies, names = find_institutions(text, places, seen)
    return [entity.name for entity in find_persons(text, (*regions, *bodies), (*places, *names), seen)[0]]


def test_a_name_of_unknown_words_is_believed() -> None:
    text = "Pertemuan itu dibuka Zuqmar Welthi pekan lalu."
    assert persons(text, []) == []
    assert persons(text, guesses(text, "Zuqmar Welthi")) == ["Zuqmar Welthi"]


def test_an_unknown_word_seen_once_is_not_believed() -> None:
    text = "Warga memilih Zuqmar untuk lomba itu."
    assert persons(text, guesses(text, "Zuqmar")) == []


def test_an_unknown_word_seen_twice_is_believed() -> None:
    text = "Warga memilih Zuqmar untuk lomba itu. Namun Zuqmar tidak datang."
    assert persons(text, guesses(text, "Zuqmar")) == ["Zuqmar"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Menurut Sabar, jalan itu rusak. Warga mengantar Sabar pulang.", ["Sabar"]),
        ("Lomba Sabar dimulai pagi. Panitia Sabar menunggu hujan reda.", []),
    ],
)
def test_a_common_word_is_believed_where_it_speaks(text: str, names: list[str]) -> None:
    assert persons(text, guesses(text, "Sabar")) == names


def test_no_person_is_believed_inside_an_institution() -> None:
    text = "Siswa SMA Negeri 3 Zuqmar Welthi pulang."
    bodies, _ = find_institutions(text, [])
    assert any("Zuqmar" in entity.name for entity in bodies)
    assert persons(text, guesses(text, "Zuqmar Welthi")) == []


def test_one_word_that_the_model_passes_over_is_no_person() -> None:
    text = "Menurut Zuqmar, jalan itu rusak. Hal itu dibenarkan Budi Hartawan."
    assert "Zuqmar" in persons(text, [])
    assert persons(text, guesses(text, "Budi Hartawan")) == ["Budi Hartawan"]


def test_one_word_with_an_office_stays_without_a_guess() -> None:
    text = "Wali Kota Metro Zuqmar datang. Ia ditemani Budi Hartawan."
    assert "Zuqmar" in persons(text, guesses(text, "Budi Hartawan"))


def test_the_name_of_an_institution_ends_before_a_person() -> None:
    text = "Ketua Forum Sahabat Laut Zuqmar Welthi datang."
    bodies, _ = find_institutions(text, [], guesses(text, "Zuqmar Welthi"))
    assert [entity.name for entity in bodies] == ["Forum Sahabat Laut"]


@pytest.mark.parametrize(
    ("name", "same"),
    [("Taufiq", True), ("Asfi", False), ("Hend", True), ("Hendri", False), ("Indra", False), ("He", False)],
)
def test_another_spelling_or_a_short_form_is_the_same_person(name: str, same: bool) -> None:
    known = [Person(forms=[fold(["Taufik", "Hendriawan"])], shown="Taufik Hendriawan", mentions=[(0, 2)])]
    assert (find_person(known, fold([name])) is not None) == same
