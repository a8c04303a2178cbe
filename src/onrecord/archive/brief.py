"""One page on a few days: sentences of the reports, none of ours, each with its sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Select, func, or_, select

from onrecord.archive import tables
from onrecord.archive.days import check_days
from onrecord.archive.following import Followed
from onrecord.archive.search import Hit, hits
from onrecord.archive.sentences import sentence
from onrecord.archive.timeline import Happening, timeline
from onrecord.archive.voices import independent, origins

_LINES: Final = 8
_WIDE: Final = 400
_WEIGHED: Final = 20_000
"""Quotations weighed against each other, the latest of the days asked for."""
DAYS: Final = 7
"""Days a brief is on where none are asked for: the last ones that the archive has reports of."""
_STANDS: Final = or_(tables.entries.c.verdict.is_(None), tables.entries.c.verdict != "reject")
DONE: Final = frozenset({"happened", "ongoing"})
AHEAD: Final = frozenset({"planned", "proposed", "conditional"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence as a report prints it; ``sources`` are the entries it rests on, first the one
    whose words it is. ``outlets`` is how many independent outlets report the same."""

    text: str
    sources: tuple[Hit, ...]
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Sentences under one heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The page; sections without a sentence are left out."""

    since: date | None
    until: date | None
    sections: tuple[Section, ...]

    def row(self) -> dict[str, Any]:
        """Return the brief as plain values: what the doors show as JSON."""
        return {
            "from": self.since.isoformat() if self.since else None,
            "to": self.until.isoformat() if self.until else None,
            "sections": [
                {
                    "title": section.title,
                    "lines": [
                        {
                            "text": line.text,
                            "outlets": line.outlets,
                            "sources": [hit.row() for hit in line.sources],
                        }
                        for line in section.lines
                    ],
                }
                for section in self.sections
            ],
        }

    def lines(self) -> list[str]:
        """Return the page for a person, line by line."""
        first_day, last_day = (day or "…" for day in (self.since, self.until))
        if not self.sections:
            dated = self.since is not None or self.until is not None
            days = f"of {first_day} to {last_day} " if dated else ""
            return [f"Nothing {days}is in the archive."]
        out = [f"{first_day} to {last_day}"]
        for section in self.sections:
            out += ["", section.title.upper(), ""]
            for line in section.lines:
                first = line.sources[0]
                day = first.date.isoformat() if first.date else "no date"
                more = f", {line.outlets} outlets" if line.outlets > 1 else ""
                source = first.outlet or first.title or first.report[:23]
                out.append(f"- {line.text}\n    [{source}, {day}{more}; {first.id}]")
        return out


def brief(connection: Connection, since: date | None, until: date | None) -> Brief:
    """Return the brief of the days from ``since`` to ``until``, both included.

    Without either it is on the last ``DAYS`` days up to the latest report's. Raises
    ``SettingsError`` where the first day is after the last.
    """
    check_days(since, until)
    if since is None and until is None:
        until = connection.execute(select(func.max(tables.reports.c.published))).scalar()
        since = until - timedelta(days=DAYS - 1) if until is not None else None
    happenings = timeline(connection, Followed(since=since, until=until), limit=_WIDE)
    done = [one for one in happenings if one.status in DONE and not one.inside]
    ahead = [one for one in happenings if one.status in AHEAD and one.kind == "meeting"]
    sections = (
        Section(title="What happened", lines=_course(done)),
        Section(title="Who said what", lines=_said(connection, since, until)),
        Section(title="What lies ahead", lines=_course(ahead)),
    )
    return Brief(since=since, until=until, sections=tuple(part for part in sections if part.lines))


def _course(happenings: Iterable[Happening]) -> tuple[Line, ...]:
    weighed = sorted(
        happenings,
        key=lambda one: (-one.outlets, one.kind != "meeting", -len(one.parts), -one.confidence),
    )
    lines: dict[str, Line] = {}
    for one in weighed:
        words = " ".join(one.text.split())
        # A list's lead-in ("The two agreed:") says nothing alone.
        if words and not words.endswith(":") and words not in lines:
            lines[words] = Line(text=words, sources=one.versions, outlets=one.outlets)
        if len(lines) == _LINES:
            break
    return tuple(sorted(lines.values(), key=lambda line: line.sources[0].date or date.min))


def _said(connection: Connection, since: date | None, until: date | None) -> tuple[Line, ...]:
    """Return the quotations most outlets print; among equals the longer ones of named persons."""
    lines: list[Line] = []
    spoken: dict[str | None, int] = {}
    for saying in _sayings(connection, since, until):
        keys = connection.execute(_members(saying)).all()
        sources = hits(connection, [row.key for row in keys], {})
        # A page on a few days hears several people.
        speaker = sources[0].speaker_id
        if spoken.get(speaker, 0) < 2:
            spoken[speaker] = spoken.get(speaker, 0) + 1
            origin = origins(connection, (row.report for row in keys))
            text = _sentence(connection, keys[0].report, sources[0])
            outlets = independent(origin, origin)
            lines.append(Line(text=text, sources=sources, outlets=outlets))
        if len(lines) == _LINES:
            break
    return tuple(lines)


def _sayings(connection: Connection, since: date | None, until: date | None) -> Sequence[int]:
    """Return the keys of the sayings most reports have; of many days the latest are weighed."""
    entries, statements = tables.entries.c, tables.statements.c
    conditions: list[Any] = [entries.kind == "statement", _STANDS]
    conditions += [entries.day >= since] if since is not None else []
    conditions += [entries.day <= until] if until is not None else []
    latest = (
        select(
            func.coalesce(statements.saying, entries.key).label("saying"),
            entries.report,
            func.length(entries.text).label("length"),
        )
        .join_from(tables.entries, tables.statements, statements.key == entries.key)
        .where(*conditions, entries.who.is_not(None), statements.kind != "indirect")
        .order_by(entries.day.desc().nulls_last())
        .limit(_WEIGHED)
        .subquery()
        .c
    )
    number = func.count(latest.report.distinct())
    return (
        connection.execute(
            select(latest.saying)
            .group_by(latest.saying)
            .order_by(number.desc(), func.max(latest.length).desc(), latest.saying)
            .limit(4 * _LINES)
        )
        .scalars()
        .all()
    )


def _members(saying: int) -> Select[Any]:
    """Return the query for the statements that are one saying."""
    entries, statements = tables.entries.c, tables.statements.c
    return (
        select(entries.key, entries.report)
        .join_from(tables.statements, tables.entries, statements.key == entries.key)
        .where(or_(statements.saying == saying, statements.key == saying), _STANDS)
        .order_by(entries.key)
    )


def _sentence(connection: Connection, report: int, hit: Hit) -> str:
    entries = tables.entries.c
    whole = connection.execute(
        select(entries.text).where(entries.report == report, entries.kind == "report")
    ).scalar_one()
    text = whole[len(hit.title) + 1 :] if hit.title else whole
    if hit.start is None or hit.end is None:
        return hit.text
    return " ".join(sentence(text, hit.start, hit.end).split())
