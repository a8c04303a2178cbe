"""A row of ``holders.csv`` in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from onrecord.knowledge.when import When, read_when


@dataclass(kw_only=True)
class Row:
    """A row of ``holders.csv`` in the making."""

    office: str
    name: str
    start: str
    end: str
    end_from: str
    acting: bool
    source: str
    as_of: date
    checked: set[str] = field(default_factory=set)

    @property
    def began(self) -> When:
        """The start as an interval."""
        return read_when(self.start)

    @property
    def ended(self) -> When | None:
        """The end as an interval."""
        return read_when(self.end) if self.end else None


def by_start(row: Row) -> tuple[date, date, str]:
    """Return the key that orders the rows of an office."""
    return row.began.first, row.began.last, row.name
