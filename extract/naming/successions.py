"""Successions: who is named beside an office that somebody else holds, appointed by them, after them or for them."""

from extract.naming.evidence import word_before
from extract.naming.listings import SENTENCE_END
from extract.naming.names import INSIDE_GAPS, degrees_end
from extract.naming.person_cues import cue_words
from extract.naming.reading import Reading

APPOINTED_AS = frozenset({"sebagai", "menjadi"})
LONGEST_ADVERB = 2  # words between who is appointed and the verb: "Amir telah resmi ditunjuk"
FARTHEST = 160  # characters between a name and the name of who comes after


def appointer(reading: Reading, first: int, end: int) -> int:
    """The number of the verb by which somebody is appointed to the office behind words ``first`` to ``end``, or -1.

    Handles ``Amir ditunjuk oleh Presiden Budi sebagai Pj Gubernur``: the office is not Budi's.
    """
    if reading.lower(end) not in APPOINTED_AS or word_before(reading, first) != "oleh":
        return -1
    verb = first - 2
    return verb if reading.lower(verb) in cue_words("appointing") else -1


def is_appointed(reading: Reading, end: int, verb: int) -> bool:
    """Whether the name that ends before word ``end`` is who is appointed by the verb at word ``verb``."""
    i = degrees_end(reading, end)
    if not i <= verb <= i + LONGEST_ADVERB:
        return False
    return all(reading.gap(n) in INSIDE_GAPS and not reading.capital(n) for n in range(i + 1, verb + 1))


def succeeds(reading: Reading, last: int, first: int) -> bool:
    """Whether the name at word ``first`` is of who comes after, or before, the person named before word ``last``.

    Handles ``Kapolres Kulon AKBP Amir digantikan (oleh) AKBP Budi``, ``Amir dilantik … menggantikan Budi``.
    """
    before = first - 1 - (word_before(reading, first) == "oleh")
    if reading.lower(before) not in cue_words("succession") or reading.gap(first) not in INSIDE_GAPS:
        return False
    begin, end = reading.ends[last - 1], reading.starts[first]
    return end - begin <= FARTHEST and SENTENCE_END.search(reading.text, begin, end) is None


def is_stood_for(reading: Reading, start: int) -> bool:
    """Whether the office at word ``start`` is only stood for: ``Asisten I mewakili Bupati Kulon, Amir``."""
    return word_before(reading, start) == "mewakili"
