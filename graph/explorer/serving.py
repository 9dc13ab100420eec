"""Serving the explorer on this machine; the server and the pages are imported only then, as they take their time."""

import socket
from contextlib import closing, suppress

import click

from graph.errors import GraphError
from graph.explorer.live import LiveGraph, Source

HOST = "127.0.0.1"
PORT = 8765


def serve(source: Source, host: str = HOST, port: int = PORT) -> None:
    """Serve the explorer over the graph of ``source`` until Ctrl-C; port 0 takes a free one.

    Raises:
        GraphError: There is no graph, its server does not answer, its index is missing, or the address is taken.
    """
    import uvicorn  # noqa: PLC0415 - with the pages, a third of a second

    from graph.explorer.app import create_app  # noqa: PLC0415 - likewise

    _try(source)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        raise GraphError(f"cannot listen on {host}:{port} ({error.strerror}); try another --port") from error
    name = f"[{host}]" if ":" in host else host
    with listener, suppress(KeyboardInterrupt):
        click.echo(f"Explorer on http://{name}:{listener.getsockname()[1]}/ (Ctrl-C ends it)", err=True)
        config = uvicorn.Config(create_app(source, host=name), log_level="warning", ws="none")
        uvicorn.Server(config).run(sockets=[listener])


def _try(source: Source) -> None:
    """Ask what the first page asks, so that whatever is missing is told in the terminal."""
    with closing(LiveGraph(source)) as graph, graph.asking() as ask:
        ask.first("overview")
