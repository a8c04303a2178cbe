"""``onrecord correct FILE`` and ``onrecord export``: people's words in, gold data out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.archive import Archive
from onrecord.cli.console import complain, complaints, open_out, parquet_file
from onrecord.cli.options import ArchiveOption, OutOption, TableOption
from onrecord.cli.sources import settings
from onrecord.errors import ArchiveError, SettingsError
from onrecord.publish import write_brat, write_csv, write_lines, write_parquet
from onrecord.record import Record


class Gold(StrEnum):
    """How corrected records are exported."""

    jsonl = "jsonl"
    brat = "brat"
    csv = "csv"
    parquet = "parquet"
    corrections = "corrections"


def correct(
    file: Annotated[
        str,
        typer.Argument(
            help='Corrections, a JSON object a line ({"entry": ..., "verdict": ..., "changes": '
            '{...}, "by": ..., "why": ...}); - for stdin.'
        ),
    ],
    by: Annotated[str | None, typer.Option(help="Who says so, where a line does not.")] = None,
    archive: ArchiveOption = None,
) -> None:
    """Accept, change or reject entries, merge or split actors and sayings, withdraw what was said.

    Nothing is overwritten. What onrecord export --format corrections writes can be read by another
    archive; what an archive has already is not noted twice.
    """
    done = known = failed = 0
    lines = _lines(file)
    with Archive(str(settings(archive=archive).archive), make=False) as store:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                if store.take(_told(line), by=by or ""):
                    done += 1
                else:
                    known += 1
            except ArchiveError as error:
                failed += 1
                complain(f"{file}, line {number}: {error}")
    counts = ((done, "noted"), (known, "known already"), (failed, "refused"))
    told = (f"{number} {what}" for number, what in counts if number or what == "noted")
    complaints.print(f"{', '.join(told)}.", markup=False)
    if failed:
        raise typer.Exit(1)


def export(
    form: Annotated[
        Gold,
        typer.Option(
            "--format",
            "-f",
            help="Corrected records as jsonl or brat, as a table; or the corrections.",
        ),
    ] = Gold.jsonl,
    table: TableOption = "statements",
    out: OutOption = None,
    every: Annotated[
        bool, typer.Option("--all", help="All reports, not only those people corrected.")
    ] = False,
    archive: ArchiveOption = None,
) -> None:
    """Export corrected records, as data for training and tests, or with --all every record.

    As csv and parquet one table of them; brat's go to the folder --out.
    """
    with ExitStack() as stack:
        store = stack.enter_context(Archive(str(settings(archive=archive).archive), make=False))
        if form is Gold.brat:
            if out is None:
                raise SettingsError("--format brat needs --out, a folder")
            write_brat(_corrected(store, every=every), out)
            return
        if form is Gold.parquet:
            write_parquet(_corrected(store, every=every), parquet_file(out), table=table)
            return
        stream = open_out(out, stack, for_people=False)
        if form is Gold.corrections:
            for one in store.corrections():
                stream.write(json.dumps(one.row(), ensure_ascii=False) + "\n")
        elif form is Gold.csv:
            write_csv(_corrected(store, every=every), stream, table=table)
        else:
            write_lines(_corrected(store, every=every), stream)


def _corrected(store: Archive, *, every: bool) -> Iterator[Record]:
    touched = {one.entry.partition("/")[0] for one in store.corrections()}
    if not touched and not every:
        complaints.print("No report has been corrected; --all exports every record.", markup=False)
    for record in store.records():
        short = record.report.id.rpartition(":")[2][:16]
        if short in touched:
            yield store.get(record.report.id, corrected=True)
        elif every:
            yield record


def _lines(file: str) -> list[str]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except OSError as error:
        raise SettingsError(f"{file}: {error.strerror or error}. Check the file's name.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{file}: it is no text in UTF-8. Give corrections, a JSON object a line."
        ) from error
    return text.splitlines()


def _told(line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise ArchiveError(f"no JSON: {error}") from error
    if not isinstance(told, dict):
        raise ArchiveError("a correction is an object: one a line")
    return told
