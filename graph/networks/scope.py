"""Which statements a network is made of."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from graph.errors import ParameterError


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A choice among the statements of a graph; without any setting, all of them.

    Attributes:
        rule: Only those that cite the rule of this id: "pp/2021/94".
        region: Only those by speakers in whose region's name this stands, in capitals or not: "Kota Metro".
        outlet: Only those in articles of this paper, by its id or name.
        since: Only those of this day (YYYY-MM-DD) and later; those without a date are left out.
        until: Only those up to this day; those without a date are left out.
        once: Leave out those that repeat the words of an earlier article: each counts once, where it was first.

    >>> Scope(rule="uu/2014/5", since=date(2024, 1, 1)).parameters()
    {'rule': 'uu/2014/5', 'since': '2024-01-01'}
    """

    rule: str = ""
    region: str = ""
    outlet: str = ""
    since: str | date = ""
    until: str | date = ""
    once: bool = False

    def parameters(self) -> dict[str, str]:
        """The settings in use, as parameters of a query.

        Raises:
            ParameterError: A day is none.
        """
        days = {"since": _day(self.since), "until": _day(self.until)}
        texts = {"rule": self.rule, "region": self.region, "outlet": self.outlet}
        return {name: value for name, value in (texts | days).items() if value}

    def query(self, name: str) -> str:
        """The Cypher of the file ``name``.cypher in ``queries``, over the statements in this scope."""
        in_use = [*self.parameters(), *(["once"] if self.once else [])]
        asked = " AND ".join(f"({_conditions()[setting]})" for setting in in_use)
        return _file(f"{name}.cypher").replace("{scope}", asked or "true")


EVERYTHING = Scope()


def _day(value: str | date) -> str:
    """A day as the graph keeps it; nothing stays nothing.

    Raises:
        ParameterError: It is no day.
    """
    try:
        return date.fromisoformat(str(value)).isoformat() if value else ""
    except ValueError:
        raise ParameterError(f"{value!r} is no day; write it as YYYY-MM-DD") from None


@cache
def _conditions() -> dict[str, str]:
    return tomllib.loads(_file("scope.toml"))


@cache
def _file(name: str) -> str:
    return files(__package__).joinpath("queries", name).read_text("utf-8")
