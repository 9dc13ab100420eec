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
_SENTENCE_END = re.compile(rf"{_TITLE.pattern}[.;:]?\s{{0,3}}")
_AS_FOLLOWS = re.compile(r"\s(?:adalah|ialah|yakni|yaitu)(?=\W)|\s(?:sebagai )?berikut(?: ini)?\s?(?=[:,])", re.I)
_QUOTE_AT_ONCE = 3  # characters between the verb and the quotation marks


def rule_clauses(passage: Passage, drafts: Sequence[Draft], places: RulePlaces) -> Iterator[Draft]:
    """What follows a rule and "yang menyebutkan", or "Disebutkan bahwa" in the next sentence, where nobody says it."""
    said = [draft.extent for draft in drafts]
    for sentence in passage.sentences:
        for place, verb in (*_in_next(passage, sentence, places), *_in_same(passage, sentence, places)):
            found = _clause(passage, place, verb, sentence[1])
            if found and not any(start < found.end and verb[0] < end for start, end in said):
                yield found


def _in_same(passage: Passage, sentence: Offsets, places: RulePlaces) -> Iterator[tuple[Place, Offsets]]:
    """Each verb behind a rule of its sentence, where nobody is named before: "Budi merujuk pada Pasal 5 yang ..."."""
    for verb in _saying().finditer(passage.text, *sentence):
        place = places.last_before(verb.start())
        if not place or place.start < sentence[0] or not _TITLE.fullmatch(passage.text, place.end, verb.start()):
            continue
        if not any(passage.speaks(name) for name in passage.names_in(sentence[0], place.start)):
            yield place, verb.span("verb")


def _in_next(passage: Passage, sentence: Offsets, places: RulePlaces) -> Iterator[tuple[Place, Offsets]]:
    """The verb that opens a sentence, and the rule at the end of the one before."""
    verb = _opening().match(passage.text, *sentence)
    place = places.last_before(sentence[0]) if verb else None
    if verb and place and _SENTENCE_END.fullmatch(passage.text, place.end, sentence[0]):
        yield place, verb.span("verb")


def _clause(passage: Passage, place: Place, verb: Offsets, end: int) -> Draft | None:
    """The draft of one such clause up to ``end``; None inside a quotation, and where too little is said."""
    text = passage.text
    follows = _AS_FOLLOWS.match(text, verb[1], end)
    at = follows.end() if follows else verb[1]
    marker = MARKER.match(text, at, end)
    at = marker.end() if marker else at
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


@cache
def _opening() -> re.Pattern[str]:
    there = r"(?:di\s?mana|di\s(?:situ|sana|dalamnya)),?\s"
    return re.compile(rf"\W{{0,2}}(?:{there})?(?P<verb>{link_words('opening_says')})(?=\sbahwa|,|:)", re.IGNORECASE)
