"""Which happenings a timeline is after: filters, and the latest days first without reading all.

A happening stands under the latest day that any of its versions names. So whoever walks the
versions from the latest day backwards meets the happenings in their order, and can stop as soon as
there are enough: the work grows with what is asked for, not with the archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, get_args

from sqlalchemy import Connection, Select, func, or_, select

from onrecord.archive import names, tables
from onrecord.archive.days import check_days
from onrecord.errors import SettingsError
from onrecord.record import Status

_AHEAD: Final = 2
"""Versions looked at for each happening wanted, at first; few happenings have more."""
HAPPENING: Final = {"event": tables.events, "meeting": tables.meetings}
"""The kinds of happenings, and the table of each."""
_CODE: Final = re.compile("[A-Za-z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What a timeline is asked for; every part that is given must hold.

    Days are both included, and a happening of several days is in them if any of its days is.
    ``kind`` is ``meeting`` or ``event``; ``actor`` takes part (a name, an id, or a Wikidata id);
    ``country`` (ISO 3166-1 alpha-3) is where it is or whose actors take part; ``type`` is a PLOVER
    type or a meeting's form.
    """

    since: date | None = None
    until: date | None = None
    kind: str | None = None
    actor: str | None = None
    country: str | None = None
    type: str | None = None
    status: str | None = None
    min_confidence: float = 0.0

    def __post_init__(self) -> None:
        if self.kind not in {None, *HAPPENING}:
            choices = " and ".join(HAPPENING)
            raise SettingsError(f"a timeline has no kind {self.kind!r}; there are {choices}")
        if self.status is not None and self.status.lower() not in get_args(Status):
            choices = ", ".join(get_args(Status))
            raise SettingsError(f"status is {self.status!r}; the choices are {choices}")
        if self.country is not None and not _CODE.fullmatch(self.country):
            raise SettingsError(
                f"country is {self.country!r}; give the three letters of ISO 3166-1, such as FRA"
            )
        check_days(self.since, self.until)


def latest(connection: Connection, asked: Followed, *, limit: int, offset: int = 0) -> list[int]:
    """Return the keys of the happenings asked for, those of the latest days first.

    Those without any day come last.
    """
    wanted = limit + offset
    versions = _versions(connection, asked)
    number = _AHEAD * wanted
    while True:
        rows, whole = _walked(connection, versions, number)
        found = dict.fromkeys(group for _, group in sorted(rows, key=lambda row: (-row[0], row[1])))
        if whole or len(found) >= wanted:
            break
        number *= 4
    if len(found) < wanted and asked.since is None and asked.until is None:
        found |= dict.fromkeys(_undated(connection, versions, wanted + len(found)))
    return list(found)[offset:wanted]


def _walked(
    connection: Connection, versions: Iterable[Select[Any]], number: int
) -> tuple[list[tuple[int, int]], bool]:
    """Return day (as its ordinal) and happening of the latest versions, and whether that is all.

    At most ``number`` of each kind are read; days that may have more are left out.
    """
    day = tables.entries.c.day
    rows: list[tuple[int, int]] = []
    floor = 0
    for asked in versions:
        dated = asked.where(day.is_not(None)).order_by(day.desc()).limit(number)
        some = [(row.day.toordinal(), row.happening) for row in connection.execute(dated)]
        if len(some) == number:
            floor = max(floor, some[-1][0])
        rows += some
    return [row for row in rows if row[0] > floor], floor == 0


def _undated(connection: Connection, versions: Iterable[Select[Any]], number: int) -> Iterable[int]:
    groups: set[int] = set()
    for asked in versions:
        undated = asked.where(tables.entries.c.day.is_(None)).distinct().subquery()
        group = undated.c.happening
        groups |= set(connection.execute(select(group).order_by(group).limit(number)).scalars())
    return sorted(groups)


def _versions(connection: Connection, asked: Followed) -> list[Select[Any]]:
    """Return for either kind the query for the versions asked for: their day and happening."""
    entries, parts = tables.entries.c, tables.parts.c
    conditions: list[Any] = [or_(entries.verdict.is_(None), entries.verdict != "reject")]
    if asked.min_confidence > 0:
        conditions.append(entries.confidence >= asked.min_confidence)
    if asked.since is not None:
        conditions.append(func.coalesce(entries.last_day, entries.day) >= asked.since)
    if asked.until is not None:
        conditions.append(entries.day <= asked.until)
    if asked.actor is not None:
        known = [one.key for one in names.find(connection, asked.actor)]
        conditions.append(entries.key.in_(select(parts.entry).where(parts.who.in_(known))))
    return [
        _of_kind(kind, table, asked).where(*conditions)
        for kind, table in HAPPENING.items()
        if asked.kind in {None, kind}
    ]


def _of_kind(kind: str, table: Any, asked: Followed) -> Select[Any]:
    entries, parts, identities = tables.entries.c, tables.parts.c, tables.identities.c
    own = table.c
    conditions: list[Any] = [entries.kind == kind]
    if asked.type is not None:
        sort = own.type if kind == "event" else func.coalesce(own.form, "meeting")
        conditions.append(func.lower(sort) == asked.type.lower())
    if asked.status is not None:
        conditions.append(func.lower(own.status) == asked.status.lower())
    if asked.country is not None:
        code = asked.country.upper()
        of_country = select(identities.key).where(identities.country == code)
        taking_part = select(parts.entry).where(parts.who.in_(of_country))
        conditions.append(or_(own.country == code, entries.key.in_(taking_part)))
    return (
        select(entries.day, func.coalesce(own.happening, own.key).label("happening"))
        .join_from(tables.entries, table, own.key == entries.key)
        .where(*conditions)
    )
