"""Persons: which of the names printed are names of one person."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.known import another_holds, gender_by_name
from onrecord.resolve.lexicon import (
    FAMILY_NAME_FIRST,
    FEMALE,
    HONORIFICS,
    MALE,
    PARTICLES,
    SHORT_NAMES,
    SUFFIXES,
)
from onrecord.resolve.names import Name
from onrecord.resolve.reading import Reading

_BRACKETS = re.compile(r"[\[\]]")
_SPACE = re.compile(r"\s+")
_LETTERS = str.maketrans("ıøłđðæœ", "ioldd" + "ao")  # letters that carry no mark to drop


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
    word = word.lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    plain = plain.strip(".'’\"") or word
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
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return a in SHORT_NAMES.get(b, ()) or b in SHORT_NAMES.get(a, ())


def _hyphenless(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for word in words for part in word.split("-"))


class Persons:
    """Gathers personal names into drafts."""

    def __init__(
        self, cast: Cast, names: Sequence[Name], titles: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.cast = cast
        self.titles = {end: start for start, end in titles}
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
        for draft in drafts:
            gender_by_name(draft)
        for name, parsed in self.names:
            if parsed.single:
                draft = self._short(name, parsed)
                if draft is None:
                    draft = self.cast.add(Draft(kind="person", name=parsed.printed))
                    drafts.append(draft)
                self._note(draft, name, parsed)
        return drafts

    def _note(self, draft: Draft, name: Name, parsed: PersonName) -> None:
        self.cast.note(draft, name.start, name.end, "name")
        known = self.parsed.setdefault(id(draft), [])
        if all(other.words != parsed.words for other in known):
            for word in dict.fromkeys((*parsed.words, *_hyphenless(parsed.words))):
                some = self.by_word.setdefault(word, [])
                if draft not in some:
                    some.append(draft)
        known.append(parsed)
        draft.name = self._usual(draft)
        gender = gender_before(self.reading, name.start) or self._beside(name)
        if gender is not None:
            draft.votes[gender] += 3

    def _beside(self, name: Name) -> str | None:
        """The gender a noun beside the name tells: Kim Yo-jong, the powerful sister of ..."""
        reading = self.reading
        for child in reading.children[reading.head_of(name.start, name.end)]:
            noun = reading.deps[child] == "appos" and reading.tags[child] == "NN"
            if noun and reading.lower[child] in MALE | FEMALE:
                return "m" if reading.lower[child] in MALE else "f"
        return None

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

    def _short(self, name: Name, parsed: PersonName) -> Draft | None:
        """Whose short name it is: by family name, else by any part of a full name."""
        word = parsed.words[0]
        drafts = [d for d in self.by_word.get(word, ()) if self._may_be(d, name, parsed)]
        family = [d for d in drafts if any(self.family(p) == word for p in self.parsed[id(d)])]
        some = family or drafts
        if len(some) <= 1:
            return some[0] if some else None
        return max(some, key=lambda d: self._claim(d, name))

    def _may_be(self, draft: Draft, name: Name, parsed: PersonName) -> bool:
        """Whether what stands before a short name lets it be the draft's.

        Mrs. Novak is not Peter Novak, Novak Jr. not his father; and President Novak is not Jane
        Novak where the tables know her and no such office of hers.
        """
        known = self.parsed[id(draft)]
        if parsed.suffix is not None and all(p.suffix != parsed.suffix for p in known):
            return False
        gender = gender_before(self.reading, name.start)
        own = draft.votes.most_common(1)[0][0] if draft.votes else None
        if gender is not None and own is not None and gender != own:
            return False
        title = self.titles.get(name.start)
        if title is None:
            return True
        said = self.reading.lower[title : name.start]
        return not another_holds(draft.name, " ".join(said))

    def _claim(self, draft: Draft, name: Name) -> tuple[bool, bool, int]:
        """How strong a claim a namesake has to a bare family name.

        Sons come after fathers. Whom the report has called so before it goes on to call so; it
        names the others in full. Else it is who came first.
        """
        suffixed = any(p.suffix in ("jr", "sr") for p in self.parsed[id(draft)])
        called = any(p.single for p in self.parsed[id(draft)])
        return not suffixed, called, -draft.ranges[0][0]

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
