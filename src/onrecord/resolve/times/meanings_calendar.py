"""Expressions that name a day, month, year, quarter, season or holiday."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.resolve.times.known_days import known_day
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
_TIMETABLE = re.compile(
    r"\b(?:is|are|starts?|begins?|ends?|expires?|opens?|closes?|lapses?|runs? out|takes? place|"
    r"falls?|leaves?|retires?)\s+(?:in|at the end of|by)\s+(?:early |mid-|late )?$",
    re.IGNORECASE,
)
"""The present of what is to come: "the election is in November"."""
ORIGINALLY = re.compile(r"\b(?:originally|initially|previously)\b[^.,;:]{0,40}$", re.IGNORECASE)
"""What was once planned for a day that may since have gone by."""
_AT_LATEST = re.compile(
    r"\b(?:(?:no|not) later than|at the latest by|run-?up to|lead-?up to|ahead of|in advance of)\s+"
    r"(?:the\s+|its\s+|his\s+|her\s+|their\s+)?$",
    re.IGNORECASE,
)
"""What looks ahead whatever the tense: "in the run-up to the November election"."""
_SOON = 90
"""Days ahead within which a day may be meant of which no verb says that it is to come."""
_FRESH = 14
"""Days around publication within which a day without a year is the nearest, whatever the tense."""
_FISCAL = re.compile(r"\b(?:fiscal|financial|FY)", re.IGNORECASE)
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
    if part := match.rule.settings.get("part"):
        return part
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
        # A day long ago, named for what happened: nothing is counted from it.
        return dated(fixed, confidence=0.95)
    number = day_number(match.get("day") or match.slots["dd"])
    words = match.get("month")
    month = int(value_of("month", words)) if words else int(match.slots["mm"])
    if year := match.get("year"):
        found = safe_date(int(year), month, number)
        setting.years[month, number] = int(year)
        return dated(found.isoformat(), confidence=0.98, grain="day") if found else None
    if safe_date(2000, month, number) is None:
        return None
    if (known := known_day(match.text, setting)) is not None:
        return dated(known.isoformat(), confidence=0.9)
    resolved = nearest(setting, month, number)
    if (named := setting.years.get((month, number))) is not None and _is_old(resolved, setting):
        # "Oct. 7, 2023 … since Oct. 7": the text has said of which year that day is.
        resolved = safe_date(named, month, number)
    if resolved is None:
        return dated(f"XXXX-{month:02d}-{number:02d}", confidence=0.9)
    return dated(resolved.isoformat(), confidence=0.92, grain="day")


def _is_old(day: date | None, setting: Setting) -> bool:
    """Whether a day is not that of the news itself, in the weeks around publication."""
    published = setting.published
    return day is None or published is None or abs((day - published).days) > _FRESH


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
    if abs(distance) <= _FRESH:
        return closest
    lean: Lean = "future" if _AT_LATEST.search(setting.before) else _lean_of_day(setting)
    if distance > 0 and distance <= 60 and _UNTIL.search(setting.before):
        return closest
    if distance > 0 and (lean == "past" or (lean == "unknown" and distance > _SOON)):
        return max(d for d in days if d <= published)
    if lean == "future" and distance < 0:
        return min(d for d in days if d >= published)
    return closest


def _lean_of_day(setting: Setting) -> Lean:
    if _SINCE.search(setting.before):
        return "past"
    # "Originally planned for April": what was to be may lie behind; the nearest one is meant.
    return "unknown" if ORIGINALLY.search(setting.before) else setting.lean()


def slashed(match: Match, setting: Setting) -> Reading | None:
    """25/12/2020: day and month in either order; unknown where both orders are possible."""
    first, second = int(match.slots["dd"]), int(match.slots["dd2"])
    year = int(match.get("year") or full_year(match.slots["yy"], setting))
    if first > 12:
        first, second = second, first
    elif second <= 12 and first != second:
        return dated(f"{year}-XX-XX", confidence=0.9, grain="year")
    found = safe_date(year, first, second)
    return dated(found.isoformat(), confidence=0.95, grain="day") if found else None


def full_year(digits: str, setting: Setting) -> str:
    """Return the year of two digits: the last such one, or one up to five years ahead."""
    number = int(digits.lstrip("'’‘"))
    latest = (setting.published.year if setting.published else 2030) + 5
    return str(latest - (latest - number) % 100)


def day_of_month(match: Match, setting: Setting) -> Reading | None:
    """ "The 21st": of the month told before, else of the one publication and tense suggest."""
    number = day_number(match.slots["ordinalday"])
    if (told := setting.told_day()) is not None:
        found = safe_date(told.year, told.month, number)
        if found is not None and found < told:
            following = months_later(told.replace(day=1), 1)
            found = safe_date(following.year, following.month, number) if following else None
        return dated(found.isoformat(), confidence=0.6, grain="day") if found else None
    published = setting.published
    if published is None:
        return dated(f"XXXX-XX-{number:02d}", confidence=0.7)
    near = [months_later(published.replace(day=1), m) for m in (-1, 0, 1)]
    days = [d for f in near if f and (d := safe_date(f.year, f.month, number)) is not None]
    lean = setting.lean()
    if lean == "past":
        days = [d for d in days if d <= published]
    elif lean in ("future", "present"):
        days = [d for d in days if d >= published]
    if not days:
        return None
    best = min(days, key=lambda d: abs((d - published).days))
    return dated(best.isoformat(), confidence=0.7, grain="day")


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
    words = match.get("year")
    if words is None and (digits := match.get("shortyear")):
        words = full_year(digits, setting)
    if words:
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
        year = year_of_month(setting, setting.published, number)
    return dated(month_value(year, number), confidence=0.9, early=early, grain="month")


def year_of_month(setting: Setting, published: date, number: int) -> int:
    """Return the year of a month that tense suggests, else that in which it is nearest."""
    gap = number - published.month
    lean: Lean = "future" if _AT_LATEST.search(setting.before) else _lean_of_day(setting)
    if gap % 12 in (1, 2) and _UNTIL.search(setting.before):
        return published.year + (gap < 0)
    if lean == "past":
        return published.year - (gap > 0)
    if lean == "future" or (lean == "present" and _TIMETABLE.search(setting.before)):
        return published.year + (gap < 0)
    if gap > 6:
        return published.year - 1
    return published.year + (gap < -6)


def without_days(reading: Reading | None, match: Match) -> Reading | None:
    """A financial year's days depend on whose it is: its value says the year, no days are given."""
    if reading is None or not _FISCAL.search(match.text):
        return reading
    return replace(reading, days=None, grain=None)


def year(match: Match, setting: Setting) -> Reading | None:
    """A year; what is only before or after it has one open end."""
    value = match.get("year") or match.rule.settings.get("number")
    if value is None and (digits := match.get("shortyear")):
        return dated(full_year(digits, setting), confidence=0.7, grain="year")
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
    return without_days(reading, match)


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
        # "The 1800s" are a century; "the 2000s", so far, the first decade of one.
        century = words.endswith("00") and words < "2000"
        value = f"{words[:2]}XX" if century else f"{words[:3]}X"
    elif words := match.get("yy"):
        digits = words.lstrip("'’‘")
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
