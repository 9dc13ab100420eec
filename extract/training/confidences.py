"""``python -m extract.training.confidences``: how often statements of each pattern are right.

Counted on our annotated articles: right are those that overlap an annotated statement and have its speaker. The counts
go into the lexicon; how reliable they are is printed as a table and drawn, counted on other articles each time.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from corpus import Article
from extract.pipeline import extract_record
from extract.scoring.attribution import read_statements, speaker_right
from extract.scoring.gold import read_gold, read_texts
from extract.speech.confidence import ANY, cautious, confidence
from extract.training.articles import read_annotated

OFTEN = 20  # statements that make a pattern worth a row of its own
FOLDS = 5
SURE = 0.9  # confidence of statements that people may rely on
EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97)  # where the bins begin of the reliability table

LEXICON = Path(__file__).parents[1] / "lexicon" / "statement_frames.tsv"
PICTURE = Path(__file__).parents[1] / "speech" / "reliability.svg"

Annotated = tuple[str, str, Mapping[str, Any]]
Counts = Mapping[tuple[str, str], tuple[int, int]]  # by frame and basis: right, found


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A statement that was found: in which article, by which pattern, and whether words and speaker are right."""

    article: str
    pattern: str
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The statements of about one confidence.

    Attributes:
        low: The least confidence in it.
        found: How many statements.
        expected: Their mean confidence.
        right: The share of them that are right.
    """

    low: float
    found: int
    expected: float
    right: float


def judge(articles: Iterable[Annotated]) -> Iterator[Judged]:
    """Every statement that is found in annotated articles; right where it overlaps one by 0.3 and has its speaker."""
    for name, text, gold in articles:
        record = extract_record(Article(id=name, text=text)).to_json()
        reading = read_statements(name, text, gold, record)
        met = {found: wanted for wanted, found in reading.pairs}
        for at, statement in enumerate(reading.found):
            right = at in met and speaker_right(reading, reading.wanted[met[at]], statement)
            yield Judged(article=name, pattern=statement["pattern"], right=right)


def count(judged: Iterable[Judged]) -> Counts:
    """How many statements of each frame and basis were right and found; all frames together under ``any``."""
    found, right = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for statement in judged:
        frame, _, basis = statement.pattern.partition(" ")
        for key in ((frame, basis), (ANY, basis)):
            found[key] += 1
            right[key] += statement.right
    return {key: (right[key], number) for key, number in found.most_common() if key[0] == ANY or number >= OFTEN}


def write_counts(counts: Counts, path: Path) -> None:
    """Put new counts into the lexicon, the sums last; its notes stay."""
    notes = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    ordered = sorted(counts.items(), key=lambda row: row[0][0] == ANY)
    rows = (f"{frame}\t{basis}\t{found}\t{right}" for (frame, basis), (right, found) in ordered)
    path.write_text("\n".join([*notes, "frame\tspeaker\tfound\tright", *rows, ""]), "utf-8")


def reliability(judged: Sequence[Judged]) -> list[Bin]:
    """How sure statements are against how often they are right, each by the counts of articles of other folds."""
    articles = sorted({statement.article for statement in judged})
    fold = {name: at % FOLDS for at, name in enumerate(articles)}
    counts = [count(s for s in judged if fold[s.article] != at) for at in range(FOLDS)]
    bins = defaultdict(list)
    for statement in judged:
        sure = cautious(counts[fold[statement.article]], statement.pattern)
        bins[max(edge for edge in EDGES if edge <= sure)].append((sure, statement.right))
    return [
        Bin(
            low=low,
            found=len(each),
            expected=sum(sure for sure, _ in each) / len(each),
            right=sum(right for _, right in each) / len(each),
        )
        for low, each in sorted(bins.items())
    ]


def reliability_rows(bins: Sequence[Bin]) -> Iterator[str]:
    """The bins as a Markdown table, and how far off they are in all."""
    yield "| confidence | statements | mean confidence | right |"
    yield "| --- | ---: | ---: | ---: |"
    for each, above in zip(bins, [*(each.low for each in bins[1:]), 1.0], strict=True):
        yield f"| {each.low:.2f} to {above:.2f} | {each.found} | {each.expected:.3f} | {each.right:.3f} |"
    yield f"expected calibration error {calibration_error(bins):.3f}"


def calibration_error(bins: Sequence[Bin]) -> float:
    """The mean distance of confidence and share of right ones, each bin by its size."""
    found = sum(each.found for each in bins)
    return sum(each.found * abs(each.expected - each.right) for each in bins) / found


def picture(bins: Sequence[Bin]) -> str:
    """An SVG: share of right statements over confidence, a dot for each bin, on the line where the confidence is right.

    Both begin at 0.4; what is less is drawn there.
    """
    side, edge, least = 320, 40, 0.4
    most = max(each.found for each in bins)

    def place(value: float) -> float:
        return round(max(0.0, value - least) / (1 - least) * side, 1)

    ticks = [round(least + 0.1 * step, 1) for step in range(7)]
    grid = "".join(
        f'<path d="M{place(t)} {side}v5M0 {side - place(t)}h-5" stroke="#555"/>'
        f'<text x="{place(t)}" y="{side + 18}" text-anchor="middle">{t}</text>'
        f'<text x="-9" y="{side - place(t) + 4}" text-anchor="end">{t}</text>'
        for t in ticks
    )
    dots = "".join(
        f'<circle cx="{place(each.expected)}" cy="{round(side - place(each.right), 1)}" '
        f'r="{round(3 + 12 * (each.found / most) ** 0.5, 1)}"><title>{each.found} statements, confidence '
        f"{each.expected:.3f}, right {each.right:.3f}</title></circle>"
        for each in bins
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 2 * edge + 10} {side + 2 * edge}" '
        f'width="{side + 2 * edge + 10}" font-family="sans-serif" font-size="12" fill="#222">'
        f'<rect width="100%" height="100%" fill="#fff"/><g transform="translate({edge + 15} {edge / 2})">'
        f'<rect width="{side}" height="{side}" fill="none" stroke="#555"/>'
        f'<path d="M0 {side}L{side} 0" stroke="#999" stroke-dasharray="4 4"/>{grid}'
        f'<g fill="#1f6f8b" fill-opacity="0.75">{dots}</g>'
        f'<text x="{side / 2}" y="{side + 36}" text-anchor="middle">confidence</text>'
        f'<text transform="translate(-38 {side / 2}) rotate(-90)" text-anchor="middle">share of right statements</text>'
        "</g></svg>\n"
    )


def annotated(shared: Path) -> Iterator[Annotated]:
    """Name, text and annotation of all our annotated articles."""
    yield from of_folder(shared / "benchmark" / "gold" / "train")
    yield from read_annotated(shared / "raw-news" / "news.txt.gz")


def of_folder(gold: Path) -> Iterator[Annotated]:
    """The same of a folder of the benchmark's annotations."""
    annotations = read_gold(gold)
    for name, text in read_texts(gold.parent.parent / "docs", annotations).items():
        yield name, text, annotations[name]


def right_where_sure(judged: Iterable[Judged]) -> tuple[int, int]:
    """How many statements of at least ``SURE`` are right, and how many there are, by the counts of the lexicon."""
    sure = [statement.right for statement in judged if confidence(statement.pattern) >= SURE]
    return sum(sure), len(sure)


@click.command()
@click.option("--shared", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("../shared"))
@click.option("--check", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Only look at this gold.")
def write(shared: Path, check: Path | None) -> None:
    """Count anew, and draw how reliable the counts are."""
    if check:
        right, sure = right_where_sure(judge(of_folder(check)))
        click.echo(f"{right} of {sure} statements with a confidence of {SURE} or more are right: {right / sure:.3f}")
        return
    found = list(judge(annotated(shared)))
    write_counts(count(found), LEXICON)
    bins = reliability(found)
    PICTURE.write_text(picture(bins), "utf-8")
    click.echo("\n".join(reliability_rows(bins)))


if __name__ == "__main__":
    write()
