"""When each host may be asked again, and which hosts are to be left alone."""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from corpus.fetching.manners import Manners


@dataclass(slots=True)
class _Host:
    delay: float
    next_at: float = 0.0
    failures: int = 0
    left_alone: str = ""


class Pace:
    """The times of requests to each host: never two at once, never one sooner than its delay allows."""

    def __init__(
        self,
        manners: Manners,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._manners = manners
        self._clock = clock
        self._sleep = sleep
        self._hosts: defaultdict[str, _Host] = defaultdict(lambda: _Host(manners.delay))

    def ready_at(self, host: str) -> float:
        """When ``host`` may be asked next, on the clock of this pace; hosts can be put in order by it."""
        return self._hosts[host].next_at

    def wait(self, host: str) -> None:
        """Wait until ``host`` may be asked, and note that it is asked now."""
        found = self._hosts[host]
        if (seconds := found.next_at - self._clock()) > 0:
            self._sleep(seconds)
        found.next_at = self._clock() + found.delay

    def answered(self, host: str, *, well: bool) -> None:
        """Note that a request to ``host`` has ended; its delay counts from here, and too many failures end visits."""
        found = self._hosts[host]
        found.next_at = max(found.next_at, self._clock() + found.delay)
        found.failures = 0 if well else found.failures + 1
        if found.failures >= self._manners.most_failures:
            self.leave_alone(host, f"{found.failures} requests in a row failed")

    def ask_no_faster(self, host: str, seconds: float) -> None:
        """Keep at least ``seconds`` between requests to ``host``, as its robots.txt wants it."""
        if seconds > self._manners.longest_wait:
            self.leave_alone(host, f"its robots.txt wants {seconds:g} s between requests")
            return
        found = self._hosts[host]
        found.delay = max(found.delay, seconds)
        found.next_at = max(found.next_at, self._clock() + found.delay)

    def hold_off(self, host: str, seconds: float) -> None:
        """Do not ask ``host`` for so many seconds from now."""
        found = self._hosts[host]
        found.next_at = max(found.next_at, self._clock() + seconds)

    def leave_alone(self, host: str, why: str) -> None:
        """Ask ``host`` nothing more in this run."""
        self._hosts[host].left_alone = self._hosts[host].left_alone or why

    def left_alone(self, host: str) -> str:
        """Why ``host`` is left alone, or "" where it is not."""
        return self._hosts[host].left_alone
