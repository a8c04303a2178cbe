"""What an encounter is about, in the report's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.extract.meetings import words
from onrecord.record import Span, Time

_OPEN = frozenset({"relcl", "advcl"})
_MOST = 12  # items
_FOCUS = frozenset({"focus", "center", "centre", "concentrate", "dwell", "touch"})


def agenda_of(
    trigger: Token, times: Sequence[Time] = (), *, but: Token | None = None
) -> Iterator[Span]:
    """Yield what a trigger says an encounter is about: on X, about X, to discuss X and Y.

    Dates after "on" are no agenda, and neither is ``but``, the encounter itself.
    """
    for child in trigger.children:
        if child.dep_ == "prep" and child.lower_ in words.TOUCH_PREPS:
            for noun in child.children:
                if noun.dep_ == "pobj" and noun != but:
                    yield from (s for s in items(noun) if not _is_time(s, times))
        elif child.dep_ in ("advcl", "xcomp", "acl", "relcl", "conj") and child.pos_ == "VERB":
            if child.dep_ == "conj" and trigger.pos_ not in ("VERB", "AUX"):
                continue
            yield from discussed(child)


def discussed(verb: Token) -> Iterator[Span]:
    """Yield what a verb of talking is about: discussed X and Y, focused on Z."""
    lemma = verb.lemma_.lower()
    if lemma not in words.AGENDA_VERBS:
        return
    if lemma in _FOCUS:
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in ("on", "upon"):
                for noun in child.children:
                    if noun.dep_ == "pobj":
                        yield from items(noun)
        return
    for child in verb.children:
        named = child.lemma_.lower() in words.NOUNS  # addressed the meeting
        if child.dep_ == "dobj" and child.pos_ in ("NOUN", "PROPN") and not named:
            yield from items(child)


def items(noun: Token) -> Iterator[Span]:
    """Yield a noun phrase and those joined to it, each without the others and without clauses."""
    at: Token | None = noun
    for _ in range(_MOST):
        if at is None:
            return
        joined = next((c for c in at.children if c.dep_ == "conj"), None)
        first, last = at.left_edge, at
        for child in at.rights:
            if child.dep_ in ("conj", "cc", "punct") or child.dep_ in _OPEN:
                break
            last = child.right_edge
        span = Span(first.idx, last.idx + len(last))
        if last.is_punct and last.i > first.i and last.text in ",.;":
            before = at.doc[last.i - 1]
            span = Span(first.idx, before.idx + len(before))
        yield span
        at = joined


def _is_time(span: Span, times: Sequence[Time]) -> bool:
    return any(span.overlaps(time.span) and time.span.start - span.start < 5 for time in times)
