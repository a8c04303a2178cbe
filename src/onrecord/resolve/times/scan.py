"""Where a text may hold a calendar expression, and which rule fits there.

One pass over the words finds stretches made of the vocabulary of time; only there, and only the
rules whose rarest word is present, are tried. The leftmost match wins, then the longest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.record import Span
from onrecord.resolve.times.rules import Rule, vocabulary
from onrecord.resolve.times.words import CAPITALISED

_WORD = re.compile(r"[^\W_]+")
_BREAK = r"(?:[ \t\u00a0\u202f]|\r?\n(?![ \t]*\r?\n))*"
_GAP = re.compile(_BREAK + r"[-\u2010\u2011\u2013,.'’/:()½]{0,2}" + _BREAK + r"[('’‘]?")
_MARKS_BEFORE = "'’‘½"


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


def scan(text: str, accepts: Callable[[Match], bool] = lambda match: True) -> Iterator[Match]:
    """Yield the matches in text order; they never overlap.

    Where ``accepts`` turns a match down, the next longest rule at the same word is tried, and
    then the next word.
    """
    for stretch in _stretches(text):
        if stretch.rules:
            yield from _matches(text, stretch, accepts)


def _stretches(text: str) -> Iterator[_Stretch]:
    known = vocabulary()
    numeric = known["#"]
    current: _Stretch | None = None
    for found in _WORD.finditer(text):
        word = found.group()
        waiting = known.get(word.lower())
        if word[0].isdigit():
            waiting = (*(waiting or ()), *numeric)
        elif waiting is None:
            continue
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


def _matches(text: str, stretch: _Stretch, accepts: Callable[[Match], bool]) -> Iterator[Match]:
    tried = [stretch.rules[rank] for rank in sorted(stretch.rules)]
    # A form may end in a full stop ("Sept."), a bracket ("(GMT)") or an apostrophe.
    limit = min(len(text), stretch.end + 1)
    free = 0
    for start in stretch.starts:
        if start < free:
            continue
        marked = start and text[start - 1] in _MARKS_BEFORE and text[start].isdigit()
        begins = (start - 1, start) if marked else (start,)
        fitting = (match for begin in begins for match in _fitting(text, begin, limit, tried))
        accepted = next((match for match in fitting if accepts(match)), None)
        if accepted is not None:
            yield accepted
            free = accepted.span.end


def _fitting(text: str, start: int, limit: int, tried: list[Rule]) -> list[Match]:
    """Return the matches that begin at ``start``: the longest first, then by the table's order."""
    fitting: list[Match] = []
    for rule in tried:
        found = rule.pattern.match(text, start, limit)
        if found is None:
            continue
        slots = {
            slot: words
            for slot, groups in rule.slots.items()
            for group in groups
            if (words := found[group]) is not None
        }
        if all(slots[s.rstrip("0123456789")][:1].isupper() for s in slots if s in CAPITALISED):
            span = Span(*found.span())
            fitting.append(Match(rule=rule, span=span, text=found.group(), slots=slots))
    fitting.sort(key=lambda match: (-match.span.end, match.rule.rank))
    return fitting
