"""What comes after judging: the build that applies it, or the word how to run it."""

import json
import os
from pathlib import Path

import click

from graph import building
from graph.printing import print_refusals, print_summary, progress_bars, warn
from graph.summary import Summary


def applied(into: Path, *, apply: bool, as_json: bool = False) -> None:
    """Build the graph of ``into`` anew where ``apply`` says so and tell its counts, else say how that is done."""
    if not apply:
        warn(f"`wartagraf review preview --into {into}` tells what changes, `wartagraf load --into {into}` applies it")
        return
    summary = Summary()
    with building.opened(into, create=False) as store, progress_bars() as stage:
        summary.articles = store.counts().articles
        building.load_into(store, into, summary, workers=os.cpu_count() or 1, stage=stage)
    print_refusals(summary)
    if as_json:
        click.echo(json.dumps(summary.to_json()))
    else:
        print_summary(summary)
