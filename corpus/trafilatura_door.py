"""trafilatura, imported at the first web page because that takes half a second."""

import logging
from functools import cache
from types import ModuleType


@cache
def trafilatura() -> ModuleType:
    """The package. Its log lines about single pages are off: a ``Rejection`` tells better what a page lacks."""
    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
    import trafilatura as package  # noqa: PLC0415

    return package
