"""Flat tables as Parquet, with lists as lists; pyarrow comes with ``onrecord[parquet]``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final

from onrecord.publish.answers import Answer
from onrecord.publish.columns import Cell, Row, Table, encodable
from onrecord.publish.extras import needed
from onrecord.publish.tables import each, table_named
from onrecord.record import Record

_TOGETHER: Final = 20_000
"""Rows written at once: a row group of a few megabytes."""


def arrow() -> Any:
    """Return pyarrow; raises ``ExtraMissing`` where it is not installed."""
    return needed("pyarrow", extra="parquet", what="Parquet")


def write_parquet(
    found: Record | Answer | Iterable[Record | Answer],
    file: Path | str | IO[bytes],
    *,
    table: str = "statements",
) -> int:
    """Write a table as a Parquet file; return how many things were read.

    ``found`` are records, or what an archive answered. Days are ``date32``, several ids or words
    a list of strings, spans a list of pairs; the schema is the same whatever is found, nothing
    included. Raises ``ExtraMissing`` without pyarrow, ``SettingsError`` for a table that does not
    exist.
    """
    pyarrow, parquet = arrow(), needed("pyarrow.parquet", extra="parquet", what="Parquet")
    chosen = table_named(table)
    schema = _schema(pyarrow, chosen)
    number = 0

    def rows() -> Iterator[Row]:
        nonlocal number
        for one in each(found, chosen):
            yield from chosen.rows(one)
            number += 1

    left = rows()
    target = str(file) if isinstance(file, Path) else file
    with parquet.ParquetWriter(target, schema) as writer:
        while some := list(islice(left, _TOGETHER)):
            values = [[_plain(value) for value in column] for column in zip(*some, strict=True)]
            arrays = [
                pyarrow.array(column, type=field.type)
                for column, field in zip(values, schema, strict=True)
            ]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))
    return number


def _schema(pyarrow: Any, table: Table) -> Any:
    types = {
        "text": pyarrow.string(),
        "whole": pyarrow.int64(),
        "number": pyarrow.float64(),
        "day": pyarrow.date32(),
        "moment": pyarrow.timestamp("us", tz="UTC"),
        "flag": pyarrow.bool_(),
        "texts": pyarrow.list_(pyarrow.string()),
        "spans": pyarrow.list_(pyarrow.list_(pyarrow.int64(), 2)),
    }
    return pyarrow.schema([(name, types[kind]) for name, kind in table.columns.items()])


def _plain(value: Cell) -> Any:
    """Return a value as pyarrow takes it: Parquet's strings are UTF-8, without lone surrogates."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, tuple):
        return [encodable(one) if isinstance(one, str) else one for one in value]
    return value
