"""A report's text as word pieces, and the windows an encoder reads them in.

A zero-width separator stands between paragraphs, since the pieces themselves carry no line
ends, and every piece keeps the case class the uncased vocabulary forgets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

LOWER, CAPITALISED, UPPER, DIGIT = range(4)
_BREAK = re.compile(r"\s*\n\s*")
_CHUNK = 20_000  # characters tokenised at once: bounds memory on very long paragraphs


@dataclass(frozen=True, slots=True)
class Pieces:
    """`T` pieces: vocabulary ids `[T]`, half-open code-point offsets `[T, 2]`, case classes `[T]`.

    `paragraph` `[T]` counts separators seen so far; a separator has an empty offset.
    """

    ids: NDArray[np.int32]
    offsets: NDArray[np.int32]
    cases: NDArray[np.int8]
    paragraph: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `[start, end)` to read, of which `[core_start, core_end)` are this window's own."""

    start: int
    end: int
    core_start: int
    core_end: int


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the lines that hold anything but white space."""
    spans, at = [], 0
    for gap in _BREAK.finditer(text):
        spans.append((at, gap.start()))
        at = gap.end()
    spans.append((at, len(text)))
    return [(s, e) for s, e in spans if text[s:e].strip()]


def case_of(word: str) -> int:
    """The case class of a piece as written."""
    if word[:1].isdigit():
        return DIGIT
    if not word[:1].isupper():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else CAPITALISED


def cut(
    tokenizer: Tokenizer,
    text: str,
    separator: int,
    *,
    paragraphs: Sequence[tuple[int, int]] | None = None,
) -> Pieces:
    """Cut `text` into pieces; `separator` is the id put between two paragraphs."""
    spans = paragraphs_of(text) if paragraphs is None else paragraphs
    ids = [np.zeros(0, np.int32)]
    offsets = [np.zeros((0, 2), np.int32)]
    cases = [np.zeros(0, np.int8)]
    number = [np.zeros(0, np.int32)]
    for n, (start, end) in enumerate(spans):
        if n:
            ids.append(np.array([separator], np.int32))
            offsets.append(np.array([(start, start)], np.int32))
            cases.append(np.zeros(1, np.int8))
            number.append(np.array([n], np.int32))
        for lo, hi in _chunks(text, start, end):
            encoded = tokenizer.encode(text[lo:hi], add_special_tokens=False)
            ids.append(np.array(encoded.ids, np.int32))
            offsets.append(np.array(encoded.offsets, np.int32).reshape(-1, 2) + lo)
            words = (text[lo + a : lo + b] for a, b in encoded.offsets)
            cases.append(np.array([case_of(word) for word in words], np.int8))
            number.append(np.full(len(encoded.ids), n, np.int32))
    return Pieces(
        ids=np.concatenate(ids),
        offsets=np.concatenate(offsets),
        cases=np.concatenate(cases),
        paragraph=np.concatenate(number),
    )


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _CHUNK:
        space = text.rfind(" ", start + _CHUNK // 2, start + _CHUNK)
        stop = space if space > 0 else start + _CHUNK
        yield start, stop
        start = stop
    yield start, end


def windows(paragraph: NDArray[np.int32], *, size: int, margin: int) -> list[Window]:
    """Cover all pieces by windows of at most `size`, each core at least `margin` from a cut.

    Cuts fall on the last paragraph boundary in the window's second half where there is one.
    `paragraph` is `Pieces.paragraph` `[T]`.
    """
    total = len(paragraph)
    if total <= size:
        return [Window(0, total, 0, total)] if total else []
    found, core = [], 0
    while core < total:
        start = max(0, core - margin)
        limit = start + size
        if limit >= total:
            start = max(0, total - size)
            found.append(Window(start, total, core, total))
            break
        stop = limit - margin
        changes = np.flatnonzero(np.diff(paragraph[core + (stop - core) // 2 : stop + 1]))
        if len(changes):
            stop = core + (stop - core) // 2 + int(changes[-1]) + 1
        found.append(Window(start, min(total, stop + margin), core, stop))
        core = stop
    return found
