"""Which calendar expression dates what stands at a span.

An expression dates the verb or noun it hangs on in the parse: in "said on Monday that they would
meet on Friday" Monday dates the saying and Friday the meeting. A clause without a date of its own
may take it from a clause it is joined to, with less confidence; never from a clause it reports
or that reports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.record import Span, Spans, Time

OWN, JOINED, OUTER, NEAR = 0.95, 0.75, 0.6, 0.4
"""How sure the link is: the same clause, a clause joined by "and", the clause around it, and
(without a parse) the same sentence."""

_SUBORDINATE = frozenset({"advcl", "xcomp", "relcl", "acl", "pcomp", "prep", "agent"})
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n\s*\n")
_STEPS = 12


def govern(doc: Doc, times: Sequence[Time], span: Span, *, barred: Spans = ()) -> Time | None:
    """Return the expression that dates the clause at ``span``, ``None`` where there is none.

    Expressions inside ``barred`` (the content of a statement whose verb stands at ``span``) do
    not count. The confidence of the result is that of the reading and of the link together.
    """
    candidates = [
        time for time in times if dates(time) and not any(time.span.overlaps(b) for b in barred)
    ]
    if not candidates:
        return None
    if not doc.has_annotation("DEP"):
        return _nearest(doc.text, candidates, span)
    words = doc.char_span(*span, alignment_mode="expand")
    if words is None or not len(words):
        return None
    first, last = words.sent.start_char, words[-1].sent.end_char
    candidates = [t for t in candidates if first <= t.span.start < last]
    if not candidates:
        return None
    chain = [words.root, *_governors(words.root)]
    linked = [
        (sure, -abs(t.span.start - span.start), t)
        for t in candidates
        if (sure := _link(doc, t, chain)) is not None
    ]
    if not linked:
        return None
    sure, _, time = max(linked, key=lambda x: x[:2])
    return replace(time, confidence=round(time.confidence * sure, 3))


def dates(time: Time) -> bool:
    """Whether an expression can say when something was: a date or a time, not "now" or "daily"."""
    if time.type in ("date", "time"):
        return not (time.value or "").endswith("_REF")
    return time.type == "duration" and time.start is not None and time.start == time.end


def _link(doc: Doc, time: Time, chain: list[Token]) -> float | None:
    """Return how surely ``time`` dates the first token of ``chain``, ``None`` where it does not.

    ``chain`` runs from that token up through what governs it.
    """
    words = doc.char_span(*time.span, alignment_mode="expand")
    if words is None or not len(words):
        return None
    target = chain[0]
    head = words.root
    if target.i == head.i:
        return OWN
    clause_of_time: Token | None = None
    for token in _governors(head):
        if token.i == target.i:
            return OWN
        if token.pos_ in ("VERB", "AUX"):
            clause_of_time = token
            break
    if clause_of_time is None:
        return None
    verb = next((t for t in chain if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return None
    if _same_clause(verb, clause_of_time):
        return OWN if target.pos_ in ("VERB", "AUX") else 0.9
    if verb.dep_ == "conj" and verb.head.i == clause_of_time.i:
        return JOINED
    if clause_of_time.dep_ == "conj" and clause_of_time.head.i == verb.i:
        return None
    return _outer(verb, clause_of_time)


def _same_clause(verb: Token, other: Token) -> bool:
    if verb.i == other.i:
        return True
    # "Will meet", "is meeting", "be expected": the auxiliary and its verb are one.
    return (verb.head.i == other.i and verb.dep_ in ("aux", "auxpass")) or (
        other.head.i == verb.i and other.dep_ in ("aux", "auxpass")
    )


def _outer(verb: Token, clause: Token) -> float | None:
    token = verb
    for _ in range(_STEPS):
        if token.i == clause.i:
            return OUTER
        if token.head is token or (token.pos_ == "VERB" and token.dep_ not in _SUBORDINATE):
            return None
        token = token.head
    return None


def _governors(token: Token) -> Iterator[Token]:
    for _ in range(_STEPS):
        if token.head is token:
            return
        token = token.head
        yield token


def _nearest(text: str, candidates: list[Time], span: Span) -> Time | None:
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, span.start)), default=0)
    found = _SENTENCE_END.search(text, span.end)
    end = found.start() if found else len(text)
    inside = [t for t in candidates if start <= t.span.start < end]
    if not inside:
        return None
    time = min(inside, key=lambda t: abs(t.span.start - span.start))
    return replace(time, confidence=round(time.confidence * NEAR, 3))
