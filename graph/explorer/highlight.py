"""Cutting an article's text into pieces that are marked and pieces that are not."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text, end exclusive, and what it is marked as."""

    start: int
    end: int
    label: str


class Segment(NamedTuple):
    """A piece of one paragraph; ``label`` is "" where nothing marks it."""

    text: str
    label: str


def marked(text: str, spans: Iterable[Span]) -> list[list[Segment]]:
    """The paragraphs of ``text``, each as segments that together are its very characters.

    Where spans overlap the earlier one of ``spans`` wins; what lies outside the text is cut off; a span over
    several paragraphs is marked in each. Lines without any letter or sign are no paragraphs.

    >>> marked("Denda naik.", [Span(0, 5, "words")])
    [[Segment(text='Denda', label='words'), Segment(text=' naik.', label='')]]
    """
    ranked = [span for span in spans if span.start < span.end]
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(_cut(line, [_shifted(span, start, len(line)) for span in ranked]))
        start += len(line) + 1
    return paragraphs


def spans_of(offsets: Sequence[int], label: str) -> list[Span]:
    """Spans from a flat list of offsets: start, end, start, end, ..."""
    return [Span(start, end, label) for start, end in zip(offsets[::2], offsets[1::2], strict=True)]


def _shifted(span: Span, start: int, length: int) -> Span:
    """``span`` in the coordinates of a line that begins at ``start``, cut to its ends."""
    return Span(max(0, span.start - start), min(length, span.end - start), span.label)


def _cut(line: str, spans: Sequence[Span]) -> list[Segment]:
    inside = [span for span in spans if span.start < span.end]
    edges = sorted({0, len(line), *(edge for span in inside for edge in span[:2])})
    segments: list[Segment] = []
    for start, end in pairwise(edges):
        label = next((span.label for span in inside if span.start <= start and end <= span.end), "")
        if segments and segments[-1].label == label:
            segments[-1] = Segment(segments[-1].text + line[start:end], label)
        else:
            segments.append(Segment(line[start:end], label))
    return segments
