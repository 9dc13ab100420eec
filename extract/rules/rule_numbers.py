"""Numbers and years of rules: "Nomor 5 Tahun 2014", "No.94/2021", "Nomor: 800/123/BKD/2023", "5 tahun '14".

Slips of the press are read too: "Tahunn", "Tahu 2012", "th 2014", "Nomer", "Nomorr", "Nomor 5 2014".
"""

import re
from dataclasses import dataclass, replace

_KEYWORD = r"(?:(?:dengan\s|ber)?nomorr?|nomer|nomro|nomo|nmor|nmr|no)(?![a-z])\s{0,2}[.:]{0,2}\s{0,3}"
_SHORT_YEAR = r"['’‘]\d\d|[4-9]\d(?!\s?(?:tahun|orang|kasus|hari|persen|%))"  # "UU 1 tahun 46"
_YEAR = rf"[\s,]{{0,3}}\(?(?:tahu[nm]{{0,2}}|thun|tauhn|thn|th)\.?\s{{0,3}}(?P<year>\d{{4}}|{_SHORT_YEAR})(?!\d)"
_PLAIN_YEAR = r"\s(?P<plain>(?:19[4-9]|20[0-3])\d)(?!\d|[.,/]\d)"
_SHORT = (
    r"(?P<short>\d{1,4}[a-z]?)(?:\s?(?:prp|drt)\b\.?)?\s?(?:/\s?(?P<slashed>(?:19|20)\d\d)(?![\d/])|(?:no\.?|nomor)\s(?P<swapped>(?:19|20)\d\d)(?!\d)|"
    + _YEAR.replace("year", "worded")
    + ")"
)
_LONG = (
    r"(?:(?:se|km|pm|im|kp|hk|per|kep|sk|skep|um|al|ins|p)[.\-:\s]{1,2}(?=[\w.]{0,8}\d))?"
    r"(?=[\w.\-/]{0,12}\d|[ivxlc]{1,6}/)(?P<long>[\w.\-]{1,30}(?:\s[a-z]{1,3}(?=/))?(?:\s?/\s?(?!tahun)[\w.\-]{1,20}){0,8}"
    r"(?:(?:(?<=/pn)|(?<=/pt)|(?<=/pa))\s(?-i:[A-Z][A-Za-z]{1,4}(?:\.[A-Z][a-z]{1,4}){0,2}))?)/?"  # "/2023/PN Jkt.Pst"
)
_NUMBERED = re.compile(rf"(?i)[\s,:]{{0,3}}\(?{_KEYWORD}(?=[\w.])(?P<body>{_LONG})(?:{_YEAR}|{_PLAIN_YEAR})?")
_BARE = re.compile(
    rf"(?i)(?:[\s,:.]{{0,3}}\(?(?P<keyword>{_KEYWORD})(?:\([A-Z]{{2,12}}\)\s)?|\s{{0,3}}(?<![.\d])(?:(?<!peraturan\s)[pi]m[.\s]{{1,2}}(?=\d))?){_SHORT}"
)
_SLASHED = re.compile(
    r"(?i)[\s-]{0,3}(?=(?:hk\.|p\.|m/)?[\d./-]{1,20}[a-z])(?P<body>(?:hk\.|p\.|m/)?\d[\w.\-]{0,20}(?:\s[a-z]{1,3}(?=/))?(?:/[\w.\-]{1,20}){2,8})(?P<year>)(?P<plain>)"
)
_LISTED = re.compile(
    rf"(?i)\s{{0,2}}(?:,|dan|serta|,\s?dan|,\s?serta|juncto|jo\.?|dan/atau|atau|&)\s{{1,3}}"
    rf"(?:(?P<keyword>{_KEYWORD})(?=\w))?{_SHORT}"
)
_LISTED_LONG = re.compile(  # "Putusan MK Nomor 115/PUU-XXII/2024 dan 105/PUU-XXII/2024"
    rf"(?i)\s{{0,2}}(?:,|dan|serta|,\s?dan|,\s?serta|&)\s{{1,3}}(?:{_KEYWORD})?"
    r"(?P<body>\d[\w.\-]{0,20}(?:/[\w.\-]{1,20}){1,7}/(?:19[4-9]|20[0-3])\d)(?![\w/])"
)
_POINTED = re.compile(  # between form and number: "PP sebelumnya, Nomor ...", "surat edaran ini bernomor ..."
    r"(?i)(?:\s{1,2}(?:ini|itu|tersebut|lama|baru|sebelumnya))?,?(?:\s{1,2}yang)?"
    r"(?:\s{1,2}(?:tertuang|tercatat|terbit|di(?:terbitkan|keluarkan|teken|tandatangani)|yakni|yaitu))?"
    r"(?:\s{1,2}(?:lewat|melalui|dengan|dalam))?(?=\s{1,2}(?:ber)?nomor\s?:?\s?\d)"
)
_YEAR_FIRST = re.compile(  # "UU Tahun 2014 Nomor 5", "Perda 2019 No 3"
    rf"(?i)\s{{1,3}}(?:tahun\s)?(?P<year>(?:19[4-9]|20[0-3])\d),?\s(?={_KEYWORD}\d){_KEYWORD}(?P<number>\d{{1,4}})(?![\d/.-]|\stahun)"
)
_BEGINS = re.compile(
    r"[\s,:.-]{0,3}\(?(?!di[tk])(?:[\dNnDdBb]|[PpIi][Mm][.\s]\s?\d|(?:[Hh][Kk]|[Pp])\.\d|[Mm]/\d|[Tt]ahun\s\d)"
)
_AND = r"\s?(?:,\s?dan|,\s?serta|,|dan|serta|&)\s{1,2}"
_SHARED_YEAR = re.compile(rf"(?i)(?P<more>(?:{_AND}(?:{_KEYWORD})?\d{{1,4}}(?!\d)){{1,12}}){_YEAR}")
_FIRST = re.compile(
    rf"\s{{1,3}}(?P<number>\d{{1,4}})(?={_SHARED_YEAR.pattern[4:]})", re.I
)  # "Pergub 12 dan 13 Tahun 2022"
_MORE = re.compile(r"(\d+)")
_LAST_YEAR = re.compile(r"^(?P<number>.+)/(?P<year>(?:19[4-9]|20[0-3])\d)$")
_COURT_YEAR = re.compile(
    r"(?i)/(?P<year>(?:19[4-9]|20[0-3])\d)/(?:pn|pt|pa|ptun|pta)(?![a-z])"
)  # "12/Pid.B/2023/PN Jkt.Pst"
_TWO_DIGITS = re.compile(r"^(?P<number>\d{1,3})/(?P<year>\d\d)$")
_ZEROS = re.compile(r"^0+(?=\d+[a-z]?$)")  # "Nomor 05 Tahun 2014" is Nomor 5
# "Nomor PM 111 Tahun 2015": ministers of transport number their rules so, papers leave it out.
_REGISTER = re.compile(r"(?i)^[pki]m[.-]?(?=\d{1,4}$)")
_EMERGENCY = re.compile(r"(?i)/(?:drt|prp)\b\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNumber:
    """A rule's number and year and where they end; ``year`` is "" where none stands there."""

    start: int
    end: int
    number: str
    year: str


def number_at(text: str, at: int) -> RuleNumber | None:
    """The number that follows ``at``: any after "Nomor", one with a year without it.

    >>> number_at("UU No 5 Tahun 2014", 2)
    RuleNumber(start=3, end=18, number='5', year='2014')
    >>> number_at("SE Nomor: 800/123/BKD/2023", 2)
    RuleNumber(start=3, end=26, number='800-123-BKD', year='2023')
    """
    if not _BEGINS.match(text, at):
        pointed = _POINTED.match(text, at)
        if not pointed:
            return None
        at = pointed.end()
    if found := _BARE.match(text, at):
        return _short(found)
    if found := _YEAR_FIRST.match(text, at):
        return RuleNumber(start=at + 1, end=found.end(), number=_ZEROS.sub("", found["number"]), year=found["year"])
    if found := _FIRST.match(text, at):
        return RuleNumber(start=found.start("number"), end=found.end(), number=_ZEROS.sub("", found["number"]), year="")
    found = _NUMBERED.match(text, at) or _SLASHED.match(text, at)
    if not found:
        return None
    body = found["body"].rstrip(".-")
    worded = found["year"] or found["plain"] or ""
    end = found.end() if worded else found.start("body") + len(body)
    number, year = _split(" ".join(body.split()), _full_year(worded))
    return RuleNumber(
        start=found.end() - len(found.group().lstrip(" \t\n\u00a0,:(-")), end=end, number=number, year=year
    )


def numbers_from(text: str, first: RuleNumber) -> list[RuleNumber]:
    """``first`` and the numbers listed behind it.

    Handles "5/2014 dan 10/2016", each with its year, and "Nomor 3, 4 dan 5 Tahun 2020", where all share one.
    """
    shared = None if first.year else _SHARED_YEAR.match(text, first.end)
    if shared:
        year = _full_year(shared["year"])
        more = [
            RuleNumber(
                start=shared.start() + n.start(),
                end=shared.start() + n.end(),
                number=_ZEROS.sub("", n[1]),
                year=year,
            )
            for n in _MORE.finditer(shared["more"])
        ]
        return [replace(first, year=year), *more[:-1], replace(more[-1], end=shared.end())]
    numbers = [first]
    while listed := _LISTED.match(text, numbers[-1].end):
        numbers.append(_short(listed))
    while "-" in first.number and (listed := _LISTED_LONG.match(text, numbers[-1].end)):
        number, year = _split(listed["body"], "")
        numbers.append(RuleNumber(start=listed.start("body"), end=listed.end(), number=number, year=year))
    return numbers


def _short(found: re.Match[str]) -> RuleNumber:
    start = found.start("keyword") if found["keyword"] else found.start("short")
    year = _full_year(found["slashed"] or found["swapped"] or found["worded"])
    return RuleNumber(start=start, end=found.end(), number=_ZEROS.sub("", found["short"]), year=year)


def _split(body: str, year: str) -> tuple[str, str]:
    body = _EMERGENCY.sub("", body.replace(" /", "/").replace("/ ", "/"))
    if not year and (last := _LAST_YEAR.match(body)):
        body, year = last["number"], last["year"]
    elif not year and (court := _COURT_YEAR.search(body)):
        year = court["year"]
    elif not year and (short := _TWO_DIGITS.match(body)):
        body, year = short["number"], _full_year(short["year"])
    number = "-".join(part for part in re.split(r"[/\s:]+", body) if part)
    return _ZEROS.sub("", _REGISTER.sub("", number)), year


def _full_year(year: str) -> str:
    """Four digits of "2014", "'14" or "14"; the Republic counts from 1945."""
    digits = year.lstrip("'’‘")
    return ("19" if digits >= "45" else "20") + digits if len(digits) == 2 else digits
