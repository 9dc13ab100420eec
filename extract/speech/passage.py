"""An article as the search for statements sees it: its sentences, quotations and the names in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.record import Entity, EntityType, Mention, MentionType, Offsets
from extract.speech.quotes import Quote, find_quotes, paragraphs
from extract.speech.sentences import find_sentences
from extract.speech.small_words import openings

# "METRO – ", "Jakarta (ANTARA) - ", "Warta.com, Jakarta - ", "METRO, WARTA.CO.ID ".
DATELINE = re.compile(
    r"(?:[\w.]+\.(?:com|id|co\.id|net|org)\b[\s,]*)?"
    r"(?:[A-Z][\w.]+(?:[ ,/]+[A-Z][\w.]+){0,4})?\s*(?:\([^()\n]{2,30}\))?\s*[-–—]+\s+(?=\S)"
    r"|[A-Z][A-Z ]+, [A-Z.]+\.[A-Z.]+\s+|[\w.]+\.(?:com|id|net), [A-Z][a-z]+ (?=[A-Z])"
)
# A caption ends in its credit: "(Dok)", "(Foto: Warta)".
CREDIT = re.compile(r"\((?:dok|foto|ist|istimewa|ilustrasi|antara)\b[^()]*\)\W*\Z", re.IGNORECASE)
# A short line without a final stop and without quotation marks is a headline.
ENDED = re.compile(r"[.!?:;,…)*]\Z|[\"“”'‘’«»]")
LONGEST_HEADLINE = 12
# A pointer whose link is gone, before a paragraph of the story: "Baca juga: Amir mengatakan …."
POINTER = re.compile(r"(?:baca\s+juga\s*:\s*)+", re.IGNORECASE)
STOPS = (".", '."', ".”")  # a title has none, the sentence behind a pointer has
WHITE = re.compile(r"\s*\W?")
NAMES = frozenset({MentionType.PERSON, MentionType.INSTITUTION, MentionType.REGION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text with everything the rules look up in it; all offsets are the text's.

    Attributes:
        text: The article.
        sentences: Its sentences, without datelines, captions and lines that point to other articles.
        paragraphs: Its lines.
        quotes: Its outermost quotations.
        entities: Its persons, institutions and regions by key.
        names: Mentions of those, in order, none inside another.
    """

    text: str
    sentences: tuple[Offsets, ...]
    paragraphs: tuple[Offsets, ...]
    quotes: tuple[Quote, ...]
    entities: Mapping[str, Entity]
    names: tuple[Mention, ...]
    _first: Mapping[str, int]
    _starts: tuple[int, ...]
    _paragraph_starts: tuple[int, ...]
    _quote_starts: tuple[int, ...]
    _sentence_starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, entities: Sequence[Entity], mentions: Sequence[Mention]) -> "Passage":
        """Look an article over once."""
        quotes = find_quotes(text)
        names = _outermost([mention for mention in mentions if mention.type in NAMES])
        lines = tuple(paragraphs(text))
        sentences = _told(text, lines, find_sentences(text, quotes))
        return cls(
            text=text,
            sentences=sentences,
            paragraphs=lines,
            quotes=quotes,
            entities={entity.key: entity for entity in entities},
            names=names,
            _first={name.target: name.start for name in reversed(names)},
            _starts=tuple(name.start for name in names),
            _paragraph_starts=tuple(start for start, _ in lines),
            _quote_starts=tuple(quote.start for quote in quotes),
            _sentence_starts=tuple(start for start, _ in sentences),
        )

    def names_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The names that begin between two offsets."""
        return self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def names_from(self, at: int) -> Iterator[Mention]:
        """The names that begin at an offset or behind it, in order."""
        return (self.names[index] for index in range(bisect_left(self._starts, at), len(self.names)))

    def names_before(self, at: int) -> Iterator[Mention]:
        """The names that begin before an offset, the last one first."""
        return (self.names[index] for index in range(bisect_left(self._starts, at) - 1, -1, -1))

    def name_at(self, start: int) -> Mention | None:
        """The name that begins exactly there."""
        at = bisect_left(self._starts, start)
        return self.names[at] if at < len(self.names) and self.names[at].start == start else None

    def first_named(self, key: str) -> int:
        """Where an entity is named first, or the end of the text."""
        return self._first.get(key, len(self.text))

    def is_new(self, name: Mention) -> bool:
        """Whether nothing before a name names the same."""
        return self.first_named(name.target) == name.start

    def paragraph_of(self, at: int) -> int:
        """Index of the paragraph around an offset."""
        return bisect_right(self._paragraph_starts, at) - 1

    def sentence_of(self, at: int) -> int:
        """Index of the sentence around an offset, or of the last one before it."""
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def in_story(self, at: int) -> bool:
        """Whether an offset lies in one of the sentences, and not in a caption or a reference."""
        start, end = self.sentences[self.sentence_of(at)] if self.sentences else (0, 0)
        return start <= at < end

    def quotes_in(self, start: int, end: int) -> tuple[Quote, ...]:
        """The quotations that begin between two offsets."""
        return self.quotes[bisect_left(self._quote_starts, start) : bisect_left(self._quote_starts, end)]

    def quote_before(self, at: int) -> Quote | None:
        """The last quotation that begins before an offset."""
        index = bisect_left(self._quote_starts, at) - 1
        return self.quotes[index] if index >= 0 else None

    def next_quote(self, at: int) -> Quote | None:
        """The first quotation that begins at an offset or behind it."""
        index = bisect_left(self._quote_starts, at)
        return self.quotes[index] if index < len(self.quotes) else None

    def quote_around(self, at: int) -> Quote | None:
        """The quotation an offset lies in."""
        index = bisect_right(self._quote_starts, at) - 1
        return self.quotes[index] if index >= 0 and at < self.quotes[index].end else None

    def speaks(self, mention: Mention) -> bool:
        """Whether the mention names somebody who can speak, and not a place."""
        entity = self.entities.get(mention.target)
        return entity is not None and entity.type is not EntityType.REGION


def _told(text: str, lines: tuple[Offsets, ...], sentences: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """The sentences that tell something: no captions and references, and none with its dateline."""
    asides = [line for line in lines if _is_aside(text, line)]
    begins = {start for start, _ in lines}
    told: list[Offsets] = []
    for start, end in sentences:
        at = bisect_right(asides, start, key=lambda line: line[0]) - 1
        pointer = POINTER.match(text, start, end)
        if (at >= 0 and start < asides[at][1]) or (pointer and not text.endswith(STOPS, start, end)):
            continue
        lead = pointer or (DATELINE.match(text, start, end) if start in begins else None)
        told.append((lead.end() if lead else start, end))
    return tuple(told)


def _is_aside(text: str, line: Offsets) -> bool:
    """Whether a line is no part of the report: a caption, a pointer to another article, a headline."""
    opening = WHITE.match(text, *line)
    start = opening.end() if opening else line[0]
    words = text[start : line[1]].rstrip()
    long = len(words.split()) > LONGEST_HEADLINE
    opened = openings("aside_openings.txt").match(text, start, line[1])
    prose = long and words.endswith(STOPS)
    if (prose and POINTER.match(words)) or (prose and opened and text[opened.end() :].lstrip(" ")[:1] != ":"):
        return bool(CREDIT.search(text, *line))
    if opened or CREDIT.search(text, *line):
        return True
    return not ENDED.search(words) and not long


def _outermost(mentions: list[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
