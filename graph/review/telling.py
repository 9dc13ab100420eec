"""What the review commands tell: as lines for people, or as JSON lines for a program."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.identity.judgements import Decision, Judgement, Side, in_force
from graph.review.changes import Change, Kind, Part
from graph.review.desk import Desk
from graph.review.questions import Question
from graph.review.sharing import Import
from graph.review.showing import number

if TYPE_CHECKING:
    from graph.review.preview import Preview

EVIDENCE = 2  # articles told of each side


def queue_line(desk: Desk, question: Question) -> str:
    """A question as one JSON object: with both sides and their evidence."""
    sides = []
    for profile in (question.one, question.other):
        known = desk.profile(profile)
        evidence = [found.to_json() for found in desk.evidence(known, EVIDENCE)]
        sides.append({"profile": profile, **desk.portrait(known).to_json(), "evidence": evidence})
    return json.dumps({**question.to_json(), "sides": sides}, ensure_ascii=False)


def judgement_line(judgement: Judgement) -> str:
    """A judgement in a line: what was decided of whom, its id, by whom, when, why."""
    when = judgement.when[:16].replace("T", " ")
    signed = f"{judgement.by}, {when}" + (f": {judgement.why}" if judgement.why else "")
    return f"{judgement.id}  {_decided(judgement)}  ({signed})"


def _decided(judgement: Judgement) -> str:
    sides = [_side(side) for side in (judgement.one, judgement.other) if side]
    match judgement.decision:
        case Decision.UNDO:
            return f"undo: {judgement.undoes}"
        case Decision.APART:
            article = judgement.one.article if judgement.one else ""
            return f"apart: {sides[0]} in article {article}"
        case _:
            return f"{judgement.decision}: {' and '.join(sides)}"


def _side(side: Side) -> str:
    return f"{side.name} [{side.profile}]" if side.name else side.profile


def log_lines(judgements: Iterable[Judgement], *, as_json: bool) -> Iterator[str]:
    """The log by time, with what no longer counts marked."""
    given = list(judgements)
    counting = {judgement.id for judgement in in_force(given)} | _undoing(given)
    for judgement in given:
        counts = judgement.id in counting
        if as_json:
            yield json.dumps({**judgement.to_json(), "in_force": counts}, ensure_ascii=False)
        else:
            yield judgement_line(judgement) + ("" if counts else "  - no longer counts")


def _undoing(given: Sequence[Judgement]) -> set[str]:
    """The ids of the undos, given by time, that nothing has undone."""
    undone: set[str] = set()
    found: set[str] = set()
    for judgement in reversed(given):
        if judgement.decision is Decision.UNDO and judgement.id not in undone:
            found.add(judgement.id)
            undone.add(judgement.undoes)
    return found


def preview_lines(found: "Preview") -> Iterator[str]:
    """What the next build will change."""
    yield f"{number(len(found.pending), 'judgement')} since the last load"
    for change in found.changes:
        yield from _change_lines(change)
    yield f"{number(found.statements, 'statement')} will change {'its' if found.statements == 1 else 'their'} speaker"
    for judgement in found.contradicted:
        yield f"joins nothing, as others say different: {judgement_line(judgement)}"
    for judgement in found.lost:
        yield f"kept, but no article gives these profiles any more: {judgement_line(judgement)}"


def _change_lines(change: Change) -> Iterator[str]:
    yield f"{change.kind}, a {change.label.lower()}" if change.kind is Kind.JOINED else f"{change.kind} into"
    yield from (f"  {_part(part)}" for part in change.parts)


def _part(part: Part) -> str:
    counts = f"{number(part.articles, 'article')}, {number(part.statements, 'statement')}"
    return f"{' / '.join(part.names)}: {counts}  [{part.entity}]"


def import_lines(found: Import) -> Iterator[str]:
    """What an import brought, and what does not go together."""
    yield f"{number(len(found.new), 'judgement')} taken in, {number(found.known, 'judgement')} known already"
    for later, earlier in found.disagreements:
        yield f"at odds: {judgement_line(later)} counts, as it is later than {judgement_line(earlier)}"
    for different, same in found.clashes:
        yield f"at odds: {judgement_line(different)} counts, and does not go with {judgement_line(same)}"
