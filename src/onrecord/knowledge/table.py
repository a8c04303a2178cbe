"""How the packaged tables are read: comma-separated files under ``data/``, one row an entry.

Cells that hold several values separate them by semicolons. Every row names its source by an id
of ``data/sources.csv``; ``data/tables.csv`` says for each file what it holds, its licence and its
as-of date.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import KnowledgeError


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where rows came from: title, address, licence and the day they were taken."""

    id: str
    title: str
    address: str | None
    licence: str
    as_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One packaged file: what it holds, under which licence, as of which day."""

    file: str
    what: str
    licence: str
    as_of: str


def rows(file: str) -> Iterator[dict[str, str]]:
    """Yield the rows of ``data/<file>`` as dictionaries of column name to cell.

    Raises ``KnowledgeError`` naming file and line where a row is longer or shorter than the header.
    """
    text = files("onrecord.knowledge").joinpath("data", file).read_text(encoding="utf-8")
    reader = csv.reader(text.splitlines())
    header = next(reader)
    for cells in reader:
        if len(cells) != len(header):
            raise KnowledgeError(
                f"{file}, line {reader.line_num}: {len(cells)} cells under {len(header)} columns. "
                "Put cells that hold a comma between double quotes."
            )
        yield dict(zip(header, cells, strict=True))


def split(cell: str) -> tuple[str, ...]:
    """Return the values of a cell, none for an empty one."""
    return tuple(cell.split(";")) if cell else ()


def check_ids(file: str, ids: Iterable[str]) -> None:
    """Raise ``KnowledgeError`` if an id stands twice in ``file``."""
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            raise KnowledgeError(f"{file}: the id {id_!r} stands twice. Remove or rename one.")
        seen.add(id_)


@cache
def sources() -> dict[str, Source]:
    """Return every source that rows refer to, by id."""
    found = [
        Source(
            id=row["id"],
            title=row["title"],
            address=row["address"] or None,
            licence=row["licence"],
            as_of=row["as_of"],
        )
        for row in rows("sources.csv")
    ]
    return {source.id: source for source in found}


@cache
def tables() -> tuple[Table, ...]:
    """Return the packaged files with licence and as-of date."""
    return tuple(Table(**row) for row in rows("tables.csv"))
