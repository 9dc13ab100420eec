"""Others: who is not meant by a source or by the words that are said, though spoken of before."""

import re

from extract.record import Mention, MentionType, Mode
from extract.speech.drafts import Draft
from extract.speech.groups import names_many
from extract.speech.passage import Passage
from extract.speech.small_words import phrase_words
from extract.speech.sources import Kind, Source

WORD = re.compile(r"\w+")
# Before a name: somebody who is spoken of.
SPOKEN_OF = re.compile(
    r"\b(?:saudara|saudari|sdr\.?|saksi|korban|pelaku|tersangka|terdakwa|terlapor)\s\Z", re.IGNORECASE
)
FIRST_PERSON = re.compile(r"\b(?:saya|aku|ku)\b", re.IGNORECASE)
LONGEST_CALLING = 12  # characters
FARTHEST_PARTNER = 60  # characters


def is_of_case(passage: Passage, draft: Draft, since: int) -> bool:
    """Whether the sentence before a pronoun is about a nameless party to a case: "Pemohon keberatan. Ia …".

    Args:
        passage: The article.
        draft: What is said, its pronoun before its cue.
        since: Where the last statement ends.
    """
    source = draft.source
    if source is None or source.kind is not Kind.PRONOUN or draft.cue is None or source.end > draft.cue[0]:
        return False
    number = passage.sentence_of(source.start) - 1
    if number < 0 or passage.sentences[number][0] < since:
        return False
    start, end = passage.sentences[number]
    if passage.paragraph_of(start) != passage.paragraph_of(source.start):
        return False
    named = any(name.type is MentionType.PERSON for name in passage.names_in(start, end))
    return not named and _first_word(passage.text[start:end]) in phrase_words("case")


def speaks_of(passage: Passage, draft: Draft, key: str) -> bool:
    """Whether the words name the one who should have said them: then somebody else did.

    Who is quoted may name himself, but not as "saudara Amir".
    """
    if not key:
        return False
    own = [name for span in draft.spans for name in passage.names_in(*span) if name.target == key]
    if draft.mode is not Mode.DIRECT:
        return bool(own)
    of_himself = any(FIRST_PERSON.search(passage.text, *span) for span in draft.spans)
    return not of_himself and any(_is_spoken_of(passage, name) for name in own)


def joins(passage: Passage, topic: Mention, key: str) -> bool:
    """Whether somebody is joined to the subject of a sentence: Amir to Budi in "Budi dan Amir meresmikan pasar"."""
    if not passage.text.startswith(" dan ", topic.end):
        return False
    names = passage.names_in(topic.end, topic.end + FARTHEST_PARTNER)
    return any(name.target == key for name in names[:1])


def is_any_of_body(passage: Passage, source: Source) -> bool:
    """Whether a source is any of those of a body: "Alumni Universitas Kulon", "Kader PAB"."""
    if _first_word(_words(passage, source)) not in phrase_words("member"):
        return False
    return any(name.type is MentionType.INSTITUTION for name in passage.names_in(source.start, source.end))


def answers(passage: Passage, draft: Draft) -> bool:
    """Whether somebody without a name answers who spoke before: ``"...," sahut sopir itu``."""
    cue = passage.text[slice(*draft.cue)].lower() if draft.cue else ""
    return cue in phrase_words("answering")


def is_another(words: str, label: str) -> bool:
    """Whether a source cannot be the nameless one who spoke before: one is of many, or a man and the other a woman."""
    if label and names_many(label[1:]) and not names_many(words):
        return True
    own, before = (set(WORD.findall(text.lower())) for text in (words, label))
    man, woman = phrase_words("man"), phrase_words("woman")
    return any(own & one and before & other and not before & one for one, other in ((man, woman), (woman, man)))


def partners_of(passage: Passage, source: Source) -> frozenset[str]:
    """Whose partner a source is: Budi for "cawapres Budi ini"."""
    names = (name for name in passage.names_in(source.start, source.end) if name.type is MentionType.PERSON)
    partner = _first_word(_words(passage, source)) in phrase_words("partner")
    return frozenset(name.target for name in names) if partner else frozenset()


def kin_in(passage: Passage, source: Source) -> frozenset[str]:
    """Whose kin or aide a source is: Budi for "istri Budi ini"."""
    if phrase_words("kin").isdisjoint(_words(passage, source).lower().split()):
        return frozenset()
    return frozenset(name.target for name in passage.names_in(source.start, source.end))


def _is_spoken_of(passage: Passage, name: Mention) -> bool:
    return SPOKEN_OF.search(passage.text, max(0, name.start - LONGEST_CALLING), name.start) is not None


def _words(passage: Passage, source: Source) -> str:
    return passage.text[source.start : source.end]


def _first_word(text: str) -> str:
    return next(iter(WORD.findall(text.lower())), "")
