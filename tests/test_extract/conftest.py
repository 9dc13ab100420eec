"""What the tests of statements share: entities and mentions of an article from a short description."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from extract.record import Entity, EntityType, Mention, MentionType, Role

KINDS = {
    "persons": EntityType.PERSON,
    "institutions": EntityType.INSTITUTION,
    "regions": EntityType.REGION,
}
TARGETS = {"rules": MentionType.REGULATION, "sanctions": MentionType.SANCTION}


def annotate(row: Mapping[str, Any]) -> tuple[list[Entity], list[Mention]]:
    """Entities and mentions of ``row["text"]``: each kind maps a name (or id) to its surfaces.

    ``row["posts"]`` maps a person to posts, each a list of position, institution and region; ``row["kinds"]`` an
    institution to its kind.
    """
    entities, mentions = [], []
    for kind, type_ in KINDS.items():
        for name, surfaces in row.get(kind, {}).items():
            roles = tuple(
                Role(position=position, institution=institution, region=region)
                for position, institution, region in row.get("posts", {}).get(name, [])
            )
            of_kind = row.get("kinds", {}).get(name, "")
            entities.append(Entity(key=f"{kind}-{name}", type=type_, name=name, kind=of_kind, roles=roles))
            mentions += _mentions(row["text"], surfaces, MentionType(type_), f"{kind}-{name}")
    for kind, type_ in TARGETS.items():
        for target, surfaces in row.get(kind, {}).items():
            mentions += _mentions(row["text"], surfaces, type_, target)
    return entities, mentions


def _mentions(text: str, surfaces: list[str], type_: MentionType, target: str) -> list[Mention]:
    """The longest surfaces first; no occurrence lies inside another one's."""
    taken: set[int] = set()
    found = []
    for surface in sorted(surfaces, key=len, reverse=True):
        at = text.find(surface)
        while at >= 0:
            place = range(at, at + len(surface))
            if taken.isdisjoint(place):
                taken.update(place)
                found.append(Mention(start=at, end=place.stop, text=surface, type=type_, target=target))
            at = text.find(surface, at + 1)
    return found


@pytest.fixture(scope="session")
def annotated() -> Callable[[Mapping[str, Any]], tuple[list[Entity], list[Mention]]]:
    """The function that makes entities and mentions of a golden case."""
    return annotate
