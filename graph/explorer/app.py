"""The web application: which address leads to which page, and serving it on this machine."""

import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import click
import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from graph.engine import Graph
from graph.errors import GraphError, QueryTimeoutError
from graph.explorer.live import LiveGraph
from graph.explorer.pages import Pages
from graph.explorer.security import HEADERS, LOCAL_HOSTS, LocalOnly

HOST = "127.0.0.1"
PORT = 8765


def create_app(graph_path: Path, *, host: str = HOST) -> Starlette:
    """The explorer over the graph file at ``graph_path``, for requests to this machine or to ``host``."""
    graph = LiveGraph(graph_path)
    pages = Pages(graph)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        graph.close()

    return Starlette(
        routes=[
            Route("/", pages.home),
            Route("/search", pages.search),
            Route("/rule", pages.rule),
            Route("/person", pages.person),
            Route("/institution", pages.institution),
            Route("/article", pages.article),
            Route("/statement", pages.statement),
            Mount("/static", StaticFiles(packages=[("graph.explorer", "static")])),
        ],
        middleware=[Middleware(LocalOnly, hosts=LOCAL_HOSTS | {host})],
        exception_handlers=_handlers(pages),
        lifespan=lifespan,
    )


def _handlers(pages: Pages) -> dict[type[Exception] | int, Callable[[Request, Exception], Response]]:
    def not_there(request: Request, error: Exception) -> Response:
        told = error.detail if isinstance(error, HTTPException) else ""
        message = told if told != "Not Found" else f"There is no page {request.url.path}."
        return pages.problem(404, "Not found", message)

    def too_slow(request: Request, error: Exception) -> Response:
        return pages.problem(503, "That took too long", "Ask for less: more words, one speaker, fewer days.")

    def no_graph(request: Request, error: Exception) -> Response:
        return pages.problem(503, "The graph cannot be read", str(error))

    def failed(request: Request, error: Exception) -> Response:
        page = pages.problem(500, "Something broke", "The terminal that runs the explorer tells what.")
        page.headers.update(HEADERS)  # this answer is made outside the middleware
        return page

    return {404: not_there, QueryTimeoutError: too_slow, GraphError: no_graph, Exception: failed}


def serve(path: Path, host: str = HOST, port: int = PORT) -> None:
    """Serve the explorer over the graph file at ``path`` until Ctrl-C; port 0 takes a free one.

    Raises:
        GraphError: There is no graph at ``path``, or the address is taken.
    """
    Graph.open(path).close()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        raise GraphError(f"cannot listen on {host}:{port} ({error.strerror}); try another --port") from error
    name = f"[{host}]" if ":" in host else host
    with listener, suppress(KeyboardInterrupt):
        click.echo(f"Explorer on http://{name}:{listener.getsockname()[1]}/ (Ctrl-C ends it)", err=True)
        config = uvicorn.Config(create_app(path, host=name), log_level="warning", ws="none")
        uvicorn.Server(config).run(sockets=[listener])
