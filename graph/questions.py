"""The questions the graph answers by name: one file each in ``graph/queries``, its comment is its help.

Beside some of them stands a file of the same name in SQL. It finds in the index what the question is about, in the
order of the answer; the Cypher then tells about each row of ``$found``.

A file starts with comment lines: what it answers, in one short line; whatever else there is to know; then a line
for each parameter, in the form ``// $name type [= default]: what it is. [Example: value]`` with type ``text``,
``day``, ``integer``, or ``sanction-kind``, ``sanction-status``, ``speech-act`` or ``modality`` (texts of a closed set);
and, for columns that are lists in no order of their own, ``// sets: name, name``: they come out sorted, on any engine.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import groupby, islice
from typing import Any

from extract import Act, Modality, SanctionStatus
from extract.lexicon import read_words
from graph.errors import ParameterError, QueryFileError, QueryNameError
from graph.guard import parameters_of
from graph.index.asked import COMPOSED, parameters_behind
from graph.lexing import tokens
from graph.tables import Table

_PARAMETER = re.compile(
    r"\$(?P<name>\w+) (?:(?P<type>text|day|sanction-kind|sanction-status|speech-act|modality)(?: = \"(?P<text>.*?)\")?"
    r"|integer(?: = (?P<number>\d+))?)"
    r": (?P<help>.+?)(?: Example: (?P<example>.+))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a named query; ``default`` is None where a value must be given."""

    name: str
    type: str
    help: str
    default: str | int | None
    example: str

    def read(self, value: Any) -> str | int:
        """``value`` as this parameter takes it; digits are read as an integer where one is wanted.

        Raises:
            ParameterError: It is none.
        """
        if self.type == "integer":
            if not isinstance(value, bool) and re.fullmatch(r"\d{1,9}", str(value)):
                return int(value)
        elif isinstance(value, str) and (self.type != "day" or value == self.default or is_day(value)):
            return self._chosen(value)
        raise ParameterError(f"--{self.name} is {value!r}, not {_WANTED.get(self.type, 'a text')}")

    def _chosen(self, value: str) -> str:
        choices = _choices(self.type)
        if choices and value not in {*choices, self.default}:
            raise ParameterError(f"--{self.name} is {value!r}; choose from {', '.join(choices)}")
        return value


_SETS: Mapping[str, type[StrEnum]] = {"sanction-status": SanctionStatus, "speech-act": Act, "modality": Modality}
_WANTED = {"integer": "a whole number from 0", "day": "a day like 2024-03-09"}


def is_day(text: str) -> bool:
    """Whether ``text`` is a day as the graph writes it.

    >>> is_day("2024-02-29"), is_day("2024-02-30"), is_day("20240229")
    (True, False, False)
    """
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@cache
def _choices(type_: str) -> tuple[str, ...]:
    """The texts that a parameter of this type may be; nothing where any may."""
    if type_ == "sanction-kind":
        return tuple(sorted(read_words("sanction_kinds.txt")))
    return tuple(_SETS.get(type_, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question with a name: its help, its parameters, its Cypher, and the columns that are sets.

    The first line of ``help`` says what it answers; what else there is to know is a paragraph of its own.
    ``finding`` is the SQL that finds in the index what the Cypher tells about; "" where it needs none.
    """

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    text: str
    sets: tuple[str, ...] = ()
    finding: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the answer."""
        return columns_of(self.text)

    def of_cypher(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Those of ``values`` that the Cypher takes."""
        used = parameters_of(self.text)
        return {name: value for name, value in values.items() if name in used}

    def bind(self, given: Mapping[str, Any]) -> dict[str, str | int]:
        """A value for every parameter, from ``given`` and the defaults.

        Raises:
            ParameterError: One is missing, unknown or of the wrong type.
        """
        names = [p.name for p in self.parameters]
        if unknown := sorted(given.keys() - set(names)):
            takes = ", ".join(f"--{name}" for name in names) or "none"
            raise ParameterError(f"{self.name} has no parameter --{unknown[0]}; it takes {takes}")
        return {p.name: self._value(p, given) for p in self.parameters}

    def arrange(self, table: Table, limit: int | None = None) -> Table:
        """``table`` with its set columns sorted, with rows in order that differ in lists alone, cut at ``limit``.

        LadybugDB cannot sort by a list: two rows that say the same of two places come in any order.
        """
        places = {table.columns.index(name) for name in self.sets}
        rows = (
            tuple(sorted(filter(None, cell)) if i in places else cell for i, cell in enumerate(row))
            for row in table.rows
        )
        alike = (sorted(group, key=_lists) for _, group in groupby(rows, key=_but_lists))
        ordered = (row for group in alike for row in group)
        return Table(table.columns, tuple(islice(ordered, limit)), table.cut)

    def _value(self, parameter: Parameter, given: Mapping[str, Any]) -> str | int:
        value = given.get(parameter.name)
        if value is not None:
            return parameter.read(value)
        if parameter.default is None:
            hint = f", for example --{parameter.name} {parameter.example}" if parameter.example else ""
            raise ParameterError(f"{self.name} needs --{parameter.name} ({parameter.help.rstrip('.')}){hint}")
        return parameter.default


def _lists(row: tuple[Any, ...]) -> list[list[Any]]:
    return [cell for cell in row if isinstance(cell, list)]


def _but_lists(row: tuple[Any, ...]) -> list[Any]:
    return [None if isinstance(cell, list) else cell for cell in row]


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """All named queries by name, in alphabetical order.

    Raises:
        QueryFileError: A file's comment cannot be read.
    """
    folder = files(__package__) / "queries"
    texts = {f.name: f.read_text("utf-8") for f in sorted(folder.iterdir(), key=lambda f: f.name) if f.is_file()}
    names = [name.removesuffix(".cypher") for name in texts if name.endswith(".cypher")]
    return {name: parse(name, texts[f"{name}.cypher"], texts.get(f"{name}.sql", "")) for name in names}


def named_query(name: str) -> NamedQuery:
    """The query called ``name``.

    Raises:
        QueryNameError: There is none; the message names the nearest.
    """
    queries = named_queries()
    if name not in queries:
        raise QueryNameError(name, queries)
    return queries[name]


def parse(name: str, text: str, finding: str = "") -> NamedQuery:
    """The named query that the file ``name``.cypher with the contents ``text`` declares.

    Raises:
        QueryFileError: It has no help, or its parameters are not those that its Cypher and the SQL ``finding`` use.
    """
    comment = list(_comment(text))
    parameters = tuple(_parameter(name, number, line) for number, line in comment if line.startswith("$"))
    words = [line for _, line in comment if line and not line.startswith(("$", "sets:"))]
    sets = [line.removeprefix("sets:") for _, line in comment if line.startswith("sets:")]
    if not words:
        raise QueryFileError(f"{name}.cypher:1: the first lines must say, after //, what it answers")
    if declared_otherwise := {p.name for p in parameters} ^ _used(text, finding, {p.name for p in parameters}):
        raise QueryFileError(f"{name}.cypher: ${min(declared_otherwise)} is declared or used, not both")
    return NamedQuery(
        name=name,
        help="\n\n".join(filter(None, [words[0], " ".join(words[1:])])),
        parameters=parameters,
        text=text,
        sets=tuple(part.strip() for line in sets for part in line.split(",")),
        finding=finding,
    )


def columns_of(text: str) -> tuple[str, ...]:
    """The columns that Cypher returns, each named by the last word of its expression.

    >>> columns_of("MATCH (a:Article) RETURN a.id AS article, count(*) AS times ORDER BY article")
    ('article', 'times')
    """
    names, depth = [""], 0
    found = list(tokens(text))
    last = max(place for place, token in enumerate(found) if token.text == "RETURN")
    for token in found[last + 1 :]:
        depth += (token.text in _OPENS) - (token.text in _CLOSES)
        if not depth and token.text in {"ORDER", "SKIP", "LIMIT"}:
            break
        if not depth and token.text == ",":
            names.append("")
        elif token.kind == "word":
            names[-1] = token.text
    return tuple(names)


_OPENS = frozenset("([{")
_CLOSES = frozenset(")]}")


def _used(text: str, finding: str, declared: Set[str]) -> set[str]:
    """The parameters of a query that its Cypher and its SQL use."""
    in_sql = {part for name in re.findall(r":(\w+)", finding) for part in parameters_behind(name)}
    of_many = {part for name in COMPOSED for part in parameters_behind(name)}
    return (set(parameters_of(text)) - {"found"}) | (in_sql - (of_many - declared))


def _comment(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("//"):
            return
        yield number, line[2:].strip()


def _parameter(name: str, number: int, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if not found:
        form = '// $name text [= "default"] (or integer [= 10]): what it is. [Example: value]'
        raise QueryFileError(f"{name}.cypher:{number}: {line!r} is not of the form {form}")
    return Parameter(
        name=found["name"],
        type=found["type"] or "integer",
        help=found["help"],
        default=int(found["number"]) if found["number"] else found["text"],
        example=found["example"] or "",
    )
