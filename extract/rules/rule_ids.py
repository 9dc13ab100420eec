"""Canonical ids of the rules that a text names, and the rules that its names stand for."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

from extract.lexicon import read_tsv
from extract.record import IssuerFrom
from extract.rules.citations import Naming
from extract.rules.drafts import OPENED
from extract.rules.issuing_offices import issuing_office
from extract.rules.issuing_places import HEADS, governing_places, head_of_place, issuing_place
from extract.rules.registry import resolve_nickname, rules_called, slug
from extract.rules.rule_issuers import issuer_slug

_DECISIONS = (
    ("other-gubernur-", "kepgub-provinsi-"),
    ("other-bupati-", "kepbup-kabupaten-"),
    ("other-wali-kota-", "kepwali-kota-"),
    ("other-menteri-", "kepmen-"),
)
_OF_OFFICES = frozenset({"se", "instruksi"})  # issued by heads of regions and ministers, who may stand elsewhere
_LOCAL = frozenset({"perda", "qanun"})  # what a paper calls "Perda Miras" is the one by-law it cites
_TITLE_AND_BRACKET = re.compile(r"(?:,?\stentang\s[^().;:\n]{1,200})?\s?\(\s?(?:selanjutnya\s(?:di)?sebut\s)?")
# An article tells of one place, but of many offices.
_OF_PLACES = frozenset({"region", "province", "regency", "city", "village", "governor", "regent", "mayor"})
_LEVEL_OF = {  # the governments of which one issues the rules of a class of issuer
    "province": "province",
    "governor": "province",
    "regency": "regency",
    "regent": "regency",
    "city": "city",
    "mayor": "city",
    "region": "any",
}
_FEW_A_YEAR = frozenset({"uu", "perppu", "pp", "perpres", "perda", "qanun", "pergub", "perbup", "perwali"})
_HEALTH = re.compile(r"(?i)(?:^|-)menkes(?:-|$)")  # "KMK Nomor HK.01.07/MENKES/1128/2022"
_YEAR = re.compile(r"19[4-9]\d|20[0-3]\d")
_MOST_NAMED = 200  # rules whose titles are compared with a name; no article cites as many


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleId:
    """Id of the rule that a naming names, "" where it has no number, and what tells the issuer in it."""

    id: str = ""
    issuer_from: IssuerFrom | None = None


def numbered_ids(low: str, namings: Sequence[Naming], place: str) -> list[RuleId]:
    """Ids of the namings with a number, empty ones for the others.

    The year that a naming leaves out comes from another one with its number; the issuer too, else from
    ``place``, else from another rule of its type, if all that name theirs name the same, else from the one
    government that the text names.
    """
    years = {(n.kind, n.number): n.year for n in reversed(namings) if n.number and n.year}
    namings = [replace(n, year=n.year or years.get((n.kind, n.number), "")) if n.number else n for n in namings]
    issuers = _Issuers(low, namings, place)
    ids: list[RuleId] = []
    for naming in namings:
        if not naming.number:
            ids.append(RuleId())
            continue
        if naming.kind == "other" and not _written(naming):
            ids.append(issuers.decision(naming))
            continue
        issuer, told = issuers.of(naming)
        when = f"{naming.number}/" if _is_year(naming) else f"{naming.year}/{naming.number}"
        ids.append(RuleId(id=f"{_kind(naming.kind, issuer)}/{when}", issuer_from=told))
    return ids


def _is_year(naming: Naming) -> bool:
    """Whether the only number is a year ("UU Nomor 2007 tentang ..."): there are some dozens of such rules a year."""
    return naming.kind in _FEW_A_YEAR and not naming.year and _YEAR.fullmatch(naming.number) is not None


class _Issuers:
    """Who issued the numbered rules of one text."""

    def __init__(self, low: str, namings: Sequence[Naming], place: str) -> None:
        self._low, self._place = low, place
        named = [(n, issuer) for n in reversed(namings) if n.number and (issuer := _written(n))]
        self._by_number = {(n.kind, n.number, n.year): issuer for n, issuer in named}
        self._by_type: dict[str, set[str]] = {}
        self._decisions: dict[tuple[str, str], set[str]] = {}
        for naming, issuer in named:
            self._by_type.setdefault(naming.kind, set()).add(issuer)
            if naming.year:
                rule = f"{_kind(naming.kind, issuer)}/{naming.year}/{naming.number}"
                self._decisions.setdefault((naming.number, naming.year), set()).add(rule)

    def decision(self, naming: Naming) -> RuleId:
        """Id of a "Keputusan" or "Peraturan" that names no issuer: that of the one rule with its number and year.

        One with a title and a number of the state ("Nomor 79 Tahun 2019 tentang ...") is a rule of its own.
        """
        same = self._decisions.get((naming.number, naming.year), set())
        if not same and naming.title and naming.year and naming.number.isdigit():
            return RuleId(id=f"{naming.kind}/{naming.year}/{naming.number}")
        return RuleId(id=_one_of(same), issuer_from=IssuerFrom.SAME_NUMBER) if len(same) == 1 else RuleId()

    def of(self, naming: Naming) -> tuple[str, IssuerFrom | None]:
        """Slug of the issuer and what tells it; "" and None where nothing does."""
        if issuer := _written(naming):
            if placed := head_of_place(issuer, self._place) or self._level(naming, issuer):
                return placed, IssuerFrom.PLACE
            governed = head_of_place(issuer, self._governed(naming.head.form.issuer)) if issuer in HEADS else ""
            return (governed, IssuerFrom.OFFICE) if governed else (issuer, IssuerFrom.CITATION)
        if issuer := self._by_number.get((naming.kind, naming.number, naming.year), ""):
            return issuer, IssuerFrom.SAME_NUMBER
        form = naming.head.form
        if issuer := issuer_slug(form.issuer, naming.words, issuing_place(form.issuer, self._place)):
            return issuer, IssuerFrom.PLACE
        same = self._by_type.get(naming.kind, set()) if form.issuer in _OF_PLACES else set()
        if same:
            return (next(iter(same)), IssuerFrom.SAME_TYPE) if len(same) == 1 else ("", None)
        if form.issuer == "office":
            told = naming.kind in _OF_OFFICES
            issuer = issuing_office(self._low, naming.start, naming.end) if told else ""
        else:
            issuer = issuer_slug(form.issuer, naming.words, self._governed(form.issuer))
        return issuer, IssuerFrom.OFFICE if issuer else None

    def _level(self, naming: Naming, issuer: str) -> str:
        """The region that the text is about, where the citation leaves open whether it is a kabupaten or a kota."""
        return self._place if naming.head.form.issuer == "region" and self._place.partition("-")[2] == issuer else ""

    def _governed(self, issuer: str) -> str:
        """The place that makes rules of this class of issuer, where the text names the government of one alone."""
        level = _LEVEL_OF.get(issuer)
        if not level:
            return ""
        named = self._governments
        places = named[level] if level in named else frozenset[str]().union(*named.values())
        return _one_of({issuing_place(issuer, place) for place in places})

    @cached_property
    def _governments(self) -> Mapping[str, frozenset[str]]:
        return governing_places(self._low)


def _written(naming: Naming) -> str:
    """Slug of the issuer that the citation itself tells; of a "KMK" the register in its number tells the ministry."""
    if naming.head.form.issuer == "=keuangan" and _HEALTH.search(naming.number):
        return "kesehatan"
    return issuer_slug(naming.head.form.issuer, naming.words, "")


def _kind(kind: str, issuer: str) -> str:
    kind = f"{kind}-{issuer}" if issuer else kind
    for office, decision in _DECISIONS:
        if kind.startswith(office):
            return decision + kind.removeprefix(office)
    return kind


class RuleNames:
    """What rules are called in one text: by the text itself, else by the registry on the day of the text."""

    def __init__(self, low: str, namings: Sequence[Naming], ids: Sequence[str], date: str) -> None:
        numbered = [(naming, rule) for naming, rule in zip(namings, ids, strict=True) if rule]
        self._called = [(n, rule) for n, rule in numbered if n.title or n.words][:_MOST_NAMED]
        self._only = {kind: _only(kind, numbered) for kind in _LOCAL}
        self._cited = frozenset(rule for _, rule in numbered)
        self._date = date
        self._bracketed = _in_brackets(low, namings, ids)
        self._longer = _shortened(low, namings)
        self._known = dict(self._bracketed)

    def in_brackets(self, kind: str, name: str) -> str:
        """Id of the rule of this kind that the text calls ``name``, a slug, in brackets behind its title; or ""."""
        return self._bracketed.get((kind, name), "")

    def resolve(self, kind: str, name: str) -> str:
        """Id of the rule of this kind called ``name``, a slug; "~", kind and name if none is known to be."""
        if (kind, name) not in self._known:
            alike = [(n, rule) for n, rule in self._called if n.kind == kind]
            own = next((rule for n, rule in alike if _goes_by(n, name)), "")
            if not own and kind in _LOCAL:
                own = next((rule for n, rule in alike if _is_about(n, name)), "")
            rule = own or self._only.get(kind) or resolve_nickname(kind, name, self._date)
            rule = rule or _titled_with(alike, name) or _one_of(rules_called(kind, name) & self._cited)
            if not rule and (longer := self._longer.pop((kind, name), "")):
                rule = self.resolve(kind, longer)
            self._known[kind, name] = rule or f"~{kind}-{name}"
        return self._known[kind, name]


def _in_brackets(low: str, namings: Sequence[Naming], ids: Sequence[str]) -> dict[tuple[str, str], str]:
    """The rules whose name follows number and title in brackets, by kind and name: "... tentang Desa (UU Desa)"."""
    called: dict[tuple[str, str], str] = {}
    placed = {naming.start: rule_id for naming, rule_id in zip(namings, ids, strict=True)}
    for (cited, _), (naming, own) in pairwise(zip(namings, ids, strict=True)):
        rule = cited.changes or cited
        rule_id = placed[rule.start]
        named = rule_id and not own and naming.nickname and naming.kind == rule.kind
        if named and _TITLE_AND_BRACKET.fullmatch(low, rule.end, naming.start):
            called.setdefault((naming.kind, slug(naming.nickname)), rule_id)
    return called


def _shortened(low: str, namings: Sequence[Naming]) -> dict[tuple[str, str], str]:
    """The longer names of those in brackets behind them, by kind and name: "UU Pemasyarakatan (UU PAS)"."""
    longer: dict[tuple[str, str], str] = {}
    for long, naming in pairwise(namings):
        if long.nickname and naming.nickname and OPENED.fullmatch(low, long.end, naming.start):
            longer.setdefault((naming.kind, slug(naming.nickname)), slug(long.nickname))
    return longer


def _only(kind: str, numbered: Sequence[tuple[Naming, str]]) -> str:
    """The one rule of this kind in the text if no title says what it is about, else ""."""
    titled = any(naming.title for naming, _ in numbered if naming.kind == kind)
    return "" if titled else _one_of({rule for naming, rule in numbered if naming.kind == kind})


def _goes_by(naming: Naming, name: str) -> bool:
    """Whether a rule is called ``name``: by the words before its number, or by title or acronym behind it."""
    title = slug(naming.title)
    if slug(naming.words) == name:
        return True
    if not title or title.startswith("perubahan"):
        return False
    letters = "".join(word[0] for word in title.split("-") if word not in {"dan", "atas", "di"})
    acronyms = re.findall(r"\(([\w-]+)\)", naming.title.lower())
    return f"{title}-".startswith(f"{name}-") or (len(name) > 2 and letters.startswith(name)) or name in acronyms


def _titled_with(alike: Sequence[tuple[Naming, str]], name: str) -> str:
    """The one rule whose title has ``name`` in it ("UU Sampah" for one "tentang Pengelolaan Sampah"), else ""."""
    return _one_of({rule for naming, rule in alike if f"-{name}-" in f"-{slug(naming.title)}-"})


def _one_of(rules: Set[str]) -> str:
    """The only one of ``rules``, "" for none and several."""
    return next(iter(rules)) if len(rules) == 1 else ""


def _is_about(naming: Naming, topic: str) -> bool:
    """Whether a by-law's title speaks of ``topic``, in its words or others for the same ("miras")."""
    title = f"-{slug(naming.title)}-"
    return any(f"-{words}-" in title for words in _subjects().get(topic, ()))


@cache
def _subjects() -> dict[str, tuple[str, ...]]:
    rows = read_tsv("regulation_topics.tsv", "topic", "same")
    return {
        slug(row["topic"]): tuple(slug(words) for words in (row["topic"], *row["same"].split("|")) if words)
        for row in rows
    }
