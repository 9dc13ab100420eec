"""What speaks for and against words taken for a person; the guesses are given here, so no model is loaded."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicon import read_tsv
from extract.naming import Guess, find_institutions, find_persons, find_regions
from extract.naming.name_sound import name_sound
from extract.naming.person_signs import Sign, sign_weights, weight_of
from extract.record import EntityType
from extract.training.person_weights import Candidate, cross_validated, learn, weigh


def persons(text: str, *seen: str) -> list[str]:
    """The persons of ``text`` where the model takes all of ``seen`` for persons."""
    found = (match for name in seen for match in re.finditer(rf"\b{re.escape(name)}\b", text))
    guesses = [Guess(start=match.start(), end=match.end(), type=EntityType.PERSON) for match in found]
    regions, places = find_regions(text)
    bodies, names = find_institutions(text, places, guesses)
    return [entity.name for entity in find_persons(text, (*regions, *bodies), (*places, *names), guesses)[0]]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Warga berkumpul di Situ Cileuwung. Budi Hartawan datang.", "Situ Cileuwung"),
        ("Rombongan tiba di Kapal MV Lorgentis. Budi Hartawan datang.", "Lorgentis"),
        ("Di Molirsa harga rumah murah. Molirsa sepi. Budi Hartawan datang.", "Molirsa"),
        ("Pameran Kopi Pengkrangan 2019 dibuka. Budi Hartawan datang.", "Pengkrangan"),
        ("Patroli anggota Brigtastor berjalan. Budi Hartawan datang.", "Patroli"),
    ],
)
def test_a_place_or_thing_that_the_model_takes_for_a_person_is_none(text: str, seen: str) -> None:
    assert persons(text, seen, "Budi Hartawan") == ["Budi Hartawan"]


@pytest.mark.parametrize(
    "text",
    [
        "Kapolres Rantau Seberang AKBP Zuqmar Welthi datang. Budi Hartawan ikut.",
        "“Jalan itu rusak,” kata Zuqmar Welthi. Budi Hartawan ikut.",
        "Korban bernama Zuqmar Welthi (45) dirawat. Budi Hartawan ikut.",
    ],
)
def test_a_name_nobody_knows_is_kept_where_something_speaks_for_it(text: str) -> None:
    assert "Zuqmar Welthi" in persons(text, "Zuqmar Welthi", "Budi Hartawan")


def test_the_mayors_post_names_nobody_though_he_is_called_pak_wali() -> None:
    text = "Pak Wali sudah setuju, kata Budi Hartawan. Wali Kota Rantau Seberang datang."
    assert persons(text, "Budi Hartawan") == ["Budi Hartawan"]


def test_letters_tell_a_name_from_another_word() -> None:
    assert min(map(name_sound, ("Sudarmanto", "Nurhasanah", "Hartoyo"))) > 2
    assert max(map(name_sound, ("Ketersediaan", "Pembetonan", "Keterampilan"))) < -2


def test_every_sign_has_a_weight_and_says_what_it_is() -> None:
    assert set(sign_weights()) == {"always", *Sign}
    assert all(row["what"] for row in read_tsv("person_signs.tsv", "sign", "weight", "what"))


def test_what_tells_a_person_weighs_for_and_what_tells_a_thing_against() -> None:
    for_it, against = {Sign.OFFICE, Sign.SPEAKS, Sign.TITLE, Sign.KNOWN}, {Sign.PLACE_BEFORE, Sign.WHERE, Sign.UNKNOWN}
    weights = sign_weights()
    assert min(weights[sign] for sign in for_it) > 0 > max(weights[sign] for sign in against)


def seen_as(right: bool, times: int, *signs: Sign) -> list[Candidate]:
    return [Candidate(article=f"{right}-{i}", signs=frozenset(signs), right=right) for i in range(times)]


def test_a_sign_that_only_false_names_show_is_learnt_to_weigh_against() -> None:
    found = seen_as(True, 40, Sign.OFFICE) + seen_as(False, 20, Sign.WHERE)
    weights = learn(found)
    assert weigh(weights, {Sign.OFFICE}) > 0 > weigh(weights, {Sign.WHERE})
    assert cross_validated(found) == "kept 40 of 40 right, 0 of 20 wrong ones"


def test_an_age_is_never_learnt_to_weigh_against_a_person() -> None:
    weights = learn(seen_as(True, 40, Sign.OFFICE) + seen_as(False, 20, Sign.AGE))
    assert weights[Sign.AGE] == 0


@given(st.permutations(list(Sign)))
def test_signs_weigh_the_same_in_any_order(signs: list[Sign]) -> None:
    assert weight_of(signs) == weight_of(list(Sign))
