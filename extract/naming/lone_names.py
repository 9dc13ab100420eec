"""Names of persons that a text uses by themselves: they tell where the name of an institution ends."""

import re
from collections.abc import Set

from extract.naming.names import is_name_word

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
