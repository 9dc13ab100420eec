"""Indirect speech: a sentence whose cue reports its content in the paper's own words."""

import re
from bisect import bisect_right
from collections.abc import Callable

from extract.record import Offsets
from extract.speech.contents import MARKER, content, reported
from extract.speech.cues import Content, Cue, Form, find_cues
from extract.speech.drafts import Draft, Frame
from extract.speech.passage import Passage
from extract.speech.passives import read_passive
from extract.speech.quotes import stripped
from extract.speech.set_off import read_set_off, read_unset
from extract.speech.small_words import phrase_words
from extract.speech.sources import Source
from extract.speech.subjects import source_before, without_adverbs

FEWEST_WORDS = 2

LAST_WORD = re.compile(r"([\w-]+)[\s,]*\Z")
# Behind an active cue: adverbs, the one spoken to, and what shows that a clause was said and not a thing.
ADVERB = re.compile(
    r"\s+(?:juga|kembali|lagi|pula|secara tegas|dengan tegas|secara terbuka|sendiri|pun)\b", re.IGNORECASE
)
ADDRESSEE = re.compile(
    r"\s+(?:kepada|ke|pada)\s+(?:(?!\b(?:agar|untuk|supaya)\b)[^,.;:\"“]){2,80}?(?=\s+bahwa\b|,\s|:)"
    r"|\s+kepada(?=\s)",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"\s*(?:[,:]|(?:bahwa\w*|agar|supaya|untuk|jika|kalau)\b)"
    r"|\s+(?:kepada|ke)\s[^,.]{2,80}?\s(?:agar|untuk|bahwa|supaya)\b",
    re.IGNORECASE,
)
# "X mengatakan hal itu saat …": the content stands elsewhere.
ANAPHOR = re.compile(
    r"\s+(?:hal|demikian|itu|ini)\b(?:\s+(?:itu|ini|tersebut|senada|serupa|yang\s+sama))?(?:\s|,|\.|\Z)",
    re.IGNORECASE,
)
CONDITION = re.compile(r"(?:jika|apabila|bila|kalau|jikalau|seandainya|andai)\b", re.IGNORECASE)


def find_indirect(passage: Passage, direct: list[Draft]) -> list[Draft]:
    """Statements in indirect speech, in text order, in the words that ``direct`` has not taken."""
    cues_taken = {draft.cue for draft in direct}
    spans_taken = sorted(span for draft in direct for span in draft.spans)
    drafts: list[Draft] = []
    for sentence in passage.sentences:
        region = _free(passage, sentence, spans_taken)
        if len(passage.text[slice(*region)].split()) < FEWEST_WORDS:
            continue
        cues = [
            cue
            for cue in find_cues(passage.text, *region)
            if (cue.start, cue.end) not in cues_taken and not passage.quote_around(cue.start)
        ]
        if draft := _strongest(passage, region, cues, drafts):
            drafts.append(draft)
    return drafts


def _free(passage: Passage, sentence: Offsets, taken: list[Offsets]) -> Offsets:
    """The part of a sentence before the first direct statement in it, or the whole."""
    start, end = sentence
    at = bisect_right(taken, start, key=lambda span: span[1])
    if at < len(taken) and taken[at][0] < end:
        quote = passage.quote_around(taken[at][0])
        end = max(start, quote.start if quote else taken[at][0])
    return stripped(passage.text, start, end)


def _strongest(passage: Passage, region: Offsets, cues: list[Cue], drafts: list[Draft]) -> Draft | None:
    """The statement of the strongest cue: set off by commas, then passive, then subject and verb."""
    readings: tuple[Callable[[Cue], Draft | None], ...] = (
        lambda cue: read_set_off(passage, region, cue),
        lambda cue: read_passive(passage, region, cue, drafts),
        lambda cue: _read_active(passage, region, cue),
        lambda cue: read_unset(passage, region, cue),
    )
    found = (draft for reading in readings for cue in cues if (draft := reading(cue)))
    return next(found, None)


def _read_active(passage: Passage, region: Offsets, cue: Cue) -> Draft | None:
    """'X mengatakan (bahwa) A', 'X meminta agar A', 'X mengimbau kepada Y untuk A', 'X menjelaskan. A'."""
    if cue.form is not Form.ACTIVE or cue.content is Content.QUOTE:
        return None
    source = _subject(passage, region, cue)
    start = _content_start(passage.text, cue, region[1]) if source else None
    if source is None or start is None:
        return None
    span = content(passage.text, start, region[1])
    if span[0] >= span[1]:
        return _announced(passage, cue, source)
    condition = content(passage.text, region[0], source.start)
    spans = (condition, span) if CONDITION.match(passage.text, *condition) else (span,)
    return reported(passage, Frame.INDIRECT, cue, source, spans)


def _subject(passage: Passage, region: Offsets, cue: Cue) -> Source | None:
    """The subject of the cue; None where a word before it makes it no report (untuk mengatakan)."""
    end = without_adverbs(passage.text, region[0], cue.start)
    word = LAST_WORD.search(passage.text, region[0], end)
    last = word[1].lower() if word else ""
    if last in phrase_words("barrier"):
        return None
    limit = word.start() if word and last in phrase_words("while") else cue.start
    return source_before(passage, region[0], limit)


def _content_start(text: str, cue: Cue, end: int) -> int | None:
    """Where what an active cue reports begins; None where the verb takes no content like this."""
    adverb = ADVERB.match(text, cue.end, end)
    at = adverb.end() if adverb else cue.end
    if ANAPHOR.match(text, at, end) or (cue.content is Content.MARKED and not MARKED.match(text, at, end)):
        return None
    addressee = ADDRESSEE.match(text, at, end)
    at = addressee.end() if addressee else at
    marker = MARKER.match(text, at, end)
    return marker.end() if marker else at


def _announced(passage: Passage, cue: Cue, source: Source) -> Draft | None:
    """'X mengungkapkan. A': the content is the next sentence of the paragraph."""
    number = passage.sentence_of(cue.start) + 1
    if number >= len(passage.sentences):
        return None
    following = content(passage.text, *passage.sentences[number])
    if passage.paragraph_of(following[0]) != passage.paragraph_of(cue.start) or passage.quotes_in(*following):
        return None
    return reported(passage, Frame.INDIRECT, cue, source, (following,))
