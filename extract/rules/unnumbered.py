"""Rules named by who issues them alone, without number or name: "Permenkes", a "Peraturan Pemerintah" still to come."""

import re
from collections.abc import Sequence

from extract.rules.bare_forms import BareForms, in_prose, issuer_of
from extract.rules.citations import Naming
from extract.rules.drafts import law_name
from extract.rules.issuing_places import issuing_place
from extract.rules.references import pointer_end, several

_KINDS = frozenset({"permen", "pp"})
_PLACED = {  # the class of their issuer, and what its slug begins with
    "pergub": ("province", "provinsi-"),
    "perbup": ("regency", "kabupaten-"),
    "perwali": ("city", "kota-"),
}
_POINTED = frozenset({*_PLACED, "perpres", "keppres"})  # meant where the text points at one ("pergub itu")
_INTRODUCED = frozenset({"perpres", "keppres", "inpres"})  # where it spells one out: "Instruksi Presiden (Inpres)"
_LAWS = frozenset({"uu", "ruu"})
_ANY = re.compile(r"\b(?:berupa|bentuk|sebuah|suatu|semacam|setiap|tiap|sejenis|selevel|setingkat|atau|tanpa)\s$")
_LEVEL = re.compile(r"\b(?:setingkat|sekelas|semacam|menko|kemenko)\s$")
_OTHER = re.compile(
    r"\s(?:\d|(?:provinsi|daerah|kota|kabupaten|pusat|desa|setempat)(?!\w))"
)  # "peraturan pemerintah daerah"
_LETTERS = 4  # forms this short are letters, which others use too ("PMK", "PP")
_BACK = 16  # characters before a form in which such a word stands


class Unnumbered:
    """The rules of one text that have neither number nor name.

    Args:
        text: The text.
        namings: Every naming of the text, in order.
        ids: The rule of each naming that has number or name, "" for the bare ones.
        targets: For a naming of a bill that says which rule it changes, the id of that rule, else "".
        bare: The bare forms of the text.
    """

    def __init__(
        self, text: str, namings: Sequence[Naming], ids: Sequence[str], targets: Sequence[str], bare: BareForms
    ) -> None:
        self._text, self._low, self._namings, self._bare = text, bare.low, namings, bare
        told = list(zip(namings, ids, targets, strict=True))
        spelled = [naming for naming in namings if naming.kind in _KINDS and not _is_letters(naming)]
        self._spelled = {(naming.kind, issuer_of(naming)) for naming in spelled}
        self._issued = {
            (naming.kind, issuer_of(naming)) for naming, rule, _ in told if rule and naming.kind == "permen"
        }
        self._numbered = any(rule for naming, rule, _ in told if naming.kind == "pp")
        cited = {naming.kind for naming, rule, _ in told if rule}
        self._pointed_at = {n.kind for n in namings if n.kind in _POINTED - cited and pointer_end(self._low, n.end)}
        introduced = [n for n in namings if n.kind in _INTRODUCED - cited and n.end > n.head.end]
        self._introduced = {naming.kind for naming in introduced if not self._is_any(naming)}
        self._laws = {law_name(target or rule) for naming, rule, target in told if rule and naming.kind in _LAWS}

    def id_of(self, i: int, place: str = "") -> str:
        """Id of the rule that the naming at ``i`` means where the text cites none of its kind, "" for none.

        A minister's goes by its ministry ("~permen-kesehatan"), one of the government by the law or bill that it is
        to carry out, the only one of the text ("~pp-desa"; "~pp" where there is none), a governor's, regent's or
        mayor's by ``place``, the slug of the region that the text is about ("~pergub-provinsi-lampung").
        """
        naming = self._namings[i]
        if naming.kind in self._pointed_at:
            return self._of_place(naming, place)
        if naming.kind in self._introduced:
            return "" if self._is_any(naming) else f"~{naming.kind}"
        if naming.kind not in _KINDS or not self._is_meant(naming):
            return ""
        if naming.kind == "pp":
            return self._carrying_out(i)
        issuer = issuer_of(naming)
        return f"~permen-{issuer}" if issuer and (naming.kind, issuer) not in self._issued else ""

    def end_of(self, i: int) -> int:
        """Where that naming ends, the words that point at it included ("PP tersebut")."""
        end = self._namings[i].end
        return pointer_end(self._low, end) or end

    def _of_place(self, naming: Naming, place: str) -> str:
        """Id of the one rule of its kind that the text points at, "" where this naming means any."""
        if several(self._low, naming.start) or not in_prose(self._low, naming.start):
            return ""
        issuer, level = _PLACED.get(naming.kind, ("", ""))
        own = issuing_place(issuer, place) if level else ""
        return f"~{naming.kind}-{own}" if level and own.startswith(level) else f"~{naming.kind}"

    def _is_any(self, naming: Naming) -> bool:
        """Whether a naming means any rule of its kind ("bisa berupa Perpres")."""
        if several(self._low, naming.start) or not in_prose(self._low, naming.start):
            return True
        return _ANY.search(self._low, max(0, naming.start - _BACK), naming.start) is not None

    def _is_meant(self, naming: Naming) -> bool:
        """Whether one such rule is meant: not a kind or level of rules, a keyword, or letters that others use."""
        start = naming.start
        if several(self._low, start) or not in_prose(self._low, start):
            return False
        others = _is_letters(naming) and (naming.kind, issuer_of(naming)) not in self._spelled
        return not others and not _LEVEL.search(self._low, max(0, start - _BACK), start)

    def _carrying_out(self, i: int) -> str:
        """Id of a "Peraturan Pemerintah"; in small letters without "(PP)" that is any rule of the government."""
        naming = self._namings[i]
        one = self._text[naming.start].isupper() or naming.end > naming.head.end
        if not one or self._numbered or i in self._bare.kinds or len(self._laws) > 1:
            return ""
        return "" if _OTHER.match(self._low, naming.end) else "-".join(("~pp", *self._laws))


def _is_letters(naming: Naming) -> bool:
    return naming.head.end - naming.head.start <= _LETTERS
