"""Rows on their way into the tables of the schema."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.record import Offsets

Value = str | int | float | bool | Sequence[str] | Sequence[int] | None


class Row(NamedTuple):
    """One row of one table of the schema; ``values`` stand in the order of the table's columns."""

    table: str
    values: tuple[Value, ...]


class End(NamedTuple):
    """One end of an edge."""

    label: str
    id: str


def flat(places: Iterable[Offsets]) -> list[int]:
    """Places of words as a property holds them.

    >>> flat([(20, 118), (130, 150)])
    [20, 118, 130, 150]
    """
    return [offset for place in places for offset in place]
