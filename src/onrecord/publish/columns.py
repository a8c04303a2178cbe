"""What a flat table is: columns of one type each, and how the rows of a thing are made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal, TypeAlias, get_args

ColumnType: TypeAlias = Literal[
    "text", "whole", "number", "day", "moment", "flag", "texts", "spans"
]
"""``texts`` is a list of texts (where one is not known, ``None``), ``spans`` a list of pairs."""
Cell: TypeAlias = (
    str
    | int
    | float
    | date
    | datetime
    | tuple[str | None, ...]
    | tuple[tuple[int, int], ...]
    | None
)
Row: TypeAlias = tuple[Cell, ...]
_JOINT: Final = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's columns with their types, and how a thing's rows are made.

    ``of`` is what it is a table of, ``row`` says for people what a row is.
    """

    of: Literal["record", "answer"]
    row: str
    columns: dict[str, ColumnType]
    rows: Callable[[Any], Iterator[Row]]


def columns(named: str) -> dict[str, ColumnType]:
    """Return columns from ``name`` (text) or ``name:type`` words."""
    types: dict[str, ColumnType] = {name: name for name in get_args(ColumnType)}
    out: dict[str, ColumnType] = {}
    for word in named.split():
        name, _, kind = word.partition(":")
        out[name] = types[kind or "text"]
    return out


def flat(value: Cell, kind: ColumnType) -> str | int | float | date | None:
    """Return a cell without lists: texts joined by ``"; "``, spans as in JSON, none as ``None``.

    Lone surrogates, which no encoding has, become question marks.
    """
    if isinstance(value, tuple):
        if not value:
            return None
        if kind == "spans":
            return json.dumps([list(pair) for pair in value if pair is not None])
        return encodable(_JOINT.join(str(one or "") for one in value))
    return encodable(value) if isinstance(value, str) else value


def encodable(text: str) -> str:
    """Return ``text`` with a question mark for each lone surrogate."""
    return text.encode("utf-8", "replace").decode("utf-8")
