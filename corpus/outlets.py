"""What is peculiar to single outlets, read from ``outlets.toml``: where their bodies stand, their lines, their zone."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.errors import CorpusError

_KEYS = frozenset({"hosts", "name", "region", "zone", "body", "lines", "dateline", "valid_until"})
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet; "" or a pattern that never matches where nothing is peculiar.

    Attributes:
        name: As the paper writes itself.
        region: Where its news comes from: official name of a region.
        zone: Offset of the times it prints without one.
        body: Classes and ids of the box of the body.
        lines: Matches lines of its own boilerplate, as a whole and in small letters.
        dateline: Matches its dateline, with the group ``place``.
        valid_until: Last day on which its pages looked so, YYYY-MM-DD.
    """

    name: str = ""
    region: str = ""
    zone: str = ""
    body: frozenset[str] = frozenset()
    lines: re.Pattern[str] = field(default=_NOTHING)
    dateline: re.Pattern[str] = field(default=_NOTHING)
    valid_until: str = ""


UNKNOWN = Outlet()


def outlet_of(host: str, day: str = "") -> Outlet:
    """The outlet at ``host`` or the nearest host above it, as its pages looked on ``day``; ``UNKNOWN`` for any other.

    >>> outlet_of("bali.tribunnews.com").zone, outlet_of("warta.example") is UNKNOWN
    ('+08:00', True)
    """
    known = _outlets()
    labels = host.lower().split(".")
    above = (".".join(labels[start:]) for start in range(len(labels)))
    return layout_on(day, next((known[name] for name in above if name in known), (UNKNOWN,)))


def layout_on(day: str, layouts: Sequence[Outlet]) -> Outlet:
    """Of the layouts of a host, in their order, the one its pages had on ``day``; without a day the one of today."""
    return next((layout for layout in layouts if day and day <= layout.valid_until), layouts[-1])


@cache
def body_names() -> frozenset[str]:
    """Classes and ids of boxes that hold a body, of every system and outlet."""
    systems = frozenset(name for row in _table().get("system", ()) for name in row["body"])
    return systems.union(*(layout.body for layouts in _outlets().values() for layout in layouts))


@cache
def _outlets() -> dict[str, tuple[Outlet, ...]]:
    return by_host(_table()["outlet"])


def by_host(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Outlet, ...]]:
    """The layouts of each host, the one of today last.

    Raises:
        CorpusError: A row cannot be read, or two of one host end on the same day.
    """
    found: dict[str, dict[str, Outlet]] = {}
    for row in rows:
        for host, outlet in read_outlet(row).items():
            layouts = found.setdefault(host, {})
            if outlet.valid_until in layouts:
                raise CorpusError(f"outlets.toml, {host}: two entries; give all but the latest their own valid_until")
            layouts[outlet.valid_until] = outlet
    return {host: tuple(layouts[day] for day in sorted(layouts, key=_end)) for host, layouts in found.items()}


def _end(valid_until: str) -> tuple[bool, str]:
    return (not valid_until, valid_until)


def read_outlet(row: Mapping[str, Any]) -> dict[str, Outlet]:
    """The outlet that ``row`` describes, by each of its hosts.

    Raises:
        CorpusError: A key is unknown, or a value is not of its form.
    """
    where = f"outlets.toml, {', '.join(row.get('hosts', ())) or 'an outlet without hosts'}"
    if unknown := set(row) - _KEYS:
        raise CorpusError(f"{where}: unknown key {', '.join(sorted(unknown))}; known are {', '.join(sorted(_KEYS))}")
    if not row.get("hosts"):
        raise CorpusError(f'{where}: name its hosts, as in hosts = ["kabar.example"]')
    if not re.fullmatch(r"(?:[+-]\d{2}:\d{2})?", row.get("zone", "")):
        raise CorpusError(f'{where}: zone "{row["zone"]}" is no offset; write +07:00, +08:00 or +09:00')
    until = row.get("valid_until", "")
    if until and not isinstance(until, date):
        raise CorpusError(f"{where}: valid_until {until!r} is no day; write it as 2024-12-31, without quotes")
    try:
        lines, dateline = re.compile("|".join(row.get("lines", ())) or "(?!)"), re.compile(row.get("dateline", "(?!)"))
    except re.error as error:
        raise CorpusError(f"{where}: a pattern cannot be read ({error}); mend it") from error
    outlet = Outlet(
        **{key: row.get(key, "") for key in ("name", "region", "zone")},
        body=frozenset(row.get("body", ())),
        lines=lines,
        dateline=dateline,
        valid_until=str(until),
    )
    return dict.fromkeys(row["hosts"], outlet)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("corpus") / "outlets.toml").read_text("utf-8"))
