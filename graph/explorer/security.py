"""What every answer of the explorer carries, and which requests it answers at all."""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class LocalOnly:
    """Refuses requests that name another host, and adds ``HEADERS`` to every answer.

    A page elsewhere may let its own name point to 127.0.0.1 to read what is served here (DNS rebinding); its
    requests then carry that name as their host.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOCAL_HOSTS) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        host = host_name(Headers(scope=scope).get("host", ""))
        refusal = PlainTextResponse(f"no such host here: {host}", status_code=421)
        await (self.app if host in self.hosts else refusal)(scope, receive, send_with_headers)


def host_name(header: str) -> str:
    """The host of a Host header without its port, brackets of an IPv6 address kept.

    >>> host_name("[::1]:8765")
    '[::1]'
    """
    name, colon, port = header.strip().lower().rpartition(":")
    return name if colon and port.isdigit() else header.strip().lower()
