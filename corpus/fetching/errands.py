"""What is still to be asked for, host by host: the host that may be asked soonest comes first."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.fetching.addresses import Address
from corpus.fetching.listings import Entry
from corpus.fetching.pace import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """An address to ask for.

    Attributes:
        address: Where to.
        entry: What a listing says about it; None where it may be a listing itself.
        depth: Listings that led to it.
        attempt: Which try this is, from 1.
    """

    address: Address
    entry: Entry | None = None
    depth: int = 0
    attempt: int = 1


class Errands:
    """A queue for each host; an address that has been in it once is not taken again."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._queues: dict[str, deque[Errand]] = {}
        self._seen: set[str] = set()

    def add(self, errands: Iterable[Errand]) -> None:
        """Put new errands before all others of their hosts, in order: what a listing led to comes before the next."""
        for errand in reversed(list(errands)):
            if errand.address.url not in self._seen:
                self._seen.add(errand.address.url)
                self.again(errand)

    def again(self, errand: Errand) -> None:
        """Put back an errand that could not be done yet."""
        self._queues.setdefault(errand.address.host, deque()).appendleft(errand)

    def next(self) -> Errand | None:
        """Take out the errand whose host may be asked soonest; None where nothing is left."""
        if not self._queues:
            return None
        host = min(self._queues, key=self._pace.ready_at)
        errand = self._queues[host].popleft()
        if not self._queues[host]:
            del self._queues[host]
        return errand
