"""Numbers of things, and where two reports count the same things differently."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_WORDS: Final = {word: number for number, word in enumerate(_NAMES)}
_COUNT = re.compile(
    rf"\b(\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(_WORDS)})(?=[\s\W]|$)"
    r"(?:\s+(?:more|other|\w+(?:an|ese|ish|ian|al|ive|ed)\b))?(?:\s+([a-z]{3,}s|people|men|women))?",
    re.IGNORECASE,
)
# Words that measure rather than count: different ones need not contradict.
_MEASURES: Final = frozenset(
    {"days", "weeks", "months", "years", "hours", "minutes", "times", "others", "percent"}
    | {"miles", "points", "sides", "ways"}
)
# "More than 50" and "at least 48" can both be true.
_LOOSE = re.compile(
    r"\b(more|over|least|about|around|nearly|almost|some|than|to|up|most)\s+$", re.I
)


def numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of a text, in figures or in words up to twenty."""
    return tuple(_value(match.group(1)) for match in _COUNT.finditer(text))


def conflict(one: str, other: str) -> tuple[str, str] | None:
    """Return the words in which two texts give different numbers of the same things."""
    mine, theirs = _counts(one), _counts(other)
    for thing in mine.keys() & theirs.keys():
        if _value(mine[thing].split()[0]) != _value(theirs[thing].split()[0]):
            return mine[thing], theirs[thing]
    return None


def _counts(text: str) -> dict[str, str]:
    """Return of each thing that is counted just once, and exactly, the words that count it."""
    found: dict[str, list[str]] = {}
    for match in _COUNT.finditer(text):
        thing = (match.group(2) or "").lower()
        if thing and thing not in _MEASURES and not _LOOSE.search(text[: match.start()]):
            found.setdefault(thing, []).append(" ".join(match.group().split()))
    return {thing: words[0] for thing, words in found.items() if len(set(words)) == 1}


def _value(word: str) -> int:
    return _WORDS.get(word.lower(), -1) if word[0].isalpha() else int(word.replace(",", ""))
