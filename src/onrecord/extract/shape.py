"""The shape rules and the learned model share: one attribution, as spans of the text."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what, in the text's own words; half-open code-point spans in text order.

    ``source`` may be empty (the text does not say) and so may ``cue`` (a quotation that runs
    on); ``content`` never is. ``confidence`` is the calibrated probability that content and
    source are right. ``spoken`` says that the content is a transcript's: words as they were said,
    without quotation marks.
    """

    source: Spans
    cue: Spans
    content: Spans
    confidence: float
    spoken: bool = False
