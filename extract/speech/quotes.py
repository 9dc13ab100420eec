"""Quotations: which stretches of a text stand between quotation marks, whatever marks a paper uses.

Marks are read paragraph by paragraph (a paragraph is a line), by where they stand before by their shape: a
mark before a word opens, a mark after a word closes, so “a“, ”a” and "a" are all read as meant. Marks that stand
one blank off ('… pulang." Ia lelah, "kata …') and marks without any blank are read by what stands around them.
Apostrophes inside words (do'a, Jum'at) are no marks; question marks that a broken encoding put for marks are.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.lexicon import read_words
from extract.record import Offsets
from extract.speech.cues import Form, find_cues

MARK = re.compile(
    r"[\"“”„‟″«»]+|''+|``|(?<!\w)['‘’](?=\w)|(?<=[\w.,!?])['‘’](?!\w)"
    # A question mark where a broken encoding lost the quotation mark: "?Siap,? kata ...".
    r"|(?<!\S)\?(?=[A-Z])|(?<!\S)\?\?(?= [A-Z])|(?<=[,.])\?{1,2}(?=\s+[a-z])"
    # One behind a word, or with a blank before it, closes only what such a mark opened: "?Siap? ucap ...".
    r"|(?P<doubtful>(?<=[\w.,\s])\?{1,2}(?=[,.]?\s*[A-Za-z][a-z]{3,}))"
)
STRAY = re.compile(r"\s+[a-z]")
SINGLE = frozenset("'‘’")
OPENING_SHAPES = frozenset("“„«‘`")
CLOSING_SHAPES = frozenset("”»’")
SPACE = frozenset(" \t\xa0\n")
BEFORE_OPENING = SPACE | frozenset("([{:–—-/")
LONGEST_CUE = 16  # characters
AFTER_CLOSING = SPACE | frozenset(")]},.;:!?–—-/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One outermost quotation.

    Attributes:
        start: Its opening mark, or the first quoted character where the mark is missing.
        end: One past its closing mark, or past the last quoted character where that is missing.
        inner: The words between the marks, without the white space at either side.
        opened: Whether an opening mark stands there.
        closed: Whether a closing mark stands there.
        single: Whether the marks are single ones ('…'), which mostly name things.
    """

    start: int
    end: int
    inner: Offsets
    opened: bool = True
    closed: bool = True
    single: bool = False


def find_quotes(text: str) -> tuple[Quote, ...]:
    """The outermost quotations of ``text`` in order; an unclosed one ends where the next begins, or its line.

    A closing mark that nothing opened closes a quotation from the line's start or from the quotation before.

    >>> [text[slice(*q.inner)] for text in ['"Siap," katanya.'] for q in find_quotes(text)]
    ['Siap,']
    """
    return tuple(quote for start, end in paragraphs(text) for quote in _paragraph_quotes(text, start, end))


def paragraphs(text: str) -> Iterator[Offsets]:
    """Offsets of the lines of ``text`` that hold more than white space.

    What a page writes between its paragraphs ("SCROLL TO CONTINUE WITH CONTENT") parts them as the end of a line does.
    A line that begins with the closing mark of a quotation ('" katanya.') goes on the one before.
    """
    start = 0
    for end, following in (*(gap.span() for gap in _gaps().finditer(text)), (len(text), 0)):
        if start < end and not text[start:end].isspace():
            yield start, end
        start = following


@cache
def _gaps() -> re.Pattern[str]:
    """A pattern for what stands between two paragraphs."""
    words = sorted(read_words("page_words.txt"), key=lambda words: -len(words))
    return re.compile(rf"\n(?![\"”] [a-z])|(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _paragraph_quotes(text: str, start: int, end: int) -> list[Quote]:
    """Match marks as brackets; what stays open or was never opened is mended afterwards."""
    found: list[Quote] = []
    stack: list[re.Match[str]] = []
    waiting: Counter[bool] = Counter()  # how many single marks and how many double ones are open
    marks = list(MARK.finditer(text, start, end))
    for number, mark in enumerate(marks):
        following = marks[number + 1] if number + 1 < len(marks) else None
        if mark["doubtful"] and not (stack and _closes(text, stack[-1], mark)):
            continue
        opens = not mark["doubtful"] and _opens(text, mark, end, inside=bool(stack))
        if opens or (not stack and _swapped(text, mark, following)):
            stack.append(mark)
            waiting[mark[0] in SINGLE] += 1
        elif waiting[mark[0] in SINGLE]:
            at = _partner(stack, mark)
            _close(text, found, stack[at], mark)
            waiting.subtract(opening[0] in SINGLE for opening in stack[at:])
            del stack[at:]
        elif mark[0] not in SINGLE and not stack:
            quote = _unopened(text, found[-1].end if found else start, mark)
            found.extend([quote] if quote.inner[0] < quote.inner[1] else ())
    starts = [quote.start for quote in found]
    for mark in reversed(stack):
        if mark[0] not in SINGLE:
            at = bisect_right(starts, mark.start())
            found.append(_unclosed(text, mark, starts[at] if at < len(starts) else end))
            starts.insert(at, mark.start())
    return sorted(found, key=lambda quote: quote.start)


def _opens(text: str, mark: re.Match[str], end: int, *, inside: bool) -> bool:
    before = text[mark.start() - 1] if mark.start() else " "
    if mark[0][0] == "?":
        return before in SPACE
    late = _cramped(text, mark) and (inside or _reported(text, mark.end()))
    if late or (before == "\n" and STRAY.match(text, mark.end(), end)):  # a line '" katanya.'
        return False
    after = text[mark.end()] if mark.end() < end else " "
    may_open = before in BEFORE_OPENING and after not in SPACE
    may_close = after in AFTER_CLOSING and before not in SPACE
    if may_open != may_close:
        return may_open
    if not may_open and (inside or after.isupper()):  # '… pulang."Ia lelah,"katanya'
        return not inside
    if (shape := mark[0][0]) in OPENING_SHAPES or shape in CLOSING_SHAPES:
        return shape in OPENING_SHAPES
    return not inside


def _cramped(text: str, mark: re.Match[str]) -> bool:
    """Whether a closing mark stands one blank too late: '… pulang, "katanya'."""
    return text[mark.start() - 2 : mark.start()] in {", ", ". "} and text[mark.end() : mark.end() + 1].islower()


def _reported(text: str, at: int) -> bool:
    """Whether a reporting word that follows a quotation stands there: "katanya", "ujar Amir"."""
    cue = next(find_cues(text, at, at + LONGEST_CUE), None)
    return cue is not None and cue.start == at and cue.form in {Form.BARE, Form.CLITIC}


def _closes(text: str, opening: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether a question mark behind a word closes a quotation: one that such a mark opened, where a report follows."""
    return opening[0][0] == "?" and _reported(text, _past_stop(text, mark.end()))


def _past_stop(text: str, at: int) -> int:
    """Where the word behind a mark begins, past a stop and a blank: "?.jelasnya"."""
    while text[at : at + 1] in {",", ".", " "}:
        at += 1
    return at


def _swapped(text: str, mark: re.Match[str], following: re.Match[str] | None) -> bool:
    """Whether an opening mark stands one blank too early, as its closing one stands too late."""
    if following is None or mark[0] in SINGLE or following[0] in SINGLE or not _cramped(text, following):
        return False
    return text[mark.end() : mark.end() + 1] in SPACE and text[mark.end() + 1 : mark.end() + 2].isupper()


def _partner(stack: list[re.Match[str]], mark: re.Match[str]) -> int:
    """Where in the stack the mark's opening stands: single marks close single ones, double ones double."""
    single = mark[0] in SINGLE
    return next(at for at in range(len(stack) - 1, -1, -1) if (stack[at][0] in SINGLE) == single)


def _close(text: str, found: list[Quote], opening: re.Match[str], closing: re.Match[str]) -> None:
    """Add the quotation between two marks to those found, in place of the ones nested inside it."""
    while found and found[-1].end > opening.start():
        found.pop()
    inner = stripped(text, opening.end(), closing.start())
    single = opening[0] in SINGLE
    found.append(Quote(start=opening.start(), end=closing.end(), inner=inner, single=single))


def _unopened(text: str, start: int, closing: re.Match[str]) -> Quote:
    inner = stripped(text, start, closing.start())
    return Quote(start=inner[0], end=closing.end(), inner=inner, opened=False)


def _unclosed(text: str, opening: re.Match[str], following: int) -> Quote:
    inner = stripped(text, opening.end(), following)
    return Quote(start=opening.start(), end=inner[1], inner=inner, closed=False)


def stripped(text: str, start: int, end: int) -> Offsets:
    """The offsets ``start`` to ``end`` without white space at either side."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
