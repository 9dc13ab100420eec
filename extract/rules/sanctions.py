"""Penalties that a text names: their kind, with amount or duration."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from extract.lexicon import LexiconError, read_toml, read_tsv, read_words
from extract.record import Penalty
from extract.rules.measures import MEASURES, Measure, duration_before, measure_behind
from extract.rules.penalties import read_penalty
from extract.rules.penalty_sources import Cited, PenaltySources
from extract.rules.rule_forms import lowered
from extract.rules.word_trie import spaced, trie

_OWN = frozenset({"none", "measure", "alone", "given"})  # needs that are told here; the others are lists of words
_NEAR = frozenset({"cue", "punished", "breach", "assets", "business", "post", "warned"})
_FAR = frozenset({"thing", "evidence", "case", "routine", "session", "road", "vendors", "alert"})
_BEGINNINGS = frozenset({"cue", "punished"})  # lists of beginnings of words
_WINDOW = 130  # characters on either side, within a paragraph, that count as near; tuned on the gold for training
_NAMED = re.compile(
    r"\s{1,2}(?:\([^()\n]{1,40}\)\s)?\(?(?:pidana\s|hukuman\s|dengan\s)?"
    r"(?:pidana|penjara|kurungan|bui|denda|mati|seumur|cambuk|kerja|maksimal|minimal|paling|selama|di\satas|hingga|terukur|berupa|\d)"
)
_READ_ALSO = re.compile(r"baca juga[^.!?]*\Z")
_PRISON = re.compile(r"\s{1,2}\(?(?:penjara|kurungan|bui)")


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


def find_sanctions(text: str, citations: Sequence[Cited] = ()) -> tuple[SanctionMention, ...]:
    """Every mention of a penalty in text order, none overlapping another.

    Args:
        text: The article.
        citations: What ``find_citations`` found in it; a penalty is told with the rule among them it comes from.

    >>> [(s.kind, s.detail) for s in find_sanctions("Pelanggar dijatuhi denda paling banyak Rp50 juta.")]
    [('denda', 'paling banyak Rp50 juta')]
    """
    found: list[SanctionMention] = []
    low = lowered(text)
    for mention in _candidates(text, low):
        if found and mention.start < found[-1].end:
            if mention.end <= found[-1].end or not mention.detail or found[-1].detail:
                continue
            found.pop()
        found.append(mention)
    sources = PenaltySources(text, low, citations)
    return tuple(replace(mention, penalty=_penalty(text, low, mention, sources)) for mention in found)


def _penalty(text: str, low: str, mention: SanctionMention, sources: PenaltySources) -> Penalty | None:
    penalty = read_penalty(text, low, mention.start, mention.end, mention.detail)
    regulation, provisions = sources.source(mention.start, mention.end) or ("", ())
    penalty = replace(penalty, regulation=regulation, provisions=provisions)
    return None if penalty == Penalty() else penalty


def _candidates(text: str, low: str) -> Iterator[SanctionMention]:
    opening, pattern, senses = _forms()
    form = opening.match(low) or pattern.search(low)
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
    if "given" in sense.needs and not _given().search(before):
        return False
    around = f"{before} \u2029 {low[end : end + _WINDOW].split(chr(10), 1)[0]}"
    if _READ_ALSO.search(before) or _context("elsewhere").search(around):
        return False
    near = all(_context(name).search(around) for name in sense.needs & _NEAR)
    return near and not any(_context(name).search(around) for name in sense.needs & _FAR)


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, list[_Sense]]]:
    """Patterns of the forms, at the very beginning of a text and behind a sign that is no part of a word, with senses.

    A negative look-behind in their place would take half as long again.
    """
    senses: dict[str, list[_Sense]] = {}
    spelled: set[str] = set()
    kinds = read_words("sanction_kinds.txt")
    for row in read_tsv("sanctions.tsv", "kind", "measure", "needs", "forms"):
        sense = _Sense(row["kind"], row["measure"], frozenset(row["needs"].split()))
        known = sense.kind in kinds and sense.measure in {*MEASURES, "none"} and sense.needs <= _OWN | _NEAR | _FAR
        if not known:
            raise LexiconError(f"sanctions.tsv: {sense} is not in the closed sets named above its header")
        for form in (form for written in row["forms"].split("|") for form in _spelled_out(written)):
            spelled.add(spaced(form))
            senses.setdefault(_key(form), []).append(sense)
    form = rf"(?P<form>{trie(spelled)})(?:nya)?(?!\w)"
    return re.compile(form), re.compile(rf"(?<=[^\w-]){form}"), senses


def _spelled_out(form: str) -> Iterator[str]:
    """The forms that ``form`` writes with braces: "izin{,usaha} dicabut" is "izin dicabut", "izin usaha dicabut"."""
    choices = ([word.strip() for word in part.split(",")] for part in re.split(r"[{}]", form))
    return (" ".join(" ".join(words).split()) for words in product(*choices))


@cache
def _context(name: str) -> re.Pattern[str]:
    lists = read_toml("sanction_contexts.toml")
    if set(lists) != {"given", "elsewhere", *_NEAR, *_FAR}:
        raise LexiconError(
            f"sanction_contexts.toml: lists are {sorted(lists)}, expected those that sanctions.tsv names"
        )
    words = {spaced(word) for word in lists[name]}
    return re.compile(r"(?<!\w)" + trie(words) + ("" if name in _BEGINNINGS else r"(?:nya)?(?!\w)"))


@cache
def _given() -> re.Pattern[str]:
    return re.compile(_context("given").pattern + r"\s{1,2}\Z")


def _key(form: str) -> str:
    return re.sub(r"\W+", "", form.lower())
