"""Posts that stand alone for a person named before: "Wali Kota (menolak)", "Pj Sekkot" after "Pj Sekkot Amir"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extract.lexicon import read_tsv
from extract.record import MentionType, Offsets, Role, RoleStatus
from extract.speech.passage import Passage
from extract.speech.post_words import holds, post_words
from extract.speech.small_words import noun_kind

CAPITALISED = re.compile(r"(?<![\w/-])[A-Z]\w*")
NEXT = re.compile(r"\.? (?=([\w-]+))")
LAST = re.compile(r"([\w-]+)[ \xa0]\Z")
# Between a name and its post, or a post and its name: stops, degrees, "yakni"; no word of a clause.
APPOSED = re.compile(r"(?:[^\na-z]|(?<![a-z])[a-z](?![a-z])|\b(?:yakni|yaitu|itu|ini|tersebut)\b){0,40}")
JOINED = re.compile(r"(?:/|,? (?:dan|atau|serta|maupun) |, )(?=(\w+))")
LONGEST_POST = 8
FARTHEST_NAME = 40  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post that begins with a capital: its place, the words that tell which one it is, and whether no name is by."""

    place: Offsets
    words: tuple[str, ...]
    alone: bool


def lone_posts(passage: Passage) -> Iterator[tuple[Offsets, str]]:
    """Places of posts that stand for a person, with the key of the only one who holds the post and was named before.

    None where two hold it, where the article speaks of the same post elsewhere ("Bupati Wetan"), or in quotations.
    """
    roles = [(key, role) for key, entity in passage.entities.items() for role in entity.roles]
    if not roles:
        return
    names = [name for name in passage.names if name.type is not MentionType.PERSON]
    places = frozenset(word for name in names for word in post_words(name.text))
    posts = list(_posts(passage))
    holders = {words: {k for k, role in roles if _is_meant(role, words, places)} for words in {p.words for p in posts}}
    named = {name.target: name.start for name in reversed(passage.names)}
    for post in posts:
        keys = holders[post.words]
        if post.alone and len(keys) == 1 and not _is_others(post.words, keys, holders):
            key = next(iter(keys))
            if named.get(key, post.place[0]) < post.place[0]:
                yield post.place, key


def held_by_several(words: str) -> bool:
    """Whether words begin with a post that several hold in one case: "jaksa", "majelis hakim"."""
    first, *_ = words.lower().split()
    return first in _words_beside("several")


def _is_others(words: tuple[str, ...], keys: set[str], holders: Mapping[tuple[str, ...], set[str]]) -> bool:
    """Whether the article gives the same words with more behind them to somebody else or to nobody."""
    longer = (others for other, others in holders.items() if len(other) > len(words) and other[: len(words)] == words)
    return any(others != keys for others in longer)


def _is_meant(role: Role, words: tuple[str, ...], places: frozenset[str]) -> bool:
    """Whether the words name this role: a former one only where they say so."""
    return holds(role, words, places) and ("mantan" in words) is (role.status is RoleStatus.FORMER)


def _posts(passage: Passage) -> Iterator[Post]:
    for start, end in passage.sentences:
        at = start
        for match in CAPITALISED.finditer(passage.text, start, end):
            if match.start() < at or noun_kind(match[0].lower()) != "post":
                continue
            at = _phrase_end(passage, match.end(), end)
            words = post_words(passage.text[match.start() : at])
            if words:
                alone = _stands_alone(passage, start, match.start(), at, end)
                yield Post(place=(match.start(), at), words=words, alone=alone)


def _phrase_end(passage: Passage, at: int, end: int) -> int:
    """Where the post ends whose first word ends at ``at``, its institution and region included."""
    for _ in range(LONGEST_POST):
        gap = NEXT.match(passage.text, at, end)
        if gap is None:
            return at
        name = passage.name_at(gap.end())
        if name is not None and name.type is MentionType.PERSON:
            return at
        if name is None and not (gap[1][0].isupper() or noun_kind(gap[1]) == "post"):
            return at
        at = name.end if name is not None else gap.end(1)
    return at


def _stands_alone(passage: Passage, first: int, start: int, end: int, last: int) -> bool:
    """Whether no name, list or word beside a post in the sentence ``first`` to ``last`` says otherwise."""
    text = passage.text
    if held_by_several(text[start:end]):
        return False
    before, behind = LAST.search(text, max(first, start - 30), start), NEXT.match(text, end, last)
    beside = ((before, "before"), (behind, "behind"))
    if any(word and word[1].lower() in _words_beside(side) for word, side in beside):
        return False
    listed = JOINED.match(text, end, last)
    if (listed and noun_kind(listed[1].lower()) == "post") or text[first:start].rstrip().endswith("("):
        return False
    return not (_named_beside(passage, first, start, end, last) or passage.quote_around(start))


def _named_beside(passage: Passage, first: int, start: int, end: int, last: int) -> bool:
    """Whether the post is somebody's by apposition: "Amir, S.H., Bupati Kulon", "Bupati, Amir"."""
    text = passage.text
    earlier = (name.end for name in passage.names_in(first, start) if name.type is MentionType.PERSON)
    reach = min(last, end + FARTHEST_NAME)
    later = (name.start for name in passage.names_in(end, reach) if name.type is MentionType.PERSON)
    left, right = max(earlier, default=None), min(later, default=None)
    return any(
        a is not None and b is not None and APPOSED.fullmatch(text, a, b) is not None
        for a, b in ((left, start), (end, right))
    )


@cache
def _words_beside(side: str) -> frozenset[str]:
    rows = read_tsv("lone_post_words.tsv", "word", "side")
    return frozenset(row["word"] for row in rows if row["side"] == side)
