"""Persons: which of the names printed are names of one person."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.lexicon import (
    FAMILY_NAME_FIRST,
    FEMALE,
    HONORIFICS,
    MALE,
    PARTICLES,
    SUFFIXES,
)
from onrecord.resolve.names import Name
from onrecord.resolve.reading import Reading

_BRACKETS = re.compile(r"[\[\]]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name in parts, each folded for comparison; ``family`` in given-first order."""

    printed: str
    words: tuple[str, ...]
    suffix: str | None

    @property
    def single(self) -> bool:
        """Whether it is one word (particles aside)."""
        return len(self.words) == 1


def fold(word: str) -> str:
    """A word of a name without accents, case, particles' hyphens and spelling variants.

    ``al-Assad`` is ``assad``; ``Zelenskyy``, ``Zelenskiy`` and ``Zelensky`` are one: endings that
    romanisations of one Cyrillic name differ in are made equal.
    """
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    plain = plain.strip(".'’\"") or word.lower()
    for article in ("al-", "el-", "ul-"):
        plain = plain.removeprefix(article)
    for ending in ("iyy", "yy", "iy", "ij", "yi", "ii"):
        if len(plain) > 4 and plain.endswith(ending):
            return plain.removesuffix(ending) + "y"
    return plain


def parse(printed: str) -> PersonName:
    """Take a printed name apart."""
    clean = _SPACE.sub(" ", _BRACKETS.sub("", printed)).strip()
    clean = clean.removesuffix("'s").removesuffix("’s")
    words = clean.replace(",", " ").split()
    suffix = None
    if len(words) > 1 and words[-1].lower() in SUFFIXES:
        suffix = words.pop().lower().strip(".")
    parts = tuple(fold(word) for word in words if word.lower() not in PARTICLES) or (fold(clean),)
    return PersonName(clean, parts, suffix)


def compatible(a: PersonName, b: PersonName) -> bool:
    """Whether two names of several words can be one person's.

    One must hold the other's words in order, initials standing for what they begin.
    """
    if a.suffix != b.suffix:
        return False
    long, short = (a.words, b.words) if len(a.words) >= len(b.words) else (b.words, a.words)
    at = 0
    for word in short:
        while at < len(long) and not _agrees(long[at], word):
            at += 1
        if at == len(long):
            return False
        at += 1
    return _agrees(long[-1], short[-1]) or _agrees(long[0], short[0])


def _agrees(a: str, b: str) -> bool:
    if a == b or a.replace("-", "") == b.replace("-", ""):
        return True
    return (len(a) == 1 or len(b) == 1) and a[:1] == b[:1]


def _hyphenless(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for word in words for part in word.split("-"))


class Persons:
    """Gathers personal names into drafts."""

    def __init__(self, cast: Cast, names: Sequence[Name]) -> None:
        self.cast = cast
        self.reading = cast.reading
        self.names = [
            (name, parse(self.reading.printed(name.start, name.end)))
            for name in names
            if name.sort == "person"
        ]
        self.singles = Counter(parsed.words[0] for _, parsed in self.names if parsed.single)
        self.parsed: dict[int, list[PersonName]] = {}
        self.by_word: dict[str, list[Draft]] = {}

    def gather(self) -> list[Draft]:
        """Make the drafts and note their mentions; full names first, since short ones need them."""
        drafts: list[Draft] = []
        for name, parsed in self.names:
            if not parsed.single:
                draft = self._same(parsed)
                if draft is None:
                    draft = self.cast.add(Draft(kind="person", name=parsed.printed))
                    drafts.append(draft)
                self._note(draft, name, parsed)
        for name, parsed in self.names:
            if parsed.single:
                draft = self._short(name, parsed.words[0])
                if draft is None:
                    draft = self.cast.add(Draft(kind="person", name=parsed.printed))
                    drafts.append(draft)
                self._note(draft, name, parsed)
        return drafts

    def _note(self, draft: Draft, name: Name, parsed: PersonName) -> None:
        self.cast.note(draft, name.start, name.end, "name")
        known = self.parsed.setdefault(id(draft), [])
        if all(other.words != parsed.words for other in known):
            for word in _hyphenless(parsed.words):
                some = self.by_word.setdefault(word, [])
                if draft not in some:
                    some.append(draft)
        known.append(parsed)
        draft.name = self._usual(draft)
        gender = gender_before(self.reading, name.start)
        if gender is not None:
            draft.votes[gender] += 3

    def _usual(self, draft: Draft) -> str:
        """The full name most often printed, the first of equals; initials add nothing."""
        full = [p.printed for p in self.parsed[id(draft)] if not p.single]
        return Counter(full).most_common(1)[0][0] if full else draft.name

    def _same(self, parsed: PersonName) -> Draft | None:
        near = {
            id(draft): draft
            for word in _hyphenless(parsed.words)
            for draft in self.by_word.get(word, ())
        }
        for draft in near.values():
            for other in self.parsed[id(draft)]:
                if other.single:
                    continue
                if compatible(parsed, other) or (
                    parsed.suffix == other.suffix
                    and _hyphenless(parsed.words) == _hyphenless(other.words)
                ):
                    return draft
        return None

    def _short(self, name: Name, word: str) -> Draft | None:
        """Whose short name ``word`` is: by family name, else by any part of a full name."""
        drafts = self.by_word.get(word, ())
        family = [d for d in drafts if any(self.family(p) == word for p in self.parsed[id(d)])]
        some = family or list(drafts)
        if len(some) <= 1:
            return some[0] if some else None
        return max(some, key=lambda d: self._claim(d, name))

    def _claim(self, draft: Draft, name: Name) -> tuple[bool, bool, int, int]:
        """How strong a claim a namesake has: gender, how often named in full, nearness."""
        gender = gender_before(self.reading, name.start)
        own = draft.votes.most_common(1)[0][0] if draft.votes else None
        suffixed = any(p.suffix in ("jr", "sr") for p in self.parsed[id(draft)])
        before = [start for start, _, _ in draft.ranges if start < name.start]
        return (
            gender is None or own is None or gender == own,
            not suffixed,
            sum(not p.single for p in self.parsed[id(draft)]),
            before[-1] if before else -draft.ranges[0][0],
        )

    def family(self, parsed: PersonName) -> str:
        """The word a person is called by alone."""
        words = parsed.words
        first, last = words[0], words[-1]
        if len(words) == 1 or first not in FAMILY_NAME_FIRST:
            return last
        eastern = len(words) == 3 or "-" in last
        if not eastern and self.singles[last] > self.singles[first]:
            return last
        return first if eastern or self.singles[first] or first not in ("lee", "long") else last


def gender_before(reading: Reading, start: int) -> str | None:
    """The gender told by the word before a name: Mr., king, spokeswoman."""
    if start == 0:
        return None
    word = reading.lower[start - 1]
    if word in MALE:
        return "m"
    if word in FEMALE:
        return "f"
    return HONORIFICS.get(word)
