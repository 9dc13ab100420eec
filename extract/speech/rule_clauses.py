"""Clauses in which a rule speaks: "… diatur dalam Pasal 5 Perda Parkir yang menyebutkan bahwa …"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.record import Mode, Offsets
from extract.speech.contents import MARKER, SHORTEST, content
from extract.speech.drafts import Draft, Frame
from extract.speech.link_words import link_words
from extract.speech.passage import Passage
from extract.speech.rule_places import Place, RulePlaces
from extract.speech.sources import Kind, Source

_TITLE = re.compile(r"(?:\s?\([^()]{1,60}\))?(?:,?\s(?:tentang|soal|mengenai)\s[^.;:!?\n]{1,120}?)?,?\s?")
_QUOTE_AT_ONCE = 3  # characters between the verb and the quotation marks


def rule_clauses(passage: Passage, drafts: Sequence[Draft], places: RulePlaces) -> Iterator[Draft]:
    """What follows a rule and "yang menyebutkan" or the like, where nobody else may say it."""
    said = [draft.extent for draft in drafts]
    for sentence in passage.sentences:
        for verb in _saying().finditer(passage.text, *sentence):
            place = places.last_before(verb.start())
            if not place or place.start < sentence[0] or not _TITLE.fullmatch(passage.text, place.end, verb.start()):
                continue
            if any(passage.speaks(name) for name in passage.names_in(sentence[0], place.start)):  # "Budi merujuk ..."
                continue
            found = _clause(passage, place, (verb.start("verb"), verb.end()), sentence[1])
            if found and not any(start < found.end and found.extent[0] < end for start, end in said):
                yield found


def _clause(passage: Passage, place: Place, verb: Offsets, end: int) -> Draft | None:
    """The draft of one such clause up to ``end``; None inside a quotation, and where too little is said."""
    text = passage.text
    marker = MARKER.match(text, verb[1], end)
    at = marker.end() if marker else verb[1]
    quote = passage.next_quote(at)
    if passage.quote_around(verb[0]):
        return None
    quoted = quote is not None and quote.start - at < _QUOTE_AT_ONCE
    span = quote.inner if quote and quoted else content(text, at, end)
    if len(text[slice(*span)].split()) < SHORTEST:
        return None
    source = Source(start=place.start, end=place.end, kind=Kind.DESCRIPTION)
    mode = Mode.DIRECT if quoted else Mode.INDIRECT
    return Draft(frame=Frame.PRE_POSED, mode=mode, spans=(span,), cue=verb, source=source)


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)yang\s(?:secara\s\w{{1,20}}\s|juga\s)?(?P<verb>{link_words('saying')})(?!\w)", re.I)
