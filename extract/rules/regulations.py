"""Regulations that a text cites: each mention with the rule's id, pin cites and what it does to others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from extract.record import How, IssuerFrom, Offsets
from extract.rules.bare_forms import BareForms
from extract.rules.citations import Naming, find_namings
from extract.rules.pinning import provisions_by_citation
from extract.rules.references import Antecedent, find_references
from extract.rules.registry import slug
from extract.rules.rule_forms import lowered
from extract.rules.rule_ids import RuleNames, numbered_ids

_ACTS = {
    "amends": re.compile(
        r"(?:perubahan|revisi)(?:\s\w{1,12})?\s(?:atas|terhadap|dari)\s*$"
        r"|^\s*(?:tentang\s)?perubahan(?:\s\w{1,12})?\s*$"
    ),
    "revokes": re.compile(r"pencabutan(?:\satas)?\s*$|(?:sekaligus|yang)\s(?:mencabut|menggantikan)\s*$"),
    "enacts": re.compile(r"penetapan\s*$"),
}
_AMENDED_BY = re.compile(
    r"(?:diubah|dirubah|diperbarui|diperbaharui|direvisi)(?:\s\w+)?\s(?:dengan|oleh|dalam|melalui|menjadi)\s*$"
)
_NEAR = 260  # characters between two citations that one title or "sebagaimana telah diubah dengan" may fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A mention of a regulation.

    Attributes:
        start: First character.
        end: One past the last character.
        id: Canonical id ("pp/2021/94"), or "~" and a slug for a name that cannot be resolved ("~perda-ktr").
        how: By number (explicit), by name or by reference.
        provisions: Pin cites of this mention, in short form ("pasal 5 ayat (1)").
        antecedent: For a reference, the place of the citation it points at.
        issuer_from: What tells the issuer that the id names; None where it names none.
        in_force: Whether the rule was in force on ``date``; None where the registry does not know.
        amends: Ids of rules that this one changes, as the text says at this place.
        revokes: Ids of rules that this one ends.
        enacts: Ids of emergency rules that this one turns into law.
    """

    start: int
    end: int
    id: str
    how: How
    provisions: tuple[str, ...] = ()
    antecedent: Offsets | None = None
    issuer_from: IssuerFrom | None = None
    in_force: bool | None = None
    amends: tuple[str, ...] = ()
    revokes: tuple[str, ...] = ()
    enacts: tuple[str, ...] = ()


def find_citations(text: str, date: str | None = None, *, place: str = "") -> tuple[Citation, ...]:
    """Every mention of a rule in text order, none overlapping another.

    Args:
        text: The article.
        date: Its day (YYYY-MM-DD); names like "UU ASN" mean the rule of that day.
        place: Slug of the region it is about ("kota-metro"), the issuer of regional rules that name none.

    >>> [(c.id, c.provisions) for c in find_citations("Pasal 5 PP Nomor 94/2021. PP tersebut berlaku.")]
    [('pp/2021/94', ('pasal 5',)), ('pp/2021/94', ())]
    """
    low = lowered(text)
    namings = list(find_namings(text, low))
    if not namings:
        return ()
    found = _with_references(low, _identified(low, namings, date or "", place))
    found = _with_relations(low, found)
    pins = provisions_by_citation(low, [(c.start, c.end, c.id) for c in found])
    return tuple(replace(c, provisions=pins.get(i, ())) for i, c in enumerate(found))


def _identified(low: str, namings: Sequence[Naming], date: str, place: str) -> list[Citation]:
    """Citations by number, by name, and by the bare form of a rule cited elsewhere in the text."""
    ids = numbered_ids(namings, place)
    names = RuleNames(namings, ids, date)
    named = [_named(naming, rule, names) for naming, rule in zip(namings, ids, strict=True)]
    bare = BareForms(low, namings, [citation.id if citation else "" for citation in named])
    return [citation for i, own in enumerate(named) if (citation := own or _bare(bare, i))]


def _bare(bare: BareForms, i: int) -> Citation | None:
    found = bare.reference(i)
    return Citation(start=found.start, end=found.end, id=found.id, how=How.ANAPHORA) if found else None


def _named(naming: Naming, rule: str, names: RuleNames) -> Citation | None:
    place = partial(Citation, start=naming.start, end=naming.end)
    form = naming.head.form
    if form.bare == "yes":
        return place(id="uud/1945/" if form.type == "uud" else f"{form.type}//", how=How.EXPLICIT)
    if rule:
        return place(id=rule, how=How.EXPLICIT)
    if form.bare == "draft" and form.issuer.startswith("="):
        return place(id=f"~{form.type}-{form.issuer[1:]}", how=How.NICKNAME)
    if naming.nickname:
        return place(id=names.resolve(naming.kind, slug(naming.nickname)), how=How.NICKNAME)
    return None


def _with_references(low: str, found: list[Citation]) -> list[Citation]:
    """Add "aturan itu" and its like, where nothing else was found at the place."""
    antecedents = [Antecedent(start=c.start, end=c.end, kind=_kind(c.id), id=c.id) for c in found]
    references = find_references(low, antecedents)
    found += [Citation(start=r.start, end=r.end, id=r.id, how=How.ANAPHORA) for r in references]
    return sorted(found, key=lambda c: c.start)


def _kind(regulation_id: str) -> str:
    kind = regulation_id.lstrip("~").split("/")[0]
    return kind if kind in {"putusan-mk", "tap-mpr"} else kind.split("-")[0]


def _with_relations(low: str, found: Sequence[Citation]) -> list[Citation]:
    """Add what a title or "sebagaimana telah diubah dengan" says about two citations next to each other."""
    result = list(found)
    for i in range(len(found) - 1):
        gap = low[found[i].end : found[i + 1].start]
        first, second = result[i], result[i + 1]
        if len(gap) > _NEAR or first.id == second.id:
            continue
        acts = {act: (second.id,) for act, pattern in _ACTS.items() if pattern.search(gap)}
        result[i] = replace(
            first,
            amends=first.amends + acts.get("amends", ()),
            revokes=first.revokes + acts.get("revokes", ()),
            enacts=first.enacts + acts.get("enacts", ()),
        )
        if _AMENDED_BY.search(gap):
            result[i + 1] = replace(second, amends=(*second.amends, first.id))
    return result
