"""Putting a record into the tables, in one transaction of the caller's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from onrecord.archive import tables
from onrecord.archive.corrections import of_report
from onrecord.archive.rows import Row, Shredder
from onrecord.derive.copies import shingles
from onrecord.derive.identities import aliases, folded
from onrecord.record import Actor, Record, Report

SHORT: Final = 16
"""Characters of a report's digest in the ids of its entries: 64 bits."""
LOCAL: Final = "in:"
"""Begins the alias of an identity that one report alone has."""
_COUNTED: Final = (tables.reports, tables.entries, tables.identities)
_SLUG = re.compile(r"[^a-z0-9]+")


def short_id(report_id: str) -> str:
    """Return the short form of a report's id, which begins the ids of its entries."""
    return report_id.rpartition(":")[2][:SHORT]


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
        _insert(connection, tables.reports, [_report_row(record, key, blob)])
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
    return any(a is not None and b is not None and a != _plain(b) for a, b in pairs)


def told_alike(found: Any, report: Report) -> bool:
    """Return whether the row ``found`` has the day and title of ``report``, those it tells.

    A day or title that was told anew changes what the text means.
    """
    facts = ((report.published, found.published), (report.title, found.title))
    return all(
        told is None or (_plain(told) if isinstance(told, str) else told) == stored
        for told, stored in facts
    )


def add_printing(connection: Connection, key: int, report: Report) -> bool:
    """Note a further place where a report's text stood; return whether it was new."""
    printings = tables.printings
    row = _storable(
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
    return _storable(
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
    corrected, _ = of_report(connection, record.report.id, record)
    actors = corrected.record.actors
    who = identify(connection, actors, report=short_id(record.report.id))
    rows = Shredder(
        corrected.record,
        report=key,
        first=next_key(connection, tables.entries),
        who=who,
        verdicts=corrected.verdicts,
    ).shred()
    _insert(connection, tables.entries, rows.entries)
    _insert(connection, tables.parts, rows.parts)
    _insert(connection, tables.offices, rows.offices)
    for kind, own in rows.of_kind.items():
        _insert(connection, tables.KINDS[kind], own)


def _insert_shingles(connection: Connection, record: Record, key: int) -> None:
    kept = sorted(shingles(record.report.text))
    _insert(connection, tables.shingles, [{"report": key, "shingle": one} for one in kept])


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


def identify(connection: Connection, actors: Sequence[Actor], *, report: str) -> dict[str, int]:
    """Return the identity's key of each named actor, new ones made.

    A person of whom only a surname is known has an identity of this report's own.
    """
    names = {
        actor.id: tuple(map(_plain, aliases(actor) or _local_alias(actor, report)))
        for actor in actors
    }
    apart = {actor.id: _plain(local_alias(actor.id, report)) for actor in actors}
    wanted = {alias for known in names.values() for alias in known} | set(apart.values())
    held: dict[str, int] = dict(
        connection.execute(
            select(tables.aliases.c.alias, tables.aliases.c.identity).where(
                tables.aliases.c.alias.in_(wanted)
            )
        ).all()
    )
    fresh: list[Row] = []
    new_names: list[Row] = []
    following = next_key(connection, tables.identities)
    out: dict[str, int] = {}
    for actor in actors:
        known = names[actor.id]
        if not known:
            continue
        # Whom a person has split off in this report stays apart, whatever his name.
        signs = (apart[actor.id], *known)
        identity = next((held[alias] for alias in signs if alias in held), None)
        if identity is None:
            identity = following
            following += 1
            fresh.append(_identity_row(actor, identity, local=known[0].startswith(LOCAL)))
        out[actor.id] = identity
        for alias in known:
            if alias not in held:
                held[alias] = identity
                new_names.append({"alias": alias, "identity": identity})
    _name_apart(connection, fresh)
    _insert(connection, tables.identities, fresh)
    _insert(connection, tables.aliases, new_names)
    return out


def _local_alias(actor: Actor, report: str) -> tuple[str, ...]:
    named = actor.kind == "person" and folded(actor.name) != ""
    return (local_alias(actor.id, report),) if named else ()


def local_alias(actor: str, report: str) -> str:
    """Return the alias of an actor in one report alone."""
    return f"{LOCAL}{report}:{actor}"


def _identity_row(actor: Actor, key: int, *, local: bool) -> Row:
    plain = unicodedata.normalize("NFKD", actor.name).encode("ascii", "ignore").decode()
    slug = _SLUG.sub("-", plain.lower()).strip("-")[:80] or actor.kind
    return {
        "key": key,
        "id": slug,
        "kind": actor.kind,
        "name": actor.name,
        "folded": folded(actor.name),
        "local": local,
        "country": actor.country,
        "known_as": actor.known_as,
    }


def _name_apart(connection: Connection, fresh: Sequence[Row]) -> None:
    """Give namesakes ids of their own: ``kim``, ``kim-417``."""
    ids = tables.identities.c.id
    wanted = {row["id"] for row in fresh}
    taken = set(connection.execute(select(ids).where(ids.in_(wanted))).scalars())
    for row in fresh:
        if row["id"] in taken:
            row["id"] = f"{row['id']}-{row['key']}"
        taken.add(row["id"])


def next_key(connection: Connection, table: Table) -> int:
    """Return the next key of a table, never given before; see :func:`_take`.

    Writers are alone, so nobody else can take it meanwhile.
    """
    counters = tables.counters.c
    last = connection.execute(select(counters.last).where(counters.name == table.name)).scalar()
    return int(last or 0) + 1


def _take(connection: Connection, table: Table, last: int) -> None:
    """Note that keys up to ``last`` are given out."""
    counters = tables.counters
    noted = connection.execute(
        update(counters).where(counters.c.name == table.name).values(last=last)
    )
    if not noted.rowcount:
        connection.execute(insert(counters), [{"name": table.name, "last": last}])


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), [_storable(row) for row in rows])
        if table in _COUNTED:
            _take(connection, table, rows[-1]["key"])


def _storable(row: Row) -> Row:
    return {k: _plain(v) if isinstance(v, str) else v for k, v in row.items()}


def _plain(text: str) -> str:
    # PostgreSQL keeps no NUL in text; the record itself is kept as bytes and exact.
    return text.replace("\0", "\ufffd")
