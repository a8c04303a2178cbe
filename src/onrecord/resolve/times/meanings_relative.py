"""Expressions that count from publication or from what the text dated before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.resolve.times.meanings_calendar import (
    ORIGINALLY,
    dated,
    early_of,
    month,
    nearest,
    which_of,
)
from onrecord.resolve.times.meanings_lengths import counted, shifted, unit_of
from onrecord.resolve.times.meanings_narrative import quarter_nearby
from onrecord.resolve.times.periods import aside, at_part, period, undated
from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import Reading, Setting
from onrecord.resolve.times.timex import (
    months_later,
    moved,
)
from onrecord.resolve.times.words import day_number, shape, value_of

_TO = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*", re.IGNORECASE)
_TO_WEEKDAY = re.compile(
    rf"\s*(?:to|until|till|through|and|[-–—])\s*({shape('weekday')})", re.IGNORECASE
)
_UNTIL_WEEKEND = re.compile(r"\b(?:for|until|till|by|before)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|corrected)\b[^.!?\n]{0,40}$", re.IGNORECASE)
_AHEAD_OF = re.compile(r"\bahead of (?:the |its |their |his |her )?$", re.IGNORECASE)
_SOON = 5
"""Days ahead within which "ahead of Sunday's vote" is the coming Sunday whatever the tense."""


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
        return undated("D", part=part)
    return at_part(day, part, confidence=0.95)


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
    if (begin := _begun(setting)) is not None:
        return moved(begin, (weekday_number - begin.isoweekday()) % 7)
    end = _TO_WEEKDAY.match(setting.after)
    if end and _FROM.search(setting.before) and setting.lean() in ("past", "unknown"):
        # "They met from Monday to Friday": the last day is the one just gone by.
        last = int(value_of("weekday", end[1]))
        closing = _bare(setting, published, last)
        return moved(closing, -((last - weekday_number) % 7)) if closing else None
    return _bare(setting, published, weekday_number)


def _begun(setting: Setting) -> date | None:
    """Return the day of "from Monday", where the expression is the "to Friday" after it."""
    told = setting.latest
    if told is None or told.grain != "day" or told.days is None:
        return None
    between = setting.before[-(setting.start - setting.latest_end) :]
    before = setting.before[: -len(between)] if between else ""
    since = re.search(r"\b(?:from|between)\s+\S+$", before, re.IGNORECASE)
    return told.days[0] if since and _TO.fullmatch(between) else None


def _bare(setting: Setting, published: date, weekday_number: int) -> date | None:
    gap = (weekday_number - published.isoweekday()) % 7
    if _UPDATED.search(setting.before):
        # A report is updated after it came out, not before.
        return moved(published, gap)
    if ORIGINALLY.search(setting.before):
        return moved(published, gap if gap < _SOON - 1 else gap - 7)
    ahead = _looks_ahead(setting, weekday_number)
    if not ahead and 0 < gap <= _SOON and _AHEAD_OF.search(setting.before):
        ahead = True
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
    if unit == "X":
        unit = value_of("unit", match.text.split()[-1])
    steps = int(match.rule.settings["n"])
    if unit in ("S", "TM", "ML", "FN"):
        return None
    published = setting.published
    if published is None:
        return undated(unit)
    early = early_of(match)
    if unit == "W" and published.isoweekday() == 7:
        published = _on_sunday(published, steps, setting)
    if unit == "WE" and published.isoweekday() < 4 and steps == 0 and setting.lean() == "past":
        steps = -1
    day = shifted(published, steps, unit)
    confidence = 0.7 if unit in ("W", "WE") else 0.9
    return period(day, unit, confidence=confidence, early=early)


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
        return undated("WE")
    # On Monday and Tuesday the news is full of the one gone by.
    just_gone = published.isoweekday() < 3 and not _UNTIL_WEEKEND.search(setting.before)
    back = just_gone or (published.isoweekday() < 6 and setting.lean() in ("past", "unknown"))
    return period(moved(published, -7) if back else published, "WE", confidence=0.8)


def year_end(match: Match, setting: Setting) -> Reading | None:
    """The last day of the year of publication."""
    if setting.published is None:
        return dated("XXXX-12-31", confidence=0.8)
    if re.search(r"\b(since|last)\s+$", setting.before, re.IGNORECASE):
        return dated(f"{setting.published.year - 1:04d}-12-31", confidence=0.8)
    return dated(f"{setting.published.year:04d}-12-31", confidence=0.8)


def week_of(match: Match, setting: Setting) -> Reading | None:
    """The week around a day of the calendar."""
    number = int(value_of("month", match.slots["month"]))
    day = nearest(setting, number, day_number(match.slots["day"]))
    return period(day, "W", confidence=0.85) if day else undated("W")


def weekday_of_month(match: Match, setting: Setting) -> Reading | None:
    """ "The first Sunday of May", "the last Friday in March"."""
    whole = month(match, setting)
    if whole is None or whole.days is None:
        return whole and replace(whole, value=f"{whole.value}-XX", grain=None)
    first, last = whole.days
    wanted = int(value_of("weekday", match.slots["weekday"]))
    nth = match.get("nth")
    if nth is None:
        day = moved(last, -((last.isoweekday() - wanted) % 7))
    else:
        day = moved(first, (wanted - first.isoweekday()) % 7 + 7 * (day_number(nth) - 1))
    return at_part(day, None, confidence=0.9) if day and day <= last else None


def week_of_month(match: Match, setting: Setting) -> Reading | None:
    """The first, second, third, fourth, last week or weekend of a month."""
    whole = month(match, setting)
    if whole is None or whole.days is None:
        return whole
    first, last = whole.days
    nth = match.get("nth")
    if nth is None:
        day = moved(last, -6)
    elif (count := day_number(nth)) <= 5:
        # The week that holds the fourth day of that seventh of the month holds most of it.
        day = moved(first, 7 * (count - 1) + 3)
    else:
        return None
    unit = "WE" if "weekend" in match.text.lower() else "W"
    return period(day, unit, confidence=0.7)


def ago(match: Match, setting: Setting) -> Reading | None:
    """So many units before publication, as precise as the unit."""
    return _away(match, setting, -1)


def ahead(match: Match, setting: Setting) -> Reading | None:
    """So many units after publication."""
    return _away(match, setting, 1)


def _away(match: Match, setting: Setting, way: int) -> Reading | None:
    unit, count = unit_of(match), counted(match)
    if count is None:
        return None
    if setting.published is None:
        return undated("Y" if unit in ("DE", "CE") else unit)
    if way < 0 and count == 1 and unit == "Y" and (quarter := quarter_nearby(setting)):
        return aside(period(months_later(quarter, -12), "Q", confidence=0.6))
    day = shifted(setting.published, way * count, unit)
    exact = re.search(
        r"\b(today|to the day|ago \w+day|from (now|today))$", match.text, re.IGNORECASE
    )
    if way > 0 and unit in ("W", "D"):
        exact = exact or re.match("", "")
    grain = "D" if exact else {"DE": "Y", "CE": "Y"}.get(unit, unit)
    if count != int(count) and grain == "Y":
        grain = "M"
    reading = period(day, grain, confidence=0.75)
    return aside(reading) if count == 1 and unit == "Y" else reading


def reference(match: Match, setting: Setting) -> Reading | None:
    """Now, recently, soon: TIMEX3's PRESENT_REF, PAST_REF, FUTURE_REF; no day is named."""
    return Reading(type="date", value=match.rule.settings["value"], confidence=0.7)
