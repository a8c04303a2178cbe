"""Word lists: cues of attribution, titles of offices, honorifics, nouns for groups, particles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from onrecord.knowledge.table import rows, split

CuePos: TypeAlias = Literal["verb", "noun", "adjective", "phrase"]
CueKind: TypeAlias = Literal["speech", "thought"]
CueCertainty: TypeAlias = Literal["asserted", "hedged", "denied", "feared", "expected"]
CueStance: TypeAlias = Literal["neutral", "committed", "distancing", "factive"]
Frame: TypeAlias = Literal[
    "that",
    "quote",
    "wh",
    "infinitive",
    "gerund",
    "object",
    "as",
    "addressee",
    "preposition",
    "source",
]
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
class Cue:
    """A word or phrase that attributes content to a source.

    ``certainty`` is what the source commits to; ``stance`` is the outlet's own distance: it
    vouches for the content with a factive cue ("admit"), and keeps away with a distancing one
    ("claim"). ``frames`` are the shapes its content takes: a that-clause (also without "that"), a
    direct quotation, a wh-clause, an infinitive, a gerund, a noun phrase, "as" plus complement, or
    one of ``prepositions``; ``addressee`` says that its object can be the person spoken to, and
    ``source`` that a phrase is followed by the source. For nouns ``prepositions`` introduce the
    source ("by", "of", "from") as well as the content.
    """

    lemma: str
    pos: CuePos
    kind: CueKind
    certainty: CueCertainty
    stance: CueStance
    frames: tuple[Frame, ...]
    prepositions: tuple[str, ...]


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
def cues() -> tuple[Cue, ...]:
    """Return the cues of attribution."""
    return tuple(
        Cue(
            lemma=row["lemma"],
            pos=cast(CuePos, row["pos"]),
            kind=cast(CueKind, row["kind"]),
            certainty=cast(CueCertainty, row["certainty"]),
            stance=cast(CueStance, row["stance"]),
            frames=cast(tuple[Frame, ...], split(row["frames"])),
            prepositions=split(row["prepositions"]),
        )
        for row in rows("words/cues.csv")
    )


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
