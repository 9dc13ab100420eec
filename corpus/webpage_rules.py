"""The rules of ``webpage.toml``: where web pages say what they are."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class WebpageRules:
    """Names of meta tags and labels by what they tell, and the marks of boxes, parts and lists of articles."""

    outlet: tuple[str, ...]
    title: tuple[str, ...]
    date: tuple[str, ...]
    author: tuple[str, ...]
    editor: tuple[str, ...]
    section: tuple[str, ...]
    headline: tuple[str, ...]
    date_shown: re.Pattern[str]
    author_shown: re.Pattern[str]
    no_author_shown: re.Pattern[str]
    reporter_labels: frozenset[str]
    editor_labels: frozenset[str]
    writer_titles: frozenset[str]
    no_author: tuple[str, ...]
    tracking: tuple[str, ...]
    paging: frozenset[str]
    all_parts: frozenset[str]
    part_boxes: re.Pattern[str]
    beside: tuple[tuple[re.Pattern[str], float], ...]
    listing_paths: frozenset[str]
    listing_headings: int


@lru_cache(maxsize=1 << 14)
def most_of_its_prose(css_class: str, css_id: str) -> float:
    """The share of a page's prose up to which a box so called stands beside the article; 0.0 for one in it."""
    name = f"{css_class} {css_id}"
    return next((most for pattern, most in webpage_rules().beside if pattern.search(name)), 0.0)


def _names(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(words)})(?:$|[\s_-])", re.IGNORECASE)


@cache
def webpage_rules() -> WebpageRules:
    """The rules that come with the package, read once."""
    table = tomllib.loads((files("corpus") / "webpage.toml").read_text("utf-8"))
    shown, signed, address = table["shown"], table["credits"], table["address"]
    return WebpageRules(
        **{name: tuple(paths) for name, paths in table["metadata"].items()},
        headline=tuple(shown["headline"]),
        date_shown=re.compile("|".join(shown["date"]), re.IGNORECASE),
        author_shown=re.compile("|".join(shown["author"]), re.IGNORECASE),
        no_author_shown=re.compile("|".join(shown["no_author"]), re.IGNORECASE),
        reporter_labels=frozenset(signed["reporter"]),
        editor_labels=frozenset(signed["editor"]),
        writer_titles=frozenset(signed["titles"]),
        no_author=tuple(signed["nobody"]),
        tracking=tuple(address["tracking"]),
        paging=frozenset(address["paging"]),
        all_parts=frozenset(address["all"]),
        part_boxes=_names(address["boxes"]),
        beside=tuple((_names(row["names"]), row["most"]) for row in table["beside"]),
        listing_paths=frozenset(table["listing"]["paths"]),
        listing_headings=table["listing"]["headings"],
    )
