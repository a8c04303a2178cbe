"""Statements inside statements: whose content holds another attribution."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.shape import Attribution


def holders(found: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the number of the one that most closely holds it, if any does.

    It is held where its whole cue and content stand in the other's content.
    """
    out: list[int | None] = [None] * len(found)
    opened: list[int] = []  # whose content begins before the words looked at, and may hold them
    waiting = sorted(range(len(found)), key=lambda k: found[k].content[0][0], reverse=True)
    order = sorted(range(len(found)), key=lambda k: min((*found[k].cue, *found[k].content)))
    for n in order:
        own = (*found[n].cue, *found[n].content)
        first = min(own)[0]
        while waiting and found[waiting[-1]].content[0][0] <= first:
            opened.append(waiting.pop())
        opened = [k for k in opened if found[k].content[-1][1] > first]
        around = [
            (_length(found[k].content), k)
            for k in opened
            if k != n
            and found[n].cue
            and all(any(_within(s, c) for c in found[k].content) for s in own)
        ]
        if around:
            out[n] = min(around)[1]
    return out


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def _length(spans: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)
