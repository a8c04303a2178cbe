"""Which words are cues in which construction, and how often they are right.

``cues.csv`` counts, for each word and frame, how many candidates the parse offers on PolNeAR's
training articles (Newell, Margolin and Ruths, LREC 2018) and how many of them the annotators
marked with the same source and content. The row ``*`` of a frame stands for the words it has
no row for. The confidence of a rule is that share.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WEIGHT = 3.0
"""How many imagined candidates of the frame's usual rightness each row is smoothed with."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Shares right by word and frame, and by frame alone for words without a row."""

    shares: dict[tuple[str, str], float]
    usual: dict[str, float]

    def confidence(self, lemma: str, frame: str) -> float:
        """Return the share right of the word in this frame, 0.0 for a frame never right."""
        known = self.shares.get((lemma, frame))
        return self.usual.get(frame, 0.0) if known is None else known

    def introduces_quotations(self, lemma: str) -> bool:
        """Whether the word stands beside quotation marks as their verb of speech."""
        return (lemma, "quote<") in self.shares or (lemma, "quote>") in self.shares


def smoothed(right: int, found: int, usual: float) -> float:
    """Return the share right, drawn towards the frame's usual share where counts are low."""
    return (right + _WEIGHT * usual) / (found + _WEIGHT)


@cache
def cues() -> Cues:
    """Return the packaged table."""
    text = files("onrecord.extract").joinpath("cues.csv").read_text(encoding="utf-8")
    rows = [
        (row["word"], row["frame"], int(row["right"]), int(row["found"]))
        for row in csv.DictReader(_uncommented(text))
    ]
    usual = {frame: right / found for word, frame, right, found in rows if word == "*"}
    shares = {
        (word, frame): smoothed(right, found, usual.get(frame, 0.0))
        for word, frame, right, found in rows
        if word != "*"
    }
    return Cues(shares, usual)


def _uncommented(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if not line.startswith("#"))
