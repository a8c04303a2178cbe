"""Flat tables as CSV that a spreadsheet can open safely."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import Final, TextIO

from onrecord.publish.answers import Answer
from onrecord.publish.columns import Cell, ColumnType, flat
from onrecord.publish.tables import each, table_named
from onrecord.record import Record

# A spreadsheet runs a cell that begins so as a formula, full-width signs included (OWASP, "CSV
# Injection"), and some look past blanks and marks without width; an apostrophe before it makes
# it plain text.
_FORMULA: Final = re.compile(
    r"[\t\r\n]|[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]"
)


def write_csv(
    found: Record | Answer | Iterable[Record | Answer],
    stream: TextIO,
    *,
    table: str = "statements",
) -> int:
    """Write a table's rows with a header line (RFC 4180); return how many things were read.

    ``found`` are records, or what an archive answered. Open the stream with ``newline=""``. Every
    text is in quotation marks, so that no program takes a semicolon or tab in it for the start of
    a cell, and what a spreadsheet would take for a formula gets an apostrophe in front. Raises
    ``SettingsError`` for a table that does not exist.
    """
    chosen = table_named(table)
    csv.writer(stream).writerow(chosen.columns)
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC)
    kinds = tuple(chosen.columns.values())
    number = 0
    for one in each(found, chosen):
        for row in chosen.rows(one):
            writer.writerow([_written(value, kind) for value, kind in zip(row, kinds, strict=True)])
        number += 1
    return number


def cell(value: Cell, kind: ColumnType = "text") -> str:
    """Return a cell's text: empty for ``None``, safe from formulas, NUL and lone surrogates."""
    plain = flat(value, kind)
    if plain is None:
        return ""
    if not isinstance(plain, str):
        return str(plain)
    # NUL ends the file for many readers.
    plain = plain.replace("\0", "\ufffd")
    return f"'{plain}" if _FORMULA.match(plain) else plain


def _written(value: Cell, kind: ColumnType) -> str | int | float:
    """Return a number as it is, that it may stand without quotation marks; all else as text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return cell(value, kind)
