"""Links: the rules and sanctions a statement speaks of."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extract.record import Mention, MentionType, Offsets


def of_type(mentions: Iterable[Mention], kind: MentionType) -> tuple[Mention, ...]:
    """The mentions of one type in text order, as ``within`` needs them."""
    return tuple(sorted((m for m in mentions if m.type is kind), key=lambda mention: mention.start))


def within(spans: Iterable[Offsets], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those of the ordered mentions that lie in the spans, references such as "aturan itu" included."""
    for start, end in spans:
        for index in range(bisect_left(mentions, start, key=lambda m: m.start), len(mentions)):
            if mentions[index].start >= end:
                break
            if mentions[index].end <= end:
                yield mentions[index]


def pinned(spans: Sequence[Offsets], rules: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions of rules whose provisions the spans name: "Pasal 5" in a statement, the rule somewhere else."""
    for rule in rules:
        if any(start <= pin.start and pin.end <= end for pin in rule.pins for start, end in spans):
            yield rule


def targets(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """What the mentions refer to, each once, in order."""
    return tuple(dict.fromkeys(mention.target for mention in mentions))
