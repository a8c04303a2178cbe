"""Who somebody is, by what all reports say: offices, words, encounters, promises."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, func, or_, select

from onrecord.archive import names, tables
from onrecord.archive.following import Followed
from onrecord.archive.matching import Asked
from onrecord.archive.names import Identity
from onrecord.archive.search import Hit, hits, search
from onrecord.archive.timeline import Happening, timeline
from onrecord.errors import NotInArchive

_TOPICS: Final = 12
_MOST: Final = 200
_COUNTED: Final = {"local", "statements"}
PRESENT: Final = frozenset({"attends", "host", "represented"})
"""The roles of who was at a meeting, or had somebody there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOffice:
    """An office as reports gave it, from the first to the last day they did."""

    title: str
    of: str | None
    as_written: str
    claimed: str
    first: date | None
    last: date | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What somebody said about another; the latest first."""

    about: Identity
    statements: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Whom somebody met, and when; planned encounters included, with their status."""

    whom: Identity
    meetings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A commitment: what somebody takes on or rules out, how firmly, on what condition."""

    strength: str
    act: str
    condition: str | None
    hit: Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One actor across the archive; ``others`` are those the name could mean as well."""

    identity: Identity
    others: tuple[Identity, ...]
    offices: tuple[HeldOffice, ...]
    statements: tuple[Hit, ...]
    topics: tuple[Topic, ...]
    met: tuple[Met, ...]
    promises: tuple[Promise, ...]

    def row(self) -> dict[str, Any]:
        """Return the dossier as plain values: what the doors show as JSON."""
        return {
            **identity_row(self.identity),
            "others": [identity_row(one) for one in self.others],
            "offices": [
                {
                    "title": office.title,
                    "of": office.of,
                    "as_written": office.as_written,
                    "claimed": office.claimed,
                    "first": office.first.isoformat() if office.first else None,
                    "last": office.last.isoformat() if office.last else None,
                    "reports": office.reports,
                }
                for office in self.offices
            ],
            "statements": [hit.row() for hit in self.statements],
            "topics": [
                {
                    "about": identity_row(topic.about),
                    "statements": [hit.id for hit in topic.statements],
                }
                for topic in self.topics
            ],
            "met": [
                {
                    **identity_row(met.whom),
                    "meetings": [
                        {"id": one.id, "date": one.row()["date"], "status": one.status}
                        for one in met.meetings
                    ],
                }
                for met in self.met
            ],
            "promises": [
                {
                    "strength": promise.strength,
                    "act": promise.act,
                    "condition": promise.condition,
                    **promise.hit.row(),
                }
                for promise in self.promises
            ],
        }

    def lines(self) -> list[str]:
        """Return the dossier for a person, line by line."""
        one = self.identity
        facts = (one.name, one.kind, one.country, one.known_as, one.id)
        out = [" · ".join(fact for fact in facts if fact)]
        if self.others:
            out.append("Could also be: " + ", ".join(other.id for other in self.others))
        for office in self.offices:
            first, last = (day.isoformat() if day else "?" for day in (office.first, office.last))
            out.append(f"  {office.as_written} ({office.claimed}; in reports {first} to {last})")
        for title, lines in (
            ("MET", [self._met_line(met) for met in self.met]),
            ("PROMISED", [f"{p.strength}: {p.act} [{p.hit.id}]" for p in self.promises]),
            ("SAID", [hit.line() for hit in self.statements]),
        ):
            out += ["", title, *(f"  {line}" for line in lines)] if lines else []
        return out

    def _met_line(self, met: Met) -> str:
        days = [one.day.isoformat() if one.day else "no date" for one in met.meetings]
        return f"{met.whom.name}: {', '.join(days)}"


def identity_row(one: Identity) -> dict[str, Any]:
    """Return who somebody is as plain values, without what is counted."""
    return {name: value for name, value in one.row().items() if name not in _COUNTED}


def dossier(connection: Connection, name: str) -> Dossier:
    """Return the dossier of the likeliest bearer of ``name``; raises ``NotInArchive``."""
    found = names.find(connection, name)
    if not found:
        raise NotInArchive(f"nobody called {name!r} is in the archive")
    one = found[0]
    said = search(connection, Asked(speaker=one.id), limit=_MOST, offset=0)
    meetings = [
        happening
        for happening in timeline(connection, Followed(actor=one.id), limit=_MOST)
        if happening.kind == "meeting"
    ]
    return Dossier(
        identity=one,
        others=found[1:],
        offices=_offices(connection, one.key),
        statements=said,
        topics=_topics(connection, said),
        met=_met(connection, one, meetings),
        promises=_promises(connection, one.key),
    )


def _offices(connection: Connection, who: int) -> tuple[HeldOffice, ...]:
    offices, entries, reports = tables.offices.c, tables.entries.c, tables.reports.c
    asked = (
        select(
            offices.title,
            offices.of,
            offices.claimed,
            func.min(offices.as_written).label("as_written"),
            func.min(reports.published).label("first"),
            func.max(reports.published).label("last"),
            func.count(reports.key.distinct()).label("reports"),
        )
        .join_from(tables.offices, tables.entries, entries.key == offices.entry)
        .join(tables.reports, reports.key == entries.report)
        .where(entries.who == who, entries.kind == "actor")
        .group_by(offices.title, offices.of, offices.claimed)
        .order_by(func.count(reports.key.distinct()).desc(), offices.title)
    )
    return tuple(HeldOffice(**row._mapping) for row in connection.execute(asked))


def _topics(connection: Connection, said: tuple[Hit, ...]) -> tuple[Topic, ...]:
    parts = tables.parts.c
    of_hit: dict[int, list[Hit]] = defaultdict(list)
    shown = {hit.key: hit for hit in said}
    rows = connection.execute(
        select(parts.entry, parts.who).where(
            parts.entry.in_(list(shown)), parts.role == "about", parts.who.is_not(None)
        )
    )
    for row in rows:
        of_hit[row.who].append(shown[row.entry])
    most = Counter({who: len(found) for who, found in of_hit.items()}).most_common(_TOPICS)
    known = {
        one.key: one
        for one in names.identity_rows(
            connection, tables.identities.c.key.in_([who for who, _ in most])
        )
    }
    return tuple(
        Topic(
            about=known[who],
            statements=tuple(
                sorted(of_hit[who], key=lambda hit: (hit.date or date.min, hit.key), reverse=True)
            ),
        )
        for who, _ in most
    )


def _met(connection: Connection, one: Identity, meetings: list[Happening]) -> tuple[Met, ...]:
    with_whom: dict[str, list[Happening]] = defaultdict(list)
    for meeting in meetings:
        there = {part.id for part in meeting.parts if part.role in PRESENT and part.id}
        if one.id in there:
            for other in there - {one.id}:
                with_whom[other].append(meeting)
    known = names.identity_rows(connection, tables.identities.c.id.in_(list(with_whom)))
    met = [Met(whom=other, meetings=tuple(with_whom[other.id])) for other in known]
    return tuple(sorted(met, key=lambda entry: (-len(entry.meetings), entry.whom.id)))


def _promises(connection: Connection, who: int) -> tuple[Promise, ...]:
    entries, commitments = tables.entries.c, tables.commitments.c
    rows = connection.execute(
        select(entries.key, commitments.strength, commitments.act, commitments.condition)
        .join_from(tables.entries, tables.commitments, commitments.key == entries.key)
        .where(
            entries.who == who,
            entries.kind == "commitment",
            or_(entries.verdict.is_(None), entries.verdict != "reject"),
        )
        .order_by(entries.day.desc(), entries.key)
        .limit(_MOST)
    ).all()
    shown = {hit.key: hit for hit in hits(connection, [row.key for row in rows], {})}
    return tuple(
        Promise(strength=row.strength, act=row.act, condition=row.condition, hit=shown[row.key])
        for row in rows
    )
