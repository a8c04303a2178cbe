"""Marks on a report's text, and the text cut where marks begin and end.

Statements nest, overlap and fall apart into several spans; HTML elements can only nest. So the
text is cut at every boundary, and each piece knows all the marks it stands in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from onrecord.record import Span

MarkRole: TypeAlias = Literal[
    "content", "source", "cue", "actor", "office", "time", "happening", "position", "finding"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One span of one entry. ``entry`` is the entry's key on the page, ``hue`` its colour."""

    span: Span
    role: MarkRole
    entry: str
    hue: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text in which no mark begins or ends; ``marks`` from the widest inwards."""

    span: Span
    marks: tuple[Mark, ...]


def pieces(size: int, marks: Iterable[Mark], *, cuts: Iterable[int] = ()) -> Iterator[Piece]:
    """Cut a text of ``size`` code points at the marks' boundaries and at ``cuts``.

    The pieces follow each other without gap from 0 to ``size``; none is empty.
    """
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    bounds = {0, size, *(cut for cut in cuts if 0 < cut < size)}
    for mark in marks:
        opening[mark.span.start].append(mark)
        closing[mark.span.end].append(mark)
        bounds |= {mark.span.start, mark.span.end}
    active: list[Mark] = []
    for start, end in pairwise(sorted(bounds)):
        for mark in closing[start]:
            active.remove(mark)
        active += opening[start]
        widest_first = sorted(active, key=lambda mark: mark.span.start - mark.span.end)
        yield Piece(span=Span(start, end), marks=tuple(widest_first))
