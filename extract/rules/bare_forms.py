"""Bare forms that stand for a rule cited elsewhere in the text: "Perda" and "Perda tersebut" for the by-law cited."""

import re
from collections.abc import Sequence

from extract.rules.citations import Naming
from extract.rules.references import Reference, pointer_end, several, stated
from extract.rules.rule_issuers import issuer_slug

_COMMON = frozenset({"uu", "putusan", "instruksi", "se", "other"})  # bare, these words mean any of their kind
_DRAFTS = {"uu": "ruu", "perda": "raperda", "qanun": "rqanun", "pp": "rpp", "perpres": "rperpres"}
_AHEAD = frozenset(  # bare before their only citation, as leads name them; the rest speak of their kind there too often
    {"perda", "qanun", "perdes", "pergub", "perbup", "perwali", "pkpu", "perbawaslu", "perpres", "skb", "putusan-mk"}
)
_ANY = re.compile(
    r"\b(?:ada|adanya|membuat|buat|bikin|menyusun|disusun|membentuk|menjadi|jadi|berupa|bentuk|sebuah|suatu|semacam|setiap|tiap"
    r"|antar|menunggu|nunggu|mengusulkan|sejenis|selevel|setingkat|\d{1,4})\s$"
)
_BACK = 16  # characters before a form in which such a word stands


class BareForms:
    """The bare forms of one text, and the rules that they stand for.

    Args:
        low: The text in lower case.
        namings: Every naming of the text, in order.
        ids: The rule of each naming that has number or name, "" for the bare ones.
    """

    def __init__(self, low: str, namings: Sequence[Naming], ids: Sequence[str]) -> None:
        self._low, self._namings, self._ids = low, namings, ids
        self._cited: dict[str, list[str]] = {}
        self._before: list[tuple[str, ...]] = []  # for each naming, the last two rules of its kind before it
        for naming, rule in zip(namings, ids, strict=True):
            seen = self._cited.setdefault(naming.kind, [])
            self._before.append(tuple(seen[-2:]))
            if rule and rule not in seen[-1:]:
                seen.append(rule)

    def reference(self, i: int) -> Reference | None:
        """What the bare form at ``i`` stands for, with its pointer; None where that is not certain."""
        naming = self._namings[i]
        if naming.kind == "other":
            return None
        limit = self._namings[i + 1].start if i + 1 < len(self._namings) else len(self._low)
        end = pointer_end(self._low, naming.end)
        pointed = naming.end < end <= limit
        rule = self._pointed(i, end) if pointed else self._unpointed(i)
        if not rule or not _issued_alike(naming, rule):
            return None
        return Reference(start=naming.start, end=end if pointed else naming.end, id=rule)

    def _pointed(self, i: int, end: int) -> str:
        naming = self._namings[i]
        if several(self._low, naming.start):
            return ""
        following = self._ids[i + 1] if i + 1 < len(self._ids) else ""
        if following and stated(self._low, end, self._namings[i + 1].start):
            return following
        before = self._before[i]
        return before[-1] if before else self._only(_DRAFTS.get(naming.kind, ""))

    def _unpointed(self, i: int) -> str:
        naming, before = self._namings[i], self._before[i]
        if naming.kind in _COMMON or self._means_any(naming):
            return ""
        if not before and naming.kind in _AHEAD:
            return self._only(naming.kind)
        return before[0] if len(before) == 1 else ""

    def _means_any(self, naming: Naming) -> bool:
        if several(self._low, naming.start) or self._low.startswith(" lain", naming.end):
            return True
        return _ANY.search(self._low, max(0, naming.start - _BACK), naming.start) is not None

    def _only(self, kind: str) -> str:
        """The one rule of this kind that the text cites, "" for none or several."""
        cited = self._cited.get(kind, [])
        return cited[0] if len(cited) == 1 else ""


def _issued_alike(naming: Naming, rule: str) -> bool:
    """Whether the ministry that the form names, if any, is the one that issued ``rule``."""
    return not naming.words or rule.startswith(f"{naming.kind}-{issuer_slug('ministry', naming.words, '')}/")
