"""Who is who over all articles: profiles joined to entities, by judgements of people first.

Everything is judged anew on each build, from what the articles say: so articles that come in later give the same as
all at once, in any order. Only profiles whose names have anything in common are looked at (``blocks``).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa

from graph.identity.blocks import shared
from graph.identity.clusters import Clusters, Link, Pair, Traits, cluster
from graph.identity.comparing import may_be_one, trait_of
from graph.identity.gathering import Named, gather, gather_names
from graph.identity.judged import Judged, Verdict
from graph.identity.judgements import Decision, Judgement, in_force
from graph.identity.judging import judge_institutions, judge_people, keys_of
from graph.identity.locating import located
from graph.identity.naming import apart_from
from graph.identity.profiles import Profile
from graph.identity.speaking import speak_by_post

_LAST = "9999"  # sorts behind every day
_JUDGES: Mapping[str, Callable[[Sequence[Profile]], list[Judged]]] = {
    "Institution": judge_institutions,  # first, as posts at them tell people apart
    "Person": judge_people,
}


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What became of a joining.

    Attributes:
        profiles: How many profiles of each label there were.
        entities: How many entities they are.
        lost: Judgements whose profiles no article gives any more.
        contradicted: Judgements *same* that join nothing, as others say that it is different.
        spoken_by_post: How many statements of a mere post were bound to its holder.
    """

    profiles: dict[str, int] = field(default_factory=dict)
    entities: dict[str, int] = field(default_factory=dict)
    lost: list[Judgement] = field(default_factory=list)
    contradicted: list[Judgement] = field(default_factory=list)
    spoken_by_post: int = 0

    def lines(self) -> list[str]:
        """A line for a person on each judgement that does nothing."""
        lost = [f"{_told(j)}: no article gives both any more; `wartagraf review` can undo it" for j in self.lost]
        torn = [
            f"{_told(j)}: joins nothing, as others are judged different; undo one of them" for j in self.contradicted
        ]
        return lost + torn


def join(connection: duckdb.DuckDBPyConnection, judgements: Sequence[Judgement] = ()) -> Outcome:
    """Make the tables ``entity`` and ``judged`` of the graph in the making, bind who spoke by post, and tell of it.

    ``entity(label, profile, entity)`` has the ids that change: those of profiles that another one stands for.
    ``judged(label, one, other, score, reasons, verdict, cut)`` has the automatic judgements that joined something
    (same), that are for a person to decide (unsure) and that keep others from being joined (different); ``cut`` are
    those unsure that would have joined something, did not others keep that from being.
    """
    connection.execute(_ENTITY)
    connection.execute(_JUDGED)
    outcome = Outcome()
    for label in _JUDGES:
        names = gather_names(connection, label)
        given, lost = located(connection, label, [j for j in judgements if j.label in (label, "")])
        by_people = in_force(given)
        judged_ids = {side.profile for j in by_people for side in (j.one, j.other) if side}
        candidates = shared((named.id, keys_of(label, named)) for named in names)
        profiles = gather(connection, label, judged_ids.union(candidates, _taken_out(names)))
        judged = _JUDGES[label](profiles)
        found = cluster_profiles(profiles, judged, by_people)
        _write(connection, label, found, judged)
        outcome.profiles[label] = len(names)
        outcome.entities[label] = len(names) - len(found.entity)
        outcome.lost += lost
        cut = {(link.one, link.other) for link in found.cut if link.score > 1}
        outcome.contradicted += [j for j in by_people if j.decision is Decision.SAME and _sides(j) in cut]
    outcome.spoken_by_post = speak_by_post(connection)
    return outcome


def cluster_profiles(
    profiles: Iterable[Profile], judged: Iterable[Judged], judgements: Sequence[Judgement]
) -> Clusters:
    """The entities of profiles of one label, by automatic judgements and those of people that are in force."""
    by_id = {profile.id: profile for profile in profiles}
    decided = {_sides(j): j.decision for j in judgements if j.decision is not Decision.APART}
    same = [pair for pair, decision in decided.items() if decision is Decision.SAME]  # in order of time
    different = [pair for pair, decision in decided.items() if decision is Decision.DIFFERENT]
    different += [(old, id_) for id_ in by_id if (old := apart_from(id_)) and (old, id_) not in decided]
    links = [Link(one=one, other=other, score=2 + age / len(same)) for age, (one, other) in enumerate(same)]
    judged = [j for j in judged if (j.one, j.other) not in decided]
    links += [Link(one=j.one, other=j.other, score=j.score) for j in judged if j.verdict is Verdict.SAME]
    unlike = [(j.one, j.other) for j in judged if j.verdict is Verdict.DIFFERENT]
    traits = Traits(
        first=lambda id_: (by_id[id_].first_seen or _LAST, id_),
        trait=lambda id_: trait_of(by_id[id_]) if by_id[id_].label == "Person" else None,
        agree=lambda one, other: one == other or may_be_one(one, other),
    )
    return cluster(links, different, unlike, traits)


_ENTITY = "CREATE OR REPLACE TABLE entity(label VARCHAR, profile VARCHAR, entity VARCHAR)"
_JUDGED = """CREATE OR REPLACE TABLE judged(
    label VARCHAR, one VARCHAR, other VARCHAR, score DOUBLE, reasons VARCHAR[], verdict VARCHAR, cut BOOLEAN)"""


def _told(judgement: Judgement) -> str:
    sides = " and ".join(side.name or side.profile for side in (judgement.one, judgement.other) if side)
    return f"judgement {judgement.id} ({judgement.decision}: {sides}, by {judgement.by or 'nobody'})"


def _taken_out(names: Iterable[Named]) -> set[str]:
    """The profiles that judgements took out of others, and those."""
    found = {named.id: apart_from(named.id) for named in names if "@" in named.id}
    known = {named.id for named in names} if found else set()
    return (set(found) | set(found.values())) & known


def _sides(judgement: Judgement) -> Pair:
    one, other = judgement.one, judgement.other
    if not one or not other:
        return "", ""
    return min(one.profile, other.profile), max(one.profile, other.profile)


def _write(connection: duckdb.DuckDBPyConnection, label: str, found: Clusters, judged: Sequence[Judged]) -> None:
    changed: dict[str, Sequence[object]] = {"profile": list(found.entity), "entity": list(found.entity.values())}
    _insert(connection, "INSERT INTO entity SELECT ?, profile, entity FROM given", label, changed)
    cut = {(link.one, link.other) for link in found.cut}
    rows = [j for j in judged if j.verdict is not Verdict.UNSURE] + _questions(found, judged)
    columns: dict[str, Sequence[object]] = {
        "one": [j.one for j in rows],
        "other": [j.other for j in rows],
        "score": [j.score for j in rows],
        "reasons": [list(j.reasons) for j in rows],
        "verdict": [str(j.verdict) for j in rows],
        "cut": [(j.one, j.other) in cut for j in rows],
    }
    query = "INSERT INTO judged SELECT ?, one, other, score, reasons, verdict, cut FROM given"
    _insert(connection, query, label, columns)


def _questions(found: Clusters, judged: Sequence[Judged]) -> list[Judged]:
    """What is for a person to decide: of each two entities the pair of profiles with the best score."""
    best: dict[Pair, Judged] = {}
    for j in sorted(judged, key=lambda j: (-j.score, j.one, j.other)):
        one, other = sorted(found.entity.get(id_, id_) for id_ in (j.one, j.other))
        if j.verdict is Verdict.UNSURE and one != other:
            best.setdefault((one, other), j)
    return list(best.values())


def _insert(
    connection: duckdb.DuckDBPyConnection, query: str, label: str, columns: Mapping[str, Sequence[object]]
) -> None:
    """Run ``query`` over a table ``given`` of these columns."""
    if any(columns.values()):
        connection.register("given", pa.table(dict(columns)))
        connection.execute(query, [label])
        connection.unregister("given")
