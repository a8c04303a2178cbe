"""Corrections: a person's word on an entry, kept for good, with who said so, when and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, or_, select

from onrecord.archive import grouping, identities, tables
from onrecord.archive.corrected import Change, Corrected, apply
from onrecord.archive.grouping import GROUPED
from onrecord.archive.keys import storable
from onrecord.archive.naming import short_id, split_id
from onrecord.archive.told import Correction, Standing, Told
from onrecord.record import Record

_JUDGED = frozenset({"accept", "change", "reject"})


def keep(
    connection: Connection,
    told: Told,
    *,
    report: str | None,
    machine: Mapping[str, Any],
    known: Mapping[str, Any],
    changes: Mapping[str, Any] | None = None,
) -> int:
    """Append a correction to what people have said; return its key."""
    row = {
        "at": told.at or datetime.now(UTC).replace(tzinfo=None),
        "by": told.by,
        "why": told.why,
        "verdict": told.verdict,
        "entry": told.entry,
        "report": report,
        "changes": json.dumps(dict(told.changes if changes is None else changes)),
        "machine": json.dumps(dict(machine)),
        "known": json.dumps(dict(known)),
    }
    made = insert(tables.corrections).values(storable(row)).returning(tables.corrections.c.key)
    return int(connection.execute(made).scalar_one())


def is_kept(connection: Connection, told: Told) -> bool:
    """Return whether the very same was said before: same entry, person and moment."""
    table = tables.corrections.c
    if told.at is None:
        return False
    rows = connection.execute(
        select(table.changes).where(
            table.entry == told.entry,
            table.verdict == told.verdict,
            table.by == told.by,
            table.at == told.at,
        )
    ).scalars()
    return any(json.loads(changes) == dict(told.changes) for changes in rows)


def of_report(
    connection: Connection, record: Record, *, more: Sequence[Change] = ()
) -> tuple[Corrected, list[Any]]:
    """Return a report's record as corrected, and the rows of its corrections in their order.

    ``more`` are changes that are not yet kept; they come last.
    """
    table = tables.corrections
    rows = list(
        connection.execute(
            select(table)
            .where(table.c.report == record.report.id)
            .order_by(table.c.at, table.c.key)
        )
    )
    if not rows and not more:
        return Corrected(record=record, verdicts={}, placed=()), []
    changes = [*map(_change, rows), *more]
    lead = _leads(connection, changes)
    own: dict[str, str] = {}
    if lead:
        keys = identities.known(connection, record.actors, report=short_id(record.report.id))
        ids = {row.key: row.id for row in identities.rows_by_key(connection, keys.values())}
        own = {actor: ids[key] for actor, key in keys.items()}
    return apply(record, [_led(change, lead) for change in changes], own=own), rows


def _change(row: Any) -> Change:
    return Change(
        kind=split_id(row.entry)[1],
        machine=json.loads(row.machine),
        verdict=row.verdict,
        changes=json.loads(row.changes),
        known=json.loads(row.known) if row.known else {},
    )


def _leads(connection: Connection, changes: Iterable[Change]) -> dict[str, str]:
    """Return for the archive's actors that changes name the ids of those they are by now."""
    named = {
        one["identity"]
        for change in changes
        for one in (change.known.get("actors") or {}).values()
        if one.get("identity") is not None
    }
    then = {row.id: row.key for row in identities.rows(connection, named)}
    lead = identities.leads(connection, then.values())
    now = {row.key: row.id for row in identities.rows_by_key(connection, lead.values())}
    return {name: now[lead[key]] for name, key in then.items()}


def _led(change: Change, lead: Mapping[str, str]) -> Change:
    actors = {
        name: {**one, "identity": lead.get(one.get("identity"))}
        for name, one in (change.known.get("actors") or {}).items()
    }
    return replace(change, known={**change.known, "actors": actors})


def asked(
    connection: Connection, *, report: str | None, actor: str | None, latest: bool
) -> Select[Any]:
    """Return the question for corrections: of all, of a report's entries, or of an actor."""
    table = tables.corrections
    order = (table.c.at, table.c.key)
    question = select(table).order_by(*(column.desc() if latest else column for column in order))
    if report is not None:
        short = short_id(report)
        merged_with = table.c.known.contains(f'"entry": "{short}/', autoescape=True)
        question = question.where(
            or_(table.c.entry.startswith(f"{short}/", autoescape=True), merged_with)
        )
    if actor is not None:
        one = identities.row(connection, actor)
        names = [actor, *(identities.leading_to(connection, one.key) if one is not None else ())]
        of_actor = [table.c.entry == f"actor/{name}" for name in names]
        into = [table.c.changes.contains(f'"into": {json.dumps(name)}') for name in names]
        question = question.where(table.c.report.is_(None), or_(*of_actor, *into))
    return question


def listed(connection: Connection, rows: Sequence[Any]) -> tuple[Correction, ...]:
    """Return corrections of their rows, each with its entry's present id and how it stands."""
    current: dict[int, tuple[str | None, Standing, str | None]] = {}
    for report in {row.report for row in rows if row.report is not None}:
        current |= _of_report_now(connection, report)
    for row in rows:
        if row.report is None:
            current[row.key] = _of_actor_now(connection, row)
    return tuple(
        Correction(
            entry=row.entry,
            verdict=row.verdict,
            by=row.by,
            at=row.at,
            why=row.why,
            changes=json.loads(row.changes),
            machine=json.loads(row.machine),
            known=json.loads(row.known) if row.known else {},
            current=current[row.key][0],
            standing=current[row.key][1],
            fault=current[row.key][2],
        )
        for row in rows
    )


def _of_report_now(
    connection: Connection, report: str
) -> dict[int, tuple[str | None, Standing, str | None]]:
    blob = connection.execute(
        select(tables.reports.c.record).where(tables.reports.c.id == report)
    ).scalar_one()
    corrected, own = of_report(connection, Record.from_json(blob))
    out: dict[int, tuple[str | None, Standing, str | None]] = {}
    for number, row in enumerate(own):
        kind, name = split_id(row.entry)[1], corrected.placed[number]
        entry = f"{short_id(report)}/{kind}/{name}" if name is not None else None
        fault = corrected.faults[number]
        if entry is None:
            standing: Standing = "gone"
        elif corrected.withdrawn[number]:
            standing = "withdrawn"
        elif fault is not None:
            standing = "misfit"
        elif row.verdict in {"merge", "split"} and kind in GROUPED:
            standing = _in_groups(connection, kind, entry, row)
        else:
            after = [
                later
                for at, later in enumerate(own[number + 1 :], start=number + 1)
                if (split_id(later.entry)[1], corrected.placed[at]) == (kind, name)
                and not corrected.withdrawn[at]
                and corrected.faults[at] is None
            ]
            standing = "overruled" if _is_overruled(row, after) else "stands"
        out[row.key] = entry, standing, fault
    return out


def _is_overruled(row: Any, after: Sequence[Any]) -> bool:
    """Return whether later words on the same entry leave nothing of this one."""
    judged = [later.verdict for later in after if later.verdict in _JUDGED]
    if row.verdict == "accept":
        return any(verdict != "accept" for verdict in judged)
    if row.verdict == "reject":
        return any(verdict != "reject" for verdict in judged)
    if row.verdict != "change":
        return False
    if judged and judged[-1] == "reject":
        return True
    left = json.loads(row.changes)
    for later in after:
        changed = json.loads(later.changes) if later.verdict == "change" else {}
        left = {name: value for name, value in left.items() if changed.get(name, value) == value}
    return not left


def _in_groups(connection: Connection, kind: str, entry: str, row: Any) -> Standing:
    """Return whether a merge or split is what the groups now are."""
    known = json.loads(row.known) if row.known else {}
    others = grouping.present(connection, kind, known.get("others") or [])
    key = grouping.keys(connection, {entry}).get(entry)
    if key is None or not others:
        return "stands"
    with_it = {one.key for one in grouping.members(connection, kind, key)}
    if row.verdict == "merge":
        return "stands" if others & with_it else "overruled"
    return "overruled" if others & with_it else "stands"


def _of_actor_now(connection: Connection, row: Any) -> tuple[str | None, Standing, str | None]:
    known = json.loads(row.known) if row.known else {}
    changes = json.loads(row.changes)
    one = _identity(connection, row.entry.removeprefix("actor/"), known)
    if one is None:
        return row.entry, "stands", None
    changed = str(changes.get("as" if row.verdict == "split" else "into"))
    other = _identity(connection, changed, known)
    lead = identities.leads(connection, [one.key, *([other.key] if other is not None else [])])
    (now,) = identities.rows_by_key(connection, [lead[one.key]])
    are_one = other is not None and lead[other.key] == lead[one.key]
    if row.verdict == "merge" and not are_one:
        return f"actor/{now.id}", "withdrawn" if one.into is None else "overruled", None
    if row.verdict == "split" and are_one:
        return f"actor/{now.id}", "withdrawn", None
    return f"actor/{now.id}", "stands", None


def _identity(connection: Connection, name: str, known: Mapping[str, Any]) -> Any | None:
    """Return an identity's row by the id a correction has for it."""
    memory = (known.get("actors") or {}).get(name)
    return identities.row(connection, memory["identity"] if memory else name)
