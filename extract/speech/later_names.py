"""Later names: persons who are spoken of before they are named, or by a nickname beside their name."""

import re

from extract.record import Mention, MentionType
from extract.speech.cues import Form, find_cues
from extract.speech.passage import Passage
from extract.speech.sources import Source

FARTHEST_NAME = 6  # sentences from a post to the name of its holder
LONGEST_CUE = 24  # characters
NAMED_BEHIND = frozenset({Form.BARE, Form.ACCORDING})
WORD_BEFORE = re.compile(r"\w+[^\w]{1,2}\Z")
# Behind the name of somebody new: "kata Rina, pedagang pasar", "kata Rina (42)".
APPOSED = re.compile(r"\s*[,(–-]")
# "Emma sapaan akrab (Chuzaimah)": the name behind is the same person's.
CALLED = re.compile(r"[\s,–-]{1,3}(?:sapaan|panggilan)(?:\s+akrab)?\s+")


def named_later(passage: Passage, source: Source) -> str:
    """The one in a post that is told first and its name after: "Bupati (meminta …). … kata Amir".

    The next person the article names, where that is the first time and the name stands at a cue without any post.
    """
    name = next((name for name in passage.names_from(source.end) if name.type is MentionType.PERSON), None)
    if name is None or not passage.is_new(name) or passage.entities[name.target].roles:
        return ""
    near = passage.sentence_of(name.start) - passage.sentence_of(source.start) <= FARTHEST_NAME
    return name.target if near and _at_cue(passage, name) else ""


def named_beside(passage: Passage, key: str) -> str:
    """The person whose nickname an entity is where both stand side by side: "Emma sapaan akrab Chuzaimah"."""
    for name in passage.names:
        called = CALLED.match(passage.text, name.end) if name.target == key else None
        other = passage.name_at(called.end()) if called else None
        if other and other.type is MentionType.PERSON:
            return other.target
    return ""


def _at_cue(passage: Passage, name: Mention) -> bool:
    """Whether a bare name stands right behind a cue or before one: "kata Amir", "Amir mengatakan"."""
    text = passage.text
    word = WORD_BEFORE.search(text, max(0, name.start - LONGEST_CUE), name.start)
    if word and any(cue.form in NAMED_BEHIND for cue in find_cues(text, *word.span())):
        return APPOSED.match(text, name.end) is None
    opens = word is None or not text[word.start() : name.start].rstrip(" ")[-1].isalnum()
    cue = next(find_cues(text, name.end, name.end + LONGEST_CUE), None)
    return opens and cue is not None and cue.form is Form.ACTIVE and not text[name.end : cue.start].strip()
