"""One saying in several reports: same speaker, near days, the same or shortened words.

Words are compared by their first six letters, so that "denuclearisation" and "denuclearize" are
one (truncation, the plainest of stemmers; Frakes and Baeza-Yates, "Information Retrieval", 1992),
and by how much of the shorter saying the longer one has: reports shorten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from onrecord.derive import pairing

DAYS: Final = 3
"""Reports of one saying stand at most so many days apart; of the same long quotation, ten times."""
_STEM: Final = 6
# Shares of the shorter saying's words (and of both sayings' words together) that must be shared,
# for words near-equal and for paraphrase; chosen on thirteen development reports.
_NEAR_EQUAL: Final = (0.85, 0.5)
_CONTAINED: Final = (0.8, 0.2)
_PARAPHRASE: Final = (0.6, 0.15)
# Share of all words that two short quotations must have in common, in order, and how many words
# make such a comparison worth anything.
_ALIKE: Final = 0.8
_FEW: Final = 6
_FORMULA: Final = 0.7
"""Share of all words of matter in which two paraphrases agree that only fill in other names."""
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"(?<=\w\s)[A-Z]\w+")  # a capital inside a sentence
_QUOTED = re.compile(r"[“\"„]([^“”\"„]+)[”\"]?")
# Words of four letters and more that carry no matter of their own.
_EMPTY = frozenset(
    [
        "that",
        "this",
        "with",
        "have",
        "from",
        "they",
        "them",
        "will",
        "would",
        "been",
        "were",
        "what",
        "there",
        "their",
        "about",
        "which",
        "could",
        "should",
        "into",
        "also",
        "more",
        "than",
        "when",
        "your",
        "some",
        "such",
        "very",
        "those",
        "these",
        "where",
        "while",
        "because",
        "before",
        "after",
        "other",
        "only",
        "just",
        "like",
        "over",
        "does",
        "being",
        "said",
        "says",
        "told",
    ]
)
_OPEN_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement for comparison.

    ``speakers`` are what its speaker is known by in all reports: identities, of a group each
    member's; ``surnames`` those of speakers known by a surname alone; ``about`` the persons it is
    about or addressed to; ``day`` when it was said or else printed.
    """

    key: int
    report: int
    speakers: frozenset[int]
    surnames: frozenset[str]
    day: date | None
    text: str
    direct: bool = False
    about: frozenset[int] = frozenset()
    stems: frozenset[str] = field(default=frozenset())


def stems(text: str) -> frozenset[str]:
    """Return the words that carry matter, cut to their stems."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(
        word[:_STEM] for word in words if (len(word) > 3 and word not in _EMPTY) or word.isdigit()
    )


def likeness(one: Saying, other: Saying) -> float:
    """Return how alike the two are, 0 where they are not one saying reported twice, 2 at most."""
    shared = len(one.stems & other.stems)
    if not shared or one.report == other.report or _of_other_things(one, other):
        return 0.0
    inner = shared / min(len(one.stems), len(other.stems))
    outer = shared / len(one.stems | other.stems)
    equal = inner >= _NEAR_EQUAL[0] and outer >= _NEAR_EQUAL[1] and shared >= 3
    equal = equal or _in_order(one.text, other.text)
    apart = abs((one.day - other.day).days) if one.day and other.day else 0
    if apart > (10 * DAYS if equal and one.direct and shared >= 6 else DAYS):
        return 0.0
    alike = inner + outer
    contained = equal or (shared >= 4 and inner >= _CONTAINED[0] and outer >= _CONTAINED[1])
    if _same_speakers(one.speakers, other.speakers):
        paraphrased = shared >= 3 and inner >= _PARAPHRASE[0] and outer >= _PARAPHRASE[1]
        return alike if contained or paraphrased else 0.0
    # "Tillerson" may be that Tillerson where the words are the same; never on the name alone.
    return alike if one.surnames & other.surnames and contained else 0.0


def _same_speakers(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether the speakers are the same: of two pairs both, not the one who met both."""
    least = 2 if len(one) > 1 and len(other) > 1 else 1
    return len(one & other) >= least


def _of_other_things(one: Saying, other: Saying) -> bool:
    """Return whether two paraphrases name other things: formulas are filled with many names.

    Two quotations with other numbers are left to be found in conflict.
    """
    if one.direct and other.direct:
        return False
    if one.about and other.about and not one.about & other.about:
        return True
    # Near-equal words but for the names are a formula; paraphrases may name one thing more.
    formula = len(one.stems & other.stems) >= _FORMULA * len(one.stems | other.stems)
    for of in (_NUMBER, _NAME):
        mine, theirs = set(of.findall(one.text)), set(of.findall(other.text))
        # Each names what the other does not, and they agree on no more than half.
        if mine - theirs and theirs - mine:
            few = 2 * len(mine & theirs) <= min(map(len, (mine, theirs)))
            if few or (formula and of is _NAME):
                return True
    return False


def _in_order(one: str, other: str) -> bool:
    """Return whether the two have nearly all their words in common, the little ones too, in order.

    Short quotations carry few words of matter: "in a coherent way".
    """
    first, second = _words(one), _words(other)
    shorter, longer = sorted((len(first), len(second)))
    if shorter < _FEW or longer > 2 * shorter:
        return False
    if len(set(first) & set(second)) < _ALIKE * len(set(first) | set(second)) / (2 - _ALIKE):
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def pairs(
    fresh: Iterable[Saying], known: Iterable[Saying]
) -> Iterator[tuple[float, Saying, Saying]]:
    """Yield the pairs of one saying among ``fresh``, and between them and ``known``."""
    return pairing.pairs(fresh, known, signs=_signs, likeness=likeness)


def _signs(saying: Saying) -> tuple[int | str, ...]:
    return (*saying.speakers, *saying.surnames)


def difference(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """Return the two texts word by word: pairs of what each has, equal where both are the same.

    A pair with an empty side is an omission.
    """
    first, second = one.split(), other.split()
    matcher = SequenceMatcher(
        None, [_plain(word) for word in first], [_plain(word) for word in second], autojunk=False
    )
    return tuple(
        (" ".join(first[a:b]), " ".join(second[c:d])) for _, a, b, c, d in matcher.get_opcodes()
    )


def conflict(one: str, other: str) -> tuple[str, str] | None:
    """Return the first words in which two quotations of one saying contradict each other.

    Only words between quotation marks count, and only where others around them agree: what is
    left out, shortened at an end, bracketed or spelled otherwise is no conflict.
    """
    for mine in _QUOTED.findall(one):
        for theirs in _QUOTED.findall(other):
            found = _conflict(mine.split(), theirs.split())
            if found is not None:
                return found
    return None


def _conflict(first: list[str], second: list[str]) -> tuple[str, str] | None:
    plain = [_plain(word) for word in first], [_plain(word) for word in second]
    matcher = SequenceMatcher(None, *plain, autojunk=False)
    codes = matcher.get_opcodes()
    agreed = sum(b - a for tag, a, b, _, _ in codes if tag == "equal")
    if agreed < _OPEN_WORDS or agreed < 0.6 * min(len(first), len(second)):
        return None
    for number, (tag, a, b, c, d) in enumerate(codes):
        inner = 0 < number < len(codes) - 1
        if tag != "replace" or not inner or max(b - a, d - c) > _OPEN_WORDS:
            continue
        mine, theirs = " ".join(first[a:b]), " ".join(second[c:d])
        if any(sign in mine + theirs for sign in "[]()…") or ".." in mine + theirs:
            continue
        if {_spelled(word) for word in plain[0][a:b]} != {_spelled(word) for word in plain[1][c:d]}:
            return mine, theirs
    return None


def _plain(word: str) -> str:
    return "".join(_WORD.findall(word.replace("’", "'"))).lower()


def _spelled(word: str) -> str:
    """Return a word with the commonest differences of British and American spelling undone."""
    return word.replace("isation", "ization").replace("ise", "ize").replace("our", "or")
