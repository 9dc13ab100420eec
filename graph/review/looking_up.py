"""Entities as people name them: by an id, or by a name where only one bears it."""

from collections.abc import Iterable, Iterator, Sequence

from graph.errors import JudgementError
from graph.identity.naming import plain, plain_person
from graph.review.kept import Kept, Known

_TOLD = 10  # candidates told of a name that fits several
_NEAR = 3  # letters by which names that are near are looked for


def look_up(kept: Kept, words: str) -> Known:
    """The profile with the id ``words``, or that of the one entity with this name; an entity's first profile.

    Raises:
        JudgementError: Nobody is called so, or several are; those that could be meant are listed.
    """
    if found := kept.known([words]):
        return found[0]
    exact, part = _by_name(kept, words)
    fitting = exact or part
    entities = {(known.label, known.entity) for known in fitting}
    if len(entities) == 1:
        return next((known for known in fitting if known.id == known.entity), fitting[0])
    if entities:
        raise JudgementError(f"{words!r} fits {len(entities)} entities; give the id of one: {_listed(fitting)}")
    near = _near(kept, words)
    advice = f"near it are: {_listed(near)}" if near else "`wartagraf review --json` lists the open pairs"
    raise JudgementError(f"nobody and nothing is called {words!r} in this graph, and no id is; {advice}")


def _by_name(kept: Kept, words: str) -> tuple[list[Known], list[Known]]:
    """The profiles with just this name, and those with a name that has all of its words."""
    wanted = {plain(words), plain_person(words)} - {""}
    telling = max(words.casefold().split(), key=len, default="")
    found = kept.with_word(telling) if wanted else []
    exact = [known for known in found if wanted & set(_names(known))]
    part = [known for known in found if any(_within(one, name) for one in wanted for name in _names(known))]
    return exact, part


def _names(known: Known) -> Iterator[str]:
    compared = plain_person if known.label == "Person" else plain
    return map(compared, (known.name, *known.aliases))


def _within(words: str, name: str) -> bool:
    return set(words.split()) <= set(name.split())


def _near(kept: Kept, words: str) -> list[Known]:
    """Profiles whose names look like these words, the likest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where somebody is not found

    starts = {word[:_NEAR] for word in words.casefold().split() if len(word) >= _NEAR}
    found = {known.id: known for start in sorted(starts) for known in kept.with_word(start)}
    names = {id_: plain(known.name) for id_, known in found.items()}
    likest = process.extract(plain(words), names, scorer=fuzz.token_sort_ratio, limit=_TOLD, score_cutoff=60)
    return [found[id_] for _, _, id_ in likest]


def _listed(profiles: Iterable[Known]) -> str:
    """One of each entity, with what tells it from its namesakes."""
    entities: dict[str, Known] = {}
    for known in profiles:
        if known.id == known.entity or known.entity not in entities:
            entities[known.entity] = known
    told: Sequence[str] = [described(known) for known in entities.values()]
    more = f"; and {len(told) - _TOLD} more" if len(told) > _TOLD else ""
    return "; ".join(told[:_TOLD]) + more


def described(known: Known) -> str:
    """An entity in a few words: its id, name, and what it is bound to."""
    bound = ", ".join(part for part in (known.region, known.bound) if part)
    return f"{known.entity} ({known.name}{', ' if bound else ''}{bound})"
