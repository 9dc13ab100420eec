"""What a run counts: what came in, what became of it, what the graph holds."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.article import Article, Reason, Rejection
from corpus.terms import News, Tally

if TYPE_CHECKING:
    from corpus.workers import Failure
    from graph.loading import GraphCounts

COMMON = frozenset({Reason.NO_ARTICLE, Reason.SIEVED})  # usual in a crawl: told after all others
LINES = 20  # a screenful of refusals; all of them are in the store


@dataclass(slots=True, kw_only=True)
class Summary:
    """Counts of one run, filled by its passes: what came in, what became of it, what stands there now.

    Attributes:
        news: Pages and unreadable sources that came in: new, repeated, or known from an earlier run.
        rejected: Those of them that gave no article, by reason.
        visits: What was fetched, not modified, not asked for again, and left out as not wanted.
        articles: Articles in the store after the run.
        partial: Those of them that miss a part, which stands on another page.
        extracted: Records made in this run.
        failed: Articles that could not be read.
        lines: A line each for the first refusals and failures that are worth a look.
        common_lines: A line each for the first refusals of a usual kind.
        graph: What the graph holds; None before it was loaded.
        rebuilt: False if the graph was already built from just these records.
    """

    news: Counter[News] = field(default_factory=Counter)
    rejected: Counter[Reason] = field(default_factory=Counter)
    visits: Tally = field(default_factory=Tally)
    articles: int = 0
    partial: int = 0
    extracted: int = 0
    failed: int = 0
    lines: list[str] = field(default_factory=list)
    common_lines: list[str] = field(default_factory=list)
    graph: "GraphCounts | None" = None
    rebuilt: bool = False

    def reject(self, rejection: Rejection) -> None:
        """Count a refused page."""
        self.rejected[rejection.reason] += 1
        lines = self.common_lines if rejection.reason in COMMON else self.lines
        _tell(lines, rejection.detail or f"{rejection.source}: {rejection.reason.value}")

    def fail(self, article: Article, failure: "Failure") -> None:
        """Count an article that could not be read."""
        self.failed += 1
        _tell(self.lines, f"article {article.id}: extraction failed ({failure.message}); report this article")

    @property
    def told(self) -> list[str]:
        """A screenful of lines, those that are worth a look first."""
        return (self.lines + self.common_lines)[:LINES]

    @property
    def in_vain(self) -> bool:
        """Whether nothing could be done: all that came in was refused, or there is no article at all."""
        return not self.articles or 0 < self.news.total() == self.rejected.total()

    def to_json(self) -> dict[str, Any]:
        """The counts as one JSON object."""
        return {
            "in": {news.value: self.news[news] for news in News},
            "rejected": {reason.value: count for reason, count in sorted(self.rejected.items())},
            "visits": {visit.value: count for visit, count in sorted(self.visits.items())},
            "articles": self.articles,
            "partial": self.partial,
            "extracted": self.extracted,
            "failed": self.failed,
            "graph": asdict(self.graph) if self.graph else None,
            "rebuilt": self.rebuilt,
        }


def _tell(lines: list[str], line: str) -> None:
    if len(lines) < LINES:
        lines.append(line)
