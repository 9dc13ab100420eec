"""What the robots.txt of a site allows a guest of our name.

Protego reads it: the parser of Scrapy, no dependencies, BSD; unlike the one of the standard library it knows
wildcards and lets the longest rule win, as RFC 9309 has it and as the sites write their rules.
"""

from dataclasses import dataclass, field

from protego import Protego

from corpus.article import Reason
from corpus.fetching.addresses import Address
from corpus.fetching.client import Response
from corpus.fetching.manners import AGENT

# RFC 9309 wants 500 kibibytes to be read at least; rules behind them are not looked at.
MOST_BYTES = 512_000
_OK, _FORBIDDEN, _BUSY, _BROKEN = 200, (401, 403), 429, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one site.

    Attributes:
        reason: The kind of ``trouble``.
        trouble: Why nothing may be asked although no rule says so, or "": its robots.txt is closed or fails.
        parsed: The rules; None where there are none, or ``trouble``.
    """

    reason: Reason = Reason.ROBOTS
    trouble: str = ""
    parsed: Protego | None = field(repr=False, default=None)

    def allows(self, address: Address) -> bool:
        """Whether ``address`` may be asked for."""
        return not self.trouble and (self.parsed is None or bool(self.parsed.can_fetch(address.url, AGENT)))

    @property
    def delay(self) -> float:
        """Seconds it wants between two requests; 0 where it does not tell."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(AGENT)
        return max(self.parsed.crawl_delay(AGENT) or 0.0, rate.seconds / rate.requests if rate else 0.0)


def read_rules(answer: Response) -> Rules:
    """The rules in what a server answered when it was asked for robots.txt.

    Where there is none (404 and the like) everything is allowed. Where it is closed to us or the server fails,
    nothing is: RFC 9309 allows the former and forbids the latter, a guest takes a closed door for a no.
    """
    if answer.status == _OK:
        return Rules(parsed=Protego.parse(answer.body[:MOST_BYTES].decode("utf-8-sig", "replace")))
    if answer.status in _FORBIDDEN:
        return Rules(reason=Reason.BLOCKED, trouble=f"its robots.txt is closed to us ({answer.status})")
    if answer.status == _BUSY or answer.status >= _BROKEN:
        return Rules(reason=Reason.UNREACHABLE, trouble=f"its robots.txt cannot be read now ({answer.status})")
    return Rules()
