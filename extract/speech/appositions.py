"""Appositions: what stands between a name and its cue and tells more of the name ("Amir (32), seorang pedagang, …")."""

import re
from collections.abc import Sequence

from extract.record import Mention, MentionType
from extract.speech.clauses import is_verb
from extract.speech.passage import Passage
from extract.speech.quotes import stripped
from extract.speech.small_words import noun_kind
from extract.speech.sources import WORD

APPOSED = re.compile(r"\s*(?:\([^()]{1,40}\))?(?:,|\sdari\s)")


def told_more_of(passage: Passage, names: Sequence[Mention], end: int) -> bool:
    """Whether all from the first name to ``end`` tells more of it: "Amir, peneliti Pusat Kajian di Kulon".

    Not where the last of the names is a person's, nor, without a post right behind the comma, where any other is.
    """
    first, *rest = names
    if first.type is not MentionType.PERSON or not rest or rest[-1].type is first.type:
        return False
    apposed = APPOSED.match(passage.text, first.end, end)
    if apposed is None:
        return False
    word = WORD.match(passage.text, *stripped(passage.text, apposed.end(), end))
    titled = word is not None and noun_kind(word[0].lower()) is not None
    if not titled and any(name.type is first.type for name in rest):
        return False
    clause = passage.text[first.end : end].partition(" yang ")[0]
    return not any(word[0].islower() and is_verb(word[0]) and not noun_kind(word[0]) for word in WORD.finditer(clause))


def post_behind(text: str, start: int, end: int) -> bool:
    """Whether a post stands behind a name without a comma: "Amir Hakim Ketua Panitia Pasar", "Ana warga yang …"."""
    word = WORD.match(text, start + 1, end)
    if word is None:
        return False
    kind = noun_kind(word[0].lower())
    return (word[0].istitle() and kind == "post") or (kind is not None and text.startswith(" yang ", word.end()))
