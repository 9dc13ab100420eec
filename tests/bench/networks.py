"""How long each network of a graph file takes, and how much memory: `python tests/bench/networks.py GRAPH [NAME...]`.

Each is folded in a process of its own; GRAPH is the graph.lbug of a data folder.
"""

import resource
import sys
import time
from multiprocessing import get_context
from pathlib import Path

from graph.engine import Graph
from graph.networks import NETWORKS, project


def folded(path: Path, name: str) -> str:
    """A row of the table: size, time and peak of one network."""
    start, cpu = time.perf_counter(), time.process_time()
    with Graph.open(path) as graph:
        network = project(graph, name)
    elapsed, busy = time.perf_counter() - start, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    size = (f"{len(network):,}", f"{network.number_of_edges():,}", str(len(network.graph.get("left_out", {}))))
    return " | ".join(["| " + name, *size, f"{elapsed:.1f}", f"{busy:.1f}", f"{peak:,} |"])


def main() -> None:
    """Print the table."""
    path, *names = sys.argv[1:]
    print("| network | nodes | ties | left out | seconds | processor s | peak MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name in names or NETWORKS:
        with get_context("spawn").Pool(1) as pool:
            print(pool.apply(folded, (Path(path), name)), flush=True)


if __name__ == "__main__":
    main()
