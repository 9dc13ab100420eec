from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import ladybug
import pytest

from graph.embedded import execute, open_database
from graph.engine import Graph, graph_is_whole
from graph.errors import GraphFileError, GraphOutdatedError
from graph.exports.exporting import export_graph
from graph.layout import ladybug_ddl
from graph.outdated import lacking


def changed(path: Path, *changes: str) -> Path:
    """The graph file ``path`` after these statements."""
    with closing(open_database(path, read_only=False)) as database, closing(ladybug.Connection(database)) as connection:
        for change in changes:
            execute(connection, change).close()
    return path


@pytest.fixture
def older(tmp_path: Path, small_path: Path) -> Path:
    """A graph file as it was before citations and sanctions told all their places."""
    path = tmp_path / "graph.lbug"
    path.write_bytes(small_path.read_bytes())
    return changed(path, "ALTER TABLE CITES DROP places", "ALTER TABLE INVOKES DROP places")


@pytest.mark.parametrize(
    "opening",
    [
        Graph.open,
        lambda path: Graph.open(path, confined=True).run("MATCH (a:Article) RETURN a.id"),
        lambda path: export_graph(path, "csv", path.with_name("out")),
    ],
)
def test_a_graph_of_an_earlier_version_is_told_with_its_file_and_what_to_run(
    opening: Callable[[Path], object], older: Path
) -> None:
    with pytest.raises(GraphOutdatedError) as told:
        opening(older)
    assert str(told.value) == (
        f"{older}: built by an earlier version of Wartagraf (without CITES.places INT64[] and 1 more);"
        f" build it anew with `wartagraf load --into {older.parent}`"
    )
    assert not graph_is_whole(older), "the next build makes it anew"


def found_lacking(path: Path) -> list[str]:
    with closing(open_database(path, read_only=True)) as database, closing(ladybug.Connection(database)) as connection:
        return lacking(connection)


def test_a_graph_of_this_version_lacks_nothing(small_path: Path) -> None:
    assert found_lacking(small_path) == []


def test_tables_properties_types_and_ends_are_missed(tmp_path: Path) -> None:
    ddl = [
        statement.replace("FROM Article TO Article, FROM Statement TO Statement", "FROM Article TO Article")
        .replace("degrees STRING, ", "")
        .replace("confidence DOUBLE, date", "confidence STRING, date")
        for statement in ladybug_ddl()
        if "TABLE REVISES" not in statement
    ]
    assert found_lacking(changed(tmp_path / "graph.lbug", *ddl)) == [
        "Person.degrees STRING",
        "Statement.confidence DOUBLE",
        "REVISES",
        "REPEATS from Statement to Statement",
    ]


def test_what_a_later_version_has_more_is_no_lack(tmp_path: Path) -> None:
    more = ("ALTER TABLE Person ADD born STRING", "CREATE NODE TABLE Party(id STRING, PRIMARY KEY(id))")
    assert found_lacking(changed(tmp_path / "graph.lbug", *ladybug_ddl(), *more)) == []


def test_a_database_of_something_else_is_no_graph_of_ours(tmp_path: Path) -> None:
    path = changed(tmp_path / "graph.lbug", "CREATE NODE TABLE Account(id STRING, PRIMARY KEY(id))")
    with pytest.raises(GraphFileError, match=r"graph\.lbug: a LadybugDB database of something else"):
        Graph.open(path)
