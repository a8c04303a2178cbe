"""A record as flat tables: one row an entry, the same columns whatever the record holds.

Every row names its report. Several ids or words in one cell are joined by ``"; "``, spans are
written as in JSON (``[[10, 14], [20, 31]]``, half-open code points), and the first and last
position stand beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from onrecord.errors import SettingsError
from onrecord.publish import rows
from onrecord.publish.rows import Row
from onrecord.record import Record

ColumnType: TypeAlias = Literal["text", "whole", "number", "day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's columns with their types, and how a record's rows are made."""

    columns: dict[str, ColumnType]
    rows: Callable[[Record], Iterator[Row]]


def _columns(text: str) -> dict[str, ColumnType]:
    """Return columns from ``name`` (text) or ``name:type`` words; each table begins alike."""
    types: dict[str, ColumnType] = {"whole": "whole", "number": "number", "day": "day"}
    out: dict[str, ColumnType] = {"report": "text"}
    for word in text.split():
        name, _, kind = word.partition(":")
        out[name] = types.get(kind, "text")
    return out


_WHERE = "start:whole end:whole spans"
_WHEN = "from:day to:day"

TABLES: Final[dict[str, Table]] = {
    "reports": Table(
        columns=_columns(
            "given_id title outlet url authors published:day published_from language "
            "characters:whole statements:whole actors:whole findings:whole version model"
        ),
        rows=rows.reports,
    ),
    "actors": Table(
        columns=_columns(
            "id kind name country known_as offices represents members mentions:whole "
            "confidence:number"
        ),
        rows=rows.actors,
    ),
    "mentions": Table(
        columns=_columns("actor name form text start:whole end:whole"), rows=rows.mentions
    ),
    "offices": Table(
        columns=_columns(f"actor name title of as_written claimed {_WHERE}"), rows=rows.offices
    ),
    "statements": Table(
        columns=_columns(
            "id published:day outlet kind speaker speaker_name source cue text said_from:day "
            "said_to:day channel channel_outlet addressees certainty inside "
            f"{_WHERE} confidence:number"
        ),
        rows=rows.statements,
    ),
    "events": Table(
        columns=_columns(
            f"id type mode contexts actors recipients place {_WHEN} status inside {_WHERE} "
            "confidence:number"
        ),
        rows=rows.events,
    ),
    "meetings": Table(
        columns=_columns(
            f"id name form place {_WHEN} status host participants agenda follows {_WHERE} "
            "confidence:number"
        ),
        rows=rows.meetings,
    ),
    "commitments": Table(
        columns=_columns(
            f"id actor strength act beneficiary condition statement {_WHERE} confidence:number"
        ),
        rows=rows.commitments,
    ),
    "positions": Table(
        columns=_columns(f"id actor question stance since:day grounds {_WHERE} confidence:number"),
        rows=rows.positions,
    ),
    "places": Table(
        columns=_columns(f"id name country lat:number lon:number {_WHERE} confidence:number"),
        rows=rows.places,
    ),
    "times": Table(
        columns=_columns(
            "text type value first:day last:day start:whole end:whole confidence:number"
        ),
        rows=rows.times,
    ),
    "findings": Table(
        columns=_columns(f"kind severity message words facts {_WHERE} confidence:number"),
        rows=rows.findings,
    ),
}
"""Every table by name."""


def table_named(name: str) -> Table:
    """Return the table of that name; ``SettingsError`` names the choices where there is none."""
    if name not in TABLES:
        raise SettingsError(f"no table {name!r}; there are {', '.join(TABLES)}")
    return TABLES[name]
