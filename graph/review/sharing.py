"""The log of a colleague taken into one's own."""

from dataclasses import dataclass
from pathlib import Path

from graph.errors import JudgementError
from graph.identity.judgements import Judgement, append, in_force, read_log
from graph.review.clashes import Clash, clashes, disagreements


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What became of a colleague's log.

    Attributes:
        new: Judgements that one's own log did not have.
        known: How many it had already.
        disagreements: Judgements on one pair that say different things, that which counts first.
        clashes: Judgements that do not go together through others: the *different*, which counts, and a *same*.
    """

    new: tuple[Judgement, ...]
    known: int
    disagreements: tuple[Clash, ...]
    clashes: tuple[Clash, ...]


def import_log(log: Path, other: Path) -> Import:
    """Append to ``log`` the judgements of ``other`` that it does not have.

    Raises:
        JudgementError: There is no such file, or a line of either is no judgement; nothing was written.
    """
    if not other.is_file():
        raise JudgementError(f"{other}: no such file; give a colleague's judgements.jsonl")
    ours, theirs = read_log(log), read_log(other)
    have = {j.id for j in ours}
    new = tuple(j for j in theirs if j.id not in have)
    if new:
        append(log, *new)
    return Import(
        new=new,
        known=len(theirs) - len(new),
        disagreements=tuple(disagreements(in_force(ours), in_force(theirs))),
        clashes=tuple(clashes(in_force([*ours, *theirs]))),
    )
