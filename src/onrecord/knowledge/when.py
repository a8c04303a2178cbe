"""Dates as well as they are known: a day, a month, a year, or some day between two."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

from onrecord.errors import KnowledgeError

Precision: TypeAlias = Literal["day", "month", "year", "between"]

_BY_LENGTH: dict[int, Precision] = {10: "day", 7: "month", 4: "year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The first and the last day a date can mean, and how precisely it is known."""

    first: date
    last: date
    precision: Precision

    def __str__(self) -> str:
        if self.precision == "day":
            return self.first.isoformat()
        if self.precision == "between":
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        return self.first.isoformat()[: 7 if self.precision == "month" else 4]


def _bounds(text: str) -> tuple[date, date]:
    if len(text) == 10:
        day = date.fromisoformat(text)
        return day, day
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if len(text) == 4:
        return date(int(text), 1, 1), date(int(text), 12, 31)
    raise ValueError(f"{text!r} has {len(text)} characters")


@lru_cache(maxsize=16384)
def read_when(text: str) -> When:
    """Return what ``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY`` or two of them around a slash mean.

    Raises ``KnowledgeError`` for anything else.
    """
    start, slash, end = text.partition("/")
    try:
        first, last = _bounds(start)
        if slash:
            last = _bounds(end)[1]
    except ValueError as error:
        raise KnowledgeError(
            f"{text!r} is no date. Write YYYY-MM-DD, YYYY-MM, YYYY or two of them with a slash."
        ) from error
    return When(first=first, last=last, precision="between" if slash else _BY_LENGTH[len(start)])
