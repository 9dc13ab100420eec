"""The sanctions that an article or a statement speaks of, as rows of the graph."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from extract.record import Mention, Penalty, Record
from graph.layout import edge_table
from graph.rows import End, Row, Value, flat

_NOTHING = Penalty()
_LARGEST = 2**63 - 1
_DAYS = {"Y": Fraction(365), "M": Fraction(365, 12), "W": Fraction(7), "D": Fraction(1)}


def sanctions_of(record: Record) -> Iterator[Row]:
    """The kinds of sanction in an article."""
    kinds = {s.kind for s in record.sanctions}.union(*(s.sanctions for s in record.statements))
    yield from (Row("Sanction", (kind, kind.replace("-", " "))) for kind in sorted(kinds))


def invocations(source: End, kind: str, mentions: Iterable[Mention], details: Iterable[str] = ("",)) -> Iterator[Row]:
    """The edges from a statement or article to one kind of sanction: one for each penalty that differs in anything.

    Args:
        source: The statement or article.
        kind: Kind of the sanction.
        mentions: The mentions of it in these words, in order; of those that say the same the first tells the words.
        details: What it is where no mention tells: an edge for each.
    """
    table = edge_table("INVOKES", source.label, "Sanction")
    alike: dict[tuple[str, Penalty | None], list[Mention]] = {}
    for mention in mentions:
        alike.setdefault((mention.detail, mention.penalty), []).append(mention)
    for (detail, penalty), told in alike.items():
        at, places = [told[0].start, told[0].end], flat([(m.start, m.end) for m in told])
        yield Row(table, (source.id, kind, told[0].text, at, places, detail, *_values(penalty or _NOTHING)))
    if not alike:
        yield from (
            Row(table, (source.id, kind, "", [], [], detail, *_values(_NOTHING))) for detail in dict.fromkeys(details)
        )


def days_of(duration: str) -> int | None:
    """The days of an ISO 8601 duration, a year as 365 and a month as a twelfth of it.

    None for "", for "lifelong", and for a number of more than nine digits.

    >>> days_of("P1Y"), days_of("P12M"), days_of("P2W"), days_of("lifelong")
    (365, 365, 14, None)
    """
    parts = re.findall(r"(?<!\d)(\d{1,9})([YMWD])", duration.partition("T")[0])
    return int(sum(int(number) * _DAYS[unit] for number, unit in parts)) if parts else None


def _values(penalty: Penalty) -> tuple[Value, ...]:
    return (
        _storable(penalty.amount_from),
        _storable(penalty.amount_to),
        penalty.duration_from,
        penalty.duration_to,
        days_of(penalty.duration_to or penalty.duration_from),
        penalty.degree,
        str(penalty.status or ""),
        penalty.regulation,
        list(penalty.provisions),
    )


def _storable(amount: int | None) -> int | None:
    """``amount``, unless no column holds it: what is too large to be true is not known."""
    return amount if amount is not None and -_LARGEST <= amount <= _LARGEST else None
