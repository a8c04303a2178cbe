"""Who met whom, and who addressed whom: the strongest ties of some days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, Final

from sqlalchemy import func, or_, select

from onrecord.archive import names, tables
from onrecord.archive.days import check_days
from onrecord.archive.dossier import PRESENT
from onrecord.archive.engine import reading
from onrecord.archive.names import Identity
from onrecord.web.shelf import Shelf

MOST: Final = 24
"""Actors in the picture; more could not be read."""
_ROWS = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two actors, how often they met, and how often one addressed the other."""

    one: Identity
    other: Identity
    met: int
    addressed: int


def network(
    shelf: Shelf, *, since: date | None = None, until: date | None = None, who: str | None = None
) -> tuple[Tie, ...]:
    """Return the strongest ties of some days first; with ``who`` only those of that actor."""
    check_days(since, until)
    met, addressed = _met(shelf, since, until), _addressed(shelf, since, until)
    weight = Counter({pair: 2 * met[pair] + addressed[pair] for pair in {*met, *addressed}})
    if who is not None:
        keys = {one.key for one in shelf.archive.find(who)}
        weight = Counter({pair: n for pair, n in weight.items() if keys & set(pair)})
    chosen = _chosen(weight)
    pairs = sorted(
        (pair for pair in weight if set(pair) <= chosen), key=lambda pair: (-weight[pair], pair)
    )
    with reading(shelf.engine) as connection:
        found = names.identity_rows(connection, tables.identities.c.key.in_(chosen))
    known = {one.key: one for one in found}
    return tuple(
        Tie(one=known[a], other=known[b], met=met[a, b], addressed=addressed[a, b])
        for a, b in pairs
    )


def _met(shelf: Shelf, since: date | None, until: date | None) -> Counter[tuple[int, int]]:
    """Count the meetings, each once however many report it, at which two were present."""
    meetings, parts = tables.meetings.c, tables.parts.c
    meeting = func.coalesce(meetings.happening, meetings.key).label("meeting")
    asked = (
        select(meeting, parts.who)
        .join_from(tables.meetings, tables.entries, tables.entries.c.key == meetings.key)
        .join(tables.parts, parts.entry == meetings.key)
        .where(
            parts.role.in_(PRESENT),
            parts.who.is_not(None),
            meetings.status.in_(("happened", "ongoing")),
            *_within(since, until),
        )
    )
    there: dict[int, set[int]] = defaultdict(set)
    for row in _rows(shelf, asked):
        there[row.meeting].add(row.who)
    return Counter(pair for who in there.values() for pair in combinations(sorted(who), 2))


def _addressed(shelf: Shelf, since: date | None, until: date | None) -> Counter[tuple[int, int]]:
    """Count the sayings that one said to the other."""
    entries, parts, statements = tables.entries.c, tables.parts.c, tables.statements.c
    saying = func.coalesce(statements.saying, statements.key).label("saying")
    asked = (
        select(saying, entries.who, parts.who.label("whom"))
        .join_from(tables.entries, tables.parts, parts.entry == entries.key)
        .join(tables.statements, statements.key == entries.key)
        .where(parts.role == "addressee", entries.who.is_not(None), parts.who.is_not(None))
        .where(*_within(since, until))
        .distinct()
    )
    return Counter(
        (min(row.who, row.whom), max(row.who, row.whom))
        for row in _rows(shelf, asked)
        if row.who != row.whom
    )


def _within(since: date | None, until: date | None) -> list[Any]:
    entries = tables.entries.c
    conditions: list[Any] = [or_(entries.verdict.is_(None), entries.verdict != "reject")]
    conditions += [entries.day >= since] if since is not None else []
    conditions += [entries.day <= until] if until is not None else []
    return conditions


def _rows(shelf: Shelf, asked: Any) -> Sequence[Any]:
    with reading(shelf.engine) as connection:
        return connection.execute(asked.limit(_ROWS)).all()


def _chosen(weight: Mapping[tuple[int, int], int]) -> set[int]:
    """Return the actors of the strongest ties, as many as can be shown."""
    chosen: set[int] = set()
    for pair in sorted(weight, key=lambda pair: (-weight[pair], pair)):
        if len(chosen | set(pair)) <= MOST:
            chosen |= set(pair)
    return chosen
