"""Which profiles are compared with which: those that share a key, never all with all.

A profile seeks others by some keys and may be found by more: "M. Arif" seeks every "M… Arif", who need not seek each
other for that. A key that many share (three hundred people of one name) is parted by what else they share, and where
still many are left, each is compared with the next and with the first. So the number of pairs grows with that of
profiles.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple, TypeVar

from graph.identity.people import PersonName, is_bare

V = TypeVar("V")
Pair = tuple[V, V]

_ALL_WITH_ALL = 8  # profiles that share a key, up to which each is compared with each
_TELLING = 3  # letters from which a word makes a key
_START = 3  # letters of a word behind which one may be wrong


class Keys(NamedTuple):
    """The keys of one profile: those by which it seeks others, and those by which it is only found."""

    seeks: tuple[Hashable, ...]
    found_by: tuple[Hashable, ...] = ()


def keys_of_person(name: PersonName, area: str, office: str) -> Keys:
    """The keys of a name: all its letters as they sound, two words, an initial and a word, a word and a place.

    A shorter name seeks those that have its first and last word. A single word seeks names of one region or office that
    have it: no others are ever joined to it.
    """
    sounds = name.sounds
    telling = [s for s in sounds if len(s) >= _TELLING]
    solid = "".join(sounds)
    place = area or office
    if len(telling) < 2:
        seeks: list[Hashable] = [solid, *((s, ".", place) for s in telling if place)]
        if len(sounds) > 1:
            seeks += [(sounds[0][:1], ".", sounds[-1]), (sounds[0], ".", sounds[-1][:1])]
        return Keys(tuple(seeks))
    seeks = [solid, (telling[0], telling[-1])]
    if len(telling) > 2:
        seeks += [(telling[0], telling[1]), (telling[-2], telling[-1])]
    found: list[Hashable] = [*combinations(telling, 2)] if len(telling) > 2 else []
    found += [(sounds[0][:1], ".", sounds[-1]), (sounds[0], ".", sounds[-1][:1])]
    if place:
        (seeks if is_bare(name) else found).extend((s, ".", place) for s in telling)
    return Keys(tuple(seeks), tuple(found))


def pairs(keys: Iterable[tuple[V, Keys]], parted_by: Callable[[V], Iterable[Hashable]]) -> list[Pair[V]]:
    """The pairs of values to be compared, each once, in an order that is that of the values alone.

    Args:
        keys: Each value with its keys, the values in an order of their own (by id).
        parted_by: What else a value may share with others of its key.
    """
    found: dict[Pair[V], None] = {}
    for sharing in _sharing(list(keys)):
        if len(sharing) > _ALL_WITH_ALL:
            found.update(dict.fromkeys(_of_many([value for value, _ in sharing], parted_by)))
        else:
            both = combinations(sharing, 2)
            found.update(dict.fromkeys((one, other) for (one, seeks), (other, sought) in both if seeks or sought))
    return list(found)


def shared(keys: Iterable[tuple[V, Keys]]) -> list[V]:
    """The values that meet another one by a key, in their order."""
    rows = list(keys)
    seeking: defaultdict[Hashable, int] = defaultdict(int)
    for _, own in rows:
        for key in own.seeks:
            seeking[key] += 1
    found = {key for _, own in rows for key in own.found_by if key in seeking}
    return [
        value
        for value, own in rows
        if any(seeking[key] > 1 or key in found for key in own.seeks) or any(key in seeking for key in own.found_by)
    ]


def _sharing(rows: Sequence[tuple[V, Keys]]) -> Iterable[list[tuple[V, bool]]]:
    """For each key that more than one have and one seeks by: those that have it, and whether they seek by it."""
    counts = Counter(key for _, own in rows for key in own.seeks)
    sought = frozenset(counts)
    counts.update(key for _, own in rows for key in own.found_by if key in sought)
    found: defaultdict[Hashable, list[tuple[V, bool]]] = defaultdict(list)
    for value, own in rows:
        for key in dict.fromkeys(own.seeks):
            if counts[key] > 1:
                found[key].append((value, True))
        for key in dict.fromkeys(own.found_by):
            if counts.get(key, 0) > 1 and key not in own.seeks:
                found[key].append((value, False))
    return found.values()


def _of_many(values: Sequence[V], parted_by: Callable[[V], Iterable[Hashable]]) -> Iterator[Pair[V]]:
    yield from _chained(values)
    parts: defaultdict[Hashable, list[V]] = defaultdict(list)
    for value in values:
        for key in dict.fromkeys(parted_by(value)):
            parts[key].append(value)
    for part in parts.values():
        yield from _chained(part) if len(part) > _ALL_WITH_ALL else combinations(part, 2)


def _chained(values: Sequence[V]) -> Iterator[Pair[V]]:
    """Each with the next one, and all with the first."""
    yield from pairwise(values)
    yield from ((values[0], value) for value in values[2:])
