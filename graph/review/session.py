"""One sitting of review: which question is next, what was answered, and the way back."""

from collections import Counter

from graph.identity.judgements import Decision, Judgement, now, undo
from graph.review.deciding import decide
from graph.review.desk import Desk
from graph.review.questions import Question


class Session:
    """The open questions of a desk, one after another.

    A question that other answers have settled meanwhile, one's own or a colleague's, is passed over.

    Attributes:
        total: How many questions there were at the start.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._questions = desk.standing().open_questions(desk.kept.questions())
        self._at = 0
        self._past: list[tuple[int, tuple[Judgement, ...]]] = []
        self.total = len(self._questions)

    @property
    def question(self) -> Question | None:
        """The one that is asked now; None at the end."""
        return self._questions[self._at] if self._at < self.total else None

    @property
    def number(self) -> int:
        """Which of all it is, counted from 1."""
        return self._at + 1

    def answers(self) -> Counter[Decision]:
        """How many were answered how, in this sitting."""
        return Counter(judgement.decision for _, made in self._past for judgement in made)

    def answer(self, decision: Decision) -> None:
        """Have the answer to the question in the log, and go on.

        Raises:
            JudgementError: It does not go with what people judged before, or cannot be written.
        """
        if question := self.question:
            one, other = (self._desk.profile(id_) for id_ in (question.one, question.other))
            self._past.append((self._at, tuple(decide(self._desk, decision, one, other))))
            self._go_on()

    def skip(self) -> None:
        """Leave the question for another sitting, and go on."""
        if self.question:
            self._past.append((self._at, ()))
            self._go_on()

    def back(self) -> tuple[Judgement, ...]:
        """Go back to the question before, and take its answer back; what was taken back.

        Raises:
            JudgementError: It cannot be written.
        """
        if not self._past:
            return ()
        self._at, made = self._past[-1]
        if made:
            when = now()
            self._desk.write(*(undo(judgement, by=self._desk.by, when=when) for judgement in made))
        self._past.pop()
        return made

    def _go_on(self) -> None:
        standing = self._desk.standing()
        self._at += 1
        while (question := self.question) and not standing.is_open(question):
            self._at += 1
