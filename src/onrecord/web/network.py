"""Who met whom, and who addressed whom: the strongest ties, as a picture of circle and chords."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, Final

from sqlalchemy import func, or_, select

from onrecord.archive import names, tables
from onrecord.archive.dossier import PRESENT
from onrecord.archive.engine import reading
from onrecord.archive.names import Identity
from onrecord.web.shelf import Shelf

MOST: Final = 24
"""Actors in the picture; more could not be read."""
_ROWS = 50_000
_CENTRE, _RADIUS = 350, 155
_THICK = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two actors, how often they met, and how often one addressed the other."""

    one: Identity
    other: Identity
    met: int
    addressed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor on the circle; ``turn`` in degrees turns the label so that it stands upright."""

    who: Identity
    x: float
    y: float
    turn: float
    left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chord:
    """A line between two actors: a path, its width, and whether they met or only spoke."""

    path: str
    width: float
    met: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The picture and the ties it shows, the strongest first."""

    ties: tuple[Tie, ...]
    nodes: tuple[Node, ...]
    chords: tuple[Chord, ...]


def network(
    shelf: Shelf, *, since: date | None = None, until: date | None = None, who: str | None = None
) -> Network:
    """Return the network of some days; with ``who`` only the ties of that actor."""
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
    ties = tuple(
        Tie(one=known[a], other=known[b], met=met[a, b], addressed=addressed[a, b])
        for a, b in pairs
    )
    nodes = _nodes([known[key] for key in _ordered(chosen, weight)])
    return Network(ties=ties, nodes=nodes, chords=tuple(_chords(ties, nodes)))


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


def _ordered(keys: set[int], weight: Mapping[tuple[int, int], int]) -> list[int]:
    """Return actors so that each stands beside the one it is tied to most, of those left."""
    total: Counter[int] = Counter()
    for pair, number in weight.items():
        total.update(dict.fromkeys(pair, number))
    left = sorted(keys, key=lambda key: (-total[key], key))
    out = left[:1]
    while len(out) < len(left):
        last = out[-1]
        rest = [key for key in left if key not in out]
        out.append(max(rest, key=lambda key: weight.get((min(key, last), max(key, last)), 0)))
    return out


def _nodes(actors: Sequence[Identity]) -> tuple[Node, ...]:
    out = []
    for number, who in enumerate(actors):
        degrees = 360 * number / len(actors) - 90
        angle = math.radians(degrees)
        left = math.cos(angle) < -1e-9
        out.append(
            Node(
                who=who,
                x=round(_CENTRE + _RADIUS * math.cos(angle), 1),
                y=round(_CENTRE + _RADIUS * math.sin(angle), 1),
                turn=round(degrees + (180 if left else 0), 1),
                left=left,
            )
        )
    return tuple(out)


def _chords(ties: Sequence[Tie], nodes: Sequence[Node]) -> Iterable[Chord]:
    places = {node.who.key: node for node in nodes}
    most = max((tie.met + tie.addressed for tie in ties), default=1)
    for tie in reversed(ties):  # the strongest are drawn last, over the others
        a, b = places[tie.one.key], places[tie.other.key]
        yield Chord(
            path=f"M{a.x} {a.y}Q{_CENTRE} {_CENTRE} {b.x} {b.y}",
            width=round(1 + (_THICK - 1) * (tie.met + tie.addressed) / most, 1),
            met=tie.met > 0,
            words=f"{tie.one.name} – {tie.other.name}",
        )
