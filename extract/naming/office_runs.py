"""Office runs: offices with words nobody knows, read backwards from the name of their holder to their post."""

import re
from collections.abc import Mapping

from extract.naming.evidence import in_building, word_before
from extract.naming.names import INSIDE_GAPS
from extract.naming.office_words import char_end
from extract.naming.offices import LONGEST_OFFICE, Office
from extract.naming.person_cues import cue_words
from extract.naming.posts import Kind, PostMention
from extract.naming.reading import Reading
from extract.record import Mention

ENGLISH = frozenset({"of", "for", "and"})
JOINERS = frozenset({"dan", "di", "pada", "untuk", "dari", "bidang", "serta", "atas", "tingkat", "tentang"}) | ENGLISH
RUN_GAPS = INSIDE_GAPS | {"/", "-", " (", " ( ", ") ", " ) ", " & ", " - "}
LONGEST_RELATION = 3  # words: "tim kuasa hukum"
LONGEST_STOPPED = 4  # letters of a word with a full stop behind it inside an office: "Plt. Kepala", "Kab. Kulon"
POST_GAPS = INSIDE_GAPS | {" (", " ( "}  # "Sekretaris Daerah (Sekda)"
LISTED = re.compile(r", ")
CLOSED = re.compile(r"[,;]|\.|\s?\(|\n|$|[”\"]|\s[a-z]")


def office_before(reading: Reading, first: int, bound: int, posts: Mapping[int, PostMention]) -> Office | None:
    """The office whose words stand right before word ``first``, the title or name of its holder.

    Handles what a reading forwards cannot part: ``Kepala Loka Karantina Kulon, Amir``, ``Kasi Eksekusi, Eksaminasi,
    dan Upaya Hukum Kejati Wetan, Amir``, ``Kapolsek Metro Kulon Lor, AKBP Amir``.

    Args:
        reading: The article.
        first: The first word of the title or name.
        bound: The first word the run may begin with, behind the person named before.
        posts: The posts of the article by first word.
    """
    if reading.gap(first).strip(" \xa0)") not in ("", ",") or "\n" in reading.gap(first):
        return None
    if reading.gap(first) in INSIDE_GAPS and reading.lower(first - 1) == "di":  # "analis di Kulon Lor"
        return None
    start = _run_start(reading, first, bound, posts)
    if start < 0 or posts[start].post.kind is Kind.RELATION or posts[start].end >= first:
        return None
    if "," in reading.gap(first) and word_before(reading, start) in cue_words("kin"):
        return None
    if (served := _serving(start, posts)) is not None:
        return _post_alone(reading, served, first)
    words = reading.text[reading.starts[start] : reading.starts[first]]
    return _office(reading, posts[start], first) if words.count("(") == words.count(")") else None


def closes_behind(reading: Reading, end: int) -> bool:
    """Whether a mark or a word in lower case follows a name that ends before word ``end``."""
    return CLOSED.match(reading.text, reading.ends[end - 1]) is not None


def _run_start(reading: Reading, first: int, bound: int, posts: Mapping[int, PostMention]) -> int:
    """The first word of the farthest post that only words of an office part from word ``first``; -1 if none."""
    start, listed = -1, False
    for i in range(first - 1, max(bound, first - LONGEST_OFFICE) - 1, -1):
        gap = reading.gap(i + 1)
        if i + 1 < first and gap not in RUN_GAPS and not _abbreviated(reading, i):
            if not (LISTED.fullmatch(gap) and (listed or reading.lower(i + 1) in ("dan", "serta"))) or start >= 0:
                return start
            listed = True
        if i + 1 == start and reading.lower(i) in ("dan", "serta"):
            return start
        if not (reading.capital(i) or reading.covered(i) or i in posts or reading.lower(i) in JOINERS):
            return start
        if i in posts and (start < 0 or reading.gap(start) in POST_GAPS) and not in_building(reading, i):
            start = i
    return start


def _serving(start: int, posts: Mapping[int, PostMention]) -> PostMention | None:
    """The post of who serves the holder of the one at word ``start``: ``kuasa hukum Bupati Kulon dan Dinas Pasar``."""
    before = (posts[i] for i in range(start - 1, max(0, start - LONGEST_RELATION) - 1, -1) if i in posts)
    return next((post for post in before if post.end == start and post.post.kind is Kind.RELATION), None)


def _post_alone(reading: Reading, post: PostMention, end: int) -> Office:
    position = " ".join(reading.text[reading.starts[post.start] : reading.ends[post.end - 1]].split())
    return Office(start=post.start, end=end, position=position, post=post)


def _abbreviated(reading: Reading, i: int) -> bool:
    """Whether word ``i`` is an abbreviation with a full stop and more of the office behind it."""
    short = len(reading.words[i]) <= LONGEST_STOPPED and reading.capital(i) and i not in reading.institutions
    return short and reading.gap(i + 1) == ". "


def _office(reading: Reading, post: PostMention, end: int) -> Office | None:
    institution = _first(reading.institutions, post.end, end)
    heads = post.post.kind is Kind.REGION and post.end in reading.regions  # "Gubernur NTT Kupang, Amir"
    region = reading.regions[post.end] if heads else _last(reading.regions, post.end, end)
    stop = next((i for i in range(post.end, end) if reading.institutions.get(i) or reading.regions.get(i)), end)
    while stop > post.end and reading.lower(stop - 1) in JOINERS | cue_words("level"):
        stop -= 1
    position = " ".join(
        reading.text[reading.starts[post.start] : char_end(reading, stop, reading.starts[post.start])].split()
    )
    return Office(start=post.start, end=end, position=position, post=post, institution=institution, region=region)


def _first(covered: Mapping[int, Mention], start: int, end: int) -> Mention | None:
    return next((covered[i] for i in range(start, end) if i in covered), None)


def _last(covered: Mapping[int, Mention], start: int, end: int) -> Mention | None:
    return next((covered[i] for i in range(end - 1, start - 1, -1) if i in covered), None)
