"""Expressions that name a day, month, year, quarter, season or holiday."""

from __future__ import annotations

import re
from datetime import date

from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import Grain, Lean, Reading, Setting
from onrecord.resolve.times.timex import (
    days_of,
    month_value,
    months_later,
    moved,
    part_of,
    safe_date,
)
from onrecord.resolve.times.words import day_number, value_of

_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:to|until|till|through|by|for|before|due|payable)\s+$", re.IGNORECASE)


def dated(
    value: str, *, confidence: float, early: str | None = None, grain: Grain | None = None
) -> Reading:
    """Return a date reading with the days its value stands for."""
    days = days_of(value)
    if days and early:
        days = part_of(days, early)
    return Reading(
        type="date", value=value, days=days, grain=grain if days else None, confidence=confidence
    )


def early_of(match: Match) -> str | None:
    """Return START, MID or END where the match says "early", "mid" or "late"."""
    if half := match.get("halfof"):
        return value_of("halfof", half)
    words = match.get("early")
    if words is None:
        return None
    return value_of("early", words.rstrip(" -"))


def which_of(match: Match) -> int | None:
    """Return -1, 0, 1 for "last", "this", "next"; ``None`` where the match has neither."""
    if "which" in match.rule.settings:
        return int(match.rule.settings["which"])
    return next(
        (int(value_of(c, w)) for c in ("last", "this", "next") if (w := match.get(c))), None
    )


def day(match: Match, setting: Setting) -> Reading | None:
    """A day of the calendar, with or without its year."""
    if fixed := match.rule.settings.get("date"):
        return dated(fixed, confidence=0.95, grain="day")
    number = day_number(match.get("day") or match.slots["dd"])
    words = match.get("month")
    month = int(value_of("month", words)) if words else int(match.slots["mm"])
    if year := match.get("year"):
        found = safe_date(int(year), month, number)
        return dated(found.isoformat(), confidence=0.98, grain="day") if found else None
    if safe_date(2000, month, number) is None:
        return None
    resolved = nearest(setting, month, number)
    if resolved is None:
        return dated(f"XXXX-{month:02d}-{number:02d}", confidence=0.9)
    return dated(resolved.isoformat(), confidence=0.92, grain="day")


def nearest(setting: Setting, month: int, number: int) -> date | None:
    """Return the day in the year that publication and tense suggest."""
    published = setting.published
    if published is None:
        return None
    years = range(published.year - 4, published.year + 5)
    days = [d for year in years if (d := safe_date(year, month, number)) is not None]
    # A tense outweighs nearness only where the nearer day is not close by: "the deadline, set
    # for Nov. 6, passed" may stand in the past tense a week before.
    closest = min(days, key=lambda d: abs((d - published).days))
    distance = (closest - published).days
    if abs(distance) <= 14:
        return closest
    lean = _lean_of_day(setting)
    if distance > 0 and distance <= 60 and _UNTIL.search(setting.before):
        return closest
    if lean == "past" and distance > 0:
        return max(d for d in days if d <= published)
    if lean == "future" and distance < 0:
        return min(d for d in days if d >= published)
    return closest


def _lean_of_day(setting: Setting) -> Lean:
    return "past" if _SINCE.search(setting.before) else setting.lean()


def slashed(match: Match, setting: Setting) -> Reading | None:
    """25/12/2020: day and month in either order; unknown where both orders are possible."""
    first, second = int(match.slots["dd"]), int(match.slots["dd2"])
    year = int(match.slots["year"])
    if first > 12:
        first, second = second, first
    elif second <= 12 and first != second:
        return dated(f"{year}-XX-XX", confidence=0.9, grain="year")
    found = safe_date(year, first, second)
    return dated(found.isoformat(), confidence=0.95, grain="day") if found else None


def weekday_nth(match: Match, setting: Setting) -> Reading | None:
    """ "Monday, the 21st": the day nearest to publication on which both agree."""
    number = day_number(match.slots["dd"])
    weekday = int(value_of("weekday", match.slots["weekday"]))
    if setting.published is None:
        return dated(f"XXXX-XX-{number:02d}", confidence=0.9) if number <= 31 else None
    near = [months_later(setting.published.replace(day=1), m) for m in (0, -1, 1, -2, 2, 3, -3)]
    for first in near:
        found = safe_date(first.year, first.month, number) if first else None
        if found and found.isoweekday() == weekday:
            return dated(found.isoformat(), confidence=0.9, grain="day")
    return None


def month(match: Match, setting: Setting) -> Reading | None:
    """A month, with or without its year."""
    early = early_of(match)
    number = int(value_of("month", match.slots["month"]))
    if words := match.get("year"):
        value = month_value(int(words), number)
        return dated(value, confidence=0.97, early=early, grain="month")
    if words := match.get("yearwords"):
        return dated(month_value(year_in_words(words), number), confidence=0.95, grain="month")
    if setting.published is None:
        return dated(f"XXXX-{number:02d}", confidence=0.9)
    which = which_of(match)
    year = setting.published.year
    if which is not None and match.text.lower().endswith("year"):
        year += which
    elif which == -1:
        # The month just gone would be "last month": "last February", said in March, is the
        # one a year before.
        year -= number >= setting.published.month - 1
    elif which == 1:
        year += number <= setting.published.month
    elif which is None:
        year = _year_of_month(setting, setting.published, number)
    return dated(month_value(year, number), confidence=0.9, early=early, grain="month")


def _year_of_month(setting: Setting, published: date, number: int) -> int:
    # By distance alone the year in which the month is at most half a year away.
    gap = number - published.month
    lean = _lean_of_day(setting)
    if gap % 12 in (1, 2) and _UNTIL.search(setting.before):
        return published.year + (gap < 0)
    if lean == "past":
        return published.year - (gap > 0)
    if lean == "future":
        return published.year + (gap < 0)
    if gap > 6:
        return published.year - 1
    return published.year + (gap < -6)


def months(match: Match, setting: Setting) -> Reading | None:
    """ "May or June": from the first month to the second."""
    first, second = (int(value_of("month", match.slots[s])) for s in ("month", "month2"))
    if setting.published is None:
        return dated(f"XXXX-{first:02d}/XXXX-{second:02d}", confidence=0.8)
    year = _year_of_month(setting, setting.published, first)
    return _from_to(month_value(year, first), month_value(year + (second < first), second))


def years(match: Match, setting: Setting) -> Reading | None:
    """ "1950-53": from the first year to the second."""
    first = match.slots["year"]
    second = match.get("year2") or first[:2] + match.slots["yy"]
    return _from_to(first, second) if int(first) < int(second) else None


def _from_to(first: str, second: str) -> Reading | None:
    begin, end = days_of(first), days_of(second)
    if begin is None or end is None:
        return None
    value = f"{first}/{second}"
    return Reading(type="date", value=value, days=(begin[0], end[1]), confidence=0.85)


def year(match: Match, setting: Setting) -> Reading | None:
    """A year; what is only before or after it has one open end."""
    value = match.get("year") or match.rule.settings.get("number")
    if value is None:
        value = f"{year_in_words(match.slots['yearwords'])}"
    reading = dated(value, confidence=0.95, early=early_of(match), grain="year")
    if found := re.match(r"(pre|post)\b", match.text, re.IGNORECASE):
        if reading.days is None:
            return None
        first, last = reading.days
        before = found[1].lower() == "pre"
        bounds = (None, moved(first, -1)) if before else (moved(last, 1), None)
        return Reading(type="date", value=value, bounds=bounds, confidence=0.8)
    return reading


def year_in_words(words: str) -> int:
    """Return the year of "nineteen ninety-six" or "twenty twenty"."""
    century, *rest = re.split(r"[-\s]+", words.lower())
    total = 100 * int(value_of("number", century))
    return total + sum(int(value_of("number", w)) for w in rest if w != "oh")


def decade(match: Match, setting: Setting) -> Reading | None:
    """A decade: "the 1990s", "the '80s", "the nineties" (of the twentieth century)."""
    if words := match.get("year"):
        if not words.endswith("0"):
            return None
        value = f"{words[:3]}X" if not words.endswith("00") else f"{words[:2]}XX"
    elif words := match.get("yy"):
        digits = words.lstrip("'’")
        if not digits.endswith("0") or (digits == words and not re.search(r"\bthe\b", match.text)):
            return None
        value = f"{'20' if digits < '30' else '19'}{digits[0]}X"
    else:
        value = f"19{value_of('decade', match.slots['decade'])}X"
    return dated(value, confidence=0.85, early=early_of(match))


def century(match: Match, setting: Setting) -> Reading | None:
    """A century: the 19th is 1800 to 1899, as newspapers count."""
    number = day_number(match.slots["nth"])
    if not 1 <= number <= 22:
        return None
    return dated(f"{number - 1:02d}XX", confidence=0.85, early=early_of(match))
