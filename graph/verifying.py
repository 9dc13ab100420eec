"""The command ``verify``: the proof that nobody was made to say what does not stand in the article."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from corpus import Article, Store
from graph.engine import Graph
from graph.folder import GRAPH_FILE, STORE_FILE
from graph.options import AS_JSON, INTO
from graph.printing import warn
from graph.resolve import ELLIPSIS

BATCH = 20_000  # statements read at a time: each batch scans the graph once, memory stays the same for any graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """How many statements were checked, and one line for each whose words do not stand in its article."""

    statements: int
    faults: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The proof as one JSON object."""
        return {
            "statements": self.statements,
            "proven": self.statements - len(self.faults),
            "faults": self.faults,
        }


@click.command()
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


def verify_statements(into: Path) -> Proof:
    """Read every statement of the graph again in the stored article, character for character.

    A statement is proven when its article is in the store, each of its spans lies within the text, the text of
    the spans is the text of the statement, and so it is with the cue.

    Raises:
        StoreError: There is no usable store in ``into``.
        GraphError: There is no usable graph in ``into``.
    """
    faults: list[str] = []
    checked = 0
    with Store.open(into / STORE_FILE, read_only=True) as store, Graph.open(into / GRAPH_FILE) as graph:
        for row in _statements(graph):
            checked += 1
            fault = _fault(row, store.article(row["article"]))
            if fault:
                faults.append(f"statement {row['statement']} in article {row['article']}: {fault}")
    return Proof(statements=checked, faults=tuple(faults))


def _statements(graph: Graph) -> Iterator[dict[str, Any]]:
    done = 0
    while rows := list(graph.ask("statements-by-id", skip=done, limit=BATCH).dicts()):
        yield from rows
        done += BATCH


def _fault(row: dict[str, Any], article: Article | None) -> str:
    """What is wrong with the words of a statement, or ""."""
    if article is None:
        return "the article is not in the store; run `wartagraf load` to build the graph from this store"
    spans = list(pairwise(row["spans"]))[::2]
    if not spans or len(row["spans"]) % 2:
        return "it has no words"
    if any(not 0 <= start < end <= len(article.text) for start, end in spans):
        return f"its spans {row['spans']} do not lie within the {len(article.text)} characters of the article"
    words = ELLIPSIS.join(article.text[start:end] for start, end in spans)
    if words != row["words"]:
        return f"the article has {words!r} where the statement has {row['words']!r}"
    cue = article.text[slice(*row["cue"])] if row["cue"] else ""
    if row["cue_word"] not in (None, cue):  # None: nobody is named who says it
        return f"the article has {cue!r} where the statement has the cue {row['cue_word']!r}"
    return ""
