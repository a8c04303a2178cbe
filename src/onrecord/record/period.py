"""Periods: a first and a last day, either of which may be unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.errors import RecordError


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from ``start`` to ``end``, both included; ``None`` is open or not said."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise RecordError(f"period ends ({self.end}) before it starts ({self.start})")
