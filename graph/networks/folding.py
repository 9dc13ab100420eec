"""From who is where to who is tied to whom: the projection of a network of two kinds of nodes onto one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.networks.incidences import Incidence

EVIDENCE = 10  # ids of statements that a tie names at most; how many there are is told beside them
PAIRS = 500_000  # pairs of members that may meet; each takes about a kilobyte of memory

Members = dict[str, Incidence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two members that meet.

    Attributes:
        ends: Both, sorted.
        weight: How strongly they are tied.
        shared: Ids of the hubs where they meet, sorted.
        first: Day of the earliest statement behind the tie, or empty where none is dated.
        last: Day of the latest.
        statements: How many statements of each end stand behind it, hub by hub.
        evidence: Ids of some of these statements: of each end the earliest and the latest of a hub.
    """

    ends: tuple[str, str]
    weight: float
    shared: tuple[str, ...]
    first: str
    last: str
    statements: tuple[int, int]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """All members, their ties, and the hubs that were too large to be folded, each with the number of its members."""

    members: tuple[str, ...]
    ties: tuple[Tie, ...]
    left_out: Mapping[str, int]


def newman(members: int) -> float:
    """What a hub of so many members adds to the tie of any two of them: 1/(members - 1), to each of them 1 in all.

    After M. E. J. Newman, "Scientific collaboration networks II", Phys. Rev. E 64 (2001) 016132: a rule that everybody
    speaks about ties nobody closely.

    >>> newman(2), newman(101)
    (1.0, 0.01)
    """
    return 1 / (members - 1)


def each_once(members: int) -> float:
    """What a hub adds where every one counts the same."""
    return 1.0


def fold(incidences: Iterable[Incidence], *, weigh: Callable[[int], float] = newman, pairs: int = PAIRS) -> Folded:
    """The members of ``incidences``, tied wherever they share a hub.

    Args:
        incidences: In any order; one of each member and hub.
        weigh: What a hub of so many members adds to a tie.
        pairs: How many pairs are made at most. The largest hubs are left out beyond that, and told.
    """
    hubs: defaultdict[str, Members] = defaultdict(dict)
    for incidence in incidences:
        hubs[incidence.hub][incidence.member] = incidence
    kept, left_out = _affordable(hubs, pairs)
    meetings: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for hub in kept:
        for ends in combinations(sorted(hubs[hub]), 2):
            meetings[ends].append(hub)
    return Folded(
        members=tuple(sorted({member for members in hubs.values() for member in members})),
        ties=tuple(_tie(ends, meetings[ends], hubs, weigh) for ends in sorted(meetings)),
        left_out=left_out,
    )


def _affordable(hubs: Mapping[str, Members], pairs: int) -> tuple[list[str], dict[str, int]]:
    """The hubs to fold, by name, and those that would make too many pairs with the number of their members."""
    by_size = sorted(hubs, key=lambda hub: (len(hubs[hub]), hub))
    made = 0
    for place, hub in enumerate(by_size):
        made += len(hubs[hub]) * (len(hubs[hub]) - 1) // 2
        if made > pairs:
            return sorted(by_size[:place]), {left: len(hubs[left]) for left in reversed(by_size[place:])}
    return sorted(by_size), {}


def _tie(
    ends: tuple[str, str], shared: Sequence[str], hubs: Mapping[str, Members], weigh: Callable[[int], float]
) -> Tie:
    both = [hubs[hub][end] for hub in shared for end in ends]
    return Tie(
        ends=ends,
        weight=round(sum(weigh(len(hubs[hub])) for hub in shared), 12),
        shared=tuple(shared),
        first=min((i.first for i in both if i.first), default=""),
        last=max(i.last for i in both),
        statements=(sum(i.statements for i in both[::2]), sum(i.statements for i in both[1::2])),
        evidence=tuple(dict.fromkeys(id_ for i in both for id_ in i.evidence))[:EVIDENCE],
    )
