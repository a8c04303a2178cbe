"""Outlets: agencies, papers, broadcasters, sites, and social networks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from onrecord.knowledge.table import check_ids, rows, split

OutletKind: TypeAlias = Literal[
    "agency", "newspaper", "broadcaster", "magazine", "site", "social-network"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Somewhere words are published; ``domains`` are web domains without ``www.``.

    A social network carries others' words: it is a channel, not a source.
    """

    id: str
    name: str
    kind: OutletKind
    aliases: tuple[str, ...]
    country: str | None
    domains: tuple[str, ...]
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the outlet, the usual one first."""
        return (self.name, *self.aliases)

    @property
    def social_network(self) -> bool:
        """Whether it carries what its users post."""
        return self.kind == "social-network"


@cache
def outlets() -> tuple[Outlet, ...]:
    """Return all outlets."""
    found = tuple(
        Outlet(
            id=row["id"],
            name=row["name"],
            kind=cast(OutletKind, row["kind"]),
            aliases=split(row["aliases"]),
            country=row["country"] or None,
            domains=split(row["domains"]),
            source=split(row["source"]),
        )
        for row in rows("outlets.csv")
    )
    check_ids("outlets.csv", (outlet.id for outlet in found))
    return found


@cache
def outlet_by_domain() -> dict[str, Outlet]:
    """Return the outlets by web domain."""
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}
