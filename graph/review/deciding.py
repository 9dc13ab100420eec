"""What people decide about entities: that they are one, that they are not, that they cannot tell, that it was wrong."""

from collections.abc import Sequence

from graph.errors import JudgementError
from graph.identity.judgements import Decision, Judgement, in_force, judge, now, undo
from graph.review.clashes import clash_with
from graph.review.desk import Desk
from graph.review.kept import Known
from graph.review.standing import Standing

_KINDS = {"Person": "a person", "Institution": "an institution"}


def decide(desk: Desk, decision: Decision, one: Known, other: Known, *, why: str = "") -> list[Judgement]:
    """Judge two profiles, and have it in the log.

    Raises:
        JudgementError: They are no pair, or people judged what does not go with that.
    """
    return _decided(desk, decision, [(one, other)], why)


def merge(desk: Desk, entities: Sequence[Known], *, why: str = "") -> list[Judgement]:
    """Judge that all of these are one, and have it in the log.

    Raises:
        JudgementError: They are no pairs, or people judged what does not go with that.
    """
    first, *others = entities
    return _decided(desk, Decision.SAME, [(first, other) for other in others], why)


def take_back(desk: Desk, id_: str = "", *, why: str = "") -> list[Judgement]:
    """Undo the judgement whose id begins so, else one's own latest one, with all that were made in one with it.

    Raises:
        JudgementError: There is none, or several.
    """
    given = desk.judgements()
    last = _named(desk, given, id_) if id_ else _own_latest(desk, given)
    together = [j for j in given if (j.by, j.when) == (last.by, last.when)]
    when = now()
    undone = [undo(j, by=desk.by, why=why, when=when) for j in together]
    desk.write(*undone)
    return together


def _decided(desk: Desk, decision: Decision, pairs: Sequence[tuple[Known, Known]], why: str) -> list[Judgement]:
    standing, when = desk.standing(), now()
    made = []
    for one, other in pairs:
        _check(standing, decision, one, other)
        sides = (desk.side(one), desk.side(other))
        made.append(judge(decision, one.label, *sides, by=desk.by, why=why, when=when))
    desk.write(*made)
    return made


def _check(standing: Standing, decision: Decision, one: Known, other: Known) -> None:
    """Whether two profiles can be judged so.

    Raises:
        JudgementError: They cannot.
    """
    pair = f"{one.id} and {other.id}"
    if one.label != other.label:
        raise JudgementError(f"{pair}: one is {_KINDS[one.label]}, the other {_KINDS[other.label]}; give two of a kind")
    if one.id == other.id:
        raise JudgementError(
            f"{one.id} was given twice; give two entities, or use `wartagraf review split` to part one"
        )
    if clash := clash_with(standing.in_force, decision, (one.id, other.id)):
        raise JudgementError(
            f"{pair} cannot be {decision}: {clash.by} judged others {clash.decision} on {clash.when[:10]}, and both"
            f" do not go together; `wartagraf review undo {clash.id}` takes that back"
        )


def _own_latest(desk: Desk, given: Sequence[Judgement]) -> Judgement:
    own = [j for j in in_force(given) if j.by == desk.by]
    if not own:
        raise JudgementError(
            f"{desk.log}: {desk.by} has judged nothing that could be undone; see `wartagraf review log`"
        )
    return own[-1]


def _named(desk: Desk, given: Sequence[Judgement], id_: str) -> Judgement:
    found = [j for j in given if j.id.startswith(id_)]
    if len(found) != 1:
        how_many = f"{len(found)} judgements have ids" if found else "no judgement has an id"
        raise JudgementError(f"{desk.log}: {how_many} that begin with {id_!r}; `wartagraf review log` lists all")
    return found[0]
