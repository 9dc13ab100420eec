"""Penalties that a text names: their kind, with amount or duration."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from extract.lexicon import LexiconError, read_tsv, read_words
from extract.record import Penalty
from extract.rules.measures import MEASURES, Measure, duration_before, measure_behind, strokes_before
from extract.rules.penalties import read_penalty
from extract.rules.penalty_sources import Cited, PenaltySources
from extract.rules.rule_forms import lowered
from extract.rules.sanction_clauses import degrees_behind, parted, verb_behind
from extract.rules.sanction_contexts import FAR, NEAR, Around, is_elsewhere, is_of_layoffs
from extract.rules.word_trie import Openings, Phrases, spaced

_OWN = frozenset({"none", "measure", "alone", "given", "life"})  # needs beside the lists of words
_DISMISSAL, _FOR_FAULTS = "pemberhentian", frozenset({"cue"})
_REMOVALS = frozenset({_DISMISSAL, "pembebasan-jabatan"})
_FROM_POST = re.compile(  # who is removed from what: "mencopot Amir Hasan dari jabatan Kepala Dinas"
    r"(?:\s[A-Z][\w.'’-]*){0,6}\sdari\s(?:(?:jabatan|posisi|kursi|kedudukan|tugas)(?:nya)?|rektor|ketua|kepala|direktur)(?![\w-])"
    r"(?:\s[A-Z][\w-]*){0,4}"
)
_ENDING = r"(?:nya)?(?!\w)"
_NAMED = re.compile(
    r"\s{1,2}(?:\([^()\n]{1,40}\)\s)?\(?(?:pidana\s|hukuman\s|dengan\s)?"
    r"(?:pidana|penjara|kurungan|bui|denda|mati|seumur|cambuk|kerja|maksimal|minimal|paling|selama|di\satas|hingga|terukur|berupa|\d)"
)
_NAMED_LATER = re.compile(r"[^.;!?\n]{0,200}?\bdengan\s(?:ancaman\s)?(?:pidana|hukuman|penjara|kurungan|denda)\b")
_NONE = re.compile(r"\b(?:tidak|tak)\s(?:(?:akan|bisa|dapat|pernah)\s)?$")  # "tidak akan dipidana"
_NONE_BACK = 20  # characters before a form in which that stands
_THEIRS = ("sanksinya", "sangsinya")
_IS_ANOTHER = re.compile(  # behind "sanksinya", which then only announces it: "Sanksinya yaitu denda"
    r"\s(?:pun\s|juga\s)?(?:adalah|ialah|yaitu|yakni|berupa|tilang|denda|kurungan|penjara|\w{1,9}\s(?:tahun|bulan|hari))\b"
)
_NO_PRISON = re.compile(r"\s(?:pembinaan|rehabilitasi|kerja\ssosial|pelatihan)\b")  # "dihukum 3 bulan pembinaan"
_PRISON = re.compile(r"\s{1,2}\(?(?:di)?(?:penjara|kurungan|bui)")


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
    verb: str = ""  # what may stand apart from the form: "izin ... dicabut"


def find_sanctions(text: str, citations: Sequence[Cited] = ()) -> tuple[SanctionMention, ...]:
    """Every mention of a penalty in text order, none overlapping another.

    Args:
        text: The article.
        citations: What ``find_citations`` found in it; a penalty is told with the rule among them it comes from.

    >>> [(s.kind, s.detail) for s in find_sanctions("Pelanggar dijatuhi denda paling banyak Rp50 juta.")]
    [('denda', 'paling banyak Rp50 juta')]
    """
    low = lowered(text)
    search = _Search(text, low)
    found = _disjoint(search.mentions())
    if search.settled:
        found = _disjoint(search.mentions())
    if found and is_elsewhere(low):
        found = [mention for mention in found if mention.detail]
    if any(mention.kind == _DISMISSAL for mention in found) and is_of_layoffs(low):
        found = [mention for mention in found if mention.kind != _DISMISSAL or _punishes(low, mention)]
    sources = PenaltySources(text, low, citations, [mention.start for mention in found])
    return tuple(replace(mention, penalty=_penalty(text, low, mention, sources)) for mention in found)


def _punishes(low: str, mention: SanctionMention) -> bool:
    """Whether a dismissal is one for a fault, as its own words or those near it tell."""
    own = low[mention.start : mention.end]
    return "hormat" in own or own == "ptdh" or Around.of(low, mention.start, mention.end).back(_FOR_FAULTS)


def _penalty(text: str, low: str, mention: SanctionMention, sources: PenaltySources) -> Penalty | None:
    penalty = read_penalty(text, low, mention.start, mention.end, mention.detail)
    regulation, provisions = sources.source(mention.start, mention.end) or ("", ())
    penalty = replace(penalty, regulation=regulation, provisions=provisions)
    return None if penalty == Penalty() else penalty


def _disjoint(mentions: Iterable[SanctionMention]) -> list[SanctionMention]:
    """The mentions that overlap none before them; one with a measure takes the place of one without."""
    found: list[SanctionMention] = []
    for mention in mentions:
        if found and mention.start < found[-1].end:
            if mention.end <= found[-1].end or not mention.detail or found[-1].detail:
                continue
            found.pop()
        found.append(mention)
    return found


class _Search:
    """The search for penalties in one text.

    An everyday word ("dibongkar") that names a penalty in one place of an article, by the words near it, names it in
    the others too: ``settled`` holds such senses, and a second search finds the places that the first passed over.
    """

    def __init__(self, text: str, low: str) -> None:
        self._text, self._low = text, low
        self._starts = _starts(low)
        self.settled: set[_Sense] = set()

    def mentions(self) -> Iterator[SanctionMention]:
        """Every penalty in text order; some may overlap."""
        forms, end = _forms(), 0
        for start in self._starts:
            form = forms.phrases.match(self._low, start) if start >= end else None
            if form:
                named = (self._mention(form, sense) for sense in forms.senses[_key(form["form"])])
                mention = next(filter(None, named), None)
                if mention:
                    end = form.end()
                    yield mention

    def _mention(self, form: re.Match[str], sense: _Sense) -> SanctionMention | None:
        start, end = form.start(), _end(self._text, form, sense)
        if end is None:
            return None
        measure = _measured(self._low, form, sense, end)
        if not _complete(self._low, form, sense, measure) or not self._holds(start, end, sense):
            return None
        if not measure:
            end = degrees_behind(self._low, end) if sense.kind == "generic" else end
            post = _FROM_POST.match(self._text, end) if sense.kind in _REMOVALS else None
            return SanctionMention(start=start, end=post.end() if post else end, kind=sense.kind)
        detail = self._text[measure.detail_start : measure.detail_end]
        return SanctionMention(
            start=min(start, measure.start), end=max(end, measure.end), kind=sense.kind, detail=detail
        )

    def _holds(self, start: int, end: int, sense: _Sense) -> bool:
        """Whether what stands around the words lets them name a penalty."""
        around = Around.of(self._low, start, end)
        if around.forbid(sense.needs):
            return False
        if around.back(sense.needs):
            if sense.needs & NEAR:
                self.settled.add(sense)
            return True
        return sense in self.settled


def _end(text: str, form: re.Match[str], sense: _Sense) -> int | None:
    """Where the form ends, with the verb that stands apart where it has one; None where that is missing."""
    return verb_behind(sense.verb, text, *form.span()) if sense.verb else form.end()


def _measured(low: str, form: re.Match[str], sense: _Sense, end: int) -> Measure | None:
    """The measure beside the form, which ends at ``end``, or the form where it is one ("seumur hidup").

    A measure that belongs to "penjara" behind it is left to that word.
    """
    if sense.measure == "itself":
        start, end = form.span("form")
        return Measure(start=start, end=end, detail_start=start, detail_end=end)
    behind = measure_behind(sense.measure, low, end) if sense.measure in MEASURES else None
    if behind and "measure" in sense.needs and _PRISON.match(low, behind.end):
        return None
    if not behind and sense.measure == "time" and _PRISON.search(f" {form['form']}"):
        return duration_before(low, *form.span())
    if not behind and sense.measure == "strokes":
        return strokes_before(low, form.start())
    return behind


def _complete(low: str, form: re.Match[str], sense: _Sense, measure: Measure | None) -> bool:
    """Whether the form has the measure it needs, or stands without the penalty that it would only announce."""
    if "measure" in sense.needs and (not measure or _NO_PRISON.match(low, measure.end)):
        return False
    end = form.end()
    if "alone" not in sense.needs:
        return not (low.endswith(_THEIRS, form.start(), end) and _IS_ANOTHER.match(low, end))
    named = _NAMED.match(low, end) or _NAMED_LATER.match(low, end)
    return not named and not _NONE.search(low, max(0, form.start() - _NONE_BACK), form.start())


def _starts(low: str) -> list[int]:
    """Where a form may begin: at its first letters, but not within a word or behind a hyphen."""
    return [at for at in _forms().openings.starts(low) if not at or low[at - 1] not in "_-"]


@dataclass(frozen=True, slots=True)
class _Forms:
    phrases: Phrases
    openings: Openings
    senses: dict[str, list[_Sense]]


@cache
def _forms() -> _Forms:
    """The forms with their senses."""
    senses: dict[str, list[_Sense]] = {}
    spelled: set[str] = set()
    kinds = read_words("sanction_kinds.txt")
    for row in read_tsv("sanctions.tsv", "kind", "measure", "needs", "forms"):
        sense = _Sense(row["kind"], row["measure"], frozenset(row["needs"].split()))
        known = (
            sense.kind in kinds and sense.measure in {*MEASURES, "itself", "none"} and sense.needs <= _OWN | NEAR | FAR
        )
        if not known:
            raise LexiconError(f"sanctions.tsv: {sense} is not in the closed sets named above its header")
        for spelling in (form for written in row["forms"].split("|") for form in _spelled_out(written)):
            form, verb = parted(spelling)
            spelled.add(spaced(form))
            senses.setdefault(_key(form), []).append(replace(sense, verb=verb))
    phrases = Phrases(spelled, _ENDING)
    return _Forms(phrases, Openings(phrases.openings), senses)


def _spelled_out(form: str) -> Iterator[str]:
    """The forms that ``form`` writes with braces: "izin{,usaha} dicabut" is "izin dicabut", "izin usaha dicabut"."""
    choices = ([word.strip() for word in part.split(",")] for part in re.split(r"[{}]", form))
    return (" ".join(" ".join(words).split()) for words in product(*choices))


def _key(form: str) -> str:
    return re.sub(r"\W+", "", form.lower())
