"""The words of the sieve are data of ``corpus``, the forms of rules data of ``extract``: here both meet."""

from collections.abc import Iterator

import pytest

from corpus.sieve import why_sieved
from extract.lexicon import read_tsv
from extract.rules.citations import find_namings
from extract.rules.rule_forms import lowered
from extract.rules.rule_issuers import issuer_rows

NUMBERED = (" Nomor 5 Tahun 2014", " 5/2014")
BEHIND = (
    *NUMBERED,
    "",
    " No.12/2020",
    " 800/123/BKD/2023",
    " Wali Kota Rantau Seberang Nomor 800/123/BKD/2023",
    " Kepala Dinas Perhubungan Kota Rantau Seberang Nomor 12 Tahun 2020",
    " Mahkamah Agung Nomor 12 K/Pid/2020",
    " tentang Pengelolaan Sampah",
    " Pengelolaan Sampah",
    " ASN",
    " 3 Menteri",
)
CASES = (str, str.upper, str.lower)
INCOMPLETE = {"number", "year", "draft", "revision"}  # kinds of forms that need more to name a rule


def forms() -> list[tuple[str, str]]:
    rows = read_tsv("regulation_types.tsv", "type", "issuer", "nickname", "bare", "forms")
    return [(row["type"], form) for row in rows for form in row["forms"].split("|")]


def ministries() -> Iterator[str]:
    heads = ("Permen", "Peraturan Men", "Kepmen", "Keputusan Men", "SK Men", "Inmen", "Instruksi Men")
    shorts = (short for row in issuer_rows("ministry") for short in row["short"].split("|") if short)
    yield from (f"{head}{short}" for short in shorts for head in heads)


def names_rule(text: str) -> bool:
    """Whether a rule is named here by a number, a name, or a form that needs neither."""
    found = find_namings(text, lowered(text))
    return any(n.number or n.nickname or n.head.form.bare not in INCOMPLETE for n in found)


def named(form: str, behind: tuple[str, ...] = BEHIND) -> list[str]:
    """What ``form`` names rules in, of all the places it is tried in."""
    texts = [case(f"Hal yang sama diatur dalam {form}{rest}, katanya.") for rest in behind for case in CASES]
    return [text for text in texts if names_rule(text)]


@pytest.mark.parametrize("type_", sorted({type_ for type_, _ in forms()}))
def test_whatever_names_a_rule_of_this_type_passes_the_sieve(type_: str) -> None:
    for form in [form for other, form in forms() if other == type_]:
        texts = named(form)
        assert texts, form
        assert [text for text in texts if why_sieved(text.encode())] == []


def test_the_rules_of_every_ministry_pass_the_sieve() -> None:
    for form in ministries():
        texts = named(form, NUMBERED)
        assert texts, form
        assert [text for text in texts if why_sieved(text.encode())] == []
