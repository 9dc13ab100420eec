"""The stages that ``chain.py`` measures, each run here in a process of its own.

    python tests/bench/stages.py STAGE FOLDER WORK

prints the figures of one stage as JSON. Input is read first and one item handled to warm up; then all of them
are timed. ``clean`` leaves its articles in the folder WORK for ``extract``, which leaves its records for
``load``.
"""

# Each process imports only what its stage needs, so that its memory is its own.
# ruff: noqa: PLC0415

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

KIB = 1 if sys.platform == "darwin" else 1024  # unit of ru_maxrss in bytes
Measured = dict[str, float]


def pages_of(folder: Path) -> list[Any]:
    """The HTML pages of ``folder``, in memory."""
    from corpus import Media, Page, read_sources

    pages = [page for page in read_sources([folder]) if isinstance(page, Page) and page.media is Media.HTML]
    return pages or sys.exit(f"no HTML page in {folder}")


class Clock:
    """Seconds of the wall and of the processor since it was made; the latter hardly mind a busy machine."""

    def __init__(self) -> None:
        self.begin = time.perf_counter(), sum(os.times()[:4])

    def stop(self) -> Measured:
        wall, cpu = self.begin
        return {"seconds": time.perf_counter() - wall, "cpu_seconds": sum(os.times()[:4]) - cpu}


def timed(work: Callable[[Any], Any], items: Sequence[Any]) -> tuple[list[Any], Measured]:
    """What ``work`` makes of each of ``items``, and the seconds it takes once it is warm."""
    work(items[0])
    clock = Clock()
    return [work(item) for item in items], clock.stop()


def measured(seconds: Measured, pages: int, texts: Iterable[str]) -> Measured:
    """The figures of one run; ``texts`` are those of the articles, taken one at a time."""
    articles = words = 0
    for text in texts:
        articles += 1
        words += len(text.split())
    return {**seconds, "pages": pages, "articles": articles, "words": words}


def run_trafilatura(folder: Path, work: Path) -> Measured:
    """Cleaning by trafilatura alone, as it comes, with metadata."""
    from trafilatura import bare_extraction

    pages = pages_of(folder)
    found, seconds = timed(lambda page: bare_extraction(page.raw, with_metadata=True), pages)
    return measured(seconds, len(pages), [document.text for document in found if document])


def run_clean(folder: Path, work: Path) -> Measured:
    """Cleaning by ``corpus``."""
    from corpus import Article, clean

    pages = pages_of(folder)
    found, seconds = timed(clean, pages)
    articles = [article for article in found if isinstance(article, Article)]
    save(work / "articles.jsonl", [article.to_json() for article in articles])
    return measured(seconds, len(pages), [article.text for article in articles])


def run_start(folder: Path, work: Path) -> Measured:
    """``wartagraf extract`` of a single article, from the command to its record: all that is loaded before.

    A first run is not counted: in it Python compiles our modules and keeps them, as an installation does.
    """
    first = work / "first.jsonl"
    save(first, read(work / "articles.jsonl")[:1])
    command = [str(Path(sys.executable).with_name("wartagraf")), "extract", str(first), "-o", str(work / "first.out")]
    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, env=keeping)
    clock = Clock()
    subprocess.run(command, check=True, capture_output=True, env=keeping)
    return measured(clock.stop(), 1, [article.text for article in articles_of(work)[:1]])


def run_model(folder: Path, work: Path) -> Measured:
    """The trained pipeline alone over those articles."""
    from extract.model import load_model

    articles = articles_of(work)
    nlp = load_model()
    _, seconds = timed(nlp, [article.text for article in articles])
    return measured(seconds, len(articles), [article.text for article in articles])


def run_extract(folder: Path, work: Path) -> Measured:
    """Extraction from the articles that ``clean`` found."""
    from extract import extract_record

    articles = articles_of(work)
    records, seconds = timed(extract_record, articles)
    save(work / "records.jsonl", [record.to_json() for record in records])
    return measured(seconds, len(articles), [article.text for article in articles])


def run_load(folder: Path, work: Path) -> Measured:
    """Loading those articles and their records into a graph file."""
    from extract import Record
    from extract.rules.registry import known_rules
    from graph.loading import build_graph

    articles = articles_of(work)
    pairs = list(zip(articles, map(Record.from_json, read(work / "records.jsonl")), strict=True))
    clock = Clock()
    build_graph(pairs, work / f"{os.getpid()}.lbug", registry=known_rules())
    return measured(clock.stop(), len(pairs), [article.text for article in articles])


def run_chain(folder: Path, work: Path) -> Measured:
    """``wartagraf build`` with one worker, from the files to the graph."""
    from corpus import Store
    from graph.building import build
    from graph.folder import STORE_FILE

    into = work / str(os.getpid())
    clock = Clock()
    summary = build([folder], into, workers=1)
    seconds = clock.stop()
    with Store.open(into / STORE_FILE, create=False) as store:
        return measured(seconds, summary.news.total(), (article.text for article in store.articles()))


STAGES: dict[str, Callable[[Path, Path], Measured]] = {
    "trafilatura": run_trafilatura,
    "clean": run_clean,
    "start": run_start,
    "model": run_model,
    "extract": run_extract,
    "load": run_load,
    "chain": run_chain,
}


def articles_of(work: Path) -> list[Any]:
    """The articles that ``clean`` saved."""
    from corpus import Article

    return [Article.from_json(row) for row in read(work / "articles.jsonl")]


def save(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def main() -> None:
    stage, folder, work = sys.argv[1:]
    figures = STAGES[stage](Path(folder), Path(work))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB
    print(json.dumps({**figures, "peak_mb": peak / 1e6}))


if __name__ == "__main__":
    main()
