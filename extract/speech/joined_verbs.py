"""Joined verbs: a cue behind "dan" that has its subject before another verb: "Amir meninjau pasar dan meminta …"."""

import re

from extract.speech.clauses import is_verb
from extract.speech.passage import Passage
from extract.speech.small_words import after_connective
from extract.speech.sources import Kind, Source
from extract.speech.subjects import source_before

WORD = re.compile(r"(?<!\w)[a-z][a-z-]{3,}")
# Such a word between the two verbs may give the second one another subject.
CLAUSE = re.compile(r"\b(?:yang|karena|bahwa|agar|untuk|jika|ketika|saat|setelah|di[a-z]{4,})\b")


def shared_subject(passage: Passage, start: int, cue: int) -> Source | None:
    """Whoever is named as subject of the verb before "dan", which is that of the cue behind it as well.

    None where it is a pronoun or a description: then it is told too seldom who is meant.
    """
    text = passage.text
    start = after_connective(text, start, cue) or start
    verb = next((word for word in WORD.finditer(text, start, cue) if is_verb(word[0])), None)
    if verb is None or verb[0].startswith("di") or CLAUSE.search(text, verb.end(), cue):
        return None
    source = source_before(passage, start, verb.start())
    return source if source and source.kind is Kind.NAME else None
