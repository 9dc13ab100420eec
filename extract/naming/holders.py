"""Holders: where behind an office the name of its holder begins, and where none is to be looked for."""

import re
from collections.abc import Set
from dataclasses import replace

from extract.naming.evidence import word_before
from extract.naming.name_words import is_name_word
from extract.naming.names import INSIDE_GAPS, name_end, skip_honorifics
from extract.naming.offices import Office
from extract.naming.person_cues import cue_words, words_behind_speaker
from extract.naming.post_status import ELECTED
from extract.naming.posts import Kind
from extract.naming.reading import Reading
from extract.naming.tellings import POINTING

HELD_BY_SEVERAL = frozenset({"anggota", "pimpinan", "pemimpin", "komisioner"})
DEPUTY_CHAIRS = ("wakil ketua", "waka")  # houses and commissions have several
PARTIES_OF_COURT = frozenset({"Jaksa", "Jaksa Penuntut Umum", "Jaksa Penuntut", "Hakim Anggota", "Oditur"})
REACHING = frozenset({"ke", "kepada", "oleh", "dengan"})
DEPUTIES = frozenset({"wakil", "calon", "bakal", "para"})
NUMBERED = re.compile(r"\)? (?:nomor urut \d+|periode \d{4} ?[-–] ?\d{4})(?= [A-Z]|, )")
CAMPAIGN = re.compile(
    r"\b(?:T[KP][ND]|BPN|Badan Pemenangan|Tim (?:Kampanye|Pemenangan|Sukses|Hukum)|[Tt]imses|Relawan)\b"
)
LONGEST_CLAUSE = 120  # characters
CIRCUMSTANCE = re.compile(
    r"(?:\A|[.!?\"”]\s|\n)(?P<opening>Selain(?=\s(?:me|ber)[a-z]{3,})|Saat|Ketika|Setelah|Sesudah|Usai|Seusai|Sebelum|Mengutip|Menanggapi|Bersama"
    r"|Didampingi|Ditemani|Mendengar)\s[^,.;:\n\"“”]*\Z"
)
SUBJECT_BEFORE = re.compile(r"juga|pun|akan|telah|sudah|lalu|langsung|kemudian|turut|sempat|me[a-z]{4,}|ber[a-z]{3,}")
ASIDE_GAPS = INSIDE_GAPS | {"-", "/", " (", ") ", "–"}
DAYS = frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"})
LONGEST_ASIDE = 10  # words


def held_by_several(reading: Reading, office: Office) -> bool:
    """Whether the names listed behind an office may all hold it: ``anggota DPRD Amir dan Budi``, ``dua hakim …``."""
    position = office.position.lower()
    if (
        position.split(" ")[0] in HELD_BY_SEVERAL
        or position.startswith(DEPUTY_CHAIRS)
        or office.post.post.long in PARTIES_OF_COURT
    ):
        return True
    return reading.lower(office.start - 1) in cue_words("several")


def held_once(office: Office) -> bool:
    """Whether one person holds the office at a time: no list of names is of those who hold it."""
    head = office.post.post.kind in (Kind.REGION, Kind.MINISTER)
    return head and not office.post.former and office.position.split(" ")[0].lower() not in DEPUTIES


def of_several(reading: Reading, office: Office) -> bool:
    """Whether the name behind a bare post is of whom its holders serve: ``para menteri Amir``."""
    return word_before(reading, office.start) in ("para", "seluruh", "semua", "sejumlah", "jajaran")


def names_ministry(reading: Reading, office: Office, start: int, end: int) -> bool:
    """Whether the unknown word behind "Menteri" is what the ministry is for: ``Menteri Agaria dan Tata Ruang``."""
    if office.position.lower() != "menteri" or end != start + 1 or end + 1 >= len(reading):
        return False
    joined = reading.lower(end) == "dan" and reading.gap(end) in INSIDE_GAPS and reading.capital(end + 1)
    return joined and not any(map(is_name_word, (reading.words[start], reading.words[end + 1])))


def ends_clause(reading: Reading, office: Office, end: int) -> bool:
    """Whether a clause of circumstance ends in the office, and who is named up to word ``end`` begins another one.

    Handles ``Selain bertemu Bupati Kulon, Amir juga …``, ``Didampingi Wakil Bupati Kulon, Amir meresmikan …``; not
    ``Saat ditemui Kepala Badan X, Amir mengatakan …``, where the comma is that of the calling.
    """
    at = reading.starts[office.start]
    lead = reading.text[max(0, at - LONGEST_CLAUSE) : at]
    clause = CIRCUMSTANCE.search(lead)
    if clause is None or (reading.lower(office.start - 1).startswith("di") and clause["opening"].lower() == "saat"):
        return False
    return reading.gap(end) == " " and SUBJECT_BEFORE.fullmatch(reading.lower(end)) is not None


def only_reached(reading: Reading, office: Office, end: int) -> bool:
    """Whether several are listed behind whom they turn to: ``menyerahkan mandat ke Presiden, yakni Amir, Budi``."""
    several = reading.gap(end) == ", " and reading.capital(end)
    return several and word_before(reading, office.start) in REACHING


def with_tail(reading: Reading, office: Office, posts: Set[int]) -> Office:
    """``office`` with unknown words behind it that a comma and a known name follow.

    Handles ``praktisi Safety Riding, Andri Lubis``, ``wartawan Kabarmelati, Budi Hartono``, ``Ketua KPU periode
    2018-2023, Andri Lubis``; not a list of names (``Kades Sutoyib, Budi dan Wati``), nor a client (``pengacara
    Sutoyib, Budi Lubis``).
    """
    if office.post.post.kind is Kind.RELATION:
        return office
    office = _with_candidates(reading, office, posts)
    if (held := _with_body(reading, office, posts)) is not None:
        return held
    numbered = NUMBERED.match(reading.text, reading.ends[office.end - 1])
    if numbered is not None:
        return replace(office, end=office.end + len(re.findall(r"\w+", numbered[0])))
    aside = _aside_end(reading, office.end, posts)
    return replace(office, end=aside) if aside > office.end else _with_unknown(reading, office, posts)


def _with_unknown(reading: Reading, office: Office, posts: Set[int]) -> Office:
    """``office`` with unknown words between it and a comma: ``praktisi Safety Riding, Andri Lubis``."""
    end = name_end(reading, office.end, posts)
    if end == office.end or reading.gap(office.end).strip(" \xa0)") or reading.gap(end) != ", ":
        return office
    if any(map(is_name_word, reading.words[office.end : end])) or not _named(reading, end, posts):
        return office
    whole = office.institution is not None or office.region is not None
    tail = "" if whole else " " + " ".join(reading.words[office.end : end])
    return replace(office, end=end, position=office.position + tail)


def _with_candidates(reading: Reading, office: Office, posts: Set[int]) -> Office:
    """``office`` with the pair that a campaign is for behind it: ``Juru bicara TKN Amir-Budi Kulon, Wati Lubis``."""
    body = office.institution.text if office.institution is not None else ""
    if CAMPAIGN.search(f"{office.position} {body}") is None or reading.gap(office.end) not in INSIDE_GAPS:
        return office
    middle = name_end(reading, office.end, posts)
    end = name_end(reading, middle, posts) if reading.gap(middle) == "-" else middle
    area = reading.regions.get(end) if reading.gap(end) in INSIDE_GAPS else None
    if end == middle:
        return office
    end = reading.past(area, end) if area is not None else end
    return replace(office, end=end, region=office.region or area)


def _with_body(reading: Reading, office: Office, posts: Set[int]) -> Office | None:
    """``office`` in the institution between two commas behind it: ``Direktur Niaga, Kementerian X, Amir Lubis``.

    What it is held in already may be a part of that: ``Dekan Fakultas Hukum, Universitas X, Amir Lubis``.
    """
    body = reading.institutions.get(office.end)
    if body is None or body.start != reading.starts[office.end] or reading.gap(office.end) != ", ":
        return None
    end = reading.past(body, office.end)
    elsewhere = office.post.post.kind in (Kind.REGION, Kind.RELATION) or office.region is not None
    if elsewhere or reading.gap(end) != ", " or not _named(reading, end, posts):
        return None
    return replace(office, end=end, institution=office.institution or body)


def _aside_end(reading: Reading, start: int, posts: Set[int]) -> int:
    """The number of the word after an aside that begins at word ``start`` and ends before a comma and a known name.

    Handles ``Anggota DPD terpilih dari Kulon, Amir Lubis``, ``Anggota Baleg DPR yang juga pengusul …, Amir Lubis``.
    """
    if reading.lower(start) not in cue_words("aside") or reading.gap(start).strip(" \xa0)"):
        return start
    if reading.lower(start) == "yang" and reading.lower(start + 1) not in cue_words("describing"):
        return start
    end = start + 1
    while end - start < LONGEST_ASIDE and end not in posts and reading.gap(end) in ASIDE_GAPS:
        end += 1
    return end if reading.gap(end) == ", " and _named(reading, end, posts) else start


def in_one_bracket(reading: Reading, start: int, end: int) -> bool:
    """Whether a bracket opens before word ``start`` and closes before ``end``: ``Amir (jurnalis Radio Kulon)``."""
    return reading.gap(start).endswith("(") and reading.text.startswith(")", reading.ends[end - 1])


def _named(reading: Reading, i: int, posts: Set[int]) -> bool:
    """Whether a known name, or who is told to speak, stands at word ``i`` and begins no list."""
    start, kinds = skip_honorifics(reading, i)
    end = name_end(reading, start, posts, titled=bool(kinds))
    known = any(map(is_name_word, reading.words[start:end])) or not reading.guesses.persons.isdisjoint(
        range(start, end)
    )
    if not known and reading.lower(end) not in words_behind_speaker():
        return False
    listed = reading.gap(end).strip(" ") == "," and reading.capital(end) and end not in posts
    listed = listed and reading.lower(end) not in DAYS
    return end > start and not listed and reading.lower(end) not in ("dan", "serta")


def apposed(reading: Reading, office: Office, posts: Set[int], *, held: bool) -> bool:
    """Whether an office with no more than a comma before it belongs to the name before the comma.

    Args:
        reading: The article.
        office: The office.
        posts: Numbers of the words that belong to posts.
        held: Whether the name has an office before it already.
    """
    if reading.lower(office.end) in POINTING or reading.lower(office.end) == "lainnya":
        return False
    if office.post.post.kind is Kind.RELATION and reading.gap(office.start) == ", ":
        return True
    placed = office.institution is not None or office.region is not None
    if unknown_body_end(reading, office, posts):
        return True
    closed = _closed(reading, office, posts)
    speaks = not (placed or closed) and office.end == office.post.end  # "dakwaan Amir, Jaksa Penuntut Umum menyatakan"
    weak = not (reading.capital(office.start) or placed or office.post.former or closed)
    taken = held and (not closed or _listed_on(reading, office, posts))
    joined = reading.gap(office.start) in INSIDE_GAPS and not placed
    if weak or taken or joined or (speaks and reading.lower(office.end) in words_behind_speaker()):
        return False
    return not _has_holder(reading, office, posts, held=held)


def unknown_body_end(reading: Reading, office: Office, posts: Set[int]) -> int:
    """The word after a body nobody knows behind an office, 0 where none is: ``Amir, pendiri Zozo Zaza, menilai``."""
    kind = office.post.post.kind
    if office.institution is not None or kind is not Kind.INSTITUTION or reading.capital(office.start):
        return 0
    if reading.gap(office.start) != ", " or skip_honorifics(reading, office.end)[0] > office.end:
        return 0
    end = name_end(reading, office.end, posts)
    if end <= office.end or any(map(is_name_word, reading.words[office.end : end])):
        return 0
    return end if reading.gap(end)[:1] in (",", ".") or reading.lower(end) == "yang" else 0


def _closed(reading: Reading, office: Office, posts: Set[int]) -> bool:
    """Whether an apposition ends with the office; the bracket of its own acronym is no end: ``jaksa (JPU) hanya``."""
    gap = reading.gap(office.end)
    own = gap.startswith(") ") and not reading.gap(office.start).endswith("(")
    if gap[:1] in (",", ".", ")", ";", "\n", "") and not own:
        return True
    placed = office.institution is not None or office.region is not None
    behind = reading.lower(office.end)
    return (placed and behind == "yang") or behind == "setempat" or _names_in_bracket(reading, office, posts)


def _listed_on(reading: Reading, office: Office, posts: Set[int]) -> bool:
    """Whether a list goes on behind the office and its comma: ``Bupati Kulon Amir, Kepala Badan X, dan Budi``."""
    if reading.gap(office.end) != ", ":
        return False
    return reading.lower(office.end) in ("dan", "serta") or office.end in posts or reading.capital(office.end)


def _names_in_bracket(reading: Reading, office: Office, posts: Set[int]) -> bool:
    """Whether the words behind the office stand in its bracket: ``Amir (jurnalis Radio Kulonesia)``."""
    end = name_end(reading, office.end, posts)
    return end > office.end and in_one_bracket(reading, office.start, end)


def _has_holder(reading: Reading, office: Office, posts: Set[int], *, held: bool) -> bool:
    """Whether a name follows the office and claims it."""
    gap = reading.gap(office.end)
    if gap.strip() not in ("", ",") or "\n" in gap or (gap.strip() and not held):
        return False
    start, _ = skip_honorifics(reading, office.end + (reading.lower(office.end) == ELECTED))
    end = name_end(reading, start, posts)
    return end > start and not in_one_bracket(reading, office.start, end)
