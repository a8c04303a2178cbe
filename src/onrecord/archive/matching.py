"""Which entries a search is after: filters as words of the index, ranking within bounds.

Who, whom about, which outlet and which month stand as words (*tags*) beside an entry's own, so that
the index narrows by them before anything is ranked. Kinds are not: most entries are statements, and
a word that nearly every row has costs more than it spares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    TextClause,
    and_,
    bindparam,
    column,
    or_,
    select,
    text,
)

from onrecord.archive import names, tables, words
from onrecord.archive.days import check_days
from onrecord.archive.tags import ACTING, SEARCHED, month_tag, year_tag
from onrecord.archive.voices import chunks
from onrecord.archive.words import MARK_OFF, MARK_ON, Query
from onrecord.errors import SettingsError

STATEMENT_KINDS: Final = ("direct", "indirect", "mixed")
KINDS: Final = (*sorted(SEARCHED), *STATEMENT_KINDS, "all")
"""What ``kind`` may be: a kind of entry, of statement, or all entries but whole reports."""


MOST: Final = 20_000
"""Of more matches than these the last added are ranked: a word so common ranks nothing well."""
_RARE: Final = SEARCHED - {"statement"}
_NOBODY: Final = ["w00"]
_LATEST: Final = (tables.entries.c.day.desc().nulls_last(), tables.entries.c.key.desc())
_MONTHS, _YEARS = 18, 60  # so many tags at most for a search's days


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
        check_days(self.since, self.until)


def find(connection: Connection, asked: Asked, *, limit: int, offset: int) -> dict[int, str | None]:
    """Return the keys of the entries asked for, in their order, with snippets where words were."""
    query = words.parse(asked.words)
    tags = _tags(connection, asked)
    if not query.wanted:
        chosen = _filtered(asked, tags).order_by(*_LATEST).limit(limit).offset(offset)
        return dict.fromkeys(connection.execute(chosen).scalars().all())
    tags += _days(asked.since, asked.until)
    if connection.dialect.name == "sqlite":
        search = query.fts5(tags)
        keys = _by_fts5(connection, asked, search, limit=limit, offset=offset)
        return _snippets_fts5(connection, search, keys)
    asks = {"query": query.websearch(), **_tags_query(tags)}
    keys = _by_tsvector(connection, asked, asks, limit=limit, offset=offset)
    return _snippets_tsvector(connection, query, keys)


def matched(connection: Connection, asked: Asked) -> Select[Any]:
    """Return the query for the ``key`` of what fits words and tags: at most ``MOST``, the last.

    What is found so still has to meet :func:`conditions`.
    """
    query = words.parse(asked.words)
    tags = _tags(connection, asked)
    if not query.wanted:
        return _filtered(asked, tags).order_by(*_LATEST).limit(MOST)
    tags += _days(asked.since, asked.until)
    if connection.dialect.name == "sqlite":
        matching, asks = _with_words(asked, query.fts5(tags))
        every = text(
            f"SELECT rowid AS key FROM entry_words WHERE {matching} ORDER BY rowid DESC LIMIT :most"
        ).bindparams(**asks, most=MOST)
        return select(every.columns(column("key", Integer)).subquery("found"))
    asks = {"query": query.websearch(), **_tags_query(tags)}
    entries = tables.entries.c
    wanted: list[Any] = [
        _tagged(asks),
        *([entries.kind == asked.kind] if asked.kind in _RARE else []),
    ]
    return select(entries.key).where(*wanted).order_by(entries.key.desc()).limit(MOST)


def _tags(connection: Connection, asked: Asked) -> list[Sequence[str]]:
    """Return the filters as groups of tags, of each of which an entry must have one."""
    groups: list[Sequence[str]] = []
    for sign, name in (("w", asked.speaker), ("a", asked.about)):
        if name is not None:
            known = names.find(connection, name)
            groups.append([f"{sign}{one.key}0" for one in known] or _NOBODY)
    if asked.outlet is not None:
        groups.append(names.outlet_tags(connection, asked.outlet) or _NOBODY)
    return groups


def _days(since: date | None, until: date | None) -> list[Sequence[str]]:
    """Return the months, or for long spans the years, of a search's days as tags."""
    if since is None or until is None:
        return []
    first, last = since.year * 12 + since.month - 1, until.year * 12 + until.month - 1
    if last - first < _MONTHS:
        months = (date(number // 12, number % 12 + 1, 1) for number in range(first, last + 1))
        return [[month_tag(month) for month in months]]
    if until.year - since.year < _YEARS:
        return [[year_tag(date(year, 1, 1)) for year in range(since.year, until.year + 1)]]
    return []


def conditions(asked: Asked) -> list[Any]:
    """Return what an entry must fulfil beside its words and tags."""
    entries = tables.entries.c
    out: list[Any] = []
    if asked.kind in STATEMENT_KINDS:
        of_kind = select(tables.statements.c.key).where(tables.statements.c.kind == asked.kind)
        out += [entries.kind == "statement", entries.key.in_(of_kind)]
    elif asked.kind == "all":
        out.append(entries.kind.in_(sorted(SEARCHED - {"report"})))
    else:
        out.append(entries.kind == asked.kind)
    if asked.since is not None:
        out.append(entries.day >= asked.since)
    if asked.until is not None:
        out.append(entries.day <= asked.until)
    if not asked.rejected:
        out.append(or_(entries.verdict.is_(None), entries.verdict != "reject"))
    return out


def _with_words(asked: Asked, query: str) -> tuple[str, dict[str, str]]:
    """Return FTS5's condition for the words, and for a kind that few entries are of.

    Else the last matches to a common word would hold hardly any of that kind. The sign before
    ``rowid`` keeps SQLite from asking the index of words for each entry of the kind.
    """
    if asked.kind not in _RARE:
        return "entry_words MATCH :query", {"query": query}
    of_kind = '+rowid IN (SELECT "key" FROM entries WHERE kind = :kind)'
    return f"entry_words MATCH :query AND {of_kind}", {"query": query, "kind": asked.kind}


def _by_fts5(
    connection: Connection, asked: Asked, query: str, *, limit: int, offset: int
) -> list[int]:
    matching, asks = _with_words(asked, query)
    ranked = text(
        "SELECT key FROM (SELECT rowid AS key, bm25(entry_words) AS score FROM entry_words "
        f"WHERE {matching} ORDER BY rowid DESC LIMIT :most) ORDER BY score, key DESC"
    )
    best = connection.execute(ranked, {**asks, "most": MOST}).scalars().all()
    few = 3 * (offset + limit)
    kept: list[int] = []
    # What does not fit is rare where tags have narrowed: a few rows are looked at, seldom all.
    for part in (list(best[:few]), *chunks(list(best[few:]))):
        kept += _fitting(connection, asked, part)
        if len(kept) >= offset + limit:
            break
    return kept[offset : offset + limit]


def _fitting(connection: Connection, asked: Asked, keys: list[int]) -> list[int]:
    """Return those of ``keys`` that fit the other conditions, in their order.

    By key alone, and the rest here: SQLite would rather walk a kind's whole index.
    """
    entries, statements = tables.entries.c, tables.statements
    rows = connection.execute(
        select(entries.key, entries.kind, entries.day, entries.verdict, statements.c.kind)
        .outerjoin_from(tables.entries, statements, statements.c.key == entries.key)
        .where(entries.key.in_(keys))
    )
    there = {key for key, *facts in rows if _fits(asked, *facts)}
    return [key for key in keys if key in there]


def _fits(asked: Asked, kind: str, day: date | None, verdict: str | None, sort: str | None) -> bool:
    if asked.kind == "all":
        of_kind = kind != "report"
    else:
        of_kind = asked.kind == (sort if asked.kind in STATEMENT_KINDS else kind)
    since, until = asked.since or date.min, asked.until or date.max
    in_days = (asked.since is None and asked.until is None) or (
        day is not None and since <= day <= until
    )
    return of_kind and in_days and (asked.rejected or verdict != "reject")


def _snippets_fts5(connection: Connection, query: str, keys: list[int]) -> dict[int, str | None]:
    shown = text(
        "SELECT rowid, snippet(entry_words, 0, :on, :off, '…', 48) FROM entry_words "
        "WHERE entry_words MATCH :query AND rowid IN :keys"
    ).bindparams(bindparam("keys", expanding=True))
    asks = {"query": query, "on": MARK_ON, "off": MARK_OFF}
    snippets: dict[int, str] = {}
    for part in chunks(keys):
        snippets |= dict(connection.execute(shown, {**asks, "keys": part}).all())
    return {key: snippets[key] for key in keys}


_WANTED: Final = "websearch_to_tsquery('english', :query)"


def _tags_query(tags: list[Sequence[str]]) -> dict[str, str]:
    groups = [" | ".join(f"'{tag}'" for tag in group) for group in tags]
    return {"tags": " & ".join(f"({group})" for group in groups)} if groups else {}


def _tagged(asks: Mapping[str, str]) -> TextClause:
    wanted = f"({_WANTED} && CAST(:tags AS tsquery))" if "tags" in asks else _WANTED
    return text(f"words @@ {wanted}").bindparams(**asks)


def _by_tsvector(
    connection: Connection, asked: Asked, asks: Mapping[str, str], *, limit: int, offset: int
) -> list[int]:
    entries = tables.entries.c
    near = (
        select(entries.key, text(f"ts_rank_cd(words, {_WANTED}) AS score"))
        .where(_tagged(asks), *conditions(asked))
        .order_by(entries.key.desc())
        .limit(MOST)
        .subquery()
    )
    chosen = (
        select(near.c.key)
        .order_by(text("score DESC"), near.c.key.desc())
        .limit(limit)
        .offset(offset)
    )
    return list(connection.execute(chosen, {"query": asks["query"]}).scalars().all())


def _snippets_tsvector(
    connection: Connection, query: Query, keys: list[int]
) -> dict[int, str | None]:
    shown = text(
        f"SELECT key, ts_headline('english', text, {_WANTED}, :marks) FROM entries "
        "WHERE key IN :keys"
    ).bindparams(bindparam("keys", expanding=True))
    marks = f"StartSel={MARK_ON}, StopSel={MARK_OFF}, MinWords=20, MaxWords=48"
    asks = {"query": query.websearch(), "marks": marks, "keys": keys}
    snippets: dict[int, str] = dict(connection.execute(shown, asks).all())
    return {key: snippets[key] for key in keys}


def _filtered(asked: Asked, tags: list[Sequence[str]]) -> Select[int]:
    """Return the keys of the entries that a search without words asks for."""
    entries, parts = tables.entries.c, tables.parts.c
    wanted = conditions(asked)
    for group in tags:
        sign = group[0][0]
        numbers = [int(tag[1:-1]) for tag in group] if sign in "wa" else []
        if sign == "w":
            acting = select(parts.entry).where(parts.who.in_(numbers), parts.role.in_(ACTING))
            wanted.append(entries.key.in_(acting))
        elif sign == "a":
            about = select(parts.entry).where(parts.who.in_(numbers), parts.role.not_in(ACTING))
            wanted.append(entries.key.in_(about))
        else:
            wanted.append(or_(*(entries.tags.contains(tag) for tag in group)))
    return select(entries.key).where(and_(*wanted))
