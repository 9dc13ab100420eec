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
_ARTICLE = re.compile(r"\s*pasal\s\d{1,4}(?-i:[A-Z](?![a-z]))?[\s.:,]*", re.I)
_PARAGRAPH = re.compile(r"\s*(?:ayat\s?)?\(\d{1,2}\)\s*", re.I)


def law_texts(passage: Passage, drafts: Sequence[Draft], places: RulePlaces) -> Iterator[Draft]:
    """The line behind each line that cites a rule and ends in "berbunyi:" or the like; of a list all its items.

    None where a person stands before the colon, or where the words are reported as somebody's already.
    """
    taken = {passage.paragraph_of(start) for draft in drafts for start, _ in draft.spans}
    read = 0
    for number, line in enumerate(passage.paragraphs[:-1]):
        if number < read or number in taken:
            continue
        if articles := list(_articles(passage, number, places, taken)):
            read = passage.paragraph_of(articles[-1].end - 1) + 1
            yield from articles
            continue
        if number + 1 in taken or not _introduces(passage, line, places):
            continue
        if spans := tuple(_lines_behind(passage, number + 1)):
            read = number + 1 + len(spans)
            yield Draft(frame=Frame.CONTINUATION, mode=Mode.INDIRECT, spans=spans)


def _articles(passage: Passage, number: int, places: RulePlaces, taken: Set[int]) -> Iterator[Draft]:
    """The articles printed behind a heading, as far as the lines bear their numbers or those of their parts."""
    text, (start, end) = passage.text, passage.paragraphs[number]
    start = max(start, passage.sentences[passage.sentence_of(end - 1)][0])  # the last sentence of a paragraph, too
    heading = _HEADING.match(text, start, end)
    rule = (next(places.between(start, end), None) or _just_before(start, places)) if heading else None
    first = passage.paragraphs[number + 1]
    if heading is None or rule is None or not _ARTICLE.match(text, *first):
        return
    source = Source(start=rule.start, end=rule.end, kind=Kind.DESCRIPTION)
    spans: list[Offsets] = []
    for index in range(number + 1, len(passage.paragraphs)):
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


def _introduces(passage: Passage, line: Offsets, places: RulePlaces) -> bool:
    start, end = max(line[0], line[1] - _LAST_SENTENCE), line[1]
    if not passage.text[start:end].rstrip().endswith(":"):
        return False
    if not _reciting().search(passage.text, start, end) or not any(places.between(start, end)):
        return False
    return not any(passage.speaks(name) for name in passage.names_in(start, end))


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
