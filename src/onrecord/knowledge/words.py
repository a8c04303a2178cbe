"""Word lists: titles of offices, honorifics, nouns for groups, particles of names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from onrecord.knowledge.table import rows, split

OfficeRole: TypeAlias = Literal[
    "head-of-state",
    "head-of-government",
    "leader",
    "royal",
    "minister",
    "deputy-minister",
    "deputy",
    "spouse",
    "official",
    "adviser",
    "spokesperson",
    "diplomat",
    "envoy",
    "parliament",
    "party",
    "candidate",
    "local",
    "legal",
    "judge",
    "organisation-head",
    "military",
    "intelligence",
    "business",
    "religious",
]
Claimed: TypeAlias = Literal["current", "former", "future"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTitle:
    """A title as reports print it (lower case), its canonical form and what its holder is."""

    title: str
    canonical: str
    role: OfficeRole
    aliases: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The title and its aliases."""
        return (self.title, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeModifier:
    """A word at an office that says when it is held.

    ``sense`` says more than ``claimed`` where the word does: acting, then, elect, nominee,
    outgoing, new, dead, disputed.
    """

    word: str
    claimed: Claimed
    sense: str | None
    place: Literal["before", "after", "prefix", "suffix"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Honorific:
    """A title before a name; ``gender`` is that of the person named, where the word tells."""

    word: str
    gender: Literal["male", "female"] | None
    rank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupNoun:
    """A plural noun that names a group of sources ("officials"), with its singular."""

    word: str
    singular: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParticle:
    """A part of a personal name that no surname is made of alone: "van", "bin", "Jr."."""

    word: str
    kind: Literal["article", "patronymic", "nobiliary", "conjunction", "suffix"]


@cache
def office_titles() -> tuple[OfficeTitle, ...]:
    """Return the titles of offices."""
    return tuple(
        OfficeTitle(
            title=row["title"],
            canonical=row["canonical"],
            role=cast(OfficeRole, row["role"]),
            aliases=split(row["aliases"]),
        )
        for row in rows("words/office_titles.csv")
    )


@cache
def office_modifiers() -> tuple[OfficeModifier, ...]:
    """Return the words that say when an office is held."""
    return tuple(
        OfficeModifier(
            word=row["word"],
            claimed=cast(Claimed, row["claimed"]),
            sense=row["sense"] or None,
            place=cast(Literal["before", "after", "prefix", "suffix"], row["place"]),
        )
        for row in rows("words/office_modifiers.csv")
    )


@cache
def honorifics() -> tuple[Honorific, ...]:
    """Return the titles before names."""
    return tuple(
        Honorific(
            word=row["word"],
            gender=cast(Literal["male", "female"], row["gender"]) if row["gender"] else None,
            rank=row["rank"],
        )
        for row in rows("words/honorifics.csv")
    )


@cache
def group_nouns() -> tuple[GroupNoun, ...]:
    """Return the nouns that name groups of people or bodies."""
    return tuple(
        GroupNoun(word=row["word"], singular=row["singular"], kind=row["kind"])
        for row in rows("words/group_nouns.csv")
    )


@cache
def name_particles() -> tuple[NameParticle, ...]:
    """Return the particles and suffixes of personal names."""
    return tuple(
        NameParticle(
            word=row["word"],
            kind=cast(
                Literal["article", "patronymic", "nobiliary", "conjunction", "suffix"],
                row["kind"],
            ),
        )
        for row in rows("words/name_particles.csv")
    )
