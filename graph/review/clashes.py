"""Judgements of people that do not go together, by themselves or through others."""

from collections.abc import Iterable, Iterator, Sequence

from graph.identity.judgements import Decision, Judgement

Pair = tuple[str, str]
Clash = tuple[Judgement, Judgement]


class Heads:
    """One of each group of ids that ``pairs`` joins, however indirectly."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._head: dict[str, str] = {}
        for pair in pairs:
            first, second = sorted(map(self.of, pair))
            if first != second:
                self._head[second] = first

    def of(self, id_: str) -> str:
        """The id that stands for all those joined with ``id_``."""
        while id_ in self._head:
            id_ = self._head[id_]
        return id_

    def are_one(self, pair: Pair) -> bool:
        """Whether both of ``pair`` are joined."""
        return self.of(pair[0]) == self.of(pair[1])


def pair_of(judgement: Judgement) -> Pair:
    """The profiles that a judgement is on, sorted."""
    one, other = sorted(side.profile for side in (judgement.one, judgement.other) if side)
    return one, other


def clash_with(given: Sequence[Judgement], decision: Decision, pair: Pair) -> Judgement | None:
    """A judgement of ``given``, all in force, that does not go with ``decision`` on ``pair``; None where all do.

    One on this very pair gives way to a later one, and is none.
    """
    others = [j for j in given if j.decision is not Decision.APART and pair_of(j) != tuple(sorted(pair))]
    same = [j for j in others if j.decision is Decision.SAME]
    if decision is Decision.SAME:
        heads = Heads([*map(pair_of, same), pair])
        return next((j for j in others if j.decision is Decision.DIFFERENT and heads.are_one(pair_of(j))), None)
    heads = Heads(map(pair_of, same))
    if decision is Decision.DIFFERENT and heads.are_one(pair):
        return next(j for j in reversed(same) if heads.of(pair_of(j)[0]) == heads.of(pair[0]))
    return None


def clashes(given: Sequence[Judgement]) -> Iterator[Clash]:
    """Each *different* of ``given``, all in force, whose profiles others join, with the latest *same* that does."""
    same = [j for j in given if j.decision is Decision.SAME]
    heads = Heads(map(pair_of, same))
    latest = {heads.of(pair_of(j)[0]): j for j in same}
    for j in given:
        if j.decision is Decision.DIFFERENT and heads.are_one(pair_of(j)):
            yield j, latest[heads.of(pair_of(j)[0])]


def disagreements(ours: Iterable[Judgement], theirs: Iterable[Judgement]) -> Iterator[Clash]:
    """Judgements of two logs, in force there, that say different things of one pair: that which counts first."""
    known = {pair_of(j): j for j in ours if j.decision is not Decision.APART}
    for j in theirs:
        found = known.get(pair_of(j)) if j.decision is not Decision.APART else None
        if found and found.decision is not j.decision:
            first, second = sorted((found, j), key=lambda each: (each.when, each.id), reverse=True)
            yield first, second
