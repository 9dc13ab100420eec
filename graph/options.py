"""Options that several commands share."""

import os
from pathlib import Path

import click

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
SOURCES = click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE...")
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
