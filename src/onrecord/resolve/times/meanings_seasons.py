"""Quarters, halves, seasons and holidays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from onrecord.resolve.times.meanings_calendar import dated, early_of, full_year, which_of
from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import Lean, Reading, Setting
from onrecord.resolve.times.timex import Days, days_of, moved, quarter_value, safe_date, week_value
from onrecord.resolve.times.words import day_number, value_of

_WHICH: Mapping[int, Lean] = {-1: "past", 0: "unknown", 1: "future"}
_COUNTED_SINCE = 1942
"""The first year in which Thanksgiving and its like had the weekdays they have."""
_BEGUN = 21
"""Days into a season within which "the coming spring" may still mean that one: it has begun by
the calendar, not yet by the weather."""
_CLOSE = 30
"""Days within which a holiday is the nearest one, whatever the tense."""


def quarter(match: Match, setting: Setting) -> Reading | None:
    """A quarter of a year; without its year, the one last ended (or next, looking ahead)."""
    letter = match.get("quarterletter")
    number = int(value_of("quarterletter", letter)) if letter else day_number(match.slots["nth"])
    if number > 4:
        return None
    if words := match.get("year"):
        return dated(quarter_value(int(words), number), confidence=0.9, grain="quarter")
    if setting.published is None:
        return dated(f"XXXX-Q{number}", confidence=0.8)
    which = which_of(match)
    published = setting.published
    if which is not None:
        value = quarter_value(published.year + which, number)
    else:
        current = (published.month + 2) // 3
        # Accounts of a quarter appear in the next: what just ended is meant even by "expects".
        if number < current:
            shift = int(current - number > 1 and setting.lean() == "future")
        else:
            shift = -int(number > current and setting.lean() != "future")
        value = quarter_value(published.year + shift, number)
    return dated(value, confidence=0.8, grain="quarter")


def half(match: Match, setting: Setting) -> Reading | None:
    """A half of a year."""
    nth, letter = match.get("nth"), match.get("halfletter")
    number = int(value_of("halfletter", letter)) if letter else day_number(nth) if nth else 2
    if number > 2:
        return None
    words = match.get("year")
    if words:
        return dated(f"{words}-H{number}", confidence=0.9)
    which = which_of_year(match)
    if setting.published is None:
        return dated(f"XXXX-H{number}", confidence=0.8)
    return dated(f"{setting.published.year + which}-H{number}", confidence=0.85)


def which_of_year(match: Match) -> int:
    """Return -1, 0, 1 by the word before the closing "year"."""
    word = match.text.lower().split()[-2]
    return -1 if word in ("last", "past", "previous") else 1 if word in ("next", "coming") else 0


def season(match: Match, setting: Setting) -> Reading | None:
    """A season, northern hemisphere; without its year, the nearest that tense allows."""
    name = value_of("season", match.slots["season"])
    early = early_of(match)
    if words := match.get("year"):
        return dated(f"{words}-{name}", confidence=0.9, early=early)
    if digits := match.get("shortyear"):
        return dated(f"{full_year(digits, setting)}-{name}", confidence=0.7, early=early)
    published = setting.published
    if published is None:
        return dated(f"XXXX-{name}", confidence=0.7)
    which = which_of(match)
    if which == 0:
        # The winter of January began in the year before.
        running = name == "WI" and published.month < 3
        return dated(f"{published.year - running}-{name}", confidence=0.8, early=early)
    lean: Lean = setting.lean() if which is None else _WHICH[which]
    if lean == "future" and re.match("(the )?(coming|upcoming)", match.text, re.IGNORECASE):
        published = moved(published, -_BEGUN) or published
    choices = [(days_of(f"{y}-{name}"), y) for y in range(published.year - 2, published.year + 3)]
    fitting = [(days, y) for days, y in choices if days and _fits(days, published, lean, which)]
    if not fitting:
        return None
    best = min(fitting, key=lambda c: _distance(c[0], published))
    return dated(f"{best[1]}-{name}", confidence=0.75, early=early)


def _fits(days: Days, published: date, lean: Lean, which: int | None) -> bool:
    first, last = days
    if lean == "past":
        return last < published if which == -1 else first <= published
    if lean == "future":
        return (first - published).days > 0 if which == 1 else last >= published
    return True


def _distance(days: Days, published: date) -> int:
    first, last = days
    if first <= published <= last:
        return 0
    return min(abs((first - published).days), abs((last - published).days))


def holiday(match: Match, setting: Setting) -> Reading | None:
    """A holiday of the Western calendar."""
    value = value_of("holiday", match.slots["holiday"])
    words = match.get("year")
    if words:
        that = _holiday_in(value, int(words))
        return dated(that.isoformat(), confidence=0.9, grain="day") if that else None
    published = setting.published
    if published is None:
        fixed = re.fullmatch(r"\d\d-\d\d", value)
        return dated(f"XXXX-{value}" if fixed else "XXXX-XX-XX", confidence=0.7)
    days = [
        d for y in range(published.year - 1, published.year + 2) if (d := _holiday_in(value, y))
    ]
    which = which_of(match)
    if which is not None and match.text.lower().endswith("year"):
        that = _holiday_in(value, published.year + which)
        return dated(that.isoformat(), confidence=0.9, grain="day") if that else None
    found = min(days, key=lambda d: abs((d - published).days))
    lean = setting.lean() if which is None else _WHICH[which]
    if which or abs((found - published).days) > _CLOSE:
        if lean == "past":
            days = [d for d in days if d < published]
        elif lean == "future":
            days = [d for d in days if d > published]
        found = min(days, key=lambda d: abs((d - published).days))
    return dated(found.isoformat(), confidence=0.8, grain="day")


def holiday_week(match: Match, setting: Setting) -> Reading | None:
    """The week or weekend of a holiday."""
    reading = holiday(match, setting)
    if reading is None or reading.days is None:
        return reading
    value = week_value(reading.days[0])
    if match.text.lower().endswith("weekend"):
        value += "-WE"
    return dated(value, confidence=0.7, grain="week")


def _holiday_in(value: str, year: int) -> date | None:
    if counted := re.fullmatch(r"(easter|orthodox)([+-]\d+)", value):
        return moved(easter(year, orthodox=counted[1] == "orthodox"), int(counted[2]))
    if ":" not in value:
        month_number, number = map(int, value.split("-"))
        return safe_date(year, month_number, number)
    if year < _COUNTED_SINCE:
        return None
    month_words, weekday, which = value.split(":")
    first = date(year, int(month_words), 1)
    offset = (int(weekday) - first.isoweekday()) % 7
    if which == "election":
        # The Tuesday after the first Monday of November (3 U.S.C. 1).
        return first + timedelta(days=(1 - first.isoweekday()) % 7 + 1)
    found = first + timedelta(days=offset + 7 * (int(which) - 1))
    return found if found.month == first.month else found - timedelta(days=7)


def easter(year: int, *, orthodox: bool = False) -> date:
    """Return Easter Sunday, by the Meeus/Jones/Butcher and Meeus Julian algorithms."""
    if orthodox:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        julian = date(year, (d + e + 114) // 31, (d + e + 114) % 31 + 1)
        # Days the Julian calendar lags behind.
        return julian + timedelta(days=year // 100 - year // 400 - 2)
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month_number, number = divmod(h + k - 7 * m + 114, 31)
    return date(year, month_number, number + 1)
