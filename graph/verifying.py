"""The command ``verify``: the proof that nobody was made to say what does not stand in the article."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import click

from corpus import Store
from graph.asking import opened_graph
from graph.engine import Graph
from graph.folder import STORE_FILE
from graph.options import AS_JSON, INTO, Address, with_server
from graph.printing import warn
from graph.proofs import fault_of_naming, fault_of_statement

BATCH = 20_000  # statements or articles at a time: each batch scans the graph once, memory stays the same for any graph
STATEMENT, CITATION, SANCTION = KINDS = ("statement", "citation", "sanction")
_NOT_STORED = "the article is not in the store; run `wartagraf load` to build the graph from this store"


class Tally(NamedTuple):
    """How many were checked, and how many of them stand in their articles word for word."""

    checked: int
    proven: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What of the graph stands in the stored articles, and one line for each thing that does not."""

    statements: Tally
    citations: Tally
    sanctions: Tally
    faults: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The proof as one JSON object; ``proven`` counts statements."""
        return {
            "statements": self.statements.checked,
            "proven": self.statements.proven,
            "citations": self.citations.checked,
            "proven_citations": self.citations.proven,
            "sanctions": self.sanctions.checked,
            "proven_sanctions": self.sanctions.proven,
            "faults": self.faults,
        }

    def in_words(self) -> str:
        """The three tallies, one a line."""
        told = (("statements stand", self.statements), ("citations stand", self.citations))
        lines = (*told, ("namings of sanctions stand", self.sanctions))
        return "\n".join(
            f"{tally.proven:,} of {tally.checked:,} {what} in their articles word for word" for what, tally in lines
        )


@click.command()
@INTO
@with_server
@AS_JSON
def verify(into: Path, server: Address | None, as_json: bool) -> None:
    """Prove that the words of the graph stand in the articles.

    Each statement, citation and sanction is read again at its place in the stored article. What does not stand there
    is told on standard error, a line each; the exit code is then 1.

    \b
    wartagraf verify --into data
    wartagraf verify --into data --neo4j bolt://localhost:7687
    """
    proof = verify_graph(into, server)
    for fault in proof.faults:
        warn(fault)
    click.echo(json.dumps(proof.to_json(), ensure_ascii=False) if as_json else proof.in_words())
    if proof.faults:
        sys.exit(1)


def verify_graph(into: Path, server: Address | None = None) -> Proof:
    """Read every statement, citation and sanction of the graph again in the stored article, character for character.

    The graph is that of the folder ``into``, whose store has the articles, or that of a Neo4j server.

    A statement is proven when its article is in the store and its words, the reporting word and the words that tell
    the act are those at the places that it gives. So is an edge CITES or INVOKES, of an article or a statement, with
    the words that name the rule or sanction; those of a statement stand in its words. Edges without words, to what is
    only meant, are not counted.

    Raises:
        StoreError: There is no usable store in ``into``.
        GraphError: There is no usable graph in ``into``, or the server does not answer.
    """
    checked, faults = Counter[str](), list[tuple[str, str]]()
    with Store.open(into / STORE_FILE, read_only=True) as store, opened_graph(into, server) as graph:
        for kind, place, fault in chain(_statements(graph, store), _namings(graph, store)):
            checked[kind] += 1
            if fault:
                faults.append((kind, f"{kind} {place}: {fault}"))
    wrong = Counter(kind for kind, _ in faults)
    statements, citations, sanctions = (Tally(checked[kind], checked[kind] - wrong[kind]) for kind in KINDS)
    told = tuple(line for _, line in faults)
    return Proof(statements=statements, citations=citations, sanctions=sanctions, faults=told)


Checked = tuple[str, str, str]
"""What it is, where it stands, what is wrong with it."""


def _statements(graph: Graph, store: Store) -> Iterator[Checked]:
    done = 0
    while rows := list(graph.ask("statements-by-id", skip=done, limit=BATCH).dicts()):
        for row in rows:
            article = store.article(row["article"])
            fault = fault_of_statement(row, article.text) if article else _NOT_STORED
            yield STATEMENT, f"{row['statement']} in article {row['article']}", fault
        done += BATCH


def _namings(graph: Graph, store: Store) -> Iterator[Checked]:
    for after, upto in _ranges(graph):
        bounds = {"after": after, "upto": upto}
        for kind, query in _NAMINGS:
            rows = graph.run(query, bounds).dicts()
            for article_id, group in groupby(rows, itemgetter("article")):
                article = store.article(article_id)
                for row in group:
                    place = f"of {row['target']} in {row['by']} {row['source']}"
                    yield kind, place, fault_of_naming(row, article.text) if article else _NOT_STORED


def _ranges(graph: Graph) -> Iterator[tuple[str, str]]:
    """The articles in ranges by id: after which, up to which."""
    after = ""
    while found := graph.run(_ARTICLES, {"after": after, "most": BATCH}).rows:
        yield after, found[-1][0]
        after = found[-1][0]


_ARTICLES = "MATCH (art:Article) WHERE art.id > $after RETURN art.id AS id ORDER BY id LIMIT $most"
_BY_ARTICLE = """
MATCH (art:Article)-[names:{edge}]->(named:{label})
WHERE art.id > $after AND art.id <= $upto AND (names.surface <> '' OR names.at <> [])
RETURN art.id AS article, 'article' AS by, art.id AS source, [] AS spans, named.id AS target, names.surface AS surface,
       names.at AS at, names.places AS places, {more}
ORDER BY article, target, surface, detail"""
_BY_STATEMENT = """
MATCH (art:Article)<-[stands:REPORTED_IN]-(stmt:Statement)-[names:{edge}]->(named:{label})
WHERE art.id > $after AND art.id <= $upto AND (names.surface <> '' OR names.at <> [])
RETURN art.id AS article, 'statement' AS by, stmt.id AS source, stands.spans AS spans, named.id AS target,
       names.surface AS surface, names.at AS at, names.places AS places, {more}
ORDER BY article, source, target, surface, detail"""
_EDGES = (
    (CITATION, {"edge": "CITES", "label": "Regulation", "more": "names.antecedent AS antecedent, '' AS detail"}),
    (SANCTION, {"edge": "INVOKES", "label": "Sanction", "more": "[] AS antecedent, names.detail AS detail"}),
)
_NAMINGS = [(kind, text.format(**edge)) for kind, edge in _EDGES for text in (_BY_ARTICLE, _BY_STATEMENT)]
