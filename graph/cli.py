"""The command ``wartagraf``: parses, calls, prints; what it does is done elsewhere."""

import json
import os
import signal
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import click

from corpus import Collected, CorpusError, Rejection, Store, Terms, count_pages
from extract import ExtractError, extract_file
from graph import building
from graph.asking import ask, cypher
from graph.building import Summary
from graph.citing import cite
from graph.doctor import doctor
from graph.errors import GraphError, ParameterError, QueryNameError
from graph.explorer import serve
from graph.exports.command import export
from graph.networking import network
from graph.options import AS_JSON, FILE, INTO, NEW_FOLDER, SOURCES, WORKERS, Address, with_server, with_terms
from graph.printing import print_refusals, print_summary, printable, progress_bars, warn
from graph.review.commands import review
from graph.scoring import score
from graph.verifying import verify_statements
from graph.writing import writing

WRONG_CALL = 2
INTERRUPTED = 130  # what shells report for a program ended by Ctrl-C
TERMINATED = 143  # and by SIGTERM


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("wartagraf"), prog_name="wartagraf")
def cli() -> None:
    """Who said what about which rules, from Indonesian regional news, each answer with its words.

    \b
    wartagraf build pages/                                from pages to the graph
    wartagraf ask who-spoke-about-rule --rule uu/2014/5   a question
    wartagraf explore                                     the answers in a web page
    wartagraf cite page.html                              your own text, its citations marked
    """


cli.add_command(ask)
cli.add_command(cite)
cli.add_command(cypher)
cli.add_command(doctor)
cli.add_command(export)
cli.add_command(network)
cli.add_command(review)
cli.add_command(score)


@cli.command()
@SOURCES
@INTO
@WORKERS
@with_terms
@AS_JSON
def build(sources: tuple[Path | str, ...], into: Path, workers: int, terms: Terms, as_json: bool) -> None:
    """Build the graph from pages: collect, extract and load in one go.

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


@cli.command()
@SOURCES
@INTO
@WORKERS
@with_terms
@AS_JSON
def collect(sources: tuple[Path | str, ...], into: Path, workers: int, terms: Terms, as_json: bool) -> None:
    """Clean pages into articles and keep them, without reading them yet.

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


@cli.command()
@INTO
@WORKERS
@with_server
@click.option("--beside-others", is_flag=True, help="With --neo4j: load though nodes from elsewhere are there.")
@click.option("--neo4j-bundle", "bundle", type=NEW_FOLDER, help="Write files for neo4j-admin database import.")
@AS_JSON
def load(  # noqa: PLR0913 - its options
    *, into: Path, workers: int, server: Address | None, beside_others: bool, bundle: Path | None, as_json: bool
) -> None:
    """Build the graph anew from what the store of a folder holds: its file, or a Neo4j database.

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
        if server or bundle:
            from graph.neo4j import storing  # noqa: PLC0415 - the driver takes its time, others do without
        if server:
            summary.graph = storing.send(store, into, server, workers=workers, beside_others=beside_others, stage=stage)
        elif bundle:
            summary.graph = storing.bundle(store, into, bundle, workers=workers, stage=stage)
        else:
            building.load_into(store, into, summary, workers=workers, again=True, stage=stage)
    _finish(summary, as_json=as_json)


@cli.command()
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
    if not summary.extracted:
        sys.exit(1)


@cli.command()
@INTO
@AS_JSON
def verify(into: Path, as_json: bool) -> None:
    """Prove for every statement of the graph that its words stand in the stored article.

    \b
    wartagraf verify --into data
    """
    proof = verify_statements(into)
    for fault in proof.faults:
        warn(fault)
    if as_json:
        click.echo(json.dumps(proof.to_json(), ensure_ascii=False))
    else:
        proven = proof.statements - len(proof.faults)
        click.echo(f"{proven:,} of {proof.statements:,} statements stand in their articles word for word")
    if proof.faults:
        sys.exit(1)


@cli.command()
@INTO
@AS_JSON
def rejections(into: Path, as_json: bool) -> None:
    """List every page that gave no article, and why.

    \b
    wartagraf rejections --into data
    """
    with Store.open(into / building.STORE_FILE, read_only=True) as store:
        for rejection in store.rejections():
            line = json.dumps(asdict(rejection), ensure_ascii=False) if as_json else printable(rejection.detail)
            click.echo(line)


@cli.command()
@INTO
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 picks a free one.")
def explore(into: Path, port: int) -> None:
    """Serve the statements and rules as web pages on 127.0.0.1, until Ctrl-C.

    \b
    wartagraf explore --into data
    """
    serve(into / building.GRAPH_FILE, port=port)


def main() -> None:
    """Run the command line; every expected error ends as one line and an exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that workers and half files go as well
    try:
        cli(standalone_mode=False)
    except click.exceptions.Abort:
        warn("interrupted; what is done is kept, run the same command again to go on")
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (ParameterError, QueryNameError) as error:
        warn(str(error))
        sys.exit(WRONG_CALL)
    except (CorpusError, ExtractError, GraphError) as error:
        warn(str(error))
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        warn(f"{error.filename or 'output'}: {error.strerror}; check the path, its permissions and its disk")
        sys.exit(1)


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
