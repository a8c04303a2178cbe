"""Lists of results as lines for people, as JSON or as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from onrecord.cli.options import Listing
from onrecord.publish.sheets import cell
from onrecord.publish.visible import visible


def listing(
    rows: Sequence[Mapping[str, Any]], stream: TextIO, form: Listing, *, lines: Sequence[str]
) -> None:
    """Write ``rows``, or for people ``lines``; values that are no text or number as JSON."""
    if form is Listing.json:
        stream.write(json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n")
    elif form is Listing.csv:
        writer = csv.writer(stream, lineterminator="\n")
        if rows:
            writer.writerow(rows[0])
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
    else:
        for line in lines:
            stream.write(visible(line) + "\n")
        if not lines:
            stream.write("Nothing found.\n")


def one(row: Mapping[str, Any], stream: TextIO, form: Listing, *, lines: Sequence[str]) -> None:
    """Write one result: as JSON, or for people its ``lines``."""
    if form is Listing.json:
        stream.write(json.dumps(row, ensure_ascii=False, indent=1, default=str) + "\n")
    else:
        stream.writelines(visible(line) + "\n" for line in lines or ("Nothing found.",))


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple | dict):
        return cell(json.dumps(value, ensure_ascii=False, default=str))
    return cell(value)
