"""``python -m extract.training.person_weights``: what each sign of a person is worth, from our annotated articles.

A sign that the model gives is only worth what it is worth on articles that the model was not trained on. So this
reads the pipelines that ``python -m extract.training --folds N`` leaves, each over the articles held out from it;
and the shipped pipeline over news that nobody annotated, of which ``judged_persons.jsonl.gz`` tells by number of the
line, checksum and places which of the persons found there were none. One reader each.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import click
import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language

from extract import tokenizer  # noqa: F401 - makes its name known to spaCy
from extract.lexicon import read_tsv
from extract.model import (
    embedding,  # noqa: F401 - the same
    load_model,
)
from extract.naming import Guess, find_institutions, find_regions, main_region
from extract.naming.person_signs import LEAST, Sign, signs_of
from extract.naming.persons import persons_of
from extract.naming.reading import Reading, read
from extract.record import EntityType
from extract.training.__main__ import FOLD_SEED
from extract.training.articles import as_article, checksum, read_annotated
from extract.training.example import PERSON, Labelled
from extract.training.gold_texts import gold_spans, read_gold

LEXICON = Path(__file__).parent.parent / "lexicon" / "person_signs.tsv"
JUDGED = Path(__file__).parent / "judged_persons.jsonl.gz"
PULL = 2.0  # towards 0: of 0.5 to 5, cross-validated, nothing was better by more than a person or two
STEPS = 30
GROUPS = 8  # of articles, to test the weights on some that they were not learnt from
NAMED = 0.5  # share of the mentions of a person that the annotation has
OVERLAP = 0.5

FOR = frozenset({Sign.OFFICE, Sign.BARE_OFFICE, Sign.TITLE, Sign.AGE, Sign.SPEAKS, Sign.CUE, Sign.FAMOUS, Sign.KNOWN})
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What was taken for a person in an article, its signs, and whether the annotation has it."""

    article: str
    signs: frozenset[Sign]
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An article, what the model takes for names in it, and places of persons, or of what is wrongly taken for one."""

    name: str
    text: str
    guesses: tuple[Guess, ...]
    places: tuple[tuple[int, int], ...]
    wrong: bool = False


def candidates(article: Judged) -> Iterator[Candidate]:
    """Everything that is taken for a person in an article whose persons are known."""
    regions, places = find_regions(article.text)
    bodies, names = find_institutions(article.text, places, article.guesses)
    entities, mentions = (*regions, *bodies), (*places, *names)
    reading = read(article.text, entities, mentions, article.guesses)
    for person, entity in persons_of(reading, main_region(article.text, entities, mentions)):
        hits = sum(_overlaps(reading, place, article.places) for place in person.mentions)
        found = hits >= NAMED * len(person.mentions)
        signs = signs_of(reading, person, entity)
        if not (article.wrong and Sign.PASSED_OVER_SINGLE in signs):  # such words were not judged
            yield Candidate(article=article.name, signs=signs, right=found != article.wrong)


def learn(found: Sequence[Candidate]) -> dict[str, float]:
    """The weight of every sign, and of ``always``: a logistic regression; what tells a person never weighs against one.

    Annotators do not count those who are known by initials only, with the age behind them: an age would be held
    against everybody.
    """
    shown, right = _numbers(found)
    names = ("always", *Sign)
    weights = _fitted(shown, right)
    wrong = [i for i, name in enumerate(names) if name in FOR and weights[i] < 0]
    shown[:, wrong] = 0.0
    weights = _fitted(shown, right) if wrong else weights
    return dict(zip(names, (round(float(weight), 2) for weight in weights), strict=True))


def _fitted(shown: Numbers, right: Numbers) -> Numbers:
    weights = np.zeros(shown.shape[1])
    pull = np.full(shown.shape[1], PULL)
    pull[0] = 0.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-shown @ weights))
        slope = shown.T @ (chance - right) + pull * weights
        bend = (shown.T * (chance * (1 - chance))) @ shown + np.diag(pull)
        weights -= np.linalg.solve(bend, slope)
    return weights


def cross_validated(found: Sequence[Candidate]) -> str:
    """How many of each kind are kept by weights that were learnt from other articles."""
    kept: dict[bool, int] = {True: 0, False: 0}
    articles = sorted({candidate.article for candidate in found})
    group = {article: number % GROUPS for number, article in enumerate(articles)}
    for number in range(GROUPS):
        weights = learn([candidate for candidate in found if group[candidate.article] != number])
        for candidate in found:
            if group[candidate.article] == number and weigh(weights, candidate.signs) >= LEAST:
                kept[candidate.right] += 1
    right = sum(candidate.right for candidate in found)
    return f"kept {kept[True]} of {right} right, {kept[False]} of {len(found) - right} wrong ones"


def weigh(weights: Mapping[str, float], signs: Iterable[Sign]) -> float:
    """What the signs weigh together."""
    return weights["always"] + sum(weights[sign] for sign in signs)


def write_weights(weights: Mapping[str, float], path: Path) -> None:
    """Put new weights into the lexicon; what the signs mean stays."""
    what = {row["sign"]: row["what"] for row in read_tsv(path.name, "sign", "weight", "what")}
    note = path.read_text("utf-8").splitlines()[0]
    rows = [f"{sign}\t{weight}\t{what[sign]}" for sign, weight in weights.items()]
    path.write_text("\n".join([note, "sign\tweight\twhat", *rows, ""]), "utf-8")


def _numbers(found: Sequence[Candidate]) -> tuple[Numbers, Numbers]:
    """A row of ones and zeros for each candidate, ``always`` first, and whether each is right."""
    shown = [[1.0, *(float(sign in candidate.signs) for sign in Sign)] for candidate in found]
    return np.array(shown), np.array([float(candidate.right) for candidate in found])


def _overlaps(reading: Reading, place: tuple[int, int], named: Sequence[tuple[int, int]]) -> bool:
    start, end = reading.starts[place[0]], reading.ends[place[1] - 1]
    return any(min(end, b) - max(start, a) >= OVERLAP * (max(end, b) - min(start, a)) for a, b in named)


def _held_out(shared: Path, work: Path, folds: int) -> Iterator[Judged]:
    """Every annotated article with what the pipeline that was not trained on it takes for names."""
    texts = dict(read_gold(shared / "benchmark"))
    for name, text, annotation in read_annotated(shared / "raw-news" / "news.txt.gz"):
        texts[name] = Labelled(text=text, spans=tuple(gold_spans(text, annotation)))
    articles = sorted(texts)
    Random(FOLD_SEED).shuffle(articles)  # noqa: S311 - not for secrets
    for fold in range(folds):
        nlp = spacy.load(work / f"fold-{fold}", exclude=["tokenizer"])
        for article in articles[fold::folds]:
            text, spans = texts[article].text, texts[article].spans
            persons = tuple(span[:2] for span in spans if span[2] == PERSON)
            yield Judged(name=article, text=text, guesses=_guesses(nlp, text), places=persons)


def _unannotated(news: Path) -> Iterator[Judged]:
    """The news in which every person found was judged, with the guesses of the shipped pipeline."""
    with gzip.open(JUDGED, "rt", encoding="utf-8") as file:
        rows = {row["line"]: row for row in map(json.loads, file)}
    nlp = load_model()
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number in rows:
                text, places = as_article(line), tuple((start, end) for start, end in rows[number]["wrong"])
                if checksum(text) != rows[number]["checksum"]:
                    raise ValueError(f"{news}: line {number} is not the article that was judged")
                yield Judged(name=str(number), text=text, guesses=_guesses(nlp, text), places=places, wrong=True)


def _guesses(nlp: Language, text: str) -> tuple[Guess, ...]:
    ents = nlp(text).ents
    return tuple(Guess(start=e.start_char, end=e.end_char, type=EntityType(e.label_)) for e in ents)


@click.command()
@click.option("--shared", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("../shared"))
@click.option("--work", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("build/training"))
@click.option("--folds", type=int, default=2, show_default=True)
def main(shared: Path, work: Path, folds: int) -> None:
    """Learn the weights from our annotated articles, print how they do on others, and write the lexicon."""
    articles = (*_held_out(shared, work, folds), *_unannotated(shared / "raw-news" / "news.txt.gz"))
    found = [candidate for article in articles for candidate in candidates(article)]
    click.echo(cross_validated(found))
    write_weights(learn(found), LEXICON)


if __name__ == "__main__":
    main()
