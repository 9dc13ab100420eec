"""The web application: which address leads to which page."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from graph.errors import GraphError, QueryTimeoutError
from graph.explorer.live import LiveGraph, Source
from graph.explorer.pages import Pages
from graph.explorer.security import HEADERS, LOCAL_HOSTS, LocalOnly


def create_app(source: Source, *, host: str = "127.0.0.1") -> Starlette:
    """The explorer over the graph of ``source``, for requests to this machine or to ``host``."""
    graph = LiveGraph(source)
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
