"""Subjects: the noun phrase before an active cue that names who speaks ("Ketua Panitia Amir mengatakan")."""

import re

from extract.record import Mention, MentionType
from extract.speech.passage import Passage
from extract.speech.quotes import stripped
from extract.speech.small_words import after_connective, noun_kind, phrase_words, pronoun_before
from extract.speech.sources import WORD, Kind, Source, speaks_for

LONGEST_DESCRIPTION = 12

# What may stand between a name and its cue: brackets and degrees; or a clause, a circumstance, company.
TOUCHES = re.compile(r"(?:[\s,.]*\([^()]{1,60}\)|[\s,.]*(?:[A-Z][A-Za-z]{0,4}\.?)(?=[\s,.(]|\Z))*[\s,.]*\Z")
BETWEEN = re.compile(
    r"\s*(?:,|yang\s|\()"
    r"|\s+(?:dalam|pada|di|dikesempatan|melalui|lewat|saat|ketika|usai|didampingi|bersama|secara|dengan|atas)"
    r"\s[^,]{1,60}\Z"
    r"|\s+(?:dan|serta)\s(?:[a-z]+\s*){1,4}\Z"
)
CLAUSE = re.compile(r"[ ,.()]*[\s,](?:yang|usai|saat|ketika|setelah|didampingi|bersama)\s")
ASIDE = re.compile(r"\s+(?:dalam|saat|ketika|usai|seusai|melalui|lewat)\s[^,]{1,60}\Z")
DATE = re.compile(
    r",?\s*(?:pada\s+)?(?:hari\s+)?(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\b"
    r"(?:\s+(?:pagi|siang|sore|malam))?[\s,]*"
    r"(?:\([^()]*\)|\d{1,2}\s+\w+\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4})?\s*,?\s*\Z"
)
MANNER = re.compile(
    r"\b(?:dengan|secara)\s+(?:\w+\s+)?"
    r"(?:te\w+|jelas|gamblang|lantang|rinci|khusus|umum|singkat|lugas|lisan|resmi)\Z"
)
# "Penunjukan Amir menegaskan …": an action has no voice.
ACTION = re.compile(r"[PpKk]e\w+an\Z")
OPENS = frozenset({"dalam", "pada", "saat", "di", "ketika"})
JOINS = frozenset({"dan", "sekaligus", "selaku"})
FROM = frozenset({"dari", "di", "pada", "untuk"})


def source_before(passage: Passage, start: int, cue: int) -> Source | None:
    """The subject of an active cue, in the clause that begins at ``start`` and ends where the cue begins."""
    text = passage.text
    end = without_adverbs(text, start, cue)
    start = _without_opening(text, start, end)
    if (pronoun := pronoun_before(text, start, end)) is not None:
        return Source(start=pronoun, end=end, kind=Kind.PRONOUN)
    names = [name for name in passage.names_in(start, end) if _may_speak(passage, start, name)]
    described = _described(text, start, end)
    if not names:
        return described
    if described and "," not in text[end:cue] and _stands_alone(passage, start, described):
        return described
    return _subject_among(passage, start, end, names)


def _stands_alone(passage: Passage, start: int, described: Source) -> bool:
    """Whether a description stands behind a comma and holds no name: "Mendengar Amir, jaksa (bertanya)"."""
    behind_comma = passage.text[start : described.start].rstrip().endswith(",")
    return behind_comma and not passage.names_in(described.start, described.end)


def without_adverbs(text: str, start: int, end: int) -> int:
    """The end of what stands before the adverbs, commas and dates in front of a cue."""
    while True:
        while end > start and text[end - 1] in " ,\t\xa0":
            end -= 1
        word = re.compile(r"[\w-]+\Z").search(text, max(start, end - 24), end)
        if manner := MANNER.search(text, max(start, end - 30), end):
            end = manner.start()
        elif word and word[0].lower() in phrase_words("adverb"):
            end = word.start()
        elif date := DATE.search(text, max(start, end - 60), end):
            end = date.start()
        else:
            return end


def _may_speak(passage: Passage, start: int, name: Mention) -> bool:
    """Whether a name could be the subject: one that can speak, unquoted, no paper that is quoted from."""
    words = passage.text[start : name.start].split()
    quoted_from = bool(words) and words[-1].lower() in phrase_words("quoting")
    return passage.speaks(name) and not quoted_from and not passage.quote_around(name.start)


def _subject_among(passage: Passage, start: int, end: int, names: list[Mention]) -> Source | None:
    """The source at the name that is the subject; None where none of them is."""
    text = passage.text
    chosen = _nearest(text, end, names)
    if chosen is None:
        return _described(text, start, end)
    head = _phrase_start(passage, start, chosen)
    before = text[start:head].split()
    if before and before[-1].lower() in phrase_words("away"):
        others = [name for name in names if name.end <= head]
        return _subject_among(passage, start, others[-1].end, others) if others else None
    if chosen.type is MentionType.INSTITUTION and not speaks_for(text[head : chosen.start]):
        return Source(start=head, end=chosen.end, kind=Kind.DESCRIPTION)
    first = text[head : chosen.start].split()[:1] or before[-1:]
    if first and ACTION.match(first[0]) and noun_kind(first[0].lower()) is None:
        return None
    return _with_partner(passage, start, head, chosen, names)


def _nearest(text: str, end: int, names: list[Mention]) -> Mention | None:
    """The first name where a clause hangs on it ("X yang …"), else the last where it reaches the cue."""
    if CLAUSE.match(text, names[0].end, end):
        return names[0]
    last = names[-1]
    return last if TOUCHES.match(text, last.end, end) or BETWEEN.match(text, last.end, end) else None


def _with_partner(passage: Passage, start: int, head: int, chosen: Mention, names: list[Mention]) -> Source:
    """The source of the chosen name, together with the person joined to it: "X dan Y"."""
    for other in names:
        joined = other.type is chosen.type is MentionType.PERSON
        if joined and passage.text[other.end : head].strip() == "dan":
            first = _phrase_start(passage, start, other)
            return Source(start=first, end=chosen.end, kind=Kind.NAME, keys=(other.target, chosen.target))
    return Source(start=head, end=chosen.end, kind=Kind.NAME, keys=(chosen.target,))


def _phrase_start(passage: Passage, start: int, name: Mention) -> int:
    """Where the noun phrase of a name begins: posts, ranks and bodies before it, back to another person."""
    text, at = passage.text, name.start
    persons = (other for other in passage.names_in(start, at) if other.type is MentionType.PERSON)
    start = max((other.end for other in persons), default=start)
    while True:
        left = text[start:at].rstrip(" ")
        comma = left.endswith(",")
        if comma and name.type is MentionType.INSTITUTION:
            return at
        inner = left.rstrip(", ")
        end = start + len(inner)
        word = inner.rsplit(None, 1)[-1] if inner else ""
        if body := _body_ending(passage, start, end):
            at = body.start
        elif word and (_titles(word, comma=comma) or _origin(inner, word, comma=comma)):
            at = end - len(word)
        else:
            return at + len("dan ") * text.startswith("dan ", at)


def _body_ending(passage: Passage, start: int, end: int) -> Mention | None:
    """The institution or region whose name ends exactly there."""
    for name in passage.names_in(start, end):
        if name.end == end and name.type is not MentionType.PERSON:
            return name
    return None


def _titles(word: str, *, comma: bool) -> bool:
    """Whether a word before a name belongs to its phrase: a noun for speakers, or (no comma) a capital."""
    bare = word.strip("().").lower()
    if bare == "dan":
        return not comma
    if bare in phrase_words("stop"):
        return False
    if noun_kind(bare):
        return True
    return not comma and (word.strip("(")[:1].isupper() or bare in JOINS or bare.isdigit())


def _origin(before: str, word: str, *, comma: bool) -> bool:
    """Whether the word is the "dari" of "peneliti dari Pusat Kajian, X"."""
    words = before[: -len(word)].split()
    return not comma and word.lower() in FROM and bool(words) and noun_kind(words[-1].lower()) is not None


def _described(text: str, start: int, end: int) -> Source | None:
    """A subject without a name of its own: "Wali kota", "Seorang warga", "Dalam sambutannya Bupati"."""
    comma = text.rfind(", ", start, end)
    start, end = stripped(text, comma + 2 if comma >= 0 else start, end)
    start = stripped(text, _without_opening(text, start, end), end)[0]
    begin = _noun_start(text, start, end)
    if begin is None:
        return None
    if aside := ASIDE.search(text, begin, end):
        end = aside.start()
    words = text[begin:end].lower().split()
    if len(words) > LONGEST_DESCRIPTION or words[-1] in phrase_words("stop") - phrase_words("pointing"):
        return None
    return Source(start=begin, end=end, kind=Kind.DESCRIPTION)


def _noun_start(text: str, start: int, end: int) -> int | None:
    """Where the noun of a subject begins: at once, or behind "Dalam keterangannya", "Saat itu"."""
    previous = ""
    for match in WORD.finditer(text, start, end):
        word = match[0].rstrip(".").lower()
        if noun_kind(word) and (not previous or previous.endswith(("nya", "itu", "tersebut", "ini"))):
            return match.start()
        if not previous and word not in OPENS:
            return None
        previous = word
    return None


def _without_opening(text: str, start: int, end: int) -> int:
    """The start of what follows a connective ("Sementara itu, …", "Namun …")."""
    opening = after_connective(text, start, end)
    return start if opening is None else stripped(text, opening, end)[0]
