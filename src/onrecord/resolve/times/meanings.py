"""The functions the rules' ``meaning`` column names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from onrecord.resolve.times import (
    clock,
    meanings_calendar,
    meanings_lengths,
    meanings_narrative,
    meanings_ranges,
    meanings_relative,
    meanings_seasons,
)
from onrecord.resolve.times.scan import Match
from onrecord.resolve.times.setting import Reading, Setting

Meaning = Callable[[Match, Setting], Reading | None]
"""From a match to what it means; ``None`` where the words are no calendar expression after all."""

MEANINGS: Mapping[str, Meaning] = MappingProxyType(
    {
        "day": meanings_calendar.day,
        "days": meanings_ranges.days,
        "day of month": meanings_calendar.day_of_month,
        "slashed": meanings_calendar.slashed,
        "weekday nth": meanings_calendar.weekday_nth,
        "month": meanings_calendar.month,
        "months": meanings_ranges.months,
        "year": meanings_calendar.year,
        "years": meanings_ranges.years,
        "decade": meanings_calendar.decade,
        "century": meanings_calendar.century,
        "quarter": meanings_seasons.quarter,
        "half": meanings_seasons.half,
        "season": meanings_seasons.season,
        "holiday": meanings_seasons.holiday,
        "near": meanings_relative.near,
        "day part": meanings_narrative.day_part,
        "weekday": meanings_relative.weekday,
        "shift": meanings_relative.shift,
        "weekend": meanings_relative.weekend,
        "year end": meanings_relative.year_end,
        "week of": meanings_relative.week_of,
        "ago": meanings_relative.ago,
        "ahead": meanings_relative.ahead,
        "narrative": meanings_narrative.narrative,
        "beside": meanings_narrative.beside,
        "same day": meanings_narrative.same_day,
        "year before": meanings_narrative.year_before,
        "quarter told": meanings_narrative.quarter_told,
        "latest": meanings_narrative.latest,
        "holiday week": meanings_seasons.holiday_week,
        "distance": meanings_narrative.distance,
        "ref": meanings_relative.reference,
        "length": meanings_lengths.length,
        "past": meanings_lengths.past,
        "coming": meanings_lengths.coming,
        "every": meanings_lengths.every,
        "week of month": meanings_relative.week_of_month,
        "weekday of month": meanings_relative.weekday_of_month,
        "every part": meanings_lengths.every_part,
        "every weekday": meanings_lengths.every_weekday,
        "every month": meanings_lengths.every_month,
        "clock": clock.clock,
    }
)
