"""Which part of the graph is exported: statements by rule and days with what they touch, and labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from graph.exports.errors import ExportError
from graph.layout import TableSpec, edge_table, tables

# What belongs to nodes that are kept, in this order: the table, and whether it is followed from target to source.
_FOLLOWED = (
    (edge_table("PUBLISHED_BY", "Article", "Outlet"), False),
    (edge_table("HOLDS", "Person", "Institution"), False),
    (edge_table("HOLDS", "Person", "Region"), False),
    (edge_table("LOCATED_IN", "Institution", "Region"), False),
    *[(edge_table("PART_OF", "Region", "Region"), False)] * 3,  # kecamatan, kabupaten, province
    (edge_table("PART_OF", "Provision", "Regulation"), True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is wanted of a graph; everything, unless told otherwise.

    Attributes:
        rule: Id of the rule that statements speak of, or "".
        since: First day of the articles, YYYY-MM-DD, or "".
        until: Last day of the articles, or "".
        labels: Labels of the nodes, edges being those between them; none for all.
    """

    rule: str = ""
    since: str = ""
    until: str = ""
    labels: frozenset[str] = frozenset()

    @property
    def narrows(self) -> bool:
        """Whether statements are chosen one by one."""
        return bool(self.rule or self.since or self.until)

    def has(self, spec: TableSpec) -> bool:
        """Whether the table is wanted."""
        return not self.labels or self.labels.issuperset(spec.pair or (spec.name,))


class Sources(Protocol):
    """What the choice is made in."""

    def whole(self, name: str) -> str:
        """Name of a whole table."""

    def do(self, sql: str, *values: object) -> None:
        """Run a statement for its effect."""

    def rows(self, sql: str, *values: object) -> Iterator[tuple[object, ...]]:
        """What a query answers."""


def choose(sources: Sources, selection: Selection) -> None:
    """Make the views of all tables: the chosen statements, what they touch, and every edge between what is kept.

    What they touch is each node at the other end of their edges, then papers of these articles, posts of these
    persons, regions around these institutions and places, and provisions of these rules.

    Raises:
        ExportError: No statement is chosen.
    """
    sources.do("CREATE TABLE kept (label VARCHAR, id VARCHAR)")
    _keep_statements(sources, selection)
    for spec in tables():
        if spec.pair and (spec.pair[0] == "Statement") != (spec.pair[1] == "Statement"):
            _follow(sources, spec, backwards=spec.pair[1] == "Statement")
    known = {spec.name: spec for spec in tables()}
    for name, backwards in _FOLLOWED:
        _follow(sources, known[name], backwards=backwards)
    for spec in tables():
        if selection.has(spec):
            sources.do(
                f'CREATE VIEW "{spec.name}" AS SELECT * FROM {sources.whole(spec.name)} AS t WHERE {_held(spec)}'
            )


def _keep_statements(sources: Sources, selection: Selection) -> None:
    conditions = {
        f"""id IN (SELECT source_id FROM {sources.whole("CITES:Statement:Regulation")} WHERE target_id = ?)""": (
            selection.rule
        ),
        "date <> '' AND date >= ?": selection.since,
        "date <> '' AND date <= ?": selection.until,
    }
    asked = {condition: value for condition, value in conditions.items() if value}
    sources.do(
        f"INSERT INTO kept SELECT 'Statement', id FROM {sources.whole('Statement')} WHERE {' AND '.join(asked)}",
        *asked.values(),
    )
    if next(iter(sources.rows("SELECT count(*) FROM kept"))) == (0,):
        told = " ".join(
            f"--{name} {getattr(selection, name)}" for name in ("rule", "since", "until") if getattr(selection, name)
        )
        raise ExportError(f"no statement fits {told}; `wartagraf ask top-rules` lists the rules that are spoken about")


def _follow(sources: Sources, spec: TableSpec, *, backwards: bool) -> None:
    """Keep what the edges of a table lead to from what is kept."""
    near, far = ("target", "source") if backwards else ("source", "target")
    ends = dict(zip(("source", "target"), spec.pair or (), strict=True))
    sources.do(
        f"INSERT INTO kept SELECT DISTINCT '{ends[far]}', {far}_id FROM {sources.whole(spec.name)} "
        f"WHERE {near}_id IN (SELECT id FROM kept WHERE label = '{ends[near]}') "
        f"AND {far}_id NOT IN (SELECT id FROM kept WHERE label = '{ends[far]}')"
    )


def _held(spec: TableSpec) -> str:
    ends = {"source_id": spec.pair[0], "target_id": spec.pair[1]} if spec.pair else {"id": spec.name}
    return " AND ".join(f"t.{end} IN (SELECT id FROM kept WHERE label = '{label}')" for end, label in ends.items())
