"""Office steps: the pieces that an office is read from, one behind the other, from its post on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.naming.name_words import is_name_word
from extract.naming.names import INSIDE_GAPS
from extract.naming.office_matters import matter_end, past_panel
from extract.naming.office_words import (
    char_end,
    complements,
    field_end,
    fields_end,
    lead_end,
    named_next,
    names_unit,
    near,
)
from extract.naming.person_cues import cue_words
from extract.naming.posts import PostMention, bracket_end
from extract.naming.reading import Reading
from extract.record import Mention

PREPOSITIONS = frozenset({"pada", "di", "dari", "untuk", "wilayah", "se"})
JOINERS = frozenset({"dan", "serta", "atau"})
STATUSES = frozenset(
    {"nonaktif", "definitif", "demisioner", "inkumben", "incumbent", "petahana", "sementara", "terpilih"}
)
PROVINCES = frozenset({"provinsi", "propinsi", "prov"})
UNIT = re.compile(r"(?:Bagian|Bidang|Biro|Divisi|Direktorat|Sat(?:uan|[a-z]{3,})|Seksi|Sub[a-z]+|Unit)\b")
PANEL = re.compile(r"\b(?:[Pp]anja|[Pp]ansus|[Pp]anitia|[Tt]im|[Pp]okja)\b")
FIELD_HEADS = frozenset({"bidang", "divisi", "urusan", "departemen"})


@dataclass(slots=True)
class Draft:
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
        field: Words of the position that stand behind the area.
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
    field: str = ""


def take_step(reading: Reading, draft: Draft, posts: Mapping[int, PostMention]) -> bool:
    """Take the next piece of the office; False where it ends."""
    if draft.i >= len(reading):
        return False
    if _take_tbk(reading, draft) or _take_bracket(reading, draft) or _take_post(reading, draft, posts):
        return True
    if _take_farther_region(reading, draft) or _take_list(reading, draft, posts):
        return True
    if not near(reading, draft.i):
        return False
    area = _take_ordinal(reading, draft) or _take_covered(reading, draft) or _take_level(reading, draft)
    area = area or _take_status(reading, draft)
    if area or _take_field(reading, draft, posts) or _take_matter(reading, draft, posts):
        return True
    return not (draft.closed or draft.whole) and _take_complement(reading, draft, posts)


def _take_list(reading: Reading, draft: Draft, posts: Mapping[int, PostMention]) -> bool:
    """The fields behind a comma: ``Menko Hukum, HAM, dan Imigrasi``, ``Kadis Koperasi, UMKM dan Perdagangan``."""
    if not draft.described or draft.closed or reading.gap(draft.i) != ", ":
        return False
    end = fields_end(reading, draft.i - 1, posts)
    if end <= draft.i:
        return False
    draft.i = end
    draft.position_end = char_end(reading, end, draft.begin)
    return True


def _take_field(reading: Reading, draft: Draft, posts: Mapping[int, PostMention]) -> bool:
    """The field of a post behind its institution or area: ``Ketua PBNU Bidang Hukum``."""
    if not draft.closed or reading.lower(draft.i) not in FIELD_HEADS or not reading.capital(draft.i):
        return False
    end = fields_end(reading, draft.i + 1, posts)
    if end <= draft.i + 1 or not near(reading, draft.i):
        return False
    if draft.institution is None:
        draft.field = " ".join(reading.text[reading.starts[draft.i] : reading.ends[end - 1]].split())
    draft.i = end
    return True


def _take_matter(reading: Reading, draft: Draft, posts: Mapping[int, PostMention]) -> bool:
    """The rule that a panel is about: ``Ketua Panja revisi UU KPK``, ``Anggota tim penyusun RUU tentang Contoh``."""
    if draft.closed:
        return False
    panel = past_panel(reading, draft.i, posts)
    end = matter_end(reading, panel, posts)
    if end == panel or (panel == draft.i and PANEL.search(reading.text, draft.begin, draft.position_end) is None):
        return False
    draft.i = end
    draft.position_end = char_end(reading, draft.i, draft.begin)
    draft.described, draft.forced = True, False
    return True


def _take_ordinal(reading: Reading, draft: Draft) -> bool:
    """Which holder of the post is meant, behind its area: ``Gubernur Kulon ke-9``."""
    i = draft.i
    found = draft.closed and reading.lower(i) == "ke" and reading.gap(i + 1) == "-" and reading.words[i + 1].isdigit()
    draft.i += 2 * found
    return found


def _take_tbk(reading: Reading, draft: Draft) -> bool:
    """``Tbk`` behind the name of a company."""
    found = draft.closed and reading.lower(draft.i) == "tbk"
    draft.i += found
    return found


def _take_bracket(reading: Reading, draft: Draft) -> bool:
    end = bracket_end(reading, draft.i)
    words = reading.words[draft.i : end]
    if not words or words[0][0].isdigit() or (len(words) > 1 and all(map(is_name_word, words))):  # its holder
        return False
    inside = reading.institutions.get(draft.i)
    if not draft.closed:
        draft.position_end = char_end(reading, end, draft.begin)
    elif inside is not None and draft.institution is None:
        draft.institution = inside
    draft.i = end
    return True


def _take_post(reading: Reading, draft: Draft, posts: Mapping[int, PostMention]) -> bool:
    """A second post that belongs to the first: ``Menteri/Kepala``, ``Ketua Harian``."""
    post = posts.get(draft.i)
    bracketed = reading.gap(draft.i) == ") "  # "Kepala Bidang (Kabid) Humas"
    if post is None or draft.closed or draft.alone or not (bracketed or reading.gap(draft.i) in ("/", " ")):
        return False
    if draft.i in reading.regions:  # "Bupati Karo": no "Kepala Biro"
        return False
    if reading.gap(draft.i) == "/" and draft.described:
        return False
    draft.i = post.end
    draft.position_end = char_end(reading, post.end, draft.begin)
    return True


def _take_covered(reading: Reading, draft: Draft) -> bool:
    institution, region = reading.institutions.get(draft.i), reading.regions.get(draft.i)
    mention = institution or region
    if mention is None or (not institution and draft.region):
        return False
    if institution and draft.institution:
        if not _belong(reading, draft, institution):
            return False
        _take_whole(reading, draft, institution)
    draft.institution = draft.institution or institution
    if institution is None:
        draft.region = region
    draft.i = reading.past(mention, draft.i)
    draft.closed = True
    return True


def _take_whole(reading: Reading, draft: Draft, whole: Mention) -> None:
    """Take what the first institution is part of: its area is that of the office, and a unit belongs to the position.

    Handles ``Kepala Dinas Perikanan Pemprov Wetan``, ``Kepala Satuan Reserse (Kasat Reskrim) Polres Kulon``.
    """
    part = draft.institution
    if part is not None and UNIT.match(part.text):
        draft.position_end = char_end(reading, draft.i, draft.begin)
        draft.institution = whole
    draft.region = draft.region or next(
        (reading.regions[i] for i in range(draft.i, reading.past(whole, draft.i)) if i in reading.regions), None
    )


def _belong(reading: Reading, draft: Draft, second: Mention) -> bool:
    """Whether the second institution is what the first is part of, or a group in it.

    Handles ``Kepala Badan Penelitian dan Inovasi KLHK``, ``anggota DPRD Kulon Fraksi Demokrat``.
    """
    return second.start == reading.starts[draft.i] and reading.gap(draft.i) in (*INSIDE_GAPS, ") ")


def _take_status(reading: Reading, draft: Draft) -> bool:
    """A word between a post and its area that says how the post is held: ``Bupati nonaktif Kulon``."""
    if draft.closed or reading.lower(draft.i) not in STATUSES:
        return False
    i = draft.i + 1 + (reading.lower(draft.i + 1) in cue_words("level"))
    if not reading.covered(i) or not near(reading, i):
        return False
    draft.i += 1
    draft.position_end = char_end(reading, draft.i, draft.begin)
    return True


def _take_farther_region(reading: Reading, draft: Draft) -> bool:
    """A wider area behind an area: ``Bupati Kulon, Provinsi Wetan``, ``Bupati Kulon Provinsi Wetan``."""
    gap, level = reading.gap(draft.i), reading.lower(draft.i) in cue_words("level")
    wider = gap == " " and reading.lower(draft.i) in PROVINCES and draft.region is not None
    if not draft.closed or not (gap == ", " or wider):
        return False
    i = draft.i + level
    if i not in reading.regions or i in reading.institutions:
        return False
    draft.region = draft.region or reading.regions[i]
    draft.i = reading.past(reading.regions[i], i)
    return True


def _take_level(reading: Reading, draft: Draft) -> bool:
    """``Kota``, ``Kabupaten`` or a preposition before an area or institution."""
    word = reading.lower(draft.i)
    steps = 1
    if word in PREPOSITIONS and reading.lower(draft.i + 1) in cue_words("level"):
        steps = 2
    elif word not in PREPOSITIONS and word not in cue_words("level"):
        return False
    target = draft.i + steps
    if word in PREPOSITIONS and _heads_body(reading, target):
        target += 1  # "akademisi dari FKIP Universitas Kulon"
    if not reading.covered(target) or reading.gap(target).strip() not in ("", "."):
        return False
    draft.i, draft.closed = target, True
    return True


def _heads_body(reading: Reading, i: int) -> bool:
    """Whether word ``i`` is a part that no list has of the body behind it: ``FKIP Universitas Kulon``."""
    return reading.capital(i) and not reading.covered(i) and near(reading, i) and i + 1 in reading.institutions


def _take_complement(reading: Reading, draft: Draft, posts: Mapping[int, PostMention]) -> bool:
    """A word of the position itself: ``Bidang``, ``II``, ``Perekonomian dan Pembangunan``."""
    i, word = draft.i, reading.words[draft.i]
    if word.lower() in JOINERS and complements(reading, i + 1, posts) and not _ends_in_post(reading, draft):
        draft.i = i + 2
    elif complements(reading, i, posts):
        draft.i = i + 1
    elif (end := max(lead_end(reading, i, posts), field_end(reading, i, posts))) > i:
        draft.i = end
    elif draft.forced and word[0].isupper() and i not in posts and not named_next(reading, i):
        draft.i = i + 1
    else:
        return False
    draft.described = True
    draft.forced = names_unit(reading, draft.i - 1)
    draft.position_end = char_end(reading, draft.i, draft.begin)
    return True


def _ends_in_post(reading: Reading, draft: Draft) -> bool:
    """Whether "dan" behind the words so far joins two posts: ``Wali Kota dan …``."""
    return reading.lower(draft.i - 1) in ("ketua", "kepala", "bupati", "gubernur", "kota", "walikota")
