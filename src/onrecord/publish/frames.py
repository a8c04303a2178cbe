"""Flat tables as pandas data frames; pandas comes with the extra ``onrecord[frames]``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from onrecord.publish.answers import Answer
from onrecord.publish.columns import ColumnType, flat
from onrecord.publish.extras import needed
from onrecord.publish.tables import each, table_named
from onrecord.record import Record

if TYPE_CHECKING:  # an optional library, no room of ours: nothing circular hides here
    import pandas as pd

# Second resolution holds any calendar day from year 1; pandas' own types keep gaps as NA.
_TYPES: Final[dict[ColumnType, str]] = {
    "text": "string",
    "texts": "string",
    "spans": "string",
    "whole": "Int64",
    "number": "Float64",
    "day": "datetime64[s]",
    "moment": "datetime64[us, UTC]",
    "flag": "boolean",
}


def to_frame(
    found: Record | Answer | Iterable[Record | Answer], table: str = "statements"
) -> pd.DataFrame:
    """Return a table of a record, or of several, or of what an archive answered, as a data frame.

    Columns and their types are the same whatever is found, nothing included; lists stand in one
    text as in CSV. Raises ``ExtraMissing`` without pandas, ``SettingsError`` for a table that
    does not exist.
    """
    chosen = table_named(table)
    pandas = needed("pandas", extra="frames", what="data frames")
    kinds = tuple(chosen.columns.values())
    rows = [
        tuple(flat(value, kind) for value, kind in zip(row, kinds, strict=True))
        for one in each(found, chosen)
        for row in chosen.rows(one)
    ]
    frame: pd.DataFrame = pandas.DataFrame(rows, columns=list(chosen.columns), dtype=object)
    return frame.astype({name: _TYPES[kind] for name, kind in chosen.columns.items()})
