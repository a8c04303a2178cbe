"""Times of day: "3 p.m. EST Tuesday", "10:35 GMT", "midnight Friday"."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from onrecord.resolve.times.meanings_calendar import nearest
from onrecord.resolve.times.meanings_relative import bare_weekday, weekday
from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import Reading, Setting
from onrecord.resolve.times.timex import moved, safe_date
from onrecord.resolve.times.words import day_number, number, shape, value_of

_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
_BESIDE = 15
"""How far before the time its date may stand ("Friday at about 10 a.m.")."""
_SAME_PASSAGE = 200
"""Characters within which an hour belongs to the day told last."""
_AFTER = re.compile(rf"\s+(?:on\s+)?({shape('weekday')})", re.IGNORECASE)


def clock(match: Match, setting: Setting) -> Reading | None:
    """A time of day, on the date the expression or its neighbour names, else of publication."""
    hours = _hours(match)
    if hours is None:
        return None
    zone = match.get("zone")
    if zone is not None and " " not in zone and not zone.isupper():
        # "16 U.S.C. 1531 et seq."
        return None
    day, named = _day(match, setting)
    hours += offset(value_of("zone", zone), day) if zone else ""
    if "+" not in hours and "-" not in hours:
        hours += _beside_utc(match, hours)
    if day is None:
        return Reading(type="time", value=f"XXXX-XX-XXT{hours}", confidence=0.7)
    # Where no day is named beside the hour, nothing is counted from the one assumed.
    return Reading(
        type="time",
        value=f"{day.isoformat()}T{hours}",
        days=(day, day),
        grain="day" if named else None,
        confidence=0.8 if named else 0.5,
    )


def _beside_utc(match: Match, hours: str) -> str:
    """Return the offset that "8:30 a.m. (0530 GMT)" gives away, empty where it says none."""
    zone = match.get("zone2")
    words = (match.get("military") if match.get("clock") else None) or match.get("hhmm2")
    words = words or (match.get("hhmm") if match.get("clock") else None)
    if zone is None or words is None or value_of("zone", zone) != "Z":
        return ""
    away = _minutes(hours[:5]) - _minutes(f"{words[:-2].rstrip(':')}:{words[-2:]}")
    # The two may lie on both sides of midnight; no zone is further than 14 hours from UTC.
    away -= 1440 if away > 840 else -1440 if away < -720 else 0
    sign, away = ("-", -away) if away < 0 else ("+", away)
    return f"{sign}{away // 60:02d}:{away % 60:02d}"


def _minutes(clock_time: str) -> int:
    hour, minute = clock_time.split(":")
    return 60 * int(hour) + int(minute)


def offset(zone: str, day: date | None) -> str:
    """Return a zone's distance from UTC on ``day``, empty where it cannot be known.

    ``zone`` is a fixed distance ("-05:00", "Z") or a name of the IANA time zone database; what
    that gives depends on the day, for summer time.
    """
    if "/" not in zone:
        return zone
    if day is None:
        return ""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone))
    away = noon.strftime("%z")
    return f"{away[:3]}:{away[3:5]}"


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


def _day(match: Match, setting: Setting) -> tuple[date | None, bool]:
    """Return the day of a time, and whether the text names it."""
    if (named := _named_day(match, setting)) is not None:
        return named, True
    told = setting.told_day(_SAME_PASSAGE)
    return (told, False) if told is not None else (setting.published, False)


def _named_day(match: Match, setting: Setting) -> date | None:
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
    return None
