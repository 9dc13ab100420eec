"""The form in which all cleaning passes lines around, and the tests of a line they share."""

import re
import unicodedata
from functools import lru_cache

# What shows as nothing: soft hyphen, zero-width characters, word joiner, byte order mark, direction marks.
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# A sign of Chinese, Japanese or Korean counts as a word: those scripts part no words.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|\w+")
_QUOTES = '"“”„‟«»‘‚'
_CLOSED = re.compile(r"[.…][\s\"“”’')\]]*$")
_SPEECH_END = re.compile(r"[.,!?…][\"”’]")


def fold(text: str) -> str:
    """``text`` as one line in NFC: runs of any white space become one space, invisible characters go.

    Quotation marks and dashes stay as the paper printed them.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(_CONTROL.sub(" ", text).split())


def lines_of(text: str) -> list[str]:
    """The lines of ``text`` that show anything, each folded."""
    return [line for line in map(fold, text.splitlines()) if line]


@lru_cache(maxsize=1 << 10)
def words(line: str) -> tuple[str, ...]:
    """The words of ``line`` without case: two lines with the same words are the same line."""
    return tuple(_WORD.findall(line.casefold()))


def holds_quotation(line: str) -> bool:
    """Whether somebody is quoted in ``line``: it opens with a quotation mark or closes a quoted clause."""
    return line[0] in _QUOTES or bool(_SPEECH_END.search(line))


def is_prose(line: str) -> bool:
    """Whether ``line`` reads like a paragraph of a body, not like a headline, link, caption or button.

    Prose is a quotation, eight words with a full stop at the end, or more words than a headline has.
    """
    count = len(words(line))
    if count >= 22:
        return True
    return (count >= 8 and bool(_CLOSED.search(line))) or (count >= 3 and holds_quotation(line))
