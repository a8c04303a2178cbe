"""The archive: many reports as one record, in SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any

from sqlalchemy import select

from onrecord.archive import adding, schema, tables
from onrecord.archive.asking import Asking
from onrecord.archive.corrected import without_rejected
from onrecord.archive.correcting import correct
from onrecord.archive.corrections import asked as corrections_asked
from onrecord.archive.corrections import listed, of_report
from onrecord.archive.engine import open_engine, reading, writing
from onrecord.archive.fetched import Fetched
from onrecord.archive.merging import merge
from onrecord.archive.told import Correction, Told
from onrecord.errors import ArchiveError, NotInArchive
from onrecord.record import Record, Report


class Archive(Asking):
    """Reports and their entries, kept, searched, followed and corrected.

    ``url`` is a SQLAlchemy address (``sqlite:///news.db``, ``postgresql://host/name``) or the
    path of a SQLite file, made where absent unless ``make`` is false. Any number of archives,
    threads and processes may read and write one database. Every method raises ``ArchiveError``
    where the database fails.
    """

    def __init__(self, url: str, *, make: bool = True) -> None:
        self.url = url
        self._engine = open_engine(url, make=make)
        try:
            schema.upgrade(self._engine)
        except ArchiveError:
            self.close()
            raise

    def close(self) -> None:
        """Close the connections; the archive opens new ones when used again."""
        self._engine.dispose()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, record: Record) -> bool:
        """Store a record, whole or not at all; return whether the archive has changed.

        Same text, same report: stored again it changes nothing; read anew (another version or
        model, another date) its entries are replaced and people's corrections kept.
        """
        with writing(self._engine) as connection:
            return adding.add(connection, record)

    def merge(self) -> int:
        """Hold new reports against the others: copies, sayings, meetings; return how many.

        ``onrecord add`` does this at its end. Each batch is a transaction of its own.
        """
        total = 0
        while True:
            with writing(self._engine) as connection:
                number = merge(connection)
            if not number:
                return total
            total += number

    def holds(self, report: Report | str, *, version: str = "", model: str = "") -> bool:
        """Return whether the archive has this report (or id), coded by ``version`` and ``model``.

        Either left empty counts as any. A report whose text is there, but was printed elsewhere,
        has that place noted.
        """
        given = report if isinstance(report, Report) else None
        wanted = given.id if given is not None else str(report)
        with reading(self._engine) as connection:
            found = connection.execute(
                select(tables.reports).where(tables.reports.c.id == wanted)
            ).one_or_none()
        if found is None or version not in {"", found.version} or model not in {"", found.model}:
            return False
        if given is None:
            return True
        if adding.printed_elsewhere(found, given):
            with writing(self._engine) as connection:
                adding.add_printing(connection, found.key, given)
            return True
        return adding.told_alike(found, given)

    def correct(
        self,
        entry: str,
        verdict: str,
        *,
        by: str,
        why: str | None = None,
        changes: Mapping[str, Any] | None = None,
    ) -> Correction:
        """Note a person's word on an entry, and carry it out; nothing is ever overwritten.

        ``verdict`` is ``accept``, ``change`` (with ``changes``: fields of the contract, actors by
        the record's ids or the archive's), ``reject``; ``merge`` (``{"into": id}``) or ``split``
        (``{"from": [ids]}``, or none for all) for statements, meetings and events of several
        reports; for actors of one report (``{"into": id}``, ``{"mentions": [[start, end]]}``), and
        for actors of the archive (``actor/<id>``; a split with ``{"reports": [ids]}``);
        ``withdraw`` takes back all that was said of the entry before. Raises ``NotInArchive`` and
        ``ArchiveError``.
        """
        noted = self._take(
            Told(entry=entry, verdict=verdict, by=by, why=why, changes=changes or {})
        )
        assert noted is not None  # what is said now was never said before
        return noted

    def take(self, row: Mapping[str, Any], *, by: str = "") -> Correction | None:
        """Note a correction as a file or an export has it; ``None`` where it was noted before.

        ``by`` is who says so where the row does not. What an export adds is kept: when it was said,
        and of which entry, so that it is found in another reading. Raises ``NotInArchive`` and
        ``ArchiveError``.
        """
        return self._take(Told.of_row(row, by=by))

    def _take(self, told: Told) -> Correction | None:
        with writing(self._engine) as connection:
            key = correct(connection, told)
        self.merge()
        if key is None:
            return None
        table = tables.corrections
        with reading(self._engine) as connection:
            row = connection.execute(select(table).where(table.c.key == key)).one()
            return listed(connection, [row])[0]

    def corrections(
        self,
        report: str | None = None,
        *,
        actor: str | None = None,
        latest: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Correction, ...]:
        """Return corrections, the oldest first or the ``latest``.

        Those of all entries; of one ``report`` (its id, long or short) and of what was merged with
        its entries; or of one ``actor`` of the archive.
        """
        with reading(self._engine) as connection:
            asked = corrections_asked(connection, report=report, actor=actor, latest=latest)
            rows = connection.execute(asked.limit(limit).offset(offset)).all()
            return listed(connection, rows)

    @property
    def fetched(self) -> Fetched:
        """What is remembered of the web: what was fetched, and whom to leave alone."""
        return Fetched(self._engine)

    def get(self, report_id: str, *, corrected: bool = False) -> Record:
        """Return a report's record as the machine made it; ``report_id`` may be the short form.

        ``corrected``: as people have corrected it, without what they rejected. Raises
        ``NotInArchive``.
        """
        column = tables.reports.c.id if ":" in report_id else tables.reports.c.short
        with reading(self._engine) as connection:
            blob = connection.execute(
                select(tables.reports.c.record).where(column == report_id)
            ).scalar_one_or_none()
        if blob is None:
            raise NotInArchive(f"no report {report_id!r} in {self.url}")
        record = Record.from_json(blob)
        if not corrected:
            return record
        with reading(self._engine) as connection:
            return without_rejected(of_report(connection, record)[0])

    def records(self) -> Iterator[Record]:
        """Yield all records in the order they were first added."""
        last = 0
        while True:
            with reading(self._engine) as connection:
                rows = connection.execute(
                    select(tables.reports.c.key, tables.reports.c.record)
                    .where(tables.reports.c.key > last)
                    .order_by(tables.reports.c.key)
                    .limit(64)
                ).all()
            if not rows:
                return
            for row in rows:
                yield Record.from_json(row.record)
            last = rows[-1].key
