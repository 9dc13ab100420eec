"""A web site on loopback that answers as told, also badly."""

import gzip
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.test_corpus.pages import BODY, HEADLINE, story

HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass
class Answer:
    """What is sent for a path; ``pieces`` in place of ``body`` is written as it comes, with no length told."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: dict(HTML))
    pieces: Callable[[], Iterator[bytes]] | None = None


@dataclass
class Request:
    path: str
    headers: Mapping[str, str]
    at: float


class Site:
    """Answers by path, and every request in order. An answer may be a function of the request and its number."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.answers: dict[str, Answer | Callable[[Request, int], Answer]] = {}
        self.requests: list[Request] = []
        self.stopping = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        if certificate:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def asked(self, *, robots: bool = False) -> list[str]:
        """The paths in the order they were asked for."""
        return [request.path for request in self.requests if robots or request.path != "/robots.txt"]

    def answer(self, request: Request) -> Answer:
        number = sum(earlier.path == request.path for earlier in self.requests)
        self.requests.append(request)
        found = self.answers.get(request.path, Answer(status=404))
        return found if isinstance(found, Answer) else found(request, number)

    def stop(self) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def running_site(certificate: Path | None = None) -> Iterator[Site]:
    """A site that stops with the ``with`` block; over TLS where there is a certificate with its key."""
    site = Site(certificate)
    try:
        yield site
    finally:
        site.stop()


def page(number: int | str = 0, **headers: str) -> Answer:
    """An article of its own for each number."""
    extra = f"<p>Tahap {number} penertiban pedagang di kota itu dimulai pekan depan.</p>"
    raw = story(title=f"{HEADLINE} Tahap {number}", paragraphs=BODY).raw.replace(b"</article>", extra.encode())
    return Answer(body=raw, headers=HTML | headers)


def redirect(to: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": to})


def feed(*links: str, **headers: str) -> Answer:
    """An RSS feed; ``link|date`` gives an item a date."""
    items = ""
    for link in links:
        address, _, day = link.partition("|")
        items += f"<item><link>{address}</link>{f'<pubDate>{day}</pubDate>' if day else ''}</item>"
    text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title>{items}</channel></rss>'
    return Answer(body=text.encode(), headers={"Content-Type": "application/rss+xml"} | headers)


def sitemap(*links: str, packed: bool = False) -> Answer:
    urls = "".join(f"<url><loc>{link}</loc></url>" for link in links)
    raw = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode()
    return Answer(body=gzip.compress(raw) if packed else raw, headers={"Content-Type": "application/xml"})


def index(*links: str) -> Answer:
    maps = "".join(f"<sitemap><loc>{link}</loc></sitemap>" for link in links)
    raw = f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{maps}</sitemapindex>'.encode()
    return Answer(body=raw, headers={"Content-Type": "application/xml"})


def robots(text: str) -> Answer:
    return Answer(body=text.encode(), headers={"Content-Type": "text/plain"})


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = site.answer(Request(self.path, dict(self.headers), time.monotonic()))
            with suppress(BrokenPipeError, ConnectionResetError):
                self._send(answer)

        def _send(self, answer: Answer) -> None:
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.pieces is None and "Content-Length" not in answer.headers:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            for piece in answer.pieces() if answer.pieces else [answer.body]:
                self.wfile.write(piece)
                self.wfile.flush()
                if site.stopping.is_set():
                    return

        def log_message(self, *_: object) -> None:
            """Be quiet."""

    return Handler
