"""From words as people type them to the expressions that FTS5 matches.

Nothing typed is ever read as an expression: it stands in quotes, where FTS5 takes its words and nothing else.
"""

import re
from collections.abc import Iterable
from functools import cache
from hashlib import md5
from importlib.resources import files

NOTHING = '""'  # an expression without words

_SHORT = 2  # letters up to which a word stands for itself alone: "uu" is not "uud"
_BEGINNING = 2  # letters in which a misspelt word is taken to be right
_ROOT = 5  # letters from which a word is also found behind a prefix: "larang" in "dilarang", but not "pp" in "keppres"


def said(typed: str) -> str:
    """Matches texts with these words in a row, the last of them by its beginning.

    A single word of some length is also found behind an Indonesian prefix; one of one or two letters stands for
    itself.

    >>> said("UU")
    '"uu"'
    >>> said("teguran tertulis")
    '"teguran tertulis"*'
    """
    word = " ".join(sound(typed).lower().split())
    if not re.fullmatch(rf"[^\W\d_]{{{_ROOT},}}", word):
        return begun(word)
    return any_of(f'"{prefix}{word}"*' for prefix in ("", *_prefixes()))


def begun(typed: str) -> str:
    """Matches names with these words in a row, the last of them by its beginning.

    >>> begun('Hasan "Bas')
    '"hasan ""bas"*'
    """
    text = " ".join(sound(typed).lower().split())
    last = re.findall(r"[^\W_]+", text)[-1:]
    return _quoted(text) + ("*" if last and len(last[0]) > _SHORT else "")


def beginnings(typed: str) -> list[str]:
    """Matches of the words that begin as each of these does, which may be misspelt behind that.

    >>> beginnings("Cokra H")
    ['"co"*', '"h"*']
    """
    words = re.findall(r"[^\W_]+", sound(typed).lower())
    return [f'"{word[:_BEGINNING]}"*' for word in dict.fromkeys(words)] or [NOTHING]


def likeness(name: str, typed: str) -> float:
    """How near the words typed come to words of ``name``, 0 to 100: that of the word that comes least near.

    >>> likeness("Cokro Hadisaputro", "cokra"), likeness("Cokro Hadisaputro", "cokra basuki") < 50
    (80.0, True)
    """
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only where a name is not found

    words, wanted = (re.findall(r"[^\W_]+", text.lower()) for text in (name, typed))
    if not words or not wanted:
        return 0.0
    return min(max(ratio(word, other) for other in words) for word in wanted)


def any_of(expressions: Iterable[str]) -> str:
    """Matches what one of them matches."""
    return f"({' OR '.join(expressions)})"


def all_of(expressions: Iterable[str]) -> str:
    """Matches what all of them match; where there are none `NOTHING`, which matches nothing."""
    return " AND ".join(expressions) or NOTHING


def within(column: str, expression: str) -> str:
    """Matches what stands so in a column."""
    return f"({{{column}}} : {expression})"


def marked(mark: str) -> str:
    """Matches what carries a mark: an id, or one of a closed set."""
    return within("marks", _quoted(sign(mark)))


def sign(mark: str) -> str:
    """A mark as one word, of letters and digits only. The tables of an index make the same one in SQL.

    >>> sign("uu/2014/5")
    '9a03e169f437'
    """
    return md5(mark.encode(), usedforsecurity=False).hexdigest()[:12]


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def sound(typed: str) -> str:
    """A text that SQLite takes whole: without zero bytes and half characters."""
    return typed.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


@cache
def _prefixes() -> tuple[str, ...]:
    lines = files(__package__).joinpath("prefixes.txt").read_text("utf-8").split("\n")
    return tuple(line for line in lines if line and not line.startswith("#"))
