"""What the judgements since the last build will change, before they are applied."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.identity.areas import area_of
from graph.identity.clusters import Clusters
from graph.identity.joining import cluster_profiles
from graph.identity.judgements import Decision, Judgement, Side, judge
from graph.identity.naming import apart_from, apart_id
from graph.identity.profiles import Profile
from graph.review.changes import Change, Moved, changes, moving
from graph.review.desk import Desk
from graph.review.kept import LABELS, Kept, Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What the next build will change.

    Attributes:
        pending: Judgements that the last build did not know.
        changes: What becomes of entities.
        statements: How many statements change their speaker.
        lost: Judgements whose profiles no article gives any more: they are kept, and change nothing.
        contradicted: Judgements *same* that join nothing, as others say that it is different.
    """

    pending: tuple[Judgement, ...]
    changes: tuple[Change, ...]
    statements: int
    lost: tuple[Judgement, ...]
    contradicted: tuple[Judgement, ...]

    def to_json(self) -> dict[str, Any]:
        """The same as one JSON object."""
        return {
            "pending": [j.to_json() for j in self.pending],
            "changes": [change.to_json() for change in self.changes],
            "statements": self.statements,
            "lost": [j.to_json() for j in self.lost],
            "contradicted": [j.to_json() for j in self.contradicted],
        }


def preview(desk: Desk) -> Preview:
    """What the next build will make of the judgements since the last one."""
    standing, replayed = desk.standing(), desk.kept.replayed()
    pending = tuple(j for j in standing.given if j.id not in replayed)
    seeds = _seeds(standing.found, {j.id for j in pending})
    found: list[Change] = []
    statements, contradicted = 0, list[Judgement]()
    for label in LABELS:
        judgements = [j for j in standing.in_force if j.label == label]
        judgements += _returned(judgements, label, desk.kept.known(seeds))
        profiles = _touched(desk.kept, judgements, seeds, label)
        clusters = _clustered(desk.kept, profiles, judgements)
        moved = _moved(desk.kept, profiles, clusters)
        found += changes(label, moved)
        statements += moving(moved)
        contradicted += _contradicted(judgements, clusters)
    return Preview(
        pending=pending,
        changes=tuple(found),
        statements=statements,
        lost=tuple(standing.lost),
        contradicted=tuple(contradicted),
    )


def _seeds(given: Iterable[Judgement], pending: Container[str]) -> set[str]:
    """The profiles of judgements that the last build did not know, or did not know to be undone."""
    by_id = {j.id: j for j in given}
    fresh = [by_id.get(j.undoes, j) for j in by_id.values() if j.id in pending]
    while any(j.undoes in by_id for j in fresh):  # an undo of an undo
        fresh = [by_id.get(j.undoes, j) for j in fresh]
    sides = [side for j in fresh for side in (j.one, j.other) if side]
    taken = [apart_id(side.profile, side.article) for side in sides if side.article]
    return {side.profile for side in sides} | set(taken)


def _returned(judgements: Iterable[Judgement], label: str, seeds: Iterable[Known]) -> list[Judgement]:
    """The appearances that a build had taken out of their profiles and that nothing keeps out any more."""
    out = {apart_id(j.one.profile, j.one.article) for j in judgements if j.decision is Decision.APART and j.one}
    back = [known.id for known in seeds if known.label == label and apart_from(known.id) and known.id not in out]
    return [judge(Decision.SAME, label, Side(profile=id_), Side(profile=apart_from(id_)), by="") for id_ in back]


def _touched(kept: Kept, judgements: Iterable[Judgement], seeds: Iterable[str], label: str) -> list[Known]:
    """The profiles of ``label`` whose entity may change: those linked with ``seeds``, however indirectly."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for j in judgements:
        if j.decision is not Decision.APART:
            for one, other in ((j.one, j.other), (j.other, j.one)):
                if one and other:
                    beside[one.profile].add(other.profile)
    found: dict[str, Known] = {}
    new = {known.id: known for known in kept.known(seeds) if known.label == label}
    while new:
        found |= new
        linked = {id_ for j in kept.judged(new) for id_ in (j.one, j.other)}
        linked |= {id_ for profile in new for id_ in (*beside[profile], apart_from(profile))}
        near = [*kept.known(linked), *kept.of_entities({known.entity for known in new.values()})]
        new = {known.id: known for known in near if known.label == label and known.id not in found}
    return [found[id_] for id_ in sorted(found)]


def _clustered(kept: Kept, profiles: Sequence[Known], judgements: Sequence[Judgement]) -> Clusters:
    ids = {known.id for known in profiles}
    judged = [j for j in kept.judged(ids) if j.one in ids and j.other in ids]
    on_these = [j for j in judgements if all(side is None or side.profile in ids for side in (j.one, j.other))]
    return cluster_profiles(map(_profile, profiles), judged, on_these)


def _profile(known: Known) -> Profile:
    area = area_of(known.region, known.code)
    return Profile(id=known.id, label=known.label, name=known.name, area=area, first_seen=known.first_seen)


def _moved(kept: Kept, profiles: Iterable[Known], clusters: Clusters) -> list[Moved]:
    known = {profile.id: profile for profile in profiles}
    articles, statements = Counter[str](), Counter[str]()
    for appearance in kept.appearances(known):
        articles[appearance.profile] += 1
        statements[appearance.profile] += appearance.statements
    return [
        Moved(id_, k.name, k.entity, clusters.entity.get(id_, id_), articles[id_], statements[id_])
        for id_, k in known.items()
    ]


def _contradicted(judgements: Iterable[Judgement], clusters: Clusters) -> list[Judgement]:
    """The judgements *same* whose links were left out."""
    cut = {frozenset((link.one, link.other)) for link in clusters.cut if link.score > 1}
    same = (j for j in judgements if j.decision is Decision.SAME)
    return [j for j in same if frozenset(side.profile for side in (j.one, j.other) if side) in cut]
