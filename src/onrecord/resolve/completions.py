"""What completes a title of office: Assistant *to the President for National Security Affairs*.

A title's own words are few; what follows with "of", "for" or "to" is part of the office, up to
where the name of its holder begins or the phrase ends. Where nothing but a name the tables know
follows (the President of Peru), the title stands alone and its reader sees whose office it is;
where a person follows (an aide to Jane Doe), it is no part of the office either.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.knowledge.common_words import common_words
from onrecord.knowledge.given_names import given_names
from onrecord.resolve.gazetteer import Match
from onrecord.resolve.known import is_known
from onrecord.resolve.lexicon import (
    HONORIFICS,
    ORGANISATION_WORDS,
    PARTICLES,
    TITLE_MODIFIERS,
    TITLES,
)
from onrecord.resolve.reading import Reading

_LINKS = frozenset({"of", "for", "to", "on", "in"})
_ARTICLES = frozenset({"the", "a", "an"})
_LOOSE = frozenset({"NN", "NNS", "JJ"})
_DAYS = frozenset({"DATE", "TIME"})
_LONGEST = 24  # tokens
_NAME = 4  # words a name may have whose first the tables do not know


def completions(
    reading: Reading, titles: Sequence[tuple[int, int]], known: Sequence[Match]
) -> dict[int, int]:
    """The end of what completes a title, by the token after the title's own words.

    ``titles`` are token ranges in text order. Small letters complete a title only where a name
    follows at once, and so does the name of a body, which else is an actor of its own: director
    of national intelligence Jane Doe.
    """
    finder = _Finder(reading, titles, known)
    found: dict[int, int] = {}
    done = 0
    for start, stop in titles:
        if start < done or reading.lower[start] in HONORIFICS:
            continue
        end = finder.end(stop)
        if end is not None:
            found[stop] = done = end
    return found


def _of_office(word: str) -> bool:
    """Whether a word belongs to offices and bodies, or to the language, rather than to a name."""
    return word in TITLES | TITLE_MODIFIERS | ORGANISATION_WORDS or word in common_words()


class _Finder:
    def __init__(
        self, reading: Reading, titles: Sequence[tuple[int, int]], known: Sequence[Match]
    ) -> None:
        self.reading = reading
        known = [match for match in known if not self._reads_as_words(match)]
        self.known = {match.start: match.end for match in known}
        # Victoria and Jordan are given names as well.
        sure = [
            m for m in known if m.end - m.start > 1 or reading.lower[m.start] not in given_names()
        ]
        self.inside = {i for match in sure for i in range(match.start, match.end)}
        self.titles = dict(titles)
        self.persons = {s: e for s, e, label in reading.entities if label == "PERSON"}
        self.closed = self.inside | {i for a, b in titles for i in range(a, b)}

    def _reads_as_words(self, match: Match) -> bool:
        """Whether an outlet's name is that of what offices are for: Foreign Affairs."""
        words = self.reading.lower[match.start : match.end]
        return match.entry("outlet") is not None and all(_of_office(word) for word in words)

    def end(self, stop: int) -> int | None:
        """Where the words end that complete a title, ``None`` where none do."""
        reading, at = self.reading, stop
        plain = loose = False
        while at + 1 < len(reading) and at - stop < _LONGEST:
            first = self._after_link(at)
            end = self._item(first) if first is not None else first
            if first is None or end is None or end == first:
                break
            if not self._is_matter(first, end):
                break
            plain = plain or self.known.get(first) != end
            loose = loose or any(reading.words[i][:1].islower() for i in self._nouns(first, end))
            at = end
            if self._named(at, first):
                return at if plain else None
        body = any(reading.lower[i] in ORGANISATION_WORDS for i in range(stop, at))
        return at if at > stop and plain and not loose and not body else None

    def _after_link(self, at: int) -> int | None:
        """The first word after "of the", "for" or "to"."""
        reading = self.reading
        if reading.lower[at] not in _LINKS or reading.sentence[at] != reading.sentence[at - 1]:
            return None
        first = at + 1
        while first < len(reading) and reading.lower[first] in _ARTICLES:
            first += 1
        return first if first < len(reading) else None

    def _item(self, first: int) -> int:
        """Where the noun phrase from ``first`` ends, or a name begins in it."""
        reading, at = self.reading, first
        while at < len(reading) and reading.sentence[at] == reading.sentence[first]:
            if at > first and self._named(at, first):
                break
            if at in self.known:
                at = self.known[at]
            elif self._is_word(at) or (at > first and self._joins(at)):
                at += 1
            else:
                break
        return first if reading.lower[at - 1] in ("'s", "’s") else at

    def _joins(self, at: int) -> bool:
        """Whether "and" at a token goes on with an office's matters, and not with a person or
        another office: for Trade and Industry, but not for Trade and Deputy Minister.
        """
        reading, after = self.reading, at + 1
        if reading.lower[at] not in ("and", "&", "-") or after >= len(reading):
            return False
        if not self._is_word(after) or self._begins_name(after):
            return False
        if reading.lower[at] == "-":
            return True
        while after in self.titles or reading.lower[after] in TITLE_MODIFIERS:
            if after in self.titles or after + 1 >= len(reading):
                return False
            after += 1
        return True

    def _is_word(self, at: int) -> bool:
        reading = self.reading
        if reading.labels[at] in _DAYS:
            return False
        loose = reading.tags[at] in _LOOSE and reading.words[at].isalpha()
        return loose or reading.words[at][:1].isupper() or reading.lower[at] in ("'s", "’s")

    def _begins_name(self, at: int) -> bool:
        """Whether a name of several words begins at a token, by its first or by the parser."""
        reading = self.reading
        if at in self.closed or at + 1 >= len(reading) or not reading.words[at][:1].isupper():
            return False
        goes_on = reading.words[at + 1][:1].isupper() or reading.lower[at + 1] in PARTICLES
        if not goes_on or at + 1 in self.closed or reading.sentence[at] != reading.sentence[at + 1]:
            return False
        if reading.lower[at] in given_names() or is_known(reading.printed(at, at + 2)):
            return reading.lower[at + 1] not in ORGANISATION_WORDS
        whole = self.persons.get(at, at)
        return whole > at + 1 and not any(_of_office(w) for w in reading.lower[at:whole])

    def _nouns(self, first: int, end: int) -> list[int]:
        return [i for i in range(first, end) if self.reading.tags[i] in _LOOSE]

    def _is_matter(self, first: int, end: int) -> bool:
        """Whether words name what an office is for, or whom it serves by office, and no person."""
        reading = self.reading
        if self._begins_name(first):
            return False
        for i in range(first, end):
            after = self.titles.get(i)
            if after is not None and self._is_holder(after):
                # An adviser to President Jane Doe; Assistant to the President Jane Doe.
                served = reading.lower[i - 1] == "the" and reading.words[i][:1].isupper()
                if after < end or not served:
                    return False
        return any(self._is_common(i) for i in range(first, end))

    def _is_holder(self, at: int) -> bool:
        """Whether a name stands at ``at``, right after a title."""
        if at >= len(self.reading) or not self.reading.words[at][:1].isupper():
            return False
        return not self._is_common(at)

    def _is_common(self, i: int) -> bool:
        reading = self.reading
        return i in self.closed or _of_office(reading.lower[i]) or not reading.words[i].isalpha()

    def _named(self, at: int, first: int) -> bool:
        """Whether the holder's name begins at ``at``: by its words, or as all that is left."""
        reading = self.reading
        if at >= len(reading) or at in self.closed or not reading.words[at][:1].isupper():
            return False
        if reading.sentence[at] != reading.sentence[first] or not self._is_common(at - 1):
            return False
        if self._begins_name(at):
            return True
        end = at
        while end < len(reading) and reading.words[end][:1].isupper() and end not in self.closed:
            if self._is_common(end):
                return False
            end += 1
        return 1 < end - at <= _NAME
