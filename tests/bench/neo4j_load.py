"""How many statements a second `wartagraf load --neo4j` writes with all their edges, into a server on this machine.

    python tests/bench/neo4j_load.py [SHARED] [--statements N] [--heap 2g] [--brief]

The articles of `benchmark/docs` are scaled up as in million.py and staged, which is not timed; then they are loaded
into an empty server of its own, once more, and once more without a tenth of the articles. Of each load the seconds,
the processor's seconds of client and server, and what stands there are printed. Server and client share the machine.
The first batches are slow, as Java compiles while it works; 200,000 statements tell more than 20,000. The server
compiles as Neo4j sets it; with --brief as that of `make neo4j` and the tests, which lives for minutes.
"""

import argparse
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.loading import GraphCounts
from graph.merging import Staged
from graph.neo4j.loading import load_neo4j
from graph.neo4j.server import Server, running_server
from graph.options import Address
from graph.staging import staged_tables


def processor_of(server: Server) -> float:
    """Seconds of the processors that the server took so far; 0 where nobody tells."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"--home-dir={server.home}" in (folder / "cmdline").read_text().split("\0"):
                told = (folder / "stat").read_text().rpartition(")")[2].split()
                return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
        except OSError:  # it has ended
            continue
    return 0.0


def timed(what: str, staged: Staged, server: Server, folder: Path) -> GraphCounts:
    """Load and print the figures."""
    address = Address(url=server.url, user=server.user, password=server.password, database="neo4j")
    begin, client, java = time.perf_counter(), time.process_time(), processor_of(server)
    counts = load_neo4j(staged, address, folder)
    seconds = time.perf_counter() - begin
    client, java = time.process_time() - client, processor_of(server) - java
    nodes, edges = sum(counts.nodes.values()), sum(counts.edges.values())
    rate = counts.nodes["Statement"] / seconds
    print(
        f"{what}: {seconds:.1f} s, {rate:,.0f} statements a second; processors {client:.1f} s here, {java:.1f} s server"
    )
    print(f"  {counts.nodes['Statement']:,} statements, {nodes:,} nodes, {edges:,} edges", flush=True)
    return counts


def main() -> None:
    from million import SHARED, base, scaled  # noqa: PLC0415 - found beside this script when it is run

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--statements", type=int, default=200_000)
    parser.add_argument("--heap", default="2g", help="memory of the server's Java")
    parser.add_argument("--brief", action="store_true", help="compile once and quickly")
    asked = parser.parse_args()
    pairs = list(scaled(base(asked.shared), asked.statements))
    with (
        TemporaryDirectory(prefix="wartagraf-neo4j-load-") as name,
        running_server(heap=asked.heap, brief=asked.brief) as server,
    ):
        folder = Path(name)
        with staged_tables(pairs, folder / "all") as staged:
            first = timed("first load", staged, server, folder)
            if timed("the same again", staged, server, folder) != first:
                sys.exit("the second load has other counts")
        with staged_tables(pairs[len(pairs) // 10 :], folder / "fewer") as staged:
            timed("without a tenth of the articles", staged, server, folder)


if __name__ == "__main__":
    main()
