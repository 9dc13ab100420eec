"""A graph file of an earlier version, told by what its tables lack of the schema."""

from collections.abc import Iterator
from typing import cast

import ladybug

from graph.schema import EDGES, NODES

_COLUMNS = "CALL table_info('{table}') RETURN '{table}.' + name + ' ' + type AS part"
_PAIRS = (
    "CALL show_connection('{table}')"
    " RETURN '{table} from ' + `source table name` + ' to ' + `destination table name` AS part"
)


def lacking(connection: ladybug.Connection) -> list[str]:
    """What the schema declares and the tables of the file have not, in its order; nothing where they are as declared.

    A table as its name, a property as "CITES.places INT64[]", an end of edges as "REPEATS from Statement to Statement".
    What they have beyond it does no harm.
    """
    tables = {name for (name,) in _rows(connection, "CALL show_tables() RETURN name")}
    parts = dict(_declared())
    asked = [_COLUMNS.format(table=table) for table in parts if table in tables]
    asked += [_PAIRS.format(table=edge.type) for edge in EDGES if edge.type in tables]
    have = {part for (part,) in _rows(connection, " UNION ALL ".join(asked))} if asked else set()
    found = ([part for part in parts[table] if part not in have] if table in tables else [table] for table in parts)
    return [part for table in found for part in table]


def _declared() -> Iterator[tuple[str, list[str]]]:
    """Each table, and what it has, as ``lacking`` says it."""
    for node in NODES:
        yield node.label, [f"{node.label}.{p.name} {p.type}" for p in node.properties]
    for edge in EDGES:
        pairs = [f"{edge.type} from {source} to {target}" for source, target in edge.pairs]
        yield edge.type, pairs + [f"{edge.type}.{p.name} {p.type}" for p in edge.properties]


def _rows(connection: ladybug.Connection, query: str) -> list[list[str]]:
    result = cast(ladybug.QueryResult, connection.execute(query))  # one statement, one result
    try:
        return cast(list[list[str]], result.get_all())
    finally:
        result.close()
