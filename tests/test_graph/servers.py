"""What tests of Neo4j share: addresses of the server, rows staged, and the same rows read back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from neo4j import Driver, GraphDatabase

from corpus.article import Article
from extract.record import Record
from graph.merging import Staged
from graph.neo4j.cypher import MARK
from graph.neo4j.server import Server
from graph.options import Address
from graph.staging import staged_tables

Pair = tuple[Article, Record]
Rows = dict[str, list[str]]

AWKWARD = (
    'Kata "petik", koma; titik-koma\r\nbaris\tkedua \\ garis miring\n\n'
    "Kafé — Jalan №5, «naskah» 你好 🌿 \u200b\u00a0\x1f|"
)


def address(server: Server, **other: str) -> Address:
    return Address(**{"url": server.url, "user": server.user, "password": server.password, "database": "neo4j"} | other)


def emptied(server: Server) -> Address:
    """The address of the server, whose database holds nothing any more."""
    with GraphDatabase.driver(server.url, auth=(server.user, server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    return address(server)


def awkward(pair: Pair, id_: str) -> Pair:
    """A pair of the same statements, whose text goes on for 100 kB with all that files and wires stumble over."""
    article, record = pair
    text = article.text + "\n" + AWKWARD + "panjang " * 13_000
    return replace(article, id=id_, text=text, title=AWKWARD, url="", outlet='Koran "Kenari", Lada'), replace(
        record, id=id_
    )


@contextmanager
def staged_rows(pairs: list[Pair], folder: Path, **settings: Any) -> Iterator[tuple[Staged, Rows]]:
    """The staged tables of ``pairs``, and their rows as ``rows_of`` reads them back."""
    with staged_tables(pairs, folder / "graph.lbug", **settings) as staged:
        yield staged, {spec.name: _sorted(zip(*_columns(file), strict=True)) for spec, file, _ in staged}


def rows_of(driver: Driver, staged: Staged) -> Rows:
    """What stands in the server of each staged table: all properties of all rows, their marks aside."""
    found: Rows = {}
    for spec, _, _ in staged:
        match = f"MATCH (x:{spec.name})"
        values = [f"x.`{p.name}`" for p in spec.columns]
        if spec.pair:
            match = f"MATCH (a:{spec.pair[0]})-[x:{spec.name.split(':')[0]}]->(b:{spec.pair[1]})"
            values[:2] = ["a.id", "b.id"]
        query = f"{match} WHERE x.{MARK} IS NOT NULL RETURN {', '.join(values)}"
        found[spec.name] = _sorted(record.values() for record in driver.execute_query(query).records)  # type: ignore[arg-type]
    return found


def _columns(file: Path) -> list[list[Any]]:
    return [column.to_pylist() for column in pq.read_table(file).columns]


def _sorted(rows: Any) -> list[str]:
    return sorted(repr(tuple(row)) for row in rows)
