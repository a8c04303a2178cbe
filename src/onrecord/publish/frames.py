"""Flat tables as pandas data frames; pandas comes with the extra ``onrecord[frames]``."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from onrecord.publish.tables import ColumnType, table_named
from onrecord.record import Record

if TYPE_CHECKING:  # an optional library, no room of ours: nothing circular hides here
    import pandas as pd

# Second resolution holds any calendar day from year 1; pandas' own types keep gaps as NA.
_TYPES: Final[dict[ColumnType, str]] = {
    "text": "string",
    "whole": "Int64",
    "number": "Float64",
    "day": "datetime64[s]",
}


def to_frame(records: Record | Iterable[Record], table: str = "statements") -> pd.DataFrame:
    """Return a table of a record, or of several, as a data frame.

    Columns and their types are the same whatever the records hold, no records included. Raises
    ``ModuleNotFoundError`` without pandas, ``SettingsError`` for a table that does not exist.
    """
    chosen = table_named(table)
    if find_spec("pandas") is None:
        raise ModuleNotFoundError(
            "data frames need pandas, which is not installed: pip install 'onrecord[frames]'",
            name="pandas",
        )
    pandas = import_module("pandas")
    found = [records] if isinstance(records, Record) else records
    rows = [row for record in found for row in chosen.rows(record)]
    frame: pd.DataFrame = pandas.DataFrame(rows, columns=list(chosen.columns), dtype=object)
    return frame.astype({name: _TYPES[kind] for name, kind in chosen.columns.items()})
