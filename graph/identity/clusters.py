"""Entities as clusters of profiles: what is joined, what is kept apart, in whatever order it was found.

Links are taken strongest first. One that would bring two profiles together that are different, themselves or through
others, is left out: so of a chain that contradicts itself the weakest link is cut. Links of people come before all
others, and what people say is different stays so.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Link:
    """Two profiles that are one, says a score, or a person: then the score is above 1.

    Attributes:
        one: Id of one of them.
        other: Id of the other one.
        score: How sure that is.
    """

    one: str
    other: str
    score: float


@dataclass(frozen=True, slots=True)
class Clusters:
    """What became of profiles.

    Attributes:
        entity: The id of the entity by that of the profile, for those that are joined.
        cut: The links left out, strongest first.
    """

    entity: Mapping[str, str]
    cut: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What clustering asks of profiles.

    Attributes:
        first: The profile for which this is least gives its entity the id: that seen first, ties by id.
        trait: What of a profile may speak against others; profiles share a few of these.
        agree: Whether profiles of two such traits may be one; not asked of those that a person joined.
    """

    first: Callable[[str], tuple[str, str]]
    trait: Callable[[str], Hashable]
    agree: Callable[[Any, Any], bool]


def cluster(links: Iterable[Link], different: Iterable[Pair], unlike: Iterable[Pair], traits: Traits) -> Clusters:
    """Join profiles by ``links``, never two of a pair of ``different``; the same for any order of both.

    Args:
        links: What is one.
        different: What is not, people say.
        unlike: What is not, as compared; links of people do not heed it.
        traits: What else is asked of profiles.
    """
    joining = _Joining(traits)
    joining.keep_apart(different)
    ordered = _strongest_first(links)
    by_people = [link for link in ordered if link.score > 1]
    cut = [link for link in by_people if not joining.join(link)]
    joining.keep_apart(unlike)
    cut += [link for link in ordered[len(by_people) :] if not joining.join(link)]
    entity: dict[str, str] = {}
    for members in joining.clusters():
        head = min(members, key=traits.first)
        entity.update((member, head) for member in members if member != head)
    return Clusters(dict(sorted(entity.items())), tuple(cut))


def _strongest_first(links: Iterable[Link]) -> list[Link]:
    ordered = (Link(one=min(k.one, k.other), other=max(k.one, k.other), score=k.score) for k in links)
    return sorted(set(ordered), key=lambda link: (-link.score, link.one, link.other))


class _Joining:
    """Clusters in the making: of each its members, the traits of those no person joined, and what it must not meet."""

    def __init__(self, traits: Traits) -> None:
        self._traits = traits
        self._head: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._shown: dict[str, set[Hashable]] = {}
        self._foes: dict[str, set[str]] = {}

    def keep_apart(self, pairs: Iterable[Pair]) -> None:
        """Never join those of a pair, nor what is one with them; a pair that is joined already stays so."""
        for one, other in pairs:
            head, other_head = self._head.get(one, one), self._head.get(other, other)
            if head != other_head:
                self._foes.setdefault(head, set()).add(other)
                self._foes.setdefault(other_head, set()).add(one)

    def join(self, link: Link) -> bool:
        """Make one cluster of those of both ends; False where they must not meet."""
        by_people = link.score > 1
        one, other = (self._find(id_, shown=not by_people) for id_ in (link.one, link.other))
        if one == other:
            return True
        if self._are_foes(one, other) or not (by_people or self._agree(one, other)):
            return False
        self._merge(*sorted((one, other), key=lambda head: (-len(self._members[head]), head)))
        return True

    def clusters(self) -> Iterator[list[str]]:
        yield from self._members.values()

    def _find(self, id_: str, *, shown: bool) -> str:
        if id_ not in self._head:
            self._head[id_] = id_
            self._members[id_] = [id_]
            self._shown[id_] = {self._traits.trait(id_)} if shown else set()
        return self._head[id_]

    def _are_foes(self, one: str, other: str) -> bool:
        """Whether anybody in one cluster is different from anybody in the other."""
        few, large = sorted((one, other), key=lambda head: len(self._foes.get(head, ())))
        return any(self._head.get(foe, foe) == large for foe in self._foes.get(few, ()))

    def _agree(self, one: str, other: str) -> bool:
        return all(self._traits.agree(a, b) for a in self._shown[one] for b in self._shown[other])

    def _merge(self, large: str, small: str) -> None:
        for member in self._members[small]:
            self._head[member] = large
        self._members[large] += self._members.pop(small)
        self._shown[large] |= self._shown.pop(small)
        if foes := self._foes.pop(small, None):
            self._foes.setdefault(large, set()).update(foes)
