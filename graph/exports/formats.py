"""The formats of exports: what each is for, and what writes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from graph.exports.annotations import write_annotations
from graph.exports.csv_files import write_csv
from graph.exports.errors import ExportError
from graph.exports.folders import filling
from graph.exports.ftm import write_ftm
from graph.exports.gexf import write_gexf
from graph.exports.graphml import write_graphml
from graph.exports.jsonld import write_jsonld
from graph.exports.options import Options
from graph.exports.parquet_files import write_parquet
from graph.exports.reading import GraphTables
from graph.exports.report import Report
from graph.exports.turtle import write_turtle
from graph.layout import TableSpec
from graph.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """A format of one file.

    Attributes:
        doc: What it holds and what opens it, in one line.
        output: Name of the file where none is given.
        write: Writes the tables into an open file.
        texts: Whether the texts of articles are written where nothing is said about it.
        labels: Whether it can be of some labels alone.
    """

    doc: str
    output: str
    write: Callable[[GraphTables, TextIO, Options, Report], None]
    texts: bool = False
    labels: bool = True

    def save(self, tables: GraphTables, output: Path | None, options: Options, report: Report) -> None:
        """Write the file ``output``, or standard output."""
        with writing(output) as out:
            self.write(tables, out, options, report)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFormat:
    """A format of one file a table, in a folder or, by its name, a zip.

    Attributes:
        doc: What it holds and what opens it, in one line.
        output: Name of the folder where none is given.
        suffix: What the names of the files end in.
        write: Writes one table to a file.
        texts: Whether the texts of articles are written where nothing is said about it.
        labels: Whether it can be of some labels alone.
    """

    doc: str
    output: str
    suffix: str
    write: Callable[[GraphTables, TableSpec, Path, Options, Report], None]
    texts: bool = True
    labels: bool = True

    def save(self, tables: GraphTables, output: Path | None, options: Options, report: Report) -> None:
        """Write the folder or zip ``output``.

        Raises:
            ExportError: ``output`` is standard output, or there and no such export.
        """
        if output is None:
            raise ExportError("several files do not fit through standard output; name a folder or a .zip with -o")
        names = {spec.name: spec.name.replace(":", "-") + self.suffix for spec in tables.specs()}
        with filling(output, names.values()) as folder:
            for spec in tables.specs():
                self.write(tables, spec, folder / names[spec.name], options, report)


FORMATS: Mapping[str, FileFormat | TableFormat] = MappingProxyType(
    {
        "csv": TableFormat(
            doc="One CSV file a table; spreadsheets, R, pandas.",
            output="wartagraf-csv",
            suffix=".csv",
            write=write_csv,
        ),
        "parquet": TableFormat(
            doc="One Parquet file a table, with types; pandas, DuckDB, R, Spark.",
            output="wartagraf-parquet",
            suffix=".parquet",
            write=write_parquet,
        ),
        "graphml": FileFormat(
            doc="The network with all values; Gephi, yEd, Cytoscape, NetworkX, igraph.",
            output="wartagraf.graphml",
            write=write_graphml,
        ),
        "gexf": FileFormat(
            doc="The network with dates; Gephi and its timeline.",
            output="wartagraf.gexf",
            write=write_gexf,
        ),
        "jsonld": FileFormat(
            doc="Linked data in schema.org and PROV, as JSON; web pages, rdflib, any JSON reader.",
            output="wartagraf.jsonld",
            write=write_jsonld,
        ),
        "turtle": FileFormat(
            doc="The same triples as Turtle; triple stores, SPARQL, rdflib.",
            output="wartagraf.ttl",
            write=write_turtle,
        ),
        "ftm": FileFormat(
            doc="FollowTheMoney entities, one a line; Aleph, OpenSanctions, the ftm command.",
            output="wartagraf.ftm.json",
            write=write_ftm,
            texts=True,
            labels=False,
        ),
        "annotations": FileFormat(
            doc="W3C Web Annotations, one a line, on the words in the article; annotation tools.",
            output="wartagraf.annotations.jsonl",
            write=write_annotations,
            labels=False,
        ),
    }
)
