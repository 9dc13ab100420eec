"""Lines that stand on a page and are no part of the article: found by ``boilerplate.toml``, left out here."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.paragraphs import holds_quotation, is_prose, words

_NOTHING = re.compile(r"(?!)")
# A list of links under a heading such as "Baca juga:" is not longer than this; the next line is body again.
_LONGEST_LIST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of ``boilerplate.toml``, ready to be asked."""

    lines: frozenset[str]
    links: tuple[str, ...]
    starts: tuple[str, ...]
    most_words: int
    patterns: re.Pattern[str]
    captions: re.Pattern[str]
    lists: frozenset[str]
    ends: frozenset[str]
    tails: re.Pattern[str]
    bylines: re.Pattern[str]
    outlets: re.Pattern[str]
    datelines: re.Pattern[str]

    def is_furniture(self, line: str) -> bool:
        """Whether ``line`` alone, wherever it stands, is an advert, prompt, credit, caption or button."""
        plain = line.casefold()
        if plain in self.lines or plain in self.ends:
            return True
        if len(words(line)) > self.most_words:
            return False
        if holds_quotation(line):
            return plain.startswith(self.links)
        return plain.startswith(self.links + self.starts) or bool(
            self.patterns.fullmatch(plain) or self.captions.fullmatch(plain) or self.author(line)
        )

    def author(self, line: str) -> str:
        """Who wrote the article, where ``line`` is a byline ("Penulis: Siti Rahma"), else ""."""
        match = self.bylines.fullmatch(line)
        return match["author"].strip() if match and not (is_prose(line) or line.endswith(".")) else ""


@cache
def rules() -> Rules:
    """The rules that come with the package, read once."""
    table = tomllib.loads((files("corpus") / "boilerplate.toml").read_text("utf-8"))
    return Rules(
        lines=frozenset(table["lines"]),
        links=tuple(table["links"]),
        starts=tuple(table["starts"]),
        most_words=table["most_words"],
        patterns=_any_of(table, "patterns"),
        captions=_any_of(table, "captions"),
        lists=frozenset(table["lists"]),
        ends=frozenset(table["ends"]),
        tails=re.compile(rf"""(?<=[.!?"”’)])\s+(?:{_any_of(table, "tails").pattern})$""", re.IGNORECASE),
        bylines=_any_of(table, "bylines", flags=0),
        outlets=_any_of(table, "outlets", flags=0),
        datelines=_any_of(table, "datelines", flags=0),
    )


def _any_of(table: dict[str, Any], name: str, *, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in table[name]), flags)


def without_boilerplate(lines: Sequence[str], *, title: str = "", own: re.Pattern[str] = _NOTHING) -> list[str]:
    """The lines of the body: adverts, link lists, prompts, credits and the headline's own line left out.

    A quotation is only left out after a mark that ends the article ("About the author"), and only where most
    prose stands before that mark.

    Args:
        lines: What was taken for the body.
        title: The headline.
        own: Matches boilerplate lines of the outlet, in small letters.

    >>> without_boilerplate(["Warga diminta tertib.", "IKLAN", "Baca juga:", "Sepuluh Kios Disegel"])
    ['Warga diminta tertib.']
    """
    headline = words(title)
    kept = [_without_tail(line) for line in _without_lists(_without_end(lines))]
    return [
        line
        for line in kept
        if not (words(line) == headline or rules().is_furniture(line) or own.fullmatch(line.casefold()))
    ]


def _without_tail(line: str) -> str:
    return rules().tails.sub("", line)


def _without_end(lines: Sequence[str]) -> Sequence[str]:
    """``lines`` up to the first mark that ends the article and has most of the prose before it."""
    prose = [len(words(line)) if is_prose(line) else 0 for line in lines]
    for i, line in enumerate(lines):
        if line.casefold() in rules().ends and sum(prose[:i]) > sum(prose[i:]):
            return lines[:i]
    return lines


def _without_lists(lines: Iterable[str]) -> list[str]:
    """``lines`` without headings of link lists and the links under them."""
    kept = []
    links_left = 0
    for line in lines:
        if line.casefold() in rules().lists:
            links_left = _LONGEST_LIST
        elif links_left and not is_prose(line):
            links_left -= 1
        else:
            links_left = 0
            kept.append(line)
    return kept
