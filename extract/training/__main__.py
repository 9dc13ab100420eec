"""``python -m extract.training``: from ``../shared`` to ``extract/model/pipeline``, with its scores."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import click
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import fix_random_seed

from extract.training.articles import read_annotated, write_annotated
from extract.training.assembling import NERP, Data, assemble
from extract.training.casing import usual_casing
from extract.training.conventions import filled, without_titles
from extract.training.docs import grouped, pieces
from extract.training.example import CONVENTIONS, Labelled
from extract.training.fitting import Stage, fit, go_back, new_pipeline, spread_convention, start, weights
from extract.training.gold_texts import annotated_articles, gold_spans, read_gold
from extract.training.measuring import Scores, exact_scores, overlap_scores, weights_checksum, words_per_second
from extract.training.public_sets import IDNER
from extract.training.speakers import exact_share
from extract.training.templates import Templates
from extract.training.vectors import benchmark_texts, learn_vectors, tokenised_news

SPEED_TEXTS = 400
META = {
    "name": "wartagraf_news",
    "version": "0.1.0",
    "description": "Persons, institutions and regions in Indonesian news; see MODEL_CARD.md",
    "license": "Apache-2.0",
}

FIRST = Stage(epochs=5, rate=0.001, batch=600)
SECOND = Stage(epochs=4, rate=0.0007, batch=800)
LAST = Stage(epochs=3, rate=0.0005, batch=600)
TEMPLATES = (5000, 4000, 600)  # sentences made from templates in each stage
IDNER_TIMES = (3, 2)  # in the second and in the last stage; idner-news-2k has the cleanest labels
OURS_TIMES = 2  # in the last stage
OPEN_SHARE = 0.3  # of the open sets beside our articles and idner-news-2k in the last stage
WAY_BACK = 0.5  # after the last stage, half of the way to the weights before it
NOT_SAVED = ["tokenizer", "strings"]  # a saved tokenizer would lose the case-blindness of its patterns
FOLD_SEED = 7


@click.group(invoke_without_command=True)
@click.option("--shared", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("../shared"))
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), default=Path("build/training"))
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), default=Path("extract/model/pipeline"))
@click.option("--folds", type=int, default=0, help="Train on so many folds of our articles instead, and score them.")
@click.pass_context
def train(context: click.Context, shared: Path, work: Path, into: Path, folds: int) -> None:
    """Learn the vectors, train in three stages, write the pipeline, and print its scores."""
    context.obj = shared
    if context.invoked_subcommand:
        return
    for folder in (work, into):
        folder.mkdir(parents=True, exist_ok=True)
    lines = _news(shared, work)
    data = assemble(shared / "datasets", annotated_articles(shared / "benchmark"), usual_casing(lines.open()))
    for name, counts in data.counts.items():
        click.echo(f"{name}: {dict(counts)}")
    ours = dict(_ours(shared))
    if folds:
        click.echo(f"our articles, {folds} folds, overlap 0.5: {_cross_validated(data, ours, work, folds)}")
        return
    nlp, public = _open_stages(data, work)
    _last_stage(nlp, data, public, list(ours.values()))
    nlp.meta.update(META)
    nlp.to_disk(into, exclude=NOT_SAVED)
    report = "".join(f"{line}\n" for line in (*_report(nlp, data, shared, lines), f"sha256 {weights_checksum(into)}"))
    (into.parent / "scores.txt").write_text(report, "utf-8")
    click.echo(report)


@train.command()
@click.argument("into", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def annotated(shared: Path, into: Path) -> None:
    """Write our annotated news as folders docs and gold, as the benchmark has them, to score against."""
    click.echo(f"{write_annotated(shared / 'raw-news' / 'news.txt.gz', into)} articles in {into}")


def _news(shared: Path, work: Path) -> Path:
    """The tokenised news, and beside them the vectors learnt from them; kept between runs."""
    lines, vectors = work / "news.txt", work / "vectors.floret"
    if not lines.exists():
        texts = tokenised_news(shared / "raw-news" / "news.txt.gz", benchmark_texts(shared / "benchmark"))
        lines.write_text("".join(f"{text}\n" for text in texts), "utf-8")
    if not vectors.exists():
        learn_vectors(lines, vectors)
    return lines


def _ours(shared: Path) -> Iterator[tuple[str, Labelled]]:
    """The articles of the training gold and those that we annotated ourselves."""
    yield from read_gold(shared / "benchmark")
    for name, text, annotation in read_annotated(shared / "raw-news" / "news.txt.gz"):
        yield name, Labelled(text=text, spans=tuple(gold_spans(text, annotation)))


def _open_stages(data: Data, work: Path) -> tuple[Language, list[Labelled]]:
    """Train on the open sets as if they were one, fill NERP in, train again; also the sets as they were filled in."""
    random, nlp = _seeded(0), new_pipeline(work / "vectors.floret")
    examples = [example for examples in data.train.values() for example in examples]
    docs = [*_as_one(nlp, examples, random), *grouped(nlp, Templates(0).sentences(TEMPLATES[0]), random)]
    _stage(nlp, docs, FIRST, data, fresh=True)
    public = list(data.train[IDNER.name])
    for name, examples in data.train.items():
        if name != IDNER.name:
            public += map(without_titles, filled(nlp, examples) if name == NERP else examples)
    random = _seeded(3)
    docs = list(_as_one(nlp, public + data.train[IDNER.name] * (IDNER_TIMES[0] - 1), random))
    docs += grouped(nlp, Templates(5).sentences(TEMPLATES[1]), random)
    _stage(nlp, docs, SECOND, data)
    spread_convention(nlp)
    return nlp, public


def _last_stage(nlp: Language, data: Data, public: list[Labelled], ours: list[Labelled]) -> None:
    """Train on with our articles and a part of the open sets, now each by its own convention."""
    before, random = weights(nlp), _seeded(1)
    rest = [example for example in public if example.convention != IDNER.name]
    docs = list(grouped(nlp, random.sample(rest, int(OPEN_SHARE * len(rest))), random))
    docs += grouped(nlp, data.train[IDNER.name] * IDNER_TIMES[1], random)
    docs += grouped(nlp, Templates(99).sentences(TEMPLATES[2]), random)
    docs += [doc for article in ours * OURS_TIMES for doc in pieces(nlp, article, random)]
    _stage(nlp, docs, LAST, data)
    go_back(nlp, before, WAY_BACK)


def _as_one(nlp: Language, examples: Iterable[Labelled], random: Random) -> Iterator[Doc]:
    """Examples of all sets by one convention, ours."""
    return grouped(nlp, (replace(example, convention=CONVENTIONS[0]) for example in examples), random)


def _stage(nlp: Language, docs: list[Doc], stage: Stage, data: Data, *, fresh: bool = False) -> None:
    optimizer = start(nlp, docs) if fresh else nlp.resume_training()
    for loss in fit(nlp, docs, optimizer, stage):
        click.echo(f"loss {loss:.0f} {_line(exact_scores(nlp, data.test[IDNER.name]))}")


def _cross_validated(data: Data, ours: dict[str, Labelled], work: Path, folds: int) -> str:
    """The scores on articles that the pipeline was not trained on, all folds together; each pipeline is kept."""
    ids = sorted(ours)
    _seeded(FOLD_SEED).shuffle(ids)
    nlp, public = _open_stages(data, work)
    opened, found = nlp.to_bytes(exclude=NOT_SAVED), []
    for fold in range(folds):
        held = set(ids[fold::folds])
        nlp.from_bytes(opened, exclude=NOT_SAVED)
        _last_stage(nlp, data, public, [article for name, article in ours.items() if name not in held])
        nlp.to_disk(work / f"fold-{fold}", exclude=NOT_SAVED)
        for name in held:
            ents = nlp(ours[name].text).ents
            found.append((ours[name], [(ent.start_char, ent.end_char, ent.label_) for ent in ents]))
    return _line(overlap_scores(found))


def _report(nlp: Language, data: Data, shared: Path, lines: Path) -> Iterator[str]:
    """The scores on the test sets, and the speed."""
    for name, examples in data.test.items():
        yield f"{name}, {len(examples)} sentences, exact: {_line(exact_scores(nlp, examples))}"
    for name in ("pfsa-id", "kota414"):
        share, number = exact_share(nlp, shared / "datasets" / name / "dev-40.txt")
        yield f"{name}, exact titled speakers: {share:.3f} of {number}"
    with lines.open(encoding="utf-8") as file:
        texts = [next(file) for _ in range(SPEED_TEXTS)]
    yield f"{words_per_second(nlp, texts):.0f} words/s"


def _seeded(seed: int) -> Random:
    """What is drawn at random for the data; the weights are drawn from the same seed."""
    fix_random_seed(seed)
    return Random(seed)  # noqa: S311 - not for secrets


def _line(scores: Scores) -> str:
    return " ".join(f"{label} {p:.3f} {r:.3f} {f:.3f}" for label, (p, r, f) in scores.items())


if __name__ == "__main__":
    train()
