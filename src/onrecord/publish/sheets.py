"""Flat tables as CSV that a spreadsheet can open safely."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Final, TextIO

from onrecord.publish.rows import Cell
from onrecord.publish.tables import table_named
from onrecord.record import Record

# A spreadsheet runs a cell that begins so as a formula, full-width signs included (OWASP, "CSV
# Injection"); an apostrophe before it makes it plain text.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(records: Iterable[Record], stream: TextIO, *, table: str = "statements") -> int:
    """Write a table's rows with a header line (RFC 4180); return how many records were read.

    Open the stream with ``newline=""``. Text that a spreadsheet would take for a formula gets
    an apostrophe in front. Raises ``SettingsError`` for a table that does not exist.
    """
    chosen = table_named(table)
    writer = csv.writer(stream)
    writer.writerow(chosen.columns)
    number = 0
    for record in records:
        writer.writerows([cell(value) for value in row] for row in chosen.rows(record))
        number += 1
    return number


def cell(value: Cell) -> str:
    """Return a cell's text: empty for ``None``, safe from formulas, NUL and lone surrogates."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    # NUL ends the file for many readers, and lone surrogates have no encoding.
    plain = value.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    return f"'{plain}" if plain.lstrip(" ").startswith(_FORMULA) else plain
