"""Words that point at a rule cited before or right behind: "PP tersebut", "aturan itu", "beleid ini", bare "Perda"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.lexicon import read_tsv
from extract.record import Offsets
from extract.rules.word_trie import Openings, trie

# By whom and when a rule was signed: no other clause, and no "bulan itu" or "hal itu".
_SIGNED = (
    r"yang\sdi(?:teken|tandatangani|terbitkan|keluarkan|sahkan)\s"
    r"(?:(?!(?:hari|pekan|minggu|bulan|tahun|hal|saat|waktu|akan|telah|sudah|mulai|(?:me[mn]|ber|ter|di)\w{3,})\s)\w{1,20}\s){0,10}?"
)
_POINTER = re.compile(
    r"\s{1,3}(?:(?:(?:(?:yang\s)?(?:baru|lama|anyar)|terbaru|yang\sbaru\sdi\w{3,20})\s)?(?:yang\s)?(?:tersebut|itu|ini|tadi)"
    r"|dimaksud|yang\sdimaksud(?!\s\w{1,20}\s(?:\w{1,20}\s)?(?:adalah|ialah|yakni|yaitu)\s)|yang\ssama"
    r"|(?:yang\s(?:(?!bahwa\s)\w{1,20}\s){1,6}?|yang\sdi(?:teken|tandatangani|terbitkan|keluarkan|sahkan)\s(?:\w{1,20}\s){6,12}?"
    rf"|(?:\w{{1,20}}\s){{1,2}}?)tersebut|{_SIGNED}itu"
    r"|di\satas(?=[,.]))(?![\w-])"
)
_OF_COURT = re.compile(
    r"\s{1,3}(?:(?:tingkat|banding|kasasi|majelis|hakim|pengadilan|mahkamah|negeri|tinggi|agung|militer|tipikor|niaga|pn|pt|ma"
    r"|dilmil)\s){1,6}(?:[\w-]{1,20}\s){0,3}?(?:tersebut|itu)(?![\w-])"
)
_STATED = re.compile(
    r"\s(?:\w{1,20}\s){0,3}?"
    r"(?:yakni|yaitu|adalah|ialah|tertuang|termuat|dimuat|ditegaskan|disebutkan|tercantum|termaktub|diatur|dituangkan)(?:\s\w{1,20}){0,3}\s"
)
_STATED_REACH = 200  # characters; the pattern has at most seven words
_SEVERAL = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|kedua|ketiga|keempat|kelima|beberapa|sejumlah|semua|seluruh|segala|berbagai|banyak|para"
    r"|(?<!pasal\s)(?<!ayat\s)\d{1,3})\s$"
)
_TITLE = "tentang "  # begins a title, in which nothing points back: "UU 1/1946 tentang Peraturan Hukum Pidana tersebut"
# Characters from "aturan itu" back to its rule: on the annotated texts 1500 loses some, from 4000 on come wrong ones.
_REACH = 2500
# Characters from "aturan tersebut" in a lead on to the one rule cited behind it: in 5,000 open texts all eight up to
# 600 were right, and four of five beyond were wrong.
_AHEAD = 600
_NOT_AHEAD = frozenset({"keputusan", "ketentuan"})  # which leads have for whatever was decided
_OF_PROVISIONS = "ketentuan"  # means a rule where an article is spoken of right before, else what the rule says
_HELD = re.compile(  # says where that provision stands: "Ketentuan itu tertuang dalam Pasal 5", "tidak diatur dalam UU"
    r"\s(?:(?:tidak|tak|belum)\s(?:di|ter)\w{3,8}|(?:di|ter)\w{3,8}\s(?:dalam|di|pada)\s(?:pasal|bagian|bab))(?!\w)"
)
_PROVISION_REACH = 1000  # characters back to that article
_LETTER = "surat"  # means an edict only where no other letter is spoken of in between
_ANOTHER_LETTER = re.compile(r"\bsurat(?!\s(?:itu|ini|tersebut|tadi|dimaksud|edaran|keputusan|telegram)\b)")
_SAME = "yang sama"  # "dalam aturan yang sama" is one, "memberlakukan aturan yang sama" is not
_IN_SAME = re.compile(r"(?:\d\)?|\b(?:dalam|pada|di|dari))\s$")
_MOST = 200  # rules looked at behind a reference; no article cites as many within reach
_JOINED = re.compile(r"[^.!?;\n]*(?:,|\b(?:dan|serta|atau|maupun|&))\s{1,3}")
_OBJECT = re.compile(  # behind its subject: "Perda A mencabut Perda B", "UU A tentang Perubahan Kedua atas UU B"
    r"[^.!?;\n]*\b(?:mencabut|menggantikan|mengganti|membatalkan|menghapus|mengubah|turunan(?:\sdari)?|pelaksana(?:an)?(?:\sdari)?"
    r"|(?:perubahan|revisi|pencabutan|penetapan|pelaksanaan)(?:\s[\w-]{1,12})?(?:\s(?:atas|terhadap|dari))?)\s$"
)
_JOINED_REACH = 200  # characters, a title among them, between two rules named in one breath
_CODES = ("uud", "kuhp", "kuhap", "kuhper", "putusan", "putusan-mk", "treaty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """A mention of a rule, as something to point at: what it is, and the place of the citation it stands for."""

    start: int
    end: int
    kind: str
    id: str
    place: Offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A stretch that points at the rule ``id``, cited at ``antecedent``."""

    start: int
    end: int
    id: str
    antecedent: Offsets


def pointer_end(low: str, at: int) -> int:
    """Where "tersebut", "itu", "ini" or "dimaksud" ends that follows ``at``; 0 where none does."""
    found = _POINTER.match(low, at)
    return found.end() if found else 0


def several(low: str, start: int) -> bool:
    """Whether a word of number before ``start`` says that more than one rule is meant ("ketiga perda itu")."""
    return _SEVERAL.search(low, max(0, start - 14), start) is not None


def stated(low: str, end: int, start: int) -> bool:
    """Whether what stands between a reference and the next rule says that it is this rule."""
    return start - end <= _STATED_REACH and _STATED.fullmatch(low, end, start) is not None


def joined(low: str, end: int, start: int) -> bool:
    """Whether a rule that ends at ``end`` and the next at ``start`` are named in one breath ("Perda A dan Perda B").

    A singular behind two such rules points at neither for certain.
    """
    return start - end <= _JOINED_REACH and _JOINED.fullmatch(low, end, start) is not None


def is_object(low: str, end: int, start: int) -> bool:
    """Whether the rule ending at ``end`` changes or ends the one at ``start`` ("PP A mencabut PP B"), as in its title.

    What follows speaks of the rule that does it.
    """
    return start - end <= _JOINED_REACH and _OBJECT.fullmatch(low, end, start) is not None


def find_references(low: str, antecedents: Sequence[Antecedent]) -> Iterator[Reference]:
    """Unspecific words with a pointer ("aturan itu") whose rule was cited shortly before, or follows at once.

    What follows at once is what such a sentence is for: "Aturan itu tertuang dalam Perda Nomor 5 Tahun 2019".
    ``antecedents`` stand in text order; nothing inside one of them is a reference.
    """
    if not antecedents:
        return
    rules = [rule.start for rule in antecedents]
    free = 0  # one past the last reference
    for found in _found_words(low):
        word = " ".join(found.group().split())
        types = _types()[word]
        end = _pointer_end(low, found.end(), word, types)
        if not end or found.start() < free or several(low, found.start()) or low.endswith(_TITLE, 0, found.start()):
            continue
        at = bisect_left(rules, end)
        if at and antecedents[at - 1].end > found.start():
            continue
        before, behind = antecedents[max(0, at - _MOST) : at], antecedents[at : at + _MOST]
        if word == _OF_PROVISIONS and _HELD.match(low, end):
            continue
        rule = _stated(low, end, behind[:1])
        if not rule and _points_back(low, found.start(), end, word):
            rule = _latest(low, before, found.start(), types)
            if rule and word == _LETTER and _ANOTHER_LETTER.search(low, rule.end, found.start()):
                continue
            rule = rule or (None if word in _NOT_AHEAD else _ahead(before, behind, end, types))
        if rule:
            free = end
            yield Reference(start=found.start(), end=end, id=rule.id, antecedent=rule.place)


def _found_words(low: str) -> Iterator[re.Match[str]]:
    end = 0
    for start in _openings().starts(low):
        found = _words().match(low, start)
        if found and start >= end and not (start and low[start - 1] == "-"):
            yield found
            end = found.end()


def _stated(low: str, end: int, following: Sequence[Antecedent]) -> Antecedent | None:
    return following[0] if following and stated(low, end, following[0].start) else None


def _pointer_end(low: str, at: int, word: str, types: Sequence[str]) -> int:
    """Where the pointer behind ``word`` ends: its own "-nya", "tersebut", or a court and "tersebut"; 0 for none."""
    if word.endswith("nya"):
        return at
    court = _OF_COURT.match(low, at) if "putusan" in types else None
    return court.end() if court else pointer_end(low, at)


def _points_back(low: str, start: int, end: int, word: str) -> bool:
    """Whether a word for provisions has one to mean, and "yang sama" stands where a rule does."""
    if word == _OF_PROVISIONS and low.rfind("pasal", max(0, start - _PROVISION_REACH), start) < 0:
        return False
    return not low.endswith(_SAME, start, end) or _IN_SAME.search(low, max(0, start - 8), start) is not None


def _fits(rule: Antecedent, types: Sequence[str]) -> bool:
    return rule.kind in types or ("*" in types and rule.kind not in _CODES)


def _ahead(
    before: Sequence[Antecedent], behind: Sequence[Antecedent], end: int, types: Sequence[str]
) -> Antecedent | None:
    """The one rule of these types shortly behind a word that a lead has before any is cited, None for several."""
    if any(_fits(rule, types) for rule in before):
        return None
    fitting = [rule for rule in behind if rule.start - end <= _AHEAD and _fits(rule, types)]
    return fitting[0] if len({rule.id for rule in fitting}) == 1 else None


def _latest(low: str, antecedents: Sequence[Antecedent], before: int, types: Sequence[str]) -> Antecedent | None:
    """The last rule of these types within reach, None where another stands beside it."""
    fitting = [rule for rule in antecedents if before - rule.end <= _REACH and _fits(rule, types)]
    if not fitting:
        return None
    last = fitting[-1]
    at = len(fitting) - 1
    while at and is_object(low, fitting[at - 1].end, fitting[at].start):
        at -= 1
    if fitting[at] is not last:
        return fitting[at]
    beside = [rule for rule in fitting[-2:-1] if rule.id != last.id and joined(low, rule.end, last.start)]
    return None if beside else last


@cache
def _types() -> dict[str, tuple[str, ...]]:
    rows = read_tsv("regulation_references.tsv", "word", "types")
    return {row["word"]: tuple(row["types"].split()) for row in rows}


@cache
def _words() -> re.Pattern[str]:
    return re.compile(trie(set(_types())) + r"(?![\w-])")


@cache
def _openings() -> Openings:
    return Openings({word.split()[0] for word in _types()})
