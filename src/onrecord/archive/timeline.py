"""What happened and what is to come, day by day, each happening once with all its versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, case, exists, func, literal, or_, select

from onrecord.archive import names, tables
from onrecord.archive.search import Hit, hits
from onrecord.archive.voices import chunks, independent, origins
from onrecord.errors import NotInArchive


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An actor's part in a happening; ``id`` is ``None`` where nobody knows who that is."""

    id: str | None
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One meeting or event, by the version that says most; ``versions`` has each report's, that
    one first.

    ``type`` is a PLOVER type or a meeting's form; ``outlets`` how many independent ones report it.
    ``inside`` is whether all versions only quote somebody: no outlet vouches for it.
    """

    id: str
    kind: str
    type: str | None
    name: str | None
    day: date | None
    last_day: date | None
    status: str
    place: str | None
    country: str | None
    parts: tuple[Part, ...]
    text: str
    outlets: int
    reports: int
    confidence: float
    inside: bool
    versions: tuple[Hit, ...]

    def row(self) -> dict[str, Any]:
        """Return the happening as plain values: what the doors show as JSON."""
        return {
            "id": self.id,
            "kind": self.kind,
            "type": self.type,
            "name": self.name,
            "date": self.day.isoformat() if self.day else None,
            "last_date": self.last_day.isoformat() if self.last_day else None,
            "status": self.status,
            "place": self.place,
            "country": self.country,
            "actors": [
                {"id": part.id, "name": part.name, "role": part.role} for part in self.parts
            ],
            "text": self.text,
            "outlets": self.outlets,
            "reports": self.reports,
            "confidence": self.confidence,
            "inside": self.inside,
            "versions": [version.row() for version in self.versions],
        }

    def line(self) -> str:
        """Return the happening for a person, on two lines."""
        day = self.day.isoformat() if self.day else "no date"
        who = ", ".join(dict.fromkeys(part.name for part in self.parts))
        voices = f"{self.outlets} outlet{'s' if self.outlets != 1 else ''}"
        facts = (day, self.type or self.kind, self.status, who, self.place, voices, self.id)
        head = " · ".join(fact for fact in facts if fact)
        return f"{head}\n    {' '.join(self.text.split())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What a timeline is asked for; every part that is given must hold."""

    since: date | None = None
    until: date | None = None
    kind: str | None = None
    actor: str | None = None
    country: str | None = None
    type: str | None = None
    status: str | None = None
    min_confidence: float = 0.0


def timeline(connection: Connection, asked: Followed, *, limit: int) -> tuple[Happening, ...]:
    """Return the happenings asked for, by day; the latest ``limit`` where there are more."""
    groups = [row.happening for row in connection.execute(_groups(connection, asked).limit(limit))]
    found = happenings(connection, groups)
    return tuple(sorted(found, key=lambda one: (one.day or date.min, -one.outlets, one.id)))


def _groups(connection: Connection, asked: Followed) -> Select[Any]:
    """Return the keys of the happenings asked for, those of the latest days first."""
    entries, parts = tables.entries.c, tables.parts.c
    kinds = _kinds().subquery()
    group = func.coalesce(kinds.c.happening, kinds.c.key).label("happening")
    conditions: list[Any] = [
        entries.confidence >= asked.min_confidence,
        or_(entries.verdict.is_(None), entries.verdict != "reject"),
    ]
    if asked.since is not None:
        conditions.append(func.coalesce(entries.last_day, entries.day) >= asked.since)
    if asked.until is not None:
        conditions.append(entries.day <= asked.until)
    if asked.kind is not None:
        conditions.append(entries.kind == asked.kind)
    for column, value in (
        (kinds.c.type, asked.type),
        (kinds.c.status, asked.status),
    ):
        if value is not None:
            conditions.append(func.lower(column) == value.lower())
    if asked.actor is not None:
        known = [one.key for one in names.find(connection, asked.actor)]
        conditions.append(exists().where(parts.entry == entries.key, parts.who.in_(known)))
    if asked.country is not None:
        code = asked.country.upper()
        of_country = select(tables.identities.c.key).where(tables.identities.c.country == code)
        taking_part = exists().where(parts.entry == entries.key, parts.who.in_(of_country))
        conditions.append(or_(kinds.c.country == code, taking_part))
    latest = func.max(entries.day)
    return (
        select(group, latest)
        .join_from(tables.entries, kinds, kinds.c.key == entries.key)
        .where(*conditions)
        .group_by(group)
        .order_by(case((latest.is_(None), 1), else_=0), latest.desc(), group)
    )


def _kinds() -> Any:
    """Return meetings and events in one shape."""
    meetings, events = tables.meetings.c, tables.events.c
    shared = ("key", "place", "country", "status", "happening")
    return select(
        *(meetings[name] for name in shared),
        func.coalesce(meetings.form, "meeting").label("type"),
        meetings.name,
        literal(None).label("inside"),
    ).union_all(
        select(
            *(events[name] for name in shared),
            events.type,
            literal(None).label("name"),
            events.inside,
        )
    )


def happenings(connection: Connection, groups: Sequence[int]) -> tuple[Happening, ...]:
    """Return the happenings of these group keys, with all their versions."""
    kinds = _kinds().subquery()
    group = func.coalesce(kinds.c.happening, kinds.c.key).label("group")
    entries = tables.entries
    asked = select(
        entries.c.key,
        entries.c.report,
        entries.c.day,
        entries.c.last_day,
        entries.c.kind,
        group,
        *(kinds.c[name] for name in ("type", "name", "status", "place", "country", "inside")),
    ).join_from(entries, kinds, kinds.c.key == entries.c.key)
    rows: dict[int, list[Any]] = defaultdict(list)
    for part in chunks(list(groups)):
        for row in connection.execute(asked.where(group.in_(part)).order_by(entries.c.key)):
            rows[row.group].append(row)
    every = [row for members in rows.values() for row in members]
    origin = origins(connection, (row.report for row in every))
    shown = {hit.key: hit for hit in hits(connection, [row.key for row in every], {})}
    taking = _parts(connection, [row.key for row in every])
    return tuple(_happening(members, shown, taking, origin) for members in rows.values())


def happening(connection: Connection, key: int) -> Happening:
    """Return the happening that the entry of that key is a version of."""
    kinds = _kinds().subquery()
    name = func.coalesce(kinds.c.happening, kinds.c.key)
    found = connection.execute(select(name).where(kinds.c.key == key)).scalar_one_or_none()
    if found is None:
        raise NotInArchive("that entry is no meeting and no event")
    return happenings(connection, [found])[0]


def _parts(connection: Connection, keys: list[int]) -> dict[int, list[Part]]:
    parts, identities = tables.parts.c, tables.identities.c
    out: dict[int, list[Part]] = defaultdict(list)
    asked = select(
        parts.entry, parts.actor, parts.role, identities.id, identities.name
    ).outerjoin_from(tables.parts, tables.identities, identities.key == parts.who)
    for some in chunks(keys):
        for row in connection.execute(asked.where(parts.entry.in_(some))):
            # An actor without an identity is shown by the id its record gave it, made readable.
            name = row.name or row.actor.replace("-", " ")
            out[row.entry].append(Part(id=row.id, name=name, role=row.role))
    return out


def _happening(
    members: list[Any],
    shown: dict[int, Hit],
    taking: dict[int, list[Part]],
    origin: dict[int, str],
) -> Happening:
    def said(row: Any) -> tuple[bool, bool, int, float, int]:
        known = sum(value is not None for value in (row.name, row.place, row.last_day))
        sure = shown[row.key].confidence
        # What was planned in Monday's report has happened in Wednesday's.
        done = row.status == "happened"
        return (row.inside is None, done, known + len(taking[row.key]), sure, -row.key)

    best = max(members, key=said)
    hit = shown[best.key]
    parts = dict.fromkeys(part for row in (best, *members) for part in taking[row.key])
    reports = {row.report for row in members}

    def first(name: str) -> Any:
        values = (getattr(row, name) for row in (best, *members))
        return next((value for value in values if value is not None), None)

    return Happening(
        id=shown[members[0].key].id,
        kind=best.kind,
        type=best.type,
        name=first("name"),
        day=best.day,
        last_day=best.last_day,
        status=best.status,
        place=first("place"),
        country=first("country"),
        parts=tuple(parts),
        text=hit.text,
        outlets=independent(reports, origin),
        reports=len(reports),
        confidence=max(shown[row.key].confidence for row in members),
        inside=all(row.inside is not None for row in members),
        versions=(hit, *(shown[row.key] for row in members if row is not best)),
    )
