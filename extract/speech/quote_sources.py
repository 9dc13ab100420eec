"""Sources behind a quotation that no reporting word leads to: a name alone, and the paper it stands in."""

import re
from dataclasses import replace

from extract.record import MentionType
from extract.speech.cues import Cue
from extract.speech.passage import Passage
from extract.speech.quotes import Quote
from extract.speech.small_words import phrase_words
from extract.speech.sources import Kind, Source, source_after

# Behind a name that ends its sentence, or that only circumstances follow.
CLOSED = re.compile(r"\s*(?:[.(]|\n|,\s|(?:saat|ketika|usai|di|kepada|dalam|pada|lewat|melalui)\b|\Z)")
SAYS = re.compile(r",\sme[a-z]{4,}")  # '"…", Amir, mengatakan': what he says follows
WITHIN = re.compile(r"\s(?:di\s)?(?:dalam|pada|di)\s(?!dalamnya)")


def named_behind(passage: Passage, quote: Quote, at: int, limit: int) -> Source | None:
    """'"…," Kepala Dinas Pasar Amir di kantornya.', '"…," uajr Amir.': a person behind a post or an unknown word."""
    text = passage.text
    last = text[quote.inner[1] - 1]
    if last != "," and (last in ".!?" or not text.startswith(",", quote.end)):
        return None
    source = source_after(passage, at, limit)
    if source is None or source.kind is not Kind.NAME or len(source.keys) != 1:
        return None
    name = next((n for n in passage.names_in(source.start, source.end) if n.target == source.keys[0]), None)
    posted = name is not None and name.type is MentionType.PERSON and name.start > source.start
    goes_on = SAYS.match(text, source.end, limit) or not CLOSED.match(text, source.end, limit)
    return source if posted and not goes_on else None


def is_written(text: str, cue: Cue) -> bool:
    """Whether a cue says where a quotation stands, not who speaks: "tertulis"."""
    return text[cue.start : cue.end].lower() in phrase_words("written")


def written_in(passage: Passage, cue: Cue, limit: int) -> Source | None:
    """The paper that a quotation stands in: '"…," (demikian) tertulis dalam situs itu.'."""
    within = WITHIN.match(passage.text, cue.end, limit) if is_written(passage.text, cue) else None
    source = source_after(passage, within.end(), limit, any_noun=True) if within else None
    return replace(source, kind=Kind.DESCRIPTION, keys=()) if source else None
