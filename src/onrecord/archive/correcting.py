"""Carrying out corrections: entries written anew, actors merged or parted, groups joined or left.

A correction is first tried on the record it is said of, then kept, then carried out by writing the
entries of all reports it touches anew, from the machine's records and all corrections.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from onrecord.archive import grouping, identities, tables
from onrecord.archive.adding import insert_entries, remove_entries
from onrecord.archive.corrected import Change, Corrected, slim, snapshot
from onrecord.archive.corrections import is_kept, keep, of_report
from onrecord.archive.grouping import GROUPED
from onrecord.archive.naming import short_id, split_id
from onrecord.archive.parting import correct_actor
from onrecord.archive.placing import LISTS, covered, entries, find
from onrecord.archive.references import REMEMBERED, actors_named
from onrecord.archive.search import entry_key
from onrecord.archive.told import Told
from onrecord.errors import ArchiveError, NotInArchive
from onrecord.knowledge import places
from onrecord.record import Record


def correct(connection: Connection, told: Told) -> int | None:
    """Keep a correction and carry it out; return its key, ``None`` where it was kept before.

    Raises ``NotInArchive`` for an unknown report, entry or actor, ``ArchiveError`` for a correction
    without a sense: a field that is not there, a value out of the contract.
    """
    told = told.bare()
    if is_kept(connection, told):
        return None
    if told.entry.startswith("actor/"):
        key, touched = correct_actor(connection, told)
    else:
        key, touched = _correct_entry(connection, told)
    for report in sorted(touched):
        rewrite(connection, report)
    return key


def rewrite(connection: Connection, report: int) -> None:
    """Write a report's entries anew, from the machine's record and all corrections."""
    blob = connection.execute(
        select(tables.reports.c.record).where(tables.reports.c.key == report)
    ).scalar_one()
    remove_entries(connection, report)
    insert_entries(connection, Record.from_json(blob), report)
    connection.execute(
        update(tables.reports).where(tables.reports.c.key == report).values(merged=False)
    )


def _correct_entry(connection: Connection, told: Told) -> tuple[int, set[int]]:
    """Keep a correction of a report's entry; return its key and the keys of the reports touched."""
    short, kind, _ = split_id(told.entry)
    row = connection.execute(
        select(tables.reports.c.key, tables.reports.c.record).where(tables.reports.c.short == short)
    ).one_or_none()
    if row is None or kind not in LISTS:
        raise NotInArchive(f"no entry {told.entry!r} in the archive")
    record = Record.from_json(row.record)
    before, _ = of_report(connection, record)
    machine, name = _machine(record, before, told)
    grouped = kind in GROUPED and told.verdict in {"merge", "split", "withdraw"}
    members = _members(connection, f"{short}/{kind}/{name}") if grouped and name else ()
    known = _adopted(connection, told.known) if told.known is not None else None
    if known is None:
        known = _known(connection, before.record, told, members)
    change = Change(
        kind=kind,
        machine=machine,
        verdict=told.verdict,
        changes=told.changes,
        known=known,
    )
    if name is not None:
        _try(connection, record, change, before)
    noted = keep(connection, told, report=record.report.id, machine=machine, known=known)
    touched = {one.report for one in members}
    if grouped and told.verdict == "merge":
        others = grouping.present(connection, kind, known.get("others") or [])
        for key in others:
            touched |= {one.report for one in grouping.members(connection, kind, key)}
    return noted, {row.key, *touched}


def _machine(record: Record, before: Corrected, told: Told) -> tuple[Mapping[str, Any], str | None]:
    """Return the entry as the machine has it, and its id in the present reading.

    An exported correction brings its own: that entry is looked for, and may be gone.
    """
    _, kind, name = split_id(told.entry)
    if told.machine is not None:
        there = entries(record.to_builtins(), kind) | entries(before.record.to_builtins(), kind)
        return told.machine, find(there, kind, told.machine)
    for reading in (record, before.record):  # the latter has actors that a person parted off
        try:
            return snapshot(reading, kind, name), name
        except KeyError:
            continue
    raise NotInArchive(f"no entry {told.entry!r} in the archive")


def _try(connection: Connection, record: Record, change: Change, before: Corrected) -> None:
    """Raise ``ArchiveError`` where a correction cannot be carried out on the present reading."""
    kind, verdict = change.kind, change.verdict
    if verdict in {"merge", "split"} and kind not in GROUPED and kind != "actor":
        raise ArchiveError(f"a {kind} is not merged or split; {', '.join(GROUPED)} and actor are")
    after, _ = of_report(connection, record, more=[change])
    if after.faults[-1] is not None:
        raise ArchiveError(f"the correction does not fit the record: {after.faults[-1]}")
    # What is taken back was not taken back before.
    if verdict == "withdraw" and sum(after.withdrawn) == sum(before.withdrawn):
        raise ArchiveError("nothing has been said of this entry that could be taken back")


def _members(connection: Connection, entry: str) -> tuple[grouping.Member, ...]:
    return grouping.members(connection, split_id(entry)[1], entry_key(connection, entry))


def _known(
    connection: Connection,
    record: Record,
    told: Told,
    members: tuple[grouping.Member, ...],
) -> dict[str, Any]:
    """Return what a correction has to remember, so that it finds again what it names."""
    short, kind, _ = split_id(told.entry)
    if told.verdict == "change":
        return {
            "actors": _actors(connection, record, actors_named(told.changes)),
            "places": _places(record, told.changes.get("place")),
        }
    if told.verdict == "merge":
        into = str(told.changes.get("into"))
        if split_id(into)[1] != kind:
            raise ArchiveError(f"a {kind} cannot be merged into {into!r}, which is none")
        if kind == "actor":
            return {"others": [_actor_here(record, into, short)]}
        others = _members(connection, into)
        if {one.key for one in others} & {one.key for one in members}:
            raise ArchiveError(f"{told.entry!r} and {into!r} are one {kind} already")
        return {
            "mine": _remembered(connection, members, but=told.entry),
            "others": grouping.remembered(connection, _first(others, into)),
        }
    if told.verdict == "split" and kind in GROUPED:
        if len(members) < 2:
            raise ArchiveError(f"{told.entry!r} stands alone: there is nothing to part it from")
        apart = told.changes.get("from")
        if apart is not None and not isinstance(apart, list):
            raise ArchiveError("from is a list of entries of the group")
        beside = [one for one in members if one.entry != told.entry]
        wanted = beside if apart is None else [one for one in beside if one.entry in apart]
        if not wanted:
            raise ArchiveError(f"from names no entry that {told.entry!r} is held for one with")
        mine = [one for one in beside if one not in wanted]
        return {
            "mine": _remembered(connection, mine),
            "others": grouping.remembered(connection, wanted),
        }
    return {}


def _remembered(
    connection: Connection, members: Iterable[grouping.Member], *, but: str = ""
) -> list[dict[str, Any]]:
    return grouping.remembered(connection, (one for one in members if one.entry != but))


def _first(members: tuple[grouping.Member, ...], entry: str) -> list[grouping.Member]:
    """Return members, the one that was named before the others."""
    return sorted(members, key=lambda one: one.entry != entry)


def _actor_here(record: Record, into: str, short: str) -> dict[str, Any]:
    there = entries(record.to_builtins(), "actor")
    of, _, name = split_id(into)
    if of != short or name not in there:
        raise NotInArchive(f"no actor {into!r} in this report; actors of the archive: actor/<id>")
    return {"entry": into, "machine": slim(there[name], "actor")}


def _actors(connection: Connection, record: Record, named: set[str]) -> dict[str, Any]:
    """Return what the actors are that a change names: the record's own, or the archive's."""
    own = {actor.id: actor for actor in record.actors}
    keys = identities.known(connection, record.actors, report=short_id(record.report.id))
    ids = {row.key: row.id for row in identities.rows_by_key(connection, keys.values())}
    out: dict[str, Any] = {}
    for name in sorted(named):
        if name in own:
            kept = {field: getattr(own[name], field) for field in REMEMBERED}
            out[name] = {**kept, "identity": ids.get(keys.get(name, 0)), "own": True}
            row = identities.row(connection, out[name]["identity"] or "")
            if row is not None:
                out[name]["aliases"] = identities.remembered(connection, row)["aliases"]
        else:
            row = identities.row(connection, name)
            if row is None:
                raise NotInArchive(f"no actor {name!r} in this report or the archive")
            out[name] = identities.remembered(connection, row)
    return out


def _places(record: Record, name: Any) -> dict[str, Any]:
    """Return what the place is that a change names: the record's own, or the gazetteer's."""
    if not isinstance(name, str):
        return {}
    fields = ("name", "country", "lat", "lon")
    own = (place for place in record.places if place.id == name)
    known = (place for place in places() if place.id == name)
    found = next(own, None) or next(known, None)
    if found is not None:
        return {name: {field: getattr(found, field) for field in fields}}
    raise NotInArchive(f"no place {name!r} in this report or the gazetteer")


def _adopted(connection: Connection, known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a correction of another archive remembers, with this archive's identities.

    Raises ``ArchiveError`` where it has not the shape of an export.
    """
    out = dict(known)
    actors: dict[str, Any] = {}
    try:
        for name, memory in dict(known.get("actors") or {}).items():
            found = identities.found_again(connection, memory)
            actors[name] = {**memory, "identity": found.id if found is not None else None}
        for side in ("mine", "others"):
            for one in known.get(side) or ():
                covered(one["machine"], split_id(one["entry"])[1])
        for memory in dict(known.get("places") or {}).values():
            dict(memory)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ArchiveError(f"known is not as an export has it: {error!r}") from error
    return out | ({"actors": actors} if actors else {})
