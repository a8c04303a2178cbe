"""The archive as the pages read it: reports in order, records kept decoded, what is to query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, case, func, select

from onrecord.archive import Archive, tables
from onrecord.archive.days import check_days
from onrecord.archive.engine import open_engine, reading
from onrecord.errors import NotInArchive
from onrecord.publish import phrases
from onrecord.record import Record
from onrecord.web.held import Held

KEPT: Final = 256
"""Records kept decoded; one takes about a quarter of a megabyte."""
_RANK = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report in a list; ``short`` is its address."""

    short: str
    id: str
    headline: str
    outlet: str | None
    published: date | None
    url: str | None
    statements: int
    findings: int
    copy: bool

    def row(self) -> dict[str, Any]:
        """Return the report as plain values, for JSON."""
        row = {name: getattr(self, name) for name in self.__dataclass_fields__}
        row["published"] = self.published.isoformat() if self.published else None
        return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A finding with where it stands: what an editor should look at."""

    short: str
    entry: str
    kind: str
    severity: str
    message: str
    title: str | None
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page made of a state of the archive; ``made`` in seconds of the monotonic clock."""

    state: tuple[int, ...]
    made: float
    page: str


class Shelf:
    """Reads an archive; safe to use from many threads."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.engine = open_engine(archive.url)
        self.pages: dict[str, Kept] = {}
        # By the time it was added, and by how often it was corrected: then its record is another.
        self._held = lru_cache(maxsize=KEPT)(self._hold)
        self._machines = lru_cache(maxsize=KEPT // 8)(self._hold_machines)

    def close(self) -> None:
        """Close the connections."""
        self.engine.dispose()

    def held(self, short: str) -> Held:
        """Return a report's record as people have corrected it; raises ``NotInArchive``."""
        row = self._row(short)
        return self._held(row.key, row.short, row.added, row.corrections)

    def machines(self, short: str) -> Held:
        """Return a report's record as the machine read it; raises ``NotInArchive``."""
        row = self._row(short)
        return self._machines(row.key, row.short, row.added)

    def _row(self, short: str) -> Any:
        columns, corrections = tables.reports.c, tables.corrections.c
        number = (
            select(func.count()).where(corrections.report == columns.id).scalar_subquery()
        ).label("corrections")
        with reading(self.engine) as connection:
            row = connection.execute(
                select(columns.key, columns.short, columns.added, number).where(
                    (columns.id if ":" in short else columns.short) == short
                )
            ).one_or_none()
        if row is None:
            raise NotInArchive(f"no report {short!r} in the archive")
        return row

    def _hold(self, key: int, short: str, added: datetime, corrections: int) -> Held:
        if not corrections:
            return self._hold_machines(key, short, added)
        entries = tables.entries.c
        with reading(self.engine) as connection:
            rows = connection.execute(
                select(entries.kind, entries.id, entries.verdict).where(
                    entries.report == key, entries.verdict.is_not(None)
                )
            ).all()
        verdicts = {(row.kind, row.id): row.verdict for row in rows}
        return Held(self.archive.get(short, corrected=True), short=short, verdicts=verdicts)

    def _hold_machines(self, key: int, short: str, added: datetime) -> Held:
        with reading(self.engine) as connection:
            blob = connection.execute(
                select(tables.reports.c.record).where(tables.reports.c.key == key)
            ).scalar_one()
        return Held(Record.from_json(blob), short=short)

    def reports(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        outlet: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> tuple[ReportRow, ...]:
        """Return reports, the latest published first, undated ones last."""
        check_days(since, until)
        columns = tables.reports.c
        asked = select(tables.reports).order_by(
            columns.published.is_(None), columns.published.desc(), columns.key.desc()
        )
        if since is not None:
            asked = asked.where(columns.published >= since)
        if until is not None:
            asked = asked.where(columns.published <= until)
        if outlet is not None:
            asked = asked.where(columns.outlet == outlet)
        with reading(self.engine) as connection:
            rows = connection.execute(asked.limit(limit).offset(offset)).all()
            counts = _counts(connection, [row.key for row in rows])
        return tuple(
            ReportRow(
                short=row.short,
                id=row.id,
                headline=row.title or phrases.headline(self.held(row.short).record.report),
                outlet=row.outlet,
                published=row.published,
                url=row.url,
                statements=counts.get((row.key, "statement"), 0),
                findings=counts.get((row.key, "finding"), 0),
                copy=row.copy_of is not None,
            )
            for row in rows
        )

    def said(self, report: str | None = None) -> int:
        """Return how many corrections there are, of all reports or of one by its short id."""
        entry = tables.corrections.c.entry
        asked = select(func.count()).select_from(tables.corrections)
        if report is not None:
            asked = asked.where(entry.startswith(f"{report}/", autoescape=True))
        with reading(self.engine) as connection:
            return connection.execute(asked).scalar_one()

    def headline(self, short: str) -> str:
        """Return a report's title, or its first words; raises ``NotInArchive``."""
        return phrases.headline(self.held(short).record.report)

    def state(self) -> tuple[int, ...]:
        """Return numbers that differ when reports, corrections or what was merged have changed.

        A report read anew into exactly as many entries as the last one had escapes them.
        """
        entries, corrections = tables.entries.c.key, tables.corrections.c.key
        waiting = select(func.count()).where(tables.reports.c.merged.is_(False)).scalar_subquery()
        conflicts = select(func.count()).select_from(tables.conflicts).scalar_subquery()
        newest = [select(func.max(key)).scalar_subquery() for key in (entries, corrections)]
        with reading(self.engine) as connection:
            row = connection.execute(select(*newest, waiting, conflicts)).one()
        return tuple(number or 0 for number in row)

    def last_day(self) -> date | None:
        """Return the day of the latest report."""
        with reading(self.engine) as connection:
            return connection.execute(select(func.max(tables.reports.c.published))).scalar()

    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Return the outlets with the number of their reports, those with most first."""
        outlet = tables.reports.c.outlet
        number = func.count()
        with reading(self.engine) as connection:
            rows = connection.execute(
                select(outlet, number)
                .where(outlet.is_not(None))
                .group_by(outlet)
                .order_by(number.desc(), outlet)
            ).all()
        return tuple((row[0], row[1]) for row in rows)

    def to_query(
        self, *, severity: str | None = None, limit: int = 8, offset: int = 0
    ) -> tuple[Query, ...]:
        """Return findings, the gravest first and of these the latest."""
        entries, findings, reports = tables.entries.c, tables.findings.c, tables.reports.c
        asked = (
            select(
                reports.short,
                reports.title,
                reports.outlet,
                reports.published,
                entries.id.label("entry"),
                findings.kind,
                findings.severity,
                findings.message,
            )
            .join_from(tables.findings, tables.entries, findings.key == entries.key)
            .join(tables.reports, entries.report == reports.key)
            .where(entries.verdict.is_(None) | (entries.verdict != "reject"))
            .order_by(
                case(_RANK, value=findings.severity, else_=3), entries.day.desc(), entries.key
            )
        )
        if severity is not None:
            asked = asked.where(findings.severity == severity)
        with reading(self.engine) as connection:
            rows = connection.execute(asked.limit(limit).offset(offset)).all()
        return tuple(Query(**row._asdict()) for row in rows)


def _counts(connection: Connection, keys: Sequence[int]) -> dict[tuple[int, str], int]:
    entries = tables.entries.c
    rows = connection.execute(
        select(entries.report, entries.kind, func.count())
        .where(entries.report.in_(keys), entries.kind.in_(("statement", "finding")))
        .group_by(entries.report, entries.kind)
    ).all()
    return {(row[0], row[1]): row[2] for row in rows}
