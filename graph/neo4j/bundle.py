# ruff: noqa: S608 - what the statements are put together from are names of the schema
"""A folder of CSV files from which `neo4j-admin database import` makes a whole database, for tens of millions."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import duckdb

from graph.errors import LoadError, no_room
from graph.layout import TableSpec
from graph.merging import Staged, column_names, open_merging
from graph.neo4j.cypher import MARK, empty_lists, schema_ddl
from graph.neo4j.marks import marked
from graph.schema import Property, Type
from graph.watching import Stage, unwatched

_TYPES = {
    Type.STRING: "string",
    Type.INTEGER: "long",
    Type.FLOAT: "double",
    Type.BOOLEAN: "boolean",
    Type.STRINGS: "string[]",
    Type.INTEGERS: "long[]",
}
_BETWEEN = 31  # code of the character between the values of a list, made to separate: it stands in no text

_SCRIPT = """\
#!/bin/sh
# Makes a Neo4j 5 database of this folder. The server must be stopped, the database must not exist or be empty.
#   ./import.sh [DATABASE [OPTION...]]      for example ./import.sh neo4j --overwrite-destination=true
# Then start the server and run: cypher-shell -d DATABASE -f finish.cypher (constraints, indexes, empty lists)
set -eu
cd "$(dirname "$0")"
database=${{1:-neo4j}}
[ $# -eq 0 ] || shift
exec "${{NEO4J_ADMIN:-neo4j-admin}}" database import full "$database" "$@" \\
    --multiline-fields=true --array-delimiter=U+{between:04X} --bad-tolerance=0 \\
{tables}
"""


def write_bundle(staged: Staged, folder: Path, *, stage: Stage = unwatched) -> None:
    """Write the tables of ``staged`` with import.sh and finish.cypher to ``folder``, which appears when whole.

    A database made of it is as one that ``load_neo4j`` filled, marks included: a later load goes on from there.

    Raises:
        LoadError: The folder holds something already, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise LoadError(f"{folder}: holds something already; name a new folder")
    part = folder.with_name(folder.name + ".part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _write(staged, part, stage)
        os.replace(part, folder)  # noqa: PTH105 - said as what it is: atomic
    except (OSError, duckdb.Error) as error:
        advice = "make room or name another folder"
        raise no_room(folder.parent, error) or LoadError(f"{folder}: cannot be written ({error}); {advice}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write(staged: Staged, folder: Path, stage: Stage) -> None:
    reached = stage("write", len(staged))
    with open_merging(folder) as connection:
        for done, (spec, file, _) in enumerate(staged, start=1):
            texts = ", ".join(f'"{head}"' for head, p in _heads(spec) if p.type is not Type.INTEGER)
            target = str(folder / _name(spec)).replace("'", "''")
            options = f"FORMAT csv, HEADER, FORCE_QUOTE ({texts})"
            connection.execute(f"COPY ({_select(spec, file)}) TO '{target}' ({options})")
            reached(done)
    finish = [*schema_ddl(), *filter(None, (empty_lists(spec) for spec, _, _ in staged))]
    (folder / "finish.cypher").write_text("".join(f"{line};\n" for line in finish), encoding="utf-8")
    script = folder / "import.sh"
    script.write_text(_script([spec for spec, _, _ in staged]), encoding="utf-8")
    script.chmod(0o755)


def _script(specs: Iterable[TableSpec]) -> str:
    tables = (
        f"    --{'relationships' if spec.pair else 'nodes'}={spec.name.split(':')[0]}={_name(spec)}" for spec in specs
    )
    return _SCRIPT.format(between=_BETWEEN, tables=" \\\n".join(tables))


def _select(spec: TableSpec, file: Path) -> str:
    """The rows as text fields; an empty text stays one, in quotes, and null is no field at all."""
    heads = [head for head, _ in _heads(spec)]
    columns = (
        f'{_field(name, p)} AS "{head}"' for name, p, head in zip(column_names(spec), spec.columns, heads, strict=True)
    )
    return f'SELECT {", ".join(columns)}, _mark AS "{MARK}:long" FROM ({marked(spec, file)})'


def _field(name: str, p: Property) -> str:
    if p.type is Type.STRINGS:
        name = f"list_transform(\"{name}\", lambda text: replace(text, chr({_BETWEEN}), ' '))"
        return f"array_to_string({name}, chr({_BETWEEN}))"
    if p.type is Type.INTEGERS:
        return f'array_to_string("{name}", chr({_BETWEEN}))'
    return f'"{name}"'


def _heads(spec: TableSpec) -> list[tuple[str, Property]]:
    """What stands above each column: its name and type, or which end it is."""
    heads = [f"{p.name}:{_TYPES[p.type]}" for p in spec.columns]
    if spec.pair:
        heads[:2] = [f":START_ID({spec.pair[0]})", f":END_ID({spec.pair[1]})"]
    else:
        heads[0] = f"id:ID({spec.name})"
    return list(zip(heads, spec.columns, strict=True))


def _name(spec: TableSpec) -> str:
    return f"{spec.name.replace(':', '-')}.csv"
