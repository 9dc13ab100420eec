"""The command ``explore``: the graph as web pages."""

from pathlib import Path

import click

from graph.explorer import serve
from graph.folder import GRAPH_FILE
from graph.options import INTO


@click.command()
@INTO
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 picks a free one.")
def explore(into: Path, port: int) -> None:
    """Serve the statements and rules as web pages on 127.0.0.1, until Ctrl-C.

    \b
    wartagraf explore --into data
    """
    serve(into / GRAPH_FILE, port=port)
