"""Where the first sentence of an article is told from: METRO – ..., Tanjungpinang (ANTARA) - ..."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.outlets import UNKNOWN, Outlet

_UPPER = r"[A-Z][A-Z'’.]+(?:[ -][A-Z][A-Z'’.]+){0,3}"
_CAPITAL = r"[A-Z][\w'’]+(?:[ -][A-Z][\w'’]+){0,2}"
_WEB = r"[A-Za-z0-9][\w-]*\.(?:com|co\.id|co|id|net|org|news|tv|COM|CO\.ID|CO|ID|NET)"
_DASH = r"\s*[-–—]{1,2}\s*(?=\S)"
_ALONE = re.compile(r"[^-–—]{3,60}[-–—]{1,2}")
# In this order: METRO, KABAR.CO.ID – | Metro (ANTARA) - | Kabar.com, Metro - | METRO – | Metro - Wali ...
_FORMS = (
    rf"(?P<place>{_UPPER}|{_CAPITAL}),?\s*(?:\((?P<paper>[\w. ]{{2,30}})\)|[,|/]\s*(?P<web>{_WEB}))\s*[-–—|:]{{1,2}}",
    rf"(?P<web>{_WEB})\s*,\s*(?P<place>{_UPPER}|{_CAPITAL})\s*(?:{_DASH}|:\s)",
    rf"(?P<place>{_UPPER})\s*[,:]?\s*(?:{_DASH}|[|]\s*)",
    rf"(?P<place>{_CAPITAL}){_DASH}(?=[\"“A-Z])",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What a dateline tells, as printed but not in capitals; "" where it does not."""

    place: str = ""
    paper: str = ""


def find_dateline(line: str, *, outlet: Outlet = UNKNOWN) -> Dateline:
    """The dateline that opens ``line``, the first of an article.

    Forms: ``METRO – ``, ``JAKARTA, KABAR.com - ``, ``Tanjungpinang (ANTARA) - ``, ``Kabar.com, Jakarta - ``,
    ``Bandar Lampung - Wali Kota ...``, and the outlet's own.

    >>> find_dateline("BANDAR LAMPUNG (Kabar Contoh) -- Wali kota meminta warga tertib.")
    Dateline(place='Bandar Lampung', paper='Kabar Contoh')
    """
    for pattern in (outlet.dateline, *_patterns()):
        if (match := pattern.match(line)) and _may_be_place(match["place"]):
            found = match.groupdict()
            return Dateline(place=_cased(match["place"]), paper=found.get("paper") or found.get("web") or "")
    return Dateline()


def with_dateline(lines: list[str]) -> list[str]:
    """``lines`` with a dateline that stands alone ("Metro -") put before the line it opens.

    >>> with_dateline(["Metro -", "Wali kota meminta warga tertib."])
    ['Metro - Wali kota meminta warga tertib.']
    """
    if len(lines) < 2 or not _ALONE.fullmatch(lines[0]):
        return lines
    opening = f"{lines[0]} {lines[1]}"
    return [opening, *lines[2:]] if find_dateline(opening).place else lines


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form) for form in _FORMS)


@cache
def _words() -> dict[str, frozenset[str]]:
    table = tomllib.loads((files("corpus") / "datelines.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def _may_be_place(text: str) -> bool:
    return not any(word in _words()["no_place"] for word in re.split(r"[\s-]+", text.casefold()))


def _cased(place: str) -> str:
    if not place.isupper():
        return place
    return " ".join(word if word in _words()["short"] else word.title() for word in place.rstrip(".").split())
