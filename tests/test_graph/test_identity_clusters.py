"""Clusters: what is joined and what is kept apart does not depend on the order in which it was found."""

from collections.abc import Iterable
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity.blocks import Keys, pairs, shared
from graph.identity.clusters import Clusters, Link, Pair, Traits, cluster

IDS = "abcdefgh"
ANY = Traits(first=lambda id_: ("", id_), trait=lambda _: None, agree=lambda _, __: True)
pair = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda p: p[0] != p[1])
links = st.lists(st.builds(lambda p, score: Link(one=p[0], other=p[1], score=score), pair, st.floats(0.5, 3.0)))
differences = st.lists(pair)


def link(one: str, other: str, score: float) -> Link:
    return Link(one=one, other=other, score=score)


def groups(found: Clusters) -> set[frozenset[str]]:
    heads = {id_: found.entity.get(id_, id_) for id_ in IDS}
    return {frozenset(id_ for id_ in IDS if heads[id_] == head) for head in heads.values()}


def joined(some: Iterable[Link], different: Iterable[Pair] = (), unlike: Iterable[Pair] = ()) -> set[frozenset[str]]:
    return groups(cluster(some, different, unlike, ANY))


@settings(deadline=None)
@given(links, differences, differences, st.randoms(use_true_random=False))
def test_the_order_of_links_and_differences_changes_nothing(some, different, unlike, random):  # type: ignore[no-untyped-def]
    before = cluster(some, different, unlike, ANY)
    for found in (some, different, unlike):
        random.shuffle(found)
    turned = [Link(one=k.other, other=k.one, score=k.score) for k in some]
    assert cluster(turned, [p[::-1] for p in different], unlike, ANY) == before


@settings(deadline=None)
@given(links, differences, differences)
def test_what_people_call_different_is_never_one_even_through_others(some, different, unlike):  # type: ignore[no-untyped-def]
    found = joined(some, different, unlike)
    assert not any({one, other} <= group for group in found for one, other in different)


@settings(deadline=None)
@given(links, differences)
def test_joining_what_was_joined_again_changes_nothing(some, different):  # type: ignore[no-untyped-def]
    found = cluster(some, different, (), ANY)
    again = [*some, *(link(profile, entity, 0.9) for profile, entity in found.entity.items())]
    assert groups(cluster(again, different, (), ANY)) == groups(found)


def test_of_a_chain_that_contradicts_itself_the_weakest_link_is_cut() -> None:
    found = cluster([link("a", "b", 0.9), link("b", "c", 0.95), link("c", "d", 0.99)], [("a", "d")], (), ANY)
    assert groups(found) >= {frozenset("a"), frozenset("bcd")}
    assert found.cut == (link("a", "b", 0.9),)


def test_links_of_people_outrank_what_compares_as_different_and_not_what_people_call_so() -> None:
    assert frozenset("ab") in joined([link("a", "b", 2.0)], unlike=[("a", "b")])
    assert frozenset("ab") not in joined([link("a", "b", 2.0)], [("a", "b")])


def test_profiles_at_odds_never_meet_through_a_third() -> None:
    names = {"a": "hasan melur", "b": "hasan", "c": "hasan kenanga"}
    traits = Traits(
        first=lambda id_: ("", id_), trait=names.__getitem__, agree=lambda one, other: one in other or other in one
    )
    found = cluster([link("a", "b", 0.95), link("b", "c", 0.9)], (), (), traits)
    assert found.entity == {"b": "a"}


def test_an_entity_keeps_the_id_of_the_profile_seen_first_when_later_ones_come_in() -> None:
    seen = {"a": "2024-03-01", "b": "2023-01-01", "c": "2024-05-01"}
    traits = Traits(first=lambda id_: (seen[id_], id_), trait=lambda _: None, agree=lambda _, __: True)
    before = cluster([link("a", "b", 0.9)], (), (), traits)
    after = cluster([link("a", "b", 0.9), link("a", "c", 0.9)], (), (), traits)
    assert before.entity == {"a": "b"}
    assert after.entity == {"a": "b", "c": "b"}


def test_pairs_are_those_that_share_a_key_which_one_of_them_seeks() -> None:
    keys = [("a", Keys(("x",))), ("b", Keys((), ("x",))), ("c", Keys((), ("x",))), ("d", Keys(("y",), ("z",)))]
    assert shared(keys) == ["a", "b", "c"]
    assert pairs(keys, lambda _: ()) == [("a", "b"), ("a", "c")]


def test_the_number_of_pairs_grows_with_that_of_profiles_though_all_share_a_name() -> None:
    def count(profiles: int) -> int:
        keys = [(n, Keys(("hasan",))) for n in range(profiles)]
        return len(pairs(keys, lambda n: (f"area {n % 40}",)))

    assert count(3_000) <= 11 * count(300)
    assert count(300) < 0.1 * len(list(combinations(range(300), 2)))


def test_what_shares_more_than_a_common_name_is_compared() -> None:
    keys = [(n, Keys(("hasan",))) for n in range(300)]
    assert {(7, 207), (107, 207)} <= set(pairs(keys, lambda n: (f"area {n % 100}",)))
