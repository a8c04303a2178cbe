"""What is said in a transcript: each paragraph of a turn is one statement of its speaker.

A speech of an hour is one turn; its paragraphs are what one searches, compares and quotes. What
reporters and the audience call out belongs to nobody in particular and makes no statement, but
what they report ("Q Putin said he would ...") does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.shape import Attribution
from onrecord.language.layers import Turn
from onrecord.record import Span, Spans
from onrecord.resolve.turns import names_nobody

_SURE = 0.95
"""Of 200 turns looked at in fifty transcripts all began and ended where they should; who a label
means was right but for rare namesakes."""


def turns_said(text: str, turns: Iterable[Turn]) -> Iterator[Attribution]:
    """Yield an attribution for each paragraph of each turn that has a speaker."""
    for turn in turns:
        if names_nobody(turn.label.of(text)):
            continue
        cue = (turn.sign,) if turn.sign is not None else ()
        for span in turn.content:
            yield Attribution(
                source=(turn.label,), cue=cue, content=(span,), confidence=_SURE, spoken=True
            )


def without_labels(
    text: str, found: Iterable[Attribution], turns: Sequence[Turn]
) -> Iterator[Attribution]:
    """Yield the attributions that do not take a label for their source.

    A label before an attribution's own source is cut off ("Q Putin"), and a content that runs
    into another turn ends with its own.
    """
    starts = [turn.label.start for turn in turns]
    for one in found:
        if not turns:
            yield one
            continue
        at = bisect_right(starts, (one.cue or one.content)[0].start) - 1
        if at < 0:
            yield one
            continue
        label, sign = turns[at].label, turns[at].sign
        border = sign.end if sign is not None else label.end
        while text[border : border + 1].isspace():
            border += 1
        limit = starts[at + 1] if at + 1 < len(starts) else None
        if one.cue and one.cue[0].start < border:
            continue  # the label's own, which `turns_said` reads
        own = replace(
            one,
            source=_between(one.source, border, limit),
            content=_between(one.content, border, limit),
        )
        if own.content:
            yield own


def _between(spans: Spans, start: int, end: int | None) -> Spans:
    """Return what of ``spans`` lies from ``start`` on, and before ``end`` where that is given."""
    cut = (
        Span(max(span.start, start), span.end if end is None else min(span.end, end))
        for span in spans
    )
    return tuple(span for span in cut if span.start < span.end)
