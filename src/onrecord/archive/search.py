"""Searching entries by their words and by who, when and where."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, bindparam, or_, select, text

from onrecord.archive import names, tables, words
from onrecord.archive.rows import ACTING, SEARCHED
from onrecord.archive.voices import chunks
from onrecord.archive.words import MARK_OFF, MARK_ON, Query, marked
from onrecord.errors import NotInArchive, SettingsError

STATEMENT_KINDS: Final = ("direct", "indirect", "mixed")
KINDS: Final = (*sorted(SEARCHED), *STATEMENT_KINDS, "all")
"""What ``kind`` may be: a kind of entry, of statement, or all entries but whole reports."""
_NOBODY = ["w00"]
_SHOWN = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a search asks; every part that is given must hold.

    ``speaker`` is who speaks or takes part, ``about`` whom the words are about or addressed to
    (names, ids, or Wikidata ids); days are those of the entry and both included.
    """

    words: str = ""
    speaker: str | None = None
    about: str | None = None
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    kind: str = "statement"
    rejected: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise SettingsError(f"kind is {self.kind!r}; the choices are {', '.join(KINDS)}")


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
    query = words.parse(asked.words)
    tags = _tags(connection, asked)
    if not query.wanted:
        keys: Sequence[int] = (
            connection.execute(
                _filtered(asked, tags)
                .order_by(tables.entries.c.day.desc(), tables.entries.c.key.desc())
                .limit(limit)
                .offset(offset)
            )
            .scalars()
            .all()
        )
        return hits(connection, list(keys), {})
    if connection.dialect.name == "sqlite":
        found = _by_fts5(connection, asked, query.fts5(tags), limit=limit, offset=offset)
    else:
        found = _by_tsvector(connection, asked, query, tags, limit=limit, offset=offset)
    return hits(connection, list(found), found)


def _tags(connection: Connection, asked: Asked) -> list[Sequence[str]]:
    """Return the filters as groups of tags, of each of which an entry must have one."""
    groups: list[Sequence[str]] = []
    if asked.kind in STATEMENT_KINDS:
        groups.append([f"s{asked.kind}0"])
    elif asked.kind == "all":
        groups.append([f"k{kind}0" for kind in sorted(SEARCHED - {"report"})])
    else:
        groups.append([f"k{asked.kind}0"])
    for sign, name in (("w", asked.speaker), ("a", asked.about)):
        if name is not None:
            known = names.find(connection, name)
            groups.append([f"{sign}{one.key}0" for one in known] or _NOBODY)
    if asked.outlet is not None:
        groups.append(names.outlet_tags(connection, asked.outlet) or _NOBODY)
    return groups


def _conditions(asked: Asked) -> list[Any]:
    entries = tables.entries.c
    conditions: list[Any] = []
    if asked.since is not None:
        conditions.append(entries.day >= asked.since)
    if asked.until is not None:
        conditions.append(entries.day <= asked.until)
    if not asked.rejected:
        conditions.append(or_(entries.verdict.is_(None), entries.verdict != "reject"))
    return conditions


def _by_fts5(
    connection: Connection, asked: Asked, query: str, *, limit: int, offset: int
) -> dict[int, str]:
    entries = tables.entries
    matches = text("SELECT rowid AS key, rank FROM entry_words WHERE entry_words MATCH :query")
    found = matches.bindparams(query=query).columns(entries.c.key).subquery("found")
    chosen = (
        select(entries.c.key)
        .join_from(found, entries, entries.c.key == found.c.key)
        .where(*_conditions(asked))
        .order_by(text("found.rank"), entries.c.key.desc())
        .limit(limit)
        .offset(offset)
    )
    keys = connection.execute(chosen).scalars().all()
    shown = text(
        "SELECT snippet(entry_words, 0, :on, :off, '…', 48) FROM entry_words "
        "WHERE entry_words MATCH :query AND rowid = :key"
    )
    marks = {"query": query, "on": MARK_ON, "off": MARK_OFF}
    return {key: connection.execute(shown, {**marks, "key": key}).scalar_one() for key in keys}


def _by_tsvector(
    connection: Connection,
    asked: Asked,
    query: Query,
    tags: list[Sequence[str]],
    *,
    limit: int,
    offset: int,
) -> dict[int, str]:
    groups = [" | ".join(f"'{tag}'" for tag in group) for group in tags]
    entries = tables.entries
    wanted = "websearch_to_tsquery('english', :query)"
    chosen = (
        select(entries.c.key)
        .where(
            text(f"words @@ ({wanted} && CAST(:tags AS tsquery))"),
            *_conditions(asked),
        )
        .order_by(text(f"ts_rank_cd(words, {wanted}) DESC"), entries.c.key.desc())
        .limit(limit)
        .offset(offset)
    )
    asks = {"query": query.websearch(), "tags": " & ".join(f"({g})" for g in groups)}
    keys = connection.execute(chosen, asks).scalars().all()
    marks = f"StartSel={MARK_ON}, StopSel={MARK_OFF}, MinWords=20, MaxWords=48"
    shown = text(
        f"SELECT key, ts_headline('english', text, {wanted}, :marks) FROM entries "
        "WHERE key IN :keys"
    ).bindparams(bindparam("keys", expanding=True))
    rows = connection.execute(shown, {"query": asks["query"], "marks": marks, "keys": keys})
    snippets: dict[int, str] = dict(rows.all())
    return {key: snippets[key] for key in keys}


def _filtered(asked: Asked, tags: list[Sequence[str]]) -> Select[int]:
    """Return the keys of the entries that a search without words asks for."""
    entries, parts = tables.entries.c, tables.parts.c
    conditions = _conditions(asked)
    for group in tags:
        sign = group[0][0]
        numbers = [int(tag[1:-1]) for tag in group] if sign in "wa" else []
        if sign == "w":
            acting = select(parts.entry).where(parts.who.in_(numbers), parts.role.in_(ACTING))
            conditions.append(entries.key.in_(acting))
        elif sign == "a":
            about = select(parts.entry).where(parts.who.in_(numbers), parts.role.not_in(ACTING))
            conditions.append(entries.key.in_(about))
        elif sign == "k":
            conditions.append(entries.kind.in_([tag[1:-1] for tag in group]))
        else:
            conditions.append(or_(*(entries.tags.contains(tag) for tag in group)))
    return select(entries.key).where(and_(*conditions))


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


def hits(connection: Connection, keys: list[int], snippets: dict[int, str]) -> tuple[Hit, ...]:
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
