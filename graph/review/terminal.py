"""Review in a terminal: a question a screen, a key an answer."""

from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from graph.errors import JudgementError
from graph.identity.judgements import Decision
from graph.printing import printable
from graph.review.desk import Desk
from graph.review.questions import Question
from graph.review.session import Session
from graph.review.showing import Shown, drawn

_FEW = 2  # articles shown of each side at first
_MORE = 3  # and with each "more"
_ANSWERS = {"s": Decision.SAME, "d": Decision.DIFFERENT, "u": Decision.UNSURE}


class Terminal:
    """One sitting at ``console``; ``key`` waits for a key and gives it."""

    def __init__(self, desk: Desk, console: Console, key: Callable[[], str]) -> None:
        self._desk = desk
        self._console = console
        self._key = key
        self._few = _FEW
        self._note = ""
        self.session = Session(desk)

    def run(self) -> None:
        """Ask until all is answered, or until q."""
        while question := self.session.question:
            self._show(question)
            key = self._key().lower()
            if key == "q":
                return
            self._note = ""
            try:
                self._do(key)
            except JudgementError as error:
                self._note = str(error)

    def _do(self, key: str) -> None:
        if key == "e":
            self._few += _MORE
            return
        if key in _ANSWERS:
            self.session.answer(_ANSWERS[key])
        elif key == "n":
            self.session.skip()
        elif key == "k":
            self._back()
        else:
            self._note = f"no such key: {key}" if key.isprintable() else "no such key"
            return
        self._few = _FEW

    def _back(self) -> None:
        at = self.session.number
        undone = self.session.back()
        if undone:
            self._note = f"taken back: {undone[0].decision}"
        elif self.session.number == at:
            self._note = "this is the first question; `wartagraf review undo` takes back what was judged earlier"

    def _show(self, question: Question) -> None:
        one, other = self._shown(question.one), self._shown(question.other)
        self._console.clear()
        self._console.print(self._progress(question))
        self._console.print(drawn(question, one, other, width=self._console.width))
        if self._note:
            self._console.print(Text(printable(self._note), style="bold"))

    def _shown(self, profile: str) -> Shown:
        known = self._desk.profile(profile)
        evidence = self._desk.evidence(known, self._few + 1)
        portrait = self._desk.portrait(known)
        return Shown(portrait=portrait, evidence=evidence[: self._few], more=len(evidence) > self._few)

    def _progress(self, question: Question) -> Text:
        """How far it has come: "12 of 340, 3 same"."""
        line = Text(f"{self.session.number:,} of {self.session.total:,}", style="bold")
        answers = self.session.answers()
        for decision in _ANSWERS.values():
            if answers[decision]:
                line.append(f", {answers[decision]:,} {decision}", style="not bold")
        return line.append("  (somebody was unsure)" if question.unsure else "", style="not bold")
