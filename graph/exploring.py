"""The command ``explore``: the graph as web pages."""

from functools import partial
from pathlib import Path

import click

from graph.asking import opened_graph
from graph.explorer import serve
from graph.folder import GRAPH_FILE
from graph.options import INTO, Address, with_server


@click.command()
@INTO
@with_server
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 picks a free one.")
def explore(into: Path, server: Address | None, port: int) -> None:
    """Serve the statements and rules as web pages on 127.0.0.1, until Ctrl-C.

    \b
    wartagraf explore --into data
    wartagraf explore --neo4j bolt://localhost:7687
    """
    serve(partial(opened_graph, into, server) if server else into / GRAPH_FILE, port=port)
