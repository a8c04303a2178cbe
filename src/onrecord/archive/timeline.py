"""What happened and what is to come, day by day, each happening once with all its versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, func, literal, or_, select

from onrecord.archive import tables
from onrecord.archive.following import Followed, latest
from onrecord.archive.search import Hit, hits
from onrecord.archive.voices import chunks, independent, origins
from onrecord.errors import NotInArchive
from onrecord.knowledge import places


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An actor's part in a happening.

    ``id`` is the archive's, ``None`` where it cannot tell who that is ("reporters"); the name is
    then the report's.
    """

    id: str | None
    name: str
    kind: str
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
                {"id": part.id, "name": part.name, "kind": part.kind, "role": part.role}
                for part in self.parts
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
        if self.day is not None and self.last_day is None:
            day = f"reported {day}"  # what has no day of its own stands under its report's
        who = ", ".join(dict.fromkeys(part.name for part in self.parts))
        voices = f"{self.outlets} outlet{'s' if self.outlets != 1 else ''}"
        where = _place_names().get(self.place or "", self.place)
        facts = (day, self.type or self.kind, self.status, who, where, voices, self.id)
        head = " · ".join(fact for fact in facts if fact)
        return f"{head}\n    {' '.join(self.text.split())}"


@cache
def _place_names() -> dict[str, str]:
    return {place.id: place.name for place in places()}


def timeline(
    connection: Connection, asked: Followed, *, limit: int, offset: int = 0
) -> tuple[Happening, ...]:
    """Return the happenings asked for, by day; the latest ``limit`` where there are more.

    ``offset`` of the latest are left out.
    """
    found = happenings(connection, latest(connection, asked, limit=limit, offset=offset))
    return tuple(sorted(found, key=lambda one: (one.day or date.min, -one.outlets, one.id)))


def happenings(connection: Connection, groups: Sequence[int]) -> tuple[Happening, ...]:
    """Return the happenings of these group keys, with all their versions."""
    rows: dict[int, list[Any]] = defaultdict(list)
    for part in chunks(list(groups)):
        found = [row for asked in _versions(part) for row in connection.execute(asked)]
        for row in sorted(found, key=lambda row: row.key):
            rows[row.group].append(row)
    every = [row for members in rows.values() for row in members]
    origin = origins(connection, (row.report for row in every))
    shown = {hit.key: hit for hit in hits(connection, [row.key for row in every], {})}
    taking = _parts(connection, {row.key: row.report for row in every})
    return tuple(_happening(members, shown, taking, origin) for members in rows.values())


def _versions(groups: list[int]) -> Iterator[Select[Any]]:
    """Yield the queries for the versions of some happenings, in one shape: meetings, events."""
    entries, meetings, events = tables.entries.c, tables.meetings.c, tables.events.c
    form = func.coalesce(meetings.form, "meeting")
    for table, own in (
        (tables.meetings, (form.label("type"), meetings.name, literal(None).label("inside"))),
        (tables.events, (events.type, literal(None).label("name"), events.inside)),
    ):
        # By two indexes; of what they have in one expression there is none.
        mine = or_(
            table.c.happening.in_(groups), table.c.key.in_(groups) & table.c.happening.is_(None)
        )
        yield (
            select(
                entries.key,
                entries.report,
                entries.kind,
                entries.day,
                entries.last_day,
                func.coalesce(table.c.happening, table.c.key).label("group"),
                *(table.c[name] for name in ("status", "place", "country")),
                *own,
            )
            .join_from(table, tables.entries, table.c.key == entries.key)
            .where(mine)
        )


def happening(connection: Connection, key: int) -> Happening:
    """Return the happening that the entry of that key is a version of."""
    for table in (tables.meetings, tables.events):
        group = select(func.coalesce(table.c.happening, table.c.key)).where(table.c.key == key)
        found = connection.execute(group).scalar_one_or_none()
        if found is not None:
            return happenings(connection, [found])[0]
    raise NotInArchive("that entry is no meeting and no event")


def _parts(connection: Connection, reports: Mapping[int, int]) -> dict[int, list[Part]]:
    """Return who takes part in each entry (key and its report's key), in the record's order."""
    parts, identities = tables.parts.c, tables.identities.c
    asked = select(
        parts.entry, parts.actor, parts.role, identities.id, identities.name, identities.kind
    ).outerjoin_from(tables.parts, tables.identities, identities.key == parts.who)
    rows = [
        row
        for some in chunks(list(reports))
        for row in connection.execute(asked.where(parts.entry.in_(some)))
    ]
    own = _as_reported(connection, sorted({reports[row.entry] for row in rows if row.id is None}))
    out: dict[int, list[Part]] = defaultdict(list)
    for row in rows:
        known = row.id is not None
        name, kind = (row.name, row.kind) if known else own[reports[row.entry], row.actor]
        out[row.entry].append(Part(id=row.id, name=name, kind=kind, role=row.role))
    return out


def _as_reported(
    connection: Connection, reports: list[int]
) -> dict[tuple[int, str], tuple[str, str]]:
    """Return name and kind of each actor of some reports, as the reports themselves have them."""
    entries, actors = tables.entries.c, tables.actors
    asked = select(entries.report, entries.id, entries.text, actors.c.kind).join_from(
        tables.entries, actors, actors.c.key == entries.key
    )
    return {
        (row.report, row.id): (row.text, row.kind)
        for some in chunks(reports)
        for row in connection.execute(
            asked.where(entries.report.in_(some), entries.kind == "actor")
        )
    }


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
