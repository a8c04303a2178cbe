"""What happened, day by day, in words that lead to the actors and to every report's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from sqlalchemy import select

from onrecord.archive import tables
from onrecord.archive.engine import reading
from onrecord.archive.search import Hit
from onrecord.archive.timeline import Happening, Part
from onrecord.publish import phrases, wording
from onrecord.record import Event, Meeting
from onrecord.web.addresses import (
    entry_address,
    meeting_address,
    short_of,
    who_address,
)
from onrecord.web.held import Held
from onrecord.web.shelf import Shelf

AHEAD = frozenset({"planned", "proposed", "conditional", "hypothetical"})
_LONGEST: Final = 4
"""Days a happening can fill."""
DONE = frozenset({"happened", "ongoing", "denied"})
# By plain text: what the archive holds of another version's words is shown as it is.
_ROLES: dict[str, str | None] = dict(wording.ROLES.items())
_VERBS: dict[str, str] = dict(wording.EVENTS.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a line, and where they lead."""

    words: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report that tells of it: its outlet's name, and the address of its words."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One happening as it is shown."""

    happening: Happening
    when: str
    pieces: tuple[Piece, ...]
    details: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day's happenings, the most reported first; ``hidden`` more are left out.

    ``title`` names the day, or the longer stretch ("2026", "in June") on some day of which they
    are; ``single`` tells which.
    """

    day: date | None
    title: str
    single: bool
    lines: tuple[Line, ...]
    hidden: int = 0


def days(
    shelf: Shelf, found: Iterable[Happening], *, most: int | None = None, latest_first: bool = True
) -> tuple[Day, ...]:
    """Return happenings by day; of each day at most ``most``."""
    known = sorted(
        found,
        key=lambda one: (one.day or date.min, stretch(one)[1] or date.min),
        reverse=latest_first,
    )  # stable: within a day the order stays
    out = []
    for (day, last), group in groupby(known, key=stretch):
        ordered = sorted(group, key=_strongest)
        shown = ordered[:most]
        out.append(
            Day(
                day=day,
                title=wording.days(day, last or day) if day else "No day named",
                single=last is None,
                lines=tuple(line(shelf, one) for one in shown),
                hidden=len(ordered) - len(shown),
            )
        )
    return tuple(out)


def stretch(one: Happening) -> tuple[date | None, date | None]:
    """Return a happening's first day and, where it is only somewhere in a stretch, the last.

    More than ``_LONGEST`` days ("next week", "in the spring") say that it is on one of them, not
    on all.
    """
    if one.day is None or one.last_day is None:
        return one.day, None
    return one.day, one.last_day if (one.last_day - one.day).days >= _LONGEST else None


def line(shelf: Shelf, one: Happening) -> Line:
    """Return a happening as a line: by its parts, and the version that says most."""
    best = next((hit for hit in one.versions if hit.text == one.text), one.versions[0])
    held = shelf.held(short_of(best.id))
    entry = held.entries.get((best.kind, best.entry))
    return Line(
        happening=one,
        when=wording.days(one.day, one.last_day or one.day) if one.day else "no day named",
        pieces=tuple(_meeting(one) if one.kind == "meeting" else _event(one)),
        details=tuple(_details(held, entry, one)) if isinstance(entry, Event | Meeting) else (),
        sources=sources(shelf, one.versions),
    )


def _details(held: Held, entry: Event | Meeting, one: Happening) -> Iterable[str]:
    """Return what the line's words leave open; that a thing happened goes without saying."""
    said = {wording.STATUSES["happened"], (one.type or "").lower()}
    yield from (part for part in held.phrases.step_details(entry) if part not in said)
    if not wording.period(entry.when):
        yield "dated by its report"


def sources(shelf: Shelf, versions: Iterable[Hit]) -> tuple[Source, ...]:
    """Return the reports of the versions, each once: by outlet, by headline where it is unknown."""
    first = {short_of(hit.id): hit for hit in reversed(tuple(versions))}
    return tuple(
        Source(
            name=hit.outlet or phrases.headline(shelf.held(short).record.report),
            address=entry_address(hit.id),
        )
        for short, hit in reversed(first.items())
    )


def countries(shelf: Shelf) -> tuple[str, ...]:
    """Return the codes of the countries that happenings are placed in."""
    found: set[str | None] = set()
    with reading(shelf.engine) as connection:
        for table in (tables.events, tables.meetings):
            found |= set(connection.execute(select(table.c.country).distinct()).scalars())
    return tuple(sorted(code for code in found if code))


def _strongest(one: Happening) -> tuple[int, bool, bool, bool, int, float]:
    known = sum(part.id is not None for part in one.parts)
    unsure = one.confidence < wording.LOW_CONFIDENCE
    event = one.kind != "meeting"
    return -one.outlets, one.inside, event, unsure, -min(known, 2), -one.confidence


def _meeting(one: Happening) -> Iterable[Piece]:
    title = one.name or (one.type or "meeting").capitalize()
    yield Piece(words=title, address=meeting_address(one.versions[0].id))
    people = _each_once(part for part in one.parts if part.role != "host" or len(one.parts) == 1)
    people.sort(key=lambda part: _ROLES.get(part.role) is not None)  # who is there comes first
    for number, part in enumerate(people):
        yield Piece(words=", " if number else ": ")
        yield _actor(part)
        role = _ROLES.get(part.role)
        if role:
            yield Piece(words=f" ({role})")


def _event(one: Happening) -> Iterable[Piece]:
    acting = _each_once(part for part in one.parts if part.role == "actor")
    others = _each_once(part for part in one.parts if part.role == "recipient")
    if not acting:
        yield Piece(words="Somebody")
    yield from _listed(acting)
    verb = _VERBS.get(one.type or "", "acts")
    many = len(acting) > 1 or any(_is_group(part) for part in acting)
    yield Piece(words=f" {wording.plural(verb) if many else verb}")
    # Two who agree with each other are each on both sides.
    if others and set(others) != {replace(part, role="recipient") for part in acting}:
        yield Piece(words=" → ")
        yield from _listed(others)


def _listed(parts: Sequence[Part]) -> Iterable[Piece]:
    for number, part in enumerate(parts):
        if number:
            yield Piece(words=" and " if number == len(parts) - 1 else ", ")
        yield _actor(part)


def _actor(part: Part) -> Piece:
    return Piece(words=part.name, address=who_address(part.id) if part.id is not None else None)


def _is_group(part: Part) -> bool:
    return part.id is None and part.kind == "group"


def _each_once(parts: Iterable[Part]) -> list[Part]:
    return list({part.id or part.name: part for part in parts}.values())


def forms(shelf: Shelf) -> tuple[str, ...]:
    """Return the forms that meetings have."""
    with reading(shelf.engine) as connection:
        found = connection.execute(select(tables.meetings.c.form).distinct()).scalars()
        return tuple(sorted(form for form in found if form))
