"""The ids of reports and entries: stable, the same in every archive."""

from __future__ import annotations

from typing import Final

SHORT: Final = 16
"""Characters of a report's digest in the ids of its entries: 64 bits."""


def short_id(report_id: str) -> str:
    """Return the short form of a report's id, which begins the ids of its entries."""
    return report_id.rpartition(":")[2][:SHORT]


def split_id(entry: str) -> tuple[str, str, str]:
    """Return an entry id's report, kind and own id."""
    short, _, rest = entry.partition("/")
    kind, _, name = rest.partition("/")
    return short, kind, name
