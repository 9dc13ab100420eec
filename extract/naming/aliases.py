"""Aliases: another name of a person right behind the name: "Amir Lubis alias Kumis", "Amir Lubis (AL)"."""

import re

from extract.naming.person_cues import cue_words
from extract.naming.reading import Reading

INITIALS = re.compile(r"\s?\((?P<letters>[A-Z]{2,4})\)")
NICKNAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?\)")
OR = " atau "
PARTIES = ("saudara", "Saudara", "tersangka", "Tersangka", "terdakwa", "Terdakwa", "saksi", "Saksi")
FARTHEST_USE = 3000  # characters from initials to where they stand alone
FARTHEST_ALIAS = 5  # words


def is_alias(reading: Reading, end: int, start: int, *, short: bool = False) -> bool:
    """Whether the name at word ``start`` is another one of the person named before word ``end``.

    Args:
        reading: The article.
        end: The word behind the first name.
        start: The first word of the other.
        short: Whether "atau" may stand between them, which otherwise gives a choice of two people.
    """
    if start - end > FARTHEST_ALIAS:
        return False
    between = reading.text[reading.ends[end - 1] : reading.starts[start]]
    if between in (" (", "(") and NICKNAME.match(reading.text, reading.starts[start]):
        return True
    called = between.strip(" ,(“\"'").lower().removeprefix(OR.lstrip())
    return called in cue_words("alias") or (short and between == OR)


def initials_behind(reading: Reading, start: int, end: int) -> bool:
    """Whether the word behind the name of words ``start`` to ``end`` is its initials in brackets.

    Prosecutors take other letters of the name as well, in its order, and go on so: ``Iswan Lubis (ISW) … saudara ISW``.
    """
    match = INITIALS.match(reading.text, reading.ends[end - 1])
    if match is None:
        return False
    letters, words = match["letters"], reading.words[start:end]
    if letters == "".join(word[0] for word in words).upper():
        return True
    left = iter("".join(words).upper())
    if letters[0] != words[0][0].upper() or not all(letter in left for letter in letters):
        return False
    behind = reading.text[match.end() : match.end() + FARTHEST_USE].replace("\n", " ")
    return any(f"{party} {letters} " in behind for party in PARTIES)
