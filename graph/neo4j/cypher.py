"""The Cypher that loads the graph, derived from the schema. All values go in as parameters, as lists of columns.

Every node and edge of ours carries its mark, a number made of its values: what has none is not ours and is left alone,
and what has the mark of its row need not be written again.
"""

from collections.abc import Iterator

from graph.layout import TableSpec
from graph.schema import NODES, Edge, Type

MARK = "wartagraf"
INDEX = "WartagrafIndex"  # the label of a node that tells which file is the index of the graph
LOADING = "WartagrafLoading"  # the label of a node that is there while a load is under way, or after one broke off

# Properties that people and named queries look up by their whole value, beside the id. Each costs time in every load.
_LOOKED_UP = (("Person", "name"), ("Institution", "name"))

# Tables are compared by sums of their marks, bucket by bucket; only those that differ are read. A row that was changed
# lies in two of them, its old and its new one.
BUCKETS = 1024


def schema_ddl() -> Iterator[str]:
    """The statements that make constraints and indexes; again, they change nothing.

    >>> next(schema_ddl())
    'CREATE CONSTRAINT wartagraf_article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE'
    """
    for node in NODES:
        name = f"wartagraf_{node.label.lower()}_id"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.id IS UNIQUE"
    for label, name in _LOOKED_UP:
        yield f"CREATE INDEX wartagraf_{label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"


def empty_lists(spec: TableSpec) -> str:
    """Give the rows of a table the empty lists that a bulk import cannot; nothing where it has no lists."""
    lists = [f"x.`{p.name}`" for p in spec.columns if p.type in (Type.STRINGS, Type.INTEGERS)]
    if not lists:
        return ""
    lacking = " OR ".join(f"{name} IS NULL" for name in lists)
    given = ", ".join(f"{name} = coalesce({name}, [])" for name in lists)
    return f"{_ours(spec)} AND ({lacking}) CALL {{ WITH x SET {given} }} IN TRANSACTIONS OF 10000 ROWS"


def sums(mark: str, divided: str) -> str:
    """What tells two buckets of marks apart: the bucket, how many, and sums of all digits; for Cypher and for SQL.

    Args:
        mark: The words for the mark, a number below 2**63; none of the sums outgrows that below 2**31 rows.
        divided: The sign of whole division.
    """
    low, high = f"{mark} {divided} {BUCKETS} % {2**32}", f"{mark} {divided} {BUCKETS * 2**32}"
    return f"{mark} % {BUCKETS} AS bucket, count(*) AS rows, sum({low}) AS low, sum({high}) AS high"


def present_sums(spec: TableSpec) -> str:
    """The sums of what stands there of a table, bucket by bucket."""
    return f"{_ours(spec)} WITH x.{MARK} AS mark RETURN {sums('mark', '/')}"


def present(spec: TableSpec) -> str:
    """What stands there in ``$buckets``: key (id, or both ends), mark, and for edges the server's name of each."""
    key = "a.id, b.id, x.{0}, elementId(x)" if spec.pair else "x.id, x.{0}"
    return f"{_ours(spec)} AND x.{MARK} % {BUCKETS} IN $buckets RETURN {key.format(MARK)}"


def rows_of(spec: TableSpec) -> str:
    """The rows of a table, column by column."""
    ends = ["a.id", "b.id"] if spec.pair else []
    values = [*ends, *(f"x.`{p.name}`" for p in spec.columns[len(ends) :])]
    return f"{_ours(spec)} RETURN {', '.join(values)}"


def create(spec: TableSpec) -> str:
    """Make the nodes or edges of ``$rows``, each its columns and its mark; both ends of an edge are there."""
    if not spec.pair:
        return f"UNWIND $rows AS row CREATE (:{spec.name} {{{_values(spec)}}})"
    source, target = spec.pair
    ends = f"MATCH (a:{source} {{id: row[0]}}) MATCH (b:{target} {{id: row[1]}})"
    return f"UNWIND $rows AS row {ends} CREATE (a)-[:{_type(spec)} {{{_values(spec)}}}]->(b)"


def change(spec: TableSpec) -> str:
    """Give nodes that are there the values of ``$rows``; properties that others added to them stay."""
    found = f"MATCH (n:{spec.name} {{id: row[0]}}) WHERE n.{MARK} IS NOT NULL"
    return f"UNWIND $rows AS row {found} SET n += {{{_values(spec)}}}"


def delete(spec: TableSpec) -> str:
    """Take away the nodes or edges that ``$rows`` names."""
    if spec.pair:
        return "UNWIND $rows AS row MATCH ()-[e]->() WHERE elementId(e) = row[0] DELETE e"
    return f"UNWIND $rows AS row MATCH (n:{spec.name} {{id: row[0]}}) WHERE n.{MARK} IS NOT NULL DETACH DELETE n"


def _ours(spec: TableSpec) -> str:
    if not spec.pair:
        return f"MATCH (x:{spec.name}) WHERE x.{MARK} IS NOT NULL"
    source, target = spec.pair
    return f"MATCH (a:{source})-[x:{_type(spec)}]->(b:{target}) WHERE x.{MARK} IS NOT NULL"


def _type(spec: TableSpec) -> str:
    assert isinstance(spec.of, Edge)
    return spec.of.type


def _values(spec: TableSpec) -> str:
    """The map of properties: column by column of a row, the mark after them; the ends of an edge are none."""
    named = [(p.name, place) for place, p in enumerate(spec.columns)][2 if spec.pair else 0 :]
    return ", ".join(f"`{name}`: row[{place}]" for name, place in [*named, (MARK, len(spec.columns))])
