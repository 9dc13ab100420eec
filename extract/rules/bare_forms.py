"""Bare forms that stand for a rule cited elsewhere in the text: "Perda" and "Perda tersebut" for the by-law cited."""

import re
from collections.abc import Iterator, Sequence

from extract.rules.citations import Naming
from extract.rules.court_references import court_reference
from extract.rules.references import Reference, is_object, joined, pointer_end, several, stated
from extract.rules.rule_issuers import issuer_slug

_COMMON = frozenset({"uu", "putusan", "instruksi", "other"})  # bare, these words mean any of their kind
_DRAFTS = {
    "uu": "ruu",
    "perda": "raperda",
    "qanun": "rqanun",
    "pp": "rpp",
    "perpres": "rperpres",
    "pergub": "rapergub",
    "perbup": "raperbup",
    "perwali": "raperwali",
    "permen": "rpermen",
    "pkpu": "rpkpu",
}
_LAWS = {draft: law for law, draft in _DRAFTS.items()}
_AHEAD = frozenset(  # bare before their only citation, as leads name them; the rest speak of their kind there too often
    {"perda", "qanun", "perdes", "pergub", "perbup", "perwali", "pkpu", "perbawaslu", "perpres", "skb", "putusan-mk"}
)
_MAIN = "putusan-mk"  # bare it means the one that an article is about, which is cited first
_EXISTS = re.compile(r"(?<!harus\s)(?<!belum\s)(?<!tidak\s)(?<!kalau\s)(?<!jika\s)\b(?:ada|adanya)\s$")
_ANY = re.compile(
    r"\b(?:ada|adanya|harus|membuat|buat|bikin|menyusun|disusun|membentuk|menjadi|jadi|berupa|bentuk|sebuah|suatu|semacam|setiap|tiap"
    r"|sebagai|antar|menunggu|nunggu|mengusulkan|sejenis|selevel|setingkat|\d{1,4})\s$"
)
_NOT_THIS = re.compile(  # "RUU yang belum rampung", "Permendag baru", "Permendag 59"
    r"\s(?:lain|baru|sebelumnya|prolegnas|prioritas|pengangkatan|pemberhentian|yang\s|\d)"
)
_JOINS = re.compile(r"\s?(?:,|/|,?\s(?:dan/atau|dan|atau|maupun|serta|hingga|sampai))\s(?:(?:ada\s)?(?:di|dalam)\s)?")
_SENTENCE_SIGN = re.compile(r"[.,:;!?\"”]")
_CLAUSE = re.compile(  # belongs to the reference: "sesuai Perda yang berlaku", "Raperbup yang diajukan itu"
    r"\s(?:yang\s(?:(?P<any>berlaku|diajukan|diusulkan)|lama|ada\ssekarang|(?P<new>baru)(?!\s(?:saja|akan|(?:di|ber|me)\w)))"
    r"|(?P<house>(?:inisiatif|usul(?:an)?|prakarsa)\s(?:dpr|dewan|baleg|pemerintah)|dpr)(?:\sri)?)(?P<pointer>\s(?:itu|ini|tersebut))?(?![\w-])"
)
# "RUU harus dibahas dengan asas keterbukaan" holds for any of them.
_OF_ANY_BILL = re.compile(r"\sharus\s(?:berdasar|di\w{2,20}\s(?:berdasar|dengan\sasas))")
_LONG_LINE = 90  # characters; headings and keywords are shorter
_MOST_DECISIONS = 20  # that a bare one is compared with; no article cites as many
_BACK = 16  # characters before a form in which such a word stands


class BareForms:
    """The bare forms of one text, and the rules that they stand for.

    ``kinds`` are the namings that only list kinds of rules ("ada di PP, Pergub, Perda").

    Args:
        low: The text in lower case.
        namings: Every naming of the text, in order.
        ids: The rule of each naming that has number or name, "" for the bare ones.
        targets: For a naming of a bill that says which rule it changes, the id of that rule, else "".
    """

    def __init__(self, low: str, namings: Sequence[Naming], ids: Sequence[str], targets: Sequence[str]) -> None:
        self.low, self._namings, self._ids, self._targets = low, namings, ids, targets
        self._cited: dict[str, list[int]] = {}  # by kind, each change from one rule to another
        self._before: list[tuple[int, ...]] = []  # for each naming, the last two rules of its kind before it
        self._recent: list[tuple[int, ...]] = []  # and the last two citations of its kind
        latest: dict[str, tuple[int, ...]] = {}
        for i, (naming, rule) in enumerate(zip(namings, ids, strict=True)):
            seen = self._cited.setdefault(naming.kind, [])
            self._before.append(tuple(seen[-2:]))
            self._recent.append(latest.get(naming.kind, ()))
            if rule:
                latest[naming.kind] = (*self._recent[-1][-1:], i)
            if rule and rule not in {ids[cited] for cited in seen[-1:]}:
                seen.append(i)
            if rule and naming.changes and naming.changes.number:
                self._cited.setdefault(naming.changes.kind, []).append(i)

        self.kinds = frozenset(self._named_kinds())

    def _named_kinds(self) -> Iterator[int]:
        """Namings that only list kinds of rules ("ada di PP, Pergub, Perda"): of one at least nothing is cited."""
        runs: list[list[int]] = [[]]
        for i, naming in enumerate(self._namings):
            if self._ids[i]:
                continue
            last = runs[-1]
            if last and not (last[-1] == i - 1 and _JOINS.fullmatch(self.low, self._namings[i - 1].end, naming.start)):
                runs.append([])
            runs[-1].append(i)
        for run in runs:
            if len({self._namings[bare].kind for bare in run}) > 1 and any(
                not self._cited.get(self._namings[bare].kind) for bare in run
            ):
                yield from run

    def reference(self, i: int) -> Reference | None:
        """What the bare form at ``i`` stands for, with its pointer; None where that is not certain."""
        naming = self._namings[i]
        if naming.head.form.bare == "year" or (naming.kind == "other" and not issuer_of(naming)):
            return None
        limit = self._namings[i + 1].start if i + 1 < len(self._namings) else len(self.low)
        end = pointer_end(self.low, naming.end)
        pointed = naming.end < end <= limit
        if not pointed and naming.kind == "putusan":
            return self._of_court(naming)
        cited = self._pointed(i, end) if pointed else self._unpointed(i)
        if cited is None or not _issued_alike(naming, rule := self._namings[cited]):
            return None
        same = naming.kind == rule.kind or (not pointed and self._is_new(naming))
        return Reference(
            start=naming.start,
            end=end if pointed else self._unpointed_end(naming),
            id=self._ids[cited] if same else self._targets[cited] or self._ids[cited],
            antecedent=(rule.start, rule.end),
        )

    def _of_court(self, naming: Naming) -> Reference | None:
        """The decision that "putusan kasasi" means, with the words that tell it."""
        cited = self._cited["putusan"][:_MOST_DECISIONS]
        told = court_reference(self.low, naming.end, [(self._namings[i], self._ids[i]) for i in cited])
        if not told or pointer_end(self.low, told[1]):
            return None
        which, end = cited[told[0]], told[1]
        at = (self._namings[which].start, self._namings[which].end)
        return Reference(start=naming.start, end=end, id=self._ids[which], antecedent=at)

    def _pointed(self, i: int, end: int) -> int | None:
        naming = self._namings[i]
        if several(self.low, naming.start):
            return None
        following = i + 1 < len(self._ids) and self._ids[i + 1]
        if following and stated(self.low, end, self._namings[i + 1].start):
            return i + 1
        before = self._before[i]
        if self._two_at_once(i):
            return None
        if len(before) > 1 and is_object(self.low, self._namings[before[0]].end, self._namings[before[1]].start):
            return before[0]
        if before:
            return before[-1]
        bill = self._of_bill(naming.kind)
        return self._only(naming.kind) if bill is None else bill

    def _of_bill(self, kind: str) -> int | None:
        """The one bill of the text for a word for laws, the one law that is not yet known for a word for bills."""
        cited = self._only(_DRAFTS.get(kind, _LAWS.get(kind, "")))
        unknown = cited is not None and (kind in _DRAFTS or self._ids[cited].startswith("~"))
        return cited if unknown else None

    def _unpointed(self, i: int) -> int | None:
        naming, before = self._namings[i], self._before[i]
        clause = self._clause(naming)
        distinct = naming.kind == "uu" and clause and not clause["any"]  # "UU yang lama", not "UU yang berlaku"
        distinct = distinct or (naming.kind == "other" and self.low.startswith("peraturan", naming.start))
        if (naming.kind in _COMMON and not distinct) or i in self.kinds or self._means_any(naming):
            return None
        if self._is_change(naming):
            return None
        if self._is_new(naming):
            return self._only("ruu")
        if not before and naming.kind in _AHEAD:
            return self._main() if naming.kind == _MAIN else self._only(naming.kind)
        laws = [cited for cited in before if self._namings[cited].kind == naming.kind]  # not their revisions
        main = naming.kind == _MAIN and laws and not self._two_at_once(i)
        return self._cited[_MAIN][0] if main else laws[0] if len(laws) == 1 else None

    def _clause(self, naming: Naming) -> re.Match[str] | None:
        """The words behind a bare form that tell which rule it is; a house initiates bills alone."""
        clause = _CLAUSE.match(self.low, naming.end)
        return clause if clause and (naming.kind in _LAWS or not clause["house"]) else None

    def _is_pointed_out(self, naming: Naming) -> bool:
        clause = self._clause(naming)
        return clause is not None and clause["pointer"] is not None

    def _is_new(self, naming: Naming) -> bool:
        """Whether a law is called the new one in a text with a bill, which it was then ("UU yang baru")."""
        clause = self._clause(naming) if naming.kind == "uu" else None
        return clause is not None and clause["new"] is not None and self._only("ruu") is not None

    def _unpointed_end(self, naming: Naming) -> int:
        clause = self._clause(naming)
        return clause.end() if clause else naming.end

    def _is_change(self, naming: Naming) -> bool:
        """Whether these words tell of a change of the law rather than of its bill ("lewat perubahan UU")."""
        return naming.head.form.bare == "revision" and self.low.startswith("perubahan", naming.start)

    def _two_at_once(self, i: int) -> bool:
        """Whether the last two citations of this kind name two rules in one breath."""
        recent = self._recent[i]
        if len({self._ids[cited] for cited in recent}) < 2:
            return False
        first, second = (self._namings[cited] for cited in recent)
        return joined(self.low, first.end, second.start)

    def _means_any(self, naming: Naming) -> bool:
        if several(self.low, naming.start) or not in_prose(self.low, naming.start):
            return True
        behind = self._unpointed_end(naming)
        told = naming.kind == "putusan-mk" and self.low.startswith(" yang ", behind)  # "putusan MK yang final"
        if not told and not self._is_pointed_out(naming) and _NOT_THIS.match(self.low, behind):
            return True
        if naming.kind in _LAWS and _OF_ANY_BILL.match(self.low, behind):
            return True
        before = (self.low, max(0, naming.start - _BACK), naming.start)
        if naming.kind == _MAIN and _EXISTS.search(*before):  # "sudah ada putusan MK": the court gave one
            return False
        return _ANY.search(*before) is not None

    def _main(self) -> int | None:
        """The first citation of the decision that the text is about, None where it names two in one breath."""
        cited = [self._namings[i] for i in self._cited.get(_MAIN, [])[:2]]
        two = len(cited) > 1 and joined(self.low, cited[0].end, cited[1].start)
        return None if two or not cited else self._cited[_MAIN][0]

    def _only(self, kind: str) -> int | None:
        """The first citation of the one rule of this kind, None for no such rule or several."""
        cited = self._cited.get(kind, [])
        return cited[0] if len(cited) == 1 else None


def in_prose(low: str, start: int) -> bool:
    """Whether the line at ``start`` is no heading and no keyword, but says something; a text of one line does."""
    line, newline, _ = low[start : start + _LONG_LINE].partition("\n")
    _, newline_before, behind_it = low[max(0, start - _LONG_LINE) : start].rpartition("\n")
    if not newline and not newline_before:
        return True
    line = behind_it + line
    return len(line) >= _LONG_LINE or _SENTENCE_SIGN.search(line) is not None


def _issued_alike(naming: Naming, cited: Naming) -> bool:
    """Whether both may come from one issuer, as far as their forms tell ("Permentan" is no "Permendag")."""
    own, other = issuer_of(naming), issuer_of(cited)
    return not own or not other or other.startswith(own)


def issuer_of(naming: Naming) -> str:
    """Slug of the issuer that a naming names, "" for none."""
    return issuer_slug(naming.head.form.issuer, naming.words, "")
