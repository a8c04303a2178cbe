"""States and territories: codes, names, demonyms, capitals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from onrecord.knowledge.table import check_ids, rows, split

StateStatus: TypeAlias = Literal["un-member", "observer", "partly-recognised", "territory"]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state or territory; ``id`` is its ISO 3166-1 alpha-3 code (Kosovo: the customary XKX).

    ``capitals`` are the names of the capital and of the seat of government where they differ,
    the usual one first: those by which reports mean the government ("Moscow", "The Hague").
    ``person`` and ``people`` are its nouns for one inhabitant and for several.
    """

    id: str
    alpha2: str
    wikidata: str | None
    article: str
    name: str
    official: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    person: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    status: StateStatus
    part_of: str | None
    region: str
    subregion: str
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the state, the usual one first, without article."""
        return tuple(dict.fromkeys((self.name, self.official, *self.aliases)))

    @property
    def name_in_text(self) -> str:
        """The name with its article: "the United States", "France"."""
        return f"{self.article} {self.name}" if self.article else self.name

    @property
    def government_id(self) -> str:
        """Id of its government as an actor."""
        return f"government-of-{self.id.lower()}"

    @property
    def government_name(self) -> str:
        """Name of its government as an actor."""
        return f"Government of {self.name_in_text}"


@cache
def states() -> tuple[State, ...]:
    """Return all states and territories, by code."""
    found = tuple(
        State(
            id=row["id"],
            alpha2=row["alpha2"],
            wikidata=row["wikidata"] or None,
            article=row["article"],
            name=row["name"],
            official=row["official"],
            aliases=split(row["aliases"]),
            adjectives=split(row["adjectives"]),
            person=split(row["person"]),
            people=split(row["people"]),
            capitals=split(row["capitals"]),
            status=cast(StateStatus, row["status"]),
            part_of=row["part_of"] or None,
            region=row["region"],
            subregion=row["subregion"],
            source=split(row["source"]),
        )
        for row in rows("states.csv")
    )
    check_ids("states.csv", (state.id for state in found))
    return found


@cache
def state_by_id() -> dict[str, State]:
    """Return the states by ISO 3166-1 alpha-3 code."""
    return {state.id: state for state in states()}
