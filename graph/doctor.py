"""The command ``doctor``: whether all works here, and how the sources on the web are."""

import json
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from corpus import CorpusError, Manners, Store, tell_apart
from extract import ExtractError, load_pipeline
from graph.engine import Graph
from graph.errors import GraphError
from graph.folder import GRAPH_FILE, STORE_FILE
from graph.options import AS_JSON, INTO, source, with_manners
from graph.printing import printable, progress_bars, warn

if TYPE_CHECKING:
    from corpus.fetching.health import Condition

_PACKAGES = ("wartagraf", "spacy", "trafilatura", "lxml", "ladybug", "fastwarc", "urllib3", "protego")
_COLUMNS = ("health", "source", "status", "robots", "delay", "kind", "entries", "newest", "detail")
_SPEECH = "“Kami tegakkan PP Nomor 94 Tahun 2021,” kata Wali Kota Metro Budi Hartawan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was looked at, whether it is well, and what was found there."""

    what: str
    well: bool
    found: str


@click.command()
@click.argument("sources", nargs=-1, type=source, metavar="[SOURCE]...")
@click.option("--sources", "on_sources", is_flag=True, help="Look at sources: those named, or all feeds of the store.")
@INTO
@with_manners
@AS_JSON
def doctor(sources: tuple[Path | str, ...], on_sources: bool, into: Path, manners: Manners, as_json: bool) -> None:
    """Tell whether all works here, or how sources on the web are.

    Here: versions, model, store and graph. With --sources, each address is asked for once: is it reached, does
    robots.txt allow it, can its feed or sitemap be read, and how new is the newest it lists.

    \b
    wartagraf doctor
    wartagraf doctor --sources feeds.txt https://kabar.example/sitemap.xml
    """
    if on_sources or sources:
        _sources(sources, into, manners, as_json=as_json)
    else:
        _installation(into, as_json=as_json)


def _installation(into: Path, *, as_json: bool) -> None:
    findings = list(_findings(into))
    for finding in findings:
        told = json.dumps(asdict(finding), ensure_ascii=False)
        click.echo(
            told if as_json else f"{'good' if finding.well else 'BAD':5}{finding.what}: {printable(finding.found)}"
        )
    if not all(finding.well for finding in findings):
        sys.exit(1)


def _findings(into: Path) -> Iterator[Finding]:
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    yield Finding(what="versions", well=True, found=f"Python {platform.python_version()}, {versions}")
    yield _finding("model", _model)
    if (into / STORE_FILE).exists():
        yield _finding("store", lambda: _store(into / STORE_FILE))
    if (into / GRAPH_FILE).exists():
        yield _finding("graph", lambda: _graph(into / GRAPH_FILE))
    if not (into / STORE_FILE).exists():
        yield Finding(what="data", well=True, found=f"nothing in {into} yet; `wartagraf build SOURCE...` fills it")


def _finding(what: str, look: Callable[[], tuple[bool, str]]) -> Finding:
    try:
        well, found = look()
    except (CorpusError, ExtractError, GraphError, OSError, ValueError) as error:
        well, found = False, str(error)
    return Finding(what=what, well=well, found=found)


def _model() -> tuple[bool, str]:
    speakers = [statement.speaker_name for statement in load_pipeline()(_SPEECH)._.statements]
    if speakers == ["Budi Hartawan"]:
        return True, "loaded, and hears who speaks"
    return False, f"hears {speakers or 'nobody'} where Budi Hartawan speaks; install Wartagraf anew"


def _store(path: Path) -> tuple[bool, str]:
    with Store.open(path, read_only=True) as store:
        counts, faults = store.counts(), store.faults()
    if faults:
        return False, f"{path}: {', '.join(faults)}; restore a copy, or move it away and build again"
    return True, f"{path}: sound, {counts.pages:,} pages, {counts.articles:,} articles"


def _graph(path: Path) -> tuple[bool, str]:
    with Graph.open(path) as graph:
        row = next(iter(graph.run("MATCH (s:Statement) RETURN count(*) AS statements").dicts()))
    return True, f"{path}: opens, {row['statements']:,} statements"


def _sources(sources: Iterable[Path | str], into: Path, manners: Manners, *, as_json: bool) -> None:
    from corpus.fetching.health import Health, examine  # noqa: PLC0415 - only who asks for it waits

    addresses = list(_addresses(sources, into))
    conditions = []
    with progress_bars() as stage:
        reached = stage("sources", len(addresses))
        for done, condition in enumerate(examine(addresses, manners), start=1):
            conditions.append(condition)
            reached(done)
    if as_json:
        for condition in conditions:
            click.echo(json.dumps(asdict(condition), default=str, ensure_ascii=False))
    else:
        _print(conditions)
    if all(condition.health is Health.BAD for condition in conditions):
        sys.exit(1)


def _addresses(sources: Iterable[Path | str], into: Path) -> Iterator[str]:
    """The addresses of ``sources``, or of all feeds and sitemaps that were fetched into the store."""
    found = tell_apart(sources)
    for path in found.files:
        warn(f"{path}: no list of addresses; give a .txt file with one a line")
    yield from found.addresses
    yield from (entry.link for entry in found.entries)
    if not (found.files or found.lists or found.addresses):
        with Store.open(into / STORE_FILE, read_only=True) as store:
            yield from store.fetches.listings()


def _print(conditions: "list[Condition]") -> None:
    table = Table(*_COLUMNS, box=None, pad_edge=False)
    for condition in conditions:
        table.add_row(*(_cell(getattr(condition, name)) for name in _COLUMNS))
    Console(file=sys.stdout).print(table)


def _cell(value: Any) -> str:
    return escape(printable(str(value))) if value else ""
