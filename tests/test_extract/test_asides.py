"""Words of an article where nobody is named first: pointers, notes on authors, headlines."""

import pytest

from extract.naming import find_persons
from extract.naming.asides import aside_words
from extract.naming.posts import find_posts
from extract.naming.reading import read


def aside(text: str) -> str:
    reading = read(text, (), ())
    return " ".join(reading.words[i] for i in sorted(aside_words(reading, find_posts(reading))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Panen selesai.\nEditor: Amir Lubis", "Editor Amir Lubis"),
        ("Panen selesai.\nSource:\n\nAmir Lubis\nPanen", "Source Amir Lubis"),
        ("Ia menolak. “Ya.” (Amir)\nTags: panen", "Amir"),
        ("Panen selesai.\nBaca juga:\nPetani Kulon Panen Raya\nIa pulang.", "Baca juga Petani Kulon Panen Raya"),
        ("Bupati Optimis Petani Mampu Tingkatkan Panen. Ia hadir.", "Bupati Optimis Petani Mampu Tingkatkan Panen"),
    ],
)
def test_what_stands_outside_the_story(text: str, words: str) -> None:
    assert aside(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Baca juga: Menurut Amir Lubis, panen itu terlambat karena hujan.",
        "Hadir Kepala Dinas Pertanian Amir Lubis, Camat Kulon Siti Aminah, Lurah Wetan Budi Hartawan.",
        "Para petani bersama Bupati Kulon menanam padi di sawah.",
    ],
)
def test_the_story_itself_is_no_aside(text: str) -> None:
    assert aside(text) == ""


def test_who_is_named_in_the_story_is_found_in_the_headline_too() -> None:
    text = "Hartawan Optimis Petani Mampu Tingkatkan Panen. Bupati Budi Hartawan mengatakan itu kemarin."
    persons, mentions = find_persons(text, (), ())
    assert [person.name for person in persons] == ["Budi Hartawan"]
    assert [mention.text for mention in mentions] == ["Hartawan", "Budi Hartawan"]
