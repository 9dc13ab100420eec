"""The command ``wartagraf``: finds the command that is asked for, and tells every expected error in a line."""

import os
import signal
import sys
from collections.abc import Mapping
from importlib import import_module

import click

from corpus.errors import CorpusError
from extract.errors import ExtractError
from graph.errors import GraphError, ParameterError, QueryNameError
from graph.printing import warn

WRONG_CALL = 2
INTERRUPTED = 130  # what shells report for a program ended by Ctrl-C
TERMINATED = 143  # and by SIGTERM

COMMANDS: Mapping[str, str] = {
    "ask": "graph.asking",
    "build": "graph.filling",
    "cite": "graph.citing",
    "collect": "graph.filling",
    "cypher": "graph.asking",
    "doctor": "graph.doctor",
    "explore": "graph.exploring",
    "export": "graph.exports.command",
    "extract": "graph.extracting",
    "load": "graph.filling",
    "network": "graph.networking",
    "rejections": "graph.filling",
    "review": "graph.review.commands",
    "score": "graph.scoring",
    "verify": "graph.verifying",
}
"""The module of each command; only that of the command asked for is imported."""


class Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wartagraf", prog_name="wartagraf")
def cli() -> None:
    """Who said what about which rules, from Indonesian regional news, each answer with its words.

    \b
    wartagraf build pages/                                from pages to the graph
    wartagraf ask who-spoke-about-rule --rule uu/2014/5   a question
    wartagraf explore                                     the answers in a web page
    wartagraf cite page.html                              your own text, its citations marked
    """


def main() -> None:
    """Run the command line; every expected error ends as one line and an exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that workers and half files go as well
    try:
        cli(standalone_mode=False)
    except click.exceptions.Abort:
        warn("interrupted; what is done is kept, run the same command again to go on")
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (ParameterError, QueryNameError) as error:
        warn(str(error))
        sys.exit(WRONG_CALL)
    except (CorpusError, ExtractError, GraphError) as error:
        warn(str(error))
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        warn(f"{error.filename or 'output'}: {error.strerror}; check the path, its permissions and its disk")
        sys.exit(1)
