"""What an amount or a duration comes to: "paling banyak Rp50 juta", "2 tahun dan 6 bulan", "tiga hari".

Read are figures and number words, in rupiah and in ISO 8601 durations; what is not plain ("Rp2.500.00", a sum in
dollars, a share in per cent) is left out rather than guessed.
"""

import re
from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value", int, str)

LIFELONG = "lifelong"
# Article 79 of the criminal code of 2023 (UU 1/2023), in rupiah.
_CATEGORIES = {
    "i": 1_000_000,
    "ii": 10_000_000,
    "iii": 50_000_000,
    "iv": 200_000_000,
    "v": 500_000_000,
    "vi": 2_000_000_000,
    "vii": 5_000_000_000,
    "viii": 50_000_000_000,
}
_CATEGORIES |= {str(number): amount for number, amount in enumerate(_CATEGORIES.values(), start=1)}
_MAGNITUDES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_MAGNITUDES |= {"rb": 10**3, "jt": 10**6, "m": 10**9, "t": 10**12}  # "Rp2,5 M" in headlines
_MOST_RUPIAH = 10**16  # more than any penalty: a slip, and more than a graph can hold
_MOST_UNITS = 9_999  # years, months, weeks or days; the same
_DIGIT_WORDS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_STEPS: dict[str, Callable[[int], float]] = {
    "belas": lambda digit: 10 + digit,
    "puluh": lambda digit: 10 * digit,
    "ratus": lambda digit: 100 * digit,
    "setengah": lambda digit: digit + 0.5,
}
_UNITS = {"tahun": "Y", "thn": "Y", "th": "Y", "bulan": "M", "bln": "M", "minggu": "W", "pekan": "W", "hari": "D"}

_BRACKETS = re.compile(r"\s?\([^()]{0,80}\)")
_ONE = re.compile(r"(?<!\w)se(?=(?:belas|puluh|ratus|ribu|juta|tahun|bulan|minggu|hari)(?!\w))")
_WORDS = rf"(?:(?:{'|'.join(_DIGIT_WORDS)}|setengah|belas|puluh|ratus)\s?)"
_MAGNITUDE = "(?:" + "|".join(_MAGNITUDES) + ")"
_FIGURE = r"\d{1,15}(?:[.,]\d{1,3}){0,6}"
_SUM = re.compile(
    rf"(?P<rp>rp\.?\s?)?(?P<figure>{_FIGURE})(?P<cents>,00?|,-)?(?:\s?(?P<magnitude>{_MAGNITUDE})(?!\w))?"
    rf"|kategori\s(?P<category>[ivx]{{1,4}}|[1-8])(?!\w)"
    rf"|(?P<words>(?:{_WORDS}{{1,6}}(?:ribu|juta|miliar|milyar|triliun)\s?){{1,4}}(?:{_WORDS}{{1,6}}(?=rupiah))?)"
)
_SPOKEN_GROUP = re.compile(rf"((?:{_WORDS})+)({_MAGNITUDE}?)")
_COUNT = rf"(?:{_FIGURE}|{_WORDS}{{1,5}})"
_UNIT = rf"(?:{'|'.join(_UNITS)})(?!\w)"
_SPAN = re.compile(rf"(?P<count>{_COUNT})\s?(?P<unit>{_UNIT})|seumur\shidup")
_SHARED_UNIT = re.compile(
    rf"({_COUNT})\s?(hingga|sampai|[-–]|(?:dan|atau|hingga|sampai)\s(?:maksimal|paling\slama))\s?({_COUNT}\s?({_UNIT}))"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")
_UP = re.compile(
    r"lamanya|banyaknya|tingginya|maksimal|maksimum|hingga|sampai|di\sbawah|kurang\sdari"
    r"|paling\s(?:banyak|lama|tinggi|besar)"
)
_DOWN = re.compile(r"minimal|minimum|di\satas|lebih\sdari|paling\s(?:sedikit|singkat|rendah|kecil)|sekurang")
_BETWEEN = re.compile(r"hingga|sampai|[-–]|s/d")
_OR_LIFE = re.compile(r"(?<=\w)\satau\sseumur\shidup$")
_LIFE_OR = re.compile(r"^.{0,60}?seumur\shidup\satau\s(?=paling|maksim|minim)")
_OR_MORE = re.compile(r"\s?(?:atau\slebih|lebih|ke\satas)(?!\w)")
_AT_MOST = re.compile(r"\s?(?:maksimal|maksimum)(?!\w)")
_FOREIGN = re.compile(
    r"persen|%|do[l]{1,2}ar|us\$|\bsgd\b|\bsar\s?\d|\brm\s?\d|\busd\b|ringgit|euro|poundsterling|yuan|riyal|baht|kali\slipat"
)


def read_amounts(words: str) -> tuple[int | None, int | None]:
    """Least and greatest amount in rupiah that ``words`` name; the same twice where they name one.

    >>> read_amounts("paling sedikit Rp50 juta dan paling banyak Rp1,5 miliar")
    (50000000, 1500000000)
    >>> read_amounts("maksimal lima ratus ribu rupiah")
    (None, 500000)
    """
    low = _plain(words)
    if _FOREIGN.search(low):
        return None, None
    found = list(_SUM.finditer(low))
    shared = found[1]["magnitude"] if len(found) == 2 and _lacks_magnitude(*found) else None
    values = [_rupiah(match, shared) for match in found]
    least, greatest = _bounds(low, [match.span() for match in found], values)
    return (None, None) if least and greatest and least > greatest else (least, greatest)


def read_durations(words: str) -> tuple[str, str]:
    """Least and greatest duration that ``words`` name, as ISO 8601 or "lifelong"; the same twice where they name one.

    >>> read_durations("paling singkat 2 (dua) tahun dan paling lama 6 tahun 6 bulan")
    ('P2Y', 'P6Y6M')
    """
    low = _SHARED_UNIT.sub(r"\1 \4 \2 \3", _plain(words))
    if life := _OR_LIFE.search(low):
        return read_durations(low[: life.start()])[0], LIFELONG
    if life := _LIFE_OR.match(low):
        return read_durations(low[life.end() :])[0], LIFELONG
    groups: list[list[re.Match[str]]] = []
    for match in _SPAN.finditer(low):
        if groups and _adds(low, groups[-1][-1], match):
            groups[-1].append(match)
        else:
            groups.append([match])
    places = [(group[0].start(), group[-1].end()) for group in groups]
    least, greatest = _bounds(low, places, [_iso(group) for group in groups])
    return least or "", greatest or ""


def _plain(words: str) -> str:
    """``words`` in lower case, without sums in brackets, "setahun" as "satu tahun"."""
    return _ONE.sub("satu ", _BRACKETS.sub("", words.lower()))


def _bounds(low: str, places: list[tuple[int, int]], values: list[Value | None]) -> tuple[Value | None, Value | None]:
    """From and to of the one or two values at ``places``, by the words of limiting around them."""
    if not 1 <= len(values) <= 2 or None in values:
        return None, None
    before = low[: places[0][0]]
    if len(values) == 2:
        between = low[places[0][1] : places[1][0]]
        if _UP.search(between) or _BETWEEN.search(between) or (_DOWN.search(before) and not _DOWN.search(between)):
            return values[0], values[1]
        return None, None
    (value,) = values
    if _DOWN.search(before) or _OR_MORE.match(low, places[0][1]):
        return value, None
    if _UP.search(before) or _AT_MOST.match(low, places[0][1]):
        return None, value
    return value, value


def _lacks_magnitude(first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether the magnitude of the second sum is that of the first too: "Rp5 - 10 juta"."""
    return bool(first["figure"]) and not first["magnitude"] and "." not in first["figure"] and not second["rp"]


def _rupiah(found: re.Match[str], shared: str | None) -> int | None:
    if found["category"]:
        return _CATEGORIES.get(found["category"])
    if found["words"]:
        return _believed(_spoken_sum(found["words"]))
    magnitude = found["magnitude"] or shared
    if not found["rp"] and not magnitude:
        return None
    value = _figure(found["figure"], decimal=magnitude is not None)
    return None if value is None else _believed(round(value * _MAGNITUDES.get(magnitude or "", 1)))


def _believed(amount: int | None) -> int | None:
    return amount if amount is not None and amount <= _MOST_RUPIAH else None


def _figure(figure: str, *, decimal: bool) -> float | None:
    """The number that ``figure`` writes; a mark before three digits parts thousands, any other is a decimal mark."""
    if _THOUSANDS.fullmatch(figure) and not (decimal and "," in figure):
        return int(re.sub(r"[.,]", "", figure))
    whole = re.fullmatch(r"(\d+(?:[.,]\d{3})*)[.,](\d{1,2})", figure)
    if whole and (decimal or whole[2] in {"00", "0"}) and (decimal or "," in figure):
        return float(f"{re.sub('[.,]', '', whole[1])}.{whole[2]}")
    return float(figure.replace(",", ".")) if decimal and figure.count(",") == 1 and "." not in figure else None


def _spoken_sum(words: str) -> int | None:
    """The sum of "satu juta lima ratus ribu" (1,500,000)."""
    total = 0
    for count, magnitude in _SPOKEN_GROUP.findall(words):
        value = _spoken(count)
        if value is None:
            return None
        total += round(value * _MAGNITUDES.get(magnitude, 1))
    return total


def _spoken(words: str) -> float | None:
    """The number of "dua puluh lima" (25) or "satu setengah" (1.5); None where the words are none."""
    total, last = 0.0, 0
    for word in words.split():
        if word in _DIGIT_WORDS and not last:
            last = _DIGIT_WORDS.index(word)
        elif word in _STEPS:
            total, last = total + _STEPS[word](last), 0
        else:
            return None
    return total + last or None


def _adds(low: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether the second span adds to the first: "2 tahun dan 6 bulan"."""
    order = list(_UNITS)
    gap = low[first.end() : second.start()].strip(" ,")
    units = first["unit"], second["unit"]
    return None not in units and gap in {"", "dan", "lebih"} and order.index(units[0]) < order.index(units[1])


def _iso(group: list[re.Match[str]]) -> str | None:
    if group[0][0].startswith("seumur"):
        return LIFELONG
    parts: dict[str, int] = {}
    for match in group:
        unit = _UNITS[match["unit"]]
        count = _count(match["count"].strip())
        if count is None or count > _MOST_UNITS:
            return None
        parts[unit] = parts.get(unit, 0) + int(count)
        months = round((count % 1) * 12)
        if count % 1 and unit != "Y":
            return None
        if months:
            parts["M"] = parts.get("M", 0) + months
    return "P" + "".join(f"{parts[unit]}{unit}" for unit in "YMWD" if parts.get(unit))


def _count(words: str) -> float | None:
    return _figure(words, decimal=True) if words[0].isdigit() else _spoken(words)
