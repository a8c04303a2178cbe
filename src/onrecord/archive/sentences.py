"""The sentence around words of a report, by its stops alone: what is shown for an entry."""

from __future__ import annotations

import re

_NOTE = 300
# A stop ends a sentence when a capital follows, and no title or initials (U.S.) come before.
_TITLES = "".join(
    rf"(?<!\b{title})"
    for title in (
        *("Mr", "Ms", "Mrs", "Dr", "St", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "No", "Jan"),
        *("Feb", "Apr", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
        *("MR", "MS", "MRS", "DR"),  # labels of a transcript
    )
)
_STOP = re.compile(rf"{_TITLES}(?<!\b[A-Z])[.?!]+[\"”’)]*\s+(?=[“‘\"(]?[A-Z0-9])")


def sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around ``text[start:end]``, by its stops; some 600 characters at most."""
    floor, ceiling = max(0, start - _NOTE), min(len(text), end + _NOTE)
    left = max(floor, text.rfind("\n", floor, start) + 1)
    right = text.find("\n", end, ceiling)
    right = ceiling if right < 0 else right
    for stop in _STOP.finditer(text, left, right):
        if stop.end() <= start:
            left = stop.end()
        elif stop.start() >= end - 1:
            right = stop.end()
            break
    return text[left:right].strip()
