"""An article as the finder of persons reads it: its words, and what institutions and regions cover them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.naming.guesses import Guess, Guesses, trusted
from extract.record import Entity, EntityType, Mention, MentionType

LINKED = re.compile(r"(?<=\()\n|\n(?=\)[ ,.]|\)$)")  # a line break where a link stands in brackets: "(\nPAN-RB\n),"
WORD = re.compile(r"[^\W_]+(?:['’`][^\W\d_]+)*")
HYPHENED = re.compile(r"[A-Z]\w+-[A-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words of a text by number.

    Attributes:
        text: The article.
        words: The words as written.
        lowers: The words in lower case.
        used: The words, each once: tells which are also written small.
        alone: Those of them that stand somewhere without a hyphen beside them; none where no names are hyphened.
        starts: Where each word begins.
        ends: Where each word ends.
        institutions: By number of a word, the institution mention it belongs to.
        regions: By number of a word, the region mention it belongs to.
        entities: Institutions and regions by key.
        guesses: What the trained model takes for names.
    """

    text: str
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    used: frozenset[str]
    alone: frozenset[str]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    institutions: Mapping[int, Mention]
    regions: Mapping[int, Mention]
    entities: Mapping[str, Entity]
    guesses: Guesses = field(default_factory=Guesses)

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the word before it; a line break outside the text."""
        if 0 < i < len(self.words):
            gap = self.text[self.ends[i - 1] : self.starts[i]]
            return LINKED.sub("", gap) if "\n" in gap else gap
        return "\n"

    def lower(self, i: int) -> str:
        """Word ``i`` in lower case, "" outside the text."""
        return self.lowers[i] if 0 <= i < len(self.lowers) else ""

    def capital(self, i: int) -> bool:
        """Whether word ``i`` begins with a capital letter."""
        return 0 <= i < len(self.words) and self.words[i][0].isupper()

    def covered(self, i: int) -> bool:
        """Whether word ``i`` belongs to an institution or a region."""
        return i in self.institutions or i in self.regions

    def past(self, mention: Mention, i: int) -> int:
        """The number of the first word from ``i`` on that stands after ``mention``."""
        while i < len(self.words) and self.starts[i] < mention.end:
            i += 1
        return i


def read(text: str, entities: Sequence[Entity], mentions: Sequence[Mention], guesses: Sequence[Guess] = ()) -> Reading:
    """The words of ``text`` with the institutions and regions over them, and what the model takes for names."""
    found = list(WORD.finditer(text))
    words = tuple(match[0] for match in found)
    starts = tuple(match.start() for match in found)
    ends = tuple(match.end() for match in found)
    institutions = _cover(starts, mentions, MentionType.INSTITUTION)
    regions = _cover(starts, mentions, MentionType.REGION)
    kinds = {entity.key: entity for entity in entities if entity.type is not EntityType.PERSON}
    return Reading(
        text=text,
        words=words,
        lowers=tuple(map(str.lower, words)),
        used=frozenset(words),
        alone=_alone(text, found) if HYPHENED.search(text) else frozenset(),
        starts=starts,
        ends=ends,
        institutions=institutions,
        regions=regions,
        entities=kinds,
        guesses=trusted(words, starts, ends, guesses, institutions.keys() | regions.keys()),
    )


def _alone(text: str, words: Sequence[re.Match[str]]) -> frozenset[str]:
    """The words that stand somewhere without a hyphen on either side."""
    return frozenset(
        word[0]
        for word in words
        if text[word.start() - 1 : word.start()] != "-" and not text.startswith("-", word.end())
    )


def _cover(starts: Sequence[int], mentions: Sequence[Mention], kind: MentionType) -> dict[int, Mention]:
    covered: dict[int, Mention] = {}
    i = 0
    for mention in sorted((m for m in mentions if m.type is kind), key=lambda m: m.start):
        while i < len(starts) and starts[i] < mention.start:
            i += 1
        while i < len(starts) and starts[i] < mention.end:
            covered[i] = mention
            i += 1
    return covered
