"""Who wrote and who edited an article: by the lines of a page that say so ("Penulis: Siti Rahma")."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from corpus.paragraphs import words
from corpus.webpage_rules import webpage_rules

_NAME = r"[^\W\d_][\w.'’`-]*(?:[ \t]+(?:[^\W\d_]\.|[A-Z(][\w.'’`()-]*|bin|binti|al|de|van)){0,5}"
_LIST = (
    rf"{_NAME}(?:(?:[ \t]*[,;&/][ \t]*|[ \t]+dan[ \t]+)(?-i:[A-Z])[\w.'’`-]*(?:[ \t]+(?-i:[A-Z])[\w.'’`-]*){{0,4}})*"
)
# A longer text is no credit; it may begin like one ("Oleh sebab itu ...").
LONGEST = 120
# Behind a name: the outlet, the desk, the day.
_BEHIND = re.compile(r"\s+[-–—|•·]\s+.*|\s*\|.*|\s*[,(]?\s*\b(?:\d|(?:https?:|@)).*|\s*\($")

# Before a name: "Kontributor Metro, Siti Rahma".
_BEFORE = re.compile(r"(?:kontributor|wartawan|jurnalis|koresponden)\b(?:[^,]{0,30},)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """The names of the reporter and of the editor as printed; "" where the page does not tell."""

    reporter: str = ""
    editor: str = ""


def find_credits(texts: Iterable[str]) -> Credits:
    """What short texts of a page, in their order, tell about reporter and editor.

    Forms: ``Penulis: Siti Rahma``, ``Oleh Siti Rahma``, ``Reporter`` and ``: Siti Rahma`` in two texts,
    ``Rep: C31/ Red: Budi Hartawan``.

    >>> find_credits(["Rep: C31/ Red: Budi Hartawan", "Oleh sebab itu warga diminta tertib."])
    Credits(reporter='', editor='Budi Hartawan')
    """
    found = {"reporter": "", "editor": ""}
    lines = "\n".join(text for text in texts if len(text) <= LONGEST)
    for start in _label().finditer(lines):
        for match in _credit().finditer(lines, start.start(), _end_of_credit(lines, start.end())):
            role = "editor" if match["label"].lower() in webpage_rules().editor_labels else "reporter"
            name = person(match["name"])
            if name and not found[role] and (":" in match["colon"] or _stands_alone(name, match["label"])):
                found[role] = name
    return Credits(**found)


def _end_of_credit(lines: str, start: int) -> int:
    """Where the third line from ``start`` ends: label, colon and name may stand in three cells of a table."""
    for _ in range(3):
        start = lines.find("\n", start + 1)
        if start < 0:
            return len(lines)
    return start


def _stands_alone(name: str, label: str) -> bool:
    """Whether ``name`` is clearly one behind a label without colon: "Oleh Siti Rahma", not "Red Carpet"."""
    return len(label) > 3 and len(words(name)) > 1 and not name.isupper()


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_labels()})\b", re.MULTILINE | re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[/|,;(][ \t]*)(?P<label>(?i:{_labels()}))(?P<colon>[ \t]*:?\s*:[ \t]*\n?[ \t]*|[ \t]+|[ \t]*\n)"
        rf"(?P<name>{_LIST})(?=[ \t]*(?:$|[/|)\d;,•·(]|[-–—][ \t]))",
        re.MULTILINE,
    )


def _labels() -> str:
    known = webpage_rules()
    return "|".join(sorted({*known.reporter_labels, *known.editor_labels}, key=len, reverse=True))


def person(text: str, *, outlet: str = "") -> str:
    """``text`` if it may name writers, without desk, outlet and day behind the name; else "".

    A name has up to seven words, no digit and no address, and is neither a desk nor the outlet.
    """
    name = _BEHIND.sub("", _BEFORE.sub("", text, count=1)).strip(" .,:;-–—/|()")
    known = webpage_rules()
    while (cut := name.rpartition(" "))[0] and cut[2].lower() in known.writer_titles:
        name = cut[0]
    plain = name.casefold()
    if not 1 <= len(words(name)) <= 7 or any(sign in name for sign in "@:<>") or re.search(r"\d|\w\.\w{2,}", name):
        return ""
    if not name[:1].isalpha() or plain in outlet.casefold() or _names_nobody(name):
        return ""
    return name.title() if name.isupper() and " " in name else name


def _names_nobody(name: str) -> bool:
    known = webpage_rules()
    spaced = f" {' '.join(words(name))} "
    labels = known.reporter_labels | known.editor_labels
    return any(f" {word} " in spaced or (len(word) > 5 and word in spaced) for word in (*known.no_author, *labels))


def signature(line: str) -> str:
    """The writer's name where ``line``, the last of an article, is nothing else in capitals ("SITI RAHMA"), or ""."""
    bare = line.strip("()[] ")
    if not (
        bare.isupper() and 2 <= len(bare.split()) <= 4 and re.fullmatch(r"[^\W\d_.]+(?:[ .'’]+[^\W\d_]+)*\.?", bare)
    ):
        return ""
    return "" if _names_nobody(bare) else bare.title()
