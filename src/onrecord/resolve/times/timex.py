"""TIMEX3 values and the days they stand for.

A value is an ISO 8601 date, cut where the text is no more precise, with ``X`` for what is not
known: ``2022-03-05``, ``2022-W09``, ``2022-03``, ``2022-Q1``, ``2022-SP``, ``2022``, ``199``,
``19``, ``XXXX-WXX-5`` (TimeML annotation guidelines 1.2.1; Ferro et al., TIDES standard, 2005).
"""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[date, date]

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month, in the northern hemisphere; winter runs into the next year."""

_OF_WEEK = {"START": (0, 2), "MID": (1, 3), "END": (3, 6)}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?:-(?P<weekday>\d|WE))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)|XX|WXX|QX))?(?:-XX)?(?:T.*)?"
)
_LONG = re.compile(r"(?P<digits>\d{2,3})X*")


def day_value(day: date) -> str:
    """Return the value of one day."""
    return day.isoformat()


def week_value(day: date) -> str:
    """Return the value of the ISO week ``day`` lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(year: int, month: int) -> str:
    """Return the value of a month; ``month`` may run below 1 or above 12."""
    return f"{year + (month - 1) // 12:04d}-{(month - 1) % 12 + 1:02d}"


def quarter_value(year: int, quarter: int) -> str:
    """Return the value of a quarter; ``quarter`` may run below 1 or above 4."""
    return f"{year + (quarter - 1) // 4:04d}-Q{(quarter - 1) % 4 + 1}"


def period_value(day: date, unit: str) -> str | None:
    """Return the value of the day, week, month, quarter, year, decade, century ``day`` lies in."""
    match unit:
        case "D" | "NI" | "H" | "TM" | "S":
            return day.isoformat()
        case "W" | "FN":
            return week_value(day)
        case "WE":
            return f"{week_value(day)}-WE"
        case "M":
            return month_value(day.year, day.month)
        case "Q":
            return quarter_value(day.year, (day.month + 2) // 3)
        case "Y":
            return f"{day.year:04d}"
        case "DE":
            return f"{day.year:04d}"[:3] + "X"
        case "CE":
            return f"{day.year:04d}"[:2] + "XX"
    return None


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the date, ``None`` where the calendar has no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def moved(day: date, days: int) -> date | None:
    """Return the date ``days`` later, ``None`` where that leaves the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_later(day: date, months: int) -> date | None:
    """Return the same day ``months`` later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_of(value: str) -> Days | None:
    """Return first and last day of a date value; ``None`` for durations, sets and unknown years."""
    if match := _LONG.fullmatch(value):
        digits = match["digits"]
        scale: int = 10 ** (4 - len(digits))
        first = int(digits) * scale
        return _months(first, 1, months=12 * scale)
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year = int(match["year"])
    if match["day"]:
        day = safe_date(year, int(match["month"]), int(match["day"]))
        return (day, day) if day else None
    if match["month"]:
        return _months(year, int(match["month"]), months=1)
    if match["week"]:
        return _week(year, int(match["week"]), match["weekday"])
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, months=3)
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, months=6)
    if match["season"]:
        return _months(year, SEASONS[match["season"]][0], months=3)
    return _months(year, 1, months=12)


def part_of(days: Days, part: str) -> Days:
    """Return the early, middle or late third (START, MID, END), or a half (FIRST, SECOND).

    Thirds are how newspapers' "early", "mid" and "late" divide a month or a year; the borders
    overlap by none, so that "early 2022" is January to April. Of a week, "early" is Monday to
    Wednesday, "mid" Tuesday to Thursday, "late" Thursday to Sunday.
    """
    first, last = days
    if (last - first).days == 6 and part in _OF_WEEK:
        begin, end = _OF_WEEK[part]
        return first + timedelta(days=begin), first + timedelta(days=end)
    length = (last - first).days + 1
    third, half = length / 3, length / 2
    cut = {
        "START": (0.0, third),
        "MID": (third, 2 * third),
        "END": (2 * third, float(length)),
        "FIRST": (0.0, half),
        "SECOND": (half, float(length)),
    }
    start, stop = cut[part]
    return first + timedelta(days=round(start)), first + timedelta(days=round(stop) - 1)


def _months(year: int, month: int, *, months: int) -> Days | None:
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    first = date(year, month, 1)
    after = months_later(first, months)
    last = after - timedelta(days=1) if after else date.max
    return first, last


def _week(year: int, week: int, weekday: str | None) -> Days | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
        if weekday == "WE":
            return monday + timedelta(days=5), monday + timedelta(days=6)
        if weekday:
            day = date.fromisocalendar(year, week, int(weekday))
            return day, day
        return monday, monday + timedelta(days=6)
    except (ValueError, OverflowError):
        return None
