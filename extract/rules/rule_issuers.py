"""Who issued a rule: slugs of ministries, provinces, regions and offices, as regulation ids carry them."""

import re
from functools import cache

from extract.lexicon import read_tsv
from extract.rules.registry import slug
from extract.rules.word_trie import spaced, trie

_REPUBLIC = re.compile(r"\b(?:Republik Indonesia|RI)\b")
_BRACKETS = re.compile(r"\([^()]*\)")
_KIND = re.compile(r"(?i)^(?:pemerintah )?(?:(provinsi|prov|propinsi)|(kabupaten|kab)|(kota))\b\.? ?")
_LEVEL = {"province": "provinsi", "regency": "kabupaten", "city": "kota"}


@cache
def ministry_names() -> re.Pattern[str]:
    """A pattern, for text in lower case, of the names of ministries as they follow "Menteri"."""
    names = {spaced(name) for row in issuer_rows("ministry") for name in row["names"].split("|")}
    return re.compile(r"\s{1,3}" + trie(names) + r"(?![^\W_])")


def issuer_rows(kind: str) -> list[dict[str, str]]:
    """Rows of the table of issuers: of ministries or of provinces."""
    rows = read_tsv("regulation_issuers.tsv", "kind", "slug", "names", "short")
    return [row for row in rows if row["kind"] == kind]


def issuer_slug(issuer: str, words: str, place: str) -> str:
    """Slug of the issuer that the words between form and number name, "" where none is named.

    Args:
        issuer: Class of issuer of ``regulation_types.tsv``, or "=slug".
        words: What stands between form and number ("(Perda) Kota Bogor").
        place: Slug of the region the article is about; it stands in where the words name none.

    >>> issuer_slug("region", "(Perda) Kab. Toba", ""), issuer_slug("province", "Jabar", "")
    ('kabupaten-toba', 'provinsi-jawa-barat')
    >>> issuer_slug("region", "", "kota-metro"), issuer_slug("city", "", "kabupaten-toba")
    ('kota-metro', '')
    """
    if issuer.startswith("="):
        return issuer[1:]
    words = " ".join(_REPUBLIC.sub(" ", _BRACKETS.sub(" ", words)).split())
    if issuer == "ministry":
        return _ministries().get(slug(words), slug(words))
    if issuer == "office":
        return _office(words)
    if issuer in {"none", "named"}:
        return ""
    return _region(issuer, words) or _fitting(issuer, place)


def _region(issuer: str, words: str) -> str:
    level = _LEVEL.get(issuer, "")
    if kind := _KIND.match(words):
        level = ("provinsi", "kabupaten", "kota")[(kind.lastindex or 1) - 1]
        words = words[kind.end() :]
    if not words or issuer == "village":
        return slug(words)
    province = _provinces().get(slug(words), "")
    if province and level in {"", "provinsi"}:
        return f"provinsi-{province}"
    return slug(f"{level} {words}")


def _fitting(issuer: str, place: str) -> str:
    level = _LEVEL.get(issuer, "")
    return place if place.startswith(f"{level}-" if level else ("provinsi-", "kabupaten-", "kota-")) else ""


def _office(words: str) -> str:
    for long, office in (("menteri ", "menteri"), ("kementerian ", "menteri"), ("gubernur ", "gubernur")):
        if words.lower().startswith(long):
            known = _ministries() if office == "menteri" else _provinces()
            name = slug(words[len(long) :])
            return f"{office}-{known.get(name, name)}"
    words = re.sub(r"(?i)^kepala ", "", words)
    if words.lower().startswith("men") and (ministry := _ministries().get(slug(words[3:]))):
        return f"menteri-{ministry}"
    return slug(re.sub(r"(?i)\bwalikota\b", "wali kota", words))


@cache
def _ministries() -> dict[str, str]:
    known: dict[str, str] = {}
    for row in issuer_rows("ministry"):
        for name in (*row["names"].split("|"), *row["short"].split("|")):
            known.setdefault(slug(name), row["slug"])
    return known


@cache
def _provinces() -> dict[str, str]:
    rows = issuer_rows("province")
    return {
        slug(name): row["slug"] for row in rows for key in ("names", "short") for name in row[key].split("|") if name
    }
