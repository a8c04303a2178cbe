"""Independent outlets: a reprint is no second voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.archive import tables

CHUNK = 500
"""Keys in one question; a database bounds how many it takes."""


def origins(connection: Connection, reports: Iterable[int]) -> dict[int, str]:
    """Return for each report's key who speaks in it: the outlet that printed the text first.

    A report whose outlet is not known speaks for itself alone.
    """
    table = tables.reports
    first = table.alias("first")
    asked = select(table.c.key, first.c.key.label("first"), first.c.outlet).join(
        first, first.c.key == func.coalesce(table.c.copy_of, table.c.key)
    )
    out: dict[int, str] = {}
    for part in chunks(sorted(set(reports))):
        for row in connection.execute(asked.where(table.c.key.in_(part))):
            out[row.key] = (row.outlet or "").casefold() or f"report {row.first}"
    return out


def independent(reports: Iterable[int], origin: Mapping[int, str]) -> int:
    """Return how many independent outlets the reports are."""
    return len({origin[report] for report in reports})


def chunks(keys: list[Any]) -> Iterable[list[Any]]:
    """Yield ``keys`` in parts small enough for one question."""
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]
