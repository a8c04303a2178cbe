"""Actors of the archive that a person makes one of, or parts: carried out, and taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, func, literal, select, update

from onrecord.archive import identities, tables
from onrecord.archive.corrections import keep, of_report
from onrecord.archive.naming import short_id
from onrecord.archive.told import Told
from onrecord.archive.voices import chunks
from onrecord.errors import ArchiveError, NotInArchive
from onrecord.record import Record


def correct_actor(connection: Connection, told: Told) -> tuple[int, set[int]]:
    """Keep a correction of an actor and carry it out.

    Return the correction's key, and those of the reports whose entries are to be written anew.
    """
    name = told.entry.removeprefix("actor/")
    if told.verdict == "merge":
        return _merge(connection, told, name)
    if told.verdict == "split":
        return _split(connection, told, name)
    if told.verdict == "withdraw":
        return _withdraw(connection, told, name)
    raise ArchiveError(
        "an actor of the archive is merged, split or withdrawn; "
        f"{told.verdict!r} is for a report's entry"
    )


def _identity(connection: Connection, told: Told, name: str) -> Any:
    """Return the row of an identity; one that another archive calls ``name`` as told from there."""
    memory = ((told.known or {}).get("actors") or {}).get(name)
    row = (
        identities.found_again(connection, memory)
        if isinstance(memory, Mapping)
        else identities.row(connection, name)
    )
    if row is None:
        raise NotInArchive(f"no actor {name!r} in the archive")
    return row


def _memory(connection: Connection, **named: Any) -> dict[str, Any]:
    return {"actors": {name: identities.remembered(connection, row) for name, row in named.items()}}


def _merge(connection: Connection, told: Told, name: str) -> tuple[int, set[int]]:
    """Let an identity lead to another from now on; its own id goes on leading there too."""
    other = str(told.changes.get("into"))
    one, into = _identity(connection, told, name), _identity(connection, told, other)
    lead = identities.leads(connection, [one.key, into.key])
    if lead[one.key] == lead[into.key]:
        raise ArchiveError(f"{name!r} and {other!r} are one actor already")
    known = _memory(connection, **{name: one, other: into})
    noted = keep(connection, told, report=None, machine={}, known=known)
    _sign(connection, one)
    connection.execute(
        update(tables.identities)
        .where(tables.identities.c.key == one.key)
        .values(into=lead[into.key])
    )
    if one.into is not None:  # it led elsewhere: only the reports can tell who was who
        return noted, _who_differ(connection, lead[one.key])
    _rename(connection, one.key, lead[into.key])
    return noted, set()


def _sign(connection: Connection, one: Any) -> None:
    """Have an identity of one report alone known there by name too, whatever id it gets anew."""
    if not one.local:
        return
    entries, reports = tables.entries.c, tables.reports.c
    rows = connection.execute(
        select(entries.id, entries.text, reports.short)
        .join_from(tables.entries, tables.reports, reports.key == entries.report)
        .where(entries.kind == "actor", entries.who == one.key)
    ).all()
    signs = {sign for row in rows for sign in identities.apart(row.id, row.text, row.short)}
    held = identities.by_alias(connection, signs)
    identities.move_signs(connection, signs - held.keys(), one.key)


def _rename(connection: Connection, old: int, new: int) -> None:
    """Put an identity's key in another's place in all entries."""
    entries = tables.entries
    reports = _reports_of(connection, old)
    for table in (entries, tables.parts):
        connection.execute(update(table).where(table.c.who == old).values(who=new))
    padded = literal(" ").concat(entries.c.tags).concat(" ")
    for sign in "wa":
        changed = func.trim(func.replace(padded, f" {sign}{old}0 ", f" {sign}{new}0 "))
        for some in chunks(reports):
            connection.execute(
                update(entries).where(entries.c.report.in_(some)).values(tags=changed)
            )


def _split(connection: Connection, told: Told, name: str) -> tuple[int, set[int]]:
    """Part an identity: in the reports named it is somebody else from now on."""
    asked = told.changes.get("reports")
    if not isinstance(asked, list) or not asked:
        raise ArchiveError("to split an actor name the reports in which it is somebody else")
    one = _identity(connection, told, name)
    lead = identities.leads(connection, [one.key])[one.key]
    shorts = {short_id(str(report)) for report in asked}
    apart = (told.known or {}).get("apart") or _actors_in(connection, lead, shorts)
    if not apart:
        raise NotInArchive(f"no actor {name!r} in these reports")
    (root,) = identities.rows_by_key(connection, [lead])
    called = told.changes.get("as") or identities.free_id(connection, root.id)
    if not isinstance(called, str) or identities.row(connection, called) is not None:
        raise ArchiveError(f"as is {called!r}, which is another actor's id; give one that is free")
    changes = {**told.changes, "reports": sorted(shorts), "as": called}
    known = {**_memory(connection, **{name: one}), "apart": apart}
    noted = keep(connection, told, report=None, machine={}, known=known, changes=changes)
    signs = [
        sign for row in apart for sign in identities.apart(row["actor"], row["name"], row["report"])
    ]
    identities.make_apart(connection, root, called, signs)
    return noted, _keys(connection, {row["report"] for row in apart})


def _actors_in(connection: Connection, who: int, shorts: set[str]) -> list[dict[str, str]]:
    """Return as whom an identity stands in reports."""
    entries, reports = tables.entries.c, tables.reports.c
    rows = connection.execute(
        select(entries.id, entries.text, reports.short)
        .join_from(tables.entries, tables.reports, reports.key == entries.report)
        .where(entries.who == who, entries.kind == "actor", reports.short.in_(sorted(shorts)))
        .order_by(reports.short, entries.id)
    )
    return [{"report": row.short, "actor": row.id, "name": row.text} for row in rows]


def _withdraw(connection: Connection, told: Told, name: str) -> tuple[int, set[int]]:
    """Take back that an identity is another one, or that it was parted off."""
    one = _identity(connection, told, name)
    table = tables.identities
    before = identities.leads(connection, [one.key])[one.key]
    known = _memory(connection, **{name: one})
    parted = _parted_from(connection, one)
    if one.into is not None:
        into = None
    elif parted is not None and parted.key != one.key:
        into = identities.leads(connection, [parted.key])[parted.key]
    else:
        raise ArchiveError(f"nothing has been said of {name!r} that could be taken back")
    noted = keep(connection, told, report=None, machine={}, known=known)
    connection.execute(update(table).where(table.c.key == one.key).values(into=into))
    return noted, _who_differ(connection, before)


def _parted_from(connection: Connection, one: Any) -> Any | None:
    """Return the identity from which a person parted this one; ``None`` where nobody did."""
    table = tables.corrections.c
    rows = connection.execute(
        select(table.entry, table.changes)
        .where(table.verdict == "split", table.report.is_(None))
        .order_by(table.key.desc())
    )
    for row in rows:
        if json.loads(row.changes).get("as") == one.id:
            return identities.row(connection, row.entry.removeprefix("actor/"))
    return None


def _who_differ(connection: Connection, who: int) -> set[int]:
    """Return the reports with that identity in which somebody would now be another one."""
    entries = tables.entries.c
    out: set[int] = set()
    for report in _reports_of(connection, who):
        blob = connection.execute(
            select(tables.reports.c.record).where(tables.reports.c.key == report)
        ).scalar_one()
        corrected, _ = of_report(connection, Record.from_json(blob))
        record = corrected.record
        now = identities.known(connection, record.actors, report=short_id(record.report.id))
        then = connection.execute(
            select(entries.id, entries.who).where(entries.report == report, entries.kind == "actor")
        )
        fixed = corrected.identities
        if any(row.id in fixed or now.get(row.id) != row.who for row in then):
            out.add(report)
    return out


def _reports_of(connection: Connection, who: int) -> list[int]:
    entries, parts = tables.entries.c, tables.parts.c
    own = connection.execute(select(entries.report).where(entries.who == who).distinct())
    taking = connection.execute(
        select(entries.report)
        .join_from(tables.parts, tables.entries, parts.entry == entries.key)
        .where(parts.who == who)
        .distinct()
    )
    return sorted({*own.scalars(), *taking.scalars()})


def _keys(connection: Connection, shorts: Iterable[str]) -> set[int]:
    column = tables.reports.c
    asked = select(column.key).where(column.short.in_(sorted(set(shorts))))
    return set(connection.execute(asked).scalars())
