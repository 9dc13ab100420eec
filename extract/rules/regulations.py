"""Regulations that a text cites: each mention with the rule's id, pin cites and what it does to others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from extract.record import How, IssuerFrom, Offsets, Pin
from extract.rules.bare_forms import BareForms
from extract.rules.citations import Naming, find_namings
from extract.rules.drafts import Drafts, is_draft
from extract.rules.office_decisions import OfficeDecisions
from extract.rules.pin_references import find_pin_references
from extract.rules.pinning import bind_pin_cites
from extract.rules.references import Antecedent, Reference, find_references
from extract.rules.registry import in_force, slug
from extract.rules.rule_forms import evened, lowered, treaties, treaty_id
from extract.rules.rule_ids import RuleId, RuleNames, numbered_ids
from extract.rules.short_numbers import completed, same_rules
from extract.rules.unnumbered import Unnumbered

_ACTS = {
    "amends": re.compile(
        r"(?:perubahan|revisi)(?:\s\w{1,12})?\s(?:atas|terhadap|dari)\s*$"
        r"|^\s*(?:tentang\s)?perubahan(?:\s\w{1,12})?\s*$|^\s(?:telah\s|sudah\s|akan\s)?mengubah\s$"
    ),
    "revokes": re.compile(
        r"pencabutan(?:\satas)?\s*$|(?:sekaligus|yang)\s(?:mencabut|menggantikan)\s*$"
        r"|^\s(?:telah\s|sudah\s|akan\s)?(?:mencabut|menggantikan)\s$"
    ),
    "enacts": re.compile(r"penetapan\s*$"),
}
_AMENDED_BY = re.compile(
    r"(?:diubah|dirubah|diperbarui|diperbaharui|direvisi)(?:\s(?:beberapa\skali,?\s)?\w+(?:\skali)?)?"
    r"\s(?:dengan|oleh|dalam|melalui|menjadi)\s*$"
)
_REVOKED_BY = re.compile(
    r"\s(?:(?:telah|sudah|kini)\s)?(?:dicabut(?:\sdan\sdiganti(?:kan)?)?|digantikan)\s(?:(?:dengan|oleh|melalui)\s)?"
)
_ENACTED_AS = re.compile(r"\s(?:(?:telah|sudah)\s)?(?:ditetapkan|disahkan)\smenjadi\s")
_REGIONAL = re.compile(r"\s(?:aceh|papua|kota|kabupaten|provinsi)\b")
_RENEWED = re.compile(r"(?:hasil\srevisi|(?:baru|anyar))(?:\s(?:itu|ini|tersebut))?$")
_REVISION = re.compile(r"\brevisi\s(?:(?:atas|terhadap|dari)\s)?$")
_REVISED = 20  # characters before a law in which its revision is named
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
        pins: Where those provisions stand, references to them ("pasal tersebut") included.
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
    pins: tuple[Pin, ...] = ()
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
    text = evened(text)
    low = lowered(text)
    namings = completed(low, find_namings(text, low))
    if not namings:
        return ()
    found = _with_references(low, _identified(text, low, namings, date or "", place))
    found = _with_relations(low, found)
    pins = _pins(low, found)
    told = {c.id: c.issuer_from for c in reversed(found) if c.issuer_from}
    return tuple(
        replace(
            c,
            provisions=tuple(dict.fromkeys(provision for pin in pins[i] for provision in pin.provisions)),
            pins=tuple(pins[i]),
            issuer_from=c.issuer_from or told.get(c.id),
            in_force=in_force(c.id, date) if date else None,
        )
        for i, c in enumerate(found)
    )


def _pins(low: str, found: Sequence[Citation]) -> list[list[Pin]]:
    """For each citation the pin cites that belong to its rule, and the references to them."""
    pins: list[list[Pin]] = [[] for _ in found]
    bound = bind_pin_cites(low, [(c.start, c.end, c.id) for c in found])
    for cite in bound:
        pins[cite.citation].append(Pin(start=cite.pin.start, end=cite.pin.end, provisions=cite.pin.provisions))
    for reference in find_pin_references(low, [cite.pin for cite in bound]):
        cite = bound[reference.pin]
        at = (cite.pin.start, cite.pin.end)
        pins[cite.citation].append(
            Pin(start=reference.start, end=reference.end, provisions=cite.pin.provisions, antecedent=at)
        )
    return pins


def _identified(text: str, low: str, namings: Sequence[Naming], date: str, place: str) -> list[Citation]:
    """Citations by number, by name, and by the bare form of a rule cited elsewhere in the text."""
    changed = [naming.changes for naming in namings if naming.changes]
    every = [*namings, *changed]
    ids = numbered_ids(low, every, place)
    names = RuleNames(low, every, [rule.id for rule in ids], date)
    named = [
        None if _is_regional(low, naming) else _named(naming, rule, names)
        for naming, rule in zip(every, ids, strict=True)
    ]
    found, changes = named[: len(namings)], iter(named[len(namings) :])
    targets = [target.id if naming.changes and (target := next(changes)) else "" for naming in namings]
    drafts = Drafts(low, namings, targets)
    for i, (naming, changed_rule) in enumerate(zip(namings, targets, strict=True)):
        if is_draft(naming):
            law = changed_rule or names.in_brackets("uu", slug(naming.nickname))
            found[i] = _drafted(naming, drafts.id_of(naming, law), changed_rule)
    _call_renewed(low, namings, found, drafts)
    same = same_rules({citation.id for citation in found if citation})
    found = [replace(own, id=same[own.id]) if own and own.id in same else own for own in found]
    rules = [citation.id if citation else "" for citation in found]
    bare = BareForms(low, namings, rules, targets)
    others, decisions = Unnumbered(text, namings, rules, targets, bare), OfficeDecisions(low, namings, rules)
    rest = (
        own or _referring(bare.reference(i) or decisions.reference(i)) or _unnumbered(others, i, namings[i], place)
        for i, own in enumerate(found)
    )
    return [_of_revision(low, citation, drafts) for citation in rest if citation]


def _of_revision(low: str, citation: Citation, drafts: Drafts) -> Citation:
    """A reference to a law whose revision is spoken of as one to that bill ("revisi UU tersebut")."""
    law = citation.how is How.ANAPHORA and _kind(citation.id) == "uu"
    before = _REVISION.search(low, max(0, citation.start - _REVISED), citation.start) if law else None
    return replace(citation, start=before.start(), id=drafts.revising(citation.id)) if before else citation


def _unnumbered(others: Unnumbered, i: int, naming: Naming, place: str) -> Citation | None:
    rule = others.id_of(i, place)
    return Citation(start=naming.start, end=others.end_of(i), id=rule, how=How.NICKNAME) if rule else None


def _referring(reference: Reference | None) -> Citation | None:
    if not reference:
        return None
    place, at = (reference.start, reference.end), reference.antecedent
    return Citation(start=place[0], end=place[1], id=reference.id, how=How.ANAPHORA, antecedent=at)


def _is_regional(low: str, naming: Naming) -> bool:
    """Whether a rule known by its name alone is another one, of a region: "Tata Tertib DPR Aceh"."""
    return naming.head.form.bare == "treaty" and _REGIONAL.match(low, naming.end) is not None


def _named(naming: Naming, rule: RuleId, names: RuleNames) -> Citation | None:
    place = partial(Citation, start=naming.start, end=naming.end)
    form = naming.head.form
    if form.bare == "treaty":
        return place(id=treaty_id(form), how=How.NICKNAME)
    if form.bare == "yes":
        return place(id="uud/1945/" if form.type == "uud" else f"{form.type}//", how=How.EXPLICIT)
    if rule.id:
        return place(id=rule.id, how=How.EXPLICIT, issuer_from=rule.issuer_from)
    if naming.nickname:
        return place(id=names.resolve(naming.kind, slug(naming.nickname)), how=How.NICKNAME)
    return None


def _call_renewed(low: str, namings: Sequence[Naming], found: list[Citation | None], drafts: Drafts) -> None:
    """Give "UU Desa hasil revisi" and "KUHP baru" the id of the bill where the text speaks of it ("revisi UU Desa")."""
    bills = {citation.id for citation in found if citation and citation.id.startswith("~ruu-")}
    for i, (naming, own) in enumerate(zip(namings, found, strict=True)):
        bill = drafts.bill_of(naming) if own and bills and _RENEWED.search(low, naming.start, naming.end) else ""
        if own and bill in bills:
            found[i] = replace(own, id=bill)


def _drafted(naming: Naming, draft: str, target: str) -> Citation | None:
    amends = (target,) if target else ()
    return Citation(start=naming.start, end=naming.end, id=draft, how=How.NICKNAME, amends=amends) if draft else None


def _with_references(low: str, found: list[Citation]) -> list[Citation]:
    """Add "aturan itu" and its like, where nothing else was found at the place."""
    rules = [
        Antecedent(start=c.start, end=c.end, kind=_kind(c.id), id=c.id, place=c.antecedent or (c.start, c.end))
        for c in found
    ]
    found += [citation for r in find_references(low, rules) if (citation := _referring(r))]
    return sorted(found, key=lambda c: c.start)


def _kind(regulation_id: str) -> str:
    if regulation_id in treaties():
        return "treaty"
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
        later = (_year(first.id) or _year(second.id)) >= _year(second.id)
        changes = later and not second.id.startswith("putusan")  # a court may only decide otherwise than before
        told = (act for act, pattern in _ACTS.items() if changes and pattern.search(gap))
        acts = dict.fromkeys(told, (second.id,))
        result[i] = replace(
            first,
            amends=_each_once(first.amends + acts.get("amends", ())),
            revokes=_each_once(first.revokes + acts.get("revokes", ())),
            enacts=_each_once(first.enacts + acts.get("enacts", ())),
        )
        if _AMENDED_BY.search(gap):
            result[i + 1] = replace(second, amends=_each_once((*second.amends, first.id)))
        elif _REVOKED_BY.fullmatch(gap):
            result[i + 1] = replace(second, revokes=_each_once((*second.revokes, first.id)))
        elif _ENACTED_AS.fullmatch(gap) and first.id.startswith("perppu/"):
            result[i + 1] = replace(second, enacts=_each_once((*second.enacts, first.id)))
    return result


def _year(regulation_id: str) -> str:
    """Year in an id, "" for a bill and whatever else has none."""
    return regulation_id.partition("/")[2].partition("/")[0]


def _each_once(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
