"""Holders: where behind an office the name of its holder begins, and where none is to be looked for."""

import re
from collections.abc import Set
from dataclasses import replace

from extract.naming.names import INSIDE_GAPS, is_name_word, name_end, skip_honorifics
from extract.naming.offices import Office
from extract.naming.posts import Kind
from extract.naming.reading import Reading

POINTER = re.compile(r"(?im)^\W*(?:baca|simak|lihat|tonton|saksikan)(?: juga\b| video\b| ?:)[ :]*\n?[^\n]*")
POINTING = frozenset({"itu", "ini", "tersebut"})


def pointer_words(reading: Reading) -> frozenset[int]:
    """Numbers of the words in lines that point to other articles ("Baca juga: …"): nobody is named there first."""
    lines = [match.span() for match in POINTER.finditer(reading.text)]
    return frozenset(i for i, at in enumerate(reading.starts) if any(start <= at < end for start, end in lines))


def with_tail(reading: Reading, office: Office, posts: Set[int]) -> Office:
    """``office`` with unknown words behind it that a comma and a known name follow.

    Handles ``praktisi Safety Riding, Andri Lubis``, ``wartawan Kabarmelati, Budi Hartono``; not a list of names
    (``Kades Sutoyib, Budi dan Wati``), nor a client (``pengacara Sutoyib, Budi Lubis``).
    """
    if office.post.post.kind is Kind.RELATION:
        return office
    end = name_end(reading, office.end, posts)
    if end == office.end or reading.gap(office.end) not in INSIDE_GAPS or reading.gap(end) != ", ":
        return office
    if any(map(is_name_word, reading.words[office.end : end])) or not _named(reading, end, posts):
        return office
    whole = office.institution is not None or office.region is not None
    tail = "" if whole else " " + " ".join(reading.words[office.end : end])
    return replace(office, end=end, position=office.position + tail)


def in_one_bracket(reading: Reading, start: int, end: int) -> bool:
    """Whether a bracket opens before word ``start`` and closes before ``end``: ``Amir (jurnalis Radio Kulon)``."""
    return reading.gap(start).endswith("(") and reading.text.startswith(")", reading.ends[end - 1])


def _named(reading: Reading, i: int, posts: Set[int]) -> bool:
    """Whether a known name that begins no list stands at word ``i``."""
    start, kinds = skip_honorifics(reading, i)
    end = name_end(reading, start, posts, titled=bool(kinds))
    if not any(map(is_name_word, reading.words[start:end])):
        return False
    listed = reading.gap(end).strip(" ") == "," and reading.capital(end)
    return not listed and reading.lower(end) not in ("dan", "serta")


def apposed(reading: Reading, office: Office, posts: Set[int], *, held: bool) -> bool:
    """Whether an office with no more than a comma before it belongs to the name before the comma.

    Args:
        reading: The article.
        office: The office.
        posts: Numbers of the words that belong to posts.
        held: Whether the name has an office before it already.
    """
    if reading.lower(office.end) in POINTING:
        return False
    placed = office.institution is not None or office.region is not None
    closed = reading.gap(office.end)[:1] in (",", ".", ")", ";", "\n", "") or _names_in_bracket(reading, office, posts)
    if not reading.capital(office.start) and not placed and not (office.post.former or closed):
        return False
    if held and not closed:
        return False
    if reading.gap(office.start) in INSIDE_GAPS and not placed:
        return False
    return not _has_holder(reading, office, posts, held=held)


def _names_in_bracket(reading: Reading, office: Office, posts: Set[int]) -> bool:
    """Whether the words behind the office stand in its bracket: ``Amir (jurnalis Radio Kulonesia)``."""
    end = name_end(reading, office.end, posts)
    return end > office.end and in_one_bracket(reading, office.start, end)


def _has_holder(reading: Reading, office: Office, posts: Set[int], *, held: bool) -> bool:
    """Whether a name follows the office and claims it."""
    gap = reading.gap(office.end)
    if gap.strip() not in ("", ",") or "\n" in gap or (gap.strip() and not held):
        return False
    start, _ = skip_honorifics(reading, office.end)
    end = name_end(reading, start, posts)
    return end > start and not in_one_bracket(reading, office.start, end)
