"""Who is who by the last build and what people have judged since."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from graph.identity.judgements import Decision, Judgement, in_force
from graph.review.clashes import Heads, Pair, pair_of
from graph.review.kept import Kept
from graph.review.questions import Question


class Standing:
    """The entities of the last build, joined and told apart by what people judged.

    What an undo has parted is seen after the next build; until then it stands as that build left it.

    Attributes:
        given: All judgements.
        found: Those of them whose profiles are there, with the ids that these have now.
        in_force: Those of them that count.
        lost: Judgements whose profiles no article gives any more.
    """

    def __init__(self, kept: Kept, judgements: Iterable[Judgement]) -> None:
        self.given = tuple(judgements)
        self.found, self.lost = kept.located(self.given)
        self.in_force = in_force(self.found)
        sides = {side.profile for j in self.in_force for side in (j.one, j.other) if side}
        self._entity = {known.id: known.entity for known in kept.known(sides)}
        self._heads = Heads(map(self._entities, self._of(Decision.SAME)))
        self._apart = {self._pair(*self._entities(j)): j for j in self._of(Decision.DIFFERENT)}
        self._unsure = {self._pair(*self._entities(j)) for j in self._of(Decision.UNSURE)}

    def open_questions(self, questions: Sequence[Question]) -> list[Question]:
        """The questions that are not answered, one for each two entities; those somebody was unsure of come last."""
        first: dict[Pair, Question] = {}
        for question in questions:
            first.setdefault(self._pair(*question.entities), question)
        left = [pair for pair in first if pair[0] != pair[1] and pair not in self._apart]
        known = [replace(first[pair], unsure=pair in self._unsure) for pair in left]
        return sorted(known, key=attrgetter("unsure"))

    def is_open(self, question: Question) -> bool:
        """Whether nothing that people said answers it."""
        one, other = self._pair(*question.entities)
        return one != other and (one, other) not in self._apart

    def _of(self, decision: Decision) -> list[Judgement]:
        return [j for j in self.in_force if j.decision is decision]

    def _entities(self, judgement: Judgement) -> Pair:
        """The entities of both sides, as the last build left them."""
        one, other = pair_of(judgement)
        return self._entity.get(one, one), self._entity.get(other, other)

    def _pair(self, one: str, other: str) -> Pair:
        first, second = sorted((self._heads.of(one), self._heads.of(other)))
        return first, second
