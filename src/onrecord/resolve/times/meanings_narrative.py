"""Expressions that count from what the text dated before: "the next day", "two days later"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.resolve.times.meanings_calendar import dated
from onrecord.resolve.times.meanings_lengths import counted, plain, shifted, unit_of
from onrecord.resolve.times.periods import GRAINS, aside, at_part, period, undated
from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import Grain, Reading, Setting
from onrecord.resolve.times.timex import days_of, months_later, moved, period_value
from onrecord.resolve.times.words import day_number, value_of

_COMPARED = 250
"""Characters within which "a year ago" is the same quarter a year before."""


def day_part(match: Match, setting: Setting) -> Reading | None:
    """ "That evening", "in the morning", "the next morning": of the day told before."""
    part = value_of("part", match.slots["part"])
    low = match.text.lower()
    told = setting.told.get("day")
    if told is None or told.days is None:
        if setting.published is None:
            return undated("D", part=part)
        return at_part(setting.published, part, confidence=0.5)
    step = 1 if "next" in low or "following" in low else -1 if "previous" in low else 0
    day = moved(told.days[0], step)
    return at_part(day, part, confidence=0.7) if day else None


def quarter_nearby(setting: Setting) -> date | None:
    """Return the first day of a quarter told just before: accounts compare like with like."""
    told = setting.latest
    near_by = setting.start - setting.latest_end < _COMPARED
    return told.days[0] if told and told.grain == "quarter" and told.days and near_by else None


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
    if "next" in low and unit != "D" and setting.lean() != "past":
        # "The next month will show" counts from the report, "the next month they fled" does not.
        return (
            period(shifted(setting.published, 1, unit), unit, confidence=0.8)
            if (setting.published)
            else undated(unit)
        )
    grain = GRAINS.get(unit)
    told = setting.latest
    if unit == "Y" and back and told is not None and told.grain == "quarter" and told.days:
        first = months_later(told.days[0], -12)
        return aside(period(first, "Q", confidence=0.5))
    if grain is None and unit != "DE":
        return None
    base = setting.told.get(grain) if grain else setting.told.get("year")
    base = _finest(setting, grain) if base is None or not (back or on) else base
    if base is None or base.days is None:
        if setting.published is None:
            return undated(unit)
        if not back or unit == "D":
            return None
        # "The previous year" with no year told: that before publication.
        return aside(period(shifted(setting.published, -1, unit), unit, confidence=0.5))
    day = shifted(base.days[0], on - back, unit)
    reading = period(day, "Y" if unit == "DE" else unit, confidence=0.6)
    return aside(reading) if back and unit != "D" else reading


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
        return aside(period(first, "Q", confidence=0.8))
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
    return period(months_later(published, -12), "Y", confidence=0.6)


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
    return period(day, "Q", confidence=0.7)


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
