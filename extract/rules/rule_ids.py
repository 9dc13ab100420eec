"""Canonical ids of the rules that a text names, and the rules that its names stand for."""

import re
from collections.abc import Sequence

from extract.rules.citations import Naming
from extract.rules.registry import resolve_nickname, slug
from extract.rules.rule_issuers import issuer_slug

_DECISIONS = (
    ("other-gubernur-", "kepgub-provinsi-"),
    ("other-bupati-", "kepbup-kabupaten-"),
    ("other-wali-kota-", "kepwali-kota-"),
    ("other-menteri-", "kepmen-"),
)
_LOCAL = frozenset({"perda", "qanun"})  # what a paper calls "Perda Miras" is the one by-law it cites
_MOST_NAMED = 200  # rules whose titles are compared with a name; no article cites as many


def numbered_ids(namings: Sequence[Naming], place: str) -> list[str]:
    """Ids of the namings with a number, "" for the others.

    The year that a naming leaves out comes from another one with its number; the issuer too, else from
    ``place``, else from another rule of its type.
    """
    years = {(n.kind, n.number): n.year for n in reversed(namings) if n.number and n.year}
    named = [(n, issuer) for n in reversed(namings) if n.number and (issuer := _issuer(n, ""))]
    issuers = {(n.kind, n.number): issuer for n, issuer in named}
    usual = {n.kind: issuer for n, issuer in named}
    ids: list[str] = []
    for naming in namings:
        if not naming.number:
            ids.append("")
            continue
        key = (naming.kind, naming.number)
        written = _issuer(naming, "") or issuers.get(key, "")
        issuer = written or _issuer(naming, place) or usual.get(naming.kind, "")
        year = naming.year or years.get(key, "")
        ids.append(f"{_kind(naming.kind, issuer)}/{year}/{naming.number}")
    return ids


def _issuer(naming: Naming, place: str) -> str:
    return issuer_slug(naming.head.form.issuer, naming.words, place)


def _kind(kind: str, issuer: str) -> str:
    kind = f"{kind}-{issuer}" if issuer else kind
    for office, decision in _DECISIONS:
        if kind.startswith(office):
            return decision + kind.removeprefix(office)
    return kind


class RuleNames:
    """What rules are called in one text: by the text itself, else by the registry on the day of the text."""

    def __init__(self, namings: Sequence[Naming], ids: Sequence[str], date: str) -> None:
        numbered = [(naming, rule) for naming, rule in zip(namings, ids, strict=True) if rule]
        self._called = [(n, rule) for n, rule in numbered if n.title or n.words][:_MOST_NAMED]
        self._only = {kind: _only(kind, numbered) for kind in _LOCAL}
        self._date = date
        self._known: dict[tuple[str, str], str] = {}

    def resolve(self, kind: str, name: str) -> str:
        """Id of the rule of this kind called ``name``, a slug; "~", kind and name if none is known to be."""
        if (kind, name) not in self._known:
            own = next((rule for n, rule in self._called if n.kind == kind and _goes_by(n, name)), "")
            rule = own or self._only.get(kind) or resolve_nickname(kind, name, self._date)
            self._known[kind, name] = rule or f"~{kind}-{name}"
        return self._known[kind, name]


def _only(kind: str, numbered: Sequence[tuple[Naming, str]]) -> str:
    """The one rule of this kind in the text if no title says what it is about, else ""."""
    rules = {rule for naming, rule in numbered if naming.kind == kind}
    titled = any(naming.title for naming, _ in numbered if naming.kind == kind)
    return rules.pop() if len(rules) == 1 and not titled else ""


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
