"""What becomes of entities when their profiles are clustered anew: which are joined, which are parted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, NamedTuple


class Kind(StrEnum):
    """What becomes of entities."""

    JOINED = "joined"
    PARTED = "parted"


class Moved(NamedTuple):
    """A profile, the entity it was of and the one it will be of, and how much it brings along."""

    profile: str
    name: str
    before: str
    after: str
    articles: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An entity that is joined with others, or what becomes of a part of one.

    Attributes:
        entity: Its id.
        names: The names of its profiles, each once.
        articles: In how many articles it is named.
        statements: How many statements it made.
        profiles: Ids of its profiles.
    """

    entity: str
    names: tuple[str, ...]
    articles: int
    statements: int
    profiles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of entities.

    Attributes:
        kind: Joined or parted.
        label: Person or Institution.
        parts: What is joined, or what it is parted into; that with most statements first.
    """

    kind: Kind
    label: str
    parts: tuple[Part, ...]

    @property
    def statements(self) -> int:
        """How many statements change their speaker by it: those of all parts but the first."""
        return sum(part.statements for part in self.parts[1:])

    def to_json(self) -> dict[str, Any]:
        """The same as one JSON object."""
        return {**asdict(self), "statements": self.statements}


def changes(label: str, profiles: Iterable[Moved]) -> Iterator[Change]:
    """What becomes of the entities of ``label``: first those joined, then those parted, each by their ids.

    A part that leaves one entity for another is told twice: as parted from the one, as joined with the other.
    """
    moved = sorted(profiles)
    for kind, whole, part in ((Kind.JOINED, "after", "before"), (Kind.PARTED, "before", "after")):
        grouped: defaultdict[str, defaultdict[str, list[Moved]]] = defaultdict(lambda: defaultdict(list))
        for profile in moved:
            grouped[getattr(profile, whole)][getattr(profile, part)].append(profile)
        for _, parts in sorted(grouped.items()):
            if len(parts) > 1:
                yield Change(kind=kind, label=label, parts=_parts(parts))


def moving(profiles: Iterable[Moved]) -> int:
    """How many statements change their speaker: an entity goes on as that which keeps most of its statements."""
    moved = list(profiles)
    after, before = _main(moved, "before", "after"), _main(moved, "after", "before")
    return sum(p.statements for p in moved if after[p.before] != p.after or before[p.after] != p.before)


def _parts(found: Mapping[str, list[Moved]]) -> tuple[Part, ...]:
    parts = (
        Part(
            entity=entity,
            names=tuple(dict.fromkeys(profile.name for profile in profiles)),
            articles=sum(profile.articles for profile in profiles),
            statements=sum(profile.statements for profile in profiles),
            profiles=tuple(profile.profile for profile in profiles),
        )
        for entity, profiles in found.items()
    )
    return tuple(sorted(parts, key=lambda part: (-part.statements, -part.articles, part.entity)))


def _main(moved: Iterable[Moved], of: str, among: str) -> dict[str, str]:
    """Of each entity of one side the one of the other side that shares most statements with it."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for profile in moved:
        counts[getattr(profile, of)][getattr(profile, among)] += 1 + 1_000_000 * profile.statements
    return {id_: max(found, key=lambda other: (found[other], other == id_, other)) for id_, found in counts.items()}
