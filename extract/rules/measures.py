"""Amounts, durations and degrees of penalties: "paling banyak Rp50 juta", "6 bulan", "pertama"."""

import re
from dataclasses import dataclass

_COUNT_WORDS = (
    "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|ratus|seratus|setengah|se"
)
_LIMITS = (
    r"sebesar|senilai|sebanyak|selama|maksimal|maksimum|minimal|minimum|hingga|sampai|mencapai|antara|adalah|sendiri"
    r"|sekitar|yakni|yaitu|di\satas|lebih\sdari|paling\s(?:banyak|sedikit|lama|singkat|tinggi|rendah|besar)"
    r"|kategori\s[ivx]{1,4},?"
)
_COUNT = rf"(?:\d{{1,3}}(?:[.,]\d{{1,3}}){{0,5}}(?:\s?\([\w\s]{{1,30}}\))?|(?:(?:{_COUNT_WORDS})\s?){{1,5}})"
_LIMIT = rf"(?:(?:{_LIMITS})\s{{1,2}}){{0,4}}"
_FURTHER = rf",?\s(?:dan\s|hingga\s|sampai\s|lebih\s)?{_COUNT}\s?(?:tahun|bulan|hari)"
_SPAN = rf"{_COUNT}\s?(?:tahun|bulan|hari|minggu)(?:{_FURTHER})?"
_UP_TO = r"\s(?:dan|serta|hingga|sampai)\s(?:dengan\s)?paling\s\w{4,7}\s"
_TIME = rf"(?:{_SPAN}(?:{_UP_TO}{_SPAN})?|seumur\shidup)"
_SUM = (
    r"(?:rp\.?\s?\d{1,3}(?:[.,]\d{1,3}){0,6}(?:\s?(?:ribu|juta|miliar|milyar|triliun))?(?:,-|,00)?"
    rf"|{_COUNT}\s?(?:ribu|juta|miliar|milyar|triliun)(?:\srupiah)?|kategori\s[ivx]{{1,4}}|\d{{1,3}}\spersen)"
)
_MONEY = rf"{_SUM}(?:{_UP_TO}{_SUM})?"
# "denda bagi pemilik sebesar ..."
_PAYER = r"(?:untuk|bagi|kepada|terhadap)\s(?:\w{1,20}\s){1,5}?(?=sebesar\s|senilai\s|rp)"
_DEGREE = (
    r"(?:\s?\(\s?sp\s?\))?\s{1,2}(?P<detail>pertama|kedua|ketiga|terakhir|ke-\d|i{1,3}|[123])(?!\w)"
    r"(?:\s?\(sp[\s-]?(?:\d|i{1,3})?\))?"
)
_BEHIND = {
    "time": re.compile(rf"\s{{1,2}}(?P<detail>{_LIMIT}{_TIME}(?:\s(?:maksimal|atau\slebih))?)(?!\w)"),
    "money": re.compile(rf"\s{{1,2}}(?:{_PAYER})?(?P<detail>{_LIMIT}{_MONEY})(?!\w)"),
    "degree": re.compile(_DEGREE),
}
_BEFORE = re.compile(rf"(?<!\w)(?:pidana\s)?(?P<detail>{_LIMIT}{_TIME})\s?\(?$")
_BACK = 70  # characters in which a duration before its penalty stands ("paling singkat 2 tahun 6 bulan penjara")

MEASURES = frozenset(_BEHIND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The stretch that widens a mention of a penalty by its measure, and the place of the measure itself."""

    start: int
    end: int
    detail_start: int
    detail_end: int


def measure_behind(measure: str, low: str, at: int) -> Measure | None:
    """The amount, duration or degree right behind ``at``; ``measure`` is one of ``MEASURES``."""
    found = _BEHIND[measure].match(low, at)
    return _measure(found, 0) if found else None


def duration_before(low: str, at: int) -> Measure | None:
    """The duration right before ``at``: "maksimal 6 tahun" before "penjara"."""
    base = max(0, at - _BACK)
    found = _BEFORE.search(low[base:at])
    return _measure(found, base) if found else None


def _measure(found: re.Match[str], base: int) -> Measure:
    start, end = found.span("detail")
    return Measure(start=base + found.start(), end=base + found.end(), detail_start=base + start, detail_end=base + end)
