"""Stretches of a report that name somebody or something.

The small parser's labels are wrong often enough on foreign names and headings that no single
label is believed: a stretch is cut by its capitals, by the titles before it and by the names the
tables know, and then labelled (`labelling`) by all the evidence of the whole report together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from onrecord.knowledge.common_words import common_words
from onrecord.language.layers import kept
from onrecord.resolve import gazetteer
from onrecord.resolve.completions import completions
from onrecord.resolve.gazetteer import Match
from onrecord.resolve.labelling import label, part_played
from onrecord.resolve.lexicon import (
    HONORIFICS,
    NOT_ACTORS,
    ORGANISATION_WORDS,
    TITLE_MODIFIERS,
    TITLES,
    word_set,
)
from onrecord.resolve.pieces import find_pieces
from onrecord.resolve.reading import Reading, read
from onrecord.resolve.titles import find_titles
from onrecord.resolve.widening import NameSort


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `[start, end)` that print a name the tables do not know."""

    start: int
    end: int
    sort: NameSort


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a reading: those of the tables, those that are not, and the titles.

    ``completed`` are the ends of what completes titles (`completions`), by the titles' own ends.
    """

    known: tuple[Match, ...]
    own: tuple[Name, ...]
    titles: tuple[tuple[int, int], ...]
    completed: Mapping[int, int] = field(default_factory=dict)


def names_of(doc: Doc) -> Names:
    """Return every name in ``doc``, the same for each component that asks."""
    return kept(doc, Names, lambda: find(read(doc)))


def find(reading: Reading) -> Names:
    """Return every name in ``reading``, each list in text order."""
    # A transcript's labels are read by themselves (`speaking`): their capitals tell nothing.
    labels = {i for start, end in reading.speakers for i in range(start, end)}
    titles = [title for title in find_titles(reading) if title[0] not in labels]
    known = [match for match in gazetteer.find(reading) if match.start not in labels]
    known = [match for match in _not_places(reading, known) if not _begins_body(reading, match)]
    completed = completions(reading, titles, known)
    within = {i for stop, end in completed.items() for i in range(stop, end)}
    titles = [title for title in titles if title[0] not in within]
    known = [m for m in known if m.start not in within or not _is_matter(m)]
    closed = [*titles, *completed.items(), *reading.speakers]
    pieces = list(find_pieces(reading, closed, known))
    known_at = {match.start: match for match in known}
    bodies = {
        i
        for match in known
        if match.entry("organisation", "outlet", "seat")
        for i in range(match.start, match.end)
    }
    labelled = label(reading, pieces, titles, bodies, completed)
    own = tuple(
        Name(start, end, sort) for (start, end), sort in labelled.items() if start not in known_at
    )
    own = tuple(sorted([*own, *_in_headings(reading, own, known)], key=lambda name: name.start))
    taken = {i for name in own for i in range(name.start, name.end)}
    return Names(
        known=tuple(m for m in known if taken.isdisjoint(range(m.start, m.end))),
        own=own,
        titles=tuple(titles),
        completed=completed,
    )


def _is_matter(match: Match) -> bool:
    """Whether a name is of what an office is for, and of nobody: Minister for Foreign Affairs."""
    return match.entry("outlet") is not None


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
            for length in range(min(5, len(reading) - at), 0, -1):
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
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday today yesterday")
_BEFORE_PLACES = TITLES | HONORIFICS.keys() | _DIRECTIONS | _DAYS | NOT_ACTORS


def _not_places(reading: Reading, known: Sequence[Match]) -> list[Match]:
    """The matches that stay when those are gone that are part of longer names.

    Michael Jordan is no state; and where a report names Valeska Paris, Paris alone is she, unless
    a preposition of place governs it.
    """
    bodies = {m.end for m in known}
    kept: list[Match] = []
    surnames: set[str] = set()
    for match in known:
        if _is_family_name(reading, match, bodies):
            surnames.add(reading.lower[match.start])
        elif not _is_given_name(reading, match):
            kept.append(match)
    return [
        match
        for match in kept
        if match.end - match.start > 1
        or reading.lower[match.start] not in surnames
        or match.entry("adjective", "people") is not None
        or part_played(reading, match.start, match.end) == "spot"
    ]


def _begins_body(reading: Reading, match: Match) -> bool:
    """Whether an outlet's name that is a common word begins that of a body: National Guard."""
    i = match.start
    if match.end - i > 1 or match.entry("outlet") is None or len(match.entries) > 1:
        return False
    head = reading.heads[i]
    compound = reading.deps[i] in ("compound", "amod") and head > i
    return compound and reading.lower[head] in ORGANISATION_WORDS and _small(reading, i)


def _small(reading: Reading, i: int) -> bool:
    """Whether a word is one of the language, which other names have as well."""
    return reading.lower[i] in common_words() or reading.lower[i] in TITLE_MODIFIERS


def _is_place(match: Match) -> bool:
    """Whether one word is a place's name, and nothing else that it might be."""
    if match.end - match.start > 1:
        return False
    if match.entry("organisation", "outlet", "seat", "adjective", "people"):
        return False
    return match.entry(*_PLACES) is not None


def _is_family_name(reading: Reading, match: Match, ends: Collection[int]) -> bool:
    """Whether a place's name ends a longer one the tables do not know: Michael Jordan."""
    i, before = match.start, match.start - 1
    return (
        _is_place(match)
        and before >= 0
        and reading.tags[before] == "NNP"
        and reading.words[before][:1].isupper()
        and reading.deps[before] == "compound"
        and reading.heads[before] == i
        and before + 1 not in ends
        and reading.lower[before] not in _BEFORE_PLACES
        and reading.lower[before] not in common_words()
        and reading.sentence[before] == reading.sentence[i]
    )


def _is_given_name(reading: Reading, match: Match) -> bool:
    """Whether a place's name begins a person's, who is not called so alone: Israel Katz."""
    i, after = match.start, match.start + 1
    return (
        _is_place(match)
        and reading.labels[i] == "PERSON"
        and after < len(reading)
        and reading.labels[after] == "PERSON"
        and reading.words[after][:1].isupper()
        and reading.tags[after] == "NNP"
        and reading.lower[after] not in TITLES
    )
