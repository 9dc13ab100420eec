"""Who issued a rule: slugs of ministries, provinces, regions and offices, as regulation ids carry them."""

import re
from functools import cache, lru_cache

from extract.lexicon import read_tsv
from extract.rules.registry import slug
from extract.rules.word_trie import spaced, trie

_REPUBLIC = re.compile(r"\b(?:Republik Indonesia|RI)\b")
_BRACKETS = re.compile(r"\([^()]*\)")
_KIND = re.compile(
    r"(?i)(?:^|(?<= ))(?:pemerintah )?"
    r"(?:(provinsi|prov|propinsi|pemprov)|(kabupaten|kab|pemkab)|(kota|pemkot|pemko))\b\.? ?"
)
_TITLE = re.compile(r"(?:^| )tentang .*")  # "Perda Kota Medan tentang Rokok Nomor 3 Tahun 2014"
_BRANCHED = "kpu"  # decides in every region
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_LEVEL = {"province": "provinsi", "regency": "kabupaten", "city": "kota"}
_HEAD = {"governor": "gubernur", "regent": "bupati", "mayor": "wali-kota"}
_BODY = re.compile(r"(?i)^(?:kepala|pimpinan|ketua|badan|lembaga|komisi|dewan) ")


@cache
def ministry_names() -> re.Pattern[str]:
    """A pattern, for text in lower case, of the names of ministries as they follow "Menteri"."""
    names = {spaced(name) for row in issuer_rows("ministry") for name in row["names"].split("|")}
    return re.compile(r"\s{1,3}" + trie(names) + r"(?![^\W_])")


@cache
def agency_names() -> re.Pattern[str]:
    """A pattern, for text in lower case, of the names of agencies as they follow "Peraturan" ("Peraturan BKN")."""
    names = {spaced(n) for row in issuer_rows("agency") for n in f"{row['names']}|{row['short']}".split("|") if n}
    return re.compile(r"\s{1,3}(?:kepala\s)?" + trie(names) + r"(?:\sri)?(?![^\W_])")


@cache
def agencies_with_commas() -> re.Pattern[str]:
    """A pattern, for text in lower case, of the names of agencies that are lists of what they care for."""
    names = {spaced(n) for row in issuer_rows("agency") for n in row["names"].split("|") if "," in n}
    return re.compile(r"\s{1,3}" + trie(names) + r"(?![^\W_])")


def issuer_rows(kind: str) -> list[dict[str, str]]:
    """Rows of the table of issuers: of kind "ministry", "province", "agency", "office" or "private"."""
    rows = read_tsv("regulation_issuers.tsv", "kind", "slug", "names", "short")
    return [row for row in rows if row["kind"] == kind]


def is_private(words: str) -> bool:
    """Whether ``words`` name a club, party, company or association, whose decrees are no rules.

    >>> is_private("DPP Partai Bintang"), is_private("Menteri Agama")
    (True, False)
    """
    name = f"-{slug(words)}-"
    return any(f"-{private}-" in name for private in _known("private"))


@lru_cache(maxsize=4096)
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
    >>> issuer_slug("governor", "DKI", ""), issuer_slug("office", "Kepala Badan Kepegawaian Negara", "")
    ('gubernur-dki-jakarta', 'bkn')
    """
    if issuer.startswith("="):
        return _branch(issuer[1:], words)
    words = " ".join(_REPUBLIC.sub(" ", _BRACKETS.sub(" ", words)).split())
    if issuer == "ministry":
        return _known("ministry").get(slug(words), slug(words))
    if issuer == "office":
        return _office(words)
    if issuer in _HEAD:
        return _head(_HEAD[issuer], words)
    if issuer in {"none", "named"}:
        return ""
    return _region(issuer, words) or _fitting(issuer, place)


def _branch(body: str, words: str) -> str:
    """A body that the form names, of its region where the words name one: "kpu-kota-batam"."""
    kind = _KIND.search(words) if body == _BRANCHED else None
    return f"{body}-{_region('region', words[kind.start() :])}" if kind else body


def _region(issuer: str, words: str) -> str:
    """Slug of the region that words name; of its subject ("KTR Kota Medan", "Ketertiban Umum") none is made."""
    words, level = _TITLE.sub("", words), _LEVEL.get(issuer, "")
    if issuer == "village":
        return slug(words)
    if kind := _KIND.search(words):
        level = ("provinsi", "kabupaten", "kota")[(kind.lastindex or 1) - 1]
        words = words[kind.end() :]
    tokens = words.split()
    known = next((name for at in range(len(tokens)) if (name := _place(level, " ".join(tokens[at:])))), "")
    if known or not words:
        return known
    return "" if not kind and _is_subject(words) else slug(f"{level} {words}")


def _place(level: str, words: str) -> str:
    """Slug of the province or town of just this name, of the level asked for; "" for another one, or for two."""
    province = _known("province").get(slug(words), "")
    if province and level in {"", "provinsi"}:
        return f"provinsi-{province}"
    towns = [town for town in _towns().get(slug(words), ()) if town.startswith(f"{level}-" if level else "")]
    return towns[0] if len(towns) == 1 else ""


def _is_subject(words: str) -> bool:
    """Whether words that are no place are what by-laws are about: a known topic, letters or small words among them."""
    topic = next((topic for topic in _topics() if f"{words} ".lower().startswith(f"{topic} ")), "")
    return bool(topic) or any(word[0].islower() or _ACRONYM.fullmatch(word) for word in words.split())


@cache
def _topics() -> frozenset[str]:
    rows = read_tsv("regulation_topics.tsv", "topic", "same")
    return frozenset(topic.lower() for row in rows for topic in f"{row['topic']}|{row['same']}".split("|") if topic)


@cache
def _towns() -> dict[str, tuple[str, ...]]:
    """The kabupaten and kota by every name they go by, in the form of slugs."""
    named: dict[str, set[str]] = {}
    rows = [row for row in read_tsv("regions.tsv", "code", "name", "short") if "." in row["code"]]
    codes = {row["code"]: slug(row["name"]) for row in rows}
    for row in rows:
        named.setdefault(slug(row["short"]), set()).add(codes[row["code"]])
    for row in read_tsv("region_aliases.tsv", "alias", "code"):
        if row["code"] in codes:
            named.setdefault(slug(row["alias"]), set()).add(codes[row["code"]])
    return {name: tuple(sorted(towns)) for name, towns in named.items()}


def _fitting(issuer: str, place: str) -> str:
    level = _LEVEL.get(issuer, "")
    return place if place.startswith(f"{level}-" if level else ("provinsi-", "kabupaten-", "kota-")) else ""


def _office(words: str) -> str:
    """Slug of a minister, head of a region, agency or other office."""
    words = _TITLE.sub("", words)
    name = _long(slug(words))
    for office in ("menteri", "kementerian"):
        if name.startswith(f"{office}-"):
            ministry = name.removeprefix(f"{office}-")
            return f"menteri-{_known('ministry').get(ministry, ministry)}"
    for office in _HEAD.values():
        if name.startswith(f"{office}-"):
            return _head(office, name.removeprefix(f"{office}-"))
    if name.startswith("men") and (ministry := _known("ministry").get(name[3:], "")):
        return f"menteri-{ministry}"
    return _agency(words) or _long(slug(re.sub(r"(?i)^kepala ", "", words)))


def _long(name: str) -> str:
    """A slug with its first words as the table of offices spells them ("dirjen-pajak": "direktur-jenderal-pajak")."""
    first = next((k for k in _known("office") if f"{name}-".startswith(f"{k}-")), "")
    return _known("office")[first] + name[len(first) :] if first else name


def _head(office: str, region: str) -> str:
    """Slug of the head of a region: "gubernur-jawa-barat", "bupati-toba"."""
    region = re.sub(r"^(?:provinsi|kabupaten|kab|kota)-", "", slug(region))
    known = _known("province").get(region, region) if office == "gubernur" else region
    return f"{office}-{known}" if known else office


def _agency(words: str) -> str:
    """Slug of an agency named in full or short, its head before it or not; "" for one the table does not have."""
    while (name := slug(words)) not in _known("agency") and (body := _BODY.match(words)):
        words = words[body.end() :]
    return _known("agency").get(name, "")


@cache
def _known(kind: str) -> dict[str, str]:
    """Slugs by every name of the rows of this kind, in the form of slugs, the longest names first."""
    known: dict[str, str] = {}
    for row in issuer_rows(kind):
        for name in f"{row['names']}|{row['short']}".split("|"):
            if name:
                known.setdefault(slug(name), row["slug"])
    return dict(sorted(known.items(), key=lambda item: -len(item[0])))
