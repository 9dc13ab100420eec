"""How a long run tells that it goes on: named stages, each with the number of steps that are done."""

from collections.abc import Callable

Reached = Callable[[int], None]
Stage = Callable[[str, int | None], Reached]
"""Begins a named stage of so many steps (None: not known); what it returns is told how many are done."""


def unwatched(name: str, total: int | None) -> Reached:
    """The stages of a run that nobody watches."""
    return lambda done: None
