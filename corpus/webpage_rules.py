"""The rules of ``webpage.toml``: where web pages say what they are."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class WebpageRules:
    """XPath expressions by what they find, and the marks of a page that only lists articles."""

    url: tuple[str, ...]
    outlet: tuple[str, ...]
    title: tuple[str, ...]
    headline: tuple[str, ...]
    date: tuple[str, ...]
    date_shown: tuple[str, ...]
    author: tuple[str, ...]
    author_shown: tuple[str, ...]
    author_labelled: tuple[str, ...]
    no_author: tuple[str, ...]
    prune: tuple[str, ...]
    most_pruned: int
    listing_paths: frozenset[str]
    listing_headings: int


@cache
def webpage_rules() -> WebpageRules:
    """The rules that come with the package, read once."""
    table = tomllib.loads((files("corpus") / "webpage.toml").read_text("utf-8"))
    return WebpageRules(
        **{name: tuple(paths) for name, paths in table["metadata"].items()},
        prune=tuple(table["body"]["prune"]),
        most_pruned=table["body"]["most_pruned"],
        listing_paths=frozenset(table["listing"]["paths"]),
        listing_headings=table["listing"]["headings"],
    )
