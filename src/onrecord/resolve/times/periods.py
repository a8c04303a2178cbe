"""Readings of whole days, weeks, months, quarters and years, dated or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.resolve.times.meanings_calendar import dated
from onrecord.resolve.times.setting import Grain, Reading
from onrecord.resolve.times.timex import period_value

GRAIN_OF: dict[str, Grain] = {
    "D": "day",
    "NI": "day",
    "W": "week",
    "FN": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
}
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}


def period(
    day: date | None, unit: str, *, confidence: float, early: str | None = None
) -> Reading | None:
    """Return the reading of the unit ``day`` lies in, ``None`` where the calendar ends."""
    value = period_value(day, unit) if day else None
    if value is None:
        return None
    return dated(value, confidence=confidence, early=early, grain=GRAIN_OF.get(unit))


def undated(unit: str, *, part: str | None = None) -> Reading:
    """Return the reading of a unit whose place in the calendar is not known."""
    value = _UNKNOWN.get("D" if unit in ("NI", "H") else unit, "XXXX")
    if part:
        return Reading(type="time", value=f"{value}T{part}", confidence=0.8)
    return Reading(type="date", value=value, confidence=0.8)


def at_part(day: date, part: str | None, *, confidence: float) -> Reading:
    """Return the reading of a day, or of its morning, afternoon, evening or night."""
    if part is None:
        return dated(day.isoformat(), confidence=confidence, grain="day")
    value = f"{day.isoformat()}T{part}"
    return Reading(type="time", value=value, days=(day, day), grain="day", confidence=confidence)


def aside(reading: Reading | None) -> Reading | None:
    """Return a reading that later ones do not count from: a mere comparison."""
    return replace(reading, grain=None) if reading is not None else None
