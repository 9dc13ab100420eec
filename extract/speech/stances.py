"""Stances: "X menolak A", "X mendukung A" tell what somebody is for or against.

That is a statement of a person, of a party or of an association. A court or an office that does so decides or acts:
"Pengadilan menolak gugatan", "Kementerian mendukung pelestarian hutan".
"""

import re

from extract.record import EntityType
from extract.speech.clauses import is_verb
from extract.speech.passage import Passage
from extract.speech.sources import Kind, Source

BODIES_WITH_OPINIONS = frozenset({"ngo", "party"})
WORD = re.compile(r"[a-z][a-z-]+")
# "Amir menolak berkomentar", "Amir menolak hadir": what he does not do is no matter of opinion.
DEED = re.compile(r"(?:hadir|ikut|bicara|komentar|jadi|punya|tahu|pulang|pergi|maju|masuk|keluar|kembali|tampil)\b")


def takes_stance(passage: Passage, source: Source, cue: int, start: int) -> bool:
    """Whether the source of a verb for or against something says so, and does not act.

    Args:
        passage: The article.
        source: The subject of the verb.
        cue: Where the verb begins.
        start: Where what it is about begins.
    """
    following = WORD.match(passage.text, start)
    if following and (is_verb(following[0]) or DEED.match(passage.text, start)):
        return False
    if any(is_verb(word[0]) for word in WORD.finditer(passage.text, source.end, cue)):
        return False
    return _has_opinions(passage, source)


def _has_opinions(passage: Passage, source: Source) -> bool:
    """Whether a source is a person, one of several who speak for themselves, or a body that does."""
    if source.kind is Kind.PRONOUN:
        return True
    entities = [passage.entities[key] for key in source.keys if key in passage.entities]
    return len(entities) == 1 and (entities[0].type is EntityType.PERSON or entities[0].kind in BODIES_WITH_OPINIONS)
