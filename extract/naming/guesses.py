"""What the trained model takes for names, by the words of an article, and which of it is trusted.

Counted on 192 annotated news texts that a first model had not seen: of names of several words that only the model
saw, 20 of 30 were right, of single ones that it saw twice 68 of 84, of single known names 8 of 11, of other single
ones 10 of 49. Of single names without any guess that only the rules saw, 15 of 19 were wrong.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from extract.naming.name_words import is_common_word, is_name_word, is_other_word
from extract.naming.person_cues import words_before_speaker, words_behind_speaker
from extract.record import EntityType

LONGEST_NAME = 6  # words
OFTEN = 2  # times that a name of one word is taken for a person's before it is trusted


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A name that the trained model sees from character ``start`` to ``end``."""

    start: int
    end: int
    type: EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Guesses:
    """The guesses about one article, by numbers of words.

    Attributes:
        names: By the first word of a trusted name of a person, the word after its last.
        persons: Every word of what the model takes for a person.
        others: Every word of what it takes for an institution or a region.
    """

    names: Mapping[int, int] = field(default_factory=dict)
    persons: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()


def trusted(
    words: Sequence[str],
    starts: Sequence[int],
    ends: Sequence[int],
    guesses: Sequence[Guess],
    covered: Set[int],
) -> Guesses:
    """The guesses by words.

    Args:
        words: Of the article.
        starts: Where each begins.
        ends: Where each ends.
        guesses: By characters.
        covered: The words of institutions and regions that the rules find; no person is trusted there.
    """
    places = [(guess.type, bisect_left(starts, guess.start), bisect_right(ends, guess.end)) for guess in guesses]
    seen = ((start, end) for type_, start, end in places if type_ is EntityType.PERSON and start < end)
    used = frozenset(words)
    persons = [(_name_start(words, start, end, used), end) for start, end in seen]
    often = Counter(words[start] for start, end in persons if end - start == 1)
    speakers = {words[start] for start, end in persons if _speaks(words, start, end)}
    in_full = {word for start, end in persons if end - start > 1 for word in words[start:end]}

    def believed(start: int, end: int) -> bool:
        if any(i in covered for i in range(start, end)) or end - start > LONGEST_NAME:
            return False
        if end - start > 1 or words[start] in in_full or is_name_word(words[start]):
            return True
        return often[words[start]] >= OFTEN and (words[start] in speakers or not is_other_word(words[start]))

    return Guesses(
        names={start: end for start, end in persons if believed(start, end)},
        persons=frozenset(i for start, end in persons for i in range(start, end)),
        others=frozenset(i for type_, *place in places if type_ is not EntityType.PERSON for i in range(*place)),
    )


def _name_start(words: Sequence[str], start: int, end: int, used: Set[str]) -> int:
    """Where the name in words ``start`` to ``end`` begins: behind common words that the article writes small as well.

    Handles ``Mobil Amir berhenti`` in an article about a "mobil"; many names are common words elsewhere.
    """
    while start < end - 1 and words[start].lower() in used and is_common_word(words[start]):
        start += 1
    return start


def _speaks(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a reporting verb stands right before or behind words ``start`` to ``end``."""
    before = words[start - 1].lower() if start else ""
    return before in words_before_speaker() or (end < len(words) and words[end].lower() in words_behind_speaker())
