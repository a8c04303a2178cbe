"""Cues of attribution: what each word means, and how often it is right in which construction.

Two tables with one subject. ``words/cues.csv`` lists words and phrases that attribute, with what
they commit their source to, written by hand. ``words/cue_counts.csv`` counts for each word and
construction of the parse how many candidates there are in annotated news, and how many of them
annotators marked; its words are all that were seen there, listed or not.
"""

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
class CueCount:
    """Of ``found`` candidates with a word in a construction ``right`` are attributions.

    ``frame`` is a construction as ``extract.frames`` names them, finer than a cue's ``frames``;
    the word ``*`` stands for all that were seen three times or less in it.
    """

    word: str
    frame: str
    right: int
    found: int


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
def cue_counts() -> tuple[CueCount, ...]:
    """Return how often words are cues in each construction."""
    return tuple(
        CueCount(
            word=row["word"], frame=row["frame"], right=int(row["right"]), found=int(row["found"])
        )
        for row in rows("words/cue_counts.csv")
    )
