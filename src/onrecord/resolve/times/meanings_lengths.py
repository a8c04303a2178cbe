"""How long and how often: durations and sets."""

from __future__ import annotations

import re
from datetime import date

from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import Reading, Setting
from onrecord.resolve.times.timex import Days, days_of, months_later, moved, period_value
from onrecord.resolve.times.words import number, value_of

_IN_PLAIN_UNITS = {
    "NI": (1, "D"),
    "WE": (1, "WE"),
    "FN": (2, "W"),
    "Q": (3, "M"),
    "DE": (10, "Y"),
    "CE": (100, "Y"),
    "ML": (1000, "Y"),
}
_HALVES = {"Y": "6M", "M": "15D", "H": "30M", "TM": "30S"}
_RATE = re.compile(
    r"(?:[$£€%]|\b(?:\d[\d,.]*|percent|per cent|cents?|once|twice|times|million|billion|thousand|"
    r"hundred|dozens?|two|three|four|five|six|seven|eight|nine|ten)\b)\W*(?:[\w-]+\W+){0,3}$",
    re.IGNORECASE,
)
_NO_RATE = re.compile(
    r"\b(?:for|in|after|within|of|over|than|about|lasts?|lasted|took|takes?|nearly|almost|and|or|"
    r"is|was|by|at|since|on|before|until|to|from|only|just)\W*$",
    re.IGNORECASE,
)


def plain(count: float | None, unit: str) -> str:
    """Return the TIMEX3 duration of so many units; ``None`` counts an unknown number."""
    if count is None and unit in ("DE", "CE", "ML"):
        return f"PX{unit}"
    times, unit = _IN_PLAIN_UNITS.get(unit, (1, unit))
    prefix, letter = ("PT", unit[-1]) if unit in ("S", "TM", "H") else ("P", unit)
    if count is None:
        return f"{prefix}X{letter}"
    total = count * times
    whole = int(total)
    if total == whole:
        return f"{prefix}{whole}{letter}"
    if total - whole == 0.5 and unit in _HALVES:
        return f"{prefix}{f'{whole}{letter}' if whole else ''}{_HALVES[unit]}"
    return f"{prefix}{total:g}{letter}"


def counted(match: Match) -> float | None:
    """Return how many units the match names, ``None`` for an unknown number."""
    words = match.get("n")
    return number(words) if words else None


def unit_of(match: Match) -> str:
    """Return the unit's TIMEX3 letter."""
    words = match.get("unit")
    return value_of("unit", words) if words else match.rule.settings.get("unit", "X")


def shifted(day: date, count: float, unit: str) -> date | None:
    """Return the day ``count`` units away (negative: before)."""
    times, unit = _IN_PLAIN_UNITS.get(unit, (1, unit))
    total = count * times
    if unit in ("Y", "M"):
        return months_later(day, round(total * (12 if unit == "Y" else 1)))
    days = {"D": total, "W": 7 * total, "WE": 7 * total, "H": total / 24, "TM": 0, "S": 0}.get(unit)
    return None if days is None else moved(day, round(days))


_LOOKS_BACK = re.compile(
    r"\b(?:first|last|only|worst|best|biggest|largest|highest|lowest|deadliest|longest|strongest|"
    r"heaviest|greatest|sharpest|steepest|lowest|fewest)\b[^.;:!?]{0,80}\bin\s+$",
    re.IGNORECASE,
)
"""What comes "for the first time in four years" ends a length and is not four years off."""


def length(match: Match, setting: Setting) -> Reading | None:
    """A duration; where the text says "last" or "next" so many, also its days."""
    unit = unit_of(match)
    if unit == "ML":
        return None
    settings = match.rule.settings
    if "n" in settings:
        plural = (match.get("unit") or "").lower().endswith("s")
        count = None if settings["n"] == "X" or plural else float(settings["n"])
        unit = _plural_unit(match) if "unit" not in settings and unit == "X" else unit
        return Reading(type="duration", value=plain(count, unit), confidence=0.5)
    count = counted(match)
    if settings.get("half"):
        count = 1.5
    if count == 1 and unit == "S":
        return None
    words = (match.get("n") or "").lower()
    if words in ("a", "an") and _is_rate(setting.before):
        return Reading(type="set", value=plain(1, unit), confidence=0.5)
    some_day = re.match(r"one\s+day$", match.text, re.IGNORECASE)
    if some_day and not _NO_RATE.search(setting.before) and setting.lean() == "future":
        return Reading(type="date", value="FUTURE_REF", confidence=0.6)
    if _is_ahead(match, setting, unit):
        day = shifted(setting.published, count, unit) if setting.published and count else None
        grain = {"DE": "Y", "CE": "Y"}.get(unit, unit)
        value = period_value(day, grain) if day else None
        if value is not None:
            return Reading(type="date", value=value, days=days_of(value), confidence=0.6)
    confidence = 0.85 if count is not None else 0.5
    days = _anchored(match, setting, count, unit)
    return Reading(type="duration", value=plain(count, unit), days=days, confidence=confidence)


def _is_ahead(match: Match, setting: Setting, unit: str) -> bool:
    """Whether "in five years" names a time to come, and not how long something takes."""
    plain_number = not (
        match.get("n2") or match.get("last") or match.get("next") or match.get("whole")
    )
    return (
        plain_number
        and unit in ("D", "W", "M", "Y", "DE")
        and not re.match(r"one\s+day$", match.text, re.IGNORECASE)
        and "-" not in match.text
        and setting.before.lower().endswith(" in ")
        and not _LOOKS_BACK.search(setting.before)
        and setting.lean() == "future"
    )


def _plural_unit(match: Match) -> str:
    found = re.search(
        r"(minute|hour|day|week|month|year|decade|centurie)s", match.text, re.IGNORECASE
    )
    return value_of("unit", found.group()) if found else "X"


def _is_rate(before: str) -> bool:
    return bool(_RATE.search(before)) and not _NO_RATE.search(before)


def _anchored(match: Match, setting: Setting, count: float | None, unit: str) -> Days | None:
    if setting.published is None or count is None:
        return None
    if match.get("last"):
        first = shifted(setting.published, -count, unit)
        return (first, setting.published) if first else None
    if match.get("next"):
        last = shifted(setting.published, count, unit)
        return (setting.published, last) if last else None
    return None


def past(match: Match, setting: Setting) -> Reading | None:
    """ "The past decade": one unit back from publication."""
    return _one_unit(match, setting, -1)


def coming(match: Match, setting: Setting) -> Reading | None:
    """ "The coming year": one unit on from publication."""
    return _one_unit(match, setting, 1)


def _one_unit(match: Match, setting: Setting, way: int) -> Reading | None:
    unit = unit_of(match)
    if unit in ("WE", "NI", "S", "TM", "X"):
        return None
    if (match.get("unit") or "").lower().endswith("s"):
        return Reading(type="duration", value=plain(None, unit), confidence=0.7)
    return one_unit(unit, setting, way)


def one_unit(unit: str, setting: Setting, way: int) -> Reading:
    """Return the week, month, year, decade … before (-1) or after (1) publication."""
    days = None
    if setting.published is not None:
        other = shifted(setting.published, way, unit)
        if other is not None:
            days = (min(other, setting.published), max(other, setting.published))
    return Reading(type="duration", value=plain(1, unit), days=days, confidence=0.7)


def every(match: Match, setting: Setting) -> Reading | None:
    """What recurs by a unit: "every month", "daily", "every four years"."""
    settings = match.rule.settings
    unit = settings.get("unit") or _recurring_unit(match)
    count = counted(match) or float(settings.get("n", 1))
    if unit == "S" and not match.get("n"):
        return None
    if re.search(r"\bother\b|\btwo\b", match.text, re.IGNORECASE) and count == 1:
        count = 2
    return Reading(type="set", value=plain(count, unit), confidence=0.5)


def _recurring_unit(match: Match) -> str:
    words = match.get("unit") or match.text.split()[-1]
    return value_of("unit", words)


def every_part(match: Match, setting: Setting) -> Reading | None:
    """What recurs in a part of the day."""
    part = value_of("part", match.slots["part"])
    return Reading(type="set", value=f"XXXX-XX-XXT{part}", confidence=0.8)


def every_month(match: Match, setting: Setting) -> Reading | None:
    """What recurs in a month of the year."""
    number_of_month = int(value_of("month", match.slots["month"]))
    return Reading(type="set", value=f"XXXX-{number_of_month:02d}", confidence=0.8)


def every_weekday(match: Match, setting: Setting) -> Reading | None:
    """What recurs on a weekday, or on a part of it."""
    plural = match.get("weekdays")
    day = value_of("weekdays", plural) if plural else value_of("weekday", match.slots["weekday"])
    value = {"XD": "XXXX-WXX-XD", "WE": "XXXX-WXX-WE"}.get(day, f"XXXX-WXX-{day}")
    part = match.get("part")
    if part is None:
        found = re.search(r"(morning|afternoon|evening|night)s?$", match.text, re.IGNORECASE)
        part = found[1] if found else None
    if part:
        value += f"T{value_of('part', part)}"
    return Reading(type="set", value=value, confidence=0.8)
