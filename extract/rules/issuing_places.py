"""Which government of a place issues a rule: the province for a governor's, the capital's province for its towns.

A text that names one governor, regent or mayor with the place tells it too ("Bupati Toba", "Pemkab Toba").
"""

import re
from functools import cache

from extract.lexicon import read_tsv
from extract.rules.registry import slug
from extract.rules.rule_issuers import issuer_rows, issuer_slug
from extract.rules.word_trie import Phrases, spaced, trie

_CAPITAL = "provinsi-dki-jakarta"  # its towns and its regency make no rules of their own
_GOVERNMENTS = {
    "province": r"gubernur|pemprov|pemerintah(?:\sprovinsi)?",
    "regency": r"bupati|pemkab|pemerintah\skabupaten",
    "city": r"wali\s?kota|pemkot|pemko|pemerintah\skota",
}
_LEVEL = re.compile(r"\s(?:(?:pemerintah\s)?(?:kabupaten|kab\.?|kota|provinsi|prov\.?|propinsi)\s)?")
HEADS = {"gubernur": "provinsi-", "bupati": "kabupaten-", "wali-kota": "kota-"}


def issuing_place(issuer: str, place: str) -> str:
    """``place`` or the province it lies in, whichever issues rules of this class of issuer.

    >>> issuing_place("region", "kota-metro"), issuing_place("province", "kota-metro")
    ('kota-metro', 'provinsi-lampung')
    >>> issuing_place("region", "kota-jakarta-pusat")
    'provinsi-dki-jakarta'
    """
    province = _provinces().get(place, "")
    own = place.startswith(("kota-", "kabupaten-")) and issuer != "province" and province != _CAPITAL
    return place if own else province or place


def head_of_place(office: str, place: str) -> str:
    """The office with its place for a head of government named without one, "" for any other office.

    >>> head_of_place("gubernur", "kota-metro"), head_of_place("bupati", "kota-metro")
    ('gubernur-lampung', '')
    """
    level = HEADS.get(office, "")
    own = issuing_place("province" if level == "provinsi-" else "region", place)
    return f"{office}-{own.removeprefix(level)}" if level and own.startswith(level) else ""


def region_end(low: str, at: int) -> int:
    """Where the region ends that stands directly behind ``at``, 0 where none does.

    >>> low = "perda nomor 5 tahun 2020 kabupaten toba mengatur"
    >>> low[24 : region_end(low, 24)]
    ' kabupaten toba'
    """
    level = _LEVEL.match(low, at)
    if not level:
        return 0
    found = _regions().match(low, level.end()) or _regions().match(low, at + 1)
    return found.end() if found else 0


def governing_places(low: str) -> dict[str, frozenset[str]]:
    """Slugs of the places whose government or its head a text in lower case names, by their level.

    >>> {level: set(places) for level, places in governing_places("bupati toba menyurati pemprov jabar").items()}
    {'province': {'provinsi-jawa-barat'}, 'regency': {'kabupaten-toba'}, 'city': set()}
    """
    named: dict[str, set[str]] = {level: set() for level in _GOVERNMENTS}
    for found in _governments().finditer(low):
        level = next(level for level in named if found[level])
        named[level].add(issuer_slug(level, found["of"] or found["town"], ""))
    return {level: frozenset(places) for level, places in named.items()}


@cache
def _governments() -> re.Pattern[str]:
    towns = {spaced(row["short"]) for row in read_tsv("regions.tsv", "code", "name", "short") if "." in row["code"]}
    provinces = {spaced(n) for row in issuer_rows("province") for n in f"{row['names']}|{row['short']}".split("|") if n}
    province, regency, city = (f"(?P<{level}>{words})" for level, words in _GOVERNMENTS.items())
    placed = rf"(?:{province}\s(?P<of>{trie(provinces)})|(?:{regency}|{city})\s(?P<town>{trie(towns)}))"
    return re.compile(rf"(?<![\w-])(?<!mantan\s)(?<!eks\s){placed}(?![\w-])")


@cache
def _regions() -> Phrases:
    names = {spaced(row["short"]) for row in read_tsv("regions.tsv", "code", "name", "short")}
    return Phrases(names, r"(?![\w-])")


@cache
def _provinces() -> dict[str, str]:
    """The province of every kabupaten and kota, and of itself, by slug."""
    rows = read_tsv("regions.tsv", "code", "name", "short")
    names = {row["code"]: issuer_slug("province", row["name"], "") for row in rows if "." not in row["code"]}
    return {slug(row["name"]): names[row["code"][:2]] for row in rows}
