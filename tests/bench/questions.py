"""How long each named question takes on a graph, and whether its median stays below a mark.

    python tests/bench/questions.py [--into DIR] [--runs N] [--mark MILLISECONDS] [QUESTION...]

Each question is asked with several sets of parameters, such as people ask: frequent and rare rules, people,
institutions and words (the frequent ones are those that the graph itself names first), and with nothing but its
defaults. A run asks every set once; runs go forwards and backwards in turn. A line tells of each set the median, the
longest run, the median of the processor's time (what other programs do to the machine shows less in it) and the
rows, and marks those whose median is above the mark; the last line tells the slowest.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from graph import Graph, named_queries
from graph.folder import GRAPH_FILE

RUNS = 7
MARK = 100.0  # milliseconds
FREQUENT, USUAL, RARE, FORM = "yang", "sanksi", "retribusi parkir", "larang"  # words of statements
COMMON_NAME, RULE_WORDS, POST = "ahmad", "pemilihan umum", "kepala"


@dataclass(frozen=True, slots=True)
class Case:
    """One question with the parameters it is asked with, and the seconds its runs took."""

    name: str
    given: dict[str, Any]
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    @property
    def milliseconds(self) -> float:
        return 1000 * median(self.seconds)

    def ask(self, graph: Graph) -> None:
        started, busy = time.perf_counter(), time.process_time()
        table = graph.ask(self.name, **self.given)
        self.seconds.append(time.perf_counter() - started)
        self.processor.append(time.process_time() - busy)
        self.rows.append(len(table))


def cases(graph: Graph) -> Iterator[Case]:
    """Every named question with what people may ask by it, in this graph."""
    rules = first(graph, "top-rules", "rule", limit=1000) or ["uu/2014/5"]
    people = first(graph, "find-person", "id") or ["x"]
    institutions = first(graph, "find-institution", "id") or ["x"]
    statements = first(graph, "find-statements", "statement") or ["x:0-1"]
    sets: dict[str, list[dict[str, Any]]] = {
        "rule": [{"rule": rule} for rule in (rules[0], rules[-1])],
        "person": [{"person": who} for who in (people[0], people[-1], COMMON_NAME)],
        "institution": [{"institution": who} for who in (institutions[0], institutions[-1], "bawaslu")],
        "name": [{"name": name} for name in (COMMON_NAME, "dinas", RULE_WORDS, "uu/2014")],
        "search": [
            *({"words": words} for words in (FREQUENT, USUAL, RARE, FORM)),
            {"words": USUAL, "also": "tegas", "and_also": FREQUENT},
            {"rule": rules[0]},
            {"rule": RULE_WORDS, "since": "2022-01-01", "until": "2023-12-31"},
            {"speaker": COMMON_NAME, "act": "urges"},
            {"place": "kota", "words": USUAL},
            {"act": "states", "modality": "obliged"},
            {"act": "states"},
        ],
    }
    ids = {
        "article": [{"id": statements[0].partition(":")[0]}],
        "institution": [{"id": who} for who in (institutions[0], institutions[-1])],
        "person": [{"id": who} for who in (people[0], people[-1])],
        "rule": [{"id": rule} for rule in (rules[0], rules[-1])],
    }
    for query in named_queries().values():
        names = {p.name for p in query.parameters}
        if "words" in names:
            given = sets["search"]
        elif "id" in names:
            given = ids.get(query.name.rpartition("of-")[2], [{"id": statements[0]}])
        else:
            given = [one for name in sorted(names & sets.keys()) for one in sets[name]]
        if all(p.default is not None for p in query.parameters):
            given = [{}, *given]
        given += [{"once": 1}] if "once" in names else []
        given += [{"post": POST}, {"post": POST, "place": "kota"}] if "post" in names else []
        given += [{"region": "kota"}] if "region" in names else []
        given += [{"status": "imposed"}] if "status" in names else []
        given += [given[0] | {"limit": 20, "skip": 2000}] if {"limit", "skip"} <= names else []
        yield from (Case(query.name, one) for one in given)


def first(graph: Graph, name: str, column: str, **given: Any) -> list[str]:
    """What a question lists in a column."""
    return [str(row[column]) for row in graph.ask(name, **given).dicts()]


def measure(graph: Graph, asked: list[Case], runs: int) -> None:
    """Ask all of ``asked`` several times; before that once, so that what is on the disk is in memory."""
    for number in range(runs + 1):
        for case in reversed(asked) if number % 2 else asked:
            case.ask(graph)
    for case in asked:
        del case.seconds[0], case.processor[0], case.rows[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", nargs="*", help="names of questions; without them all")
    parser.add_argument("--into", type=Path, default=Path("wartagraf-data"), help="folder of the graph")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--mark", type=float, default=MARK, help="milliseconds that no median may exceed")
    options = parser.parse_args()
    with Graph.open(options.into / GRAPH_FILE) as graph:
        held = next(graph.ask("overview").dicts())
        asked = [case for case in cases(graph) if not options.questions or case.name in options.questions]
        measure(graph, asked, options.runs)
    print(f"{held['statements']:,} statements; milliseconds of {options.runs} runs: median, longest, processor")
    for case in asked:
        given = " ".join(f"--{name} {value!r}" for name, value in case.given.items())
        over = "  OVER" if case.milliseconds > options.mark else ""
        longest = 1000 * max(case.seconds)
        busy = 1000 * median(case.processor)
        print(f"{case.milliseconds:8.1f} {longest:8.1f} {busy:8.1f} {case.rows[0]:6,} rows  {case.name} {given}{over}")
    worst = max(asked, key=lambda case: case.milliseconds)
    print(f"slowest: {worst.name}, {worst.milliseconds:.1f} ms (mark: {options.mark:g} ms)")
    sys.exit(worst.milliseconds > options.mark)


if __name__ == "__main__":
    main()
