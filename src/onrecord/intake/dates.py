"""Publication dates: ISO 8601 and the plain English forms that have one reading only."""

from __future__ import annotations

import re
from datetime import date, datetime

from onrecord.errors import BadDate

FIRST_YEAR = 1605
"""The year of the first printed newspaper; earlier ones are placeholders such as 0001-01-01."""
LAST_YEAR = 2199

REMEDY = "Write it as YYYY-MM-DD, such as 2025-02-17."

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = (
    r"(?:(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+)?"
)
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12][0-9]{3})"

DAY_FIRST = rf"{_WEEKDAY}{_DAY}[ \t]+(?:of[ \t]+)?{_MONTH},?[ \t]+{_YEAR}"
MONTH_FIRST = rf"{_WEEKDAY}{_MONTH}[ \t]+{_DAY},?[ \t]+{_YEAR}"
CLOCK = r"(?:,?[ \t]+(?:at[ \t]+|[|•·-][ \t]*)?[0-2]?[0-9][:.][0-5][0-9]\b[^\n]{0,40})?"

_WRITTEN = [
    re.compile(form + CLOCK, re.IGNORECASE) for form in (r"\s*" + DAY_FIRST, r"\s*" + MONTH_FIRST)
]
_ISO = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}(?:[T ][0-9:.,]+ ?(?:Z|[+-][0-9:]+)?)?")


def parse_date(text: str, source: str = "publication date") -> date:
    """Return the day ``text`` names.

    Read are ISO 8601 dates and date-times (the day as written, whatever the zone) and the English
    forms "17 February 2025" and "Feb. 17, 2025", with or without weekday and clock time. Raises
    ``BadDate``, which names ``source``, for anything else: numbers such as 03/04/2025 have two
    readings, and a weekday that does not fit means that one of the two is wrong.
    """
    shown = text.strip()
    if len(shown) <= 100:
        if _ISO.fullmatch(shown):
            return _checked(_iso(shown, source), shown, source)
        for pattern in _WRITTEN:
            if match := pattern.fullmatch(shown):
                return date_of(match, source)
    fault = f"{_short(shown)!r} is not a date that has one reading only"
    raise BadDate(source, fault=fault, remedy=REMEDY)


def date_of(match: re.Match[str], source: str) -> date:
    """Return the day of a match of ``DAY_FIRST`` or ``MONTH_FIRST``; ``BadDate`` if there is none.

    The groups read are ``day``, ``month``, ``year`` and ``weekday``.
    """
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    shown = match[0].strip()
    try:
        day = date(int(match["year"]), month, int(match["day"]))
    except ValueError as error:
        fault = f"{shown!r} is no day of the calendar"
        raise BadDate(source, fault=fault, remedy=REMEDY) from error
    if match["weekday"] and _WEEKDAYS[day.weekday()] != match["weekday"][:3].lower():
        fault = f"{shown!r} names a weekday on which {day.isoformat()} does not fall"
        raise BadDate(source, fault=fault, remedy=REMEDY)
    return _checked(day, shown, source)


def _iso(shown: str, source: str) -> date:
    try:
        # A zone may follow a blank ("10:00:00 +0000"), which fromisoformat does not take.
        head, _, tail = shown.replace(",", ".").partition(" ")
        return datetime.fromisoformat(f"{head} {tail.replace(' ', '')}".strip()).date()
    except ValueError as error:
        fault = f"{shown!r} is no day of the calendar"
        raise BadDate(source, fault=fault, remedy=REMEDY) from error


def _checked(day: date, shown: str, source: str) -> date:
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    fault = f"{shown!r} lies outside the years {FIRST_YEAR} to {LAST_YEAR}"
    raise BadDate(source, fault=fault, remedy=REMEDY)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + "…"
