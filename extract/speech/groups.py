"""Groups: whom "mereka", "para warga ini" and "lembaga itu" stand for, by the sentence before."""

import re

from extract.record import MentionType, Offsets
from extract.speech.clauses import is_predicate
from extract.speech.passage import Passage
from extract.speech.small_words import after_connective, is_plural, noun_kind, phrase_words
from extract.speech.sources import WORD

MANY = re.compile(
    r"(?:para|kedua|ketiga|keempat|massa|kalangan|belasan|puluhan|ratusan|ribuan)\b"
    r"|(?:sopir|pengemudi|suami|istri|ayah|bapak|ibu|kakak|adik|pria|pelaku|korban)\sdan\s\w+",
    re.IGNORECASE,
)
BODY = re.compile(
    r"(?:(?P<company>perusahaan)|(?P<party>partai)|(?P<ngo>organisasi|ormas|yayasan|komunitas|asosiasi))\s\w+",
    re.IGNORECASE,
)
NEW_FACE = ("seorang", "salah", "sejumlah", "beberapa")
ENDS = ("stop", "adverb", "barrier", "plain")  # words that end a subject
LONGEST_NAME = 8  # words


def is_group(noun: str) -> bool:
    """Whether a word in lower case calls a group that was spoken of before: "polisi", but not "seorang (warga)"."""
    return is_plural(noun) or (noun_kind(noun) == "group" and noun not in NEW_FACE)


def is_one(noun: str) -> bool:
    """Whether a noun in lower case calls a single person without a name: "seorang (warga)", "penyanyi"."""
    return noun in NEW_FACE[:2] or noun_kind(noun) in {"post", "person"}


def names_many(words: str) -> bool:
    """Whether a source without a name is more than one: "para mahasiswa ini", "ratusan warga itu"."""
    return MANY.match(words) is not None


def pointed_body(passage: Passage, words: str, at: int) -> str:
    """The body that "partai ini" at ``at`` points at: the only one in the sentence before, if of that kind; or ""."""
    number, noun = passage.sentence_of(at) - 1, BODY.fullmatch(words)
    if number < 0 or noun is None:
        return ""
    names = passage.names_in(*passage.sentences[number])
    bodies = {name.target for name in names if name.type is MentionType.INSTITUTION}
    return next((body for body in bodies if passage.entities[body].kind == noun.lastgroup and len(bodies) == 1), "")


def group_before(passage: Passage, at: int) -> str:
    """What a group is called that the sentence before is about: "Para pelajar (turun ke jalan). Mereka …"; or ""."""
    number = passage.sentence_of(at) - 1
    if number < 0:
        return ""
    start, end = _subject(passage.text, *passage.sentences[number])
    words = passage.text[start:end].split()
    named = any(name.type is not MentionType.REGION for name in passage.names_in(start, end))
    return passage.text[start:end] if words and not named and noun_kind(words[0].lower()) == "group" else ""


def _subject(text: str, start: int, end: int) -> Offsets:
    """The first words of a sentence, up to its verb or a word that ends a noun phrase."""
    start = after_connective(text, start, end) or start
    closing = frozenset().union(*(phrase_words(role) for role in ENDS))
    begin, at = None, start
    for number, word in enumerate(WORD.finditer(text, start, end)):
        low = word[0].lower()
        pause = begin is not None and text[at : word.start()].strip()
        if number == LONGEST_NAME or pause or low in closing or (is_predicate(low) and noun_kind(low) is None):
            break
        begin, at = word.start() if begin is None else begin, word.end()
    return (start, start) if begin is None else (begin, at)
