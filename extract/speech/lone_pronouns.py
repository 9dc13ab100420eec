"""Pronouns that stand for a person: "Ia", "dia", "beliau", where the sentences before leave one choice."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from functools import cache

from extract.lexicon import read_tsv
from extract.record import MentionType, Offsets
from extract.speech.passage import Passage
from extract.speech.small_words import noun_kind
from extract.speech.subjects import phrase_start

SENTENCES_BACK = 3  # how far a pronoun reaches back over sentences that tell of nobody
NOUN = re.compile(r"(?<!\w)\w+")
PEOPLE = frozenset({"post", "person", "relative", "group"})

Known = tuple[Offsets, str]  # a place that is known to mean a person, and the person's key


def lone_pronouns(passage: Passage, known: Sequence[Known]) -> Iterator[Known]:
    """The places of pronouns for one person, with the key of the only one that can be meant.

    None inside quotations, and none where its sentence and the last one that tells of anybody tell of two, be one of
    them only "korban" or "istri".

    Args:
        passage: The article.
        known: Posts and pronouns whose person is known already; they tell no second person.
    """
    taken = {start for (start, _), _ in known}
    persons = [((name.start, name.end), name.target) for name in passage.names if name.type is MentionType.PERSON]
    meant = sorted([*persons, *known])
    for number, (start, end) in enumerate(passage.sentences):
        for match in _pronouns().finditer(passage.text, start, end):
            if match.start() in taken or passage.quote_around(match.start()):
                continue
            if key := _antecedent(passage, number, match.start(), meant):
                insort(meant, (match.span(), key))
                yield match.span(), key


def _antecedent(passage: Passage, number: int, at: int, meant: Sequence[Known]) -> str:
    """The one person whom sentence ``number`` before ``at``, and the last one before it that tells of any, tell of."""
    own = _told_of(passage, passage.sentences[number][0], at, meant)
    back = reversed(passage.sentences[max(0, number - SENTENCES_BACK) : number])
    before = next(filter(None, (_told_of(passage, start, end, meant) for start, end in back)), set[str]())
    told = own | before
    return next(iter(told)) if len(told) == 1 else ""


def is_personal(words: str) -> bool:
    """Whether words are a pronoun for one person: "ia", but not "mereka" or "pihaknya"."""
    return _pronouns().fullmatch(words) is not None


def _told_of(passage: Passage, start: int, end: int, meant: Sequence[Known]) -> set[str]:
    """The keys of the persons between two offsets; "" for those without name: "korban", "istri"."""
    inside = meant[bisect_left(meant, start, key=_begin) : bisect_left(meant, end, key=_begin)]
    titled = [(phrase_start(passage, start, name), name.end) for name in passage.names_in(start, end)]
    covered = [*titled, *(place for place, _ in inside)]
    others = any(
        noun_kind(match[0].lower()) in PEOPLE and not any(a <= match.start() < b for a, b in covered)
        for match in NOUN.finditer(passage.text, start, end)
    )
    return {key for _, key in inside} | ({""} if others else set())


def _begin(known: Known) -> int:
    return known[0][0]


@cache
def _pronouns() -> re.Pattern[str]:
    rows = read_tsv("pronouns.tsv", "word", "number", "kind")
    words = sorted(row["word"] for row in rows if row["number"] == "one" and row["kind"] == "person")
    return re.compile(rf"(?i:\b(?:{'|'.join(map(re.escape, words))})\b)")
