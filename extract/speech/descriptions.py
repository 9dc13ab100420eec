"""Descriptions: subjects without a name of their own, as "Wali kota", "Seorang warga", "37 guru besar"."""

import re

from extract.speech.quotes import stripped
from extract.speech.small_words import after_connective, noun_kind, phrase_words
from extract.speech.sources import WORD, Kind, Source

LONGEST_DESCRIPTION = 12
LONGEST_POINTED = 18  # words of one that ends in a pointer: "Gadis yang masih duduk di bangku sekolah itu"

# Inside a subject such a word shows a clause: "Hambatannya karena keengganan warga (mengakui)".
CLAUSE_WORD = re.compile(r"\b(?:karena|lantaran|tidak|tak|bukan|adalah|ialah|merupakan|boleh|harus|dapat|bisa|akan)\b")
# "Bupati, dalam sambutannya (mengatakan)".
SET_ASIDE = re.compile(r",\s(?:dalam|saat|ketika|usai|seusai|melalui|lewat|kepada|pada)\s[^,]{1,60}\Z")
ASIDE = re.compile(r"\s+(?:dalam|saat|ketika|usai|seusai|melalui|lewat)\s[^,]{1,60}\Z")
OPENS = frozenset({"dalam", "pada", "saat", "di", "ketika"})
# "Berdasarkan Pasal 6 (menyebutkan)": many write so for "Pasal 6 menyebutkan".
QUOTED_FROM = frozenset({"dalam", "pada", "berdasarkan", "sesuai", "menurut"})
ONE_OF_THEM = ["salah", "satunya"]  # of things that are said, more often than of people
COUNTED = re.compile(r"(?:Sebanyak |Ada )?((?:[2-9]|\d{2,4}) (?:orang )?)")


def described_subject(text: str, start: int, end: int) -> Source | None:
    """A subject without a name of its own: "Wali kota", "Seorang warga", "Dalam sambutannya Bupati"."""
    return _phrase_in(text, start, end) or _phrase_in(text, start, _without_aside(text, start, end))


def _without_aside(text: str, start: int, end: int) -> int:
    """Where "Bupati Sukamaju, dalam sambutannya (mengatakan)" has its comma."""
    aside = SET_ASIDE.search(text, start, end)
    return aside.start() if aside else start


def _phrase_in(text: str, start: int, end: int) -> Source | None:
    """The noun phrase for a speaker behind the last comma."""
    comma = text.rfind(", ", start, end)
    start, end = stripped(text, comma + 2 if comma >= 0 else start, end)
    start = stripped(text, past_connective(text, start, end), end)[0]
    if (word := WORD.match(text, start, end)) and word[0].lower() in phrase_words("adverb"):
        start = stripped(text, word.end(), end)[0]
    begin = _noun_start(text, start, end)
    if begin is None:
        return None
    if aside := ASIDE.search(text, begin, end):
        end = aside.start()
    words = text[begin:end].lower().split()
    longest = LONGEST_POINTED if words[-1] in phrase_words("pointing") else LONGEST_DESCRIPTION
    if len(words) > longest or words == ONE_OF_THEM or words[-1] in phrase_words("stop") - phrase_words("pointing"):
        return None
    if CLAUSE_WORD.search(text, begin, end) and "yang" not in words:
        return None
    return Source(start=begin, end=end, kind=Kind.DESCRIPTION)


def _noun_start(text: str, start: int, end: int) -> int | None:
    """Where the noun of a subject begins: at once, or behind "Dalam keterangannya", "Saat itu"."""
    previous = ""
    for match in WORD.finditer(text, start, end):
        word = match[0].rstrip(".").lower()
        if noun_kind(word) and (not previous or previous.endswith(("nya", "itu", "tersebut", "ini"))):
            return match.start()
        if noun_kind(word) == "document" and previous in QUOTED_FROM:
            return match.start()
        if noun_kind(word) and (number := COUNTED.match(text, start, match.start())):
            return number.end() - len(number[1])
        if not previous and word not in OPENS | QUOTED_FROM and not COUNTED.match(text, start, end):
            return None
        previous = word
    return None


def past_connective(text: str, start: int, end: int) -> int:
    """The start of what follows a connective ("Sementara itu, …", "Namun …")."""
    opening = after_connective(text, start, end)
    return start if opening is None else stripped(text, opening, end)[0]
