"""What a reviewer has at hand: the questions, the evidence, and the log into which every decision goes at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus import Store
from graph.engine import Graph
from graph.errors import JudgementError
from graph.folder import GRAPH_FILE, JUDGEMENTS_FILE, STORE_FILE
from graph.identity.judgements import Decision, Judgement, Side, apart, append, in_force, read_log
from graph.review.evidence import Evidence, Witness
from graph.review.kept import Kept, Known
from graph.review.portraits import Portrait, portrait_of
from graph.review.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A data folder under review.

    Attributes:
        log: The log of judgements.
        by: Who decides.
        kept: What the last build knew of identity.
        graph: What it built.
        witness: What the articles say.
    """

    log: Path
    by: str
    kept: Kept
    graph: Graph
    witness: Witness

    def judgements(self) -> tuple[Judgement, ...]:
        """All that people judged, as the log has it now."""
        return read_log(self.log)

    def standing(self) -> Standing:
        """Who is who by the last build and the judgements since."""
        given = self.judgements()
        self.kept.take_out(j.one for j in in_force(given) if j.decision is Decision.APART and j.one)
        return Standing(self.kept, given)

    def profile(self, id_: str) -> Known:
        """The profile with this id.

        Raises:
            JudgementError: There is none.
        """
        if found := self.kept.known([id_]):
            return found[0]
        raise JudgementError(f"{id_}: no article gives this profile any more; run `wartagraf load` and review again")

    def portrait(self, known: Known) -> Portrait:
        """The entity of a profile as it is shown."""
        found = portrait_of(self.graph, known.label, known.entity)
        return found or Portrait(label=known.label, entity=known.entity, name=known.name, region=known.region)

    def evidence(self, known: Known, count: int) -> list[Evidence]:
        """What up to ``count`` articles say of a profile, and where these are too few, of the others of its entity."""
        own = self.kept.appearances([known.id])
        others = [other.id for other in self.kept.of_entities([known.entity]) if other.id != known.id]
        wanted = own if len(own) >= count else [*own, *self.kept.appearances(others)]
        return [told for a in wanted[:count] for told in self.witness.tell(a.profile, [a.article])]

    def side(self, known: Known) -> Side:
        """A profile as a judgement names it."""
        return self.witness.side(known.id, sorted(a.article for a in self.kept.appearances([known.id])))

    def write(self, *judgements: Judgement) -> None:
        """Put judgements into the log.

        Raises:
            JudgementError: They cannot be written.
        """
        append(self.log, *judgements)


@contextmanager
def opened_desk(into: Path, by: str) -> Iterator[Desk]:
    """The desk of the data folder ``into``.

    Raises:
        GraphError: There is no graph yet, or its file, the log or what identity left cannot be read.
        StoreError: There is no usable store.
    """
    log = into / JUDGEMENTS_FILE
    with (
        Store.open(into / STORE_FILE, read_only=True) as store,
        Graph.open(into / GRAPH_FILE) as graph,
        Kept.open(into) as kept,
    ):
        given, replayed = read_log(log), kept.replayed()
        witness = Witness(store, apart(given) | apart(j for j in given if j.id in replayed))
        yield Desk(log=log, by=by, kept=kept, graph=graph, witness=witness)
