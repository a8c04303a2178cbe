"""Carrying out corrections: entries written anew, actors merged or split, groups joined or left."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, literal, or_, select, update

from onrecord.archive import tables
from onrecord.archive.adding import insert_entries, local_alias, next_key, remove_entries
from onrecord.archive.corrections import GROUPED, note, of_report, split_id
from onrecord.archive.search import entry_key
from onrecord.errors import ArchiveError, NotInArchive
from onrecord.record import Record


def correct(
    connection: Connection,
    *,
    entry: str,
    verdict: str,
    by: str,
    why: str | None = None,
    changes: Mapping[str, Any] | None = None,
) -> None:
    """Append a correction and carry it out; see :func:`onrecord.archive.corrections.note`."""
    fields = dict(changes or {})
    report = note(connection, entry=entry, verdict=verdict, by=by, why=why, changes=fields)
    if report is not None:
        if verdict in {"merge", "split"}:
            _group(connection, entry_key(connection, entry), verdict, fields)
        else:
            rewrite(connection, report)
        return
    identity = entry.removeprefix("actor/")
    if verdict == "merge":
        _merge_actors(connection, identity, str(fields.get("into")))
    elif verdict == "split":
        _split_actor(connection, identity, fields.get("reports") or [])
    else:
        raise ArchiveError(f"an actor is merged or split; {verdict!r} is for a report's entry")


def rewrite(connection: Connection, report: str) -> None:
    """Write a report's entries anew, from the machine's record and all corrections."""
    row = connection.execute(
        select(tables.reports.c.key, tables.reports.c.record).where(tables.reports.c.id == report)
    ).one()
    remove_entries(connection, row.key)
    insert_entries(connection, Record.from_json(row.record), row.key)
    connection.execute(
        update(tables.reports).where(tables.reports.c.key == row.key).values(merged=False)
    )


def regroup(connection: Connection, reports: Sequence[int]) -> None:
    """Carry out again what people said of groups of these reports, after they were merged."""
    table = tables.corrections
    rows = connection.execute(
        select(table.c.report, tables.reports.c.record, tables.reports.c.short)
        .join_from(table, tables.reports, tables.reports.c.id == table.c.report)
        .where(tables.reports.c.key.in_(reports), table.c.verdict.in_(["merge", "split"]))
        .distinct()
    ).all()
    for row in rows:
        corrected, noted = of_report(connection, row.report, Record.from_json(row.record))
        for one, name in zip(noted, corrected.placed, strict=True):
            _, kind, _ = split_id(one.entry)
            if name is not None and one.verdict in {"merge", "split"}:
                key = entry_key(connection, f"{row.short}/{kind}/{name}")
                _group(connection, key, one.verdict, json.loads(one.changes))


def _group(connection: Connection, key: int, verdict: str, fields: Mapping[str, Any]) -> None:
    entries = tables.entries.c
    kind = connection.execute(select(entries.kind).where(entries.key == key)).scalar_one()
    table, column = tables.KINDS[kind], GROUPED[kind]
    if verdict == "split":
        rest = table.c[column] == key, table.c.key != key
        heir = connection.execute(select(func.min(table.c.key)).where(*rest)).scalar()
        # The others keep together under another name than this one's key.
        connection.execute(update(table).where(*rest).values({column: heir}))
        connection.execute(update(table).where(table.c.key == key).values({column: key}))
        return
    into = str(fields.get("into"))
    try:
        other = entry_key(connection, into)
    except NotInArchive:
        # What it was merged with has gone with a new reading; the correction stays on record.
        return
    if split_id(into)[1] != kind:
        raise ArchiveError(f"a {kind} cannot be merged into {into!r}, which is none")
    named = func.coalesce(table.c[column], table.c.key)
    group = connection.execute(select(named).where(table.c.key == other)).scalar_one()
    mine = connection.execute(select(named).where(table.c.key == key)).scalar_one()
    connection.execute(
        update(table)
        .where(or_(table.c[column] == mine, table.c.key.in_([key, other])))
        .values({column: group})
    )


def _identity(connection: Connection, name: str) -> int:
    key: int | None = connection.execute(
        select(tables.identities.c.key).where(tables.identities.c.id == name)
    ).scalar_one_or_none()
    if key is None:
        raise NotInArchive(f"no actor {name!r} in the archive")
    return key


def _merge_actors(connection: Connection, one: str, into: str) -> None:
    """Make one identity of two; the first's id goes on leading to the second."""
    old, new = _identity(connection, one), _identity(connection, into)
    if old == new:
        raise ArchiveError(f"{one!r} and {into!r} are one actor already")
    entries = tables.entries
    reports = _reports_of(connection, old)
    for table in (entries, tables.parts):
        connection.execute(update(table).where(table.c.who == old).values(who=new))
    padded = literal(" ").concat(entries.c.tags).concat(" ")
    for sign in "wa":
        changed = func.trim(func.replace(padded, f" {sign}{old}0 ", f" {sign}{new}0 "))
        connection.execute(
            update(entries).where(entries.c.report.in_(reports)).values(tags=changed)
        )
    aliases, identities = tables.aliases, tables.identities
    connection.execute(update(aliases).where(aliases.c.identity == old).values(identity=new))
    connection.execute(insert(aliases), [{"alias": f"id:{one}", "identity": new}])
    connection.execute(identities.delete().where(identities.c.key == old))


def _split_actor(connection: Connection, identity: str, reports: Sequence[str]) -> None:
    """Part an identity: in ``reports`` it is somebody else from now on."""
    if not reports:
        raise ArchiveError("to split an actor name the reports in which it is somebody else")
    old = _identity(connection, identity)
    entries, own = tables.entries.c, tables.reports.c
    rows = connection.execute(
        select(entries.id, own.short, own.id.label("report"))
        .join_from(tables.entries, tables.reports, own.key == entries.report)
        .where(
            entries.who == old,
            entries.kind == "actor",
            or_(own.id.in_(reports), own.short.in_(reports)),
        )
    ).all()
    if not rows:
        raise NotInArchive(f"no actor {identity!r} in these reports")
    model = connection.execute(
        select(tables.identities).where(tables.identities.c.key == old)
    ).one()
    key = next_key(connection, tables.identities)
    connection.execute(
        insert(tables.identities),
        [{**model._mapping, "key": key, "id": f"{identity}-{key}", "known_as": None}],
    )
    connection.execute(
        update(tables.counters).where(tables.counters.c.name == "identities").values(last=key)
    )
    names = [{"alias": local_alias(row.id, row.short), "identity": key} for row in rows]
    held = [name["alias"] for name in names]
    aliases = tables.aliases
    connection.execute(aliases.delete().where(aliases.c.alias.in_(held)))
    connection.execute(insert(aliases), names)
    for report in {row.report for row in rows}:
        rewrite(connection, report)


def _reports_of(connection: Connection, who: int) -> list[int]:
    entries, parts = tables.entries.c, tables.parts.c
    found = connection.execute(
        select(entries.report)
        .join_from(tables.entries, tables.parts, parts.entry == entries.key, isouter=True)
        .where(or_(entries.who == who, parts.who == who))
        .distinct()
    )
    return list(found.scalars().all())
