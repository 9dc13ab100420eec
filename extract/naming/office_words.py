"""Office words: which words behind a post still belong to the position, and which begin its holder's name."""

import re
from collections.abc import Mapping

from extract.lexicon import read_words
from extract.naming.name_words import VERB, is_name_word, is_other_word
from extract.naming.names import INSIDE_GAPS, begins_balinese, skip_honorifics
from extract.naming.person_cues import cue_words
from extract.naming.posts import PostMention
from extract.naming.reading import Reading

ORDINAL = re.compile(r"[IVX]{1,4}|\d{1,2}")
ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,4}[A-Z]|[A-Z]{2,8}|[A-Z]{1,7}\d[A-Z]{1,5}(?:\d[A-Z])?")  # "DP2KBP3A"
CLOSING = re.compile(r"\s?/?\)")
LONGEST_BRACKET = 30  # characters
LONGEST_FIELD = 5  # words of a field in lower case, and the institution
LONGEST_LEAD = 7  # unknown words between a post and an institution
NO_FIELD = frozenset(
    {"yang", "di", "pada", "dari", "untuk", "itu", "ini", "oleh", "dengan", "ke", "agar", "karena", "saat"}
)
JOINING = " & "


def complements(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> bool:
    """Whether word ``i`` is a word of the position: ``Bidang``, ``II``, ``Perekonomian``."""
    if i >= len(reading) or i in posts or reading.covered(i) or not near(reading, i):
        return False
    word = reading.words[i]
    if (
        (ORDINAL.fullmatch(word) and not begins_balinese(reading, i))
        or word in read_words("office_fields.txt")
        or _number_of_command(reading, i)
        or _hero_of_command(reading, i)
        or _hyphened(reading, i)
        or (word.lower() == "ke" and reading.gap(i + 1) == "-")
        or word.lower() in cue_words("unit")
        or word in cue_words("client")
        or (
            word in cue_words("several")
            and reading.words[i + 1 : i + 2]
            and reading.words[i + 1] in cue_words("client")
        )
    ):
        return True
    if not word[0].isupper() or is_name_word(word) or skip_honorifics(reading, i)[0] > i:
        return False
    acronym = ACRONYM.fullmatch(word) is not None and reading.gap(i + 1) != ". "
    return is_other_word(word) or acronym or _hyphened(reading, i + 1)


def fields_end(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> int:
    """The number of the word after the fields that begin at word ``i``: ``Hukum, HAM, dan Perundang-undangan``.

    A comma belongs to them only where "dan" joins the last field.
    """
    end, sure, listed = i, i, False
    while _is_field(reading, end, posts):
        end += 1
        while reading.gap(end) == "-" and not reading.capital(end):
            end += 1
        sure = sure if listed else end
        gap = reading.gap(end)
        if gap in (" ", ", ") and reading.lower(end) in ("dan", "serta") and _is_field(reading, end + 1, posts):
            end, listed = end + 1, False
        elif gap == ", ":
            listed = True
        elif gap not in INSIDE_GAPS:
            break
    return sure


def _is_field(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> bool:
    """Whether word ``i`` is a common word or an acronym with a capital, of no post, institution or region."""
    if not reading.capital(i) or i in posts or reading.covered(i) or is_name_word(reading.words[i]):
        return False
    acronym = ACRONYM.fullmatch(reading.words[i]) is not None
    return is_other_word(reading.words[i]) or acronym or _hyphened(reading, i + 1)


def _number_of_command(reading: Reading, i: int) -> bool:
    """Whether word ``i`` is the number of a command, or the name behind it: ``Danrem 042/Gapu``, ``411-01/Kulon``."""
    if reading.gap(i) in ("/", "-"):
        return reading.words[i - 1].isdigit() and (reading.gap(i) == "/" or _post_number(reading, i - 1))
    return (
        len(reading.words[i]) in (3, 4)
        and reading.words[i].isdigit()
        and (reading.gap(i + 1) == "/" or _post_number(reading, i) or _before_area(reading, i))
    )


def _before_area(reading: Reading, i: int) -> bool:
    """Whether number ``i`` begins with a nought and an area follows: ``Dandim 0173 Kulon``."""
    return reading.words[i].startswith("0") and reading.gap(i + 1) in INSIDE_GAPS and i + 1 in reading.regions


def _post_number(reading: Reading, i: int) -> bool:
    """Whether word ``i`` is the first half of the number of a military post: ``411-01``."""
    halves = reading.words[i], reading.words[i + 1] if i + 1 < len(reading) else ""
    return reading.gap(i + 1) == "-" and len(halves[1]) == len("01") and all(map(str.isdigit, halves))


def _hero_of_command(reading: Reading, i: int) -> bool:
    """Whether word ``i`` is the second name of a command, a rank or comma behind it: ``162/Wira Bhakti Brigjen …``."""
    if i < 2 or reading.gap(i - 1) != "/" or not reading.words[i - 2].isdigit() or not reading.capital(i):
        return False
    ranked = "rank" in skip_honorifics(reading, i + 1)[1] and skip_honorifics(reading, i)[0] == i
    return ranked or reading.gap(i + 1) == ", "


def _hyphened(reading: Reading, i: int) -> bool:
    """Whether word ``i`` is the second half of a doubled word: ``Perundang-undangan``."""
    return reading.gap(i) == "-" and reading.lower(i) == reading.words[i] and is_other_word(reading.words[i])


def lead_end(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> int:
    """The number of the institution to which some words nobody knows as names lead from word ``i``; ``i`` if to none.

    Handles ``Kasi Tatib Ditgak Polda Kulon``, ``Manager Comm, Rel & CSR PT Kulon``; a comma only with more behind it.
    """
    listed = False
    for end in range(i, min(i + LONGEST_LEAD, len(reading) - 1)):
        word = reading.words[end]
        linked = end > i and word in ("dan", "serta") and reading.capital(end + 1)
        if end in posts or reading.covered(end) or is_name_word(word) or not (word[0].isupper() or linked):
            return i
        gap = reading.gap(end + 1)
        listed = gap == ", " or (listed and not linked and gap != JOINING)
        if skip_honorifics(reading, end)[0] > end or not (gap in INSIDE_GAPS or gap in (", ", JOINING)):
            return i
        if end + 1 in reading.institutions:
            return i if listed else end + 1
    return i


def field_end(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> int:
    """The number of the institution behind a field in lower case that begins at word ``i``; ``i`` if there is none.

    Handles ``koordinator bidang advokasi Kontras``, ``kepala divisi riset dan kajian ICW``: behind the word for a unit.
    """
    if reading.words[i - 1] not in cue_words("unit"):  # written small
        return i
    for end in range(i, min(i + LONGEST_FIELD, len(reading))):
        if reading.gap(end) not in INSIDE_GAPS or (end > i and end in reading.institutions):
            return end if end > i and reading.gap(end) in INSIDE_GAPS else i
        word = reading.words[end]
        if end in posts or reading.covered(end) or word in NO_FIELD or VERB.fullmatch(word):
            return i
        if not (word.islower() and is_other_word(word)):
            return i
    return i


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
    if gap in ("/", "-") and _number_of_command(reading, i):
        return True
    if gap == "-" and _hyphened(reading, i):
        return True
    if gap == JOINING:
        return reading.capital(i) and not reading.covered(i)
    if gap == ". ":
        return reading.lower(i - 1) in ("kab", "kec", "kel", "prov", "pj", "plt", "plh")
    return gap.strip() == ")" or (gap == "-" and reading.lower(i - 1) == "ke")


def names_unit(reading: Reading, i: int) -> bool:
    """Whether word ``i`` begins the name of a unit: ``Bidang Humas``; not ``anggota fraksi Amir``."""
    return reading.lower(i) in cue_words("unit") and reading.capital(i)


def char_end(reading: Reading, i: int, begin: int) -> int:
    """Where the words before word ``i`` end, with the bracket closed behind them if it opened after ``begin``."""
    end = reading.ends[i - 1]
    line = reading.text[max(begin, end - LONGEST_BRACKET) : end]
    closing = CLOSING.match(reading.text, end)
    return closing.end() if closing and line.count("(") > line.count(")") else end
