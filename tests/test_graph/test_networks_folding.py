"""Folding alone: no graph, only who is where."""

from collections import defaultdict
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.networks.folding import EVIDENCE, Folded, each_once, fold, newman
from graph.networks.incidences import Incidence

MEMBERS, HUBS = "abcdefg", "RSTUV"


def at(member: str, hub: str, *, statements: int = 1, first: str = "", last: str = "") -> Incidence:
    evidence = (f"{member}{hub}:first", f"{member}{hub}:last")
    return Incidence(member=member, hub=hub, statements=statements, first=first, last=last or first, evidence=evidence)


days = st.sampled_from(["", "2023-05-01", "2024-01-31", "2024-02-01"])
incidences = st.dictionaries(
    st.tuples(st.sampled_from(MEMBERS), st.sampled_from(HUBS)), st.tuples(st.integers(1, 9), days), max_size=35
).map(lambda found: [at(m, h, statements=n, first=day) for (m, h), (n, day) in found.items()])


def sizes(found: list[Incidence]) -> dict[str, int]:
    members = defaultdict(set)
    for incidence in found:
        members[incidence.hub].add(incidence.member)
    return {hub: len(those) for hub, those in members.items()}


def weights(folded: Folded) -> dict[tuple[str, str], float]:
    return {tie.ends: tie.weight for tie in folded.ties}


def test_two_who_alone_speak_about_a_rule_are_tied_by_one() -> None:
    assert weights(fold([at("a", "R"), at("b", "R")])) == {("a", "b"): 1.0}


def test_a_rule_that_everybody_speaks_about_ties_nobody_closely() -> None:
    everybody = [at(f"m{i}", "R") for i in range(11)]
    assert set(weights(fold(everybody)).values()) == {0.1}
    assert set(weights(fold(everybody, weigh=each_once)).values()) == {1.0}


def test_a_tie_tells_what_is_shared_since_when_and_by_which_statements() -> None:
    rows = [
        at("a", "R", statements=2, first="2023-01-01", last="2023-06-01"),
        at("b", "R", statements=1, first="2024-01-01"),
        at("a", "S", statements=4),
        at("b", "S", statements=3),
        at("a", "T", statements=9, first="2001-01-01"),
    ]
    (tie,) = fold(rows).ties
    assert (tie.ends, tie.weight, tie.shared) == (("a", "b"), 2.0, ("R", "S"))
    assert (tie.first, tie.last) == ("2023-01-01", "2024-01-01")
    assert tie.statements == (6, 4)
    assert tie.evidence == (
        *("aR:first", "aR:last", "bR:first", "bR:last"),
        *("aS:first", "aS:last", "bS:first", "bS:last"),
    )


def test_a_tie_of_undated_statements_has_no_days() -> None:
    (tie,) = fold([at("a", "R"), at("b", "R")]).ties
    assert (tie.first, tie.last) == ("", "")


def test_what_would_make_too_many_pairs_is_left_out_and_told_the_largest_first() -> None:
    rows = [at(m, "R") for m in "abcde"] + [at(m, "S") for m in "abcd"] + [at(m, "T") for m in "ab"]
    folded = fold(rows, pairs=1)
    assert weights(folded) == {("a", "b"): 1.0}
    assert list(folded.left_out.items()) == [("R", 5), ("S", 4)]
    assert folded.members == ("a", "b", "c", "d", "e"), "who is left without a tie is still there"


@given(incidences)
@settings(deadline=None)
def test_the_weights_are_those_of_newman(found: list[Incidence]) -> None:
    both = nx.Graph((i.member, i.hub) for i in found)
    by_networkx = nx.bipartite.collaboration_weighted_projected_graph(both, {i.member for i in found})
    folded = weights(fold(found))
    assert len(folded) == by_networkx.number_of_edges()
    for ends, weight in folded.items():
        assert weight == pytest.approx(by_networkx.edges[ends]["weight"])


@given(incidences)
@settings(deadline=None)
def test_each_rule_gives_each_of_its_speakers_one_in_all(found: list[Incidence]) -> None:
    strength: defaultdict[str, float] = defaultdict(float)
    for (one, other), weight in weights(fold(found)).items():
        strength[one] += weight
        strength[other] += weight
    shared = {hub for hub, size in sizes(found).items() if size > 1}
    for member in MEMBERS:
        assert strength[member] == pytest.approx(sum(i.member == member and i.hub in shared for i in found))


@given(incidences)
@settings(deadline=None)
def test_a_tie_is_there_once_and_never_heavier_than_what_is_shared(found: list[Incidence]) -> None:
    ties = fold(found).ties
    assert all(one.ends < other.ends for one, other in pairwise(ties)), "sorted, and none twice"
    for tie in ties:
        assert tie.ends[0] < tie.ends[1]
        assert 0 < tie.weight <= len(tie.shared)
        assert list(tie.shared) == sorted(set(tie.shared))
        assert tie.first <= tie.last


@given(incidences)
@settings(deadline=None)
def test_evidence_is_of_both_ends_and_of_what_they_share(found: list[Incidence]) -> None:
    for tie in fold(found).ties:
        own = {id_ for i in found if i.member in tie.ends and i.hub in tie.shared for id_ in i.evidence}
        assert set(tie.evidence) <= own
        assert len(tie.evidence) == len(set(tie.evidence)) == min(EVIDENCE, len(own))
        assert {id_[0] for id_ in tie.evidence} == set(tie.ends)


@given(incidences, st.randoms())
@settings(deadline=None)
def test_the_order_of_the_rows_changes_nothing(found: list[Incidence], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = found.copy()
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(found)


@given(incidences, st.integers(0, 40))
@settings(deadline=None)
def test_no_more_pairs_are_made_than_allowed(found: list[Incidence], pairs: int) -> None:
    folded = fold(found, pairs=pairs)
    assert sum(len(tie.shared) for tie in folded.ties) <= pairs
    kept = {hub: size for hub, size in sizes(found).items() if hub not in folded.left_out}
    assert max(kept.values(), default=0) <= min(folded.left_out.values(), default=99)
    assert weights(folded) == weights(fold([i for i in found if i.hub in kept]))


def test_a_hub_of_two_weighs_one() -> None:
    assert [newman(members) for members in (2, 3, 5)] == [1, 0.5, 0.25]
