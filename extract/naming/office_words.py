"""Office words: which words behind a post still belong to the position, and which begin its holder's name."""

import re
from collections.abc import Mapping

from extract.naming.names import INSIDE_GAPS, is_name_word, is_other_word, skip_honorifics
from extract.naming.person_cues import cue_words
from extract.naming.posts import PostMention
from extract.naming.reading import Reading

ORDINAL = re.compile(r"[IVX]{1,4}|\d{1,2}")
ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,4}[A-Z]|[A-Z]{2,8}")
LONGEST_LEAD = 3  # unknown words between a post and an institution


def complements(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> bool:
    """Whether word ``i`` is a word of the position: ``Bidang``, ``II``, ``Perekonomian``."""
    if i >= len(reading) or i in posts or reading.covered(i) or not near(reading, i):
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


def leads_to_body(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> bool:
    """Whether up to three words nobody knows as names lead to an institution: ``Kasi Tatib Ditgak Polda Kulon``."""
    for end in range(i, min(i + LONGEST_LEAD, len(reading) - 1)):
        word = reading.words[end]
        if end in posts or reading.covered(end) or not word[0].isupper() or is_name_word(word):
            return False
        if skip_honorifics(reading, end)[0] > end or reading.gap(end + 1) not in INSIDE_GAPS:
            return False
        if end + 1 in reading.institutions:
            return True
    return False


def named_next(reading: Reading, i: int) -> bool:
    """Whether two names begin at word ``i``: there the position ends, whatever it asks for."""
    joined = reading.gap(i + 1) in INSIDE_GAPS and reading.capital(i + 1)
    return joined and is_name_word(reading.words[i]) and not is_other_word(reading.words[i])


def near(reading: Reading, i: int) -> bool:
    """Whether nothing but a blank, or a mark that belongs inside an office, stands before word ``i``."""
    return reading.gap(i) in INSIDE_GAPS or _kept(reading, i)


def _kept(reading: Reading, i: int) -> bool:
    """Whether the mark before word ``i`` stands inside an office: a bracket, ``ke-7``, ``Kab. Kulon``."""
    gap = reading.gap(i)
    if gap == ". ":
        return reading.lower(i - 1) in ("kab", "kec", "kel", "prov", "pj", "plt", "plh")
    return gap.strip() == ")" or (gap == "-" and reading.lower(i - 1) == "ke")
