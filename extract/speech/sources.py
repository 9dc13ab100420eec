"""Sources: the noun phrase behind a cue that names who speaks ("kata Ketua Panitia, Amir Hakim")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from extract.lexicon import read_words
from extract.record import Mention, MentionType
from extract.speech.cues import Content, Form, find_cues
from extract.speech.passage import Passage
from extract.speech.post_words import relation_words
from extract.speech.quotes import stripped
from extract.speech.small_words import noun_kind, phrase_words, pronoun_at

# How far a phrase may reach: in words, and from a comma to the name behind it in characters.
LONGEST_PHRASE = 14
FARTHEST_NAME = 90
FARTHEST_TITLES = 16

WORD = re.compile(r"[\w/&.’'-]*\w\.?|&")
OPENING = re.compile(r"[\s,]*(?:(?:langsung|oleh|dari|bunyi|isi)\s+)*", re.IGNORECASE)
THROUGH = re.compile(r"[\s,]+(?:melalui|lewat)\s+(?:seorang\s+)?")
POINTER = re.compile(r"(?:\s\([^()]{1,40}\))?\s(?:itu|ini|tersebut)\b")
CALLING = re.compile(r"\syang\s(?:(?:akrab|biasa|kerap|karib|sering)\s)?(?:disapa|dipanggil)\s(?:akrab\s)?")
CHILDREN = frozenset({"Putra", "Putri", "Putera", "Puteri"})
ONCE = frozenset({"mantan", "eks", "bekas"})
# "jubir KPK saat itu, Amir".
THEN = re.compile(r"(?:saat|waktu|ketika|kala)\s(?:itu|tersebut)(?=,\s[A-Z])")
OF = re.compile(r"dari\s")
CLOSED = re.compile(
    r"\s?(?:\([^()]{1,40}\))?\s?(?:[.\n]|\Z|,\s(?:saat|ketika|kala|usai|di|dalam|kepada|pada|melalui|lewat|Senin|Selasa|Rabu|Kamis"
    r"|Jumat|Sabtu|Minggu)\b)"
)
# "Menurut ketua panitia itu, Amir, pasar ramai": the name tells more of the speaker; not of who is spoken of.
APPOSED = re.compile(r",\s(?!(?:yang|warga|anak|istri|suami|asal|bersama|dan|serta|selaku|sebagai|seorang)\b)[a-z]")
# Between a place or a client and the name behind it: ", Drs H ".
TITLES = re.compile(r", (?:[A-Z][a-z]{0,3}\.? )*")
# Verbs in lower case end a phrase; the pattern leaves nouns such as "menteri" and "direktur" alone.
VERB = re.compile(r"(?:me[mnlrwy]\w{4,}|di(?:ke|pe|te|se|ja|ta|da|be|hu|tu)\w{4,}|ter\w{4,}|ber\w{4,})\Z")


class Kind(StrEnum):
    """What a source is called by."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The noun phrase at an attribution.

    Attributes:
        start: Its first character, post and honorific included.
        end: One past its last.
        kind: Whether a name, a pronoun or another noun phrase is read as the speaker.
        keys: For names, the entities named: one, or two who speak together.
    """

    start: int
    end: int
    kind: Kind
    keys: tuple[str, ...] = ()


def source_after(passage: Passage, start: int, end: int, *, any_noun: bool = False) -> Source | None:
    """The speaker right behind a cue: "(kata) Ketua Panitia, Amir", "(ujar) dia", "(kata) seorang warga".

    Args:
        passage: The article.
        start: Where the cue ends.
        end: How far the phrase may reach.
        any_noun: Whether a phrase without a name may begin with a noun the lexicon does not know.
    """
    start, end = stripped(passage.text, start, end)
    if opening := OPENING.match(passage.text, start, end):
        start = opening.end()
    if (pronoun := pronoun_at(passage.text, start, end)) is not None:
        return Source(start=start, end=pronoun, kind=Kind.PRONOUN)
    found = _called(passage, start, end, any_noun=any_noun)
    return found and (_spokesman(passage, found, end) or found)


def _called(passage: Passage, start: int, end: int, *, any_noun: bool) -> Source | None:
    """The speaker of a noun phrase with a noun or a name in it."""
    stop, bodies = start, []
    for item in _phrase(passage, start, end):
        if isinstance(item, int):
            stop = item
        elif item.type is MentionType.PERSON:
            speaker = _representative(passage, start, item, end)
            kin = kin_of(passage, start, item, end) if speaker is item else None
            return kin or _named(passage, start, speaker, end)
        else:
            stop = item.end
            bodies.append(item)
    for body in bodies:
        if passage.speaks(body) and speaks_for(passage.text[start : body.start]):
            return Source(start=start, end=body.end, kind=Kind.NAME, keys=(body.target,))
    if stop > start and (any_noun or _describes(passage.text[start:stop])):
        return Source(start=start, end=_past_calling(passage, stop, end), kind=Kind.DESCRIPTION)
    return None


def _past_calling(passage: Passage, at: int, end: int) -> int:
    """Where a description ends that tells what somebody is called: "(kata) pria yang akrab disapa Ucok ini"."""
    calling = CALLING.match(passage.text, at, end)
    name = passage.name_at(calling.end()) if calling else None
    if name is None or name.type is not MentionType.PERSON:
        return at
    pointer = POINTER.match(passage.text, name.end, end)
    return pointer.end() if pointer else name.end


def kin_of(passage: Passage, head: int, name: Mention, end: int) -> Source | None:
    """Somebody told by the name of another: "Istri Bupati Amir", "keponakan Amir ini"; None where that one speaks.

    A pointing word behind a name that is new may point at a partner of his: "cawapres Amir ini".

    Args:
        passage: The article.
        head: Where the noun phrase of the name begins.
        name: The name.
        end: How far the phrase may reach.
    """
    written = passage.text[head : name.start].split()
    pointer = POINTER.match(passage.text, name.end, end)
    called = frozenset() if pointer and len(written) > 1 else CHILDREN  # "Putri Amir" is a name
    words = [word.lower() for word in written if word not in called]
    words = words[1:] if words[:1] and words[0] in ONCE else words
    if name.type is not MentionType.PERSON or not words:
        return None
    partner = pointer and passage.is_new(name) and words[0] in phrase_words("partner")
    if phrase_words("kin").isdisjoint((words[0], words[-1])) and not partner:
        return None
    return Source(start=head, end=pointer.end() if pointer else name.end, kind=Kind.DESCRIPTION)


def _spokesman(passage: Passage, source: Source, end: int) -> Source | None:
    """Who speaks for the source: "(kata) Kapolres Amir melalui Kasi Humas Budi" is said by Budi."""
    through = THROUGH.match(passage.text, source.end, end)
    if through is None:
        return None
    for name in passage.names_in(through.end(), min(end, through.end() + FARTHEST_NAME)):
        if name.type is MentionType.PERSON:
            between = passage.text[through.end() : name.start].replace(",", " ").split()
            titled = between and all(word[0].isupper() or word == "dan" or noun_kind(word) for word in between)
            return Source(start=source.start, end=name.end, kind=Kind.NAME, keys=(name.target,)) if titled else None
    return None


def is_paper(text: str, source: Source) -> bool:
    """Whether the source is a rule or another paper: "surat itu", "Pasal 5"."""
    words = text[source.start : source.end].lower().split()
    return bool(words) and noun_kind(words[0]) == "document"


def speaks_for(before: str) -> bool:
    """Whether the words before an institution leave it the speaker: none, "pihak", "humas", …."""
    words = before.lower().split()
    return len(words) <= 2 and all(word in read_words("voices.txt") for word in words)


def _phrase(passage: Passage, start: int, end: int) -> Iterator[int | Mention]:
    """The names in a noun phrase and the ends of its other words, as far as it goes: never past its sentence."""
    text, at, words = passage.text, start, 0
    while at < end and words < LONGEST_PHRASE:
        if name := passage.name_at(at):
            yield name
            at = name.end
        elif (joint := THEN.match(text, at, end) or _of_kin(passage, start, at)) is not None:
            at = stripped(text, joint.end(), end)[0]
            continue
        elif text[at] in ",(":
            after = _beyond(passage, at, end)
            if after is None:
                return
            at = after
            continue
        elif (word := WORD.match(text, at, end)) and _may_stand(word[0]):
            at = word.end()
            yield _without_stop(word)
            if word[0].endswith(".") and at >= passage.sentences[passage.sentence_of(word.start())][1]:
                return
        else:
            if not (word and words and word[0].rstrip(".").lower() in phrase_words("pointing")):
                return
            yield _without_stop(word)
            after = _beyond(passage, word.end(), end) if text.startswith(",", word.end()) else None
            told = noun_kind(text[start:at].lower().split()[0]) in {"post", "person"}
            if after is None or not told or not _closes(passage, after, end):
                return
            at = after
            continue
        words += 1
        at = stripped(text, at, end)[0]


def _of_kin(passage: Passage, start: int, at: int) -> re.Match[str] | None:
    """The word between kin and a name: "ayah (dari) Amir"."""
    of = OF.match(passage.text, at)
    if of is None or not passage.name_at(of.end()):
        return None
    before = passage.text[start:at].lower().split()
    return None if phrase_words("kin").isdisjoint(before[-1:]) else of


def _without_stop(word: re.Match[str]) -> int:
    return word.end() - word[0].endswith(".")


def _beyond(passage: Passage, at: int, end: int) -> int | None:
    """Where the phrase goes on behind a comma before a name, or behind a bracket; None where it ends."""
    text = passage.text
    if text[at] == "(":
        close = text.find(")", at, min(end, at + FARTHEST_NAME))
        return None if close < 0 else stripped(text, close + 1, end)[0]
    after = stripped(text, at + 1, end)[0]
    for name in passage.names_in(after, min(end, after + FARTHEST_NAME)):
        if name.type is MentionType.PERSON:
            between = text[after : name.start].replace(",", " ").split()
            titled = all(word[0].isupper() or word == "dan" for word in between)
            return after if titled and not _begins_clause(text, name.end, end) else None
    return None


def _closes(passage: Passage, at: int, end: int) -> bool:
    """Whether the person named behind ``at`` ends a sentence or stands between commas: "itu, Amir."; no subject."""
    names = (name for name in passage.names_in(at, end) if name.type is MentionType.PERSON)
    name = next(names, None)
    if name is None:
        return False
    return (CLOSED.match(passage.text, name.end) or APPOSED.match(passage.text, name.end)) is not None


def _begins_clause(text: str, at: int, end: int) -> bool:
    """Whether a name is a subject, with a word of its clause behind it: "Kata Bupati, Amir (datang)".

    "Kata Bupati, Amir didampingi Budi" and "Menurut Bupati, Amir mengatakan" go on telling who speaks.
    """
    word = re.compile(r"\s+([a-z]\w+)").match(text, at, end)
    if word is None or word[1] in phrase_words("stop") | phrase_words("away"):
        return False
    cues = find_cues(text, *word.span(1))
    return not any(cue.form is Form.ACTIVE and cue.content is not Content.RULING for cue in cues)


def _may_stand(word: str) -> bool:
    """Whether a word may belong to the noun phrase behind a cue."""
    lower = word.rstrip(".").lower()
    if lower in phrase_words("stop"):
        return False
    if (
        lower in phrase_words("naming") | phrase_words("written")
        or word[0].isupper()
        or word[0].isdigit()
        or noun_kind(lower)
    ):
        return True
    return not VERB.match(lower)


def _representative(passage: Passage, start: int, person: Mention, end: int) -> Mention:
    """Who speaks for a client: "(kata) pengacara Amir, Budi Lubis" names Budi Lubis.

    A lone word between a post and a name in full is rather a place than a person: "Sekda Sukamaju, Amir Hakim".
    """
    text = passage.text
    before = text[start : person.start].lower().strip()
    other = next(iter(passage.names_in(person.end, min(end, person.end + FARTHEST_TITLES))), person)
    if other.type is not MentionType.PERSON or not TITLES.fullmatch(text, person.end, other.start):
        return person
    lone = bool(before) and " " not in person.text and " " in other.text and not _begins_clause(text, other.end, end)
    return other if lone or before.endswith(relation_words()) else person


def _named(passage: Passage, start: int, person: Mention, end: int) -> Source:
    """The source whose person is found; in "X dan Y" both speak."""
    if passage.text[person.end : person.end + 5] == " dan ":
        for second in passage.names_in(person.end + 5, min(end, person.end + 60))[:1]:
            if second.type is MentionType.PERSON and second.target != person.target:
                return Source(start=start, end=second.end, kind=Kind.NAME, keys=(person.target, second.target))
    return Source(start=start, end=person.end, kind=Kind.NAME, keys=(person.target,))


def _describes(phrase: str) -> bool:
    """Whether a phrase without a name may be a speaker: its noun is one, or it points back (pria itu)."""
    words = phrase.lower().split()
    return noun_kind(words[0].strip(".,")) is not None or words[-1] in phrase_words("pointing")
