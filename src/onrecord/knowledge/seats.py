"""Seats of power: buildings, streets and cities that stand for a body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from onrecord.knowledge.table import check_ids, rows, split

BodyKind: TypeAlias = Literal["government", "organisation", "group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A seat and the body reports mean by it.

    ``stands_for`` is the body's id: an organisation's, a state's ``government_id`` or, for
    bodies named after state and branch, ``presidency-of-fra``, ``foreign-ministry-of-rus``. It is
    ``None`` for places that meet but do not speak (Great Hall of the People).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    stands_for: str | None
    body: str | None
    body_kind: BodyKind | None
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the seat, the usual one first, without article."""
        return (self.name, *self.aliases)


@cache
def seats() -> tuple[Seat, ...]:
    """Return all seats of power."""
    found = tuple(
        Seat(
            id=row["id"],
            name=row["name"],
            aliases=split(row["aliases"]),
            country=row["country"] or None,
            stands_for=row["stands_for"] or None,
            body=row["body"] or None,
            body_kind=cast(BodyKind, row["body_kind"]) if row["body_kind"] else None,
            source=split(row["source"]),
        )
        for row in rows("seats.csv")
    )
    check_ids("seats.csv", (seat.id for seat in found))
    return found
