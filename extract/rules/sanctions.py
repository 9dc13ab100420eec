"""Penalties that a text names: their kind, with amount or duration."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.lexicon import LexiconError, read_toml, read_tsv, read_words
from extract.record import Penalty
from extract.rules.measures import MEASURES, Measure, duration_before, measure_behind
from extract.rules.rule_forms import lowered
from extract.rules.word_trie import spaced, trie

_NEEDS = frozenset({"none", "measure", "cue", "thing", "alone"})
_WINDOW = 130  # characters on either side, within a paragraph, that count as near; tuned on the gold for training
_NAMED = re.compile(
    r"\s{1,2}\(?(?:pidana\s|hukuman\s|dengan\s)?"
    r"(?:pidana|penjara|kurungan|bui|denda|mati|seumur|cambuk|kerja|maksimal|minimal|paling|selama|di\satas|hingga|terukur|berupa|\d)"
)
_PRISON = re.compile(r"\s{1,2}(?:penjara|kurungan|bui)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionMention:
    """A mention of a penalty.

    Attributes:
        start: First character.
        end: One past the last character.
        kind: One of ``sanction_kinds.txt`` ("denda", "teguran-tertulis", "generic").
        detail: Amount or duration as written, or "".
        penalty: What else the text says of it; None where nothing.
    """

    start: int
    end: int
    kind: str
    detail: str = ""
    penalty: Penalty | None = None


@dataclass(frozen=True, slots=True)
class _Sense:
    kind: str
    measure: str
    needs: frozenset[str]


def find_sanctions(text: str) -> tuple[SanctionMention, ...]:
    """Every mention of a penalty in text order, none overlapping another.

    >>> [(s.kind, s.detail) for s in find_sanctions("Pelanggar dijatuhi denda paling banyak Rp50 juta.")]
    [('denda', 'paling banyak Rp50 juta')]
    """
    found: list[SanctionMention] = []
    for mention in _candidates(text, lowered(text)):
        if found and mention.start < found[-1].end:
            if mention.end <= found[-1].end or not mention.detail or found[-1].detail:
                continue
            found.pop()
        found.append(mention)
    return tuple(found)


def _candidates(text: str, low: str) -> Iterator[SanctionMention]:
    pattern, senses = _forms()
    form = pattern.search(low)
    while form:
        named = (_mention(text, low, form, sense) for sense in senses[_key(form["form"])])
        mention = next(filter(None, named), None)
        if mention:
            yield mention
        form = pattern.search(low, form.end() if mention else form.start() + 1)


def _mention(text: str, low: str, form: re.Match[str], sense: _Sense) -> SanctionMention | None:
    start, end = form.span()
    measure = _measured(low, form, sense)
    if not _holds(low, start, end, sense, measure is not None):
        return None
    if not measure:
        return SanctionMention(start=start, end=end, kind=sense.kind)
    detail = text[measure.detail_start : measure.detail_end]
    return SanctionMention(start=min(start, measure.start), end=max(end, measure.end), kind=sense.kind, detail=detail)


def _measured(low: str, form: re.Match[str], sense: _Sense) -> Measure | None:
    """The measure beside the form; one that belongs to "penjara" behind it is left to that word."""
    behind = measure_behind(sense.measure, low, form.end()) if sense.measure in MEASURES else None
    if behind and "measure" in sense.needs and _PRISON.match(low, behind.end):
        return None
    if not behind and sense.measure == "time" and _PRISON.search(f" {form['form']}"):
        return duration_before(low, form.start())
    return behind


def _holds(low: str, start: int, end: int, sense: _Sense, measured: bool) -> bool:
    """Whether what stands around the words lets them name a penalty."""
    if "measure" in sense.needs and not measured:
        return False
    if "alone" in sense.needs and (_NAMED.match(low, end) or low.endswith("tidak ", 0, start)):
        return False
    before = low[max(0, start - _WINDOW) : start].rsplit("\n", 1)[-1]
    around = f"{before} \u2029 {low[end : end + _WINDOW].split(chr(10), 1)[0]}"
    if _context("elsewhere").search(around):
        return False
    if "cue" in sense.needs and not _context("cue").search(around):
        return False
    return "thing" not in sense.needs or not _context("thing").search(around)


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, list[_Sense]]]:
    senses: dict[str, list[_Sense]] = {}
    spelled: set[str] = set()
    kinds = read_words("sanction_kinds.txt")
    for row in read_tsv("sanctions.tsv", "kind", "measure", "needs", "forms"):
        sense = _Sense(row["kind"], row["measure"], frozenset(row["needs"].split()))
        if sense.kind not in kinds or sense.measure not in {*MEASURES, "none"} or not sense.needs <= _NEEDS:
            raise LexiconError(f"sanctions.tsv: {sense} is not in the closed sets named above its header")
        for form in row["forms"].split("|"):
            spelled.add(spaced(form))
            senses.setdefault(_key(form), []).append(sense)
    return re.compile(rf"(?<![\w-])(?P<form>{trie(spelled)})(?:nya)?(?![\w])"), senses


@cache
def _context(name: str) -> re.Pattern[str]:
    words = {spaced(word) for word in read_toml("sanction_contexts.toml")[name]}
    return re.compile(r"(?<!\w)" + trie(words))


def _key(form: str) -> str:
    return re.sub(r"\W+", "", form.lower())
