"""Bodies called by the last word of their name: the Post, the Fund, the Church."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.gazetteer import Entry, Match
from onrecord.resolve.lexicon import ORGANISATION_WORDS
from onrecord.resolve.reading import Reading


def full_outlets(known: Sequence[Match]) -> dict[str, Entry]:
    """The outlets a report names in several words, by the last one in lower case.

    Where The New York Times is named, "the Times" is not the London paper.
    """
    found: dict[str, Entry] = {}
    for match in known:
        entry = match.entry("outlet")
        if entry is not None and match.end - match.start > 1:
            found.setdefault(entry.name.lower().split()[-1], entry)
    return found


def shortened(cast: Cast) -> Iterator[tuple[Draft, int]]:
    """Tokens that print the noun of exactly one body of the report, with its capital."""
    reading = cast.reading
    bodies: dict[str, set[int]] = {}
    drafts: dict[int, Draft] = {}
    for draft in cast.of_kind("organisation", "outlet"):
        noun = _noun(draft.name)
        if noun is not None and _printed_so(cast, draft, noun):
            bodies.setdefault(noun, set()).add(id(draft))
            drafts[id(draft)] = draft
    for i in range(1, len(reading)):
        some = bodies.get(reading.lower[i], ())
        if len(some) != 1 or not reading.words[i][:1].isupper() or reading.heading[i]:
            continue
        alone = i + 1 >= len(reading) or not reading.words[i + 1][:1].isupper()
        if alone and reading.lower[i - 1] == "the" and cast.at(i) is None:
            yield drafts[next(iter(some))], i


def acronym_after(reading: Reading, at: int) -> str | None:
    """The acronym in brackets at token ``at``, given to the full name before it."""
    if at + 2 < len(reading) and reading.words[at] == "(" and reading.words[at + 2] == ")":
        word = reading.words[at + 1]
        if word.isupper() and 2 <= len(word) <= 8:
            return word
    return None


def _printed_so(cast: Cast, draft: Draft, noun: str) -> bool:
    """Whether the report prints the name in several words, the noun among them."""
    lower = cast.reading.lower
    return any(end - start > 1 and noun in lower[start:end] for start, end, _ in draft.ranges)


def _noun(name: str) -> str | None:
    """The word a body of several words is called by: its noun, a paper's last word."""
    words = name.lower().split()
    if len(words) < 2:
        return None
    for i, word in enumerate(words):
        if word in ("of", "for") and i:
            return words[i - 1] if words[i - 1] in ORGANISATION_WORDS else None
    return words[-1] if words[-1] in ORGANISATION_WORDS else None
