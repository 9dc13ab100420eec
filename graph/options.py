"""Options that several commands share."""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from corpus import Manners, Selection, Terms, is_address


def source(value: str | Path) -> Path | str:
    """An address of the web as text, anything else as a path."""
    return value if isinstance(value, Path) or is_address(value) else Path(value)


def _pattern(value: str) -> re.Pattern[str]:
    try:
        return re.compile(value)
    except re.error as error:
        raise click.BadParameter(f"{value!r} is no regular expression: {error}") from None


class Day(click.DateTime):
    """A day like 2024-03-09."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How help shows it."""
        return "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The midnight it begins with."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day like 2024-03-09", param, ctx)


INTO = click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("wartagraf-data"),
    show_default=True,
    help="Folder that holds the store and the graph.",
)
WORKERS = click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="one a processor",
    help="Processes to work with; the result is the same with any number.",
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for a program to read.")
AS_CSV = click.option("--csv", "as_csv", is_flag=True, help="Print CSV, safe to open in a spreadsheet.")
SOURCES = click.argument("sources", nargs=-1, required=True, type=source, metavar="SOURCE...")
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
NEW_FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
DAY = Day()
_MANNERS = (
    click.option(
        "--delay",
        type=click.FloatRange(min=0),
        default=Manners().delay,
        show_default=True,
        help="Seconds between two requests to a host; its robots.txt may ask for more.",
    ),
    click.option("--contact", default="", envvar="WARTAGRAF_CONTACT", help="Mail or web address for the User-Agent."),
    click.option("--allow-private", is_flag=True, help="Fetch from loopback, private and link-local addresses too."),
)
_TERMS = (
    click.option("--since", type=DAY, help="Leave out what feed, sitemap or archive dates before this day."),
    click.option("--until", type=DAY, help="Leave out what they date after this day."),
    click.option(
        "--match", type=_pattern, metavar="REGEX", help="Of the addresses they list, take those where this is found."
    ),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N new pages."),
    click.option("--sieve", is_flag=True, help="Leave pages unread in whose bytes nothing names a rule in Indonesian."),
    click.option("--refresh", is_flag=True, help="Ask again for pages fetched before, if they changed."),
    click.option("--warc", type=FILE, help="Keep what is fetched in this WARC file (.warc or .warc.gz)."),
)
_SERVER = (
    click.option("--neo4j", metavar="URL", help="A Neo4j server, bolt://host:7687, in place of the graph file."),
    click.option("--user", default="neo4j", show_default=True, help="With --neo4j: who logs in."),
    click.option("--database", default="neo4j", show_default=True, help="With --neo4j: which database of it."),
)
PASSWORD = "WARTAGRAF_NEO4J_PASSWORD"  # noqa: S105 - the variable of the environment that holds it
Command = Callable[..., None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A database of a Neo4j server and who logs in."""

    url: str
    user: str
    password: str = field(repr=False)
    database: str


def with_server(command: Command) -> Command:
    """``command`` with the options on a Neo4j server, as one value ``server``: an address, or None without --neo4j.

    The password comes from the environment, ``WARTAGRAF_NEO4J_PASSWORD``, where no list of processes shows it.
    """

    @wraps(command)
    def called(*args: Any, neo4j: str | None, user: str, database: str, **rest: Any) -> None:
        password = os.environ.get(PASSWORD, "")
        address = Address(url=neo4j, user=user, password=password, database=database) if neo4j else None
        command(*args, server=address, **rest)

    return _optioned(called, _SERVER)


def with_manners(command: Command) -> Command:
    """``command`` with the options on how servers are visited, as one value ``manners``."""

    @wraps(command)
    def called(*args: Any, delay: float, contact: str, allow_private: bool, **rest: Any) -> None:
        command(*args, manners=Manners(delay=delay, contact=contact, allow_private=allow_private), **rest)

    return _optioned(called, _MANNERS)


def with_terms(command: Command) -> Command:
    """``command`` with the options on which pages are wanted and how servers are visited, as one value ``terms``."""

    @wraps(command)
    def called(*args: Any, since: datetime | None, until: datetime | None, **rest: Any) -> None:
        selection = Selection(
            since=since and since.date(),
            until=until and until.date(),
            **{name: rest.pop(name) for name in ("match", "limit")},
        )
        others = {name: rest.pop(name) for name in ("manners", "warc", "refresh", "sieve")}
        command(*args, terms=Terms(selection=selection, **others), **rest)

    return _optioned(with_manners(called), _TERMS)


def _optioned(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
