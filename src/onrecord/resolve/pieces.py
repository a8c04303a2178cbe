"""Runs of capitalised words: what may be names, cut where one ends and another begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.knowledge.common_words import common_words
from onrecord.resolve.gazetteer import Match
from onrecord.resolve.lexicon import CALLED, PARTICLES, SUFFIXES, word_set
from onrecord.resolve.reading import Reading

_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART"})
_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_COMPOUNDS = word_set("led era run like born held held ally linked aide free only wide type")
_SYLLABLE = 4  # letters
_LONGEST = 12  # tokens; longer runs are menus or headings


def find_pieces(
    reading: Reading, titles: Sequence[tuple[int, int]], known: Sequence[Match]
) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, cut at titles and at known names."""
    closed: set[int] = set()
    for start, end in titles:
        closed.update(range(start, end))
    for match in known:
        closed.update(range(match.start, match.end))
    at, n = 0, len(reading)
    while at < n:
        if at in closed or not _capital(reading, at):
            at += 1
            continue
        end = at + 1
        while (step := _extends(reading, end, closed)) is not None:
            end = step
        yield from _trimmed(reading, at, end)
        at = end


def _capital(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    if word == "Images" or (word == "Getty" and reading.words[i + 1 : i + 2] == ["Images"]):
        return False  # the agency's name runs into the next one in captions
    if not word[:1].isupper() or reading.heading[i] or reading.labels[i] in _NEVER:
        return False
    return reading.tags[i] in ("NNP", "NNPS") or (
        reading.labels[i] in _NAME_LABELS and reading.tags[i] not in ("DT", "IN", "PRP", "CC")
    )


def _extends(reading: Reading, end: int, closed: set[int]) -> int | None:
    """The new end where token ``end`` goes on with a name, else ``None``."""
    n = len(reading)
    if end >= n or end in closed or reading.sentence[end] != reading.sentence[end - 1]:
        return None
    if _capital(reading, end):
        return end + 1
    lower = reading.lower
    if lower[end] == "-" and reading.joined(end) and end + 1 < n and end + 1 not in closed:
        after = reading.words[end + 1]
        if not reading.joined(end + 1) or not after[:1].isalpha():
            return None
        if after[0].islower() and not _given(lower[end - 1], after):
            return None
        return end + 2
    if lower[end] in SUFFIXES:
        return end + 1
    if lower[end] == "]" and end >= 2 and lower[end - 2] == "[" and end + 1 < n:
        return end + 2 if end + 1 not in closed and _capital(reading, end + 1) else None
    if lower[end] == "," and end + 1 < n and lower[end + 1] in ("jr", "jr.", "sr", "sr."):
        return end + 2
    stop = end
    while stop < n and stop - end < 3 and lower[stop] in PARTICLES and stop not in closed:
        stop += 1
    if stop > end:
        if stop + 1 < n and lower[stop] == "-" and reading.joined(stop):
            stop += 1
        if stop < n and stop not in closed and reading.words[stop][:1].isupper():
            return stop + 1
    return None


def _given(before: str, after: str) -> bool:
    """Whether a hyphen joins a name's small syllable: Jae-myung is a name, Clinton-led none."""
    if after in _COMPOUNDS or after in common_words():
        return False
    return len(after) <= _SYLLABLE or len(before) <= _SYLLABLE


def _trimmed(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Drop what cannot begin or end a name; a bracketed given name is part of it."""
    while end > start and not reading.words[end - 1][:1].isalnum():
        end -= 1
    if end <= start or end - start > _LONGEST:
        return
    if end - start > 2 and reading.lower[start] in CALLED:
        start += 1
    if start >= 1 and reading.lower[start - 1] == "[" and "]" in reading.lower[start:end]:
        start -= 1
    yield start, end
