"""Cutting an article's text into pieces, each with the marks that lie over it: side by side, nested or overlapping."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

SAID = "said"  # the kind of the marks over the words of statements


class Mark(NamedTuple):
    """A stretch of text, end exclusive, and what it is.

    Attributes:
        start: First character.
        end: One past the last character.
        kind: What it is marked as: ``said``, ``rule``, ``sanction``, ``source``, ``cue``, ``telling`` or ``form``.
        href: Where a click on it leads, or "".
        title: What it is, in words, or "".
        number: Of statements, the one it has in the list beside the text; 0 where there is none.
        id: By which an address leads to it, or "".
        doubtful: Of statements, whether the words or who said them are not sure.
    """

    start: int
    end: int
    kind: str
    href: str = ""
    title: str = ""
    number: int = 0
    id: str = ""
    doubtful: bool = False


class Piece(NamedTuple):
    """A piece of one paragraph over which the same marks lie.

    Attributes:
        text: Its characters.
        marks: What lies over it, the longest first.
        begins: Those of the marks that begin with it.
    """

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]

    @property
    def said(self) -> tuple[Mark, ...]:
        """The statements it is part of."""
        return tuple(mark for mark in self.marks if mark.kind == SAID)

    @property
    def kinds(self) -> str:
        """What it is marked as but for the words of statements, each once; ``starts`` where a mark begins with it."""
        others = [mark for mark in self.marks if mark.kind != SAID]
        starts = ["starts"] if set(others) & set(self.begins) else []
        return " ".join(dict.fromkeys([word for mark in others for word in mark.kind.split()] + starts))

    @property
    def target(self) -> Mark | None:
        """The innermost mark that leads somewhere."""
        return next((mark for mark in reversed(self.marks) if mark.href), None)

    @property
    def title(self) -> str:
        """What its marks are, in words, the innermost first."""
        return "; ".join(dict.fromkeys(mark.title for mark in reversed(self.marks) if mark.title))


class Run(NamedTuple):
    """Neighbouring pieces that are part of the same statements, or of none."""

    said: tuple[Mark, ...]
    pieces: tuple[Piece, ...]


def marked(text: str, marks: Iterable[Mark]) -> list[list[Run]]:
    """The paragraphs of ``text``, each as runs of pieces that together are its very characters.

    What lies outside the text is cut off; a mark over several paragraphs lies over a part of each. Lines without any
    letter or sign are no paragraphs.

    >>> [[run]] = marked("Denda naik.", [Mark(0, 11, "said"), Mark(0, 5, "sanction")])
    >>> [(piece.text, piece.kinds) for piece in run.pieces]
    [('Denda', 'sanction starts'), (' naik.', '')]
    """
    ranked = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: mark.start - mark.end)
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append([Run(said, tuple(group)) for said, group in groupby(_cut(line, start, ranked), _said)])
        start += len(line) + 1
    return paragraphs


def marks_at(offsets: Sequence[int], kind: str, *, href: str = "", title: str = "") -> Iterator[Mark]:
    """Marks from a flat list of offsets: start, end, start, end, ..."""
    return (Mark(start, end, kind, href, title) for start, end in zip(offsets[::2], offsets[1::2], strict=True))


def _said(piece: Piece) -> tuple[Mark, ...]:
    return piece.said


def _cut(line: str, start: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The pieces of a line that begins at ``start``."""
    end = start + len(line)
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = sorted({start, end, *(edge for mark in inside for edge in mark[:2] if start < edge < end)})
    for first, last in pairwise(edges):
        over = tuple(mark for mark in inside if mark.start <= first and last <= mark.end)
        begins = tuple(mark for mark in over if mark.start == first)
        yield Piece(line[first - start : last - start], over, begins)
