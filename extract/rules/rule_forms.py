"""The words that name kinds of rules ("Undang-Undang", "Permendagri", "Perda"), and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.lexicon import LexiconError, read_tsv
from extract.rules.rule_issuers import issuer_rows
from extract.rules.word_trie import openings, spaced, starts, trie

_ISSUERS = frozenset({"none", "ministry", "province", "regency", "city", "region", "village", "office", "named"})
_NICKNAMES = frozenset({"open", "title", "topic", "none"})
_BARE = frozenset({"yes", "number", "draft"})
_NUMBERED = re.compile(r"\s{1,3}(?:no|nomor)\b")
_UPPER_ONLY = 3  # forms this short are letters of other words: they count in capitals or before "Nomor"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleForm:
    """What one form says: the type, who issues it, and what may follow.

    Attributes:
        type: Type in the regulation id ("permen").
        issuer: Who issues it: a class of ``regulation_types.tsv``, or "=slug" where the form itself says it.
        nickname: What may stand in the place of a number: open, title, topic or none.
        bare: "yes" where the form alone is a rule, "number" where it needs one, "draft" for bills.
    """

    type: str
    issuer: str
    nickname: str
    bare: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A form found in a text: its place and what it says."""

    start: int
    end: int
    form: RuleForm


@dataclass(frozen=True, slots=True)
class _Matcher:
    folded: tuple[re.Pattern[str], ...]  # what forms begin with, in lower case
    capitals: tuple[re.Pattern[str], ...]  # the short ones, which count in capitals only
    pattern: re.Pattern[str]
    forms: dict[str, RuleForm]


def lowered(text: str) -> str:
    """``text`` in lower case with every character in its place (a few capitals lower to two characters)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def find_heads(text: str, low: str) -> Iterator[Head]:
    """Forms in text order, the longest at each place; one may lie in another ("Perda", "Rancangan Perda")."""
    matcher = _matcher()
    for start in sorted(starts(matcher.folded, low) | starts(matcher.capitals, text)):
        if head := head_at(text, low, start):
            yield head


def head_at(text: str, low: str, start: int) -> Head | None:
    """The longest form that starts at ``start``, if one does."""
    matcher = _matcher()
    found = matcher.pattern.match(low, start)
    if not found or (start and low[start - 1].isalnum()):
        return None
    key = _key(found.group())
    if len(key) <= _UPPER_ONLY and not _abbreviation(text, low, found):
        return None
    return Head(start=start, end=found.end(), form=matcher.forms[key])


def _abbreviation(text: str, low: str, found: re.Match[str]) -> bool:
    if text[found.start() : found.end()].isupper():
        return True
    return _NUMBERED.match(low, found.end()) is not None


@lru_cache(maxsize=4096)
def _key(form: str) -> str:
    return re.sub(r"[^a-z0-9/,']+", "", form.lower())


@cache
def _matcher() -> _Matcher:
    forms: dict[str, RuleForm] = {}
    spelled: set[str] = set()
    for spelling, form in _spellings():
        if forms.setdefault(_key(spelling), form) != form:
            raise LexiconError(f"regulation_types.tsv: {spelling!r} names two kinds of rules")
        spelled.add(spaced(spelling))
    folded = {_folded_trigger(spelling) for spelling in spelled}
    capitals = {first.upper() for first in (s.split()[0] for s in spelled) if len(first) <= _UPPER_ONLY}
    boundary = r"(?:(?![^\W_])|(?=no(?:mor|mer)?[\s.:]{0,3}\d))"
    return _Matcher(openings(folded), openings(capitals), re.compile(trie(spelled) + boundary), forms)


def _folded_trigger(spelling: str) -> str:
    first = spelling.split(maxsplit=1)[0]
    if len(first) > _UPPER_ONLY:
        return first[:5]
    return spelling[: len(first) + 3] if first != spelling else f"{first} no"


def _spellings() -> Iterator[tuple[str, RuleForm]]:
    for row in read_tsv("regulation_types.tsv", "type", "issuer", "nickname", "bare", "forms"):
        form = RuleForm(type=row["type"], issuer=row["issuer"], nickname=row["nickname"], bare=row["bare"])
        fixed = form.issuer.startswith("=")
        if not (fixed or form.issuer in _ISSUERS) or form.nickname not in _NICKNAMES or form.bare not in _BARE:
            raise LexiconError(f"regulation_types.tsv: {form} is not in the closed sets named above its header")
        for spelling in row["forms"].split("|"):
            yield spelling, form
    for row in issuer_rows("ministry"):
        yield from _ministry_spellings(row)


def _ministry_spellings(row: dict[str, str]) -> Iterator[tuple[str, RuleForm]]:
    for kind, heads in (("permen", ("Permen", "Peraturan Men")), ("kepmen", ("Kepmen", "Keputusan Men"))):
        form = RuleForm(type=kind, issuer="=" + row["slug"], nickname="none", bare="number")
        yield from ((f"{head}{short}", form) for head in heads for short in row["short"].split("|") if short)
