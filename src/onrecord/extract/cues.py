"""Which words are cues in which construction, and how often they are right.

The counts (``knowledge.cue_counts``) say, for each word and frame, how many candidates the parse
offers on PolNeAR's training articles (Newell, Margolin and Ruths, LREC 2018) and how many of them
the annotators marked with the same source and content. The confidence of a rule is that share. A
word without a row is trusted as the listed words of its frame are on average if the knowledge
tables list it for such content, and as the row ``*`` says (the rare words of the frame) if not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord import knowledge

_WEIGHT = 3.0
"""How many imagined candidates of the frame's usual rightness each row is smoothed with."""


_LISTED: dict[str, str] = {
    "ccomp:that": "that",
    "ccomp:bare": "that",
    "quote<": "quote",
    "quote>": "quote",
}
"""What the knowledge tables call the content of a frame, where their lists may be trusted."""

_SPEECH = 0.3
"""Verbs less often right beside quotation marks than this do not introduce them."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Shares right by word and frame; where a word has no row, of listed and of rare words."""

    shares: dict[tuple[str, str], float]
    usual: dict[str, float]
    listed: dict[tuple[str, str], float]

    def confidence(self, lemma: str, frame: str) -> float:
        """Return the share right of the word in this frame, 0.0 for a frame never right."""
        known = self.shares.get((lemma, frame), self.listed.get((lemma, frame)))
        return self.usual.get(frame, 0.0) if known is None else known

    def introduces_quotations(self, lemma: str) -> bool:
        """Whether the word stands beside quotation marks as their verb of speech."""
        both = ((lemma, "quote<"), (lemma, "quote>"))
        return any(max(self.shares.get(k, 0), self.listed.get(k, 0)) >= _SPEECH for k in both)


def smoothed(right: int, found: int, usual: float) -> float:
    """Return the share right, drawn towards the frame's usual share where counts are low."""
    return (right + _WEIGHT * usual) / (found + _WEIGHT)


@cache
def cues() -> Cues:
    """Return the shares by the counts of the knowledge tables."""
    counts = knowledge.cue_counts()
    usual = {count.frame: count.right / count.found for count in counts if count.word == "*"}
    shares = {
        (count.word, count.frame): smoothed(count.right, count.found, usual.get(count.frame, 0.0))
        for count in counts
        if count.word != "*"
    }
    return Cues(shares, usual, _listed(shares))


def _listed(shares: dict[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """For the listed verbs without a row, the mean share of the listed verbs that have one."""
    verbs = [cue for cue in knowledge.cues() if cue.pos == "verb"]
    out: dict[tuple[str, str], float] = {}
    for frame, name in _LISTED.items():
        lemmas = sorted({cue.lemma for cue in verbs if name in cue.frames})
        counted = [shares[lemma, frame] for lemma in lemmas if (lemma, frame) in shares]
        mean = sum(counted) / len(counted) if counted else 0.0
        out |= {(lemma, frame): mean for lemma in lemmas if (lemma, frame) not in shares}
    return out
