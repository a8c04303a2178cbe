"""The command line: ``onrecord read SOURCE...``.

Exit code 0 when all was read, 1 when some sources failed (listed at the end), 2 for wrong use.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from onrecord import coder, intake
from onrecord.errors import IntakeError, OnrecordError, SettingsError
from onrecord.publish import (
    write_html,
    write_json,
    write_lines,
    write_plover_csv,
    write_plover_json,
    write_terminal,
)
from onrecord.record import Record, Report
from onrecord.settings import ATTRIBUTORS, Settings
from onrecord.version import __version__

app = typer.Typer(
    name="onrecord",
    help="Turn news reports on politics and diplomacy into a checked record.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
complaints = Console(stderr=True, highlight=False)


class Format(StrEnum):
    """How a record is shown."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"
    plover_json = "plover-json"
    plover_csv = "plover-csv"


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


@app.command()
def read(  # noqa: PLR0917 - Typer makes options of them, none is positional
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Files (text, HTML, Markdown, JSON, JSONL), folders, patterns; - for stdin.",
            show_default=False,
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(help="Publication date (2025-02-17); overrules what the source says."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(help="The outlet; overrules what the source says.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write to this file instead of the terminal.")
    ] = None,
    processes: Annotated[int | None, typer.Option(help="Worker processes.", min=1)] = None,
    max_characters: Annotated[
        int, typer.Option(help="Refuse reports longer than this.", min=1)
    ] = intake.Limits().max_characters,
    min_confidence: Annotated[
        float | None,
        typer.Option(help="Leave out statements under this confidence.", min=0.0, max=1.0),
    ] = None,
    attributor: Annotated[
        str | None, typer.Option(help=f"What finds the statements: {', '.join(ATTRIBUTORS)}.")
    ] = None,
) -> None:
    """Read reports and show the record of each: who said what, who is who, when, what to query."""
    settings = _settings(processes=processes, min_confidence=min_confidence, attributor=attributor)
    if published is not None:
        _check_date(published)
    failures: list[OnrecordError] = []
    with ExitStack() as stack:
        limits = intake.Limits(max_characters=max_characters)
        items = _items(sources, published=published, outlet=outlet, limits=limits)
        total: int | None = None
        if settings.processes > 1 or _worth_a_bar(sources):
            listed = list(items)
            items, total = iter(listed), len(listed)
        items, first = _after_first_report(items, failures)
        if first is None:
            _list_failures(failures, read=0)
            raise typer.Exit(1)
        reader = coder.load(attributor=settings.attributor, min_confidence=settings.min_confidence)
        stream = _open(out, stack, form)
        records = reader.pipe(items, processes=settings.processes, failed=failures.append)
        read_count = _write(_watched(records, failures, total, stack), stream, form)
    if failures:
        _list_failures(failures, read=read_count)
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; what the user did wrong is one line, never a traceback."""
    try:
        app()
    except OnrecordError as error:
        _complain(str(error))
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our pipe (head, less) went away; leave without a second complaint at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _settings(
    *, processes: int | None, min_confidence: float | None, attributor: str | None
) -> Settings:
    base = Settings.from_environment(os.environ)
    return Settings(
        processes=base.processes if processes is None else processes,
        min_confidence=base.min_confidence if min_confidence is None else min_confidence,
        attributor=base.attributor if attributor is None else attributor,
    )


def _check_date(text: str) -> None:
    try:
        intake.parse_date(text, "--published")
    except IntakeError as error:
        raise SettingsError(str(error)) from error


def _items(
    sources: list[str], *, published: str | None, outlet: str | None, limits: intake.Limits
) -> Iterator[Report | OnrecordError]:
    for source in intake.expand(sources):
        if isinstance(source, OnrecordError):
            yield source
        else:
            yield from intake.read_source(source, published=published, outlet=outlet, limits=limits)


def _worth_a_bar(sources: list[str]) -> bool:
    if not complaints.is_terminal:
        return False
    return len(sources) > 1 or any(Path(s).is_dir() or s.endswith("l") for s in sources)


def _after_first_report(
    items: Iterator[Report | OnrecordError], failures: list[OnrecordError]
) -> tuple[Iterator[Report | OnrecordError], Report | None]:
    """Draw until a report comes: where none does, the model need not be loaded at all."""
    for item in items:
        if isinstance(item, Report):
            return _chained(item, items), item
        failures.append(item)
    return iter(()), None


def _chained(
    first: Report, rest: Iterator[Report | OnrecordError]
) -> Iterator[Report | OnrecordError]:
    yield first
    yield from rest


def _open(out: Path | None, stack: ExitStack, form: Format) -> TextIO:
    if out is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            if form is Format.text:
                # A terminal that cannot print a character shows a question mark, no traceback.
                sys.stdout.reconfigure(errors="replace")
            else:
                sys.stdout.reconfigure(encoding="utf-8")
        return sys.stdout
    try:
        return stack.enter_context(out.open("w", encoding="utf-8", newline="\n"))
    except OSError as error:
        raise SettingsError(f"--out {out}: {error.strerror or error}") from error


def _watched(
    records: Iterable[Record], failures: list[OnrecordError], total: int | None, stack: ExitStack
) -> Iterator[Record]:
    if total is None or total < 2:
        yield from records
        return
    bar = stack.enter_context(
        Progress(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=complaints,
            transient=True,
        )
    )
    task = bar.add_task("reading", total=total)
    for done, record in enumerate(records, start=1):
        bar.update(task, completed=done + len(failures))
        yield record


def _write(records: Iterable[Record], stream: TextIO, form: Format) -> int:
    count = 0

    def counted() -> Iterator[Record]:
        nonlocal count
        for record in records:
            count += 1
            yield record

    writers = {
        Format.text: write_terminal,
        Format.json: write_json,
        Format.jsonl: write_lines,
        Format.html: write_html,
        Format.plover_json: write_plover_json,
        Format.plover_csv: write_plover_csv,
    }
    writers[form](counted(), stream)
    return count


def _list_failures(failures: list[OnrecordError], *, read: int) -> None:
    for failure in failures:
        _complain(str(failure))
    if len(failures) > 1 or read:
        noun = "source" if len(failures) == 1 else "sources"
        _complain(f"{read} read, {len(failures)} {noun} failed (listed above).")


def _complain(message: str) -> None:
    complaints.print(message, markup=False, soft_wrap=True, style="red")


if __name__ == "__main__":
    main()
