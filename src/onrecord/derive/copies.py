"""Copies of one text: a wire report reprinted, an updated version.

Broder, "On the resemblance and containment of documents", 1997: runs of words (shingles) are
hashed, and those whose hash is a multiple of a number stand for the text. Unlike the smallest
hashes they show containment too: a short reprint of a long report.
"""

from __future__ import annotations

import re
from math import log2
from typing import Final
from zlib import crc32

WORDS: Final = 6
"""Words of a shingle: long enough that two reports do not share one by chance."""
EVERY: Final = 8
"""One shingle in so many is kept."""
SHARE: Final = 0.5
"""A text of whose kept shingles another has at least this share is its copy."""
FEWEST: Final = 4
"""Fewer shared shingles than these are a quotation both print, no copy."""
COMMON: Final = 200
"""A shingle of so many reports is left out: it would tell next to nothing."""
_WORD = re.compile(r"[^\W_]+")


def shingles(text: str) -> frozenset[int]:
    """Return the kept shingles of a text: numbers of 31 bits."""
    words = [word.lower() for word in _WORD.findall(text)]
    hashes = (
        crc32(" ".join(words[at : at + WORDS]).encode("utf-8")) >> 1
        for at in range(len(words) - WORDS + 1)
    )
    return frozenset(number for number in hashes if number % EVERY == 0)


def weight(reports: int) -> float:
    """Return what a shingle counts that so many reports have: 1 where two do, falling."""
    return 1 / log2(max(2, reports))


def is_copy(shared: float, one: float, other: float, *, number: int) -> bool:
    """Return whether two texts are copies, by the weights of their kept shingles.

    ``shared`` is the weight of those both have, ``number`` how many these are.
    """
    return number >= FEWEST and shared >= SHARE * min(one, other)
