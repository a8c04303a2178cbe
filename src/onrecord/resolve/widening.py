"""How far the name of a body reaches: Department *of Health*, Office *of Arts and Letters*."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, TypeAlias

from onrecord.resolve.lexicon import ORGANISATION_WORDS
from onrecord.resolve.reading import Reading

NameSort: TypeAlias = Literal["person", "organisation", "unsure"]

_JOINTS = frozenset({"of", "for", "and", "the", "on", "&"})


def widened(
    reading: Reading,
    sorts: Mapping[tuple[int, int], NameSort],
    bodies: Collection[int],
    titles: Collection[int],
) -> dict[tuple[int, int], NameSort]:
    """Give organisations the reach their names have: Department *of Health*.

    ``sorts`` say what the pieces of a reading name, in text order; ``bodies`` are the tokens of
    bodies the tables know, ``titles`` the first tokens of titles.
    """
    spans = [(s, e) for s, e, label in reading.entities if label == "ORG" and e - s > 2]
    spans = [(s, e) for s, e in spans if not any(i in bodies for i in range(s, e))]
    span_at = {i: span for span in spans for i in range(*span)}
    wide: dict[tuple[int, int], NameSort] = {}
    last = 0
    for (start, end), first in sorts.items():
        reach, sort = (start, end), first
        if sort != "person":
            a, b = span_at.get(start, (0, 0))
            if a <= start and end <= b:
                reach = _organisation_span(reading, a, b)
                if reach[1] - reach[0] > end - start and reading.lower[start] in ORGANISATION_WORDS:
                    sort = "organisation"  # the Church alone names none, the Church of Tamm does
            if (stop := _of_what(reading, *reach, titles)) is not None:
                reach, sort = (reach[0], stop), "organisation"
        if reach[0] < last:
            continue
        wide[reach] = sort
        last = reach[1]
    return wide


def _of_what(reading: Reading, start: int, end: int, titles: Collection[int]) -> int | None:
    """Where the name of a body goes on after its noun: Ministry of Silly Walks, Church of Tamm.

    Over "and" only as far as a title that begins with it: Office of Arts and Letters Director.
    """
    lower = reading.lower
    if lower[end - 1] not in ORGANISATION_WORDS or lower[end : end + 1] not in (["of"], ["for"]):
        return None
    at = end + 1 + (lower[end + 1 : end + 2] == ["the"])
    first = at
    at = _capitals(reading, at, titles)
    if at > first and lower[at : at + 1] == ["and"]:
        further = _capitals(reading, at + 1, titles)
        at = further if at + 1 < further in titles else at
    return at if at > first and reading.sentence[first] == reading.sentence[start] else None


def _capitals(reading: Reading, at: int, titles: Collection[int]) -> int:
    """Where a run of proper nouns from ``at`` ends, at a title at the latest."""
    while at < len(reading) and at not in titles and reading.words[at][:1].isupper():
        if reading.tags[at] not in ("NNP", "NNPS"):
            break
        at += 1
    return at


def _organisation_span(reading: Reading, start: int, end: int) -> tuple[int, int]:
    while start < end and (
        reading.lower[start] in ("the", "a", "an") or not reading.words[start][:1].isalnum()
    ):
        start += 1
    stop = start
    while stop < end and (
        reading.words[stop][:1].isupper()
        or reading.lower[stop] in _JOINTS
        or reading.lower[stop] == "-"
    ):
        stop += 1
    while stop > start and not reading.words[stop - 1][:1].isupper():
        stop -= 1
    return (start, stop) if stop > start else (start, max(end, start + 1))
