"""Main clauses: the parts of a sentence that say what it says, without the clauses and phrases that hang on them.

No parser: the small words of ``lexicon/clause_words.toml`` tell where a subordinate clause begins ("agar", "karena",
"yang", "jika") and what leads back ("maka", "tetapi", a comma behind a clause that came first). Where that is not told
the rest of the sentence counts as subordinate: what is found in a main clause should be right, not complete.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache
from operator import itemgetter

from extract.lexicon import read_lists
from extract.record import Offsets

TOKEN = re.compile(r"\w+(?:[-’']\w+)*|[,;:()–—]")
VERB = re.compile(r"(?:me[mnlrwy]\w{3,}|di\w{4,}|ter\w{4,}|ber\w{4,})\Z")
CLOSE = 7  # words behind "kalau" in which "kan" makes it name a topic
BRACKETS = frozenset("()")
BREAKS = frozenset(";:–—")


class _Inside(Enum):
    """What a word of a sentence belongs to."""

    MAIN = auto()
    BEFORE = auto()  # a clause before the main one: a comma ends it
    BEHIND = auto()  # a clause behind it
    RELATIVE = auto()  # "yang ..." in the subject: ends with its predicate
    BRACKET = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """A sentence cut up.

    Attributes:
        main: The stretches of its main clauses, in order.
        words: Their words, and where each begins.
        conditions: The words that open a condition of a main clause.
    """

    main: tuple[Offsets, ...]
    words: tuple[tuple[str, int], ...]
    conditions: tuple[Offsets, ...]

    def holds(self, start: int) -> bool:
        """Whether an offset lies in a main clause."""
        at = bisect_right(self.main, start, key=itemgetter(0)) - 1
        return at >= 0 and start < self.main[at][1]


def find_clauses(low: str, start: int, end: int, told_from: int | None = None) -> Clauses:
    """The main clauses of the sentence between two offsets.

    >>> low = "jika hujan turun, warga yang mengungsi tidak boleh pulang"
    >>> [low[a:b] for a, b in find_clauses(low, 0, len(low)).main]
    [', warga ', 'tidak boleh pulang']

    Args:
        low: The text in lower case.
        start: Where the sentence begins.
        end: Where it ends.
        told_from: Where it begins to say what somebody is told to do: there "agar" and "untuk" open the main clause.
    """
    return _Reader(low, [*TOKEN.finditer(low, start, end)], end, told_from).read()


@dataclass(slots=True)
class _Reader:
    """Reads the tokens of one sentence from left to right."""

    low: str
    tokens: Sequence[re.Match[str]]
    end: int
    told_from: int | None
    inside: _Inside = _Inside.MAIN
    seen: bool = False  # whether the main clause has a predicate so far
    verb_at: int = -1  # token of the predicate of a relative clause
    outer: _Inside = _Inside.MAIN  # what a bracket stands in
    since: int = -1  # where the current stretch of main clause begins
    leads: bool = True  # whether nothing but connectives came so far
    completes: bool = False  # whether a verb of saying or knowing came behind the last comma
    last_comma: int = -1  # token
    main: list[Offsets] = field(default_factory=list)
    words: list[tuple[str, int]] = field(default_factory=list)
    conditions: list[Offsets] = field(default_factory=list)

    def read(self) -> Clauses:
        self.since = self.tokens[0].start() if self.tokens else -1
        self.last_comma = max((number for number, token in enumerate(self.tokens) if token[0] == ","), default=-1)
        for number, token in enumerate(self.tokens):
            if token.start() == self.told_from:
                self._turn(_Inside.MAIN, token.start())
                self.seen = False
            self._step(number, token)
            word = token[0]
            pause = word == "," or word in BREAKS
            self.leads = self.leads and (pause or word in _words("connectives"))
            self.completes = not pause and (self.completes or word in _words("complements"))
            if self.inside is _Inside.MAIN and not pause and word not in BRACKETS:
                self.words.append((word, token.start()))
        self._turn(_Inside.BEHIND, self.end)
        return Clauses(main=tuple(self.main), words=tuple(self.words), conditions=tuple(self.conditions))

    def _step(self, number: int, token: re.Match[str]) -> None:
        word = token[0]
        if word in BRACKETS:
            self._bracket(word, token.start())
        elif self.inside is _Inside.BRACKET:
            return
        elif word == "," or word in BREAKS:
            self._pause(word, number)
        elif self.inside is _Inside.MAIN:
            self._in_main(number, token)
        else:
            self._in_clause(number, token)

    def _turn(self, inside: _Inside, at: int) -> None:
        """Go on at ``at`` inside something else; a stretch of main clause ends or begins there."""
        if self.inside is _Inside.MAIN and self.since < at:
            self.main.append((self.since, at))
        if inside is _Inside.MAIN:
            self.since = at
        self.inside = inside

    def _bracket(self, mark: str, at: int) -> None:
        if mark == "(" and self.inside is not _Inside.BRACKET:
            self.outer = self.inside
            self._turn(_Inside.BRACKET, at)
        elif mark == ")" and self.inside is _Inside.BRACKET:
            self._turn(self.outer, at + 1)

    def _pause(self, mark: str, number: int) -> None:
        """A comma leads back from a clause that came first; behind the main clause only with a word that leads back."""
        first = self.inside in {_Inside.BEFORE, _Inside.RELATIVE}
        back = self._word(number + 1) in _words("returns_behind_comma")
        if mark in BREAKS or (self.inside is not _Inside.MAIN and (first or back)):
            self._turn(_Inside.MAIN, self.tokens[number].start())
            self.seen = self.seen and not (back or mark in BREAKS)

    def _in_main(self, number: int, token: re.Match[str]) -> None:
        word = token[0]
        if word == "yang" and self._word(number + 1) in _words("comments"):
            return
        if word == "yang":
            self.verb_at = -1
            self._turn(_Inside.BEHIND if self.seen else _Inside.RELATIVE, token.start())
        elif word in _words("conditions"):
            self._condition(number, token)
        elif self._subordinates(word, number):
            self._turn(_Inside.BEHIND if self.seen else _Inside.BEFORE, token.start())
        elif is_predicate(word):
            self.seen = True

    def _condition(self, number: int, token: re.Match[str]) -> None:
        topic = token[0] in {"kalau", "kalo"} and (
            self._word(number + 1) in _words("topics") or "kan" in self._words_behind(number)
        )
        concedes = "pun" in {self._word(number - 1), self._word(number + 1)}
        if not (topic or concedes or self.completes):
            self.conditions.append(token.span())
        if not topic or number < self.last_comma:
            self._turn(_Inside.BEHIND if self.seen else _Inside.BEFORE, token.start())

    def _in_clause(self, number: int, token: re.Match[str]) -> None:
        word = token[0]
        if word in _words("returns"):
            self._turn(_Inside.MAIN, token.start())
            self.seen = False
        elif self.inside is not _Inside.RELATIVE:
            return
        elif word == "yang":
            self.verb_at = -1
        elif self.verb_at >= 0 and self._resumes(word, number):
            self._turn(_Inside.MAIN, token.start())
            self.seen = True
        elif self.verb_at < 0 and is_predicate(word) and word not in _words("auxiliaries"):
            self.verb_at = number

    def _resumes(self, word: str, number: int) -> bool:
        """Whether the predicate of the main clause begins behind that of a relative one."""
        return word in _words("copulas") or (
            word in _words("auxiliaries") and self._word(number - 1) not in _words("raising")
        )

    def _subordinates(self, word: str, number: int) -> bool:
        """Whether the word opens a subordinate clause or phrase here."""
        following = self._word(number + 1)
        told = self.told_from is not None and self.tokens[number].start() >= self.told_from and not self.seen
        if word in _words("purposes"):
            return not told and is_predicate(following)
        if word not in _words("subordinators") or following in _words("pointers"):
            return False
        if word in _words("heads") and self.leads and self._alone(word, number):
            return False
        return not (told and word in {"agar", "supaya", "bahwa"})

    def _alone(self, word: str, number: int) -> bool:
        """Whether the clause that the word opens is all there is: "Karena bantuan belum turun", "Sebab, ..."."""
        return word.startswith("bahwa") or number > self.last_comma or self._word(number + 1) == ","

    def _words_behind(self, number: int) -> list[str]:
        """The next words up to a comma."""
        words = [token[0] for token in self.tokens[number + 1 : number + 1 + CLOSE]]
        return words[: words.index(",")] if "," in words else words

    def _word(self, number: int) -> str:
        return self.tokens[number][0] if 0 <= number < len(self.tokens) else ""


def is_verb(word: str) -> bool:
    """Whether a word in lower case is a verb with a prefix, as far as its form tells."""
    return VERB.match(word) is not None and word not in _words("no_verbs")


def condition_words() -> frozenset[str]:
    """The words that open a condition."""
    return _words("conditions")


def is_predicate(word: str) -> bool:
    """Whether a word begins a predicate."""
    return word in _words("auxiliaries") or word in _words("predicates") or is_verb(word)


@cache
def _words(name: str) -> frozenset[str]:
    return _lists()[name]


def _lists() -> Mapping[str, frozenset[str]]:
    return read_lists("clause_words.toml", *_LISTS)


_LISTS = (
    "conditions",
    "complements",
    "topics",
    "subordinators",
    "purposes",
    "pointers",
    "heads",
    "comments",
    "connectives",
    "returns",
    "returns_behind_comma",
    "copulas",
    "raising",
    "auxiliaries",
    "predicates",
    "no_verbs",
)
