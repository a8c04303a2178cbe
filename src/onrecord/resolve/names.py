"""Stretches of a report that name somebody or something.

The small parser's labels are wrong often enough on foreign names and headings that no single
label is believed: a stretch is cut by its capitals, by the titles before it and by the names the
tables know, and then labelled by all the evidence of the whole report together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.resolve import gazetteer
from onrecord.resolve.gazetteer import Match
from onrecord.resolve.lexicon import (
    HONORIFICS,
    LOCATIVES,
    ORGANISATION_WORDS,
    PARTICLES,
    SUFFIXES,
    TITLE_MODIFIERS,
    TITLE_PHRASES,
    TITLES,
)
from onrecord.resolve.reading import Reading

NameSort: TypeAlias = Literal["person", "organisation", "unsure"]

_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART"})
_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_JOINTS = frozenset({"of", "for", "and", "the", "on", "in", "&", "to"})
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `[start, end)` that print a name the tables do not know."""

    start: int
    end: int
    sort: NameSort


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a reading: those of the tables, those that are not, and the titles."""

    known: tuple[Match, ...]
    own: tuple[Name, ...]
    titles: tuple[tuple[int, int], ...]


def find(reading: Reading) -> Names:
    """Return every name in ``reading``, each list in text order."""
    titles = list(_titles(reading))
    known = gazetteer.find(reading)
    known = [match for match in known if not _inside_person(reading, match)]
    pieces = list(_pieces(reading, titles, known))
    known_at = {match.start: match for match in known}
    bodies = {
        i
        for match in known
        if match.entry("organisation", "outlet", "seat")
        for i in range(match.start, match.end)
    }
    labelled = _label(reading, pieces, titles, bodies)
    own = tuple(
        Name(start, end, sort) for (start, end), sort in labelled.items() if start not in known_at
    )
    taken = [(name.start, name.end) for name in own]
    return Names(
        known=tuple(m for m in known if not _overlaps(m.start, m.end, taken)),
        own=own,
        titles=tuple(titles),
    )


def _overlaps(start: int, end: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in ranges)


_PHRASES: dict[str, list[tuple[str, ...]]] = {}
for _phrase in sorted(TITLE_PHRASES, key=len, reverse=True):
    _PHRASES.setdefault(_phrase.split()[0], []).append(tuple(_phrase.split()))


def _titles(reading: Reading) -> Iterator[tuple[int, int]]:
    """Token ranges of titles of office, longest phrase first."""
    at, lower = 0, reading.lower
    while at < len(reading):
        word = lower[at]
        for phrase in _PHRASES.get(word, ()):
            if tuple(lower[at : at + len(phrase)]) == phrase:
                yield at, at + len(phrase)
                at += len(phrase)
                break
        else:
            if (word in TITLES or word in HONORIFICS) and not _part_of_name(reading, at):
                yield at, at + 1
            at += 1


def _part_of_name(reading: Reading, at: int) -> bool:
    """Whether a title's word is somebody's name, as in Stephen King."""
    if reading.words[at][0].islower():
        return reading.tags[at][:2] not in ("NN", "JJ")
    before = at - 1
    return (
        before >= 0
        and reading.labels[at] == "PERSON"
        and reading.labels[before] == "PERSON"
        and reading.words[before][:1].isupper()
        and reading.lower[before] not in TITLES
        and reading.lower[before] not in TITLE_MODIFIERS
        and reading.lower[before] not in HONORIFICS
        and (at + 1 >= len(reading) or reading.labels[at + 1] != "PERSON")
    )


def _inside_person(reading: Reading, match: Match) -> bool:
    """Whether a one-word match is part of a person's name, as in Michael Jordan."""
    if match.end - match.start > 1 or match.entry("organisation", "outlet", "seat"):
        return False
    i = match.start
    if reading.labels[i] != "PERSON" or match.entry("adjective", "people"):
        return False
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(reading)]
    return any(
        reading.labels[j] == "PERSON"
        and reading.words[j][:1].isupper()
        and reading.lower[j] not in TITLES
        and reading.tags[j] == "NNP"
        for j in beside
    )


def _pieces(
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
        return end + 2 if reading.joined(end + 1) and after[:1].isalpha() else None
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


def _trimmed(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Drop what cannot begin or end a name; a bracketed given name is part of it."""
    while end > start and not reading.words[end - 1][:1].isalnum():
        end -= 1
    if end <= start or end - start > _LONGEST_NAME + 6:
        return
    if start >= 1 and reading.lower[start - 1] == "[" and "]" in reading.lower[start:end]:
        start -= 1
    yield start, end


def key_of(reading: Reading, start: int, end: int) -> str:
    """The name in lower case with single spaces, for counting."""
    return " ".join(reading.lower[start:end])


def _label(
    reading: Reading,
    pieces: Sequence[tuple[int, int]],
    titles: Sequence[tuple[int, int]],
    bodies: Collection[int],
) -> dict[tuple[int, int], NameSort]:
    """Say of each piece what it names, by all that the report shows of it."""
    title_ends = {end: start for start, end in titles}
    votes: dict[str, Counter[str]] = {}
    for start, end in pieces:
        count = votes.setdefault(key_of(reading, start, end), Counter())
        for label in set(reading.labels[start:end]):
            count[label] += 1
        if _titled(reading, start, title_ends):
            count["titled"] += 1
        count[_part_played(reading, start, end)] += 1
    first = {piece: _sort(reading, piece, votes[key_of(reading, *piece)]) for piece in pieces}
    full = {
        word
        for (start, end), sort in first.items()
        if sort == "person" and end - start > 1
        for word in reading.lower[start:end]
        if word not in PARTICLES and len(word) > 1
    }
    families = {key for key, count in votes.items() if count["PERSON"] or key in full}
    return {
        piece: "person" if _short_for(reading, piece, full) else sort
        for piece, sort in _widened(reading, first, bodies).items()
        if not _two_in_one(reading, piece, families)
    }


def _two_in_one(reading: Reading, piece: tuple[int, int], names: set[str]) -> bool:
    """Whether a hyphen joins two persons, as in the Kim-Moon summit."""
    start, end = piece
    lower = reading.lower
    return (
        end - start == 3 and lower[start + 1] == "-" and {lower[start], lower[start + 2]} <= names
    )


def _short_for(reading: Reading, piece: tuple[int, int], full: set[str]) -> bool:
    start, end = piece
    if any(word == "-" for word in reading.lower[start:end]):
        return False
    words = [w for w in reading.lower[start:end] if w not in PARTICLES and w[:1].isalpha()]
    return bool(words) and len(words) <= 2 and all(w in full for w in words)


def _titled(reading: Reading, start: int, title_ends: dict[int, int]) -> bool:
    title = title_ends.get(start)
    return title is not None and (
        reading.words[title][0].isupper() or reading.tags[start - 1] in ("NN", "NNP")
    )


def _part_played(reading: Reading, start: int, end: int) -> str:
    """What the sentence makes of a name: an agent, a spot, or neither."""
    head = reading.head_of(start, end)
    dep, parent = reading.deps[head], reading.heads[head]
    if dep in ("nsubj", "poss", "agent"):
        return "agent"
    if dep == "pobj" and reading.lower[parent] in LOCATIVES:
        return "spot"
    if dep == "pobj" and reading.lower[parent] == "of" and reading.lower[reading.heads[parent]] in (
        "village", "town", "city", "province", "region", "port", "district", "island", "suburb",
    ):  # fmt: skip
        return "spot"
    return "neither"


def _sort(reading: Reading, piece: tuple[int, int], votes: Counter[str]) -> NameSort:
    start, end = piece
    words = reading.lower[start:end]
    if any(w in ORGANISATION_WORDS for w in words) and not votes["titled"]:
        return "organisation"
    if votes["titled"]:
        return "person"
    person = votes["PERSON"]
    other = max(votes[label] for label in ("ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT"))
    acronym = end - start == 1 and reading.words[start].isupper() and len(words[0]) > 1
    if acronym:
        return "organisation" if votes["ORG"] else "unsure"
    if votes["spot"] > votes["agent"] and len(words) == 1:
        return "unsure"
    if person and person >= other and not any(w[:1].isdigit() or "@" in w for w in words):
        return "person"
    if votes["ORG"] and votes["ORG"] >= other:
        return "organisation"
    return "unsure"


def _widened(
    reading: Reading, sorts: dict[tuple[int, int], NameSort], bodies: Collection[int]
) -> dict[tuple[int, int], NameSort]:
    """Give organisations the reach their names have: Department *of Health*."""
    spans = [(s, e) for s, e, label in reading.entities if label == "ORG" and e - s > 2]
    spans = [(s, e) for s, e in spans if not any(i in bodies for i in range(s, e))]
    wide: dict[tuple[int, int], NameSort] = {}
    last = 0
    for (start, end), sort in sorts.items():
        reach = (start, end)
        if sort != "person":
            for a, b in spans:
                if a <= start and end <= b:
                    reach = _organisation_span(reading, a, b)
        if reach[0] < last:
            continue
        wide[reach] = sort
        last = reach[1]
    return wide


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
