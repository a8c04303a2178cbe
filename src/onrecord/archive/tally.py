"""How many entries a search finds, and how they divide: its facets, counted in the database."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, and_, extract, func, select

from onrecord.archive import matching, tables
from onrecord.archive.matching import MOST, Asked

SHOWN: Final = 50
"""Speakers and outlets named at most, those with most entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A value and how many entries have it; ``value`` is what the filter of its name takes."""

    value: str
    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a search finds, in numbers.

    ``whole`` is False where more than ``MOST`` entries have the words: then the last added are
    counted, those that the search ranks. Entries of unknown speakers or outlets, or without a
    day, are in ``number`` alone.
    """

    number: int
    whole: bool
    speakers: tuple[Share, ...]
    outlets: tuple[Share, ...]
    kinds: tuple[Share, ...]
    years: tuple[Share, ...]

    def row(self) -> dict[str, Any]:
        """Return the tally as plain values: what the doors show as JSON."""
        divided = {
            name: [
                {"value": share.value, "name": share.name, "number": share.number}
                for share in getattr(self, name)
            ]
            for name in ("speakers", "outlets", "kinds", "years")
        }
        return {"number": self.number, "whole": self.whole, **divided}


def tally(connection: Connection, asked: Asked) -> Tally:
    """Count the entries asked for."""
    entries, reports = tables.entries, tables.reports
    found = matching.matched(connection, asked).subquery("found")
    facets = (
        entries.c.who,
        reports.c.outlet,
        func.coalesce(tables.statements.c.kind, entries.c.kind),
        extract("year", entries.c.day),
    )
    fits = and_(*matching.conditions(asked))
    rows = connection.execute(
        select(fits, *facets, func.count())
        .join_from(found, entries, entries.c.key == found.c.key)
        .join(reports, reports.c.key == entries.c.report)
        .outerjoin(tables.statements, tables.statements.c.key == entries.c.key)
        .group_by(fits, *facets)
    ).all()
    numbers: tuple[Counter[Any], ...] = tuple(Counter() for _ in facets)
    for fitting, *values, number in rows:
        if fitting:
            for counter, value in zip(numbers, values, strict=True):
                counter[value] += number
    speakers, outlets, kinds, years = numbers
    return Tally(
        number=kinds.total(),
        whole=sum(row[-1] for row in rows) < MOST,
        speakers=_speakers(connection, speakers),
        outlets=_shares(outlets),
        kinds=_shares(kinds),
        years=tuple(sorted(_shares(years), key=lambda share: share.value, reverse=True)),
    )


def _shares(numbers: Counter[Any]) -> tuple[Share, ...]:
    del numbers[None]
    most = sorted(numbers.items(), key=lambda item: (-item[1], str(item[0])))[:SHOWN]
    return tuple(Share(value=str(one), name=str(one), number=number) for one, number in most)


def _speakers(connection: Connection, numbers: Counter[Any]) -> tuple[Share, ...]:
    del numbers[None]
    most = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
    identities = tables.identities.c
    known = {
        row.key: row
        for row in connection.execute(
            select(identities.key, identities.id, identities.name).where(
                identities.key.in_([key for key, _ in most])
            )
        )
    }
    return tuple(
        Share(value=known[key].id, name=known[key].name, number=number) for key, number in most
    )
