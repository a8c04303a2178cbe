"""What the pages of actors need beside their dossier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select

from onrecord.archive import names, tables
from onrecord.archive.dossier import Dossier, HeldOffice
from onrecord.archive.engine import reading
from onrecord.archive.names import Identity
from onrecord.web import timeline
from onrecord.web.shelf import Shelf

_SPEAKERS = 60
_REPORTS = 100


def speakers(shelf: Shelf) -> tuple[Identity, ...]:
    """Return the actors with most statements."""
    entries = tables.entries.c
    number = func.count()
    most = (
        select(entries.who)
        .where(entries.kind == "statement", entries.who.is_not(None))
        .group_by(entries.who)
        .order_by(number.desc(), entries.who)
        .limit(_SPEAKERS)
    )
    with reading(shelf.engine) as connection:
        keys = connection.execute(most).scalars().all()
        return names.identity_rows(connection, tables.identities.c.key.in_(keys))


def offices(dossier: Dossier) -> tuple[HeldOffice, ...]:
    """Return the offices as printed, those that differ in capitals alone as one, the most first."""
    found: dict[tuple[str, str], HeldOffice] = {}
    for one in sorted(dossier.offices, key=lambda one: -one.reports):
        key = one.as_written.casefold(), one.claimed
        same = found.setdefault(key, one)
        if same is not one:
            days = [day for day in (same.first, same.last, one.first, one.last) if day]
            found[key] = replace(
                same,
                first=min(days, default=None),
                last=max(days, default=None),
                reports=same.reports + one.reports,
            )
    return tuple(found.values())


def meetings(shelf: Shelf, dossier: Dossier) -> tuple[timeline.Line, ...]:
    """Return the meetings of a dossier, each once, the latest first."""
    found = {one.id: one for met in dossier.met for one in met.meetings}
    ordered = sorted(found.values(), key=lambda one: (one.day is not None, one.day), reverse=True)
    return tuple(timeline.line(shelf, one) for one in ordered)


def known_as(shelf: Shelf, identity: Identity) -> tuple[str, ...]:
    """Return the other names that reports give an actor."""
    entries = tables.entries.c
    with reading(shelf.engine) as connection:
        found = connection.execute(
            select(entries.text)
            .where(entries.who == identity.key, entries.kind == "actor")
            .group_by(entries.text)
            .order_by(func.count().desc(), entries.text)
            .limit(8)
        ).scalars()
        return tuple(name for name in found if name != identity.name)


def of_report(shelf: Shelf, short: str) -> dict[str, str]:
    """Return the identity of each of a report's actors that has one."""
    entries, reports, identities = tables.entries.c, tables.reports.c, tables.identities.c
    with reading(shelf.engine) as connection:
        rows = connection.execute(
            select(entries.id, identities.id)
            .join_from(tables.entries, tables.reports, reports.key == entries.report)
            .join(tables.identities, identities.key == entries.who)
            .where(reports.short == short, entries.kind == "actor")
        ).all()
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A report in which an actor stands, and as whom."""

    short: str
    name: str
    title: str | None
    outlet: str | None
    published: date | None


def reports(shelf: Shelf, identity: Identity) -> tuple[Standing, ...]:
    """Return the latest reports in which an actor stands."""
    entries, columns = tables.entries.c, tables.reports.c
    with reading(shelf.engine) as connection:
        rows = connection.execute(
            select(
                columns.short,
                entries.text.label("name"),
                columns.title,
                columns.outlet,
                columns.published,
            )
            .join_from(tables.entries, tables.reports, columns.key == entries.report)
            .where(entries.who == identity.key, entries.kind == "actor")
            .order_by(columns.published.is_(None), columns.published.desc(), columns.key)
            .limit(_REPORTS)
        ).all()
    return tuple(Standing(**row._mapping) for row in rows)
