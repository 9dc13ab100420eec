"""The frames in which the press attributes words, and how well each of them is read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from extract.scoring.attribution import Reading, speaker_right
from extract.scoring.gold import Annotation, nearest
from extract.scoring.naming import Counts

CLITIC_ENDING = "nya"  # katanya, ujarnya, dijelaskannya
INDIRECT_MODE = "indirect"

Spans = Sequence[tuple[int, int]]


class Frame(StrEnum):
    """How a statement is attributed."""

    POST_POSED = "post-posed"  # "...," kata X
    PRE_POSED = "pre-posed"  # X mengatakan, "..."
    CLITIC = "clitic"  # "...," katanya
    INDIRECT = "indirect"  # X mengatakan bahwa ..., menurut X
    CONTINUATION = "continuation"  # what goes on without a reporting word


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameCounts:
    """How the statements of one frame fared.

    Attributes:
        statements: Hits and misses by the frame of the annotated statement, spurious ones by their own.
        speakers: Of the hits, how many have the right speaker (hits) and how many another (missed).
    """

    statements: Counts = field(default_factory=Counts)
    speakers: Counts = field(default_factory=Counts)

    def __add__(self, other: "FrameCounts") -> "FrameCounts":
        return FrameCounts(statements=self.statements + other.statements, speakers=self.speakers + other.speakers)


def frame_rows(reading: Reading) -> dict[Frame, FrameCounts]:
    """The counts of one article, for the frames that occur in it."""
    rows: defaultdict[Frame, FrameCounts] = defaultdict(FrameCounts)
    for frame, counts in _counts(reading):
        rows[frame] += counts
    return dict(rows)


def total(articles: Iterable[Mapping[Frame, FrameCounts]]) -> dict[Frame, FrameCounts]:
    """The counts of all articles, for every frame."""
    rows = dict.fromkeys(Frame, FrameCounts())
    for article in articles:
        for frame, counts in article.items():
            rows[frame] += counts
    return rows


def _counts(reading: Reading) -> Iterator[tuple[Frame, FrameCounts]]:
    frames = [_annotated_frame(reading.text, *each) for each in zip(reading.wanted, reading.places, strict=True)]
    met = dict(reading.pairs)
    for w, (statement, frame) in enumerate(zip(reading.wanted, frames, strict=True)):
        if w not in met:
            yield frame, FrameCounts(statements=Counts(missed=1))
            continue
        right = speaker_right(reading, statement, reading.found[met[w]])
        yield frame, FrameCounts(statements=Counts(hits=1), speakers=Counts(hits=int(right), missed=int(not right)))
    for f, statement in enumerate(reading.found):
        if f not in met.values():
            yield _found_frame(reading.text, statement), FrameCounts(statements=Counts(spurious=1))


def _annotated_frame(text: str, statement: Annotation, spans: Spans) -> Frame:
    cue = statement.get("cue") or ""
    return _frame(statement["mode"], cue, nearest(text, cue, spans), spans)


def _found_frame(text: str, statement: Annotation) -> Frame:
    start, end = statement.get("cue") or (0, 0)
    return _frame(statement["mode"], text[start:end], start, statement["spans"])


def _frame(mode: str, cue: str, at: int, spans: Spans) -> Frame:
    if not cue:
        return Frame.CONTINUATION
    if cue.lower().endswith(CLITIC_ENDING):
        return Frame.CLITIC
    if mode == INDIRECT_MODE:
        return Frame.INDIRECT
    return Frame.PRE_POSED if at < min(start for start, _ in spans) else Frame.POST_POSED
