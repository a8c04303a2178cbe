"""Expressions that count from what the text dated before: "the next day", "two days later"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.resolve.times.meanings_calendar import dated
from onrecord.resolve.times.meanings_lengths import counted, one_unit, plain, shifted, unit_of
from onrecord.resolve.times.periods import GRAIN_OF, aside, at_part, period, undated
from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import GRAINS, NEAR_BY, Away, Grain, Reading, Setting
from onrecord.resolve.times.timex import days_of, months_later, moved, period_value
from onrecord.resolve.times.words import day_number, value_of

_THROUGHOUT = re.compile(r"\b(?:over|during|within|throughout|through|for)\s+$", re.IGNORECASE)
_OF_WORK = re.compile(r"\b(?:trading|working|business)\b")
"""Days that do not follow each other in the calendar."""
_BESIDE = 200
"""Characters after which "hours after the deal" no longer belongs to the day last told."""
_PERIODS: dict[str, Grain] = {"Y": "year", "DE": "year", "M": "month"}
"""What "two years later" may count from where no day was told."""
_APPOSED = 40
"""Characters between a date and the "two days after the vote" that explains it."""
_FAR = 2000
"""Characters after which "the next day" no longer counts from the day last told."""
_LEAD = 800
"""Characters in which a report tells its news: what happened hours before something else."""
_COMPARED = 250
"""Characters within which "a year ago" is the same quarter a year before."""


def day_part(match: Match, setting: Setting) -> Reading | None:
    """ "That evening", "in the morning", "the next morning": of the day told before."""
    part = value_of("part", match.slots["part"])
    low = match.text.lower()
    told = setting.told_day()
    if told is None:
        step_needed = re.search(r"\b(next|following|previous|same|that)\b", low)
        if setting.published is None or step_needed:
            return undated("D", part=part)
        return aside(at_part(setting.published, part, confidence=0.5))
    step = 1 if "next" in low or "following" in low else -1 if "previous" in low else 0
    day = moved(told, step)
    return at_part(day, part, confidence=0.7) if day else None


def quarter_nearby(setting: Setting) -> date | None:
    """Return the first day of a quarter told just before: accounts compare like with like."""
    told = setting.latest
    near_by = setting.start - setting.latest_end < _COMPARED
    return told.days[0] if told and told.grain == "quarter" and told.days and near_by else None


def same_day(match: Match, setting: Setting) -> Reading | None:
    """ "Earlier in the day": of the day told before, else of publication."""
    told = setting.told_day()
    if told is not None:
        return aside(period(told, "D", confidence=0.7))
    if setting.published is None:
        return undated("D")
    return aside(period(setting.published, "D", confidence=0.6))


def beside(match: Match, setting: Setting) -> Reading | None:
    """ "The day after the vote", "the morning after", "the month before"."""
    low = match.text.lower()
    words = match.get("part")
    part = value_of("part", words) if words else None
    unit = "D" if part else unit_of(match)
    if unit == "X":
        found = re.search(r"\b(day|week|month|year|decade)\b", low)
        unit = value_of("unit", found[1]) if found else "D"
    way = -1 if low.endswith(("before", "earlier")) else 1
    if low.endswith(("before", "after")) and own_anchor(setting.after):
        if unit == "D" and (told := _day_just_named(setting)):
            return aside(at_part(told, part, confidence=0.7))
        plain_reading = undated(unit, part=part)
        return replace(plain_reading, away=Away(count=way, unit=unit, part=part), confidence=0.7)
    if part is None:
        return narrative(match, setting)
    told = setting.told_day()
    day = moved(told, way) if told else None
    return at_part(day, part, confidence=0.7) if day else undated("D", part=part)


def _day_just_named(setting: Setting) -> date | None:
    """ "He left on Monday, a day after the vote": the expression says of Monday what day it is."""
    told = setting.told_day(_APPOSED)
    between = setting.before[-max(setting.start - setting.told_at.get("day", 0), 1) :]
    return told if told and re.fullmatch(r"[^.;:!?\n]*,\s+", between) else None


def narrative(match: Match, setting: Setting) -> Reading | None:
    """ "The next day", "that year", "the following month", "the day before", "a year earlier"."""
    low = match.text.lower()
    unit = unit_of(match)
    if unit == "X":
        found = re.search(r"\b(day|week|month|quarter|year|decade|century)\b", low)
        unit = value_of("unit", found[1]) if found else "D"
    back = bool(re.search(r"\b(previous|preceding|before|earlier)\b", low))
    on = bool(re.search(r"\b(next|following|after|later)\b", low))
    if re.search(r"\b(that|same)\b", low):
        back = on = False
    if "next" in low and unit != "D" and setting.lean() != "past":
        # "The next month will show" counts from the report, "the next month they fled" does not.
        if unit in ("DE", "CE") or _THROUGHOUT.search(setting.before):
            return one_unit(unit, setting, 1)
        if setting.published is None:
            return undated(unit)
        return period(shifted(setting.published, 1, unit), unit, confidence=0.8)
    grain = GRAIN_OF.get(unit)
    told = setting.latest
    if unit == "Y" and back and told is not None and told.grain == "quarter" and told.days:
        first = months_later(told.days[0], -12)
        return aside(period(first, "Q", confidence=0.5))
    if grain is None and unit != "DE":
        return None
    base = setting.told.get(grain) if grain else setting.told.get("year")
    base = _finest(setting, grain) if base is None or not (back or on) else base
    if unit == "D" and setting.told_day(_FAR) is None:
        return undated("D") if back or on else None
    if base is None or base.days is None:
        if setting.published is None or not back:
            return undated(unit)
        # "The previous year" with no year told: that before publication.
        return aside(period(shifted(setting.published, -1, unit), unit, confidence=0.5))
    day = shifted(base.days[0], on - back, unit)
    reading = period(day, "Y" if unit == "DE" else unit, confidence=0.6)
    return aside(reading) if back and unit != "D" else reading


def own_anchor(after: str) -> bool:
    """Whether "the day before" goes on with what it counts from ("the day before the vote")."""
    return bool(re.match(r"\s+['\"“‘`]*\w", after)) and not re.match(
        r"\s+(?:and|but|when|at|in|by|on|with|to|for|said|was|were|had)\b", after
    )


def _finest(setting: Setting, grain: Grain | None) -> Reading | None:
    """Return what was told last that is at least as fine as ``grain``."""
    if grain is None:
        return setting.latest
    fine = GRAINS[: GRAINS.index(grain) + 1]
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


def _period_told(setting: Setting, unit: str) -> date | None:
    """ "He came in 2015 and again two years later": the first day of the year, or month, told."""
    grain = _PERIODS.get(unit)
    told = setting.told.get(grain) if grain else None
    if grain is None or told is None or told.days is None:
        return None
    near_by = setting.start - setting.told_at[grain] <= NEAR_BY
    return told.days[0] if near_by else None


def distance(match: Match, setting: Setting) -> Reading | None:
    """ "Two days later", "hours before": a length, and the days it reaches from what was told."""
    unit = unit_of(match)
    low = match.text.lower()
    if unit == "X":
        found = re.search(r"(minute|hour|day|week|month|year|decade)s", low)
        unit = value_of("unit", found.group()) if found else "X"
    count = counted(match)
    way = -1 if re.search(r"\b(before|earlier|beforehand|ahead)\b", low) else 1
    reading = Reading(type="duration", value=plain(count, unit), confidence=0.7)
    within_a_day = unit in ("H", "TM") and (count is None or count < 24)
    if re.search(r"\b(before|after|of)$", low) and own_anchor(setting.after):
        # "On Sunday, hours after the deal": of that day; in the lead, of the report's.
        day = setting.told_day(_BESIDE) if within_a_day else _day_just_named(setting)
        if day is None and unit == "H" and count is None and setting.start < _LEAD:
            day = setting.published
        days = (day, day) if day else None
        away = Away(count=0 if within_a_day else way * (count or 0), unit=unit)
        known = within_a_day or (count is not None and not _OF_WORK.search(low))
        return replace(reading, days=days, away=away if known else None, confidence=0.6)
    told = setting.told_day()
    if told is None and not within_a_day and way > 0:
        told = _period_told(setting, unit)
    if told is None and unit == "H" and count is None and setting.start < _LEAD:
        told = setting.published
    if told is None or (count is None and not within_a_day) or _OF_WORK.search(low):
        return reading
    reached = told if within_a_day else shifted(told, way * (count or 0), unit)
    if reached and setting.published and reached > setting.published and setting.lean() != "future":
        # "Now, four years later, he leaves": counted to the report, not from it.
        return reading
    grain = "D" if within_a_day else {"H": "D", "TM": "D"}.get(unit, unit)
    value = period_value(reached, grain) if reached else None
    days = days_of(value) if value else None
    return replace(reading, days=days, grain=GRAIN_OF.get(grain), confidence=0.6)
