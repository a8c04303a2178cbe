"""The root of the command line: its commands, and how errors leave it."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from onrecord.cli.add import add, status
from onrecord.cli.ask import brief, search, timeline, who
from onrecord.cli.console import complain
from onrecord.cli.correct import correct, export
from onrecord.cli.feed import feed, watch
from onrecord.cli.read import read
from onrecord.cli.serve import serve
from onrecord.errors import OnrecordError
from onrecord.version import __version__

app = typer.Typer(
    name="onrecord",
    help="Turn news reports on politics and diplomacy into a checked record.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (
    read,
    add,
    feed,
    watch,
    status,
    search,
    timeline,
    who,
    brief,
    correct,
    export,
    serve,
):
    app.command()(command)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def main() -> None:
    """Run the command line; what the user did wrong is one line, never a traceback."""
    try:
        app()
    except OnrecordError as error:
        complain(str(error))
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our pipe (head, less) went away; leave without a second complaint at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
