"""Meetings by the days they are on: a month as weeks of days."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import func, or_, select

from onrecord.archive import tables
from onrecord.archive.engine import reading
from onrecord.archive.timeline import Happening
from onrecord.errors import SettingsError
from onrecord.publish import wording
from onrecord.web.shelf import Shelf
from onrecord.web.timeline import AHEAD, Line, line, stretch

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
AHEAD_FOR: Final = timedelta(days=91)
"""How long from the first of a month on whose planned meetings are shown together."""
_TOGETHER: Final = 40
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
"""Beyond them the months before and after need not exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A day of the calendar; ``inside`` tells whether it belongs to the month shown."""

    day: date
    inside: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many meetings of one status begin in a month."""

    month: date
    status: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month's weeks from Monday, with the months around it; ``loose`` have no single days."""

    first: date
    title: str
    before: date
    after: date
    weeks: tuple[tuple[Square, ...], ...]
    loose: tuple[Line, ...]


def month(shelf: Shelf, name: str, *, planned: bool = False) -> Month:
    """Return the month ``name`` (``2025-02``); with ``planned`` only meetings that lay ahead.

    A meeting stands on each of its days. ``SettingsError`` where the name is no month.
    """
    first = _first_day(name)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    since, until = weeks[0][0], weeks[-1][-1]
    found = [
        one
        for one in shelf.archive.timeline(since=since, until=until, kind="meeting", limit=2_000)
        if not planned or one.status in AHEAD
    ]
    of_day: dict[date, list[Line]] = {}
    loose: list[Line] = []
    lines = (line(shelf, one) for one in sorted(found, key=lambda one: -one.outlets))
    for shown in _each_once(lines):
        spread = _days(shown.happening)
        if not spread:
            loose.append(shown)
        for day in spread:
            of_day.setdefault(day, []).append(shown)
    return Month(
        first=first,
        title=wording.month(first),
        before=(first - timedelta(days=1)).replace(day=1),
        after=(first + timedelta(days=31)).replace(day=1),
        weeks=tuple(
            tuple(
                Square(day=day, inside=day.month == first.month, lines=tuple(of_day.get(day, ())))
                for day in week
            )
            for week in weeks
        ),
        loose=tuple(loose),
    )


def ahead(shelf: Shelf, since: date, until: date) -> tuple[Line, ...]:
    """Return the planned meetings of some days that most outlets report, by their days."""
    found = shelf.archive.timeline(since=since, until=until, kind="meeting", limit=2_000)
    planned = [one for one in found if one.status in AHEAD]
    chosen = sorted(planned, key=lambda one: -one.outlets)[:_TOGETHER]
    # Found by day, and sorting keeps the order: so do those chosen, once sorted by it again.
    return tuple(_each_once(line(shelf, one) for one in sorted(chosen, key=planned.index)))


def counts(shelf: Shelf, first: date, *, planned: bool = False) -> tuple[Count, ...]:
    """Return how many meetings of each status begin in the months of a year before and after.

    ``first`` is the first day of the month between.
    """
    since, until = first.replace(year=first.year - 1), first.replace(year=first.year + 1)
    entries, meetings = tables.entries.c, tables.meetings.c
    meeting = func.coalesce(meetings.happening, meetings.key).label("meeting")
    asked = (
        select(meeting, entries.day, meetings.status)
        .join_from(tables.meetings, tables.entries, entries.key == meetings.key)
        .where(
            entries.day >= since,
            entries.day < until,
            or_(entries.verdict.is_(None), entries.verdict != "reject"),
        )
        .order_by(entries.key)
    )
    if planned:
        asked = asked.where(meetings.status.in_(AHEAD))
    with reading(shelf.engine) as connection:
        rows = connection.execute(asked).all()
    first_told = {row.meeting: row for row in reversed(rows)}
    found = Counter((row.day.replace(day=1), row.status) for row in first_told.values())
    return tuple(
        Count(month=month, status=status, number=number)
        for (month, status), number in sorted(found.items())
    )


def _first_day(name: str) -> date:
    found = _MONTH.fullmatch(name)
    try:
        first = date(int(found[1]), int(found[2]), 1) if found else date.fromisoformat(name)
        if not _FIRST_YEAR <= first.year <= _LAST_YEAR:
            raise ValueError(first.year)
        return first.replace(day=1)
    except ValueError as error:
        raise SettingsError(f"month is {name!r}; write it as 2025-02") from error


def _each_once(lines: Iterable[Line]) -> Iterable[Line]:
    """Return lines, but of those with the same words, days and standing the first alone.

    The archive keeps apart what it does not know to be one meeting; who looks at a month would
    read the same line twice.
    """
    seen = set()
    for one in lines:
        what = one.happening
        words = "".join(piece.words for piece in one.pieces)
        key = (words, what.day, what.last_day, what.status)
        if key not in seen:
            seen.add(key)
            yield one


def _days(one: Happening) -> Iterable[date]:
    day, stretched = stretch(one)
    if day is None or stretched is not None:
        return ()
    length = ((one.last_day or day) - day).days + 1
    return [day + timedelta(days=number) for number in range(length)]
