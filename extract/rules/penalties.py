"""What a text says of a penalty beyond its kind: amount, duration, degree and how far it has come."""

import re
from functools import cache

from extract.lexicon import LexiconError, read_toml
from extract.record import Penalty, SanctionStatus
from extract.rules.amounts import read_amounts, read_durations
from extract.rules.sanction_clauses import DEGREES
from extract.rules.word_trie import spaced, trie

_BACK, _AHEAD = 220, 40  # characters of the sentence read before a penalty and behind it
_WITHIN = 40  # characters in which a word of doubt reaches a word of imposing: "meminta hakim menjatuhkan"
# A stop behind a word and before a capital, a line's end, or the end of a quotation that its attribution follows.
SENTENCE_END = re.compile(
    r"[.!?;\n\"”](?:(?<=\n)|(?<=,[\"”])\s"
    r"|(?<=[\w)%”\"’][\w)%”\"’][.!?;])[\"”’,]*\s*(?=[\"“‘(-]?\s?[A-Z]))"
)
_DEGREE = re.compile(
    r"(?:hukuman|sanksi)(?:\s(?:disiplin|administratif|administrasi|pidana))?(?:\s(?:tingkat|kategori))?"
    rf"\s(?P<degree>ringan|sedang|berat)(?!\w)(?!{DEGREES})"
    r"(?<!sedang(?=\s(?:di|me)))"
)
_CUES = {
    "threatened": SanctionStatus.THREATENED,
    "limits": SanctionStatus.THREATENED,
    "weak": SanctionStatus.THREATENED,
    "possible": SanctionStatus.POSSIBLE,
    "conditions": SanctionStatus.POSSIBLE,
    "asked": SanctionStatus.POSSIBLE,
    "imposed": SanctionStatus.IMPOSED,
    "done": SanctionStatus.IMPOSED,
}
_LISTS = {*_CUES, "denied", "between", "not_denied", "behind_possible", "behind_imposed", "behind_denied", "unreal"}
_LISTS |= {"acts", "gives", "rules", "classes", "aims", "listing"}
_ASKED = re.compile(r"[^.!?;\n]{0,120}\?")  # "Apakah ia dicopot?"
# "kalau (tidak dibayar)": what stands in for a fine is no condition.
_UNPAID = re.compile(r"\s(?:denda\s)?(?:itu\s|tersebut\s)?(?:tidak|tak)\s(?:mampu\s)?(?:di|mem)?bayar")
_VERB = re.compile(r"(?!dipidana)(?:di-?|me)[a-z]{4}")
# "izinnya dicabut"
_VERB_LAST = re.compile(r"\sdi(?:cabut|bekukan|potong|tunda|turunkan|hentikan|batalkan|blokir)(?!\w)")
# Behind a demand that has its measure another one speaks: "menuntut 8 tahun, hakim (memvonis)".
_DEMANDED = re.compile(
    r"(?:tahun|bulan|hidup|mati|juta|miliar|bebas)(?!\w)[^,;]{0,25}"
    r"(?:[,;]|\s(?:tapi|tetapi|namun|sedangkan|lalu)\s)"
)
_THAT_ONE = re.compile(r"\s(?:itu|tersebut|tadi|ini)\s")


def read_penalty(text: str, low: str, start: int, end: int, detail: str) -> Penalty:
    """What the text says of the penalty at ``start`` to ``end``, whose amount or duration is ``detail``.

    >>> text = "Hakim menjatuhkan denda Rp50 juta."
    >>> read_penalty(text, text.lower(), 18, 33, "Rp50 juta").status.value
    'imposed'
    """
    amounts = read_amounts(detail) if detail else (None, None)
    durations = read_durations(detail) if detail else ("", "")
    degree = _DEGREE.match(low, start)
    return Penalty(
        amount_from=amounts[0],
        amount_to=amounts[1],
        duration_from=durations[0],
        duration_to=durations[1],
        degree=degree["degree"] if degree else "",
        status=read_status(text, low, start, end),
    )


def read_status(text: str, low: str, start: int, end: int) -> SanctionStatus | None:
    """How far the penalty at ``start`` to ``end`` has come; None where its sentence does not tell.

    >>> text = "Pegawai itu tidak dikenai sanksi."
    >>> read_status(text, text.lower(), 26, 32).value
    'denied'
    """
    if _ASKED.match(low, end):
        return None
    begin = _told_from(text, low, start)
    if _words("possible").search(low, start, end):
        return SanctionStatus.POSSIBLE  # "kalau tidak ada, izinnya bisa dicabut"
    if _denied(low[begin:start]):
        return SanctionStatus.DENIED
    told = _told(low[begin:end], start - begin)
    if told:
        return told
    if _tells_of_doing(low, begin, start, end):
        return _done(low, begin, start, end)
    return _told_behind(low[end : end + _AHEAD])


def _tells_of_doing(low: str, begin: int, start: int, end: int) -> bool:
    """Whether the penalty is a verb ("dipecat"), ends in one, or stands right behind a word of doing or giving it."""
    if _VERB.match(low, start) or _VERB_LAST.search(low, start, end) or _right_before("acts").search(low, begin, start):
        return True
    return bool(_right_before("gives").search(low, begin, start)) and not _words("rules").search(low, begin, start)


def _done(low: str, begin: int, start: int, end: int) -> SanctionStatus | None:
    """What a verb of penalty tells without a word of doubt: that it happened, if not to whoever does something."""
    if _words("unreal").search(low, begin, start) or _right_before("aims").search(low, begin, start):
        return None
    if _behind("conditions").match(low, end, end + _AHEAD):
        return SanctionStatus.POSSIBLE
    whoever = _words("classes").match(low, begin)
    of_rule = whoever and not _THAT_ONE.search(low, begin, start)
    return SanctionStatus.THREATENED if of_rule else SanctionStatus.IMPOSED


def _told_from(text: str, low: str, start: int) -> int:
    """Where the sentence of ``start`` begins, or the one before where it only lists: "Di antaranya mencabut izin"."""
    begin = sentence_start(text, start, _BACK)
    opening = _words("listing").match(low, begin)
    return sentence_start(text, begin - 1, _BACK) if opening and begin else begin


def sentence_start(text: str, at: int, back: int) -> int:
    """Where the sentence of ``at`` begins, or ``back`` characters before where it began further away."""
    base = max(0, at - back)
    ends = [found.end() for found in SENTENCE_END.finditer(text, base, at + 1)]
    return ends[-1] if ends else base


def _denied(before: str) -> bool:
    found = _right_before("denied").search(before)
    return found is not None and not _words("not_denied").search(before, found.start())


def _told(words: str, start: int) -> SanctionStatus | None:
    """What the cues in ``words`` say, which end with a penalty that begins at ``start``."""
    cues = (match for match in _words(*_CUES).finditer(words) if not _UNPAID.match(words, match.end()))
    found = [(match.start(), _cues()[_key(match[0])]) for match in cues]
    names = {cue for _, cue in found}
    found = [(at, cue) for at, cue in found if cue not in {"limits", "weak", "done"}]
    if done := _right_before("done").search(words, 0, start):
        found.append((done.start(), "done"))
    if not found:
        return SanctionStatus.THREATENED if names & {"limits", "weak"} else None
    at, last = found[-1]
    status = _CUES[last]
    if status is SanctionStatus.IMPOSED:
        doubts = [_CUES[cue] for place, cue in found if _doubts(cue, words[place:at])]
        return doubts[-1] if doubts else status
    of_rule = "limits" in names or (len(found) > 1 and found[-2][1] == "threatened" and at - found[-2][0] <= _WITHIN)
    return SanctionStatus.THREATENED if last == "possible" and of_rule else status


def _doubts(cue: str, words: str) -> bool:
    """Whether ``cue`` leaves open what is imposed behind these words: "meminta hakim (menjatuhkan)"."""
    if cue == "conditions" or _CUES[cue] is SanctionStatus.IMPOSED:
        return cue == "conditions"
    return len(words) <= _WITHIN and not (cue == "asked" and _DEMANDED.search(words))


def _told_behind(behind: str) -> SanctionStatus | None:
    behind = SENTENCE_END.split(behind, maxsplit=1)[0]
    told = {name: _behind(f"behind_{name}").match(behind) for name in ("denied", "possible", "imposed")}
    return next((SanctionStatus(name) for name, match in told.items() if match), None)


@cache
def _cues() -> dict[str, str]:
    lists = read_toml("penalty_status.toml")
    if set(lists) != _LISTS or not all(isinstance(word, str) for words in lists.values() for word in words):
        raise LexiconError(f"penalty_status.toml: expected lists of words with the names {sorted(_LISTS)}")
    return {_key(word): name for name in _CUES for word in lists[name]}


@cache
def _words(*names: str) -> re.Pattern[str]:
    _cues()
    words = {spaced(word) for name in names for word in read_toml("penalty_status.toml")[name]}
    return re.compile(rf"(?<![\w-]){trie(words)}(?!\w)")


@cache
def _right_before(name: str) -> re.Pattern[str]:
    return re.compile(rf"{_words(name).pattern}(?:\s{{1,2}}{_words('between').pattern}){{0,5}}\s{{1,2}}\Z")


@cache
def _behind(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\s[\w-]{{1,15}}){{0,4}}?\s{_words(name).pattern}")


def _key(word: str) -> str:
    return re.sub(r"\W+", "", word)
