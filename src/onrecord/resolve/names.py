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

from onrecord.knowledge.given_names import given_names
from onrecord.resolve import gazetteer
from onrecord.resolve.gazetteer import Match
from onrecord.resolve.known import is_known
from onrecord.resolve.lexicon import (
    HONORIFICS,
    LOCATIVES,
    NOT_ACTORS,
    ORGANISATION_WORDS,
    PARTICLES,
    TITLES,
    word_set,
)
from onrecord.resolve.pieces import find_pieces
from onrecord.resolve.reading import Reading
from onrecord.resolve.titles import find_titles

NameSort: TypeAlias = Literal["person", "organisation", "unsure"]

_JOINTS = frozenset({"of", "for", "and", "the", "on", "&"})


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
    titles = list(find_titles(reading))
    known = gazetteer.find(reading)
    known = _not_places(reading, known)
    pieces = list(find_pieces(reading, titles, known))
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
    own = tuple(sorted([*own, *_in_headings(reading, own, known)], key=lambda name: name.start))
    taken = {i for name in own for i in range(name.start, name.end)}
    return Names(
        known=tuple(m for m in known if taken.isdisjoint(range(m.start, m.end))),
        own=own,
        titles=tuple(titles),
    )


def _in_headings(reading: Reading, own: Sequence[Name], known: Sequence[Match]) -> Iterator[Name]:
    """Persons of the report where a heading names them; a heading coins no names of its own."""
    keys: set[tuple[str, ...]] = set()
    for name in own:
        if name.sort == "person":
            words = tuple(reading.lower[name.start : name.end])
            keys |= {words, words[-1:]}
    closed = {i for match in known for i in range(match.start, match.end)}
    at = 0
    while at < len(reading):
        size = 0
        if reading.heading[at] and reading.words[at][:1].isupper() and at not in closed:
            for length in (5, 4, 3, 2, 1):
                if tuple(reading.lower[at : at + length]) in keys:
                    size = length
                    yield Name(at, at + size, "person")
                    break
        at += size or 1


_PLACES: tuple[gazetteer.Sort, ...] = ("state", "capital", "region")
_DIRECTIONS = word_set(
    "north south east west northern southern eastern western central greater downtown inner old "
    "upper lower mid us u.s. uk eu"
)


def _not_places(reading: Reading, known: Sequence[Match]) -> list[Match]:
    """The matches that stay when those are gone that are part of longer names.

    Michael Jordan is no state; and where a report names Valeska Paris, Paris alone is she, unless
    a preposition of place governs it.
    """
    bodies = {m.end for m in known}
    kept: list[Match] = []
    surnames: set[str] = set()
    for match in known:
        if _inside_person(reading, match, bodies):
            surnames.add(reading.lower[match.start])
        else:
            kept.append(match)
    return [
        match
        for match in kept
        if match.end - match.start > 1
        or reading.lower[match.start] not in surnames
        or match.entry("adjective", "people") is not None
        or _part_played(reading, match.start, match.end) == "spot"
    ]


def _inside_person(reading: Reading, match: Match, ends: Collection[int]) -> bool:
    """Whether a one-word match is part of a longer name the tables do not know."""
    i = match.start
    if match.end - i > 1 or match.entry("organisation", "outlet", "seat", "adjective", "people"):
        return False
    if match.entry(*_PLACES) is None:
        return False
    before = i - 1
    if (
        before >= 0
        and reading.tags[before] == "NNP"
        and reading.words[before][:1].isupper()
        and reading.deps[before] == "compound"
        and reading.heads[before] == i
        and before + 1 not in ends
        and reading.lower[before] not in TITLES | HONORIFICS.keys() | _DIRECTIONS
        and reading.sentence[before] == reading.sentence[i]
    ):
        return True
    after = i + 1
    return (
        reading.labels[i] == "PERSON"
        and after < len(reading)
        and reading.labels[after] == "PERSON"
        and reading.words[after][:1].isupper()
        and reading.tags[after] == "NNP"
        and reading.lower[after] not in TITLES
    )


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
    first = _cut(reading, first)
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


def _cut(
    reading: Reading, sorts: dict[tuple[int, int], NameSort]
) -> dict[tuple[int, int], NameSort]:
    """Cut a run of four and more words back to the person it begins with elsewhere.

    In a heading whose every word is a capital, "Jane Doe Hammers Bank" is one run.
    """
    short = {
        tuple(reading.lower[start:end])
        for (start, end), sort in sorts.items()
        if sort == "person" and end - start in (2, 3)
    }
    found: dict[tuple[int, int], NameSort] = {}
    for (start, end), sort in sorts.items():
        stop = end
        if end - start > 3 and sort != "unsure":
            for size in (3, 2):
                if tuple(reading.lower[start : start + size]) in short:
                    stop = start + size
                    break
        found[start, stop] = "person" if stop < end else sort
    return found


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
    single = end - start == 1
    if any(word in NOT_ACTORS for word in words):
        return "unsure"
    if any(w in ORGANISATION_WORDS for w in words) and not votes["titled"]:
        # A lone Office or Fund is what is left of a name cut up.
        return "unsure" if single else "organisation"
    if votes["titled"]:
        return "person"
    person = votes["PERSON"]
    other = max(votes[label] for label in ("ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT"))
    if single and reading.words[start].isupper() and len(words[0]) > 1:
        return "organisation" if votes["ORG"] else "unsure"
    if single and (votes["spot"] > votes["agent"] or not votes["agent"]):
        return "unsure"
    if not single and other == votes["ORG"] and _bears_given_name(reading, start, end):
        return "person"
    if "NNPS" in reading.tags[start:end] and words[0] not in given_names():
        person = 0
    if person and person >= other and not any(w[:1].isdigit() or "@" in w for w in words):
        return "person"
    if votes["ORG"] and votes["ORG"] >= other:
        # One word the parser called an organisation once is more often a word than a body.
        return "unsure" if single and votes["ORG"] < 2 else "organisation"
    return "unsure"


def _bears_given_name(reading: Reading, start: int, end: int) -> bool:
    """Whether two or three words are a person's by the tables, or by their first."""
    words = reading.words[start:end]
    if len(words) > 3 or "NNPS" in reading.tags[start:end] or not words[-1][:1].isupper():
        return False
    return words[0].lower() in given_names() or is_known(reading.printed(start, end))


def _widened(
    reading: Reading, sorts: dict[tuple[int, int], NameSort], bodies: Collection[int]
) -> dict[tuple[int, int], NameSort]:
    """Give organisations the reach their names have: Department *of Health*."""
    spans = [(s, e) for s, e, label in reading.entities if label == "ORG" and e - s > 2]
    spans = [(s, e) for s, e in spans if not any(i in bodies for i in range(s, e))]
    span_at = {i: span for span in spans for i in range(*span)}
    wide: dict[tuple[int, int], NameSort] = {}
    last = 0
    for (start, end), sort in sorts.items():
        reach = (start, end)
        if sort != "person":
            a, b = span_at.get(start, (0, 0))
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
