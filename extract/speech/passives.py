"""Passive cues: 'Dikatakan X, A', 'Dijelaskannya, A', 'A. Hal itu disampaikan X'.

What is said stands behind the cue, or in the sentence before where the subject only points at it.
"""

import re

from extract.record import Offsets
from extract.speech.contents import content, content_after, reported
from extract.speech.cues import Cue, Form
from extract.speech.drafts import Draft, Frame
from extract.speech.passage import Passage
from extract.speech.small_words import after_connective, noun_kind
from extract.speech.sources import Kind, Source, source_after

# Subjects that stand for what was said before: "Hal itu", "Pernyataan tersebut juga", "Demikian".
ANAPHOR = re.compile(
    r"(?:hal|pernyataan|peringatan|ungkapan|imbauan|himbauan|ajakan|permintaan|penegasan|penjelasan|informasi|"
    r"pesan|harapan|keterangan|klaim|usulan|instruksi|larangan|desakan|kepastian|komitmen|demikian|itu|ini)"
    r"(?:\s+\w+){0,2}?(?:\s+(?:itu|ini|tersebut|demikian))?(?:\s+(?:juga|pun|sebelumnya|turut))*\s*\Z",
    re.IGNORECASE,
)
# "Hal senada disampaikan X": what X says comes later.
SAME = re.compile(r"\b(?:senada|serupa|sama|lain)\b", re.IGNORECASE)
WITHIN = re.compile(r"(?:di )?(?:dalam|pada)\s+", re.IGNORECASE)


def read_passive(passage: Passage, region: Offsets, cue: Cue, drafts: list[Draft]) -> Draft | None:
    """The statement of a passive cue, its content behind the cue or, after "Hal itu", in the sentence before.

    Args:
        passage: The article.
        region: The sentence.
        cue: The cue.
        drafts: The statements found before, whose words are not taken twice.
    """
    if cue.form not in {Form.PASSIVE, Form.PASSIVE_CLITIC}:
        return None
    start = after_connective(passage.text, *region) or region[0]
    subject = passage.text[start : cue.start].strip(" ,")
    if not subject:
        return _opening(passage, region, cue)
    if cue.form is Form.PASSIVE and (document := _document(passage, start, cue)):
        return _behind(passage, region, cue, document)
    if ANAPHOR.match(subject) and not SAME.search(subject):
        return _referred(passage, region, cue, drafts)
    return None


def _opening(passage: Passage, region: Offsets, cue: Cue) -> Draft | None:
    """'Dikatakan X, A' and 'Dijelaskannya, A'."""
    if cue.form is Form.PASSIVE_CLITIC:
        return _behind(passage, region, cue, None)
    source = source_after(passage, cue.end, region[1])
    if source is None:
        return None
    set_off = passage.text[source.end : source.end + 1] == ","
    return _behind(passage, region, cue, source) if set_off or source.kind is not Kind.DESCRIPTION else None


def _behind(passage: Passage, region: Offsets, cue: Cue, source: Source | None) -> Draft | None:
    at = source.end if source and source.end > cue.end else cue.end
    after = content_after(passage.text, at, region[1], said_before=False)
    return reported(passage, Frame.PASSIVE, cue, source, (after,)) if after else None


def _document(passage: Passage, start: int, cue: Cue) -> Source | None:
    """The paper of "Dalam surat itu disebutkan …"."""
    opening = WITHIN.match(passage.text, start, cue.start)
    if opening is None:
        return None
    begin, end = content(passage.text, opening.end(), cue.start)
    words = passage.text[begin:end].lower().split()
    if not words or "," in passage.text[begin:end] or words[-1] == "yang":
        return None
    if noun_kind(words[0]) != "document":
        return None
    return Source(start=begin, end=end, kind=Kind.DESCRIPTION)


def _referred(passage: Passage, region: Offsets, cue: Cue, drafts: list[Draft]) -> Draft | None:
    """The sentence before "Hal itu disampaikan X", where nobody is quoted with it yet."""
    source = source_after(passage, cue.end, region[1]) if cue.form is Form.PASSIVE else None
    number = passage.sentence_of(cue.start)
    if number == 0 or (cue.form is Form.PASSIVE and source is None):
        return None
    previous = content(passage.text, *passage.sentences[number - 1])
    if passage.quotes_in(*previous) or (drafts and drafts[-1].extent[1] > previous[0]):
        return None
    return reported(passage, Frame.REFERRED, cue, source, (previous,))
