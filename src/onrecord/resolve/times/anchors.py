"""Days that an expression takes from elsewhere in the text.

"Two days after Sunday's vote" counts from a date that follows; "the day after the vote" from the
day on which the text says there was one; "tomorrow" in the words somebody spoke on Saturday is
the speaker's, not the report's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from onrecord.record import Span, Time
from onrecord.resolve.times.governing import govern
from onrecord.resolve.times.meanings_lengths import shifted
from onrecord.resolve.times.periods import at_part, period
from onrecord.resolve.times.setting import Away, Reading
from onrecord.resolve.times.words import words

AFTER_DATE, AFTER_EVENT, SPOKEN = 0.75, 0.5, 0.8
"""How sure a reading is whose day comes from a date beside it, from an event the text dates
elsewhere, from the day somebody spoke."""

_REACH = 80
"""Characters between "two days after" and the date it counts from."""
_BETWEEN = re.compile(r"[^.,;:!?\n\"“”]*")
_COARSE = {"D": 0, "H": 0, "TM": 0, "W": 1, "M": 2, "Y": 4, "DE": 4, "CE": 4}
_GRAIN = {"day": 0, "week": 1, "month": 2, "quarter": 3, "year": 4}
_EARLIER = 2000
"""Words before the expression among which its event is looked for."""
_NEAR_QUOTE = 200
"""Characters between quoted words and the date on which they were spoken."""
_MOST_SPOKEN = 31
"""Days before publication beyond which words are not cited for what they said of tomorrow."""


def from_date(text: str, end: int, away: Away, start: int, base: Reading) -> Reading | None:
    """Return the reading of an expression that ends at ``end`` and counts from ``base``.

    ``base`` stands at ``start``, after the expression; ``None`` where it is not what the
    expression counts from.
    """
    between = text[end:start]
    if len(between) > _REACH or not _BETWEEN.fullmatch(between):
        return None
    if base.days is None or base.grain is None or _GRAIN[base.grain] > _COARSE.get(away.unit, -1):
        return None
    return _reached(base.days[0], away, confidence=AFTER_DATE)


def from_event(doc: Doc, span: Span, away: Away, times: Sequence[Time]) -> Reading | None:
    """Return the reading of an expression that counts from an event named after it.

    The event has a day where the same word (noun or verb) stands earlier in the text and
    ``times`` has its date.
    """
    if not doc.has_annotation("DEP") or _COARSE.get(away.unit, 9) > 1:
        return None
    event = _event(doc, span)
    if event is None:
        return None
    for token in reversed(doc[max(0, event.i - _EARLIER) : event.i - 1]):
        if token.lemma_ != event.lemma_ or token.pos_ not in ("NOUN", "VERB"):
            continue
        time = govern(doc, times, Span(token.idx, token.idx + len(token)))
        if time is not None and time.start is not None and time.start == time.end:
            return _reached(time.start, away, confidence=AFTER_EVENT)
    return None


def _event(doc: Doc, span: Span) -> Token | None:
    """Return the noun of "the vote" after the expression, if it names a known event."""
    expression = doc.char_span(*span, alignment_mode="expand")
    if expression is None:
        return None
    named = next((t for t in expression[-1].children if t.dep_ == "pobj"), None)
    if named is None or named.pos_ != "NOUN":
        return None
    known = {"the", "this", "that", "these", "those"}
    definite = any(t.lower_ in known or t.dep_ == "poss" for t in named.children)
    return named if definite else None


def _reached(base: date, away: Away, *, confidence: float) -> Reading | None:
    day = shifted(base, away.count, away.unit)
    if day is None:
        return None
    unit = {"H": "D", "TM": "D", "DE": "Y", "CE": "Y"}.get(away.unit, away.unit)
    if away.part:
        return at_part(day, away.part, confidence=confidence)
    return period(day, unit, confidence=confidence)


def spoken_on(
    doc: Doc, span: Span, times: Sequence[Time], quoted: Sequence[Span], published: date
) -> date | None:
    """Return the day on which the quoted words around ``span`` were spoken, where one is said.

    The date stands outside all quotation marks (``quoted``), in the same paragraph, beside a verb
    of saying ("he said on Saturday").
    """
    around = next((q for q in quoted if span.within(q)), None)
    if around is None or not doc.has_annotation("DEP"):
        return None
    text = doc.text
    said = [
        (distance, time.start)
        for time in times
        if (distance := _beside(text, around, time.span)) is not None
        and time.start is not None
        and time.start == time.end
        and timedelta() < published - time.start <= timedelta(days=_MOST_SPOKEN)
        and not any(time.span.overlaps(q) for q in quoted)
        and _is_said(doc, time.span)
    ]
    return min(said, default=(0, None), key=lambda pair: pair[0])[1]


def _beside(text: str, quoted: Span, span: Span) -> int | None:
    first, last = (quoted.end, span.start) if span.start >= quoted.end else (span.end, quoted.start)
    if last - first > _NEAR_QUOTE or "\n" in text[first:last]:
        return None
    return last - first


def _is_said(doc: Doc, span: Span) -> bool:
    expression = doc.char_span(*span, alignment_mode="expand")
    if expression is None:
        return False
    verb = next((t for t in expression.root.ancestors if t.pos_ == "VERB"), None)
    return verb is not None and verb.lemma_.lower() in words()["reporting"]


def as_duration(reading: Reading, moved: Reading) -> Reading:
    """Return "two days after …" with its days: still a length, of which both ends are known."""
    if reading.type != "duration":
        return moved
    return replace(reading, days=moved.days, grain=moved.grain, confidence=moved.confidence)
