"""Merging: what several reports tell of one thing, found when they are added.

Reports wait (``reports.merged`` is false) until :func:`merge` has held them against the others:
copies first, then sayings, then meetings and events. Groups are named by the key of their first
entry; an entry without a group stands for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Table, and_, false, func, insert, or_, select, update

from onrecord.archive import tables
from onrecord.archive.joining import join
from onrecord.archive.voices import chunks
from onrecord.derive import copies, happenings, numbers, sayings
from onrecord.derive.happenings import Side, Told
from onrecord.derive.sayings import Saying

BATCH: Final = 64
"""Reports merged in one transaction."""
_WINDOW: Final = timedelta(days=10 * sayings.DAYS)
# Talks may be held either way; a call is no visit, whoever takes part in both.
_REMOTE: Final[dict[str | None, bool | None]] = {"call": True, "talks": None, None: None}
_STATES: Final = frozenset({"state", "government"})


def merge(connection: Connection) -> int:
    """Merge the next reports that wait; return how many there were."""
    reports = tables.reports.c
    batch = connection.execute(
        select(reports.key, reports.published)
        .where(reports.merged.is_(False))
        .order_by(reports.published, reports.key)
        .limit(BATCH)
    ).all()
    if not batch:
        return 0
    fresh = [row.key for row in batch]
    for key in fresh:
        _find_copies(connection, key)
    days = [row.published for row in batch if row.published is not None]
    _merge_sayings(connection, fresh, days)
    _merge_happenings(connection, fresh)
    connection.execute(update(tables.reports).where(reports.key.in_(fresh)).values(merged=True))
    return len(fresh)


def _find_copies(connection: Connection, key: int) -> None:
    table, reports = tables.shingles.c, tables.reports.c
    mine = _shingles(connection, key)
    usual = [shingle for shingle, held in mine.items() if 1 < held <= copies.COMMON]
    shared: dict[int, dict[int, int]] = defaultdict(dict)
    for some in chunks(usual):
        asked = select(table.report, table.shingle).where(table.shingle.in_(some))
        for report, shingle in connection.execute(asked):
            shared[report][shingle] = mine[shingle]
    shared.pop(key, None)
    for other, both in sorted(shared.items()):
        if len(both) < copies.FEWEST:
            continue
        theirs = _shingles(connection, other)
        weights = (_weight(both), _weight(mine), _weight(theirs))
        if not copies.is_copy(*weights, number=len(both)):
            continue
        pair = connection.execute(
            select(reports.key, reports.copy_of).where(reports.key.in_([key, other]))
        ).all()
        heads = {found.copy_of or found.key for found in pair}
        group = connection.execute(
            select(reports.key, reports.published).where(
                or_(reports.key.in_(heads), reports.copy_of.in_(heads))
            )
        ).all()
        first = min(group, key=lambda found: (found.published or date.max, found.key)).key
        keys = [found.key for found in group]
        connection.execute(
            update(tables.reports).where(reports.key.in_(keys)).values(copy_of=first)
        )
        connection.execute(update(tables.reports).where(reports.key == first).values(copy_of=None))


def _shingles(connection: Connection, report: int) -> dict[int, int]:
    """Return a report's shingles, and how many reports have each; the commonest left out."""
    mine, every = tables.shingles.alias(), tables.shingles
    held = func.count()
    counted = (
        select(mine.c.shingle, held)
        .join(every, every.c.shingle == mine.c.shingle)
        .where(mine.c.report == report)
        .group_by(mine.c.shingle)
        .having(held <= copies.COMMON)
    )
    return dict(connection.execute(counted).all())


def _weight(held: dict[int, int]) -> float:
    return sum(map(copies.weight, held.values()))


def _merge_sayings(connection: Connection, fresh: Sequence[int], days: list[date]) -> None:
    entries = tables.entries.c
    new = _sayings(connection, entries.report.in_(fresh))
    whose = {one for saying in new for one in saying.speakers}
    names = {name for saying in new for name in saying.surnames}
    known = [
        saying
        for saying in _sayings(connection, and_(_merged(), _between(days)) if new else false())
        if saying.speakers & whose or saying.surnames & names
    ]
    alike, told = join(connection, "statement", list(sayings.pairs(new, known)), fresh=fresh)
    held = {saying.key: saying for saying in (*known, *new)}
    further = {key for pair in told for key in pair} - held.keys()
    for some in chunks(sorted(further)):
        held |= {saying.key: saying for saying in _sayings(connection, entries.key.in_(some))}
    found = {frozenset((one.key, other.key)): (one, other) for one, other in alike}
    for keys in told:
        if held.keys() >= set(keys) and {held[key].report for key in keys} & set(fresh):
            found.setdefault(frozenset(keys), (held[keys[0]], held[keys[1]]))
    conflicts = []
    for one, other in found.values():
        words = sayings.conflict(one.text, other.text)
        if words is not None:
            message = f"Two reports quote one saying differently: ‘{words[0]}’ and ‘{words[1]}’."
            kind = "number-conflict" if all(map(numbers.numbers, words)) else "wording-differs"
            conflicts.append(_conflict(kind, message, one.key, other.key, one.day))
    if conflicts:
        connection.execute(insert(tables.conflicts), conflicts)


def _merged() -> Any:
    """The condition of entries whose reports were merged before: the rest has its turn to come."""
    reports = tables.reports.c
    return tables.entries.c.report.in_(select(reports.key).where(reports.merged.is_(True)))


def _kept() -> Any:
    """The condition of entries that nobody has rejected."""
    verdict = tables.entries.c.verdict
    return or_(verdict.is_(None), verdict != "reject")


def _between(days: list[date]) -> Any:
    day = tables.entries.c.day
    if not days:
        return day.is_(None)
    return or_(day.is_(None), day.between(min(days) - _WINDOW, max(days) + _WINDOW))


def _sayings(connection: Connection, condition: Any) -> list[Saying]:
    entries, parts, identities = tables.entries.c, tables.parts.c, tables.identities.c
    rows = connection.execute(
        select(
            entries.key,
            entries.report,
            entries.who,
            entries.day,
            entries.text,
            tables.statements.c.kind,
            identities.folded,
            identities.kind.label("sort"),
        )
        .join_from(tables.entries, tables.statements, tables.statements.c.key == entries.key)
        .outerjoin(tables.identities, identities.key == entries.who)
        .where(entries.kind == "statement", condition, _kept())
        .order_by(entries.key)
    ).all()
    keys = [row.key for row in rows]
    members: dict[int, set[int]] = defaultdict(set)
    about: dict[int, set[int]] = defaultdict(set)
    for some in chunks(keys):
        taking_part = (
            select(parts.entry, parts.who, parts.role, identities.kind)
            .join_from(tables.parts, tables.identities, identities.key == parts.who)
            .where(parts.entry.in_(some), parts.role != "speaker")
        )
        for entry, who, role, sort in connection.execute(taking_part):
            if role == "member":
                members[entry].add(who)
            elif sort == "person":
                about[entry].add(who)
    out = []
    for row in rows:
        speakers = members[row.key] | ({row.who} if row.who is not None else set())
        surname = row.folded.split()[-1:] if row.folded and row.sort == "person" else []
        if speakers:
            out.append(
                Saying(
                    key=row.key,
                    report=row.report,
                    speakers=frozenset(speakers),
                    surnames=frozenset(surname),
                    day=row.day,
                    text=row.text,
                    direct=row.kind == "direct",
                    stems=sayings.stems(row.text),
                    about=frozenset(about[row.key]),
                )
            )
    return out


def _merge_happenings(connection: Connection, fresh: Sequence[int]) -> None:
    entries = tables.entries.c
    for kind, table in (("meeting", tables.meetings), ("event", tables.events)):
        new = _told(connection, table, entries.report.in_(fresh))
        window = [told.day or told.printed for told in new]
        days = [day for day in window if day is not None]
        found: list[tuple[float, Told, Told]] = []
        if days:
            near = entries.day.between(
                min(days) - timedelta(days=40), max(days) + timedelta(days=happenings.PRINTED)
            )
            known = _told(connection, table, and_(_merged(), near))
            found = list(happenings.pairs(new, known))
        alike, _ = join(connection, kind, found, fresh=fresh)
        conflicts = []
        for one, other in alike:
            for sort, message in (
                ("date-conflict", _date_conflict(one, other)),
                ("number-conflict", _number_conflict(one, other)),
            ):
                if message is not None:
                    conflicts.append(_conflict(sort, message, one.key, other.key, one.day))
        if conflicts:
            connection.execute(insert(tables.conflicts), conflicts)


def _date_conflict(one: Told, other: Told) -> str | None:
    if one.day is None or other.day is None or one.day == other.day:
        return None
    if one.type != "meeting" or one.place is None or one.place != other.place:
        return None  # only what is surely one thing can be told wrongly
    if one.last_day not in {None, one.day} or other.last_day not in {None, other.day}:
        return None  # several days, of which each names some, are no contradiction
    return f"Two reports put one meeting on different days: {one.day} and {other.day}."


def _number_conflict(one: Told, other: Told) -> str | None:
    """Return what the two versions count differently; only where place and day are the same."""
    if one.place is None or one.place != other.place or one.day is None or one.day != other.day:
        return None
    found = numbers.conflict(one.text, other.text)
    if found is None:
        return None
    return f"Two reports count differently: ‘{found[0]}’ and ‘{found[1]}’."


def _told(connection: Connection, table: Table, condition: Any) -> list[Told]:
    entries, parts, identities = tables.entries.c, tables.parts.c, tables.identities.c
    events = table is tables.events
    rows = connection.execute(
        select(
            entries.key,
            entries.report,
            entries.day,
            entries.last_day,
            entries.text,
            table.c.place,
            table.c.country,
            table.c.status,
            (table.c.type if events else table.c.form).label("type"),
            tables.reports.c.published,
        )
        .join_from(tables.entries, table, table.c.key == entries.key)
        .join(tables.reports, tables.reports.c.key == entries.report)
        .where(condition, _kept())
        .order_by(entries.key)
    ).all()
    sides: dict[tuple[int, bool], set[Side]] = defaultdict(set)
    for some in chunks([row.key for row in rows]):
        asked = (
            select(parts.entry, parts.who, parts.role, identities.kind, identities.country)
            .join_from(tables.parts, tables.identities, identities.key == parts.who)
            .where(parts.entry.in_(some), parts.role != "about")
        )
        for row in connection.execute(asked):
            whole = row.kind in _STATES and row.country is not None
            side = (row.country or "", 0 if whole else row.who)
            sides[row.entry, row.role == "recipient"].add(side)
    return [
        Told(
            key=row.key,
            report=row.report,
            type=row.type if events else "meeting",
            remote=None if events else _REMOTE.get(row.type, False),
            sides=frozenset(sides[row.key, False]),
            others=frozenset(sides[row.key, True]),
            # What has no day of its own stands under its report's.
            day=row.day if row.last_day is not None or row.day != row.published else None,
            last_day=row.last_day,
            printed=row.published,
            place=None if _is_country(row.place, row.country) else row.place,
            country=row.country,
            status=row.status,
            text=row.text,
        )
        for row in rows
    ]


def _is_country(place: str | None, country: str | None) -> bool:
    """Whether a place is a whole country: all others' ids end with their country's code."""
    return place is not None and country is not None and not place.endswith(f"-{country.lower()}")


def _conflict(kind: str, message: str, first: int, second: int, day: date | None) -> dict[str, Any]:
    return {
        "kind": kind,
        "severity": "warning",
        "message": message,
        "day": day,
        "first": first,
        "second": second,
    }
