"""What an expression is read against: the day of publication, and what the text dated before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from onrecord.record import TimeType
from onrecord.resolve.times.timex import Days

Grain = Literal["day", "week", "month", "quarter", "year"]
Lean = Literal["past", "present", "future", "unknown"]
"""Which way the clause around an expression looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression means.

    ``days`` are the first and last day it can mean; ``bounds`` the same where one end is open.
    ``grain`` is set where later expressions can count from it.
    """

    type: TimeType
    value: str
    days: Days | None = None
    bounds: tuple[date | None, date | None] | None = None
    grain: Grain | None = None
    confidence: float = 0.9


@dataclass(slots=True, kw_only=True)
class Setting:
    """The state of reading; ``told`` is the reading that dated the narrative last.

    ``lean`` is asked only where the direction matters: it needs the parse. ``before`` and
    ``after`` are the text around the expression.
    """

    published: date | None
    lean: Callable[[], Lean]
    before: str = ""
    after: str = ""
    told: dict[Grain, Reading] = field(default_factory=dict)
    latest: Reading | None = None
    latest_end: int = -1
    start: int = 0

    def tell(self, reading: Reading, end: int) -> None:
        """Remember a reading later expressions may count from."""
        if reading.grain is not None:
            self.told[reading.grain] = reading
            self.latest, self.latest_end = reading, end
