"""Searching entries by their words and by who, when and where."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from onrecord.archive import matching, tables
from onrecord.archive.matching import KINDS, Asked
from onrecord.archive.voices import chunks
from onrecord.archive.words import marked
from onrecord.errors import NotInArchive

__all__ = ["KINDS", "Asked", "Hit", "entry_key", "hits", "search"]

_SHOWN = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry found.

    ``id`` is the entry's, stable and fit for an address (``<report>/statement/s1``); ``start``,
    ``end`` and ``spans`` are code points of the report's text. ``pieces`` is the snippet with
    what was looked for marked True.
    """

    id: str
    kind: str
    entry: str
    speaker: str | None
    speaker_id: str | None
    outlet: str | None
    date: date | None
    text: str
    report: str
    title: str | None
    start: int | None
    end: int | None
    spans: tuple[tuple[int, int], ...]
    confidence: float
    verdict: str | None
    pieces: tuple[tuple[str, bool], ...]
    key: int

    @property
    def snippet(self) -> str:
        """The snippet with what was looked for between ``**``."""
        return "".join(f"**{words}**" if found else words for words, found in self.pieces)

    def row(self) -> dict[str, Any]:
        """Return the hit as plain values, with ``snippet``: what the doors show as JSON."""
        names = (name for name in self.__dataclass_fields__ if name not in {"pieces", "key"})
        row = {name: getattr(self, name) for name in names}
        row["date"] = self.date.isoformat() if self.date is not None else None
        row["spans"] = [list(span) for span in self.spans]
        return {**row, "snippet": self.snippet}

    def line(self) -> str:
        """Return the hit for a person, on two lines."""
        day = self.date.isoformat() if self.date is not None else "no date"
        head = " · ".join(part for part in (day, self.speaker, self.outlet, self.id) if part)
        return f"{head}\n    {' '.join(self.snippet.split())}"


def search(connection: Connection, asked: Asked, *, limit: int, offset: int) -> tuple[Hit, ...]:
    """Return entries: with words the best match first, without words the latest day first."""
    found = matching.find(connection, asked, limit=limit, offset=offset)
    return hits(connection, list(found), found)


def entry_key(connection: Connection, entry: str) -> int:
    """Return the key of an entry's id (``<report>/statement/s1``); raises ``NotInArchive``."""
    short, _, rest = entry.partition("/")
    kind, _, name = rest.partition("/")
    entries = tables.entries.c
    key: int | None = connection.execute(
        select(entries.key)
        .join_from(tables.entries, tables.reports, tables.reports.c.key == entries.report)
        .where(tables.reports.c.short == short, entries.kind == kind, entries.id == name)
    ).scalar_one_or_none()
    if key is None:
        raise NotInArchive(f"no entry {entry!r} in the archive")
    return key


def hits(
    connection: Connection, keys: list[int], snippets: Mapping[int, str | None]
) -> tuple[Hit, ...]:
    """Return the entries of ``keys`` in that order; without a snippet the text is shown."""
    entries, reports, identities = tables.entries, tables.reports.c, tables.identities
    asked = (
        select(
            entries,
            reports.id.label("report_id"),
            reports.short,
            reports.title,
            reports.outlet,
            identities.c.id.label("identity"),
            identities.c.name,
            tables.statements.c.source,
        )
        .join_from(entries, tables.reports, entries.c.report == reports.key)
        .outerjoin(identities, identities.c.key == entries.c.who)
        .outerjoin(tables.statements, tables.statements.c.key == entries.c.key)
    )
    found = {
        row.key: _hit(row, snippets.get(row.key))
        for part in chunks(keys)
        for row in connection.execute(asked.where(entries.c.key.in_(part)))
    }
    return tuple(found[key] for key in keys)


def _hit(row: Any, snippet: str | None) -> Hit:
    shown = row.text
    if row.kind == "report":
        shown = row.title or " ".join(row.text[:_SHOWN].split())
    return Hit(
        id=f"{row.short}/{row.kind}/{row.id}",
        kind=row.kind,
        entry=row.id,
        # Whom the tables do not know by name is shown in the report's words.
        speaker=row.name or row.source,
        speaker_id=row.identity,
        outlet=row.outlet,
        date=row.day,
        text=shown,
        report=row.report_id,
        title=row.title,
        start=row.start,
        end=row.end,
        spans=tuple((start, end) for start, end in json.loads(row.spans)),
        confidence=row.confidence,
        verdict=row.verdict,
        key=row.key,
        pieces=marked(snippet) if snippet is not None else ((shown, False),),
    )
