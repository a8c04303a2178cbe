"""Groups of entries that tell one thing: joined by likeness, and as people want them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from onrecord.archive import tables
from onrecord.archive.grouping import GROUPED, wishes
from onrecord.archive.voices import chunks


def join(
    connection: Connection,
    kind: str,
    found: Sequence[tuple[float, Any, Any]],
    *,
    fresh: Iterable[int] = (),
) -> tuple[list[tuple[Any, Any]], list[tuple[int, int]]]:
    """Join the groups of each pair, the most alike first, after what people want of them.

    ``fresh`` are the keys of the reports being merged. Returns the pairs that are now in one group,
    and the keys of those that people have put there.

    A report's own record has told its sayings and meetings apart, so no group that the machine
    makes takes two of one report: without that, likeness would chain. A group is named by a key of
    its first member.
    """
    groups = _Groups(connection, kind)
    groups.load({entry.key for _, *pair in found for entry in pair})
    wanted = wishes(connection, kind, {*fresh, *groups.reports()})
    groups.load({key for wish in wanted for key in (*wish.ones, *wish.others)})
    told: list[tuple[int, int]] = []
    for wish in wanted:
        if wish.together:
            pairs = [*product(wish.ones, wish.others), *_chain((*wish.ones, *wish.others))]
            told += pairs
            for one, other in pairs:
                groups.join(one, other)
        else:
            groups.keep_apart(wish.ones, wish.others)
    for _, one, other in sorted(found, key=lambda pair: (-pair[0], pair[1].key, pair[2].key)):
        groups.join(one.key, other.key, alike=True)
    groups.write()
    return (
        [(one, other) for _, one, other in found if groups.are_one(one.key, other.key)],
        [(one, other) for one, other in told if groups.are_one(one, other)],
    )


def _chain(keys: Sequence[int]) -> Iterable[tuple[int, int]]:
    return pairwise(keys)


class _Groups:
    """Groups while they are joined; written at the end."""

    def __init__(self, connection: Connection, kind: str) -> None:
        self._connection = connection
        self._table = tables.KINDS[kind]
        self._column = self._table.c[GROUPED[kind]]
        self._name: dict[int, int] = {}
        self._reports: dict[int, set[int]] = defaultdict(set)
        self._members: dict[int, set[int]] = defaultdict(set)
        self._apart: dict[int, set[int]] = defaultdict(set)
        self._head: dict[int, int] = {}

    def load(self, keys: Iterable[int]) -> None:
        """Read the groups that entries stand in now."""
        table, entries = self._table, tables.entries.c
        named = func.coalesce(self._column, table.c.key)
        names: set[int] = set()
        for some in chunks(sorted(set(keys) - self._name.keys())):
            for key, name in self._connection.execute(
                select(table.c.key, named).where(table.c.key.in_(some))
            ):
                self._name[key] = name
                names.add(name)
        for some in chunks(sorted(names - self._members.keys())):
            rows = self._connection.execute(
                select(named, entries.report, table.c.key)
                .join_from(table, tables.entries, entries.key == table.c.key)
                .where(or_(self._column.in_(some), table.c.key.in_(some)))
            )
            for name, report, key in rows:
                self._reports[name].add(report)
                self._members[name].add(key)

    def reports(self) -> set[int]:
        """Return the reports that have a member in any group."""
        return set().union(*self._reports.values())

    def _top(self, name: int) -> int:
        while name in self._head:
            name = self._head[name]
        return name

    def keep_apart(self, ones: Iterable[int], others: Iterable[int]) -> None:
        """Let nothing that comes later bring these together."""
        for one, other in product(ones, others):
            if one != other and not self.are_one(one, other):
                self._apart[one].add(other)
                self._apart[other].add(one)

    def join(self, one: int, other: int, *, alike: bool = False) -> None:
        """Join two entries' groups, unless people want some of them apart."""
        low, high = sorted((self._top(self._name[one]), self._top(self._name[other])))
        if low == high or self._are_apart(low, high):
            return
        if alike and self._reports[low] & self._reports[high]:
            return
        self._head[high] = low
        self._reports[low] |= self._reports[high]
        self._members[low] |= self._members[high]

    def _are_apart(self, low: int, high: int) -> bool:
        theirs = self._members[high]
        return any(self._apart[one] & theirs for one in self._members[low] if one in self._apart)

    def are_one(self, one: int, other: int) -> bool:
        """Return whether two entries stand in one group."""
        return self._top(self._name[one]) == self._top(self._name[other])

    def write(self) -> None:
        """Write the groups; a group of one entry has no name."""
        table, column = self._table, self._column
        for key, first in self._name.items():
            name = self._top(first)
            if len(self._members[name]) > 1:
                named = update(table).where(table.c.key == key).values({column: name})
                self._connection.execute(named)
        for old in self._head:
            self._connection.execute(
                update(table)
                .where(or_(column == old, table.c.key == old))
                .values({column: self._top(old)})
            )
