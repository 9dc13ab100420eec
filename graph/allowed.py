"""What queries from outside may consist of, as ``read_only.toml`` lists it."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any


@cache
def words(name: str) -> frozenset[str]:
    """The words of the list ``name``, in small letters."""
    return frozenset(_read()[name])


@cache
def limit(name: str) -> int:
    """The bound called ``name``."""
    return int(_read()["limits"][name])


@cache
def _read() -> Mapping[str, Any]:
    return loads(files(__package__).joinpath("read_only.toml").read_text("utf-8"))
