"""Paragraphs of a report for display: a guess at its layout that never touches the text."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from onrecord.record import Span

# Lines wrapped by a mail client or an editor are at most this long (RFC 5322 advises 78).
_WRAPPED = 85
_HEADING = 70
_LINE = re.compile(r"[^\n]+")
_ENDS_A_SENTENCE = re.compile(r"[.!?…,;:\"”’'»)\]]\s*$")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs in text order; between them stand only white space.

    Lines are paragraphs, unless the text looks wrapped at a fixed width; then blank lines
    divide it.
    """
    lines = [Span(*m.span()) for m in _LINE.finditer(text) if not m.group().isspace()]
    if not _looks_wrapped(text, lines):
        return tuple(lines)
    out: list[Span] = []
    for line in lines:
        if out and text.count("\n", out[-1].end, line.start) == 1:
            out[-1] = Span(out[-1].start, line.end)
        else:
            out.append(line)
    return tuple(out)


def is_heading(words: str) -> bool:
    """Whether a paragraph looks like a heading: short, and not the end of a sentence."""
    return len(words) <= _HEADING and "\n" not in words and not _ENDS_A_SENTENCE.search(words)


def _looks_wrapped(text: str, lines: list[Span]) -> bool:
    followed = [
        line.end - line.start
        for line, after in pairwise(lines)
        if text.count("\n", line.end, after.start) == 1
    ]
    return len(followed) > 2 and max(followed) <= _WRAPPED and median(followed) > _WRAPPED / 2
