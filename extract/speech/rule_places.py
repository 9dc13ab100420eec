"""Where an article names its rules: by citation, by reference, and by a provision that stands apart."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.record import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch that names a rule: its mention, or one of the mention's pin cites."""

    start: int
    end: int
    rule: Mention

    @property
    def is_pin(self) -> bool:
        """Whether only a provision stands here ("Pasal 5")."""
        return self.start != self.rule.start


class RulePlaces:
    """The places of one article, in text order."""

    def __init__(self, rules: Iterable[Mention]) -> None:
        places: list[Place] = []
        for rule in rules:
            places.append(Place(start=rule.start, end=rule.end, rule=rule))
            places.extend(Place(start=pin.start, end=pin.end, rule=rule) for pin in rule.pins)
        self._places = tuple(sorted(places, key=lambda place: (place.start, place.end)))
        self._starts = tuple(place.start for place in self._places)

    def between(self, start: int, end: int) -> Iterator[Place]:
        """The places that begin between two offsets."""
        return iter(self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def last_before(self, offset: int) -> Place | None:
        """The last place that begins before an offset."""
        at = bisect_left(self._starts, offset)
        return self._places[at - 1] if at else None
