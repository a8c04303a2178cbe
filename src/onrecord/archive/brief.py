"""One page on a few days: sentences of the reports, none of ours, each with its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, func, or_, select

from onrecord.archive import tables
from onrecord.archive.rows import sentence
from onrecord.archive.search import Hit, hits
from onrecord.archive.timeline import Followed, Happening, timeline
from onrecord.archive.voices import independent, origins

_LINES: Final = 8
_WIDE: Final = 400
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
        out: list[str] = []
        for section in self.sections:
            out += ["", section.title.upper(), ""]
            for line in section.lines:
                first = line.sources[0]
                day = first.date.isoformat() if first.date else "no date"
                more = f", {line.outlets} outlets" if line.outlets > 1 else ""
                source = first.outlet or first.title or first.report[:23]
                out.append(f"- {line.text}\n    [{source}, {day}{more}; {first.id}]")
        return out[1:]


def brief(connection: Connection, since: date | None, until: date | None) -> Brief:
    """Return the brief of the days from ``since`` to ``until``, both included."""
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
        if words and words not in lines:
            lines[words] = Line(text=words, sources=one.versions, outlets=one.outlets)
        if len(lines) == _LINES:
            break
    return tuple(sorted(lines.values(), key=lambda line: line.sources[0].date or date.min))


def _said(connection: Connection, since: date | None, until: date | None) -> tuple[Line, ...]:
    """Return the quotations most outlets print; among equals the longer ones of named persons."""
    entries, statements = tables.entries.c, tables.statements.c
    group = func.coalesce(statements.saying, entries.key)
    conditions: list[Any] = [
        entries.who.is_not(None),
        statements.kind != "indirect",
        or_(entries.verdict.is_(None), entries.verdict != "reject"),
    ]
    conditions += [entries.day >= since] if since is not None else []
    conditions += [entries.day <= until] if until is not None else []
    number = func.count(entries.report.distinct())
    length = func.max(func.length(entries.text))
    best = connection.execute(
        select(group.label("saying"))
        .join_from(tables.entries, tables.statements, statements.key == entries.key)
        .where(*conditions)
        .group_by(group)
        .order_by(number.desc(), length.desc(), group)
        .limit(4 * _LINES)
    ).scalars()
    lines: list[Line] = []
    spoken: dict[str | None, int] = {}
    for saying in best.all():
        keys = connection.execute(
            select(entries.key, entries.report)
            .join_from(tables.entries, tables.statements, statements.key == entries.key)
            .where(group == saying)
            .order_by(entries.key)
        ).all()
        sources = hits(connection, [row.key for row in keys], {})
        # A page on a few days hears several people.
        speaker = sources[0].speaker_id
        if spoken.get(speaker, 0) < 2:
            spoken[speaker] = spoken.get(speaker, 0) + 1
            origin = origins(connection, (row.report for row in keys))
            text = _sentence(connection, keys[0].report, sources[0])
            outlets = independent(origin, origin)
            lines.append(Line(text=text, sources=sources, outlets=outlets))
    return tuple(lines[:_LINES])


def _sentence(connection: Connection, report: int, hit: Hit) -> str:
    entries = tables.entries.c
    whole = connection.execute(
        select(entries.text).where(entries.report == report, entries.kind == "report")
    ).scalar_one()
    text = whole[len(hit.title) + 1 :] if hit.title else whole
    if hit.start is None or hit.end is None:
        return hit.text
    return " ".join(sentence(text, hit.start, hit.end).split())
