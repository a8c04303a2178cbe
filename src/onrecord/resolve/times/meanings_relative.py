"""Expressions that count from publication or from what the text dated before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.resolve.times.meanings_calendar import dated, early_of, nearest, which_of
from onrecord.resolve.times.meanings_lengths import counted, plain, shifted, unit_of
from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import Grain, Reading, Setting
from onrecord.resolve.times.timex import (
    days_of,
    months_later,
    moved,
    period_value,
)
from onrecord.resolve.times.words import day_number, value_of

_GRAINS: dict[str, Grain] = {
    "D": "day",
    "NI": "day",
    "W": "week",
    "FN": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
}
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}


def _period(
    day: date | None, unit: str, *, confidence: float, early: str | None = None
) -> Reading | None:
    value = period_value(day, unit) if day else None
    if value is None:
        return None
    return dated(value, confidence=confidence, early=early, grain=_GRAINS.get(unit))


def _undated(unit: str, *, part: str | None = None) -> Reading:
    value = _UNKNOWN.get("D" if unit in ("NI", "H") else unit, "XXXX")
    if part:
        return Reading(type="time", value=f"{value}T{part}", confidence=0.8)
    return Reading(type="date", value=value, confidence=0.8)


def near(match: Match, setting: Setting) -> Reading | None:
    """Today, yesterday, tomorrow, tonight, this morning."""
    settings = match.rule.settings
    words = match.get("part")
    part = settings.get("part") or (value_of("part", words) if words else None)
    day = moved(setting.published, int(settings["days"])) if setting.published else None
    if settings.get("until") and day is not None:
        # The night that ends on the next morning: "overnight".
        days = (day, moved(day, 1) or day)
        return Reading(type="time", value=f"{day.isoformat()}T{part}", days=days, confidence=0.8)
    if day is None:
        return _undated("D", part=part)
    return at_part(day, part, confidence=0.95)


def at_part(day: date, part: str | None, *, confidence: float) -> Reading:
    """Return the reading of a day, or of its morning, afternoon, evening or night."""
    if part is None:
        return dated(day.isoformat(), confidence=confidence, grain="day")
    value = f"{day.isoformat()}T{part}"
    return Reading(type="time", value=value, days=(day, day), grain="day", confidence=confidence)


def day_part(match: Match, setting: Setting) -> Reading | None:
    """ "That evening", "in the morning", "the next morning": of the day told before."""
    part = value_of("part", match.slots["part"])
    low = match.text.lower()
    told = setting.told.get("day")
    if told is None or told.days is None:
        if setting.published is None:
            return _undated("D", part=part)
        return at_part(setting.published, part, confidence=0.5)
    step = 1 if "next" in low or "following" in low else -1 if "previous" in low else 0
    day = moved(told.days[0], step)
    return at_part(day, part, confidence=0.7) if day else None


def weekday(match: Match, setting: Setting) -> Reading | None:
    """A weekday: its week from "last", "this", "next", else from the direction of the clause."""
    number_of_day = int(value_of("weekday", match.slots["weekday"]))
    words = match.get("part")
    part = value_of("part", words) if words else None
    published = setting.published
    if published is None:
        value = f"XXXX-WXX-{number_of_day}" + (f"T{part}" if part else "")
        return Reading(type="time" if part else "date", value=value, confidence=0.9)
    which = which_of(match)
    if match.text.lower().endswith("week") and which is not None:
        monday = published - timedelta(days=published.isoweekday() - 1)
        found = moved(monday, 7 * which + number_of_day - 1)
        return at_part(found, part, confidence=0.85) if found else None
    if re.match(r"the (previous|preceding|following)", match.text, re.IGNORECASE):
        told = setting.told.get("day")
        base = told.days[0] if told and told.days else published
        return _strictly(base, number_of_day, which or 0, part)
    if which:
        return _strictly(published, number_of_day, which, part)
    found = bare_weekday(setting, published, number_of_day)
    weeks = int(match.rule.settings.get("weeks", 0))
    if found and weeks:
        found = moved(found, 7 * weeks)
    return at_part(found, part, confidence=0.9) if found else None


def bare_weekday(setting: Setting, published: date, weekday_number: int) -> date | None:
    """Return the last such weekday up to publication, or the next where the clause looks ahead."""
    gap = (weekday_number - published.isoweekday()) % 7
    ahead = _looks_ahead(setting, weekday_number)
    return moved(published, gap if ahead else gap - 7 if gap else 0)


def _looks_ahead(setting: Setting, weekday_number: int) -> bool:
    """Whether a bare weekday is the coming one.

    The present tense with another weekday than that of publication is a timetable ("the two meet
    on Monday"); with the same, it is today.
    """
    lean = setting.lean()
    published = setting.published
    other_day = published is not None and published.isoweekday() != weekday_number
    return lean == "future" or (lean == "present" and other_day)


def _strictly(base: date, weekday_number: int, way: int, part: str | None) -> Reading | None:
    gap = (weekday_number - base.isoweekday()) % 7
    found = moved(base, (gap or 7) if way > 0 else (gap - 7))
    return at_part(found, part, confidence=0.85) if found else None


def shift(match: Match, setting: Setting) -> Reading | None:
    """This, last, next week, month, quarter, year, decade, century, weekend."""
    unit = unit_of(match)
    steps = int(match.rule.settings["n"])
    if unit in ("S", "TM", "SN", "ML", "FN"):
        return None
    published = setting.published
    if published is None:
        return _undated(unit)
    early = early_of(match)
    if unit == "W" and published.isoweekday() == 7:
        published = _on_sunday(published, steps, setting)
    if unit == "WE" and published.isoweekday() < 4 and steps == 0 and setting.lean() == "past":
        steps = -1
    day = shifted(published, steps, unit)
    confidence = 0.75 if unit in ("W", "WE") else 0.9
    return _period(day, unit, confidence=confidence, early=early)


def _on_sunday(published: date, steps: int, setting: Setting) -> date:
    """Return the day whose ISO week is "this week" for a report of a Sunday.

    The news counts its weeks from Sunday: what "will" happen "this week" lies ahead, and "last
    week" is the one ending.
    """
    monday_after = moved(published, 1) or published
    ahead = steps == 0 and setting.lean() in ("future", "present")
    return monday_after if ahead or steps == -1 else published


def weekend(match: Match, setting: Setting) -> Reading | None:
    """ "The weekend": the one gone by, or coming."""
    published = setting.published
    if published is None:
        return _undated("WE")
    back = published.isoweekday() < 6 and setting.lean() in ("past", "unknown")
    return _period(moved(published, -7) if back else published, "WE", confidence=0.8)


def year_end(match: Match, setting: Setting) -> Reading | None:
    """The last day of the year of publication."""
    if setting.published is None:
        return dated("XXXX-12-31", confidence=0.8)
    if re.search(r"\b(since|last)\s+$", setting.before, re.IGNORECASE):
        return dated(f"{setting.published.year - 1:04d}-12-31", confidence=0.8)
    return dated(f"{setting.published.year:04d}-12-31", confidence=0.8)


def week_of(match: Match, setting: Setting) -> Reading | None:
    """The week around a day of the calendar."""
    month = int(value_of("month", match.slots["month"]))
    day = nearest(setting, month, day_number(match.slots["day"]))
    return _period(day, "W", confidence=0.85) if day else _undated("W")


def ago(match: Match, setting: Setting) -> Reading | None:
    """So many units before publication, as precise as the unit."""
    return _away(match, setting, -1)


def ahead(match: Match, setting: Setting) -> Reading | None:
    """So many units after publication."""
    return _away(match, setting, 1)


def _away(match: Match, setting: Setting, way: int) -> Reading | None:
    unit, count = unit_of(match), counted(match)
    if count is None:
        return Reading(type="date", value="PAST_REF" if way < 0 else "FUTURE_REF", confidence=0.6)
    if setting.published is None:
        return _undated("Y" if unit in ("DE", "CE") else unit)
    day = shifted(setting.published, way * count, unit)
    exact = re.search(
        r"\b(today|to the day|ago \w+day|from (now|today))$", match.text, re.IGNORECASE
    )
    if way > 0 and unit in ("W", "D"):
        exact = exact or re.match("", "")
    grain = "D" if exact else {"DE": "Y", "CE": "Y"}.get(unit, unit)
    if count != int(count) and grain == "Y":
        grain = "M"
    reading = _period(day, grain, confidence=0.85)
    return _aside(reading) if count == 1 and unit == "Y" else reading


def narrative(match: Match, setting: Setting) -> Reading | None:
    """ "The next day", "that year", "the following month", "the day before", "a year earlier"."""
    low = match.text.lower()
    unit = unit_of(match)
    if unit == "X":
        found = re.search(r"\b(day|week|month|quarter|year|decade)\b", low)
        unit = value_of("unit", found[1]) if found else "D"
    back = bool(re.search(r"\b(previous|preceding|before|earlier)\b", low))
    on = bool(re.search(r"\b(next|following|after|later)\b", low))
    if re.search(r"\b(that|same)\b", low):
        back = on = False
    if re.search(r"\b(before|after)$", low) and _own_anchor(setting.after):
        return None
    grain = _GRAINS.get(unit)
    told = setting.latest
    if unit == "Y" and back and told is not None and told.grain == "quarter" and told.days:
        first = months_later(told.days[0], -12)
        return _aside(_period(first, "Q", confidence=0.75))
    if grain is None and unit != "DE":
        return None
    base = setting.told.get(grain) if grain else setting.told.get("year")
    base = _finest(setting, grain) if base is None or not (back or on) else base
    if base is None or base.days is None:
        return None if setting.published else _undated(unit)
    day = shifted(base.days[0], on - back, unit)
    reading = _period(day, "Y" if unit == "DE" else unit, confidence=0.7)
    return _aside(reading) if back and unit != "D" else reading


def _aside(reading: Reading | None) -> Reading | None:
    """Return a reading that later ones do not count from: a mere comparison."""
    return replace(reading, grain=None) if reading is not None else None


def _own_anchor(after: str) -> bool:
    """Whether "the day before" goes on with what it counts from ("the day before the vote")."""
    return bool(re.match(r"\s+['\"“‘`]*\w", after)) and not re.match(
        r"\s+(?:and|but|when|at|in|by|on|with|to|for|said)\b", after
    )


def _finest(setting: Setting, grain: Grain | None) -> Reading | None:
    """Return what was told last that is at least as fine as ``grain``."""
    order: tuple[Grain, ...] = ("day", "week", "month", "quarter", "year")
    if grain is None:
        return setting.latest
    fine = order[: order.index(grain) + 1]
    if setting.latest is not None and setting.latest.grain in fine:
        return setting.latest
    return next((setting.told[g] for g in reversed(fine) if g in setting.told), None)


def year_before(match: Match, setting: Setting) -> Reading | None:
    """ "The year-ago quarter": the quarter told before, a year back."""
    words = match.get("nth")
    told = setting.told.get("quarter")
    if told is not None and told.days:
        first = months_later(told.days[0], -12)
        return _aside(_period(first, "Q", confidence=0.8))
    if setting.published is None:
        return Reading(type="date", value="XXXX-QX", confidence=0.6)
    quarter = f"Q{day_number(words)}" if words else "QX"
    return dated(f"{setting.published.year - 1}-{quarter}", confidence=0.6)


def latest(match: Match, setting: Setting) -> Reading | None:
    """ "The latest quarter", "the latest financial year": the last one ended."""
    published = setting.published
    yearly = match.text.lower().endswith("year")
    if published is None:
        return Reading(type="date", value="XXXX" if yearly else "XXXX-QX", confidence=0.6)
    if not yearly:
        return quarter_told(match, setting)
    return _period(months_later(published, -12), "Y", confidence=0.6)


def quarter_told(match: Match, setting: Setting) -> Reading | None:
    """ "The quarter", "that quarter", "the 1988 quarter": the one told before, or last ended."""
    told = setting.told.get("quarter")
    published = setting.published
    newest = "latest" in match.text.lower()
    this = re.match(r"(this|the current)", match.text, re.IGNORECASE)
    ended = told is not None and told.days and published and told.days[1] < published
    if told is not None and told.days and not this and (ended or not newest):
        day = told.days[0]
    elif published is not None:
        day = published if this else months_later(published, -3) or published
    else:
        return Reading(type="date", value="XXXX-QX", confidence=0.6)
    if year := match.get("year"):
        day = day.replace(year=int(year), day=1)
    return _period(day, "Q", confidence=0.7)


def distance(match: Match, setting: Setting) -> Reading | None:
    """ "Two days later", "hours before": a length, and the days it reaches from what was told."""
    unit = unit_of(match)
    low = match.text.lower()
    if unit == "X":
        found = re.search(r"(minute|hour|day|week|month|year|decade)s", low)
        unit = value_of("unit", found.group()) if found else "X"
    count = counted(match)
    told = setting.told.get("day")
    days = None
    if unit in ("H", "TM"):
        # Less than a day: the day of what is told, else of the report.
        day = told.days[0] if told and told.days else setting.published
        days = (day, day) if day else None
    elif (
        count is not None
        and told
        and told.days
        and not (re.search(r"\b(before|after)$", low) and _own_anchor(setting.after))
    ):
        back = re.search(r"\b(before|earlier|beforehand)\b", low)
        reached = shifted(told.days[0], -count if back else count, unit)
        value = period_value(reached, unit) if reached else None
        days = days_of(value) if value else None
    confidence = 0.6 if days else 0.7
    return Reading(type="duration", value=plain(count, unit), days=days, confidence=confidence)


def reference(match: Match, setting: Setting) -> Reading | None:
    """Now, recently, soon: TIMEX3's PRESENT_REF, PAST_REF, FUTURE_REF; no day is named."""
    return Reading(type="date", value=match.rule.settings["value"], confidence=0.7)
