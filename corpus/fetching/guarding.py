"""Which machines may be asked: those of the public internet, unless private ones are allowed."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from corpus.article import Reason
from corpus.errors import FetchError

_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")


def connect(host: str, port: int, *, timeout: float, allow_private: bool) -> socket.socket:
    """A connection to ``host``, made to the very address that was checked, so that no second look-up can differ.

    Raises:
        FetchError: The name is unknown, all its addresses are private, or none of them answers.
    """
    failure: OSError | None = None
    for family, place in _places(host, port, allow_private=allow_private):
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.settimeout(timeout)
            connection.connect(place)
        except OSError as error:
            connection.close()
            failure = error
        else:
            return connection
    raise FetchError(Reason.UNREACHABLE, f"no connection ({_told(failure)}); try again later")


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, also where it wraps an IPv4 address.

    >>> [is_public(a) for a in ("93.184.215.14", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "fe80::1%eth0")]
    [True, False, False, False, False]
    """
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv4Address):
        return found.is_global and not found.is_multicast
    inner = _wrapped(found)
    if inner is not None:
        return is_public(str(inner))
    return found in _GLOBAL_UNICAST and found.is_global


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address of a translator stands for."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _places(host: str, port: int, *, allow_private: bool) -> list[tuple[int, tuple[str, int]]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(Reason.GONE, f"the name {host} is not known ({_told(error)}); check it") from error
    allowed = [(family, place) for family, _, _, _, place in found if allow_private or is_public(str(place[0]))]
    if not allowed:
        told = f"{host} is {found[0][4][0]}, no address of the public internet; allow it with --allow-private"
        raise FetchError(Reason.PRIVATE, told)
    return allowed  # type: ignore[return-value]  # places of IPv6 have four parts


def _told(error: Exception | None) -> str:
    return getattr(error, "strerror", None) or str(error) or "no address"
