"""Expressions that run from one day, month or year to another."""

from __future__ import annotations

import re

from onrecord.resolve.times.meanings_calendar import dated, nearest, without_days, year_of_month
from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import Reading, Setting
from onrecord.resolve.times.timex import days_of, month_value, safe_date
from onrecord.resolve.times.words import day_number, value_of


def days(match: Match, setting: Setting) -> Reading | None:
    """ "June 12-13", "24 and 25 March": from the first day to the second."""
    month = int(value_of("month", match.slots["month"]))
    first, second = day_number(match.slots["day"]), day_number(match.slots["day2"])
    if second <= first or (re.search(r"\band\b", match.text) and second != first + 1):
        return None
    if year := match.get("year"):
        begin = safe_date(int(year), month, first)
    else:
        begin = nearest(setting, month, first)
    if begin is None:
        if setting.published is not None or match.get("year"):
            return None
        return dated(f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{second:02d}", confidence=0.8)
    end = safe_date(begin.year, month, second)
    return _from_to(begin.isoformat(), end.isoformat()) if end else None


def months(match: Match, setting: Setting) -> Reading | None:
    """ "May or June", "March to May 2021": from the first month to the second."""
    first, second = (int(value_of("month", match.slots[s])) for s in ("month", "month2"))
    if words := match.get("year"):
        year = int(words) - (second < first)
    elif setting.published is None:
        return dated(f"XXXX-{first:02d}/XXXX-{second:02d}", confidence=0.8)
    else:
        year = year_of_month(setting, setting.published, first)
    return _from_to(month_value(year, first), month_value(year + (second < first), second))


def years(match: Match, setting: Setting) -> Reading | None:
    """ "1950-53": from the first year to the second."""
    first = match.slots["year"]
    second = match.get("year2") or first[:2] + match.slots["yy"]
    if not second.isdigit() or int(first) >= int(second):
        return None
    return without_days(_from_to(first, second), match)


def _from_to(first: str, second: str) -> Reading | None:
    begin, end = days_of(first), days_of(second)
    if begin is None or end is None:
        return None
    value = f"{first}/{second}"
    return Reading(type="date", value=value, days=(begin[0], end[1]), confidence=0.85)
