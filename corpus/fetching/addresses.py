"""Addresses of the web: what is asked, and apart from it what may be stored and shown."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from corpus.article import Reason, is_address
from corpus.errors import FetchError

# Names of parameters whose values open doors, as words of the name: "token", "api_key", "X-Amz-Signature".
_SECRET = re.compile(
    r"(?:^|[_.-])(?:\w*token|pass|passwd|password|pwd|secret|auth|jwt|sig|signature|credential|session|sessionid|sid"
    r"|api[_-]?key|access[_-]?key(?:[_-]?id)?|client[_-]?secret)$",
    re.IGNORECASE,
)
HIDDEN = "hidden"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An http or https address.

    Attributes:
        url: What is asked for, with all it needs; not for eyes or disks.
        login: ``user:password`` that stood in it, or "".
        shown: The address without login and fragment, secret parameters hidden; this is stored and printed.
        scheme: http or https.
        host: Lower case, IPv6 without brackets.
        port: The port, also where it is the usual one.
    """

    url: str = field(repr=False)
    login: str = field(repr=False, default="")
    shown: str
    scheme: str
    host: str
    port: int

    @property
    def site(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    def joined(self, location: str) -> "Address":
        """The address that ``location`` means on this one's page; a login goes along on the same site only.

        Raises:
            FetchError: It is no http or https address.
        """
        location = location.strip()
        found = parse_address(location if is_address(location) else urljoin(self.url, location))
        same = found.site == self.site and not found.login
        return parse_address(found.url, login=self.login) if same and self.login else found


def parse_address(text: str, *, login: str = "") -> Address:
    """The address that ``text`` writes, in the form servers expect.

    >>> parse_address("HTTPS://budi:rahasia@Kabar.example:443/a b?id=7&token=abc#atas").shown
    'https://kabar.example/a%20b?id=7&token=hidden'

    Raises:
        FetchError: It is no http or https address.
    """
    try:
        parts = parse_url(text.strip())
    except LocationParseError:
        parts = Url()
    if parts.scheme not in _PORTS or not parts.host:
        raise FetchError(Reason.MALFORMED, "no http or https address; correct it")
    port = parts.port or _PORTS[parts.scheme]
    shown_port = None if port == _PORTS[parts.scheme] else port
    bare = Url(parts.scheme, None, parts.host, shown_port, parts.path or "/", parts.query)
    return Address(
        url=bare.url,
        login=parts.auth or login,
        shown=bare._replace(query=_without_secrets(parts.query)).url,
        scheme=parts.scheme,
        host=parts.host.strip("[]"),
        port=port,
    )


def shown(text: str) -> str:
    """``text`` as it may be stored and printed: an address without its secrets, anything else as it is."""
    try:
        return parse_address(text).shown if is_address(text) else text
    except FetchError:
        return re.sub(r"//[^/@\s]*@", "//", text)


def _without_secrets(query: str | None) -> str | None:
    if not query:
        return query
    pairs = parse_qsl(query, keep_blank_values=True)
    if not any(_SECRET.search(name) for name, _ in pairs):
        return query
    return urlencode([(name, HIDDEN if _SECRET.search(name) else value) for name, value in pairs])
