"""An office as printed: which, whose and when, from the words around a title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord import knowledge
from onrecord.resolve.cast import slug
from onrecord.resolve.gazetteer import Match
from onrecord.resolve.lexicon import (
    POSSESSIVES,
    SUFFIXES_OF_TITLES,
    TIME_MODIFIERS,
    TITLE_ABBREVIATIONS,
    TITLE_MODIFIERS,
)
from onrecord.resolve.names import Names
from onrecord.resolve.reading import Reading
from onrecord.resolve.titles import is_plural

Claim = Literal["current", "former", "future"]
_ARTICLES = frozenset({"the", "a", "an"})
_SENT = frozenset({"ambassador", "envoy", "representative", "negotiator", "coordinator"})
_FIRST = frozenset({"top", "chief"})
_LOWER = frozenset({"deputy", "vice", "assistant", "associate", "under", "shadow"})
_OF = frozenset({"of", "for", "to", "at", "in"})
_OF_THE = frozenset({"of", "the"})
_STATE_BODIES = frozenset({"government", "military", "intelligence", "parliament", "court"})


@dataclass(frozen=True, slots=True)
class Titled:
    """A title of office as printed at tokens `[start, end)`, read.

    ``owner`` is the token of a possessive pronoun or the possessed name whose office it is, for
    which nothing is known yet; ``of`` is an alpha-3 code or an organisation's id.
    """

    start: int
    end: int
    title: str
    head: str
    of: str | None
    claimed: Claim
    owner: int | None = None


_NAMED_ROLES = frozenset(
    {"head-of-state", "head-of-government", "minister", "deputy", "organisation-head"}
)
"""Roles whose titles the tables name as one; others are named as printed."""


@cache
def canonical_titles() -> dict[str, str]:
    """The tables' canonical name of each title of several words, by the title in lower case."""
    return {
        form.lower(): title.canonical
        for title in knowledge.office_titles()
        if title.role in _NAMED_ROLES
        for form in title.forms
        if (" " in form and not form.lower().endswith((" diplomat", " chief")))
        or " of " in title.canonical
    }


class TitleReader:
    """Reads the titles of one report."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self.reading = reading
        self._starts = {match.start: match for match in names.known}
        self._ends = {match.end: match for match in names.known}
        self._bodies = {n.start: n.end for n in names.own if n.sort == "organisation"}
        self._body_ends = {end: start for start, end in self._bodies.items()}
        self._completed = names.completed

    def possessor(self, start: int) -> str | None:
        """The state whose person a name is said to be: Germany's Olaf Scholz."""
        if start < 2 or self.reading.lower[start - 1] not in ("'s", "’s"):
            return None
        match = self._ends.get(start - 1)
        entry = match.entry("state") if match is not None else None
        return entry.country if entry is not None else None

    def read(self, title: int, stop: int) -> Titled:
        """Read the title at tokens `[title, stop)` with what stands before and after it."""
        reading = self.reading
        start, claimed, of, owner = self._leftwards(title)
        end, after = self.after(stop)
        completed = self._completed.get(stop)
        if completed is not None:
            end, after = completed, after or self._served(stop, completed)
        if reading.lower[stop - 1] == "waiting":
            claimed = "future"
            stop -= 4  # chancellor-in-waiting
        elif reading.lower[stop - 1] in SUFFIXES_OF_TITLES:
            claimed = "future"
            stop -= 2 if reading.lower[stop - 2] == "-" else 1
        inner = self._starts.get(title)
        if inner is not None and inner.end < stop:
            # EU foreign policy chief, FBI director: the body is part of the title's phrase.
            of = of or owner_of(inner)
            title = inner.end
        elif of is None and not self._posted(stop):
            of = after
        head = " ".join(reading.lower[title:stop]).replace(" - ", "-")
        if is_plural(reading.lower[stop - 1]):
            head = head.removesuffix("s")
        if head == "diplomat" and not _FIRST.isdisjoint(reading.lower[start:title]):
            # top US diplomat
            return Titled(start, end, "Top Diplomat", "top diplomat", of, claimed, owner)
        if completed is not None:
            words = reading.printed(self._core(start, title), completed)
            name = canonical_titles().get(words.lower(), _capitalised(words))
            return Titled(start, end, name, head, of, claimed, owner)
        words = reading.printed(self._core(start, title), stop)
        if is_plural(reading.lower[stop - 1]) and head not in TITLE_ABBREVIATIONS:
            words = words.removesuffix("s")
            name = canonical_titles().get(words.lower(), words)
            return Titled(start, end, name, head, of, claimed, owner)
        name = self._named(start, stop) or TITLE_ABBREVIATIONS.get(head, _capitalised(words))
        body = knowledge.office_named(name)
        if body is not None:
            of = body.of
        return Titled(start, end, name, head, of, claimed, owner)

    def _posted(self, stop: int) -> bool:
        """Whether what follows a title is where its holder is sent: ambassador to France."""
        reading = self.reading
        return reading.lower[stop - 1] in _SENT and reading.lower[stop : stop + 1] != ["of"]

    def _served(self, stop: int, end: int) -> str | None:
        """The state whose office a title's completion ends on: the Office of the President of X."""
        for at in range(end - 1, stop, -1):
            match = self._starts.get(at)
            if match is not None and match.end == end and self.reading.lower[at - 1] in _OF_THE:
                entry = match.entry("state")
                return entry.country if entry is not None else None
        return None

    def _named(self, start: int, stop: int) -> str | None:
        """The tables' name for an office, by the most of its words that they know."""
        reading, table = self.reading, canonical_titles()
        for at in range(max(start, stop - 5), stop - 1):
            printed = " ".join(reading.lower[at:stop]).replace(" - ", "-")
            if printed in table:
                # A deputy foreign minister is no foreign minister, whether listed or not.
                lower = at > start and reading.lower[at - 1] in _LOWER
                return None if lower else table[printed]
        return None

    def _core(self, start: int, title: int) -> int:
        """Where the office's own words begin, its country and time left out."""
        at = title
        closed = self._ends.keys() | self._body_ends.keys()
        while at > start and at not in closed and self.reading.lower[at - 1] in TITLE_MODIFIERS:
            if self._ruled(at):
                break
            at -= 1
        return at

    def _leftwards(self, title: int) -> tuple[int, Claim, str | None, int | None]:
        reading, at = self.reading, title
        claimed: Claim = "current"
        of: str | None = None
        while at > 0:
            match = self._ends.get(at)
            word = reading.lower[at - 1]
            if match is not None:
                if of is None or not of.isupper():
                    # US Middle East envoy: the state's, wherever posted.
                    of = owner_of(match) or of
                at = match.start
            elif word in TIME_MODIFIERS:
                said = TIME_MODIFIERS[word]
                claimed = (
                    "former" if said == "former" else "future" if said == "future" else claimed
                )
                at -= 1
            elif word in ("-", "–") and reading.joined(at):
                at -= 1
            elif at == title and at in self._body_ends and reading.words[at][:1].isupper():
                at = self._body_ends[at]  # Gender Policy Council Director
                of = slug(reading.printed(at, title))
            elif word in ("'s", "’s", "'", "’") and at > 1:
                if self._ends.get(at - 1) is None:
                    return at, claimed, of, at - 2
                at -= 1
            elif word in POSSESSIVES:
                return at - 1, claimed, of, at - 1
            elif word in TITLE_MODIFIERS and not self._ruled(at):
                at -= 1
            else:
                break
        return at, claimed, of, None

    def _ruled(self, at: int) -> bool:
        """Whether "under" before a title says who ruled, and is no rank: under President Doe."""
        lower = self.reading.lower
        return lower[at - 1] == "under" and lower[at] not in ("-", "secretary")

    def after(self, stop: int) -> tuple[int, str | None]:
        """``of South Korea`` after a title, or after the name a title stands before."""
        reading, at = self.reading, stop
        if at + 1 < len(reading) and reading.lower[at] in _OF:
            at += 1
            while at < len(reading) and reading.lower[at] in _ARTICLES:
                at += 1
            match = self._starts.get(at)
            if match is not None:
                return match.end, owner_of(match)
            if (own := self._bodies.get(at)) is not None:
                return own, slug(reading.printed(at, own))
        return stop, None


def owner_of(match: Match) -> str | None:
    """Whose office it is: a state's code, or an organisation's id."""
    entry = match.entry(
        "state",
        "adjective",
        "people",
        "organisation",
        "bloc",
        "outlet",
        "seat",
        "capital",
        "region",
    )
    if entry is None:
        return None
    if entry.sort in ("organisation", "bloc", "outlet"):
        # A national body's officers are the state's: the US State Department's spokesman.
        return entry.country if entry.noun in _STATE_BODIES and entry.country else entry.id
    return entry.country


def _capitalised(words: str) -> str:
    return " ".join(
        word
        if word in ("of", "the", "for", "to", "and", "on", "in")
        else word[:1].upper() + word[1:]
        for word in words.split()
    )
