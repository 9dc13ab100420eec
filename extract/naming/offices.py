"""Offices: a post with the institution and region it is held in, as one phrase of the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.naming.names import is_name_word, skip_honorifics
from extract.naming.office_words import complements, leads_to_body, named_next, near
from extract.naming.person_cues import cue_words
from extract.naming.posts import Kind, PostMention, bracket_end
from extract.naming.reading import Reading
from extract.record import Mention

COUNCIL = re.compile(r"DPR|MPR|DPD|Komisi|Dewan Perwakilan")
LIST = re.compile(r"(?:[A-Z]\w+,? ){1,4}dan [A-Z]")
CLOSING = re.compile(r" ?\)")
PREPOSITIONS = frozenset({"pada", "di", "dari", "untuk", "wilayah", "se"})
JOINERS = frozenset({"dan", "serta", "atau"})
SMALL_AREAS = frozenset({"Desa", "Kelurahan", "Kecamatan"})
FIELDLESS = frozenset({"Wakil Menteri", "Menteri Koordinator"})
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
        begin: Where it begins.
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
    begin: int
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
    begin = reading.starts[post.start]
    draft = _Draft(post.end, char_end(reading, post.end, begin), begin)
    draft.forced = reading.lower(post.end - 1) in cue_words("unit")
    draft.alone = post.post.kind is Kind.RELATION
    draft.whole = post.post.kind is Kind.MINISTER and _says_all(post)
    if post.post.body in SMALL_AREAS and _unknown_area(reading, post.end, posts):
        draft.forced = True
    while draft.i - post.start < LONGEST_OFFICE and _step(reading, post, draft, posts):
        pass
    return Office(
        start=post.start,
        end=draft.i,
        position=_without_clitic(reading.text[begin : draft.position_end]),
        post=post,
        institution=draft.institution,
        region=draft.region,
    )


def _says_all(post: PostMention) -> bool:
    """Whether a minister's post is an abbreviation with its field inside (``Mensos``, not ``Menko``)."""
    long = post.post.long
    return long not in FIELDLESS and post.end - post.start < len(long.split())


def _unknown_area(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> bool:
    """Whether word ``i`` is an area nobody knows, with a name behind it: ``Kepala Desa Sukamulur Amir``."""
    if not near(reading, i) or not reading.capital(i) or reading.covered(i):
        return False
    if is_name_word(reading.words[i]) or skip_honorifics(reading, i)[0] > i:
        return False
    return reading.gap(i + 1).strip(" \xa0") in ("", ",") and reading.capital(i + 1) and i + 1 not in posts


def _without_clitic(position: str) -> str:
    """``position`` on one line; "kuasa hukumnya" is a "kuasa hukum"."""
    return " ".join(position.split()).removesuffix("nya")


def _step(reading: Reading, post: PostMention, draft: _Draft, posts: Mapping[int, PostMention]) -> bool:
    """Take the next piece of the office; False where it ends."""
    if draft.i >= len(reading):
        return False
    if _take_tbk(reading, draft) or _take_bracket(reading, draft) or _take_post(reading, draft, posts):
        return True
    if _take_farther_region(reading, draft) or _take_list(reading, post, draft):
        return True
    if not near(reading, draft.i):
        return False
    if _take_covered(reading, draft) or _take_level(reading, draft):
        return True
    return not (draft.closed or draft.whole) and _take_complement(reading, draft, posts)


def _take_list(reading: Reading, post: PostMention, draft: _Draft) -> bool:
    """The fields of a minister behind a comma: ``Menko Hukum, HAM, Imigrasi, dan Pemasyarakatan``."""
    if post.post.kind is not Kind.MINISTER or not draft.described or draft.closed or reading.gap(draft.i) != ", ":
        return False
    listed = LIST.match(reading.text, reading.starts[draft.i])
    if listed is None or any(map(is_name_word, listed[0].replace(",", "").split())):
        return False
    while draft.i < len(reading) and reading.starts[draft.i] < listed.end():
        draft.i += 1
    draft.position_end = char_end(reading, draft.i, draft.begin)
    return True


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
        draft.position_end = char_end(reading, end, draft.begin)
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
    draft.position_end = char_end(reading, post.end, draft.begin)
    return True


def _take_covered(reading: Reading, draft: _Draft) -> bool:
    institution, region = reading.institutions.get(draft.i), reading.regions.get(draft.i)
    mention = institution or region
    if mention is None or (not institution and draft.region):
        return False
    if institution and draft.institution and not _group_of(institution, draft.institution):
        return False
    draft.institution = draft.institution or institution
    if institution is None:
        draft.region = region
    draft.i = reading.past(mention, draft.i)
    draft.closed = True
    return True


def _group_of(group: Mention, council: Mention) -> bool:
    """Whether the second institution is a group in the first: ``anggota DPRD Kulon Fraksi Demokrat``."""
    return group.text.startswith("Fraksi ") and COUNCIL.match(council.text) is not None


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
    if word.lower() in JOINERS and complements(reading, i + 1, posts) and not _ends_in_post(reading, draft):
        draft.i = i + 2
    elif (
        complements(reading, i, posts)
        or leads_to_body(reading, i, posts)
        or (draft.forced and word[0].isupper() and i not in posts and not named_next(reading, i))
    ):
        draft.i = i + 1
    else:
        return False
    draft.described = True
    draft.forced = reading.lower(draft.i - 1) in cue_words("unit")
    draft.position_end = char_end(reading, draft.i, draft.begin)
    return True


def _ends_in_post(reading: Reading, draft: _Draft) -> bool:
    """Whether "dan" behind the words so far joins two posts: ``Wali Kota dan …``."""
    return reading.lower(draft.i - 1) in ("ketua", "kepala", "bupati", "gubernur", "kota", "walikota")


def char_end(reading: Reading, i: int, begin: int) -> int:
    """Where the words before word ``i`` end, with the bracket closed behind them if it opened after ``begin``."""
    end = reading.ends[i - 1]
    line = reading.text[max(begin, end - LONGEST_BRACKET) : end]
    closing = CLOSING.match(reading.text, end)
    return closing.end() if closing and line.count("(") > line.count(")") else end
