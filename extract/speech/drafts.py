"""Drafts: statements whose speaker is not resolved yet, and what both searches for them share."""

from dataclasses import dataclass
from enum import StrEnum

from extract.record import Mode, Offsets
from extract.speech.sources import Source


class Frame(StrEnum):
    """The pattern a statement was recognised by."""

    POST_POSED = "post-posed"
    PRE_POSED = "pre-posed"
    CLITIC = "clitic"
    INDIRECT = "indirect"
    INSERTED = "inserted"
    ACCORDING = "according"
    PASSIVE = "passive"
    REFERRED = "referred"
    CONTINUATION = "continuation"
    PARAPHRASE = "paraphrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement with its source as written.

    Attributes:
        frame: The pattern it was recognised by.
        mode: Direct, indirect or mixed.
        spans: Its content, in text order.
        cue: Place of the reporting word.
        source: The noun phrase at the attribution.
    """

    frame: Frame
    mode: Mode
    spans: tuple[Offsets, ...]
    cue: Offsets | None = None
    source: Source | None = None

    @property
    def at(self) -> int:
        """Where the draft begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where its content ends."""
        return self.spans[-1][1]

    @property
    def extent(self) -> Offsets:
        """From the first to the last character of content, cue and source."""
        places = [*self.spans]
        if self.cue:
            places.append(self.cue)
        if self.source:
            places.append((self.source.start, self.source.end))
        return min(start for start, _ in places), max(end for _, end in places)
