"""Answers of the archive as lines for people, as JSON, CSV or Parquet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from onrecord.cli.console import open_out, parquet_file
from onrecord.cli.options import Listing
from onrecord.publish import write_csv, write_parquet
from onrecord.publish.answers import Answer
from onrecord.publish.visible import visible


def listing(
    found: Answer | Sequence[Answer],
    form: Listing,
    out: Path | None,
    *,
    table: str,
    lines: Sequence[str],
) -> None:
    """Write what was found to the file ``out`` or the terminal, for people as ``lines``.

    ``table`` names the columns of CSV and Parquet. Raises ``SettingsError`` where the file cannot
    be written, ``ExtraMissing`` for Parquet without pyarrow.
    """
    if form is Listing.parquet:
        write_parquet(found, parquet_file(out), table=table)
        return
    with ExitStack() as stack:
        stream = open_out(out, stack, for_people=form is Listing.text)
        if form is Listing.csv:
            write_csv(found, stream, table=table)
        elif form is Listing.json:
            rows = found.row() if isinstance(found, Answer) else [one.row() for one in found]
            stream.write(json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n")
        else:
            stream.writelines(visible(line) + "\n" for line in lines or ("Nothing found.",))
