"""What a graph is built from, where it is a store and not pairs at hand."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The articles of a store that have a record of one extractor version.

    Attributes:
        store: The file of the store.
        version: The extractor version.
        workers: How many processes may take them in.
        kept: Where the rows of their shares are kept, so that only those that have changed are taken in; None to keep
            nothing.
    """

    store: Path
    version: str
    workers: int = 1
    kept: Path | None = None
