"""Putting a record into the tables, in one transaction of the caller's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from onrecord.archive import tables
from onrecord.archive.corrections import of_report
from onrecord.archive.entry_rows import Row
from onrecord.archive.identities import identify
from onrecord.archive.keys import insert_rows, next_key, plain, storable
from onrecord.archive.naming import short_id
from onrecord.archive.rows import Shredder
from onrecord.derive.copies import shingles
from onrecord.record import Record, Report


def add(connection: Connection, record: Record) -> bool:
    """Store ``record``; return whether the archive has changed.

    A report already there is replaced where its coding or its facts differ. Where only the place
    it was printed at differs, that place is added and the record stays.
    """
    blob = record.to_json().encode("utf-8")
    found = connection.execute(
        select(tables.reports).where(tables.reports.c.id == record.report.id)
    ).one_or_none()
    if found is None:
        key = next_key(connection, tables.reports)
        insert_rows(connection, tables.reports, [_report_row(record, key, blob)])
        _insert_shingles(connection, record, key)
    else:
        key = found.key
        if found.record == blob:
            return False
        if printed_elsewhere(found, record.report):
            added = add_printing(connection, key, record.report)
            if (found.version, found.model) == (record.version, record.model):
                return added
            # A newer coding of the text, met in its other printing: the first printing's facts
            # are the record's, so that what is shown does not hang on who came last.
            record = _with_facts(record, found.record)
            blob = record.to_json().encode("utf-8")
        remove_entries(connection, key)
        row = _report_row(record, key, blob)
        connection.execute(update(tables.reports).where(tables.reports.c.key == key), row)
    insert_entries(connection, record, key)
    return True


def printed_elsewhere(found: Any, report: Report) -> bool:
    """Return whether ``report`` names another outlet or address than the row ``found``."""
    pairs = ((found.outlet, report.outlet), (found.url, report.url))
    return any(a is not None and b is not None and a != plain(b) for a, b in pairs)


def told_alike(found: Any, report: Report) -> bool:
    """Return whether the row ``found`` has the day and title of ``report``, those it tells.

    A day or title that was told anew changes what the text means.
    """
    facts = ((report.published, found.published), (report.title, found.title))
    return all(
        told is None or (plain(told) if isinstance(told, str) else told) == stored
        for told, stored in facts
    )


def add_printing(connection: Connection, key: int, report: Report) -> bool:
    """Note a further place where a report's text stood; return whether it was new."""
    printings = tables.printings
    row = storable(
        {
            "report": key,
            "title": report.title,
            "outlet": report.outlet,
            "url": report.url,
            "published": report.published,
            "given_id": report.given_id,
        }
    )
    known = select(func.count()).select_from(printings)
    for name, value in row.items():
        column = printings.c[name]
        known = known.where(column.is_(None) if value is None else column == value)
    if connection.execute(known).scalar_one():
        return False
    connection.execute(insert(printings), [row])
    return True


def _with_facts(record: Record, stored: bytes) -> Record:
    first = Record.from_json(stored).report
    names = (name for name in Record.__dataclass_fields__ if name != "report")
    return Record(report=first, **{name: getattr(record, name) for name in names})


def _report_row(record: Record, key: int, blob: bytes) -> Row:
    report = record.report
    return storable(
        {
            "key": key,
            "id": report.id,
            "short": short_id(report.id),
            "title": report.title,
            "outlet": report.outlet,
            "url": report.url,
            "published": report.published,
            "given_id": report.given_id,
            "characters": len(report.text),
            "version": record.version,
            "model": record.model,
            "added": datetime.now(UTC).replace(tzinfo=None),
            "record": blob,
            "copy_of": None,
            "merged": False,
        }
    )


def insert_entries(connection: Connection, record: Record, key: int) -> None:
    """Insert a record's entries as people have corrected them."""
    corrected, _ = of_report(connection, record)
    who = identify(
        connection,
        corrected.record.actors,
        report=short_id(record.report.id),
        fixed=corrected.identities,
    )
    rows = Shredder(
        corrected.record,
        report=key,
        first=next_key(connection, tables.entries),
        who=who,
        verdicts=corrected.verdicts,
    ).shred()
    insert_rows(connection, tables.entries, rows.entries)
    insert_rows(connection, tables.parts, rows.parts)
    insert_rows(connection, tables.offices, rows.offices)
    for kind, own in rows.of_kind.items():
        insert_rows(connection, tables.KINDS[kind], own)


def _insert_shingles(connection: Connection, record: Record, key: int) -> None:
    kept = sorted(shingles(record.report.text))
    insert_rows(connection, tables.shingles, [{"report": key, "shingle": one} for one in kept])


def remove_entries(connection: Connection, report: int) -> None:
    """Remove a report's entries, and what other entries have with them."""
    keys = select(tables.entries.c.key).where(tables.entries.c.report == report)
    conflicts = tables.conflicts.c
    connection.execute(
        delete(tables.conflicts).where(conflicts.first.in_(keys) | conflicts.second.in_(keys))
    )
    for table in (tables.parts, tables.offices):
        connection.execute(delete(table).where(table.c.entry.in_(keys)))
    for table in tables.KINDS.values():
        connection.execute(delete(table).where(table.c.key.in_(keys)))
    connection.execute(delete(tables.entries).where(tables.entries.c.report == report))
