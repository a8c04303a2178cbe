"""Organisations: international bodies, national bodies, parties, armed groups, companies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from onrecord.knowledge.table import check_ids, rows, split

OrganisationKind: TypeAlias = Literal[
    "international",
    "ngo",
    "government",
    "intelligence",
    "military",
    "parliament",
    "court",
    "central-bank",
    "party",
    "armed-group",
    "opposition",
    "company",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that reports name; ``country`` is ``None`` for international ones."""

    id: str
    name: str
    kind: OrganisationKind
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    country: str | None
    part_of: str | None
    wikidata: str | None
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name and acronym, the usual one first, without article."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.acronyms)))


@cache
def organisations() -> tuple[Organisation, ...]:
    """Return all organisations."""
    found = tuple(
        Organisation(
            id=row["id"],
            name=row["name"],
            kind=cast(OrganisationKind, row["kind"]),
            aliases=split(row["aliases"]),
            acronyms=split(row["acronyms"]),
            country=row["country"] or None,
            part_of=row["part_of"] or None,
            wikidata=row["wikidata"] or None,
            source=split(row["source"]),
        )
        for row in rows("organisations.csv")
    )
    check_ids("organisations.csv", (organisation.id for organisation in found))
    return found


@cache
def organisation_by_id() -> dict[str, Organisation]:
    """Return the organisations by id."""
    return {organisation.id: organisation for organisation in organisations()}
