"""The graph of a data folder, staged and sent: into a Neo4j database, or into a folder for a bulk import."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from corpus import Store
from extract import extractor_version
from extract.rules.registry import known_rules
from graph.folder import JUDGEMENTS_FILE
from graph.identity.joining import join
from graph.identity.judgements import apart, read_log
from graph.loading import GraphCounts
from graph.merging import Staged
from graph.neo4j.bundle import write_bundle
from graph.neo4j.indexing import indexed
from graph.neo4j.loading import check_server, counted, load_neo4j
from graph.options import Address
from graph.staging import staged_tables
from graph.stored import Stored
from graph.watching import Stage

_BESIDE = "neo4j"  # what the folder of the staged tables is named after


def send(  # noqa: PLR0913 - what a run has in hand
    store: Store, into: Path, server: Address, *, workers: int, beside_others: bool, stage: Stage
) -> GraphCounts:
    """Make the database at ``server`` hold the graph of all records of ``store``, whose folder is ``into``."""
    check_server(server, beside_others=beside_others)
    with staged(store, into, workers=workers, stage=stage) as found, indexed(found, server, into, known_rules()):
        return load_neo4j(found, server, into, beside_others=beside_others, stage=stage)


def bundle(store: Store, into: Path, folder: Path, *, workers: int, stage: Stage) -> GraphCounts:
    """Write the graph of all records of ``store`` to ``folder``, for `neo4j-admin database import`."""
    with staged(store, into, workers=workers, stage=stage) as found:
        write_bundle(found, folder, stage=stage)
        return counted(found)


@contextmanager
def staged(store: Store, into: Path, *, workers: int, stage: Stage) -> Iterator[Staged]:
    """The tables of the graph that a build would make of ``store`` with the judgements in ``into``."""
    store.commit()  # what is built from is what every process sees
    version = extractor_version()
    judgements = read_log(into / JUDGEMENTS_FILE)

    def joined(connection: duckdb.DuckDBPyConnection) -> None:
        join(connection, judgements)

    with staged_tables(
        Stored(store=store.path, version=version, workers=workers),
        into / _BESIDE,
        registry=known_rules(),
        superseded={revision.earlier: revision.later for revision in store.revisions(version)},
        apart=apart(judgements),
        joined=joined,
        on_progress=stage("stage", store.records.count(version)),
        stage=stage,
    ) as found:
        yield found
