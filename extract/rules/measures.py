"""Amounts, durations and degrees of penalties: "paling banyak Rp50 juta", "6 bulan", "25 persen selama 6 bulan"."""

import re
from dataclasses import dataclass, replace
from functools import cache

from extract.rules.sanction_clauses import SHORT_OWNER

_COUNT_WORDS = (
    "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|ratus|seratus|setengah"
    "|belasan|puluhan|se"
)
_BOUNDS = (
    r"maksimal|maksimum|minimal|minimum|hingga|sampai|antara|di\satas|lebih\sdari|kurang\slebih|sekitar"
    r"|paling\s(?:banyak|sedikit|lama|singkat|tinggi|rendah|besar)"
)
_LIMITS = (
    rf"{_BOUNDS}|sebesar|senilai|sebanyak|selama|selama-lamanya|sementara(?=\sse\w+-\w+nya\s)|sebanyak-banyaknya|setinggi-tingginya"
    r"|masing-masing|mencapai|adalah|sendiri|yakni|yaitu|yang|bisa|dapat|harus|mulai|dari|menjadi|waktu\stertentu"
    r"|kategori\s[ivx]{1,4},?"
)
_COUNT = (
    r"(?:\d{1,3}(?:[.,]\d{1,3}){0,5}(?:\s?\([\w\s]{1,30}\))?"
    rf"|(?:(?:{_COUNT_WORDS})\s?){{1,5}}(?:\(\d{{1,3}}\))?)"
)
_LIMIT = rf"(?:(?:{_LIMITS})\s{{1,2}}){{0,4}}"
_UNIT = r"(?:tahun|thn|th|bulan|bln|hari|minggu|pekan)(?![a-z])"
_SMALLER = r"(?:bulan|bln|hari|minggu|pekan)(?![a-z])"
_FURTHER = rf"(?:,?\s(?:dan\s|lebih\s)?{_COUNT}\s?{_SMALLER}|\s(?:hingga|sampai)\s{_COUNT}\s?{_UNIT})"
_TO = r"(?:hingga|sampai|-|–|(?:dan|atau|hingga|sampai)\s(?:maksimal|paling\slama))"
_SPAN = rf"(?:{_COUNT}\s?{_TO}\s?)?{_COUNT}\s?{_UNIT}(?:{_FURTHER})?"
_MOST = r"(?:paling\s\w{4,7}|maksimal|maksimum)\s(?:sebesar\s|selama\s)?"
_UP_TO = rf"(?:,|\s(?:dan|atau|serta|hingga|sampai))?\s(?:dengan\s)?{_MOST}"
_OR_LIFE = r"(?:\satau\sseumur\shidup)?"
_LIFE = rf"seumur\shidup(?:\satau\s{_MOST}{_SPAN}(?:{_UP_TO}{_SPAN})?)?"
_TIME = rf"(?:{_SPAN}(?:{_UP_TO}{_SPAN})?{_OR_LIFE}|{_LIFE})"
_MAGNITUDE = r"(?:ribu|juta|miliar|milyar|triliun|rb|jt)"
_IN_WORDS = rf"(?:\s?\((?:(?:{_COUNT_WORDS}|{_MAGNITUDE}|rupiah)\s?){{2,16}}\))?"
_SUM = (
    rf"(?:rp\.?\s?\d{{1,3}}(?:[.,]\d{{1,3}}){{0,6}}(?:\s?(?:{_MAGNITUDE}|m|t)(?!\w))?(?:,-|,00)?(?![.,]?\d){_IN_WORDS}"
    rf"|(?:{_COUNT}\s?{_MAGNITUDE}\s?){{1,3}}(?:{_COUNT}(?=rupiah))?(?:(?<=\s)rupiah|\srupiah)?(?<!\s)"
    r"|kategori\s(?:[ivx]{1,4}|[1-8])|\d{1,3}(?:[.,]\d{1,2})?\s?(?:persen|%))"
)
_BRACKETS = r"(?:\s?\([\w\s]{1,60}\))?"
_RANGE = rf"(?:{_BRACKETS}{_UP_TO}|\s?[-–]\s?|\s(?:hingga|sampai)\s(?:dengan\s)?)"
_CURRENCY = r"(?:\s(?:dolar|dollar|ringgit|euro|poundsterling|yuan|riyal|baht)(?:\s(?:as|singapura|amerika))?)"
_FOREIGN = (
    rf"(?:\d{{1,3}}(?:[.,]?\d{{3}}){{0,3}}{_CURRENCY}"
    rf"|(?:us\$|usd|sgd|sar|rm)\s?\d{{1,3}}(?:[.,]\d{{1,3}}){{0,4}}(?:\s{_MAGNITUDE})?)"
)
_TIMES = r"\d{1,3}\s?(?:kali|x)\slipat"
_EACH = r"(?:\s?(?:per|/)\s?[a-z]{3,12}|\sse(?:hari|bulan|tahun|kali))?"
_MONEY = rf"(?:{_SUM}(?:{_RANGE}{_SUM}|{_CURRENCY})?{_EACH}|{_FOREIGN}|{_TIMES})"
# "denda bagi pemilik sebesar ..."
_PAYER = r"(?:untuk|bagi|kepada|terhadap)\s(?:\w{1,20}\s){1,5}?(?=sebesar\s|senilai\s|rp)"
_DEGREE = (
    r"(?:\s?\(\s?sp\s?\))?\s{1,2}(?P<detail>pertama|kedua|ketiga|terakhir|ke-\d|i{1,3}|[123])(?!\w)"
    r"(?:\s?\(sp[\s-]?(?:\d|i{1,3})?\))?"
)
_STROKES = rf"{_COUNT}\s?(?:kali|x)"
_NOT_WHEN = r"(?!\s(?:yang\s)?(?:lalu|silam|kemudian|sebelum(?:nya)?)(?!\w))"  # "divonis dua tahun lalu"
_NOT_SINCE = rf"{_NOT_WHEN}(?!\s(?:terakhir|belakangan|ini|setelah|usai|sejak|berselang|berturut)(?!\w))"
_BEHIND = {
    "time": rf"\s{{1,2}}(?P<detail>{_LIMIT}{_TIME}(?:\s(?:maksimal|atau\slebih))?)(?!\w){_NOT_WHEN}",
    # "membekukan izin karaoke itu selama 14 hari"
    "term": rf"(?:{SHORT_OWNER}(?:\ssementara)?(?=\s{{1,2}}selama\s))?"
    rf"\s{{1,2}}(?P<detail>{_LIMIT}{_TIME})(?!\w){_NOT_SINCE}",
    "money": rf"\s{{1,2}}(?:{_PAYER})?(?P<detail>{_LIMIT}{_MONEY})(?!\w)",
    "share": rf"\s{{1,2}}(?P<detail>{_LIMIT}{_MONEY}(?:\sselama\s{_TIME})?|selama\s{_TIME})(?!\w)",
    "degree": _DEGREE,
    "strokes": rf"\s{{1,2}}(?P<detail>{_LIMIT}{_STROKES})(?!\w)",
}
_BEFORE = rf"(?<!\w)(?:pidana\s)?(?P<detail>(?:(?:{_BOUNDS})\s{{1,2}}){{0,3}}{_TIME})\s?\(?$"
_STROKES_BEFORE = rf"(?<!\w)(?P<detail>(?:(?:{_BOUNDS}|sebanyak)\s{{1,2}}){{0,3}}{_STROKES})\s{{1,2}}$"
_AND_AT_MOST = (
    rf"\s(?:dan|atau|hingga|sampai)\s(?:dengan\s)?(?P<detail>(?:paling\s(?:lama|banyak|tinggi)|maksimal|maksimum)\s{_SPAN})"
    r"(?:\s(?:penjara|bui)(?!\w)|(?=[.,;)\"”]|\s?\Z))"
)
_BACK = 90  # characters in which a duration before its penalty stands ("paling singkat 2 tahun 6 bulan penjara")

MEASURES = frozenset(_BEHIND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The stretch that widens a mention of a penalty by its measure, and the place of the measure itself."""

    start: int
    end: int
    detail_start: int
    detail_end: int


def measure_behind(measure: str, low: str, at: int) -> Measure | None:
    """The amount, duration, share or degree right behind ``at``; ``measure`` is one of ``MEASURES``."""
    found = _compiled(_BEHIND[measure]).match(low, at)
    return _measure(found, 0) if found else None


def duration_before(low: str, start: int, end: int) -> Measure | None:
    """The duration right before a word for prison: "maksimal 6 tahun (penjara)".

    One behind it joins in: "paling singkat 5 tahun (penjara) dan paling lama 15 tahun penjara".
    """
    base = max(0, start - _BACK)
    found = _compiled(_BEFORE).search(low[base:start])
    if found is None:
        return None
    measure = _measure(found, base)
    most = _compiled(_AND_AT_MOST).match(low, end)
    return replace(measure, end=most.end(), detail_end=most.end("detail")) if most else measure


def strokes_before(low: str, start: int) -> Measure | None:
    """The number of strokes right before a word for the cane: "20 kali (cambuk)"."""
    base = max(0, start - _BACK)
    found = _compiled(_STROKES_BEFORE).search(low[base:start])
    return _measure(found, base) if found else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """One of the patterns above, which are long: compiled when a text needs it."""
    return re.compile(pattern)


def _measure(found: re.Match[str], base: int) -> Measure:
    start, end = found.span("detail")
    return Measure(start=base + found.start(), end=base + found.end(), detail_start=base + start, detail_end=base + end)
