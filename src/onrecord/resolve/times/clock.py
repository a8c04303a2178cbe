"""Times of day: "3 p.m. EST Tuesday", "10:35 GMT", "midnight Friday"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.resolve.times.meanings_calendar import nearest
from onrecord.resolve.times.meanings_relative import bare_weekday, weekday
from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import Reading, Setting
from onrecord.resolve.times.timex import moved, safe_date
from onrecord.resolve.times.words import day_number, number, shape, value_of

_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
_BESIDE = 15
"""How far before the time its date may stand ("Friday at about 10 a.m.")."""
_AFTER = re.compile(rf"\s+(?:on\s+)?({shape('weekday')})", re.IGNORECASE)


def clock(match: Match, setting: Setting) -> Reading | None:
    """A time of day, on the date the expression or its neighbour names, else of publication."""
    hours = _hours(match)
    if hours is None:
        return None
    zone = match.get("zone")
    hours += value_of("zone", zone) if zone else ""
    day = _day(match, setting)
    if day is None:
        return Reading(type="time", value=f"XXXX-XX-XXT{hours}", confidence=0.7)
    return Reading(
        type="time",
        value=f"{day.isoformat()}T{hours}",
        days=(day, day),
        grain="day",
        confidence=0.7,
    )


def _hours(match: Match) -> str | None:
    if words := match.get("hour"):
        return value_of("hour", words)
    if (words := match.get("military")) and not match.get("clock"):
        return f"{words[:2]}:{words[2:]}"
    if words := match.get("n"):
        part = match.get("part")
        return _told_hours(
            int(number(words)), 0, "pm" if part and part.lower() != "morning" else ""
        )
    hour, *rest = re.split(r"[:.]", match.get("clock") or match.slots["hhmm"])
    minute = int(rest[0]) if rest else 0
    return _told_hours(int(hour), minute, re.sub(r"[. ]", "", (match.get("ampm") or "").lower()))


def _told_hours(hour: int, minute: int, half: str) -> str | None:
    if hour > 24 or (half and hour > 12) or minute > 59:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"


def _day(match: Match, setting: Setting) -> date | None:
    if match.get("month"):
        month = int(value_of("month", match.slots["month"]))
        numbered = day_number(match.slots["day"])
        if year := match.get("year"):
            return safe_date(int(year), month, numbered)
        return nearest(setting, month, numbered)
    if match.get("weekday"):
        reading = weekday(match, setting)
        return reading.days[0] if reading and reading.days else None
    found = re.search(r"\b(today|yesterday|tomorrow)$", match.text, re.IGNORECASE)
    if found and setting.published:
        return moved(setting.published, _NEAR[found[1].lower()])
    told = setting.latest
    gap = setting.start - setting.latest_end
    beside = 0 < gap <= _BESIDE and not re.search("[.!?;]", setting.before[-gap:])
    if beside and told is not None and told.grain == "day" and told.days:
        return told.days[0]
    if setting.published and (after := _AFTER.match(setting.after)):
        return bare_weekday(setting, setting.published, int(value_of("weekday", after[1])))
    return setting.published
