"""Meetings by the days they are on: a month as weeks of days."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.archive.timeline import Happening
from onrecord.errors import SettingsError
from onrecord.publish import wording
from onrecord.web.shelf import Shelf
from onrecord.web.timeline import AHEAD, Line, line

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_LONGEST = 4
"""Days a meeting can fill. A longer stretch ("next week", "in the spring") says that it is on one
of its days, not on all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A day of the calendar; ``inside`` tells whether it belongs to the month shown."""

    day: date
    inside: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month's weeks from Monday, with the months around it; ``loose`` have no single days."""

    first: date
    title: str
    before: str
    after: str
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
        for one in shelf.archive.timeline(since=since, until=until, limit=2_000)
        if one.kind == "meeting" and (not planned or one.status in AHEAD)
    ]
    of_day: dict[date, list[Line]] = {}
    loose: list[Line] = []
    for one in sorted(found, key=lambda one: -one.outlets):
        shown = line(shelf, one)
        spread = _days(one)
        if not spread:
            loose.append(shown)
        for day in spread:
            of_day.setdefault(day, []).append(shown)
    return Month(
        first=first,
        title=wording.day(first).partition(" ")[2],
        before=f"{first - timedelta(days=1):%Y-%m}",
        after=f"{first + timedelta(days=31):%Y-%m}",
        weeks=tuple(
            tuple(
                Square(day=day, inside=day.month == first.month, lines=tuple(of_day.get(day, ())))
                for day in week
            )
            for week in weeks
        ),
        loose=tuple(loose),
    )


def _first_day(name: str) -> date:
    found = _MONTH.fullmatch(name)
    try:
        return date(int(found[1]), int(found[2]), 1) if found else date.fromisoformat(name)
    except ValueError as error:
        raise SettingsError(f"month is {name!r}; write it as 2025-02") from error


def _days(one: Happening) -> Iterable[date]:
    if one.day is None:
        return ()
    length = ((one.last_day or one.day) - one.day).days + 1
    if length > _LONGEST:
        return ()
    return [one.day + timedelta(days=number) for number in range(length)]
