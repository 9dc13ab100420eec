"""Our own annotation of unlabelled news: places in texts that lie in ``../shared``, none of their sentences.

``annotations.jsonl.gz`` has one line an article: the number of its line in ``raw-news/news.txt.gz``, a checksum of its
text, and an annotation after the guide of the benchmark in which every quoted form is a pair of places. One annotator
each, not adjudicated.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "annotations.jsonl.gz"
LINK_HOLE = re.compile(r"^[\s,]*[-–]\s*")
PARAGRAPH_END = re.compile(r"([.!?:;\"”'’)])\s*,(?=[\"“‘A-Z0-9])")
CHECKED = 16  # letters of the checksum

Annotation = dict[str, Any]


def as_article(line: str) -> str:
    r"""A line of the raw news as an article: without what a dateline left at its head, with its paragraphs apart.

    >>> as_article(", - Warga senang.,Jalan itu dibuka.")
    'Warga senang.\nJalan itu dibuka.'
    """
    return PARAGRAPH_END.sub(r"\1\n", LINK_HOLE.sub("", line.strip()))


def checksum(text: str) -> str:
    """What tells whether an article is the one that was annotated."""
    return hashlib.sha256(text.encode()).hexdigest()[:CHECKED]


def read_annotated(news: Path, annotations: Path = FILE) -> Iterator[tuple[str, str, Annotation]]:
    """Name, text and annotation of every annotated article, the annotation as the benchmark's gold has it.

    Args:
        news: ``raw-news/news.txt.gz``.
        annotations: The file of places; the one of this package.

    Raises:
        ValueError: The text is not the one that was annotated.
    """
    with gzip.open(annotations, "rt", encoding="utf-8") as file:
        rows = {row["line"]: row for row in map(json.loads, file)}
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number in rows:
                row, text = rows[number], as_article(line)
                if checksum(text) != row["checksum"]:
                    raise ValueError(f"{news}: line {number} is not the article that was annotated")
                name = f"news-{number:05d}"
                yield name, text, {"doc": name, **_quoted(text, row["annotation"])}


def write_annotated(news: Path, into: Path) -> int:
    """Write the annotated articles as folders ``docs`` and ``gold`` that ``score.py`` reads; gives their number."""
    for folder in ("docs", "gold"):
        (into / folder).mkdir(parents=True, exist_ok=True)
    annotated = list(read_annotated(news))
    for name, text, gold in annotated:
        article = {"id": name, "title": "", "url": "", "date": "", "text": text}
        for folder, content in (("docs", article), ("gold", gold)):
            (into / folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return len(annotated)


def _quoted(text: str, value: Any) -> Any:
    """The annotation with the quoted words in place of every pair of places."""
    if isinstance(value, dict):
        return {key: _quoted(text, inner) for key, inner in value.items()}
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(place, int) for place in value):
            return text[value[0] : value[1]]
        return [_quoted(text, inner) for inner in value]
    return value
