"""Posts of Indonesian public life: where the text names one, with or without abbreviation."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extract.lexicon import LexiconError, read_tsv
from extract.naming.names import skip_honorifics
from extract.naming.phrases import Phrases
from extract.naming.reading import Reading

BRACKETED = re.compile(r"\s?\(\s*[A-Z][\w.\s/-]{0,24}\)")


class Kind(StrEnum):
    """What a post needs beside it; acting, former, future and deputy stand before another post."""

    ACTING = "acting"
    FORMER = "former"
    FUTURE = "future"
    DEPUTY = "deputy"
    REGION = "region"
    OFFICE = "office"
    COMMAND = "command"
    UNIT = "unit"
    MINISTER = "minister"
    INSTITUTION = "institution"
    RELATION = "relation"
    CALLING = "calling"


MODIFIERS = frozenset({Kind.ACTING, Kind.FORMER, Kind.FUTURE, Kind.DEPUTY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post as the lexicon knows it: its full form, what it needs beside it, which area or body it heads."""

    long: str
    kind: Kind
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostMention:
    """A post in the text: words ``start`` to ``end`` (exclusive), modifiers included."""

    start: int
    end: int
    post: Post
    former: bool = False


def find_posts(reading: Reading) -> dict[int, PostMention]:
    """Every post of the text by the number of its first word, the longest at each place.

    Handles ``Pj Bupati``, ``Pelaksana Tugas (Plt) Kepala``, ``mantan Wakil Ketua``, ``Menteri/Kepala``.
    """
    found: dict[int, PostMention] = {}
    first_words = _first_words()
    done = 0
    for i, word in enumerate(reading.lowers):
        if i >= done and word in first_words and (mention := _post_at(reading, i)) is not None:
            found[i] = mention
            done = mention.end
    return found


def bracket_end(reading: Reading, i: int) -> int:
    """The number of the word after an abbreviation in brackets before word ``i``'s place; ``i`` if none.

    ``i`` is the first word inside the bracket: in "Sekretaris Daerah (Sekda)" the number of "Sekda".
    """
    if i >= len(reading) or "(" not in reading.gap(i):
        return i
    match = BRACKETED.match(reading.text, reading.ends[i - 1])
    if match is None:
        return i
    while i < len(reading) and reading.ends[i] < match.end():
        i += 1
    return i


def long_form(position: str) -> str:
    """``position`` in lower case with every abbreviation of a post written out, to compare two of them.

    >>> long_form("Plt. Kadis") == long_form("Pelaksana Tugas Kepala Dinas")
    True
    """
    words = re.findall(r"\w+", re.sub(r"\([^)]*\)", " ", position.lower()))
    forms, longest = _long_forms()
    out: list[str] = []
    i = 0
    while i < len(words):
        size = next((n for n in range(longest, 0, -1) if tuple(words[i : i + n]) in forms), 0)
        out.append(forms[tuple(words[i : i + size])] if size else words[i])
        i += size or 1
    return " ".join(out)


def _post_at(reading: Reading, start: int) -> PostMention | None:
    i, kinds = start, set()
    while (hit := _outside_institutions(reading, i)) is not None:
        i, post = hit
        after = bracket_end(reading, i)
        if post.kind in MODIFIERS:
            kinds.add(post.kind)
            i = after
            continue
        return PostMention(start=start, end=i, post=post, former=Kind.FORMER in kinds)
    return None


def _outside_institutions(reading: Reading, start: int) -> tuple[int, Post] | None:
    """The longest post at word ``start`` that no institution covers, if no longer title begins there.

    Before an institution "Komisi I" the post is "Ketua", not "Ketua Komisi"; "Inspektur Jenderal" is a rank.
    """
    for end, post in _posts().at(reading, start):
        if not any(i in reading.institutions for i in range(start, end)):
            return (end, post) if skip_honorifics(reading, start)[0] <= end else None
    return None


@cache
def _rows() -> tuple[tuple[str, Post], ...]:
    rows = []
    for row in read_tsv("posts.tsv", "surface", "long", "kind", "body"):
        if row["kind"] not in list(Kind):
            raise LexiconError(f"posts.tsv: {row['surface']}: unknown kind {row['kind']!r}")
        body = row["body"].replace("-", "")
        rows.append((row["surface"], Post(long=row["long"], kind=Kind(row["kind"]), body=body)))
    return tuple(rows)


@cache
def _posts() -> Phrases[Post]:
    return Phrases(_rows())


@cache
def _first_words() -> frozenset[str]:
    """First words of posts, those that may stand alone also with a clitic."""
    surfaces = [re.findall(r"\w+", surface.lower()) for surface, _ in _rows()]
    clitics = {f"{words[0]}nya" for words in surfaces if len(words) == 1}
    return frozenset(clitics | {words[0] for words in surfaces})


@cache
def _long_forms() -> tuple[dict[tuple[str, ...], str], int]:
    forms = {tuple(re.findall(r"\w+", surface.lower())): post.long.lower() for surface, post in _rows()}
    return forms, max(map(len, forms))
