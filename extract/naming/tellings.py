"""Tellings: the words by which a sentence tells that somebody holds an office: "yang kemudian dilantik menjadi"."""

from functools import cache

from extract.lexicon import read_tsv
from extract.naming.names import INSIDE_GAPS
from extract.naming.phrases import Phrases
from extract.naming.reading import Reading

PRONOUNS = frozenset({"ia", "dia", "beliau"})
PAST = frozenset({"pernah", "sempat", "dulu", "dulunya", "sebelumnya", "semula"})
THEN = frozenset({"ketika", "saat", "semasa", "sewaktu"})
CONDITIONS = frozenset({"jika", "kalau", "bila", "apabila", "agar", "supaya"})  # "jika ia menjadi Bupati"
POINTING = frozenset({"itu", "ini", "tersebut"})
MOST_ADVERBS = 4  # before the verb: "yang dulu juga pernah sempat"
LONGEST_TELLING = 9  # words
LONGEST_SUBJECT = 7  # words: "Pria kelahiran Kulon itu"


def telling_end(reading: Reading, i: int) -> int:
    """The number of the word after the telling that begins at word ``i``; ``i`` if none does.

    Handles ``menjabat``, ``pernah menduduki jabatan sebagai``, ``kemudian dilantik menjadi``, ``yang semula``; not
    ``dilantik`` without ``sebagai``, ``meninggalkan`` without ``jabatan``, nor an adverb alone.
    """
    if reading.lower(i) not in _first_words():
        return i
    start = i + (reading.lower(i) == "yang")
    verb = past_adverbs(reading, start)
    made = _past(reading, "making", verb)
    held = _past(reading, "holding", made)
    left = _past(reading, "leaving", made)
    seat = _past(reading, "seat", max(held, left))
    end = _past(reading, "as", seat)
    if held > made or end > seat > verb or seat > left > made:
        return end
    return verb if verb > start > i else i


def is_past(reading: Reading, start: int, end: int) -> bool:
    """Whether the telling of words ``start`` to ``end`` (exclusive) says that an office was held once."""
    words = reading.lowers[start:end]
    if words and words[0] in THEN and "menjabat" in words:  # "ditangani Amir ketika menjabat Camat"
        return True
    return not PAST.isdisjoint(words) or any(_past(reading, "leaving", i) > i for i in range(start, end))


def past_adverbs(reading: Reading, i: int) -> int:
    """The number of the first word from ``i`` on that is no adverb of a telling: ``lalu kembali (menjadi)``."""
    for _ in range(MOST_ADVERBS):
        i = _past(reading, "adverb", i)
    return i


def is_told(reading: Reading, i: int) -> bool:
    """Whether a telling about somebody named before ends right before word ``i``.

    Handles ``Ia pernah menjabat``, ``Kariernya dimulai sebagai``, ``Pria kelahiran Kulon itu kemudian menjadi``; not
    ``jika ia menjadi``.
    """
    starts = range(i - 1, max(0, i - LONGEST_TELLING), -1)
    return any(_subject_before(reading, verb) for verb in starts if telling_end(reading, verb) == i)


def _subject_before(reading: Reading, verb: int) -> bool:
    """Whether a pronoun or noun that stands for somebody named before ends right before word ``verb``."""
    if reading.gap(verb) not in INSIDE_GAPS:  # "kata dia, merupakan"
        return False
    last, before = reading.lower(verb - 1), reading.lower(verb - 2)
    if last in PRONOUNS:
        return before not in CONDITIONS
    if last in _words("career") or before in _words("career"):
        return last.endswith("nya")
    return last in POINTING and _person_before(reading, verb - 1)


def _person_before(reading: Reading, end: int) -> bool:
    """Whether a noun for a person, with words that describe it, ends before word ``end``: ``pria kelahiran Kulon``."""
    for i in range(end - 1, max(0, end - LONGEST_SUBJECT), -1):
        if reading.gap(i + 1) not in INSIDE_GAPS:
            return False
        if reading.lower(i) in _words("person"):
            return True
        if reading.lower(i) == "yang":  # "pria yang ditangkap itu" is somebody else
            return False
        if reading.capital(i) and not reading.covered(i):  # "pria yang disapa Kang Amir itu"
            return False
    return False


def _past(reading: Reading, part: str, i: int) -> int:
    """The number of the word after one of ``part`` at word ``i``; ``i`` if there is none."""
    hit = _phrases(part).longest(reading, i)
    return hit[0] if hit is not None else i


@cache
def _first_words() -> frozenset[str]:
    """The words that a telling can begin with."""
    begun = (word for part in ("adverb", "holding", "making", "leaving") for word in _words(part))
    return frozenset({"yang"} | {word.split()[0].partition("-")[0] for word in begun})


@cache
def _words(part: str) -> frozenset[str]:
    rows = read_tsv("telling_words.tsv", "word", "part")
    return frozenset(row["word"] for row in rows if row["part"] == part)


@cache
def _phrases(part: str) -> Phrases[str]:
    """The words of one part, to be looked for in a text."""
    return Phrases((word, part) for word in sorted(_words(part)))
