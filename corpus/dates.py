"""Days as papers and data files write them, as ISO days."""

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

_ISO = re.compile(r"\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=\D|$)")
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})(?:([/.-])(\d{1,2})\2(\d{4})|/(\d{1,2})/(\d{2}))(?![\d/])")

_DAY_MONTH = re.compile(r"\(?(\d{1,2})/(\d{1,2})(?![\d/])")

# A paper on the web; earlier and later years are misprints or other numbers.
_YEARS = range(1990, 2100)


def iso_day(text: str, *, month_first: bool = False) -> str:
    """The first day named in ``text`` as YYYY-MM-DD, or "".

    Forms: ``2020-03-04T11:27:00+07:00``, ``2020/03/04``, ``04 Mar 2020, 11:27 WIB``, ``Senin, 2 Maret 2020``,
    ``24-May-19``, ``September 20, 2019``, ``(20/10/2020)``, ``20.10.2020``. The day printed counts: no time
    zone is applied. ``(6/2)`` names no year and gives "".

    Args:
        text: A few words that may hold a date.
        month_first: Read ``10/22/2025`` as October; days above twelve are told apart anyhow.

    >>> iso_day("Liputan, Selasa (20/10/2020)")
    '2020-10-20'
    >>> iso_day("10/7/2025 20:51", month_first=True)
    '2025-10-07'
    """
    found = [match for match in _readings(text, month_first=month_first) if match[1]]
    return min(found)[1] if found else ""


def iso_moment(text: str, *, zone: str = "") -> str:
    """The first day in ``text`` with the time that follows it, as ISO 8601 with offset, or "" without a time.

    Forms: those of ``iso_day`` with ``11:27``, ``11.27.05``, ``T11:27:00+0700``, ``Z``, ``WIB``, ``WITA``, ``WIT``.

    Args:
        text: A few words that may hold a date with a time.
        zone: The offset ("+08:00") of a time that names none; without it the moment has none either.

    >>> iso_moment("Rabu, 04 Mar 2020, 11:27 WIB")
    '2020-03-04T11:27:00+07:00'
    """
    found = min((match for match in _readings(text) if match[1]), default=None)
    clock = found and _clock().match(text, found[2])
    if not found or not clock or int(clock["hour"]) > 23 or int(clock["minute"]) > 59:
        return ""
    time = f"{int(clock['hour']):02}:{clock['minute']}:{clock['second'] or '00'}"
    return f"{found[1]}T{time}{_offset(clock['zone'] or '') or zone}"


def reported_day(line: str, *, published: str = "") -> str:
    """The first date in ``line`` that stands after its weekday, as in ``Selasa (20/10/2020)``, or "".

    So papers print the day of the news; a date without weekday may be that of a law or of a birth. ``Senin (6/2)``
    takes the year that brings it nearest to the day ``published``, and is left out without that day.
    """
    for match in _weekday().finditer(line):
        behind = line[match.end() : match.end() + 24]
        if day := iso_day(behind) or (published and _nearest(behind, published)):
            return day
    return ""


def _nearest(text: str, published: str) -> str:
    match = _DAY_MONTH.match(text)
    if not match:
        return ""
    printed = date.fromisoformat(published)
    days = [_day(str(printed.year + years), match[2], match[1]) for years in (-1, 0, 1)]
    return min(filter(None, days), key=lambda day: abs(date.fromisoformat(day) - printed), default="")


def _offset(zone: str) -> str:
    """The offset that ``zone`` names: +0700 is +07:00, Z and GMT are +00:00, WIB is +07:00."""
    if zone[:1] in ("+", "-"):
        return f"{zone[:3]}:{zone[-2:]}"
    offset: str = _zones().get(zone.lower(), "")
    return offset


def _readings(text: str, *, month_first: bool = False) -> list[tuple[int, str, int]]:
    """Where a date begins in ``text``, its day or "", and where it ends; the first one of each form."""
    day_month, month_day = _patterns()
    readings = []
    if match := _ISO.search(text):
        readings.append((match.start(), _day(match[1], match[2], match[3]), match.end()))
    if match := day_month.search(text):
        readings.append((match.start(), _day(match[3], _months()[match[2].lower()], match[1]), match.end()))
    if match := month_day.search(text):
        readings.append((match.start(), _day(match[3], _months()[match[1].lower()], match[2]), match.end()))
    if match := _NUMBERS.search(text):
        one, two, year = match[1], match[3] or match[5], match[4] or match[6]
        day, month = (two, one) if month_first else (one, two)
        day = _day(year, month, day) or _day(year, day, month)
        readings.append((match.start(), day, match.end()))
    return readings


def _day(year: str, month: str | int, day: str) -> str:
    full_year = int(year) + 2000 if len(year) == 2 else int(year)
    if full_year not in _YEARS:
        return ""
    try:
        return date(full_year, int(month), int(day)).isoformat()
    except ValueError:
        return ""


@cache
def _clock() -> re.Pattern[str]:
    zones = "|".join(sorted(_zones(), key=len, reverse=True))
    time = r"(?P<hour>\d{1,2})[:.-](?P<minute>\d{2})(?:[:.-](?P<second>\d{2}))?(?![\d:])"
    zone = rf"(?:\.\d+)?\s*(?P<zone>(?:{zones})\b|[+-]\d{{2}}:?\d{{2}})?"
    return re.compile(rf"[\s,|–-]*T?(?:pukul|jam|at)?[\s,:|–-]*{time}{zone}", re.IGNORECASE)


@cache
def _zones() -> dict[str, str]:
    zones: dict[str, str] = _calendar_words()["zones"]
    return zones


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in _calendar_words()["months"].items() for name in names}


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_calendar_words()['weekdays']['names'])})\b[\s,]*", re.IGNORECASE)


def _calendar_words() -> dict[str, Any]:
    return tomllib.loads((files("corpus") / "calendar_words.toml").read_text("utf-8"))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    year = r"(\d{4}|\d{2}(?=\D|$))(?!\d)"
    day_month = re.compile(rf"(?<!\d)(\d{{1,2}})[\s-]+({names})\b\.?[\s,-]+{year}", re.IGNORECASE)
    month_day = re.compile(rf"\b({names})\b\.?\s+(\d{{1,2}}),?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
    return day_month, month_day
