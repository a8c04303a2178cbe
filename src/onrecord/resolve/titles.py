"""Titles of office printed in a report: prime minister, secretary of state, Sen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord import knowledge
from onrecord.knowledge.common_words import common_words
from onrecord.resolve.lexicon import (
    HONORIFICS,
    ORGANISATION_WORDS,
    SUFFIXES,
    SUFFIXES_OF_TITLES,
    TITLE_MODIFIERS,
    TITLE_PHRASES,
    TITLES,
)
from onrecord.resolve.reading import Reading

_ADJECTIVES = frozenset({"general", "major", "chief"})
_SERVING = frozenset({"assistant", "counselor", "counsellor"})


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Titles of several words by their first, the longest first."""
    forms = set(TITLE_PHRASES)
    for title in knowledge.office_titles():
        forms.update(f.lower().replace("-", " - ") for f in title.forms if " " in f or "-" in f)
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(forms, key=lambda f: (-len(f.split()), f)):
        words = form.split()
        found.setdefault(words[0], []).append(tuple(words))
    return {first: tuple(some) for first, some in found.items()}


def find_titles(reading: Reading) -> Iterator[tuple[int, int]]:
    """Token ranges of titles of office, longest phrase first."""
    at, lower, table = 0, reading.lower, _phrases()
    while at < len(reading):
        word = lower[at]
        for phrase in table.get(word, ()):
            if tuple(lower[at : at + len(phrase)]) == phrase:
                end = _with_elect(reading, at + len(phrase))
                yield at, end
                at = end
                break
        else:
            if _is_title(reading, at) and not _part_of_name(reading, at):
                end = _with_elect(reading, at + 1)
                yield at, end
                at = end - 1
            at += 1


def _is_title(reading: Reading, at: int) -> bool:
    """Whether a word is a title, or one by whose office it is: Counselor to the President."""
    word = reading.lower[at]
    if word in TITLES or word in HONORIFICS or _of_several(reading, at):
        return True
    served = word in _SERVING and reading.words[at][0].isupper()
    return served and reading.lower[at + 1 : at + 3] == ["to", "the"]


def _of_several(reading: Reading, at: int) -> bool:
    """Whether a word is a title in the plural right before a name: Senators A and B."""
    if at + 1 >= len(reading) or not is_plural(reading.lower[at]):
        return False
    capitals = reading.words[at][0].isupper() and reading.words[at + 1][0].isupper()
    after = reading.lower[at + 1]
    named = after not in ORGANISATION_WORDS and after not in common_words()
    return capitals and named and reading.tags[at + 1] == "NNP"


def _begins_body(reading: Reading, at: int) -> bool:
    """Whether an adjective that is a rank too begins a body's name: the General Assembly."""
    end = at + 1
    while end < len(reading) and reading.words[end][:1].isupper():
        if reading.lower[end] not in ORGANISATION_WORDS:
            return False
        end += 1
    return reading.lower[at] in _ADJECTIVES and end > at + 1


def is_plural(word: str) -> bool:
    """Whether a word in small letters is a title in the plural: senators."""
    return word.endswith("s") and word[:-1] in TITLES and word not in TITLES


def _with_elect(reading: Reading, end: int) -> int:
    """The end of a title with the suffix that says it is still to be taken up, if it has one."""
    if reading.lower[end : end + 4] == ["-", "in", "-", "waiting"]:
        return end + 4
    for size in (2, 1):
        suffix = reading.lower[end : end + size]
        if suffix and suffix[-1] in SUFFIXES_OF_TITLES and (size == 1 or suffix[0] == "-"):
            return end + size
    return end


def _part_of_name(reading: Reading, at: int) -> bool:
    """Whether a title's word is part of a name, or of a place's: Stephen King, Laurent Saint-Cyr,
    General Services Administration.
    """
    if reading.words[at][0].islower():
        return reading.tags[at][:2] not in ("NN", "JJ")
    if _hyphened(reading, at) or _begins_body(reading, at):
        return True
    before = at - 1
    return (
        before >= 0
        and reading.labels[at] == "PERSON"
        and reading.labels[before] == "PERSON"
        and reading.words[before][:1].isupper()
        and reading.lower[before] not in TITLES
        and reading.lower[before] not in TITLE_MODIFIERS
        and reading.lower[before] not in HONORIFICS
        and (
            at + 1 >= len(reading)
            or reading.labels[at + 1] != "PERSON"
            or reading.lower[at + 1] in SUFFIXES
        )
    )


def _hyphened(reading: Reading, at: int) -> bool:
    """Whether a hyphen joins a word to one in capitals that is no title: Saint-Cyr."""
    for hyphen, beside in ((at + 1, at + 2), (at - 1, at - 2)):
        if not 0 <= beside < len(reading) or reading.words[hyphen] != "-":
            continue
        joined = reading.joined(max(hyphen, at)) and reading.joined(max(hyphen, beside))
        word = reading.lower[beside]
        if joined and reading.words[beside][:1].isalpha() and word not in TITLES | TITLE_MODIFIERS:
            return word not in SUFFIXES_OF_TITLES and word not in HONORIFICS
    return False
