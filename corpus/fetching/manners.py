"""How a guest behaves: what it calls itself, how often it asks, how long and how much it takes."""

from dataclasses import dataclass
from importlib.metadata import version

# The name that robots.txt files address.
AGENT = "wartagraf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """What a visit to other people's servers is bound by.

    Attributes:
        delay: Seconds between two requests to one host; a longer Crawl-delay of its robots.txt counts instead.
        timeout: Seconds without a byte after which a request is given up.
        deadline: Seconds that one request may take as a whole.
        most_bytes: Unpacked size of a page at most.
        most_listing_bytes: Unpacked size of a feed or sitemap at most; the sitemap protocol allows 50 MB.
        most_redirects: Redirects that are followed from one address.
        tries: Times an address is asked for while its server is busy or fails.
        back_off: Seconds to hold off a busy host that does not say how long; twice as long at each further try.
        longest_wait: Seconds that a host may ask to be waited for; one that asks for more is left alone.
        most_failures: Requests in a row that fail on one host before it is left alone.
        allow_private: Whether loopback, private and link-local addresses may be asked.
        contact: Mail or web address that the User-Agent names, or "".
    """

    delay: float = 2.0
    timeout: float = 20.0
    deadline: float = 60.0
    most_bytes: int = 20_000_000
    most_listing_bytes: int = 52_428_800
    most_redirects: int = 5
    tries: int = 3
    back_off: float = 5.0
    longest_wait: float = 120.0
    most_failures: int = 4
    allow_private: bool = False
    contact: str = ""

    @property
    def user_agent(self) -> str:
        """Name and version, and the contact where one is given.

        >>> Manners(contact="mailto:redaksi@kabar.example").user_agent.partition("/")[0]
        'Wartagraf'
        """
        about = "; ".join(part for part in ("news research", _one_line(self.contact)) if part)
        return f"Wartagraf/{version('wartagraf')} ({about})"


def _one_line(text: str) -> str:
    return "".join(sign for sign in text if " " <= sign <= "~" and sign not in "()")
