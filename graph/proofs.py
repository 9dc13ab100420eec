"""What is wrong with what the graph says of an article, against the text as the store has it; "" where all is right.

Pure: each takes a row of the graph and a text. The places that a row gives must hold the very words it gives.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.record import Offsets
from graph.resolve import ELLIPSIS

Row = Mapping[str, Any]


def fault_of_statement(said: Row, text: str) -> str:
    """What does not stand in ``text`` of the words of a statement, its cue, its act, and the places of the others."""
    return next(_faults_of_statement(said, text), "")


def fault_of_naming(naming: Row, text: str) -> str:
    """What does not stand in ``text`` of the words that name a rule or a sanction, for an article or a statement.

    Those of a statement must be among its words, whose places are ``spans``; an article has none.
    """
    return next(_faults_of_naming(naming, text), "")


def _faults_of_statement(said: Row, text: str) -> Iterator[str]:
    """Only the first counts: what follows may presume that it is not there."""
    if not said["spans"]:
        yield "it has no words"
    for name in ("spans", "cue", "source", "act_at", "modality_at"):
        yield from _misplaced(name, said[name], text)
    yield from _differing("statement", said["words"], ELLIPSIS.join(text[a:b] for a, b in pairs(said["spans"])))
    if said["cue_word"] is not None:  # where somebody is named who says it
        yield from _differing("cue", said["cue_word"], _words(said["cue"], text))
    yield from _differing("act", said["act_words"], _words(said["act_at"], text))
    if len(said["modality_at"]) != 2 * len(said["modality"]):
        yield f"{len(said['modality'])} modalities have the places {said['modality_at']}"


def _faults_of_naming(naming: Row, text: str) -> Iterator[str]:
    for name in ("at", "places", "antecedent", "spans"):
        yield from _misplaced(name, naming[name], text)
    at, places, spans = naming["at"], pairs(naming["places"]), pairs(naming["spans"])
    if tuple(at) not in places:
        yield f"the place {at} is none of its places {naming['places']}"
    yield from _differing("graph", naming["surface"], _words(at, text))
    if naming["detail"] not in text:
        yield f"{naming['detail']!r} does not stand in the article"
    outside = [at for at in places if not any(first <= at[0] and at[1] <= last for first, last in spans)]
    if spans and outside:
        yield f"the places {outside} are not in the words of the statement"


def pairs(places: Sequence[int]) -> list[Offsets]:
    """The places of a flat list of offsets.

    >>> pairs([20, 118, 130, 150])
    [(20, 118), (130, 150)]
    """
    return list(zip(places[::2], places[1::2], strict=True))


def _misplaced(name: str, places: Sequence[int], text: str) -> Iterator[str]:
    """What is wrong with ``places`` as such, whatever their words."""
    if len(places) % 2:
        yield f"its {name} {places} have a start without an end"
    for start, end in pairs(places):
        if not 0 <= start < end <= len(text):
            yield f"its {name} {places} do not lie within the {len(text)} characters of the article"
        if not text[start:end].strip():
            yield f"at {start} to {end}, one of its {name}, there are no words"


def _differing(of: str, claimed: str, have: str) -> Iterator[str]:
    if have != claimed:
        yield f"the article has {have!r} where the {of} has {claimed!r}"


def _words(at: Sequence[int], text: str) -> str:
    return text[slice(*at)] if at else ""
