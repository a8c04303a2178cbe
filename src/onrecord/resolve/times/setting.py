"""What an expression is read against: the day of publication, and what the text dated before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from onrecord.record import TimeType
from onrecord.resolve.times.timex import Days

Grain = Literal["day", "week", "month", "quarter", "year"]
GRAINS: tuple[Grain, ...] = ("day", "week", "month", "quarter", "year")
"""From fine to coarse."""
NEAR_BY = 600
"""Characters within which the text goes on from a date it told: about a paragraph."""
Lean = Literal["past", "present", "future", "unknown"]
"""Which way the clause around an expression looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """How far an expression lies from the event it names: "two days after the vote" is 2, "D"."""

    count: float
    unit: str
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression means.

    ``days`` are the first and last day it can mean; ``bounds`` the same where one end is open.
    ``grain`` is set where later expressions can count from it; ``away`` where the expression
    counts from an event that the text may date elsewhere.
    """

    type: TimeType
    value: str
    days: Days | None = None
    bounds: tuple[date | None, date | None] | None = None
    grain: Grain | None = None
    confidence: float = 0.9
    away: Away | None = None


@dataclass(slots=True, kw_only=True)
class Setting:
    """The state of reading; ``told`` is the reading that dated the narrative last.

    ``lean`` is asked only where the direction matters: it needs the parse. ``before`` and
    ``after`` are the text around the expression. ``told_at`` holds where each told reading ends,
    ``years`` the year the text gave to a month and day.
    """

    published: date | None
    lean: Callable[[], Lean]
    before: str = ""
    after: str = ""
    told: dict[Grain, Reading] = field(default_factory=dict)
    told_at: dict[Grain, int] = field(default_factory=dict)
    years: dict[tuple[int, int], int] = field(default_factory=dict)
    latest: Reading | None = None
    latest_end: int = -1
    start: int = 0

    def tell(self, reading: Reading, end: int) -> None:
        """Remember a reading later expressions may count from."""
        if reading.grain is not None:
            self.told[reading.grain] = reading
            self.told_at[reading.grain] = end
            self.latest, self.latest_end = reading, end

    def move(self, reading: Reading, end: int) -> None:
        """Remember where the narrative moved to: no finer date told before holds any longer."""
        if reading.grain is not None:
            for finer in GRAINS[: GRAINS.index(reading.grain)]:
                self.told.pop(finer, None)
        self.tell(reading, end)

    def told_day(self, within: int = NEAR_BY) -> date | None:
        """Return the day told at most ``within`` characters before, if there is one."""
        told = self.told.get("day")
        if told is None or told.days is None or self.start - self.told_at["day"] > within:
            return None
        return told.days[0]
