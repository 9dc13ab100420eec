"""The speakers labelled in PFSA-ID and KoTA-414, for evaluation only."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spacy.language import Language

from extract.lexicon import read_tsv
from extract.training.columns import read_sentences, spans_of
from extract.training.example import PERSON
from extract.training.joining import join

TITLES = frozenset({"ROLE", "AFFILIATION"})
NEAREST = 2  # tokens between a title and the name of its holder


def titled_speakers(path: Path) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Every sentence with the places of the speakers that have a title right before the name.

    Ranks and honorifics are part of the label there; they are taken off, as our names are without them.
    """
    for rows in read_sentences(path):
        text, places = join([token for token, _ in rows])
        labels = [label for _, label in rows]
        speakers = [
            _bare(text, places[start][0], places[end - 1][1])
            for start, end, label in spans_of(labels)
            if label == "PERSON" and any(tag[2:] in TITLES for tag in labels[max(0, start - NEAREST) : start])
        ]
        if speakers:
            yield text, speakers


def exact_share(nlp: Language, path: Path) -> tuple[float, int]:
    """The share of titled speakers whose exact name the pipeline finds, and their number."""
    rows = list(titled_speakers(path))
    right = number = 0
    for doc, (_, speakers) in zip(nlp.pipe(text for text, _ in rows), rows, strict=True):
        found = {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == PERSON}
        right += len(found & set(speakers))
        number += len(speakers)
    return right / number, number


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a name without the titles before it and what a comma or bracket parts off."""
    title = _titles().match(text, start, end)
    start = title.end() if title is not None and title.end() < end else start
    tail = re.compile(r",|\s*\(").search(text, start, end)
    return start, tail.start() if tail is not None and tail.start() > start else end


@cache
def _titles() -> re.Pattern[str]:
    surfaces = sorted((row["surface"] for row in read_tsv("honorifics.tsv", "surface", "kind")), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, surfaces))})\.?\s+)+", re.IGNORECASE)
