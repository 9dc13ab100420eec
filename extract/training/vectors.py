"""Word vectors of the news: floret (cbow), which needs no word list, so that every spelling has one."""

import gzip
import importlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.tokenizer import blank_pipeline
from extract.training.overlap import Seen

BUCKETS, SIZE = 20_000, 64  # five megabytes
SHORTEST_PART, LONGEST_PART = 4, 5  # letters of the parts of words
MOST_SHARED = 0.1  # of the 6-grams of a text; with more of them it is one of the benchmark's articles


def benchmark_texts(benchmark: Path) -> Iterator[str]:
    """The text of every article of the benchmark."""
    for path in sorted((benchmark / "docs").glob("*.json")):
        yield json.loads(path.read_text("utf-8"))["text"]


def tokenised_news(news: Path, without: Iterable[str]) -> Iterator[str]:
    """The texts of ``news``, one a line, as tokens with blanks between; ``without`` is left out."""
    seen, nlp = Seen(without), blank_pipeline()
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for line in lines:
            if seen.share(line) <= MOST_SHARED:
                yield " ".join(token.text for token in nlp.make_doc(line.strip()) if not token.is_space)


def learn_vectors(lines: Path, into: Path) -> None:
    """Learn vectors from tokenised lines with one thread, so that the same lines give the same vectors."""
    floret = importlib.import_module("floret")  # for training only: pip install floret
    model = floret.train_unsupervised(
        str(lines), model="cbow", mode="floret", hashCount=2, bucket=BUCKETS, dim=SIZE, minn=SHORTEST_PART,
        maxn=LONGEST_PART, minCount=5, epoch=5, neg=10, thread=1, verbose=0,
    )  # fmt: skip
    model.save_floret_vectors(str(into))
