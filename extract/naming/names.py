"""Personal names: what a name looks like, and the honorifics, ranks and degrees written around it."""

import re
from collections.abc import Set
from functools import cache

from extract.lexicon import read_tsv, read_words
from extract.naming.name_words import VERB, is_common_word, is_name_word, is_other_word
from extract.naming.person_cues import cue_words
from extract.naming.phrases import Phrases
from extract.naming.reading import Reading

INSIDE_GAPS = frozenset({" ", "\xa0", "  ", " \xa0", "\xa0 "})
ABBREVIATED = frozenset({"moh", "muh", "mohd", "muhd", "much", "abd", "md", "tb", "rd", "ach", "st", "jr"})
HYPHENATED = frozenset({"al", "el", "as", "an", "ar", "ash", "asy", "az", "at", "ad", "nur", "abu"})
APOSTROPHE = re.compile(r"[a-zA-Z]['’`][a-zA-Z]")
SYLLABLES = range(2, 7)  # letters of the second half of a Korean or Chinese name: "Kim Jong-un"
PAIRS = frozenset(
    {"pasangan", "Pasangan", "paslon", "Paslon", "duet", "Duet", "Pilkada", "pilkada", "Pilgub", "Pilpres", "Pilwalkot"}
)
SUFFIXES = frozenset({"nya", "lah", "kah", "pun", "ku", "mu", "an", "kan", "isme", "dr", "san", "ers", "in"})
TITLE_GAPS = frozenset({"", ".", "(", ". (", ".(", "),", ")", ",", ").", ") ("})
LOWER_TITLES = frozenset({"dr", "drg", "drh"})
LONGEST_NAME = 7  # words
LONGEST_DEGREE = 5  # words: S. Tr. I. P. K
LONG_ACRONYM = 3  # letters; shorter ones begin names ("AM Lubis")
ROMAN = re.compile(r"[IVX]{1,5}")
BALINESE = frozenset(
    {"made", "wayan", "ketut", "nyoman", "nengah", "gede", "gde", "gusti", "putu", "komang", "kadek", "dewa", "ngurah"}
)
NOBLE = "Lalu"  # of Lombok, within a sentence: "Gubernur NTB Lalu Muhamad Iqbal"; "Lalu Amir pulang" begins one
INITIALS = re.compile(r"[A-Z]{1,4}")
BRAND = re.compile(r"[A-Z]{2}[a-z]|^(?!Mc|Mac|De|Di|La|Le|Al)[A-Z][a-z]+[A-Z]")  # "TVContoh", "CakLapor"
OPENING, CLOSING = frozenset({" “", ' "', " ‘", " '"}), frozenset({"” ", '" ', "’ ", "' "})
STATE_NAME = "Negara"  # a word of states that also ends names
SURROUNDINGS = re.compile(r"[.,\s]+")


def skip_honorifics(reading: Reading, i: int) -> tuple[int, frozenset[str]]:
    """The number of the first word from ``i`` on that is no honorific, rank or branch, and the kinds skipped.

    Handles ``H. Amir``, ``Letkol Inf. Amir``, ``AKBP (Purn) Amir``, ``Letkol (Chk) Amir``, ``Drs. H. Amir``.
    """
    kinds: set[str] = set()
    start = i
    while reading.capital(i) or kinds or reading.lower(i) in LOWER_TITLES:
        hit = honorific_phrases().longest(reading, i)
        if hit is None:
            break
        end, kind = hit
        if reading.covered(i) and not (kind == "branch" and "rank" in kinds):
            break
        between = reading.gap(i).strip(" \xa0") if i > start else ""
        if between not in TITLE_GAPS or (kind == "branch" and not _branch(reading, i, kinds)):
            break
        kinds.add(kind)
        i = end
    return (i, frozenset(kinds)) if "\n" not in reading.gap(i) else (start, frozenset())


def _branch(reading: Reading, i: int, kinds: set[str]) -> bool:
    """Whether word ``i`` is a branch of service behind a rank; one letter is in brackets only (``(P)``)."""
    return "rank" in kinds and (len(reading.words[i]) > 1 or "(" in reading.gap(i))


@cache
def honorific_phrases() -> Phrases[str]:
    """What is written before a name, with its kind: a title, a rank or the branch of service behind a rank."""
    return Phrases((row["surface"], row["kind"]) for row in read_tsv("honorifics.tsv", "surface", "kind"))


def name_end(reading: Reading, i: int, posts: Set[int], *, titled: bool = False) -> int:
    """The number of the word after the name that begins at word ``i``; ``i`` where none begins.

    A name is a run of capitalised words that are no institution, region, post, degree or common word; or, where
    there is none, what the trained model takes for a name.

    Args:
        reading: The article.
        i: The first word of the name.
        posts: Numbers of the words that belong to posts.
        titled: Whether a title stands before the name: then it may begin with a common word (``AKBP Didik
            Santoso``).
    """
    noble = i < len(reading) and reading.words[i] == NOBLE and reading.gap(i) in INSIDE_GAPS
    end = i + ((titled or noble) and _begins_commonly(reading, i, posts))
    while end - i < LONGEST_NAME and _continues(reading, i, end, posts):
        end += 1
    while end > i + 1 and reading.lower(end - 1) in cue_words("part"):
        end -= 1
    if end == i:
        end = reading.guesses.names.get(i, i)
        end += end > i and reading.gap(end) == "-" and _hyphened(reading, end)
    return end


def _begins_commonly(reading: Reading, i: int, posts: Set[int]) -> bool:
    """Whether word ``i`` is a common word with a name word behind it."""
    if i + 1 >= len(reading) or not reading.capital(i) or reading.covered(i) or i in posts:
        return False
    if reading.lower(i) in read_words("person_stop_words.txt") or not is_common_word(reading.words[i]):
        return False
    return is_name_word(reading.words[i + 1]) and joined(reading, i + 1)


def degree_end(reading: Reading, i: int) -> int:
    """The number of the word after the degree at word ``i``, full stops inside it or not; ``i`` if none."""
    if not reading.capital(i):
        return i
    joined, best = "", i
    for end in range(i + 1, min(i + LONGEST_DEGREE, len(reading)) + 1):
        if end > i + 1 and reading.gap(end - 1) not in (".", ". "):
            break
        joined += reading.words[end - 1]
        if joined in read_words("degrees.txt") and (end > i + 1 or len(joined) > 1):
            best = end
    return best


def degrees_end(reading: Reading, i: int) -> int:
    """The number of the first word from ``i`` on that is no academic degree (``, S.H., M.Si``)."""
    while "\n" not in reading.gap(i) and (end := degree_end(reading, i)) > i:
        i = end
    return i


def strip_titles(name: str) -> str:
    """``name`` without honorifics and ranks before it and degrees behind it.

    >>> strip_titles("Drs. H. Amir Lubis, M.Si")
    'Amir Lubis'
    """
    parts = name.split()
    while len(parts) > 1 and parts[0].rstrip(".,").lower() in _single_honorifics():
        parts = parts[1:]
    while len(parts) > 1 and SURROUNDINGS.sub("", parts[-1]) in read_words("degrees.txt"):
        parts = parts[:-1]
    return " ".join(parts).strip(" ,")


def looks_like_initials(words: tuple[str, ...]) -> bool:
    """Whether ``words`` are initials only ("AB", "M S"): persons known so are not named."""
    return all(
        INITIALS.fullmatch(word) and (len(word) < 3 or word.lower() in ABBREVIATED or not is_name_word(word))
        for word in words
    )


def _continues(reading: Reading, first: int, i: int, posts: Set[int]) -> bool:
    """Whether word ``i`` belongs to the name that begins at word ``first``."""
    if i >= len(reading) or reading.covered(i):
        return False
    word = reading.words[i]
    written = word[0].isupper() and (word.isalpha() or APOSTROPHE.search(word) is not None)
    written = written and BRAND.search(word) is None
    if i == first:
        return written and i not in posts and _begins(reading, i)
    if not joined(reading, i):
        return False
    if word.islower() or word.lower() in cue_words("part"):
        return reading.gap(i) == "-" or _leads_on(reading, i)
    if word == STATE_NAME and _closes_name(reading, first, i):
        return True
    return written and (i not in posts or is_name_word(word)) and not _ends_before(reading, i)


def _leads_on(reading: Reading, i: int) -> bool:
    """Whether word ``i`` is a part of a name with a capital behind it: ``Amir bin Umar``, ``Donny van de Beek``."""
    if reading.lower(i) not in cue_words("part"):
        return False
    last = i + 1 + (reading.lower(i + 1) in cue_words("part") and joined(reading, i + 1))
    return reading.capital(last) and joined(reading, last)


def _closes_name(reading: Reading, first: int, i: int) -> bool:
    """Whether word ``i`` is the last of a name that is one without it: ``I Gusti Ngurah Amir Negara menilai``."""
    last = reading.gap(i + 1) not in INSIDE_GAPS or not reading.capital(i + 1)
    known = any(is_name_word(word) for word in reading.words[first:i])
    return last and known and not any(is_common_word(word) for word in reading.words[first:i])


def _begins(reading: Reading, i: int) -> bool:
    """Whether a name may begin with word ``i``."""
    if is_other_word(reading.words[i]) or _acronym_before(reading, i) or numbers_party(reading, i):
        return False
    return degree_end(reading, i) == i and not _honorific(reading, i)


def begins_balinese(reading: Reading, i: int) -> bool:
    """Whether word ``i`` begins a Balinese name and is no number: ``mahasiswa I Made Amir``."""
    return reading.words[i] == "I" and reading.lower(i + 1) in BALINESE and reading.gap(i + 1) in INSIDE_GAPS


def numbers_party(reading: Reading, i: int) -> bool:
    """Whether word ``i`` is the number of a party to a case: ``Teradu IV``, ``Terdakwa I``."""
    if not ROMAN.fullmatch(reading.words[i]) or reading.gap(i) not in INSIDE_GAPS or begins_balinese(reading, i):
        return False
    return reading.lower(i - 1) in cue_words("party") and reading.capital(i - 1)


def _acronym_before(reading: Reading, i: int) -> bool:
    """Whether word ``i`` is an acronym with a word in lower case behind it: the name begins later."""
    word = reading.words[i]
    if len(word) < LONG_ACRONYM or not word.isupper() or is_name_word(word):
        return False
    return reading.capital(i + 1) and not reading.words[i + 1].isupper() and reading.gap(i + 1) in INSIDE_GAPS


def _ends_before(reading: Reading, i: int) -> bool:
    """Whether the capitalised word ``i``, joined to a name, is no part of it."""
    word = reading.words[i]
    if word.lower() in cue_words("body"):
        return True
    if len(word) > 1 and (degree_end(reading, i) > i or (_honorific(reading, i) and not is_name_word(word))):
        return True
    if not is_common_word(word):
        return False
    last = reading.gap(i + 1) not in INSIDE_GAPS or not reading.capital(i + 1)
    stops = word.lower() in read_words("person_stop_words.txt") or VERB.fullmatch(word.lower())
    if stops or word.endswith("nya"):
        return True
    return not is_name_word(reading.words[i - 1] if last else reading.words[i + 1])


def joined(reading: Reading, i: int) -> bool:
    """Whether word ``i`` follows the word before it in one name: ``M. Amir``, ``Al-Amin``, ``Amir Lubis``."""
    gap, before = reading.gap(i), reading.words[i - 1]
    if gap in INSIDE_GAPS:
        return True
    if gap in (". ", "."):
        shouted = before.isupper() and not reading.words[i].isupper()  # "keluarga MUH. Namun"
        return len(before) == 1 or (before.lower() in ABBREVIATED and not shouted and not _ends_name(reading, i - 1))
    if gap in OPENING or gap in CLOSING:
        return _quoted(reading, i if gap in OPENING else i - 1)
    return gap == "-" and (before.lower() in HYPHENATED or _hyphened(reading, i))


def _hyphened(reading: Reading, i: int) -> bool:
    """Whether a hyphen joins word ``i`` to the name before it: ``Shin Tae-yong``, ``Jean-Claude Juncker``.

    It parts two people more often: not where both are named by themselves too, or in full (``Amir Lubis-Budi Hakim``).
    """
    before, word = reading.words[i - 1], reading.words[i]
    if not reading.capital(i - 1) or BRAND.search(before) or not word.isalpha():
        return False
    led = reading.gap(i - 1) in INSIDE_GAPS and reading.capital(i - 2) and not reading.covered(i - 2)
    if word.islower():
        return led and len(word) in SYLLABLES and word not in SUFFIXES and word != before.lower()
    names = (before, word)
    if any(name in reading.alone or is_common_word(name) for name in names) or not reading.used.isdisjoint(PAIRS):
        return False
    led = led and not is_other_word(reading.words[i - 2])
    followed = reading.gap(i + 1) in INSIDE_GAPS and reading.capital(i + 1) and not reading.covered(i + 1)
    followed = followed and not is_other_word(reading.words[i + 1])
    return led != followed and sum(map(is_name_word, names)) <= followed


def _ends_name(reading: Reading, i: int) -> bool:
    """Whether the abbreviation at word ``i`` stands last in a name: the full stop ends the sentence."""
    return reading.lower(i) in ("md", "jr") and reading.capital(i - 1) and reading.gap(i) in INSIDE_GAPS


def _quoted(reading: Reading, i: int) -> bool:
    """Whether word ``i`` is a nickname in quotation marks inside a name: Amir “Ucok” Lubis."""
    inside = reading.gap(i) in OPENING and reading.gap(i + 1) in CLOSING
    return inside and reading.capital(i - 1) and reading.capital(i + 1)


def _honorific(reading: Reading, i: int) -> bool:
    hit = honorific_phrases().longest(reading, i)
    return hit is not None and hit[1] != "branch"


@cache
def _single_honorifics() -> frozenset[str]:
    return frozenset(row["surface"].lower() for row in read_tsv("honorifics.tsv", "surface", "kind"))
