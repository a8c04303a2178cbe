"""One saying with all its variants, and what reports contradict each other in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, or_, select

from onrecord.archive import tables
from onrecord.archive.days import check_days
from onrecord.archive.search import Hit, hits
from onrecord.archive.voices import independent, origins
from onrecord.derive.sayings import difference
from onrecord.errors import NotInArchive


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A report's version; ``difference`` pairs the first report's words with this one's."""

    hit: Hit
    difference: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingFound:
    """One saying as all reports have it, the first report first."""

    variants: tuple[Variant, ...]
    outlets: int

    def row(self) -> dict[str, Any]:
        """Return the saying as plain values."""
        variants = [
            {**variant.hit.row(), "difference": [list(pair) for pair in variant.difference]}
            for variant in self.variants
        ]
        return {"outlets": self.outlets, "variants": variants}


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What two reports tell differently of one thing."""

    kind: str
    severity: str
    message: str
    day: date | None
    first: Hit
    second: Hit

    def row(self) -> dict[str, Any]:
        """Return the conflict as plain values."""
        return {
            "kind": self.kind,
            "severity": self.severity,
            "message": self.message,
            "date": self.day.isoformat() if self.day else None,
            "entries": [self.first.row(), self.second.row()],
        }


def saying(connection: Connection, key: int) -> SayingFound:
    """Return the saying that the statement of that key is a version of.

    Raises ``NotInArchive`` where the entry is no statement.
    """
    statements, entries, reports = tables.statements, tables.entries.c, tables.reports.c
    name = func.coalesce(statements.c.saying, statements.c.key)
    mine = connection.execute(select(name).where(statements.c.key == key)).scalar_one_or_none()
    if mine is None:
        raise NotInArchive("that entry is no statement")
    rows = connection.execute(
        select(entries.key, entries.report)
        .join_from(tables.entries, statements, statements.c.key == entries.key)
        .join(tables.reports, reports.key == entries.report)
        .where(or_(statements.c.saying == mine, statements.c.key == mine))
        .order_by(func.coalesce(reports.published, date.max), entries.key)
    ).all()
    found = hits(connection, [row.key for row in rows], {})
    first = found[0].text
    return SayingFound(
        variants=tuple(
            Variant(hit=hit, difference=difference(first, hit.text) if number else ())
            for number, hit in enumerate(found)
        ),
        outlets=independent(
            {row.report for row in rows}, origins(connection, (row.report for row in rows))
        ),
    )


def conflicts(
    connection: Connection,
    since: date | None,
    until: date | None,
    *,
    limit: int,
    offset: int = 0,
) -> tuple[Conflict, ...]:
    """Return the conflicts of some days, the latest first."""
    check_days(since, until)
    table = tables.conflicts
    latest = (table.c.day.desc().nulls_last(), table.c.first, table.c.second)
    asked = select(table).order_by(*latest).limit(limit).offset(offset)
    if since is not None:
        asked = asked.where(table.c.day >= since)
    if until is not None:
        asked = asked.where(table.c.day <= until)
    rows = connection.execute(asked).all()
    keys = sorted({key for row in rows for key in (row.first, row.second)})
    shown = {hit.key: hit for hit in hits(connection, keys, {})}
    return tuple(
        Conflict(
            kind=row.kind,
            severity=row.severity,
            message=row.message,
            day=row.day,
            first=shown[row.first],
            second=shown[row.second],
        )
        for row in rows
    )
