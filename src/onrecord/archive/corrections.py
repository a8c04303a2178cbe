"""Corrections: a person's word on an entry, kept for good, with who said so, when and why."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from onrecord.archive import tables
from onrecord.archive.corrected import LISTS, Change, Corrected, apply, snapshot
from onrecord.errors import ArchiveError, NotInArchive
from onrecord.record import Actor, Record

VERDICTS: Final = ("accept", "change", "reject", "merge", "split")
GROUPED: Final = {"statement": "saying", "meeting": "happening", "event": "happening"}
"""The kinds whose entries merge across reports, and the column that names the group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's word on an entry or, merging and splitting, on an actor.

    ``entry`` is the id it was given for (``<report>/statement/s1``, or ``actor/<id>``),
    ``machine`` what the machine's entry was then. ``changes`` are fields of the contract with
    their new values; of ``merge`` ``{"into": id}``, of an actor's ``split``
    ``{"reports": [ids]}``. ``current`` is the entry's id in the present reading, ``None`` where
    that has no such entry.
    """

    entry: str
    verdict: str
    by: str
    at: datetime
    why: str | None
    changes: Mapping[str, Any]
    machine: Mapping[str, Any]
    current: str | None

    def row(self) -> dict[str, Any]:
        """Return the correction as plain values; ``onrecord correct`` reads them back."""
        return {
            "entry": self.entry,
            "verdict": self.verdict,
            "by": self.by,
            "at": self.at.isoformat(timespec="seconds") + "Z",
            "why": self.why,
            "changes": dict(self.changes),
            "machine": dict(self.machine),
            "current": self.current,
        }


def note(
    connection: Connection,
    *,
    entry: str,
    verdict: str,
    by: str,
    why: str | None,
    changes: Mapping[str, Any],
) -> str | None:
    """Append a correction; return the id of the report it concerns, ``None`` for an actor's.

    Raises ``NotInArchive`` for an unknown entry, ``ArchiveError`` for a correction without a
    sense: nobody's, an unknown verdict, a field that is not there, a value out of the contract.
    """
    if verdict not in VERDICTS:
        raise ArchiveError(f"verdict is {verdict!r}; the choices are {', '.join(VERDICTS)}")
    if not by.strip():
        raise ArchiveError("a correction needs a name: by whom?")
    if (verdict == "change") != bool(changes) and verdict in {"accept", "change", "reject"}:
        raise ArchiveError(f"{verdict!r} with {len(changes)} changes: only 'change' has some")
    report, machine = (
        (None, {}) if entry.startswith("actor/") else _checked(connection, entry, verdict, changes)
    )
    connection.execute(
        insert(tables.corrections),
        [
            {
                "at": datetime.now(UTC).replace(tzinfo=None),
                "by": by,
                "why": why,
                "verdict": verdict,
                "entry": entry,
                "report": report,
                "changes": json.dumps(dict(changes)),
                "machine": json.dumps(machine),
            }
        ],
    )
    return report


def _checked(
    connection: Connection, entry: str, verdict: str, changes: Mapping[str, Any]
) -> tuple[str, dict[str, Any]]:
    """Return the report's id and the machine's entry, after trying the correction on it."""
    short, kind, name = split_id(entry)
    row = connection.execute(
        select(tables.reports.c.id, tables.reports.c.record).where(tables.reports.c.short == short)
    ).one_or_none()
    if row is None or kind not in LISTS:
        raise NotInArchive(f"no entry {entry!r} in the archive")
    record = Record.from_json(row.record)
    try:
        machine = snapshot(record, kind, name)
    except KeyError as error:
        raise NotInArchive(f"no entry {entry!r} in the archive") from error
    if verdict in {"merge", "split"}:
        if kind not in GROUPED:
            raise ArchiveError(f"a {kind} is not merged across reports; {', '.join(GROUPED)} are")
    else:
        fields = resolved(connection, record, changes)
        apply(
            with_actors(connection, record, fields),
            [Change(kind=kind, machine=machine, verdict=verdict, changes=fields)],
        )
    return row.id, machine


def split_id(entry: str) -> tuple[str, str, str]:
    """Return an entry id's report, kind and own id."""
    short, _, rest = entry.partition("/")
    kind, _, name = rest.partition("/")
    return short, kind, name


def of_report(connection: Connection, report: str, record: Record) -> tuple[Corrected, list[Any]]:
    """Return a report's record as corrected, and the rows of its corrections in their order."""
    table = tables.corrections
    rows = list(
        connection.execute(select(table).where(table.c.report == report).order_by(table.c.key))
    )
    if not rows:
        return Corrected(record=record, verdicts={}, placed=()), []
    changes = []
    for row in rows:
        _, kind, _ = split_id(row.entry)
        fields = json.loads(row.changes) if row.verdict == "change" else {}
        fields = resolved(connection, record, fields)
        record = with_actors(connection, record, fields)
        machine = json.loads(row.machine)
        changes.append(Change(kind=kind, machine=machine, verdict=row.verdict, changes=fields))
    return apply(record, changes), rows


def resolved(connection: Connection, record: Record, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``fields`` with actors of the archive in the record's own ids where it has them."""
    own = {actor.id for actor in record.actors}
    out = dict(fields)
    for name in ("speaker", "actor", "host", "beneficiary", "represents"):
        value = out.get(name)
        if isinstance(value, str) and value not in own:
            out[name] = _own_id(connection, record, value)
    for name in ("addressees", "actors", "recipients"):
        if isinstance(out.get(name), list):
            out[name] = [
                one if one in own else _own_id(connection, record, one) for one in out[name]
            ]
    return out


def _own_id(connection: Connection, record: Record, identity: str) -> str:
    """Return the id that ``record`` gives an identity; the identity's own where it gives none."""
    entries, identities = tables.entries.c, tables.identities.c
    found = (
        connection.execute(
            select(entries.id)
            .join_from(tables.entries, tables.identities, identities.key == entries.who)
            .join(tables.reports, tables.reports.c.key == entries.report)
            .where(
                tables.reports.c.id == record.report.id,
                entries.kind == "actor",
                identities.id == identity,
            )
        )
        .scalars()
        .first()
    )
    return found if found is not None else identity


def with_actors(connection: Connection, record: Record, fields: Mapping[str, Any]) -> Record:
    """Return ``record`` with the archive's actors that ``fields`` name and it does not have."""
    named: list[Any] = [
        fields.get(name) for name in ("speaker", "actor", "host", "beneficiary", "represents")
    ]
    for name in ("addressees", "actors", "recipients"):
        named += fields.get(name) or []
    own = {actor.id for actor in record.actors}
    wanted = {one for one in named if isinstance(one, str)} - own
    if not wanted:
        return record
    identities = tables.identities.c
    rows = connection.execute(select(tables.identities).where(identities.id.in_(wanted))).all()
    missing = wanted - {row.id for row in rows}
    if missing:
        raise NotInArchive(f"no actor {sorted(missing)[0]!r} in this report or the archive")
    added = tuple(
        Actor(id=row.id, kind=row.kind, name=row.name, country=row.country, known_as=row.known_as)
        for row in rows
    )
    return replace(record, actors=(*record.actors, *added))


def listed(connection: Connection, rows: Sequence[Any]) -> tuple[Correction, ...]:
    """Return corrections of their rows, each with its entry's present id."""
    current: dict[int, str | None] = {}
    for report in {row.report for row in rows if row.report is not None}:
        found = connection.execute(
            select(tables.reports.c.record, tables.reports.c.short).where(
                tables.reports.c.id == report
            )
        ).one()
        corrected, own = of_report(connection, report, Record.from_json(found.record))
        for row, name in zip(own, corrected.placed, strict=True):
            _, kind, _ = split_id(row.entry)
            current[row.key] = f"{found.short}/{kind}/{name}" if name is not None else None
    return tuple(
        Correction(
            entry=row.entry,
            verdict=row.verdict,
            by=row.by,
            at=row.at,
            why=row.why,
            changes=json.loads(row.changes),
            machine=json.loads(row.machine),
            current=current.get(row.key, row.entry),
        )
        for row in rows
    )
