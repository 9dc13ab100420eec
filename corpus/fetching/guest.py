"""A visit to one address as its host wants it: robots.txt, pace, limits, and no second knock on a closed door."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import MappingProxyType

from corpus.article import Reason
from corpus.errors import FetchError
from corpus.fetching.addresses import Address, parse_address
from corpus.fetching.archive import Archive
from corpus.fetching.client import Client, Response
from corpus.fetching.manners import Manners
from corpus.fetching.pace import Pace
from corpus.fetching.robots import MOST_BYTES, Rules, read_rules

OK, NOT_MODIFIED = 200, 304
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})
_CLOSED = frozenset({401, 403})
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A host that was busy or broke off: it may be asked again when its pace says so.

    Attributes:
        why: What it answered, or what happened.
    """

    why: str


class Guest:
    """Asks for one address at a time. What stays for the whole run: rules, paces, and hosts left alone."""

    def __init__(self, manners: Manners, *, pace: Pace | None = None, archive: Archive | None = None) -> None:
        self.manners = manners
        self.pace = pace or Pace(manners)
        self._archive = archive
        self._client = Client(manners)
        self._rules: dict[str, Rules] = {}

    def visit(
        self, address: Address, *, listing: bool = False, known: Mapping[str, str] = _NONE, attempt: int = 1
    ) -> Response | Later:
        """What ``address`` gives, or its redirects: a response with status 200, or 304 where it is as ``known``.

        Args:
            address: What to ask for.
            listing: Whether it is a feed or sitemap, which may be larger than a page.
            known: Request headers that tell which version is known.
            attempt: Which try this is, from 1: a host that is busy is held off for longer each time.

        Raises:
            FetchError: It may not be asked for, or gives nothing.
        """
        seen: set[str] = set()
        while True:
            self._check(address)
            if address.url in seen or len(seen) > self.manners.most_redirects:
                raise FetchError(Reason.GONE, f"redirects without end, at {address.shown}; look in a browser")
            seen.add(address.url)
            try:
                response = self._ask(address, listing=listing, known=known)
            except FetchError as error:
                if error.reason is not Reason.UNREACHABLE or attempt >= self.manners.tries:
                    raise
                return self._later(address.host, str(error), attempt)
            if response.status not in _REDIRECTS or not response.header("Location"):
                return self._judged(response, attempt)
            address = address.joined(response.header("Location"))

    def rules(self, address: Address) -> Rules:
        """The rules of the robots.txt of the site, asked for once a run.

        Raises:
            FetchError: Its host is left alone, or at a private address.
        """
        if address.site not in self._rules:
            self._rules[address.site] = rules = self._read_rules(
                parse_address(f"{address.site}/robots.txt", login=address.login)
            )
            self.pace.ask_no_faster(address.host, rules.delay)
        return self._rules[address.site]

    def knows_rules(self, address: Address) -> bool:
        """Whether a visit would not have to ask for robots.txt first."""
        return address.site in self._rules

    def _check(self, address: Address) -> None:
        """Refuse what the robots.txt of its site does not allow."""
        rules = self.rules(address)
        if rules.trouble:
            raise FetchError(rules.reason, f"{rules.trouble}, so nothing else is asked for; try again later")
        if not rules.allows(address):
            raise FetchError(Reason.ROBOTS, f"the robots.txt of {address.host} forbids it; leave it out")

    def _read_rules(self, address: Address) -> Rules:
        """What its robots.txt says, redirects followed, also to other sites, as RFC 9309 has it."""
        for _ in range(self.manners.most_redirects + 1):
            try:
                answer = self._ask(address, listing=True, known=_NONE, most_bytes=MOST_BYTES * 4)
                if answer.status not in _REDIRECTS or not answer.header("Location"):
                    return read_rules(answer)
                address = address.joined(answer.header("Location"))
            except FetchError as error:
                if error.reason in {Reason.PRIVATE, Reason.BLOCKED}:
                    raise
                told = str(error).partition(";")[0]
                return Rules(reason=error.reason, trouble=f"its robots.txt cannot be read: {told}")
        return Rules()

    def _ask(
        self, address: Address, *, listing: bool, known: Mapping[str, str], most_bytes: int | None = None
    ) -> Response:
        if why := self.pace.left_alone(address.host):
            told = f"{address.host} is left alone in this run: {why}; ask the site, or try later"
            raise FetchError(Reason.BLOCKED, told)
        self.pace.wait(address.host)
        most = most_bytes or (self.manners.most_listing_bytes if listing else self.manners.most_bytes)
        try:
            response = self._client.get(address, headers=known, most_bytes=most)
        except FetchError as error:
            self.pace.answered(address.host, well=error.reason is not Reason.UNREACHABLE)
            raise
        self.pace.answered(address.host, well=response.status not in _BUSY)
        if self._archive and response.status == OK:
            self._archive.write(response)
        return response

    def _judged(self, response: Response, attempt: int) -> Response | Later:
        status, host = response.status, response.address.host
        told = f"{status} {response.phrase}".strip()
        if status in {OK, NOT_MODIFIED}:
            return response
        if status in _CLOSED:
            self.pace.leave_alone(host, f"it answered {told}")
            raise FetchError(Reason.BLOCKED, f"{host} answered {told} and is left alone; ask the site for access")
        if status not in _BUSY:
            raise FetchError(Reason.GONE, f"the server answered {told}; correct the address or leave it out")
        return self._busy(response, told, attempt)

    def _busy(self, response: Response, told: str, attempt: int) -> Later:
        """Hold off as long as the host asks; one that asks for too long, or is busy for too long, is left alone."""
        host = response.address.host
        wait = retry_after(response.header("Retry-After"), datetime.now(UTC))
        if attempt >= self.manners.tries or (wait or 0) > self.manners.longest_wait:
            asked = f"and asks to wait {wait:g} s" if wait else "again and again"
            if response.status in {429, 503}:
                self.pace.leave_alone(host, f"it answered {told} {asked}")
            raise FetchError(Reason.UNREACHABLE, f"{host} answered {told} {asked}; try again later")
        return self._later(host, told, attempt, wait)

    def _later(self, host: str, why: str, attempt: int, wait: float | None = None) -> Later:
        self.pace.hold_off(host, self.manners.back_off * 2 ** (attempt - 1) if wait is None else wait)
        return Later(why=why)


def retry_after(header: str, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, a number or a date; None where it says nothing readable.

    >>> retry_after("120", datetime.now(UTC))
    120.0
    """
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - now).total_seconds())
    except (ValueError, TypeError):
        return None
