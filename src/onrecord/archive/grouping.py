"""What people say of statements, meetings and events of several reports: one, or not one.

A correction remembers the entries that stood in the groups it joined or parted, each by the words
it rests on, so that it holds whatever a new reading calls them. The latest word wins.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, func, or_, select

from onrecord.archive import tables
from onrecord.archive.corrected import slim
from onrecord.archive.naming import split_id
from onrecord.archive.placing import entries, find
from onrecord.archive.voices import chunks
from onrecord.record import Record

GROUPED: Final = {"statement": "saying", "meeting": "happening", "event": "happening"}
"""The kinds whose entries merge across reports, and the column that names the group."""
_SAID: Final = ("merge", "split", "withdraw")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What one correction wants: all of ``ones`` and ``others`` together, or these apart.

    Both are keys of entries.
    """

    together: bool
    ones: tuple[int, ...]
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An entry of a group: its key, its report's key, and its id in the archive."""

    key: int
    report: int
    entry: str


def members(connection: Connection, kind: str, key: int) -> tuple[Member, ...]:
    """Return the entries of the group that the entry of that key belongs to, itself included."""
    table = tables.KINDS[kind]
    column = table.c[GROUPED[kind]]
    name = select(func.coalesce(column, table.c.key)).where(table.c.key == key).scalar_subquery()
    entry, report = tables.entries.c, tables.reports.c
    rows = connection.execute(
        select(entry.key, entry.report, report.short, entry.id)
        .join_from(table, tables.entries, entry.key == table.c.key)
        .join(tables.reports, report.key == entry.report)
        .where(or_(column == name, table.c.key == name, table.c.key == key))
        .order_by(entry.key)
    )
    return tuple(
        Member(key=row.key, report=row.report, entry=f"{row.short}/{kind}/{row.id}") for row in rows
    )


def remembered(connection: Connection, found: Iterable[Member]) -> list[dict[str, Any]]:
    """Return what a correction remembers of entries."""
    records = _Records(connection)
    out = []
    for one in found:
        short, kind, name = split_id(one.entry)
        there = records.entries(short, kind)
        if name in there:
            out.append({"entry": one.entry, "machine": slim(there[name], kind)})
    return out


def wishes(connection: Connection, kind: str, reports: Collection[int]) -> list[Wish]:
    """Return what people want of groups with entries of ``reports``, the latest wish first."""
    table = tables.corrections
    rows = connection.execute(
        select(table.c.entry, table.c.verdict, table.c.machine, table.c.changes, table.c.known)
        .where(table.c.verdict.in_(_SAID), table.c.report.is_not(None))
        .order_by(table.c.at, table.c.key)
    )
    told = [_Said.of(row) for row in rows if split_id(row.entry)[1] == kind]
    if not told:
        return []
    shorts = _shorts(connection, reports)
    records = _Records(connection)
    placed: list[tuple[str, _Said]] = []
    for one in told:
        if shorts.isdisjoint(one.reports) and one.verdict != "withdraw":
            continue
        own = records.place(one.own, kind)
        if one.verdict == "withdraw":
            placed = [(name, said) for name, said in placed if name != own]
        else:
            placed.append((own or "", one))
    wanted = [
        (said.verdict == "merge", records.places(ones, kind), records.places(others, kind))
        for _, said in placed
        for ones, others in [said.sides()]
    ]
    named = {name for _, ones, others in wanted for name in (*ones, *others)}
    held = keys(connection, named)
    return [
        Wish(
            together=together,
            ones=tuple(held[name] for name in ones if name in held),
            others=tuple(held[name] for name in others if name in held),
        )
        for together, ones, others in reversed(wanted)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A correction of a group, with the entries it names as it remembers them."""

    verdict: str
    own: Mapping[str, Any]
    mine: Sequence[Mapping[str, Any]]
    others: Sequence[Mapping[str, Any]]

    @classmethod
    def of(cls, row: Any) -> _Said:
        known = json.loads(row.known) if row.known else {}
        others = known.get("others") or []
        into = json.loads(row.changes).get("into")
        if not others and into:
            others = [{"entry": into, "machine": None}]  # told before corrections remembered
        return cls(
            verdict=row.verdict,
            own={"entry": row.entry, "machine": json.loads(row.machine)},
            mine=known.get("mine") or [],
            others=others,
        )

    @property
    def reports(self) -> set[str]:
        every = (self.own, *self.mine, *self.others)
        return {split_id(one["entry"])[0] for one in every}

    def sides(self) -> tuple[Sequence[Mapping[str, Any]], Sequence[Mapping[str, Any]]]:
        return (self.own, *self.mine), self.others


@dataclass(slots=True)
class _Records:
    """The present readings of reports, each decoded once."""

    connection: Connection
    _held: dict[str, dict[str, Any] | None] = field(default_factory=dict)

    def entries(self, short: str, kind: str) -> dict[str, dict[str, Any]]:
        if short not in self._held:
            blob = self.connection.execute(
                select(tables.reports.c.record).where(tables.reports.c.short == short)
            ).scalar_one_or_none()
            self._held[short] = Record.from_json(blob).to_builtins() if blob else None
        tree = self._held[short]
        return entries(tree, kind) if tree is not None else {}

    def place(self, one: Mapping[str, Any], kind: str) -> str | None:
        """Return the present id of a remembered entry."""
        short, _, name = split_id(one["entry"])
        there = self.entries(short, kind)
        machine = one.get("machine")
        by_id = name if name in there else None
        found = by_id if machine is None else find(there, kind, machine)
        return f"{short}/{kind}/{found}" if found is not None else None

    def places(self, some: Sequence[Mapping[str, Any]], kind: str) -> list[str]:
        return [name for one in some if (name := self.place(one, kind)) is not None]


def _shorts(connection: Connection, reports: Collection[int]) -> set[str]:
    column = tables.reports.c
    out: set[str] = set()
    for some in chunks(sorted(reports)):
        out |= set(connection.execute(select(column.short).where(column.key.in_(some))).scalars())
    return out


def present(connection: Connection, kind: str, some: Sequence[Mapping[str, Any]]) -> set[int]:
    """Return the keys of those remembered entries that the present readings have."""
    return set(keys(connection, set(_Records(connection).places(some, kind))).values())


def keys(connection: Connection, names: Collection[str]) -> dict[str, int]:
    """Return the keys of entries by their ids in the archive."""
    entry, report = tables.entries.c, tables.reports.c
    parts = [split_id(name) for name in names]
    out: dict[str, int] = {}
    for some in chunks(sorted({short for short, _, _ in parts})):
        rows = connection.execute(
            select(entry.key, entry.kind, entry.id, report.short)
            .join_from(tables.entries, tables.reports, report.key == entry.report)
            .where(report.short.in_(some), entry.kind.in_({kind for _, kind, _ in parts}))
        )
        out.update((f"{row.short}/{row.kind}/{row.id}", row.key) for row in rows)
    return {name: key for name, key in out.items() if name in names}
