"""Sentences of an article, as offsets.

A line is a paragraph and always ends a sentence. Inside a line a sentence ends at ``.``, ``!``, ``?``, ``…``
(closing marks and brackets included) before white space and something that may begin a sentence. It does not
end after an abbreviation or an initial (H. Ahmad, No. 5, Rp. 5.000, Jl.), after the number of a list item
(1. …), nor inside a closed quotation, so that a quotation and its attribution stay together.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.lexicon import read_words
from extract.record import Offsets
from extract.speech.quotes import Quote, find_quotes, paragraphs, stripped

# The last part lets a sentence end where a paper forgot the blank ("… pulang.Dia …"). A run of stops is read from
# its first, so that a line of dots is read once.
END = re.compile(
    r"(?:(?<![.!?])[.!?]++|…)[\"“”’'»)\]]*(?=\s+[\"“”‘'«(\[–—-]*\s?[A-Z0-9À-Þ]|[A-Z][a-z]+\s|[A-Z][a-z]{4,},)"
    # A comma that stands for a line break: 'pulang., "Kami …'.
    r"|\.(?<=[\w)][\w)][\w)]\.) ?,(?=\s*[\"“”]|\s+[A-Z]|[A-Z][a-z]{3,})"
)
LAST_WORD = re.compile(r"[\w./-]*\Z")
DEGREE = re.compile(r"\s+(?:[SMA]\.\s?[A-Z][A-Za-z.]*|M\.?[A-Z]\w{0,3}|S\.?[A-Z]\w{0,4}|Ph\.?D)\b[.,]")
FIGURE = re.compile(r"\s*\d")
LONGEST_ABBREVIATION = 12


def find_sentences(text: str, quotes: Sequence[Quote] | None = None) -> tuple[Offsets, ...]:
    """Offsets of the sentences of ``text`` in order, without the white space between them.

    >>> [text[a:b] for text in ["Ia datang. H. Amir pergi."] for a, b in find_sentences(text)]
    ['Ia datang.', 'H. Amir pergi.']

    Args:
        text: The article.
        quotes: What ``find_quotes`` found in it, where that is known already.
    """
    closed = [quote for quote in (find_quotes(text) if quotes is None else quotes) if quote.closed]
    found = (sentence for line in paragraphs(text) for sentence in _line_sentences(text, line, closed))
    return tuple((start, end) for start, end in found if start < end)


def _line_sentences(text: str, line: Offsets, closed: Sequence[Quote]) -> Iterator[Offsets]:
    begin, end = line
    for stop in END.finditer(text, *line):
        at = bisect_right(closed, stop.start(), key=lambda quote: quote.inner[0]) - 1
        inside = at >= 0 and stop.end() <= closed[at].inner[1]
        if not inside and _ends(text, begin, stop):
            yield stripped(text, begin, stop.end())
            begin = stop.end()
    yield stripped(text, begin, end)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the stop ends the sentence that began at ``start``."""
    if stop[0] not in {".", ".,", ". ,"}:
        return True
    match = LAST_WORD.search(text[max(start, stop.start() - LONGEST_ABBREVIATION) : stop.start()])
    word = match[0] if match else ""
    if len(word) == 1 and word.isupper():
        return False
    if word.lower() in read_words("abbreviations.txt") or DEGREE.match(text, stop.end()):
        return False
    if word.lower() in read_words("figure_abbreviations.txt") and FIGURE.match(text, stop.end()):
        return False
    if stop[0].endswith(",") and "." in word:  # "S.Sos., Kepala …" is a degree
        return False
    is_item_number = word.rstrip(".").isdigit() and not text[start : stop.start() - len(word)].strip()
    return not is_item_number
