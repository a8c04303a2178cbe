"""Spans: where in a report's text something stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from onrecord.errors import RecordError


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in ``report.text``.

    A tuple, so that it is written to JSON as ``[start, end]``.
    """

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Whether this span lies inside ``other`` (equal bounds count)."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the words the span covers."""
        return text[self.start : self.end]


Spans: TypeAlias = tuple[Span, ...]
"""Several spans in text order; what an entry rests on."""


def check_spans(spans: Iterable[Span], *, what: str) -> None:
    """Raise ``RecordError`` unless every span is non-empty and they stand in text order.

    Spans of one entry may touch but not overlap.
    """
    last = 0
    for span in spans:
        start, end = span
        if not 0 <= start < end:
            raise RecordError(f"{what}: [{start}, {end}] is no half-open, non-empty span")
        if start < last:
            raise RecordError(f"{what}: [{start}, {end}] overlaps or precedes the span before it")
        last = end


def check_confidence(value: float, *, what: str) -> None:
    """Raise ``RecordError`` unless ``value`` lies in 0..1."""
    if not 0.0 <= value <= 1.0:
        raise RecordError(f"{what}: confidence {value} is outside 0..1")


def merge(spans: Iterable[Span]) -> Spans:
    """Return the spans sorted, with overlapping and touching ones joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(Span(*span))
    return tuple(out)
