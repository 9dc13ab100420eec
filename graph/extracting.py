"""The command ``extract``: articles in, records out, a line each."""

import gc
import json
import sys
from pathlib import Path

import click

from corpus.article import Rejection
from corpus.readers import count_pages
from extract import extract_file
from graph.options import FILE, WORKERS
from graph.printing import print_refusals, progress_bars, warn
from graph.summary import Summary
from graph.writing import writing


@click.command()
@click.argument("articles", type=click.Path(path_type=Path), metavar="ARTICLES.jsonl")
@click.option("-o", "--output", type=FILE, help="File to write.  [default: standard output]")
@WORKERS
def extract(articles: Path, output: Path | None, workers: int) -> None:
    """Write what articles say as extraction records, one a line.

    Each line of ARTICLES.jsonl is an object with `id` and `text`, and best with `title` and `date`.

    \b
    wartagraf extract articles.jsonl -o records.jsonl
    """
    summary = Summary()
    with writing(output) as out, progress_bars() as stage:
        reached = stage("extract", count_pages([articles]))
        for done, record in enumerate(extract_file(articles, workers=workers), start=1):
            if isinstance(record, Rejection):
                summary.reject(record)
            else:
                out.write(json.dumps(record.to_json(), ensure_ascii=False) + "\n")
                summary.extracted += 1
            reached(done)
    print_refusals(summary)
    warn(f"{summary.extracted:,} records, {summary.rejected.total():,} lines refused")
    gc.freeze()  # the process ends here: nobody need look through what it leaves for garbage
    if not summary.extracted:
        sys.exit(1)
