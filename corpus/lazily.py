"""Packages whose names are looked up where they are first used, so that a command loads only what it needs."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module


def lazily(package: str, homes: Mapping[str, Iterable[str]]) -> Callable[[str], object]:
    """A ``__getattr__`` for ``package``, whose names stand in the modules ``homes``.

    >>> lazily("corpus", {"corpus.errors": ["StoreError"]})("StoreError").__name__
    'StoreError'
    """
    home = {name: module for module, names in homes.items() for name in names}

    def attribute(name: str) -> object:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(home[name]), name)

    return attribute
