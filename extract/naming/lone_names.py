"""Names of persons that a text uses by themselves: they tell where the name of an institution ends."""

import re
from collections.abc import Set

from extract.naming.name_words import is_name_word, is_other_word

LONE = re.compile(r"(?<![A-Z]\w)(?<!\w[-'’])(?:(?<=[a-z,.] )|(?<=[\n\"“]))[A-Z][a-z]+(?= [a-z]|[,.]\s)")
LAST_WORD = re.compile(r"[^\W\d_]+$")
LONGEST_WORD = 20
NEXT_WORDS = re.compile(r"[ \n]([A-Z][a-z]+)(?: ([A-Z][a-z]+))?")


def lone_names(text: str) -> frozenset[str]:
    """The name words that stand somewhere in ``text`` without another capitalised word beside them.

    >>> sorted(lone_names("Ketua Forum Pasar Yoseph Manuama hadir. Yoseph menambahkan, Asosiasi setuju."))
    ['Yoseph']
    """
    return frozenset(filter(is_name_word, LONE.findall(text)))


def person_follows(text: str, end: int, lone: Set[str]) -> bool:
    """Whether a person's name follows ``end``: its first or second word stands alone elsewhere.

    Handles ``Ketua Forum Pasar Yoseph Manuama`` (later ``Yoseph``) and ``… Sri Wahyudi`` (later ``Wahyudi``), but
    not the name that an institution bears: behind a name word no other begins (``Universitas Yusuf Wahyudi``).
    """
    words = NEXT_WORDS.match(text, end)
    if words is None or not is_name_word(words[1]) or lone.isdisjoint(words.groups()):
        return False
    last = LAST_WORD.search(text[max(0, end - LONGEST_WORD) : end])
    return last is None or not is_name_word(last[0])


def name_follows(text: str, end: int) -> bool:
    """Whether a word that is a name and nothing else follows ``end``."""
    words = NEXT_WORDS.match(text, end)
    return words is not None and _only_name(words[1])


def full_name_follows(text: str, end: int) -> bool:
    """Whether two words follow ``end`` that are names and nothing else, behind a word that is none.

    Handles ``Perusahaan Umum Daerah Tirta Kulon Rizky Hidayatullah``; not ``Yayasan Budi Santoso``, whose first
    word is already the name it bears.
    """
    words = NEXT_WORDS.match(text, end)
    if words is None or words[2] is None or not all(map(_only_name, words.groups())):
        return False
    last = LAST_WORD.search(text[max(0, end - LONGEST_WORD) : end])
    return last is None or not is_name_word(last[0])


def _only_name(word: str) -> bool:
    return is_name_word(word) and not is_other_word(word)
