"""Groups of states that act together (NATO, G7) or that reports name together (Nordic, Western)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.knowledge.table import check_ids, rows, split


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A state's time in a group; ``None`` for a start or end that is not known or not there."""

    group: str
    state: str
    since: date | None
    until: date | None
    source: tuple[str, ...]

    def holds_on(self, day: date) -> bool:
        """Whether the state was a member on ``day``; an unknown bound does not exclude."""
        started = self.since is None or self.since <= day
        return started and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateGroup:
    """A group of states; where it is an organisation too, the two share their ``id``."""

    id: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    members: tuple[Membership, ...]
    source: tuple[str, ...]

    def members_on(self, day: date) -> tuple[str, ...]:
        """Return the codes of the states in the group on ``day``."""
        return tuple(m.state for m in self.members if m.holds_on(day))


@cache
def state_groups() -> tuple[StateGroup, ...]:
    """Return all groups with their members."""
    members: dict[str, list[Membership]] = {}
    for row in rows("state_groups.csv"):
        members.setdefault(row["group"], []).append(
            Membership(
                group=row["group"],
                state=row["state"],
                since=date.fromisoformat(row["since"]) if row["since"] else None,
                until=date.fromisoformat(row["until"]) if row["until"] else None,
                source=split(row["source"]),
            )
        )
    found = tuple(
        StateGroup(
            id=row["id"],
            names=split(row["names"]),
            adjectives=split(row["adjectives"]),
            members=tuple(members.get(row["id"], ())),
            source=split(row["source"]),
        )
        for row in rows("groups.csv")
    )
    check_ids("groups.csv", (group.id for group in found))
    return found
