"""Law texts: lines printed without quotation marks as the words of a rule: "Pasal 5 berbunyi: …".

Behind a heading ("Berikut bunyi Pasal 5 dan 6 UU Desa") each article is a statement of its own.
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from extract.record import Mode, Offsets
from extract.speech.contents import content
from extract.speech.continuations import ITEM
from extract.speech.drafts import Draft, Frame
from extract.speech.link_words import link_words
from extract.speech.passage import Passage
from extract.speech.rule_places import Place, RulePlaces
from extract.speech.sources import Kind, Source

_LAST_SENTENCE = 160  # characters before the colon that introduce what stands behind it
_HEADING = re.compile(
    r"\W*(?:berikut|inilah|adapun)\s(?:(?:ini|adalah|lengkap)\s)*(?P<word>bunyi|isi)(?=\s?pasal\b|nya\b)", re.I
)
_ITS_WORDS = re.compile(r"\b(?:bunyi|isi)nya\b", re.I)
_LAID_DOWN = re.compile(
    r"\b(?:itu|ini|tersebut)\s(?:(?:telah|sudah|juga|pun)\s)?(?:diatur|tertuang|tercantum|termuat|tertulis)(?:\s\w+)?\s(?:dalam|pada|di)\s\Z",
    re.I,
)
_TITLE = re.compile(
    r"(?:\s?\([^()]{1,60}\))?(?:,?\s(?:tentang|soal|mengenai)\s[^.;:!?\n]{1,120}?)?(?:,?\s(?:yaitu|yakni))?\s?:\s*"
)
_ARTICLE = re.compile(r"\s*pasal\s\d{1,4}(?-i:[A-Z](?![a-z]))?[\s.:,]*", re.I)
_PARAGRAPH = re.compile(r"\s*(?:ayat\s?)?\(\d{1,2}\)\s*", re.I)


def law_texts(passage: Passage, drafts: Sequence[Draft], places: RulePlaces) -> Iterator[Draft]:
    """The line behind each line that cites a rule and ends in "berbunyi:" or the like; of a list all its items.

    None where a person stands before the colon, or where the words are reported as somebody's already.
    """
    taken = {passage.paragraph_of(start) for draft in drafts for start, _ in draft.spans}
    said = {passage.sentence_of(at) for draft in drafts for start, end in draft.spans for at in (start, end - 1)}
    read = 0
    for number, line in enumerate(passage.paragraphs[:-1]):
        last = passage.sentence_of(line[1] - 1)
        in_line = bool(passage.sentences) and passage.sentences[last][1] > line[0]  # a headline is no sentence
        if number < read or (in_line and last in said):
            continue
        leading = max(line[0], passage.sentences[last][0]) if in_line else line[0], line[1]
        if articles := list(_articles(passage, leading, number + 1, places, taken)):
            read = passage.paragraph_of(articles[-1].end - 1) + 1
            yield from articles
            continue
        rule = None if number + 1 in taken else _introduced(passage, leading, places)
        if rule and (spans := tuple(_lines_behind(passage, number + 1))):
            read = number + 1 + len(spans)
            source = Source(start=rule.start, end=min(rule.end, leading[1]), kind=Kind.DESCRIPTION)
            yield Draft(frame=Frame.CONTINUATION, mode=Mode.INDIRECT, spans=spans, source=source)


def _articles(passage: Passage, leading: Offsets, first: int, places: RulePlaces, taken: Set[int]) -> Iterator[Draft]:
    """The articles printed from a line behind a heading, as far as the lines bear their numbers or their parts'."""
    text, (start, end) = passage.text, leading
    heading = _HEADING.match(text, start, end)
    rule = (next(places.between(start, end), None) or _just_before(start, places)) if heading else None
    if heading is None or rule is None or not _ARTICLE.match(text, *passage.paragraphs[first]):
        return
    source = Source(start=rule.start, end=min(rule.end, end), kind=Kind.DESCRIPTION)
    spans: list[Offsets] = []
    for index in range(first, len(passage.paragraphs)):
        line = passage.paragraphs[index]
        article = _ARTICLE.match(text, *line)
        at = article.end() if article else line[0]
        part = _PARAGRAPH.match(text, at, line[1]) or ITEM.match(text, at, line[1])
        numbered = article or part or _ARTICLE.fullmatch(text, *passage.paragraphs[index - 1])
        if index in taken or not numbered:
            break
        if article and spans:
            yield _article(heading, source, spans)
            spans = []
        said = content(text, part.end() if part else at, line[1])
        spans += [said] if said[0] < said[1] else []
    if spans:
        yield _article(heading, source, spans)


def _just_before(at: int, places: RulePlaces) -> Place | None:
    last = places.last_before(at)
    return last if last and at - last.end <= _LAST_SENTENCE else None


def _article(heading: re.Match[str], source: Source, spans: Sequence[Offsets]) -> Draft:
    return Draft(frame=Frame.PRE_POSED, mode=Mode.INDIRECT, spans=tuple(spans), cue=heading.span("word"), source=source)


def _introduced(passage: Passage, leading: Offsets, places: RulePlaces) -> Place | None:
    """The rule whose words the sentence ``leading`` announces with a colon; None where it is a person's."""
    text, (start, end) = passage.text, leading
    if not text[start:end].rstrip().endswith(":") or any(passage.speaks(name) for name in passage.names_in(start, end)):
        return None
    named = list(places.between(start, end))
    if _reciting().search(text, start, end):
        return named[0] if named else _just_before(start, places) if _ITS_WORDS.search(text, start, end) else None
    return named[0] if named and _is_laid_down(text, start, named, end) else None


def _is_laid_down(text: str, start: int, named: Sequence[Place], end: int) -> bool:
    """Whether a sentence ends in where something is laid down: "Hal itu diatur dalam Pasal 5 UU Desa:"."""
    return bool(_LAID_DOWN.search(text, start, named[0].start) and _TITLE.fullmatch(text, named[-1].end, end))


def _lines_behind(passage: Passage, number: int) -> Iterator[Offsets]:
    """The line with this number; where it is an item of a list, those that follow as well."""
    text = passage.text
    for index in range(number, len(passage.paragraphs)):
        start, end = passage.paragraphs[index]
        item = ITEM.match(text, start, end)
        at = item.end() if item else start
        if (index > number and not item) or passage.quotes_in(start, end) or not passage.in_story(at):
            return
        yield content(text, at, end)
        if not item:
            return


@cache
def _reciting() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){link_words('reciting')}(?!\w)", re.IGNORECASE)
