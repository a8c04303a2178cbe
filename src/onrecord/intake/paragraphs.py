"""Paragraphs of text made from markup: one way to lay them out, whatever they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable

LINE_BREAK = "\ue000"
"""Stands for a line break the markup asks for, until white space is collapsed (a private code
point; ``without_reserved`` takes it out of input)."""
CELL_BREAK = " | "

_PARAGRAPH_BREAK = "\n\n"
# Every blank but the zero-width ones, which are not shown at all.
_BLANKS = re.compile(r"[^\S\ue000]+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")


def without_reserved(text: str) -> str:
    """Return ``text`` with the one code point used here for layout replaced."""
    return text.replace(LINE_BREAK, "\ufffd")


def laid_out(blocks: Iterable[str]) -> str:
    """Return ``blocks`` as paragraphs with an empty line between them.

    White space is collapsed as a browser does, no-break spaces included; soft hyphens and other
    signs that are never shown go. A line break stays one, two or more part paragraphs.
    """
    return _PARAGRAPH_BREAK.join(p for block in blocks for p in _paragraphs(block))


def _paragraphs(block: str) -> Iterable[str]:
    shown = _BLANKS.sub(" ", _UNSEEN.sub("", block))
    lines = [line.strip() for line in shown.split(LINE_BREAK)]
    text = "\n".join(lines).strip("\n")
    return (p for p in re.split(r"\n{2,}", text) if p)
