"""How an export is written, beside which part of the graph."""

from dataclasses import dataclass

BASE = "urn:wartagraf:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of an export.

    Attributes:
        base: What identifiers of ours begin with, ending in one of ``:/#``.
        texts: Whether the texts of the articles are written as well.
    """

    base: str = BASE
    texts: bool = True
