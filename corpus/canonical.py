"""One address for one article: without AMP, tracking and the number of a part."""

import re
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from corpus.webpage_rules import webpage_rules

_AMP_PATH = re.compile(r"/amp(?=/|$)|\.amp(?=\.html?$|$)", re.IGNORECASE)


def canonical(url: str) -> str:
    """``url`` without fragment, AMP marks, and parameters that tell the way of a reader; "" if it is none.

    >>> canonical("https://kabar.example/read/1/pasar/amp/?utm_source=fb&page=2&id=7#isi")
    'https://kabar.example/read/1/pasar/?id=7'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return ""
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _dropped(name)]
    query = parts.query if len(kept) == parts.query.count("&") + 1 else urlencode(kept)
    path = _AMP_PATH.sub("", parts.path)
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def part_number(url: str) -> int:
    """Which part of an article stands at ``url`` ("?page=3"): 1 where it does not say, 0 for all parts at once.

    >>> part_number("https://kabar.example/read/1?page=3"), part_number("https://kabar.example/read/1?page=all")
    (3, 0)
    """
    try:
        query = parse_qsl(urlsplit(url).query)
    except ValueError:
        return 1
    value = next((value for name, value in query if name.lower() in webpage_rules().paging), "1")
    return int(value) if value.isdecimal() else 0 if value.lower() in webpage_rules().all_parts else 1


def _dropped(name: str) -> bool:
    return name.lower() in webpage_rules().paging or bool(_tracking().fullmatch(name))


@cache
def _tracking() -> re.Pattern[str]:
    return re.compile("|".join(webpage_rules().tracking), re.IGNORECASE)
