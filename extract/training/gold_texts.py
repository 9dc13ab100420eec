"""The hand-annotated articles of ``benchmark/gold/train`` as labelled texts."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extract.training.example import INSTITUTION, PERSON, REGION, Labelled

FIELDS = {"persons": PERSON, "institutions": INSTITUTION, "regions": REGION}


def read_gold(benchmark: Path) -> Iterator[tuple[str, Labelled]]:
    """The id and the labelled text of every article of the training gold."""
    for path in sorted((benchmark / "gold" / "train").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = json.loads((benchmark / "docs" / path.name).read_text("utf-8"))["text"]
        yield path.stem, Labelled(text=text, spans=tuple(gold_spans(text, gold)))


def annotated_articles(benchmark: Path) -> Iterator[str]:
    """The text of every annotated article, of the part that is kept for measuring too; for the overlap alone."""
    for path in sorted((benchmark / "gold").glob("*/*.json")):
        yield json.loads((benchmark / "docs" / path.name).read_text("utf-8"))["text"]


def gold_spans(text: str, gold: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    """Where the annotated forms stand; of two that overlap the longer one counts."""
    found = {
        (match.start(), match.end(), label)
        for name, label in FIELDS.items()
        for entry in gold.get(name, ())
        for form in entry["mentions"]
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    }
    kept: list[tuple[int, int, str]] = []
    for span in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
        if all(span[1] <= start or end <= span[0] for start, end, _ in kept):
            kept.append(span)
    return sorted(kept)
