"""Evidence that words of an article are a person's name: what stands around them, and the words."""

import re

from extract.naming.name_words import is_name_word
from extract.naming.names import INSIDE_GAPS, degrees_end, looks_like_initials, numbers_party
from extract.naming.office_words import ORDINAL
from extract.naming.person_cues import (
    cue_phrases,
    cue_words,
    famous_names,
    words_before_speaker,
    words_behind_speaker,
)
from extract.naming.reading import Reading

AGE = re.compile(r"\s?\(\s?\d{1,3}(?:\s?(?:tahun|thn|th))?\s?\)")
BODY = re.compile(r"(?:Kemen|Kanwil|Ditjen|Ditres|Pemk|Pemp|Pemd|Dis[bdhkpt]|Satpol|Polres|Polda|Polsek)\w*")
BUILDINGS = frozenset({"kantor", "kediaman", "istana", "rumdin"})
ROOMS = frozenset({"dinas", "jabatan", "kerja"})  # behind "rumah" and "ruang"
QUOTES = ("'", '"', "“", "‘")
LONGEST_INITIALS = 2  # letters of an unknown word in capitals that may be a name; longer ones are acronyms
KNOWN_WORDS = 2  # name words that make a name without other evidence; one is enough in a plain sentence


def can_be_person(reading: Reading, first: int, start: int, end: int, *, titled: bool) -> bool:
    """Whether words ``start`` to ``end`` can be a person's name; a title or post before begins at ``first``.

    Not: initials only ("AB"), abbreviated agencies ("Kemenhub"), names of things ("Jalan Kapten Amir",
    "Masjid Nur Hasan", "Amir Foundation"), and, where no honorific says otherwise (``titled``), unknown words in a
    longer phrase.
    """
    words = reading.words[start:end]
    worship = len(words) > 1 and reading.lower(start) in cue_words("worship")
    if looks_like_initials(words) or BODY.fullmatch(words[0]) or worship:
        return False
    if reading.lower(first - 1) in cue_words("place") and reading.gap(first) in (" ", ". "):
        return False
    if reading.guesses.names.get(start) == end:
        return True
    if reading.gap(end) == " " and reading.lower(end) in cue_words("body"):
        return False
    if not titled and not any(map(is_name_word, words)) and _in_longer_phrase(reading, start, end):
        return first < start and reading.covered(start - 1) and _goes_on_once(reading, end)
    return True


def _in_longer_phrase(reading: Reading, start: int, end: int) -> bool:
    """Whether words nobody knows as names go on with a capital, a hyphen or a dot, or explain in brackets.

    Handles ``Menteri PANRB``, ``anggota Kopsera Melati Putih``, ``Damkarsel Kota Kulon``, ``Kepala Sub-Direktorat``,
    ``Kabarkulon.id``, ``Pemadam Kebakaran (Damkarsel)``; not a degree behind a name.
    """
    behind = reading.gap(end)
    if behind in INSIDE_GAPS:
        return reading.capital(end) and degrees_end(reading, end) == end
    if end - start > 1:
        return False
    if reading.words[start].isupper() and len(reading.words[start]) > LONGEST_INITIALS:
        return True
    bracketed = reading.gap(start).endswith("(") and behind.startswith(")")
    return behind in ("-", ".") or (bracketed and not is_name_word(reading.words[start - 1]))


def _goes_on_once(reading: Reading, end: int) -> bool:
    """Whether one capital and no more stands behind a name with an office: a last name that is a common word too."""
    last = reading.capital(end) and not reading.covered(end) and reading.gap(end) in INSIDE_GAPS
    return last and not (reading.capital(end + 1) and reading.gap(end + 1) in INSIDE_GAPS)


def is_evident(reading: Reading, start: int, end: int, *, listed: bool) -> bool:
    """Whether the words around, or the words themselves, say that ``start`` to ``end`` name a person.

    Args:
        reading: The article.
        start: First word of the name.
        end: The word after the name.
        listed: Whether the name follows another person's after a comma or "dan".
    """
    words = reading.words[start:end]
    known = sum(is_name_word(word) or i in reading.guesses.persons for i, word in enumerate(words, start))
    if _aged(reading, end) or start in reading.guesses.names:
        return True
    if all(word.isupper() for word in words) and not known:
        return False
    if " ".join(words).lower() in famous_names() or _told(reading, start, end, known=known > 0):
        return True
    if (listed or word_before(reading, start) in cue_words("weak")) and (len(words) > 1 or known):
        return True
    if len(words) == 1 or all(word.isupper() for word in words):
        return False
    return known >= KNOWN_WORDS or (known > 0 and _in_plain_sentence(reading, start, end))


def in_building(reading: Reading, i: int) -> bool:
    """Whether the post at word ``i`` names a building: ``satpam Kantor Bupati Kulon, Amir``, ``rumah dinas Bupati``."""
    before = word_before(reading, i)
    return before in BUILDINGS or (before in ROOMS and word_before(reading, i - 1) in ("rumah", "ruang"))


def word_before(reading: Reading, i: int) -> str:
    """The word before word ``i`` in lower case, "" if more than a blank stands between them.

    Before the number of a party to a case the word for the party: ``Teradu IV Amir``.
    """
    i -= reading.gap(i) in INSIDE_GAPS and numbers_party(reading, i - 1)
    return reading.lower(i - 1) if reading.gap(i) in INSIDE_GAPS else ""


def _told(reading: Reading, start: int, end: int, *, known: bool) -> bool:
    """Whether a cue stands beside the name: ``kata Amir``, ``Amir menilai``, ``istrinya, Siti``; commas if known."""
    if known and _in_commas(reading, start, end):
        return True
    before = word_before(reading, start)
    if before in cue_words("before") or before in words_before_speaker() or numbers_party(reading, start - 1):
        return True
    kin = reading.lower(start - 1) if reading.gap(start) == ", " else ""
    if kin.endswith("nya") and kin in cue_words("before"):
        return True
    if cue_phrases("alias").longest(reading, end) is not None and reading.gap(end) in INSIDE_GAPS:
        return True
    if reading.gap(end).strip(" \xa0") not in ("", ",") or "\n" in reading.gap(end):
        return False
    behind = reading.lower(end)
    cued = behind in words_behind_speaker() or behind in cue_words("after")
    return cued and _in_plain_sentence(reading, start, end)


def _in_commas(reading: Reading, start: int, end: int) -> bool:
    """Whether the words stand between commas behind a word in lower case: ``pedagang gorengan, Siti, mengaku``."""
    small = not reading.capital(start - 1) and reading.lower(start - 1).isalpha()
    return small and reading.gap(start) == ", " == reading.gap(end) and not reading.capital(end)


def _aged(reading: Reading, end: int) -> bool:
    """Whether an age in brackets or a degree follows the name."""
    return AGE.match(reading.text, reading.ends[end - 1]) is not None or degrees_end(reading, end) > end


def _in_plain_sentence(reading: Reading, start: int, end: int) -> bool:
    """Whether the name is not in quotation marks, in a line of its own, or behind another capital."""
    before, behind = reading.gap(start), reading.gap(end)
    if before.endswith(QUOTES) or ("\n" in before and "\n" in behind):
        return False
    numbered = ORDINAL.fullmatch(reading.words[start - 1]) is not None  # "KPK Wilayah V Amir"
    return before not in INSIDE_GAPS or reading.covered(start - 1) or numbered or not reading.capital(start - 1)
