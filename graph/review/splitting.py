"""An entity split: what some articles say of it becomes an entity of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.errors import JudgementError
from graph.identity.judgements import Decision, Judgement, Side, judge, now
from graph.identity.naming import apart_id
from graph.review.desk import Desk
from graph.review.kept import Appearance


@dataclass(slots=True)
class _Parts:
    """Of an entity the appearances that leave their profiles, the profiles that go, and those that stay."""

    taken: list[Side] = field(default_factory=list)
    going: list[Side] = field(default_factory=list)
    staying: list[Side] = field(default_factory=list)


def split(desk: Desk, entity: str, articles: Sequence[str], *, why: str = "") -> list[Judgement]:
    """Judge that what ``articles`` say of an entity is of another one, and have that in the log.

    Appearances are taken out of profiles that stand in other articles, too; what goes is one, and different from each
    profile that stays.

    Raises:
        JudgementError: An article does not name it, or it would have none left.
    """
    profiles = desk.kept.of_entities([entity])
    found = desk.kept.appearances(known.id for known in profiles)
    _check(entity, found, articles)
    parts = _Parts()
    for known in profiles:
        _part(desk, parts, known.id, [a.article for a in found if a.profile == known.id], articles)
    made = _judgements(desk, profiles[0].label, parts, why)
    desk.write(*made)
    return made


def _check(entity: str, found: Sequence[Appearance], articles: Sequence[str]) -> None:
    """Whether an entity can be parted so.

    Raises:
        JudgementError: It cannot.
    """
    named = {a.article for a in found}
    if unknown := [article for article in articles if article not in named]:
        raise JudgementError(f"{entity} is not named in article {unknown[0]!r}, but in: {', '.join(sorted(named))}")
    if named == set(articles):
        raise JudgementError(
            f"{entity} is named in no other article; leave one of them to it: {', '.join(sorted(named))}"
        )


def _part(desk: Desk, parts: _Parts, profile: str, own: Sequence[str], articles: Sequence[str]) -> None:
    """Sort what the articles ``own`` say of a profile by whether it goes with ``articles``."""
    going = sorted(set(own) & set(articles))
    staying = sorted(set(own) - set(articles))
    if staying:
        parts.staying.append(desk.witness.side(profile, staying))
        sides = [desk.witness.side(profile, [article]) for article in going]
        parts.taken += sides
        parts.going += [replace(side, profile=apart_id(profile, side.article)) for side in sides]
    elif going:
        parts.going.append(desk.witness.side(profile, going))


def _judgements(desk: Desk, label: str, parts: _Parts, why: str) -> list[Judgement]:
    first, *others = parts.going
    decided: list[tuple[Decision, Side, Side | None]] = [(Decision.APART, side, None) for side in parts.taken]
    decided += [(Decision.SAME, first, side) for side in others]
    decided += [(Decision.DIFFERENT, first, side) for side in parts.staying]
    when = now()
    return [judge(decision, label, one, other, by=desk.by, why=why, when=when) for decision, one, other in decided]
