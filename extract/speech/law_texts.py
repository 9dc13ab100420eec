"""Law texts: lines printed without quotation marks behind a colon, as the words of a rule: "Pasal 5 berbunyi: …"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.record import Mode, Offsets
from extract.speech.contents import content
from extract.speech.continuations import ITEM
from extract.speech.drafts import Draft, Frame
from extract.speech.link_words import link_words
from extract.speech.passage import Passage
from extract.speech.rule_places import RulePlaces

_LAST_SENTENCE = 160  # characters before the colon that introduce what stands behind it


def law_texts(passage: Passage, drafts: Sequence[Draft], places: RulePlaces) -> Iterator[Draft]:
    """The line behind each line that cites a rule and ends in "berbunyi:" or the like; of a list all its items.

    None where a person stands before the colon, or where the words are reported as somebody's already.
    """
    taken = {passage.paragraph_of(start) for draft in drafts for start, _ in draft.spans}
    read = 0
    for number, line in enumerate(passage.paragraphs[:-1]):
        if number < read or not taken.isdisjoint((number, number + 1)) or not _introduces(passage, line, places):
            continue
        if spans := tuple(_lines_behind(passage, number + 1)):
            read = number + 1 + len(spans)
            yield Draft(frame=Frame.CONTINUATION, mode=Mode.INDIRECT, spans=spans)


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
