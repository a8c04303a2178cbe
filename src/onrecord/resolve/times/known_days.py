"""Days the news names by month and day alone, long after what made them known ("Sept. 11")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.resolve.times.setting import Setting
from onrecord.resolve.times.words import rows

_BESIDE = 40
"""Characters around the expression within which the event is named."""
_STILL_NEWS = 300
"""Days after the event for which the nearest such day is the one meant anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDay:
    """A row of ``days.tsv``: ``forms`` of month and day, ``events`` one of which stands beside."""

    forms: frozenset[str]
    events: re.Pattern[str]
    day: date


@cache
def _known_days() -> tuple[KnownDay, ...]:
    return tuple(
        KnownDay(
            forms=frozenset(forms.split("|")),
            events=re.compile(rf"\b(?:{events})\b", re.IGNORECASE),
            day=date.fromisoformat(day),
        )
        for forms, events, day, *_ in rows("days.tsv", columns=5)
    )


def known_day(text: str, setting: Setting) -> date | None:
    """Return the day ``text`` (month and day, no year) is known for, ``None`` where it is not.

    The event must be named in the same sentence, close by, and lie well before publication;
    without a publication date its name is enough.
    """
    form = re.sub(r"\s+", " ", text.lower()).removeprefix("the ").replace(" of ", " ")
    for known in _known_days():
        if form not in known.forms:
            continue
        published = setting.published
        if published is not None and (published - known.day).days < _STILL_NEWS:
            continue
        before = re.split(r"[.!?]\s|\n", setting.before)[-1][-_BESIDE:]
        after = re.split(r"[.!?]\s|\n", setting.after)[0][:_BESIDE]
        if known.events.search(before) or known.events.search(after):
            return known.day
    return None
