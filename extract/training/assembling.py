"""The training data: the open sets without what stands in a test set, and without doubles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from extract.training.casing import recased
from extract.training.columns import read_sentences
from extract.training.example import Labelled
from extract.training.joining import join
from extract.training.overlap import Seen
from extract.training.public_sets import CASED_SETS, IDNER, NERGRIT, read_nerp, read_set

PROTECTED = (IDNER, NERGRIT)  # the test sets of the others are scored without what stands in a training file
EVALUATION_ONLY = ("pfsa-id/dev-40.txt", "kota414/dev-40.txt")
DOUBLE = 0.5  # of the 6-grams of a sentence; with more of them it was there before
NERP = "NERP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What is trained on and tested on, by data set, and what became of the sentences of the training files."""

    train: Mapping[str, list[Labelled]]
    test: Mapping[str, list[Labelled]]
    counts: Mapping[str, Counter[str]]


def assemble(datasets: Path, articles: Iterable[str], usual: Mapping[str, str]) -> Data:
    """The open data sets, parted cleanly.

    Args:
        datasets: The folder with the sets.
        articles: The annotated articles of the benchmark; their sentences are left out of the sets too.
        usual: How words are written in the news, for NERP.
    """
    test = {source.name: list(read_set(datasets, source, [source.test])) for source in CASED_SETS}
    tested = Seen(example.text for source in PROTECTED for example in test[source.name])
    for text in (*_sentences(datasets), *articles):
        tested.add(text)
    earlier, train, counts = Seen(), {}, {}
    sources: dict[str, Iterable[Labelled]] = {
        source.name: read_set(datasets, source, source.train) for source in CASED_SETS
    }
    sources[NERP] = (recased(example, usual) for example in read_nerp(datasets))
    for name, examples in sources.items():
        counts[name] = Counter[str]()
        train[name] = list(_kept(examples, tested, earlier, counts[name]))
    trained = Seen(example.text for examples in train.values() for example in examples)
    clean = {name: [e for e in examples if trained.share(e.text) == 0] for name, examples in test.items()}
    return Data(train=train, test=clean, counts=counts)


def _kept(examples: Iterable[Labelled], tested: Seen, earlier: Seen, counts: Counter[str]) -> Iterator[Labelled]:
    for example in examples:
        counts["read"] += 1
        if tested.share(example.text) > 0:
            counts["in a test set"] += 1
        elif earlier.share(example.text) > DOUBLE:
            counts["there before"] += 1
        else:
            earlier.add(example.text)
            counts["kept"] += 1
            yield example


def _sentences(datasets: Path) -> Iterator[str]:
    for file in EVALUATION_ONLY:
        for rows in read_sentences(datasets / file):
            yield join([token for token, _ in rows])[0]
