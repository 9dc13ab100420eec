"""The open data sets of named entities as labelled texts, with our labels."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.training.columns import Rows, read_sentences, spans_of
from extract.training.example import INSTITUTION, PERSON, REGION, UNKNOWN, Labelled
from extract.training.joining import join

LABEL_OF = {
    "PER": PERSON, "PERSON": PERSON, "PPL": PERSON,
    "ORG": INSTITUTION, "ORGANISATION": INSTITUTION, "ORGANIZATION": INSTITUTION, "IND": UNKNOWN,
    "LOC": REGION, "PLACE": REGION, "LOCATION": REGION, "PLC": REGION,
}  # fmt: skip
PROPER, SMALL_WORDS = "B-NNP", frozenset({"di", "dan", "ke", "dari", "yang", "untuk"})
NERP, POSP = "indonlu/dataset/nerp_ner-prosa", "indonlu/dataset/posp_pos-prosa"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSet:
    """Where one data set has its files, below ``datasets``."""

    name: str
    train: tuple[str, ...]
    test: str


IDNER = PublicSet(
    name="idner-news-2k", train=("idner-news-2k/train.txt", "idner-news-2k/dev.txt"), test="idner-news-2k/test.txt"
)
NERGRIT = PublicSet(
    name="NERGRIT",
    train=tuple(f"indonlu/dataset/nergrit_ner-grit/{part}_preprocess.txt" for part in ("train", "valid")),
    test="indonlu/dataset/nergrit_ner-grit/test_preprocess.txt",
)
NERUGM = PublicSet(
    name="NERUGM",
    train=tuple(f"indolem-ner/ner/data/nerugm/{part}.01.tsv" for part in ("train", "dev")),
    test="indolem-ner/ner/data/nerugm/test.01.tsv",
)
NERUI = PublicSet(
    name="NERUI",
    train=tuple(f"indolem-ner/ner/data/nerui/{part}.01.tsv" for part in ("train", "dev")),
    test="indolem-ner/ner/data/nerui/test.01.tsv",
)
CASED_SETS = (IDNER, NERGRIT, NERUGM, NERUI)


def labelled(rows: Rows, convention: str) -> Labelled:
    """One sentence of a cased set."""
    text, places = join([token for token, _ in rows])
    spans = (
        (places[a][0], places[b - 1][1], LABEL_OF.get(label, "")) for a, b, label in spans_of([t for _, t in rows])
    )
    return Labelled(text=text, spans=tuple(span for span in spans if span[2]), convention=convention)


def read_set(datasets: Path, source: PublicSet, files: Iterable[str]) -> Iterator[Labelled]:
    """Every sentence of ``files`` of a cased set."""
    for file in files:
        for rows in read_sentences(datasets / file):
            yield labelled(rows, source.name)


def read_nerp(datasets: Path) -> Iterator[Labelled]:
    """NERP, which is in lower case throughout: its part-of-speech twin POSP tells what had a capital.

    NERP has no label for organisations; a proper noun without a label, and a brand, may be one: ``UNKNOWN``.
    """
    for part in ("train", "valid"):
        names = read_sentences(datasets / NERP / f"{part}_preprocess.txt")
        words = read_sentences(datasets / POSP / f"{part}_preprocess.txt")
        for rows, tagged in zip(names, words, strict=True):
            if len(rows) == len(tagged):
                yield _truecased(rows, [tag == PROPER for _, tag in tagged])


def _truecased(rows: Rows, proper: list[bool]) -> Labelled:
    spans = list(spans_of([label for _, label in rows]))
    named = {i for a, b, label in spans if label in LABEL_OF for i in range(a, b)}
    capital = [i in named or is_proper for i, is_proper in enumerate(proper)]
    tokens = [_cased(token, i == 0 or capital[i]) for i, (token, _) in enumerate(rows)]
    text, places = join(tokens)
    known = [(places[a][0], places[b - 1][1], LABEL_OF[label]) for a, b, label in spans if label in LABEL_OF]
    open_words = [(*places[i], UNKNOWN) for i, is_proper in enumerate(proper) if is_proper and i not in named]
    return Labelled(text=text, spans=tuple(sorted((*known, *open_words))), convention="NERP")


def _cased(token: str, capital: bool) -> str:
    """The word as news would write it: agencies and short forms ("kpk") all in capitals."""
    if not capital or token in SMALL_WORDS:
        return token
    vowels = sum(letter in "aeiouy" for letter in token)
    return token.upper() if vowels == 0 and len(token) > 1 and token.isalpha() else token[:1].upper() + token[1:]
