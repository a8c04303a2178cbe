"""Where a report prints names of places: of which ones, and whether as a place, others decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.knowledge import KnownPlace, place_key, places_named
from onrecord.resolve.reading import Reading

_LONGEST = 6  # tokens of a place's name


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens `[start, end)` that print the name of each of ``meant``."""

    start: int
    end: int
    meant: tuple[KnownPlace, ...]


def find(reading: Reading) -> Iterator[Named]:
    """Yield the longest names of places in text order, none overlapping another."""
    table, firsts = places_named(), _firsts()
    at = 0
    while at < len(reading):
        if reading.words[at][:1].isupper() and place_key(reading.words[at]) in firsts:
            for end in range(min(at + _LONGEST, len(reading)), at, -1):
                meant = table.get(place_key(reading.printed(at, end)))
                # "us" is no state, and neither is what begins with a dot or ends in a comma.
                if meant and reading.words[end - 1][:1].isalnum() and _capital(reading, at, end):
                    yield Named(at, end, meant)
                    at = end - 1
                    break
        at += 1


@cache
def _firsts() -> frozenset[str]:
    """The first words of all names."""
    return frozenset(key.split(" ", 1)[0] for key in places_named())


def _capital(reading: Reading, start: int, end: int) -> bool:
    word = reading.words[start]
    if end - start == 1 and len(word) <= 3:
        return word.isupper() and reading.tags[start] != "PRP"
    return True
