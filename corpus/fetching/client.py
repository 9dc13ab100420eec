"""One request to one checked address, within limits of size and time; redirects are for others to follow."""

import socket
import ssl
import threading
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, HTTPError
from urllib3.response import HTTPResponse

from corpus.article import Reason
from corpus.errors import FetchError
from corpus.fetching.addresses import Address
from corpus.fetching.guarding import connect
from corpus.fetching.manners import Manners

_CHUNK = 1 << 16
_OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a server answered.

    Attributes:
        address: Which address answered.
        status: Status code.
        phrase: What the server wrote beside it.
        headers: As they came.
        body: Unpacked; empty unless the status is 200, for nobody reads the others.
    """

    address: Address
    status: int
    phrase: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first value of the header ``name``, or ""."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def media_type(self) -> str:
        """Such as ``text/html``, lower case; "" where the server does not tell."""
        return self._content_type.get_content_type() if self.header("Content-Type") else ""

    @property
    def charset(self) -> str:
        """The character set the server names, lower case, or ""."""
        return self._content_type.get_content_charset("")

    @property
    def _content_type(self) -> Message:
        message = Message()
        message["Content-Type"] = self.header("Content-Type")
        return message


class Client:
    """Makes requests, each over a connection of its own: with seconds between them, none is worth keeping open."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners

    def get(self, address: Address, *, headers: Mapping[str, str], most_bytes: int) -> Response:
        """What ``address`` answers, whatever its status.

        Raises:
            FetchError: No connection, no answer in time, an answer that breaks off or is too large.
        """
        connection = self._connection(address)
        with closing(connection), self._deadline(connection) as late:
            try:
                sent = self._headers(address, headers)
                connection.request("GET", _target(address), headers=sent, preload_content=False)
                response = _read(address, connection.getresponse(), most_bytes)
            except (HTTPError, HTTPException, OSError, ValueError) as error:
                raise FetchError(Reason.UNREACHABLE, self._trouble(error, late.is_set())) from error
            if late.is_set():  # cut while it read up to the end of the connection: that end was ours
                raise FetchError(Reason.UNREACHABLE, self._too_late())
            return response

    def _connection(self, address: Address) -> "_Plain | _Secure":
        kind = _Secure if address.scheme == "https" else _Plain
        connection = kind(address.host, address.port, timeout=self._manners.timeout)
        connection.allow_private = self._manners.allow_private
        return connection

    def _headers(self, address: Address, headers: Mapping[str, str]) -> dict[str, str]:
        own = {
            "User-Agent": self._manners.user_agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
            "Accept-Language": "id,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        if address.login:
            own["Authorization"] = f"Basic {b64encode(address.login.encode()).decode()}"
        return own | dict(headers)

    @contextmanager
    def _deadline(self, connection: "_Plain | _Secure") -> Iterator[threading.Event]:
        """Cut the connection when its time is up, however slowly bytes drip in; the event tells that it was cut."""
        late = threading.Event()

        def cut() -> None:
            late.set()
            connection.cut()

        timer = threading.Timer(self._manners.deadline, cut)
        timer.daemon = True
        timer.start()
        try:
            yield late
        finally:
            timer.cancel()
            connection.forget()

    def _trouble(self, error: Exception, late: bool) -> str:
        if late:
            return self._too_late()
        if isinstance(error, TimeoutError) or "timed out" in str(error):
            return f"silent for {self._manners.timeout:g} s; try again later"
        if isinstance(error, ssl.SSLError) or "certificate" in str(error):
            return f"no secure connection ({_one_line(error)}); look at it in a browser"
        if isinstance(error, DecodeError):
            return "its packed content is broken; report it to the site"
        return f"the answer broke off or is none ({_one_line(error)}); try again later"

    def _too_late(self) -> str:
        return f"not done within {self._manners.deadline:g} s; try again later"


def _read(address: Address, response: HTTPResponse, most_bytes: int) -> Response:
    return Response(
        address=address,
        status=response.status,
        phrase=response.reason or "",
        headers=tuple(response.headers.items()),
        body=_body(response, most_bytes) if response.status == _OK else b"",
    )


def _body(response: HTTPResponse, most_bytes: int) -> bytes:
    """The unpacked body; it is unpacked piece by piece, so that a bomb is refused before it fills the memory."""
    if (response.length_remaining or 0) > most_bytes:
        raise _too_large(most_bytes)
    parts: list[bytes] = []
    size = 0
    while part := response.read1(_CHUNK, decode_content=True):
        size += len(part)
        if size > most_bytes:
            raise _too_large(most_bytes)
        parts.append(part)
    return b"".join(parts)


def _too_large(most_bytes: int) -> FetchError:
    return FetchError(
        Reason.UNREADABLE, f"more than {most_bytes // 1_000_000} MB unpacked, no page is that large; leave it out"
    )


def _target(address: Address) -> str:
    return address.url.removeprefix(address.site) or "/"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


class _Guarded(HTTPConnection):
    """A connection that goes to checked addresses only, and that another thread can cut."""

    allow_private = False
    _line: socket.socket | None = None

    def _new_conn(self) -> socket.socket:
        timeout = self.timeout if isinstance(self.timeout, int | float) else 20.0
        connection = connect(self.host, self.port, timeout=timeout, allow_private=self.allow_private)
        self._line = connection.dup()  # the first one goes into TLS, or away with a response
        return connection

    def cut(self) -> None:
        """End whatever is going on, from another thread."""
        if self._line:
            with suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)

    def forget(self) -> None:
        """Let go of what ``cut`` holds."""
        if self._line:
            self._line.close()
            self._line = None


class _Plain(_Guarded):
    """For http."""


class _Secure(_Guarded, HTTPSConnection):
    """For https; certificates are checked against those the system trusts."""
