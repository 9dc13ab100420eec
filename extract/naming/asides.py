"""Asides: words of an article where nobody is named first: pointers to other articles, notes on authors, headlines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from extract.lexicon import read_words
from extract.naming.name_words import is_common_word
from extract.naming.posts import PostMention
from extract.naming.reading import Reading
from extract.record import Offsets

POINTER = re.compile(r"(?im)^[^\w\n\"“”'‘’]*(?:baca|simak|lihat|tonton|saksikan)(?: juga\b| video\b| ?:)[ :]*\n?[^\n]*")
SENTENCE = re.compile(r"[\w)%][.?!”\"')\]]+\s*$|[a-z)][.?!] [A-Z]")
MAKERS = (
    "author|editor|fotografer|jurnalis|kontributor|laporan|pewarta|penulis|penyunting|publisher|redaktur|reporter"
    "|source|sumber|uploader|via|wartawan"
)
MAKER = re.compile(rf"(?i)(?:^|(?<=[.!?”\"|/)\n])) *(?:{MAKERS})\s*[:/]\s*[^\n]{{1,80}}")
SIGNATURE = re.compile(r"(?<=[.!?”\"])[ \n]+\([A-Z][\w.]*(?:[ /&-]+[A-Za-z][\w.]*){0,3}\)\s*(?=$|\n|Tags\b|Editor\b)")
BOUNDARY = re.compile(r"[.!?]+[”\"]?(?=\s+[“\"]?[A-Z])|\n|\Z")
SHORTEST_HEADLINE, LONGEST_HEADLINE = 4, 25  # words
CAPITALS = 2  # common words with a capital that make a headline, at least
SMALL_WORD = re.compile(r"(?<!\w)[a-z]\w{4}")  # a headline writes only short words small
COMMAS = 2  # more are a list


def aside_words(reading: Reading, posts: Mapping[int, PostMention]) -> frozenset[int]:
    """Numbers of the words in pointers ("Baca juga: …"), notes on authors ("Editor: Amir") and headlines."""
    spans = [*_found(reading), *_headlines(reading, posts)]
    return frozenset(i for start, end in spans for i in range(start, end))


def pointer_lines(text: str) -> tuple[Offsets, ...]:
    """Lines that point to another article: "Baca juga: …", "Simak Video …".

    What only they name is not in this article.
    """
    matches = POINTER.finditer(text)
    return tuple(match.span() for match in matches if not SENTENCE.search(match[0]))  # there the story goes on


def is_pointed(lines: Sequence[Offsets], at: int) -> bool:
    """Whether an offset lies in one of these lines."""
    number = bisect_right(lines, at, key=itemgetter(0)) - 1
    return number >= 0 and at < lines[number][1]


def _found(reading: Reading) -> Iterator[tuple[int, int]]:
    notes = (match.span() for pattern in (MAKER, SIGNATURE) for match in pattern.finditer(reading.text))
    for start, end in (*pointer_lines(reading.text), *notes):
        yield bisect_left(reading.starts, start), bisect_left(reading.starts, end)


def _headlines(reading: Reading, posts: Mapping[int, PostMention]) -> Iterator[tuple[int, int]]:
    """Sentences in which common words bear capitals: ``Bupati Optimis Panen Raya Berjalan Lancar``."""
    in_posts: set[int] = set()
    begin = 0
    for boundary in BOUNDARY.finditer(reading.text):
        sentence, at, begin = reading.text[begin : boundary.end()], begin, boundary.end()
        if SMALL_WORD.search(sentence) or sentence.count(",") > COMMAS:
            continue
        start, end = bisect_left(reading.starts, at), bisect_left(reading.starts, begin)
        if SHORTEST_HEADLINE <= end - start <= LONGEST_HEADLINE:
            in_posts = in_posts or {i for post in posts.values() for i in range(post.start, post.end)}
            free = [i for i in range(start + 1, end) if not reading.covered(i) and i not in in_posts]
            if _capital_commons(reading, free) >= CAPITALS:
                yield start, end


def _capital_commons(reading: Reading, free: list[int]) -> int:
    """How many of the words are common and written with a capital, those that make up the names of bodies apart."""
    fields = read_words("institution_fields.txt")
    stops = read_words("person_stop_words.txt")
    words = (reading.words[i] for i in free)
    return sum(
        word[0].isupper() and not word.isupper() and word not in fields and word.lower() not in stops
        and is_common_word(word)
        for word in words
    )  # fmt: skip
