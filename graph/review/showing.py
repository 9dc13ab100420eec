"""A question drawn for the terminal: both sides with their evidence, the reasons, and what "same" would change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from graph.printing import printable
from graph.review.evidence import Evidence
from graph.review.portraits import Portrait, Post
from graph.review.questions import Question

_KEYS = (("s", "same"), ("d", "different"), ("u", "unsure"), ("n", "next"), ("k", "back"), ("e", "more"), ("q", "quit"))
_BESIDE = 100  # columns from which both sides stand beside each other
_MARK = "bold reverse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One side of a question as it is shown: the entity, and what articles say of the profile that was compared."""

    portrait: Portrait
    evidence: Sequence[Evidence]
    more: bool = False


def drawn(question: Question, one: Shown, other: Shown, *, width: int) -> RenderableType:
    """Everything a person needs to decide, within ``width`` columns."""
    panels = [_panel("1", one), _panel("2", other)]
    sides: RenderableType = Group(*panels)
    if width >= _BESIDE:
        grid = Table.grid(expand=True)
        grid.add_column(ratio=1)
        grid.add_column(ratio=1)
        grid.add_row(*panels)
        sides = grid
    return Group(sides, reasons_line(question), outcome_line(one.portrait, other.portrait), keys_line())


def reasons_line(question: Question) -> Text:
    """How sure the automatic judgement is, and why."""
    return Text(f"chance that they are one: {question.score:.2f} – " + printable("; ".join(question.reasons)))


def outcome_line(one: Portrait, other: Portrait) -> Text:
    """What "same" would change."""
    (less, few), (more, many) = sorted(((1, one), (2, other)), key=lambda each: each[1].statements)
    posts = len({(post.post, post.place) for post in (*one.posts, *other.posts)})
    words = f"same: {number(few.statements, 'statement')} of {few.name} ({less}) would be by {many.name} ({more}),"
    both = f"{number(one.statements + other.statements, 'statement')} and {number(posts, 'post')}"
    return Text(printable(f"{words} which then has {both}"))


def keys_line() -> Text:
    """Which key does what."""
    line = Text()
    for key, what in _KEYS:
        line.append(f" {key} ", style="reverse").append(f"\u00a0{what} ")
    return line


def _panel(title: str, side: Shown) -> Panel:
    lines = [*_about(side.portrait), *(line for found in side.evidence for line in _told(found))]
    if side.more:
        lines.append(Text("e shows more articles", style="dim"))
    name = Text(printable(side.portrait.name), style="bold")
    return Panel(Group(*lines), title=Text(f"{title}  ").append_text(name), title_align="left")


def _about(portrait: Portrait) -> Iterator[Text]:
    others = [alias for alias in portrait.aliases if alias != portrait.name]
    facts = (
        ("also", ", ".join(others)),
        ("region", portrait.region),
        ("office" if portrait.label == "Person" else "kind", portrait.office),
        ("posts", "; ".join(map(_post, portrait.posts))),
        ("papers", ", ".join(portrait.outlets)),
        ("seen", _days(portrait.first_seen, portrait.last_seen)),
        ("in", f"{number(portrait.articles, 'article')}, {number(portrait.statements, 'statement')}"),
    )
    for what, value in facts:
        if value:
            yield Text(f"{what:<7}", style="dim").append(printable(value), style="not dim")
    yield Text(printable(portrait.entity), style="dim")


def _told(evidence: Evidence) -> Iterator[Text]:
    """The lines of one article: where it is from, then its sentence with the names marked."""
    yield Text()
    source = [part for part in (evidence.date, evidence.outlet, evidence.title) if part]
    yield Text(printable(" · ".join(source) or evidence.article), style="italic")
    if evidence.sentence:
        yield marked(evidence.sentence, evidence.marks)
    yield Text(printable(evidence.url or evidence.article), style="dim", overflow="fold")


def marked(sentence: str, marks: Iterable[tuple[int, int]]) -> Text:
    """``sentence`` with the places ``marks`` set off, for the eye and, in brackets, for terminals without styles."""
    line, end = Text(), 0
    for start, stop in marks:
        if start >= end:
            line.append(printable(sentence[end:start])).append(f"[{printable(sentence[start:stop])}]", style=_MARK)
            end = stop
    return line.append(printable(sentence[end:]))


def _post(post: Post) -> str:
    days = _days(post.first_seen, post.last_seen)
    return " ".join(part for part in (post.post, post.place and f"– {post.place}", days and f"({days})") if part)


def _days(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def number(count: int, what: str) -> str:
    """A count of things in words.

    >>> number(1, "statement"), number(3400, "article")
    ('1 statement', '3,400 articles')
    """
    return f"{count:,} {what}" + ("" if count == 1 else "s")
