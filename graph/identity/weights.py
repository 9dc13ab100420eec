"""What speaks for and against two profiles being one, read from ``weights.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The contents of ``weights.toml``; weights are logarithms of odds.

    Attributes:
        join: From this sum on two profiles are one.
        review: From this sum on a person is asked.
        people: Weights of what two people have in common or not, by name.
        institutions: The same for institutions.
        story: Full names beside two profiles from which their articles tell one story.
        years: Years between two profiles that speak against them.
        exclusive: Posts that nobody holds in two areas at a time.
        national: First words of posts of the state.
        single: First words of posts that one person holds at a place.
        manner: Words before a post that say how it is held.
    """

    join: float
    review: float
    people: Mapping[str, float]
    institutions: Mapping[str, float]
    story: int
    years: int
    exclusive: frozenset[str]
    national: tuple[str, ...]
    single: tuple[str, ...]
    manner: tuple[str, ...]


@cache
def weights() -> Weights:
    """The weights, read once."""
    raw = tomllib.loads(files(__package__).joinpath("weights.toml").read_text("utf-8"))
    return Weights(
        join=raw["join"],
        review=raw["review"],
        people=raw["people"],
        institutions=raw["institutions"],
        story=raw["limits"]["story"],
        years=raw["limits"]["years"],
        exclusive=frozenset(raw["posts"]["exclusive"]),
        national=tuple(raw["posts"]["national"]),
        single=tuple(raw["posts"]["single"]),
        manner=tuple(raw["posts"]["manner"]),
    )
