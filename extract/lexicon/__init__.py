"""What the rules know, as data: TSV and TOML files in this folder, and the checked readers for them.

A TSV file starts with a header line; lines that start with ``#`` and empty lines are comments. A person may
edit any of these files; a mistake is reported with its file and line.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from extract.errors import ExtractError


class LexiconError(ExtractError):
    """A lexicon file that cannot be read as what it should be; the message names file and line."""


@cache
def read_tsv(name: str, *columns: str) -> tuple[dict[str, str], ...]:
    """The rows of a TSV file of this folder, each a dict of ``columns``; cells are stripped.

    Raises:
        LexiconError: The header is not ``columns``, or a row has another number of cells.
    """
    rows: list[dict[str, str]] = []
    header: list[str] = []
    for number, line in enumerate(_text(name).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header:
            header = cells
            if tuple(header) != columns:
                raise LexiconError(f"{name}:{number}: header is {header}, expected {list(columns)}")
            continue
        if len(cells) != len(header):
            raise LexiconError(f"{name}:{number}: {len(cells)} cells, expected {len(header)}: {line!r}")
        rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The tables of a TOML file of this folder.

    Raises:
        LexiconError: The file is no valid TOML; the message names the place.
    """
    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: {error}") from error


@cache
def read_lists(name: str, *lists: str) -> Mapping[str, frozenset[str]]:
    """The lists of words of a TOML file of this folder, by their names.

    Raises:
        LexiconError: It has other lists than those named, or something in them is no text.
    """
    tables = read_toml(name)
    if set(tables) != set(lists) or not all(isinstance(word, str) for words in tables.values() for word in words):
        raise LexiconError(f"{name}: expected lists of words with the names {sorted(lists)}")
    return {key: frozenset(words) for key, words in tables.items()}


@cache
def read_words(name: str) -> frozenset[str]:
    """The lines of a word list of this folder, stripped; ``#`` starts a comment line."""
    lines = (line.strip() for line in _text(name).splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _text(name: str) -> str:
    try:
        return files(__name__).joinpath(name).read_text("utf-8")
    except FileNotFoundError:
        raise LexiconError(f"{name}: no such lexicon file in extract/lexicon") from None
