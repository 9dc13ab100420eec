"""Decisions of offices by the word alone: "SK tersebut" and "SK Nomor 5 Tahun 2019" for one of a governor."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.rules.citations import Naming
from extract.rules.references import Reference, pointer_end, several

_KINDS = frozenset({"kepgub", "kepbup", "kepwali", "kepmen", "keppres"})
_WORD = re.compile(r"sk|surat\s{1,3}keputusan|keputusan")
_REACH = 2500  # characters back to the decision


class OfficeDecisions:
    """The numbered decisions of offices of one text, and the words that stand for them.

    Args:
        low: The text in lower case.
        namings: Every naming of the text, in order.
        ids: The rule of each naming that has number or name, "" for the others.
    """

    def __init__(self, low: str, namings: Sequence[Naming], ids: Sequence[str]) -> None:
        self._low, self._namings, self._ids = low, namings, ids
        self._cited = [i for i, naming in enumerate(namings) if ids[i] and naming.kind in _KINDS]
        self._numbered = {(namings[i].number, namings[i].year): i for i in reversed(self._cited)}

    def reference(self, i: int) -> Reference | None:
        """The decision that the naming at ``i`` stands for: by its number, or as the last one where it points back."""
        naming = self._namings[i]
        if not self._cited or naming.kind != "other" or not _WORD.fullmatch(self._low, naming.start, naming.head.end):
            return None
        if naming.number:
            same = self._numbered.get((naming.number, naming.year))
            return None if same is None else self._to(same, naming, naming.end)
        end = pointer_end(self._low, naming.end)
        last = self._last(i) if end and not several(self._low, naming.start) else None
        return None if last is None else self._to(last, naming, end)

    def _last(self, i: int) -> int | None:
        """The decision cited last, None for a far one, and where another one without a known issuer stands between."""
        at = bisect_left(self._cited, i)
        last = self._cited[at - 1] if at else None
        if last is None or self._namings[i].start - self._namings[last].end > _REACH:
            return None
        return None if any(map(self._is_another, self._namings[last + 1 : i])) else last

    def _is_another(self, naming: Naming) -> bool:
        known = (naming.number, naming.year) in self._numbered or pointer_end(self._low, naming.end)
        return naming.kind == "other" and not known

    def _to(self, cited: int, naming: Naming, end: int) -> Reference:
        at = (self._namings[cited].start, self._namings[cited].end)
        return Reference(start=naming.start, end=end, id=self._ids[cited], antecedent=at)
