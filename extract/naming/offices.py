"""Offices: a post with the institution and region it is held in, as one phrase of the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.naming.names import INSIDE_GAPS, is_name_word, is_other_word, skip_honorifics
from extract.naming.person_cues import cue_words
from extract.naming.posts import Kind, PostMention, bracket_end
from extract.naming.reading import Reading
from extract.record import Mention

ORDINAL = re.compile(r"[IVX]{1,4}|\d{1,2}")
ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,4}[A-Z]|[A-Z]{2,8}")
CLOSING = re.compile(r" ?\)")
PREPOSITIONS = frozenset({"pada", "di", "dari", "untuk", "wilayah", "se"})
JOINERS = frozenset({"dan", "serta", "atau"})
SMALL_AREAS = frozenset({"Desa", "Kelurahan", "Kecamatan"})
LONGEST_OFFICE = 24
LONGEST_BRACKET = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A post with what it is held in: words ``start`` to ``end`` (exclusive), position as written."""

    start: int
    end: int
    position: str
    post: PostMention
    institution: Mention | None = None
    region: Mention | None = None


@dataclass(slots=True)
class _Draft:
    """An office being read.

    Attributes:
        i: The next word.
        position_end: Where the position ends so far, in characters.
        institution: What it is held in.
        region: Where it is held.
        forced: The next capitalised word belongs to the position, whatever it is (``Bidang Humas``).
        closed: An institution or area has come: no more words of the position.
        described: The position has more words than its post.
        alone: The post takes no second post behind it (``ajudan Bupati``).
        whole: The post is an abbreviation that says all (``Mensos``).
    """

    i: int
    position_end: int
    institution: Mention | None = None
    region: Mention | None = None
    forced: bool = False
    closed: bool = False
    described: bool = False
    alone: bool = False
    whole: bool = False


def read_office(reading: Reading, post: PostMention, posts: Mapping[int, PostMention]) -> Office:
    """The office that begins with ``post``.

    Handles ``Kepala Badan Kepegawaian Daerah (BKD) Kota Kulon``, ``Kabid Humas Polda Wetan``, ``Asisten II
    Bidang Umum``, ``PPK pada Kementerian …``, ``Bupati Kabupaten Kulon``, ``Ketua Komisi I``,
    ``Menteri/Kepala …``.
    """
    draft = _Draft(post.end, _char_end(reading, post.end))
    draft.forced = reading.lower(post.end - 1) in cue_words("unit")
    draft.alone = post.post.kind is Kind.RELATION
    draft.whole = post.post.kind is Kind.MINISTER and post.end - post.start < len(post.post.long.split())
    if post.post.body in SMALL_AREAS and _unknown_area(reading, post.end, posts):
        draft.forced = True
    while draft.i - post.start < LONGEST_OFFICE and _step(reading, draft, posts):
        pass
    return Office(
        start=post.start,
        end=draft.i,
        position=_without_clitic(reading.text[reading.starts[post.start] : draft.position_end]),
        post=post,
        institution=draft.institution,
        region=draft.region,
    )


def _unknown_area(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> bool:
    """Whether word ``i`` is an area nobody knows, with a name behind it: ``Kepala Desa Sukamulur Amir``."""
    if not _near(reading, i) or not reading.capital(i) or reading.covered(i):
        return False
    if is_name_word(reading.words[i]) or skip_honorifics(reading, i)[0] > i:
        return False
    return reading.gap(i + 1).strip(" \xa0") in ("", ",") and reading.capital(i + 1) and i + 1 not in posts


def _without_clitic(position: str) -> str:
    """``position`` on one line; "kuasa hukumnya" is a "kuasa hukum"."""
    return " ".join(position.split()).removesuffix("nya")


def _step(reading: Reading, draft: _Draft, posts: Mapping[int, PostMention]) -> bool:
    """Take the next piece of the office; False where it ends."""
    if draft.i >= len(reading):
        return False
    if _take_tbk(reading, draft) or _take_bracket(reading, draft) or _take_post(reading, draft, posts):
        return True
    if _take_farther_region(reading, draft):
        return True
    if not _near(reading, draft.i):
        return False
    if _take_covered(reading, draft) or _take_level(reading, draft):
        return True
    return not (draft.closed or draft.whole) and _take_complement(reading, draft, posts)


def _take_tbk(reading: Reading, draft: _Draft) -> bool:
    """``Tbk`` behind the name of a company."""
    found = draft.closed and reading.lower(draft.i) == "tbk"
    draft.i += found
    return found


def _take_bracket(reading: Reading, draft: _Draft) -> bool:
    end = bracket_end(reading, draft.i)
    if end == draft.i or reading.words[draft.i][0].isdigit():
        return False
    inside = reading.institutions.get(draft.i)
    if not draft.closed:
        draft.position_end = _char_end(reading, end)
    elif inside is not None and draft.institution is None:
        draft.institution = inside
    draft.i = end
    return True


def _take_post(reading: Reading, draft: _Draft, posts: Mapping[int, PostMention]) -> bool:
    """A second post that belongs to the first: ``Menteri/Kepala``, ``Ketua Harian``."""
    post = posts.get(draft.i)
    if post is None or draft.closed or draft.alone or reading.gap(draft.i) not in ("/", " "):
        return False
    if reading.gap(draft.i) == "/" and draft.described:
        return False
    draft.i = post.end
    draft.position_end = _char_end(reading, post.end)
    return True


def _take_covered(reading: Reading, draft: _Draft) -> bool:
    institution, region = reading.institutions.get(draft.i), reading.regions.get(draft.i)
    mention = institution or region
    if mention is None or (institution and draft.institution) or (not institution and draft.region):
        return False
    draft.institution = draft.institution or institution
    if institution is None:
        draft.region = region
    draft.i = reading.past(mention, draft.i)
    draft.closed = True
    return True


def _take_farther_region(reading: Reading, draft: _Draft) -> bool:
    """A wider area after a comma: ``Bupati Kulon, Provinsi Wetan``."""
    if not draft.closed or reading.gap(draft.i) != ", ":
        return False
    i = draft.i + (reading.lower(draft.i) in cue_words("level"))
    if i not in reading.regions or i in reading.institutions:
        return False
    draft.region = draft.region or reading.regions[i]
    draft.i = reading.past(reading.regions[i], i)
    return True


def _take_level(reading: Reading, draft: _Draft) -> bool:
    """``Kota``, ``Kabupaten`` or a preposition before an area or institution."""
    word = reading.lower(draft.i)
    steps = 1
    if word in PREPOSITIONS and reading.lower(draft.i + 1) in cue_words("level"):
        steps = 2
    elif word not in PREPOSITIONS and word not in cue_words("level"):
        return False
    target = draft.i + steps
    if not reading.covered(target) or reading.gap(target).strip() not in ("", "."):
        return False
    draft.i, draft.closed = target, True
    return True


def _take_complement(reading: Reading, draft: _Draft, posts: Mapping[int, PostMention]) -> bool:
    """A word of the position itself: ``Bidang``, ``II``, ``Perekonomian dan Pembangunan``."""
    i, word = draft.i, reading.words[draft.i]
    if word.lower() in JOINERS and _complements(reading, i + 1, posts) and not _ends_in_post(reading, draft):
        draft.i = i + 2
    elif (draft.forced and word[0].isupper() and i not in posts) or _complements(reading, i, posts):
        draft.i = i + 1
    else:
        return False
    draft.described = True
    draft.forced = reading.lower(draft.i - 1) in cue_words("unit")
    draft.position_end = _char_end(reading, draft.i)
    return True


def _ends_in_post(reading: Reading, draft: _Draft) -> bool:
    """Whether "dan" behind the words so far joins two posts: ``Wali Kota dan …``."""
    return reading.lower(draft.i - 1) in ("ketua", "kepala", "bupati", "gubernur", "kota", "walikota")


def _complements(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> bool:
    if i >= len(reading) or i in posts or reading.covered(i) or not _near(reading, i):
        return False
    word = reading.words[i]
    if (
        ORDINAL.fullmatch(word)
        or (word.lower() == "ke" and reading.gap(i + 1) == "-")
        or word.lower() in cue_words("unit")
        or word in cue_words("client")
    ):
        return True
    if not word[0].isupper() or is_name_word(word) or skip_honorifics(reading, i)[0] > i:
        return False
    return is_other_word(word) or (bool(ACRONYM.fullmatch(word)) and reading.gap(i + 1) != ". ")


def _near(reading: Reading, i: int) -> bool:
    """Whether nothing but a blank, or a mark that belongs inside an office, stands before word ``i``."""
    return reading.gap(i) in INSIDE_GAPS or _kept(reading, i)


def _kept(reading: Reading, i: int) -> bool:
    """Whether the mark before word ``i`` stands inside an office: a bracket, ``ke-7``, ``Kab. Kulon``."""
    gap = reading.gap(i)
    if gap == ". ":
        return reading.lower(i - 1) in ("kab", "kec", "kel", "prov", "pj", "plt", "plh")
    return gap.strip() == ")" or (gap == "-" and reading.lower(i - 1) == "ke")


def _char_end(reading: Reading, i: int) -> int:
    """Where the words before word ``i`` end, the bracket closed behind the last word included."""
    end = reading.ends[i - 1]
    line = reading.text[max(0, end - LONGEST_BRACKET) : end]
    closing = CLOSING.match(reading.text, end)
    return closing.end() if closing and line.count("(") > line.count(")") else end
