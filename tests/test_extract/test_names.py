"""Names: what belongs to a name, and what is written around it."""

import pytest

from extract.naming.names import (
    degrees_end,
    is_common_word,
    is_name_word,
    looks_like_initials,
    name_end,
    skip_honorifics,
    strip_titles,
)
from extract.naming.reading import Reading, read


def reading_of(text: str) -> Reading:
    return read(text, (), ())


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Drs. H. Amir Lubis, M.Si", "Amir Lubis"),
        ("AKBP Bagus Prakoso", "Bagus Prakoso"),
        ("Hj. Siti Aminatun, S.E., M.M.", "Siti Aminatun"),
        ("Prof. Dr. Yanto Prasetyo, S.H., M.H., Ph.D", "Yanto Prasetyo"),
        ("Amir Lubis", "Amir Lubis"),
        ("Haji", "Haji"),
        ("", ""),
    ],
)
def test_titles_and_degrees_are_stripped(written: str, bare: str) -> None:
    assert strip_titles(written) == bare


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Amir Lubis mengatakan", "Amir Lubis"),
        ("Amir Lubis Senin lalu", "Amir Lubis"),
        ("Amir bin Umar hadir", "Amir bin Umar"),
        ("Amir bin", "Amir"),
        ("M. Ilyas Saputro", "M. Ilyas Saputro"),
        ("Siti Ma'rifah hadir", "Siti Ma'rifah"),
        ("Umar Al-Amin hadir", "Umar Al-Amin"),
        ("Joko Asri datang", "Joko Asri"),
        ("Amir Lubis, S.H.", "Amir Lubis"),
        ("Amir Lubis SH hadir", "Amir Lubis"),
        ("Amir\nLubis", "Amir"),
        ("Amir “Ucok” Lubis hadir", "Amir “Ucok” Lubis"),
        ("Senin", ""),
        ("Pemerintah Kota", ""),
        ("S.H.", ""),
        ("P3K", ""),
        ("amir", ""),
    ],
)
def test_a_name_ends_where_other_words_begin(text: str, name: str) -> None:
    reading = reading_of(text)
    end = name_end(reading, 0, set())
    assert text[: reading.ends[end - 1] if end else 0] == name


def test_a_common_word_begins_a_name_behind_a_title_only() -> None:
    reading = reading_of("Didik Prasetyo")
    assert name_end(reading, 0, set()) == 0
    assert name_end(reading, 0, set(), titled=True) == 2


@pytest.mark.parametrize(
    ("text", "skipped", "kinds"),
    [
        ("H. Amir", "H", {"title"}),
        ("Drs. H. Amir", "Drs. H", {"title"}),
        ("Letkol Inf. Amir", "Letkol Inf", {"rank", "branch"}),
        ("Letkol (Chk) Amir", "Letkol (Chk", {"rank", "branch"}),
        ("Kolonel Laut (P) Amir", "Kolonel Laut (P", {"rank", "branch"}),
        ("Brigjen Pol Amir", "Brigjen Pol", {"rank", "branch"}),
        ("Inf Amir", "", set()),
        ("AKP S. Amir", "AKP", {"rank"}),
        ("Amir", "", set()),
        ("H\nAmir", "", set()),
    ],
)
def test_honorifics_are_skipped(text: str, skipped: str, kinds: set[str]) -> None:
    reading = reading_of(text)
    end, found = skip_honorifics(reading, 0)
    assert text[: reading.ends[end - 1] if end else 0] == skipped
    assert set(found) == kinds


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Amir, S.H., M.Si hadir", "hadir"),
        ("Amir SE MM hadir", "hadir"),
        ("Amir, S. Sos hadir", "hadir"),
        ("Amir, Ph.D, hadir", "hadir"),
        ("Amir hadir", "hadir"),
        ("Amir\nSE hadir", "SE"),
    ],
)
def test_degrees_are_skipped(text: str, behind: str) -> None:
    reading = reading_of(text)
    assert reading.words[degrees_end(reading, 1)] == behind


def test_initials_are_no_name_but_short_names_are() -> None:
    assert looks_like_initials(("AB",))
    assert looks_like_initials(("M", "S"))
    assert not looks_like_initials(("ADI",))
    assert not looks_like_initials(("Adi",))


def test_words_are_told_apart_by_frequency() -> None:
    assert is_name_word("Bambang")
    assert not is_name_word("Peraturan")
    assert is_common_word("Rumahnya")
    assert is_common_word("Diserahkan")
    assert not is_common_word("Bambang")
