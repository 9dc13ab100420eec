"""Files with one token and its label a line, an empty line after each sentence."""

from collections.abc import Iterator
from pathlib import Path

Rows = list[tuple[str, str]]


def read_sentences(path: Path) -> Iterator[Rows]:
    """The sentences of a file as (token, label) pairs; columns between the first and the last are left out."""
    rows: Rows = []
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t") if "\t" in line else line.split(" ")
        if line.strip() and len(cells) > 1 and cells[0].strip():
            rows.append((cells[0].strip(), cells[-1].strip()))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def spans_of(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """First token, token after the last, and label of every span, from IOB or BILOU labels.

    >>> list(spans_of(["B-PER", "I-PER", "O", "U-LOC", "I-ORG"]))
    [(0, 2, 'PER'), (3, 4, 'LOC'), (4, 5, 'ORG')]
    """
    start, open_label = 0, ""
    for at, tag in enumerate([*labels, "O"]):
        mark, _, label = tag.partition("-")
        if open_label and (mark in "OBU" or label != open_label):
            yield start, at, open_label
            open_label = ""
        if label and not open_label:
            start, open_label = at, label
