"""Rules that speak: "UU Nomor 5 Tahun 2014 menyatakan …", "dalam aturan itu disebutkan …", "Pasal 10 berbunyi: …"."""

import re
from collections.abc import Iterable
from functools import cache

from extract.record import Mention, MentionType, Offsets
from extract.speech.link_words import link_words
from extract.speech.passage import Passage
from extract.speech.rule_places import RulePlaces

# "Peraturan Presiden (Perpres) Nomor 79": what stands in brackets says it all.
_SPELT_OUT = re.compile(r"\A(\w)[^()\d]{3,60}\(((?i:\1)[A-Za-z]{1,11})\)(?=\s(?:No|\d))")
_COLON = re.compile(r"[^:.!?\n]*:\s*(?:\(?(?:\d{1,2}|[a-z])[.)]\s)?[\"“”'‘]?\s?\Z")
_NUMBER = re.compile(r"\d")
_ITS_WORDS = frozenset({"bunyinya", "isinya"})
_PARAGRAPH = re.compile(r"ayat\s\(?\d", re.IGNORECASE)
_FARTHEST_ARTICLE = 700  # characters from a paragraph of an article back to that; set by eye
_FARTHEST_BARE = 300  # characters from "aturan" alone back to a rule
_BEFORE = 200  # characters looked at before words that a colon introduces


def speaking(text: str, source: Offsets, places: RulePlaces) -> Mention | None:
    """The rule that a source is: by citation, by reference or by a provision, right at its beginning.

    One further back is what the source is about: "surat penolakan RUU Desa" is no bill. "aturannya" is the one
    last named, "aturan" the one last named shortly before.
    """
    begin, end = source
    if _owned().fullmatch(text, begin, end):
        last = places.last_before(begin)
        return last.rule if last else None
    if _bare().fullmatch(text, begin, end):
        last = places.last_before(begin)
        return last.rule if last and begin - last.end <= _FARTHEST_BARE else None
    named = (place.rule for place in places.between(begin, end) if _wording().fullmatch(text, begin, place.start))
    return next(named, None) or (_of_last_article(begin, places) if _PARAGRAPH.match(text, begin, end) else None)


def _of_last_article(at: int, places: RulePlaces) -> Mention | None:
    """The rule of the article last named shortly before: "Ayat (2) menyebutkan …"."""
    last = places.last_before(at)
    return last.rule if last and at - last.end <= _FARTHEST_ARTICLE else None


def worded(text: str, cue: Offsets, places: RulePlaces) -> Mention | None:
    """The rule whose words a cue such as "Bunyinya" announces: the one named shortly before, None for other cues."""
    last = places.last_before(cue[0]) if text[slice(*cue)].lower() in _ITS_WORDS else None
    return last.rule if last and cue[0] - last.end <= _BEFORE else None


def introducing(passage: Passage, at: int, places: RulePlaces) -> Mention | None:
    """The rule whose words begin behind a colon at ``at``: "Hal itu diatur dalam Pasal 5 Perda Parkir: …".

    None where a person stands before the colon, whose words they may be.
    """
    colon = _COLON.search(passage.text, max(0, at - _BEFORE), at)
    if not colon or not _introducing().search(passage.text, colon.start(), at):
        return None
    if any(name.type is MentionType.PERSON for name in passage.names_in(colon.start(), at)):
        return None
    return next((place.rule for place in places.between(colon.start(), at)), None)


def rule_label(text: str, names: Iterable[Mention]) -> str:
    """What a rule that speaks is called: the shortest of these citations, with a number where one has it."""
    labels = [_label(text, *(name.antecedent or (name.start, name.end))) for name in names]
    numbered = [label for label in labels if _NUMBER.search(label)]
    return min(numbered or labels, key=lambda label: len(label.split()))


def _label(text: str, start: int, end: int) -> str:
    citation = " ".join(text[start:end].split())
    return "?" + _SPELT_OUT.sub(r"\2", citation)


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(link_words("owned"), re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(link_words("bare"), re.IGNORECASE)


@cache
def _wording() -> re.Pattern[str]:
    return re.compile(rf"(?:{link_words('wordings')}\s){{0,3}}", re.IGNORECASE)


@cache
def _introducing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){link_words('introducing')}(?!\w)", re.IGNORECASE)
