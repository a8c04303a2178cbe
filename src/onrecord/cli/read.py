"""``onrecord read SOURCE...``: reports to records, on the terminal or in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from functools import partial
from typing import Annotated, TextIO

import typer

import onrecord
from onrecord import intake
from onrecord.cli.console import list_failures, open_out, parquet_file, progress
from onrecord.cli.options import (
    CHARACTERS,
    AttributorOption,
    CharactersOption,
    OutletOption,
    OutOption,
    ProcessesOption,
    PublishedOption,
    SourcesArgument,
    TableOption,
)
from onrecord.cli.sources import after_first_report, counted, day, items, settings, worth_a_bar
from onrecord.errors import OnrecordError
from onrecord.publish import (
    write_csv,
    write_html,
    write_json,
    write_lines,
    write_parquet,
    write_plover_csv,
    write_plover_json,
    write_terminal,
)
from onrecord.record import Record


class Format(StrEnum):
    """How a record is shown."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"
    plover_json = "plover-json"
    plover_csv = "plover-csv"
    csv = "csv"
    parquet = "parquet"


def read(  # noqa: PLR0917 - Typer makes options of them, none is positional
    sources: SourcesArgument,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
    table: TableOption = "statements",
    out: OutOption = None,
    processes: ProcessesOption = None,
    max_characters: CharactersOption = CHARACTERS,
    min_confidence: Annotated[
        float | None,
        typer.Option(help="Leave out statements and events less sure.", min=0.0, max=1.0),
    ] = None,
    attributor: AttributorOption = None,
) -> None:
    """Read reports and show the record of each: who said what, who is who, when, what to query."""
    chosen = settings(processes=processes, min_confidence=min_confidence, attributor=attributor)
    day(published, "--published")
    failures: list[OnrecordError] = []
    with ExitStack() as stack:
        limits = intake.Limits(max_characters=max_characters)
        found = items(sources, published=published, outlet=outlet, limits=limits)
        many = chosen.processes > 1 or worth_a_bar(sources)
        found, total = counted(found, when=many)
        found, first = after_first_report(found, failures)
        if first is None:
            list_failures(failures, read=0)
            raise typer.Exit(1)
        target = parquet_file(out) if form is Format.parquet else None
        reader = onrecord.load(attributor=chosen.attributor, min_confidence=chosen.min_confidence)
        records = reader.pipe(found, processes=chosen.processes, failed=failures.append)
        watched = _watched(records, failures, total, stack)
        if target is not None:
            read_count = write_parquet(watched, target, table=table)
        else:
            stream = open_out(out, stack, for_people=form is Format.text)
            read_count = _write(watched, stream, form, table)
    if failures:
        list_failures(failures, read=read_count)
        raise typer.Exit(1)


def _watched(
    records: Iterable[Record], failures: list[OnrecordError], total: int | None, stack: ExitStack
) -> Iterator[Record]:
    if total is None or total < 2:
        yield from records
        return
    bar = progress("reading", stack)
    task = bar.add_task("reading", total=total)
    for done, record in enumerate(records, start=1):
        bar.update(task, completed=done + len(failures))
        yield record


def _write(records: Iterable[Record], stream: TextIO, form: Format, table: str) -> int:
    writers: dict[Format, Callable[[Iterable[Record], TextIO], int]] = {
        Format.text: write_terminal,
        Format.json: write_json,
        Format.jsonl: write_lines,
        Format.html: write_html,
        Format.plover_json: write_plover_json,
        Format.plover_csv: write_plover_csv,
        Format.csv: partial(write_csv, table=table),
    }
    return writers[form](records, stream)
