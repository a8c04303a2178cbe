"""Nations, regions, contested territories and US states: places below or beside the states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from onrecord.knowledge.table import check_ids, rows, split

RegionKind: TypeAlias = Literal["nation", "region", "contested", "us-state"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region; ``country`` is the state it belongs to under the UN's view of borders.

    ``seats`` are the names by which reports mean its own government ("Holyrood", "Sacramento").
    """

    id: str
    kind: RegionKind
    country: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    person: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]
    wikidata: str | None
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the region, the usual one first."""
        return (self.name, *self.aliases)


@cache
def regions() -> tuple[Region, ...]:
    """Return all regions."""
    found = tuple(
        Region(
            id=row["id"],
            kind=cast(RegionKind, row["kind"]),
            country=row["country"],
            name=row["name"],
            aliases=split(row["aliases"]),
            adjectives=split(row["adjectives"]),
            person=split(row["person"]),
            people=split(row["people"]),
            seats=split(row["seats"]),
            wikidata=row["wikidata"] or None,
            source=split(row["source"]),
        )
        for row in rows("regions.csv")
    )
    check_ids("regions.csv", (region.id for region in found))
    return found
