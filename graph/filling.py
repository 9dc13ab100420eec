"""The commands that fill a folder: ``build``, ``collect``, ``load``; and ``rejections``, what was refused of it."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from corpus import Collected, Store, Terms
from graph import building
from graph.folder import STORE_FILE
from graph.options import AS_JSON, INTO, NEW_FOLDER, SOURCES, WORKERS, Address, with_server, with_terms
from graph.printing import print_refusals, print_summary, printable, progress_bars
from graph.summary import Summary


@click.command()
@SOURCES
@INTO
@WORKERS
@with_terms
@AS_JSON
def build(sources: tuple[Path | str, ...], into: Path, workers: int, terms: Terms, as_json: bool) -> None:
    """Build the graph from pages: collect, extract, load in one go.

    A SOURCE is a file or folder of .html, .txt, .warc or .jsonl articles, each maybe packed (.gz); or a page, feed
    or sitemap by its address, a .txt list of addresses, a feed in a .xml file. Run it again after Ctrl-C or with
    further sources: what the folder already holds is not done, and not fetched, twice.

    \b
    wartagraf build pages/
    wartagraf build crawl-2024/ articles.jsonl --into data --workers 4
    """
    with progress_bars() as stage:
        summary = building.build(sources, into, workers=workers, terms=terms, stage=stage)
    _finish(summary, as_json=as_json)


@click.command()
@SOURCES
@INTO
@WORKERS
@with_terms
@AS_JSON
def collect(sources: tuple[Path | str, ...], into: Path, workers: int, terms: Terms, as_json: bool) -> None:
    """Clean pages into articles and keep them, still unread.

    A SOURCE is what `build` takes. What is fetched is fetched as robots.txt allows, one request at a time to each
    host; what was fetched before is not asked for again unless its feed or sitemap says it changed.

    With --json, one line a page: the article with its `source`, or `source` and `rejected`.

    \b
    wartagraf collect pages/ --json > articles.jsonl
    wartagraf collect https://kabar.example/feed --since 2024-05-01 --limit 100 --warc fetched.warc.gz
    """
    summary = Summary()
    with building.opened(into) as store, progress_bars() as stage:
        for collected in building.collect_into(store, sources, summary, workers=workers, terms=terms, stage=stage):
            if as_json:
                click.echo(json.dumps(_line(store, collected), ensure_ascii=False))
    print_refusals(summary)
    if not as_json:
        print_summary(summary)
    if summary.in_vain:
        sys.exit(1)


@click.command()
@INTO
@WORKERS
@with_server
@click.option("--beside-others", is_flag=True, help="With --neo4j: load though nodes from elsewhere are there.")
@click.option("--neo4j-bundle", "bundle", type=NEW_FOLDER, help="Write files for neo4j-admin database import.")
@AS_JSON
def load(  # noqa: PLR0913 - its options
    *, into: Path, workers: int, server: Address | None, beside_others: bool, bundle: Path | None, as_json: bool
) -> None:
    """Build the graph anew from the store of a folder.

    It becomes the file of that folder, or a Neo4j database. Articles that this version of the program has not read yet
    are read first.

    A database gets what it lacks and loses what is stale; run it again after it was stopped. Its password is taken
    from the variable WARTAGRAF_NEO4J_PASSWORD.

    \b
    wartagraf load --into data
    wartagraf load --into data --neo4j bolt://localhost:7687
    wartagraf load --into data --neo4j-bundle bundle && bundle/import.sh
    """
    if server and bundle:
        raise click.UsageError("--neo4j and --neo4j-bundle are two ways; choose one")
    summary = Summary()
    with building.opened(into, create=False) as store, progress_bars() as stage:
        summary.articles = store.counts().articles
        building.extract_into(store, summary, workers=workers, stage=stage)
        if server or bundle:
            from graph.neo4j import storing  # noqa: PLC0415 - the driver takes its time, others do without
        if server:
            summary.graph = storing.send(store, into, server, workers=workers, beside_others=beside_others, stage=stage)
        elif bundle:
            summary.graph = storing.bundle(store, into, bundle, workers=workers, stage=stage)
        else:
            building.load_into(store, into, summary, workers=workers, again=True, stage=stage)
    _finish(summary, as_json=as_json)


@click.command()
@INTO
@AS_JSON
def rejections(into: Path, as_json: bool) -> None:
    """List every page that gave no article, and why.

    \b
    wartagraf rejections --into data
    """
    with Store.open(into / STORE_FILE, read_only=True) as store:
        for rejection in store.rejections:
            line = json.dumps(asdict(rejection), ensure_ascii=False) if as_json else printable(rejection.detail)
            click.echo(line)


def _finish(summary: Summary, *, as_json: bool) -> None:
    print_refusals(summary)
    if as_json:
        click.echo(json.dumps(summary.to_json()))
    else:
        print_summary(summary)
    if summary.in_vain:
        sys.exit(1)


def _line(store: Store, collected: Collected) -> dict[str, str]:
    """One page as `collect --json` prints it."""
    if collected.rejection:
        return {"source": collected.source, "rejected": collected.rejection.reason.value}
    article = store.article(collected.article_id)
    return {"source": collected.source} | (article.to_json() if article else {})
