"""A record as flat tables: one row an entry, the same columns whatever the record holds.

Every row names its report. Spans are half-open, in code points of its text, as in JSON
(``[[10, 14], [20, 31]]``), and the first and last position stand beside them. Where a format has
no lists, several ids or words in one cell are joined by ``"; "``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.errors import SettingsError
from onrecord.publish import rows
from onrecord.publish.answers import ANSWERS, Answer
from onrecord.publish.columns import ColumnType, Table, columns
from onrecord.record import Record


def _columns(text: str) -> dict[str, ColumnType]:
    return columns(f"report {text}")


_WHERE = "start:whole end:whole spans:spans"
_WHEN = "from:day to:day"

TABLES: Final[dict[str, Table]] = {
    "reports": Table(
        of="record",
        row="a report",
        columns=_columns(
            "given_id title outlet url authors:texts published:day published_from language "
            "characters:whole statements:whole actors:whole findings:whole version model"
        ),
        rows=rows.reports,
    ),
    "actors": Table(
        of="record",
        row="an actor of a report",
        columns=_columns(
            "id kind name country known_as offices:texts represents members:texts mentions:whole "
            "confidence:number"
        ),
        rows=rows.actors,
    ),
    "mentions": Table(
        of="record",
        row="a mention of an actor",
        columns=_columns("actor name form text start:whole end:whole"),
        rows=rows.mentions,
    ),
    "offices": Table(
        of="record",
        row="an office of an actor",
        columns=_columns(f"actor name title of as_written claimed {_WHERE}"),
        rows=rows.offices,
    ),
    "statements": Table(
        of="record",
        row="a statement",
        columns=_columns(
            "id published:day outlet kind speaker speaker_name source cue text said_from:day "
            "said_to:day channel channel_outlet addressees:texts certainty inside "
            f"{_WHERE} confidence:number"
        ),
        rows=rows.statements,
    ),
    "events": Table(
        of="record",
        row="an event",
        columns=_columns(
            f"id type mode contexts:texts actors:texts recipients:texts place {_WHEN} status "
            f"inside {_WHERE} confidence:number"
        ),
        rows=rows.events,
    ),
    "meetings": Table(
        of="record",
        row="a meeting",
        columns=_columns(
            f"id name form place {_WHEN} status host participants:texts agenda:texts follows "
            f"{_WHERE} confidence:number"
        ),
        rows=rows.meetings,
    ),
    "commitments": Table(
        of="record",
        row="a commitment",
        columns=_columns(
            f"id actor strength act beneficiary condition statement {_WHERE} confidence:number"
        ),
        rows=rows.commitments,
    ),
    "positions": Table(
        of="record",
        row="a position",
        columns=_columns(
            f"id actor question stance since:day grounds:texts {_WHERE} confidence:number"
        ),
        rows=rows.positions,
    ),
    "places": Table(
        of="record",
        row="a place",
        columns=_columns(f"id name country lat:number lon:number {_WHERE} confidence:number"),
        rows=rows.places,
    ),
    "times": Table(
        of="record",
        row="a calendar expression",
        columns=_columns(
            "text type value first:day last:day start:whole end:whole confidence:number"
        ),
        rows=rows.times,
    ),
    "findings": Table(
        of="record",
        row="a finding",
        columns=_columns(f"kind severity message words facts:texts {_WHERE} confidence:number"),
        rows=rows.findings,
    ),
}
"""Every table by name."""


def table_named(name: str) -> Table:
    """Return the table of that name, of records or of answers.

    ``SettingsError`` names the choices where there is none.
    """
    every = TABLES | ANSWERS
    if name not in every:
        raise SettingsError(
            f"no table {name!r}; there are {', '.join(TABLES)} of records, "
            f"{', '.join(ANSWERS)} of answers of the archive"
        )
    return every[name]


def each(
    found: Record | Answer | Iterable[Record | Answer], table: Table
) -> Iterator[Record | Answer]:
    """Yield one thing or several, of which ``table`` is to be made.

    Raises ``SettingsError`` for a record where the table is of answers, or the other way round.
    """
    for one in [found] if isinstance(found, Record | Answer) else found:
        if isinstance(one, Record) != (table.of == "record"):
            own = TABLES if isinstance(one, Record) else ANSWERS
            kind = type(one).__name__
            raise SettingsError(f"that is no table of a {kind}; there are {', '.join(own)}")
        yield one
