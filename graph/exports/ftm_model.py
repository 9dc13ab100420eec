"""What of the graph has a place in FollowTheMoney, read from ``ftm.toml``."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.exports.errors import ExportError
from graph.layout import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class FtmModel:
    """The places of the graph's tables and properties in FollowTheMoney.

    Attributes:
        schemata: Schema by label.
        kinds: Schema by kind of institution, where it is another.
        properties: Property by label, a dot and our property.
        links: Role of an UnknownLink by table.
        told: Tables that are told otherwise.
    """

    schemata: Mapping[str, str]
    kinds: Mapping[str, str]
    properties: Mapping[str, str]
    links: Mapping[str, str]
    told: frozenset[str]


@cache
def ftm_model() -> FtmModel:
    """The places.

    Raises:
        ExportError: The file names what the schema does not have.
    """
    raw = tomllib.loads(files(__package__).joinpath("ftm.toml").read_text("utf-8"))
    told = frozenset(raw.pop("told")["tables"])
    known = set(_declared())
    for name in (*raw["schemata"], *raw["properties"], *raw["links"], *told):
        if name not in known:
            raise ExportError(f"ftm.toml names {name!r}, which the schema does not have")
    return FtmModel(**raw, told=told)


def _declared() -> Iterator[str]:
    for spec in tables():
        yield spec.name
        yield from (f"{spec.name}.{p.name}" for p in spec.of.properties)
