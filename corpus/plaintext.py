"""A plain-text export of a news page as the facts and the lines of its article."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.boilerplate import rules
from corpus.dates import iso_day, reported_day
from corpus.paragraphs import is_prose, words

# The headline, section, byline and caption above a body are not more lines than this.
_TALLEST_HEAD = 10
# More words than this make a paragraph: no headline, standfirst or caption is as long.
_LONGEST_HEAD_LINE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """The parts of a text export: facts ("" where it does not tell) and the lines from the body on."""

    title: str
    date: str
    author: str
    outlet: str
    lines: tuple[str, ...]


def read_export(lines: Sequence[str]) -> Export:
    """Part headline, byline and captions above the body from the lines that follow.

    The body begins at the dateline ("METRO – ...") or, where none opens it, at the first line of prose. The
    day is that of the byline, else the first one the body reports with its weekday ("Selasa (20/10/2020)").
    """
    start = _body_start(lines)
    head = lines[:start]
    shown = next(filter(None, map(iso_day, head)), "")
    return Export(
        title=next(filter(_may_be_title, head), ""),
        date=shown or next(filter(None, map(reported_day, lines[start:])), ""),
        author=next(filter(None, map(rules().author, head)), ""),
        outlet=_outlet(lines[start]) if start < len(lines) else "",
        lines=tuple(lines[start:]),
    )


def _body_start(lines: Sequence[str]) -> int:
    for i, line in enumerate(lines[:_TALLEST_HEAD]):
        if rules().datelines.fullmatch(line) and is_prose(line):
            return i
        if len(words(line)) > _LONGEST_HEAD_LINE:
            break
    prose = (i for i, line in enumerate(lines) if is_prose(line) and not rules().is_furniture(line))
    return next(prose, len(lines))


def _outlet(opening: str) -> str:
    """The outlet a dateline names by its web name ("METRO, CONTOHPOS.CO.ID – ..."), or ""."""
    match = rules().outlets.match(opening)
    return match["outlet"] if match else ""


def _may_be_title(line: str) -> bool:
    """Whether ``line`` may be a headline: 4 to 30 words, no full stop, no byline, caption or advert."""
    return 4 <= len(words(line)) <= 30 and not line.endswith(".") and not rules().is_furniture(line)
