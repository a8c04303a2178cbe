"""Words a run of capitals holds that are no part of the person's name it prints.

Headings, captions, links and posts run into names: Team Novak, Pastor Ann Lee, Jane Doe Replay.
What is no name is known by the language (words that news prints in small letters); where to cut,
by the names the report prints elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from onrecord import knowledge
from onrecord.knowledge.common_words import common_words
from onrecord.knowledge.given_names import given_names
from onrecord.resolve.known import is_family, is_known
from onrecord.resolve.lexicon import (
    CALLED,
    FAMILY_NAME_FIRST,
    PARTICLES,
    PERSON_NOUNS,
    SUFFIXES,
    TIME_MODIFIERS,
    TITLE_MODIFIERS,
    word_set,
)
from onrecord.resolve.reading import Reading

Piece = tuple[int, int]

_DESCRIBING = (
    PERSON_NOUNS | CALLED | TITLE_MODIFIERS | TIME_MODIFIERS.keys()
) - given_names().keys()
_PLACES_LAST = word_set(
    """county avenue boulevard highway creek valley airport district township borough lane plaza
    islands pharma trophy award prize medal bowl cup stadium arena doctrine"""
)
_PLACES_FIRST = word_set("fort mount lake port cape")


def trim(
    reading: Reading, piece: Piece, *, full: Mapping[tuple[str, ...], int], short: Collection[str]
) -> Piece | None:
    """The part of ``piece`` that names a person, ``None`` where none of it does.

    ``full`` counts the report's names of several words, in lower case, ``short`` are those words
    that name persons alone.
    """
    start, end = piece
    if is_known(reading.printed(start, end)):
        return piece
    lower = reading.lower
    for size in range(end - start - 1, 1, -1):
        # A known name with something after it: links and captions run into each other.
        if is_known(reading.printed(start, start + size)) and lower[start + size] not in SUFFIXES:
            return start, start + size
    while end - start > 1 and _leads(reading, start, end, full, short):
        start += 1
        while end - start > 1 and not reading.words[start][:1].isupper():
            start += 1
    while end - start > 1 and _trails(reading, start, end, full, short):
        end -= 1
    words = lower[start:end]
    if words[-1] in _PLACES_LAST or (len(words) > 1 and words[0] in _PLACES_FIRST):
        return None
    if len(words) == 1 and words[0] in SUFFIXES:
        return None
    named = [w for w in words if w not in common_words() and w not in PARTICLES and w.isalpha()]
    if not named and not (len(words) == 1 and words[0] in short):
        return None if all(w.isalpha() or w == "-" for w in words) else (start, end)
    return start, end


def _leads(
    reading: Reading,
    start: int,
    end: int,
    full: Mapping[tuple[str, ...], int],
    short: Collection[str],
) -> bool:
    """Whether the first word is none of the name's."""
    word, lower = reading.words[start], reading.lower
    rest = tuple(lower[start + 1 : end])
    if lower[start] in FAMILY_NAME_FIRST or lower[start] in PARTICLES:
        return False
    shouted = (
        word.isupper() and word.isalpha() and len(word) > 3 and not reading.words[end - 1].isupper()
    )
    described = lower[start] in _DESCRIBING
    foreign = described or shouted or lower[start] in common_words() or _outlet(word)
    if not foreign:
        return _two_names(rest, full)
    if len(rest) > 1:
        return rest in full or rest[0] in given_names() or described
    # One word is left: somebody whom the report names so, or in full, elsewhere.
    return rest[0] in short or any(
        name[-1] == rest[0] for name in full if name != tuple(lower[start:end])
    )


def _two_names(rest: tuple[str, ...], full: Mapping[tuple[str, ...], int]) -> bool:
    """Whether the rest is a full name by itself: Philadelphia Jane Doe."""
    return len(rest) > 1 and rest[0] in given_names() and full.get(rest, 0) > 1


def _trails(
    reading: Reading,
    start: int,
    end: int,
    full: Mapping[tuple[str, ...], int],
    short: Collection[str],
) -> bool:
    """Whether the last word is none of the name's: the rest stands elsewhere as a name."""
    last = reading.lower[end - 1]
    rest = tuple(reading.lower[start : end - 1])
    if last not in common_words() or last in SUFFIXES:
        return False
    return rest in full or (len(rest) == 1 and rest[0] in short)


def _outlet(word: str) -> bool:
    return any(reading.table == "outlet" for reading in knowledge.readings(word))


def two_families(lower: list[str], start: int, end: int, names: Collection[str]) -> bool:
    """Whether a hyphen joins two persons' family names, as in the Kim-Moon summit."""
    if end - start != 3 or lower[start + 1] != "-" or lower[start] in given_names():
        return False
    return all(lower[i] in names or is_family(lower[i]) for i in (start, start + 2))
