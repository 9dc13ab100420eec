"""Which office issues an edict that names none: its sentence may tell ("Wali Kota X menerbitkan SE Nomor 5")."""

import re
from functools import cache

from extract.lexicon import read_tsv
from extract.rules.rule_issuers import issuer_rows, issuer_slug
from extract.rules.word_trie import spaced, trie

_REACH = 140  # characters before the edict in which the office stands, and its sentence begins
_ISSUES = r"(?:menerbitkan|mengeluarkan|meneken|menandatangani|merilis)(?:\s[a-z]{2,12}){0,3}?\s(?:\(|\Z)"
_NAME = r"(?:\s[^\s.,;:\"”(]{1,20}){0,6}?(?:,?\s[^\s.;:\"”]{1,20}){0,4}?\s"  # of who holds the office
_ISSUED = r",?\s(?:yang\s)?di(?:teken|tandatangani|keluarkan|terbitkan)\s(?:oleh\s)?"


def issuing_office(low: str, start: int, end: int) -> str:
    """Slug of the office that issues the edict from ``start`` to ``end`` of a text in lower case, "" where none does.

    >>> issuing_office("wali kota metro menerbitkan surat edaran nomor 5 tahun 2025", 28, 59)
    'wali-kota-metro'
    >>> issuing_office("se nomor 5 tahun 2025 yang diteken menteri agama", 0, 21)
    'menteri-agama'
    """
    first = max(0, start - _REACH)
    begin = max(first, *(low.rfind(stop, first, start) + 1 for stop in ("\n", ". ", "? ", "! ")))
    found = next(iter(_issuing().finditer(low[begin:start])), None) or _issued().match(low, end)
    return issuer_slug("office", found["office"], "") if found else ""


@cache
def _offices() -> str:
    """A pattern of heads of regions and of ministries, each with the name of what it heads."""
    towns = {spaced(row["short"]) for row in read_tsv("regions.tsv", "code", "name", "short")}
    towns |= {spaced(n) for row in issuer_rows("province") for n in f"{row['names']}|{row['short']}".split("|") if n}
    ministries = {spaced(name) for row in issuer_rows("ministry") for name in row["names"].split("|")}
    return rf"(?<![\w-])(?P<office>(?:wali\s?kota|bupati|gubernur)\s{trie(towns)}|menteri\s{trie(ministries)})(?![\w-])"


@cache
def _issuing() -> re.Pattern[str]:
    return re.compile(rf"{_offices()}{_NAME}{_ISSUES}")


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(_ISSUED + _offices())
