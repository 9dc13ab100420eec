"""Penalties told by a clause or a list: "izin usaha PT Maju dicabut", "sanksi ringan, sedang, hingga berat"."""

import re
from functools import cache

from extract.rules.word_trie import spaced, trie

_OTHERS = "perda|perwali|perbup|pergub|aturan|peraturan|keputusan|laporan|gugatan|status|hak|syarat|pajak|retribusi"
_BREAKS = (
    "karena|sebab|untuk|agar|supaya|jika|bila|kalau|apabila|tidak|tak|belum|bukan|jangan|dan|atau|serta|tetapi|tapi|namun|lalu|hingga|sampai"
    "|setelah|usai|sebelum|sejak|saat|ketika|dengan|tanpa|oleh|yang|juga|selama|sementara|sedangkan|bahwa|adalah|merupakan|menjadi|kemudian"
)
_VERBS = r"di(?!nas|rektur|reksi)\w{4,}|me[mnlry](?!teri|ara)\w{3,}|ber\w{4,}|ter(?!ancam|paksa)\w{4,}"
# A word of whose it is, and no verb (but in capitals: "PT Melati") or thing of its own: "dokter itu", "lima ASN".
_OWNER = (
    rf"\s{{1,2}}(?:\([\w ]{{1,20}}\)|(?!(?:(?i:{_OTHERS}|{_BREAKS})|{_VERBS})(?!\w))"
    r"(?:(?i:pt|cv|dr|drs|h)\.|\w[\w'’/-]{0,25}(?:\.\w{1,20}){0,3}))"
)
_WHO = r"(?:\s{1,2}yang\s(?:(?:tidak|tak)\s)?(?:di|me|ber|ter)\w{3,15})?"  # "perusahaan yang melanggar"
_CLAUSE_OWNER = rf"(?:{_OWNER}){{0,6}}?{_WHO}(?:{_OWNER}){{0,3}}?"
SHORT_OWNER = rf"(?:{_OWNER}){{0,5}}?"
_LACKING = ("tanpa ", "minta ", "kantongi ", "memiliki ", "punya ")  # "tanpa izin warga ... dicabut"
DEGREES = (
    r"(?:(?:,|,?\s(?:dan|atau|hingga|maupun|sampai|serta|dan/atau))\s{1,2}"
    r"(?:(?:sanksi|hukuman|tingkat|kategori|disiplin)\s){0,2}(?:ringan|sedang|berat)(?!\w)(?!\s(?:di|me)\w))"
)
_DEGREES = re.compile(rf"(?<=ringan|sedang|.berat){DEGREES}{{1,2}}")


def parted(form: str) -> tuple[str, str]:
    """The noun of a form and the verb that may stand apart: "izin ... dicabut"; no verb where it has none."""
    noun, _, verb = form.partition(" ... ")
    return noun, verb


def verb_behind(verb: str, text: str, start: int, end: int) -> int | None:
    """Where the verb ends that belongs to the noun at ``start`` to ``end``, with its owner in between.

    >>> text = "Izin usaha PT Maju dicabut"
    >>> verb_behind("dicabut", text, 0, 4) == len(text)
    True
    """
    found = None if text.endswith(_LACKING, 0, start) else _clause(verb).match(text, end)
    return found.end() if found else None


def degrees_behind(low: str, at: int) -> int:
    """Where a list of degrees ends whose first one ends at ``at``; ``at`` where there is none.

    >>> low = "sanksi ringan, sedang, hingga berat"
    >>> low[: degrees_behind(low, 13)] == low
    True
    """
    found = _DEGREES.match(low, at)
    return found.end() if found else at


@cache
def _clause(verb: str) -> re.Pattern[str]:
    return re.compile(rf"{_CLAUSE_OWNER}\s{{1,2}}(?i:{trie({spaced(verb)})})(?!\w)")
