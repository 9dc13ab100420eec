"""Posts of Indonesian public life: where the text names one, with or without abbreviation."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from extract.lexicon import LexiconError, read_tsv
from extract.naming.name_words import is_name_word
from extract.naming.names import skip_honorifics
from extract.naming.person_cues import words_before_speaker
from extract.naming.phrases import Phrases
from extract.naming.reading import Reading

BRACKETED = re.compile(r"\s?\(\s*/?[A-Z][\w.\s/-]{0,24}\)")
HEAD = "kepala"
HEADS = ("kadis", "kadin", "kasudin", "kanit", "kasat", "wakasat", "panit", "kasubdit", "kasubbag", "kasubag", "kasubb")
ENGLISH_TITLES = frozenset({"manager", "director", "head", "officer", "supervisor", "public", "corporate", "vice"})
LONGEST_SHORT = 3  # letters of a short form in a title: "HR Manager"; longer capitals are a page's: "CONTENT"
LONGEST_TITLE = 4  # words before the last one
UNIT_HEAD = re.compile(r"(?P<police>(?:Wakas|Kas)at|[KP]anit)[a-z]{3,14}|Kasub(?:dit|bag|ag|bid)[a-z]{3,14}")
AGENCY_HEAD = re.compile(r"(?:Kadi[sn]|Kasudin)[a-z]{3,14}")


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
        if i < done or not (word in first_words or word.startswith(HEADS)):
            continue
        if word == reading.lower(i + 1) and reading.gap(i + 1) == " ":  # a slip: "Kapolsek Kapolsek Kulon"
            continue
        mention = _post_at(reading, i) or _agency_head(reading, i) or _unit_head(reading, i)
        if mention is not None and not (word == HEAD and _of_body(reading, i, mention.end)):
            start = _title_start(reading, mention, done)
            found[start] = replace(mention, start=start)
            done = mention.end
    return found


def _of_body(reading: Reading, i: int, end: int) -> bool:
    """Whether the "kepala" at word ``i`` is somebody's own: ``memukul kepala Amir``."""
    alone = end == i + 1 and reading.words[i] == HEAD and reading.gap(end) == " "
    return alone and reading.capital(end) and not reading.covered(end) and is_name_word(reading.words[end])


def _title_start(reading: Reading, mention: PostMention, done: int) -> int:
    """The first word of an English title from word ``done`` on: ``Corporate Communication Manager``."""
    start = mention.start
    if reading.lower(start) not in ENGLISH_TITLES:
        return start
    while start > max(done, mention.start - LONGEST_TITLE) and reading.gap(start) in (" ", " & "):
        word = reading.words[start - 1]
        shouted = word.isupper() and len(word) > LONGEST_SHORT
        other = is_name_word(word) or start - 1 in reading.institutions or word.lower() in words_before_speaker()
        if not word[0].isupper() or shouted or other:
            break
        start -= 1
    return start


def _agency_head(reading: Reading, i: int) -> PostMention | None:
    """The head of an agency whose abbreviation no row of the lexicon has: ``Kadisparekraf``."""
    if not reading.capital(i) or not AGENCY_HEAD.fullmatch(reading.words[i]):
        return None
    return PostMention(start=i, end=i + 1, post=Post(long=reading.words[i], kind=Kind.COMMAND, body="Dinas"))


def _unit_head(reading: Reading, i: int) -> PostMention | None:
    """The head of a unit whose abbreviation no row of the lexicon has: ``Kanitlaka``, ``Kasatsamapta``."""
    found = UNIT_HEAD.fullmatch(reading.words[i])
    if found is None:
        return None
    body = "police" if found["police"] else ""
    return PostMention(start=i, end=i + 1, post=Post(long=reading.words[i], kind=Kind.UNIT, body=body))


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

    Before an institution "Komisi I" the post is "Ketua", not "Ketua Komisi"; "Inspektur Jenderal" is a rank,
    "Komisaris" too where no body follows.
    """
    for end, post in _posts().at(reading, start):
        if not any(i in reading.institutions for i in range(start, end)):
            titled = skip_honorifics(reading, start)[0]
            rank = titled > end or (titled == end and post.kind not in MODIFIERS and not reading.covered(end))
            return None if rank else (end, post)
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
