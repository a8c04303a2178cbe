"""Where a text may hold a calendar expression, and which rule fits there.

One pass over the words finds stretches made of the vocabulary of time; only there, and only the
rules whose rarest word is present, are tried. The leftmost match wins, then the longest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record import Span
from onrecord.resolve.times.rules import Rule, vocabulary
from onrecord.resolve.times.words import CAPITALISED

_WORD = re.compile(r"[^\W_]+")
_BREAK = r"(?:[ \t\u00a0\u202f]|\r?\n(?![ \t]*\r?\n))*"
_GAP = re.compile(_BREAK + r"[-\u2010\u2011\u2013,.'’/:()½]{0,2}" + _BREAK + r"[('’]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A rule that fits a stretch of text; ``slots`` holds what its classes matched."""

    rule: Rule
    span: Span
    text: str
    slots: dict[str, str]

    def get(self, slot: str) -> str | None:
        """Return the words of a slot, ``None`` where the match has none."""
        return self.slots.get(slot)


@dataclass(slots=True)
class _Stretch:
    starts: list[int]
    end: int
    rules: dict[int, Rule]


def scan(text: str) -> Iterator[Match]:
    """Yield the matches in text order; they never overlap."""
    for stretch in _stretches(text):
        if stretch.rules:
            yield from _matches(text, stretch)


def _stretches(text: str) -> Iterator[_Stretch]:
    known = vocabulary()
    numeric = known["#"]
    current: _Stretch | None = None
    for found in _WORD.finditer(text):
        word = found.group()
        waiting = known.get(word.lower())
        if waiting is None:
            if not word[0].isdigit():
                continue
            waiting = numeric
        begin, end = found.span()
        if current is None or not _GAP.fullmatch(text, current.end, begin):
            if current is not None:
                yield current
            current = _Stretch(starts=[], end=end, rules={})
        current.starts.append(begin)
        current.end = end
        for rule in waiting:
            current.rules[rule.rank] = rule
    if current is not None:
        yield current


def _matches(text: str, stretch: _Stretch) -> Iterator[Match]:
    tried = [stretch.rules[rank] for rank in sorted(stretch.rules)]
    # A form may end in a full stop ("Sept."), a bracket ("(GMT)") or an apostrophe.
    limit = min(len(text), stretch.end + 1)
    free = 0
    for start in stretch.starts:
        if start < free:
            continue
        begin = start - 1 if start and text[start - 1] in "'’½" and text[start].isdigit() else start
        best = _longest(text, begin, limit, tried)
        if best is not None:
            yield best
            free = best.span.end


def _longest(text: str, start: int, limit: int, tried: list[Rule]) -> Match | None:
    best: Match | None = None
    for rule in tried:
        found = rule.pattern.match(text, start, limit)
        if found is None or (best is not None and found.end() <= best.span.end):
            continue
        slots = {
            slot: words
            for slot, groups in rule.slots.items()
            for group in groups
            if (words := found[group]) is not None
        }
        if all(slots[s.rstrip("0123456789")][:1].isupper() for s in slots if s in CAPITALISED):
            best = Match(rule=rule, span=Span(*found.span()), text=found.group(), slots=slots)
    return best
