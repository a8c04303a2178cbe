"""Rows into the tables, under keys that are never given twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Table, insert, select, update

from onrecord.archive import tables
from onrecord.archive.entry_rows import Row

_COUNTED: Final = (tables.reports, tables.entries, tables.identities)


def next_key(connection: Connection, table: Table) -> int:
    """Return the next key of a table, never given before; see :func:`insert_rows`.

    Writers are alone, so nobody else can take it meanwhile.
    """
    counters = tables.counters.c
    last = connection.execute(select(counters.last).where(counters.name == table.name)).scalar()
    return int(last or 0) + 1


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, in the order of their keys, and note which keys are given out."""
    if rows:
        connection.execute(insert(table), [storable(row) for row in rows])
        if table in _COUNTED:
            _take(connection, table, rows[-1]["key"])


def _take(connection: Connection, table: Table, last: int) -> None:
    counters = tables.counters
    noted = connection.execute(
        update(counters).where(counters.c.name == table.name).values(last=last)
    )
    if not noted.rowcount:
        connection.execute(insert(counters), [{"name": table.name, "last": last}])


def storable(row: Row) -> Row:
    """Return a row as every database can keep it."""
    return {k: plain(v) if isinstance(v, str) else v for k, v in row.items()}


def plain(text: str) -> str:
    """Return a text as every database can keep it: PostgreSQL has no NUL in text.

    The record itself is kept as bytes and exact.
    """
    return text.replace("\0", "\ufffd")
