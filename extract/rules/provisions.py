"""Pin cites: articles, paragraphs and letters ("Pasal 71 ayat (1), (2) dan (3) huruf a jo. Pasal 188")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile("pasal")
_ARTICLE = re.compile(r"pasal[\s.\-]{0,3}(?P<value>\d{1,4}(?:\s?[a-z](?![\w-]))?)(?![\d])")
_PARTS = {
    "ayat": re.compile(r"ayat\s{0,2}\(?\s?(?P<value>\d{1,2}[a-z]?)\s?\)?(?:(?!\w)|(?=jun))"),
    "huruf": re.compile(r"huruf\s{0,2}\(?(?P<value>[a-z]{1,2})\)?(?!\w)"),
    "angka": re.compile(r"angka\s{0,2}\(?(?P<value>\d{1,3})\)?(?!\w)"),
    "ke": re.compile(r"ke-?\s?(?P<value>\d{1,2})(?:\s?\(?e\)?)?(?!\w)"),
}
_BARE = {
    "ayat": re.compile(r"\(\s?(?P<value>\d{1,2}[a-z]?)\s?\)"),
    "huruf": re.compile(r"(?P<value>[a-z])(?!\w|\.\w)"),
    "pasal": re.compile(
        r"(?!(?:19|20)\d\d)(?P<value>\d{1,4}[a-z]?)(?=\s{0,2}(?:[,;:)\"”]|\.(?!\d)|$"
        r"|(?:dan|atau|serta|jo|juncto|junto|ayat|huruf|ke-\d|ku|uu|undang|peraturan|perda|pp|subsid|lebih|sebagaimana|yang)))"
    ),
}
_BRACKETED = re.compile(r"\s{0,2}\((?P<value>\d{1,2})\)(?!\w)")  # a paragraph without its word: "Pasal 59 (5)"
_NEXT = re.compile(  # "Pasal 246 dan 247 mengatur", not "Pasal 246 dan 250 warga"
    r"(?P<value>\d{1,4})(?![\w%-]|[.,]\d)"
    r"(?!\s(?:orang|warga|tahun|bulan|minggu|hari|jam|menit|persen|juta|ribu|miliar|rupiah|kali|unit|titik|desa|kota|saksi|tersangka"
    r"|terdakwa|pelaku|korban|anggota|kilo|kg|gram|meter|hektare|butir|paket|lembar|kasus|perkara|pasal"
    r"|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)(?!\w))"
)
_NEAR = {"pasal": 20, "ayat": 5}  # how far apart numbers that are named in one breath stand: 246 and 247
_WORDLESS = re.compile(  # an article without its word: "Pasal 340 KUHP subsider 338 KUHP"
    r"(?<!\w)(?:jo\.?|juncto|junto|subsid\w{1,5})\s(?=(?P<value>\d{2,4}[a-z]?)\s(?:kuhp|kuhap|uu|undang)(?!\w))"
)
_AND = (
    r"dan/atau|dan|atau|serta|maupun|hingga|s/d|jis|jo|(?:di-?)?j[ou]u?nc?to"
    r"|lebih\s+subsid\w{1,5}|subsid\w{1,5}|subs|&"
)
_LINK = re.compile(
    rf"\s{{0,3}}(?:[-–](?=\d)|[,/]\s{{0,3}}(?:(?:{_AND})\b\.?\s{{0,3}})?|(?:{_AND})(?:\.?\s{{1,3}}|\.?(?=pasal)))"
)
_SPACE = re.compile(r"[\s,]{0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PinCite:
    """A run of linked provisions that pin one rule.

    Attributes:
        start: First character.
        end: One past the last character.
        provisions: Each in short form, in the order of the text ("pasal 71 ayat (1)").
    """

    start: int
    end: int
    provisions: tuple[str, ...]


def find_pin_cites(low: str) -> Iterator[PinCite]:
    """Runs of provisions in ``low``, a text in lower case, in text order.

    >>> [pin.provisions for pin in find_pin_cites("pasal 71 ayat (1), (2) dan (3) huruf a jo. pasal 188")]
    [('pasal 71 ayat (1)', 'pasal 71 ayat (2)', 'pasal 71 ayat (3) huruf a', 'pasal 188')]
    """
    end = 0
    wordless = {found.start() for found in _WORDLESS.finditer(low)}
    for start in sorted({found.start() for found in _WORD.finditer(low)} | wordless):
        if start >= end and (pin := _pin_cite(low, start)):
            yield pin
            end = pin.end


def _pin_cite(low: str, start: int) -> PinCite | None:
    first = _ARTICLE.match(low, start) or _WORDLESS.match(low, start)
    if not first or (start and low[start - 1].isalnum()):
        return None
    found = [{"pasal": _squeezed(first["value"])}]
    at = first.end("value")
    while step := _part(low, at, found) or _linked(low, at, found):
        at = step
    return PinCite(start=start, end=at, provisions=tuple(dict.fromkeys(_written(parts) for parts in found)))


def _part(low: str, at: int, found: list[dict[str, str]]) -> int:
    """Read "ayat (1)", "huruf a", "ke-1" directly behind the last provision; 0 where none stands."""
    at = _SPACE.match(low, at).end()  # type: ignore[union-attr]  # matches the empty string
    if (bracketed := _BRACKETED.match(low, at)) and list(found[-1]) == ["pasal"]:
        _add(found, "ayat", bracketed["value"])
        return bracketed.end()
    for level, pattern in _PARTS.items():
        if part := pattern.match(low, at):
            _add(found, level, part["value"])
            return part.end()
    return 0


def _linked(low: str, at: int, found: list[dict[str, str]]) -> int:
    """Read a link and what it joins: an article, a part, or a bare value of the last level; 0 for none."""
    link = _LINK.match(low, at)
    if not link:
        return 0
    if article := _ARTICLE.match(low, link.end()):
        found.append({"pasal": _squeezed(article["value"])})
        return article.end()
    if step := _part(low, link.end(), found):
        return step
    level = list(found[-1])[-1]
    if (near := _NEXT.match(low, link.end())) and _counts_on(found[-1], level, int(near["value"])):
        _add(found, level, near["value"])
        return near.end()
    for name in dict.fromkeys((level, "ayat", "pasal")):
        pattern = _BARE.get(name)
        if pattern and (name in found[-1]) and (bare := pattern.match(low, link.end())):
            _add(found, name, bare["value"])
            return bare.end()
    return 0


def _counts_on(last: dict[str, str], level: str, value: int) -> bool:
    """Whether ``value`` counts on from the last article or paragraph."""
    before = int(re.sub(r"\D", "", last[level]) or 0)
    return before < value <= before + _NEAR.get(level, 0)


def _add(found: list[dict[str, str]], level: str, value: str) -> None:
    """Add a part to the last provision, or begin its next sibling where it has one of this level or below."""
    order = ("pasal", *_PARTS)
    last = found[-1]
    value = _squeezed(value)
    if all(order.index(name) < order.index(level) for name in last):
        last[level] = value
        return
    found.append({name: kept for name, kept in last.items() if order.index(name) < order.index(level)} | {level: value})


def _squeezed(value: str) -> str:
    number, letter = re.fullmatch(r"(\d*)\s*([a-z]*)", value).groups()  # type: ignore[union-attr]  # patterns above
    return number + (letter.upper() if number else letter)


def _written(parts: dict[str, str]) -> str:
    shapes = {
        "pasal": "pasal {}",
        "ayat": "ayat ({})",
        "huruf": "huruf {}",
        "angka": "angka {}",
        "ke": "ke-{}",
    }
    return " ".join(shapes[name].format(value) for name, value in parts.items())
