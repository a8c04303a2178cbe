"""Which calendar expression dates what stands at a span.

An expression dates the verb or noun it hangs on in the parse: in "said on Monday that they would
meet on Friday" Monday dates the saying and Friday the meeting. A clause without a date of its own
may take it from one it is joined to, or that goes with it ("speaking on Monday, he said"), with
less confidence; never from a clause it reports or that reports it. Further off, a date of the
same sentence, then of the sentence before in the paragraph, may be meant: whoever asks says how
far to look, and gets a confidence that falls with the distance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from onrecord.record import Span, Spans, Time

Reach = Literal["clause", "sentence", "paragraph"]
"""How far from the span a date may stand."""

OWN, NOUN, JOINED, WITHIN, OUTER = 0.95, 0.9, 0.75, 0.7, 0.6
"""How sure a link by the parse is: the verb's own clause, its noun's, a clause joined by "and" or
that goes with it, a participle within its clause ("in a letter sent on Monday"), the clause
around it."""
SENTENCE, PARAGRAPH = 0.25, 0.15
"""How sure a date is that the parse does not link: the nearest one of the sentence, the last one
of the sentences before it in the paragraph. Of the events of seven annotated reports, 14 of 15
dated by their clause were right, 2 of 6 by their sentence: little more than a hint."""

_SUBORDINATE = frozenset({"advcl", "xcomp", "relcl", "acl", "pcomp", "prep", "agent"})
_AT_ONCE = frozenset({"as", "when", "while"})
_DURING = frozenset({"in", "at", "during", "on"})
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n\s*\n")
_STEPS = 12


def govern(
    doc: Doc, times: Sequence[Time], span: Span, *, barred: Spans = (), reach: Reach = "clause"
) -> Time | None:
    """Return the expression that dates what stands at ``span``, ``None`` where there is none.

    ``span`` is that of a verb, or of a noun that names what happened, in code points of
    ``doc.text``; ``times`` are the document's, in text order. Expressions inside ``barred`` (the
    content of a statement whose verb stands at ``span``) do not count. With the ``reach``
    "clause" only what the parse links counts (without a parse, the nearest date of the sentence);
    "sentence" and "paragraph" go on from there where nothing is linked. The confidence of the
    result is that of the reading and of the link together.
    """
    candidates = [
        time for time in times if dates(time) and not any(time.span.overlaps(b) for b in barred)
    ]
    if not candidates:
        return None
    parsed = doc.has_annotation("DEP")
    first, last = _sentence(doc, span, parsed=parsed)
    inside = [time for time in candidates if first <= time.span.start < last]
    found = _by_parse(doc, inside, span) if parsed and inside else None
    if found is None and inside and (reach != "clause" or not parsed):
        free = [time for time in inside if not _qualifies(doc, time)] if parsed else inside
        nearest = min(free, key=lambda time: abs(time.span.start - span.start), default=None)
        found = _sure(nearest, SENTENCE) if nearest is not None else None
    if found is None and reach == "paragraph":
        start = max(doc.text.rfind("\n\n", 0, first), 0)
        before = [
            time
            for time in candidates
            if start <= time.span.start < first and not (parsed and _qualifies(doc, time))
        ]
        found = _sure(before[-1], PARAGRAPH) if before else None
    return found


def dates(time: Time) -> bool:
    """Whether an expression can say when something was: a date or a time, not "now" or "daily"."""
    value = time.value or ""
    if time.type in ("date", "time"):
        return not value.endswith("_REF") and not (time.start is None and value == "XXXX-XX-XX")
    return time.type == "duration" and time.start is not None and time.start == time.end


def _sure(time: Time, link: float) -> Time:
    return replace(time, confidence=round(time.confidence * link, 3))


def _sentence(doc: Doc, span: Span, *, parsed: bool) -> tuple[int, int]:
    """Return where the sentence around ``span`` starts and ends."""
    words = _words(doc, span) if parsed else None
    if words is not None:
        return words.sent.start_char, words[-1].sent.end_char
    text = doc.text
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, span.start)), default=0)
    found = _SENTENCE_END.search(text, span.end)
    return start, found.start() if found else len(text)


def _words(doc: Doc, span: Span) -> Words | None:
    words = doc.char_span(*span, alignment_mode="expand")
    return words if words is not None and len(words) else None


def _by_parse(doc: Doc, candidates: list[Time], span: Span) -> Time | None:
    words = _words(doc, span)
    if words is None:
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
    return _sure(time, sure)


def _link(doc: Doc, time: Time, chain: list[Token]) -> float | None:
    """Return how surely ``time`` dates the first token of ``chain``, ``None`` where it does not.

    ``chain`` runs from that token up through what governs it.
    """
    words = _words(doc, time.span)
    if words is None:
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
        return OWN if target.pos_ in ("VERB", "AUX") else NOUN
    if verb.dep_ == "conj" and verb.head.i == clause_of_time.i:
        return JOINED
    if clause_of_time.dep_ == "conj" and clause_of_time.head.i == verb.i:
        return None
    if _goes_with(clause_of_time, verb):
        return JOINED
    if _within(clause_of_time, verb):
        return WITHIN
    return _outer(verb, clause_of_time)


def _same_clause(verb: Token, other: Token) -> bool:
    if verb.i == other.i:
        return True
    # "Will meet", "is meeting", "be expected": the auxiliary and its verb are one.
    return (verb.head.i == other.i and verb.dep_ in ("aux", "auxpass")) or (
        other.head.i == verb.i and other.dep_ in ("aux", "auxpass")
    )


def _goes_with(clause: Token, verb: Token) -> bool:
    """ "Speaking on Monday, he said", "as he left on Monday, he said": both at one time."""
    if clause.dep_ != "advcl" or clause.head.i != verb.i:
        return False
    marks = {t.lower_ for t in clause.children if t.dep_ in ("mark", "advmod", "prep")}
    helped = any(t.dep_ in ("aux", "auxpass") for t in clause.children)
    if clause.tag_ == "VBG" and not helped:
        return not any(t.dep_ == "mark" for t in clause.children)
    return bool(marks & _AT_ONCE)


def _within(clause: Token, verb: Token) -> bool:
    """ "Said in a letter sent on Monday": the letter is dated, and with it what it says."""
    if clause.dep_ != "acl" or clause.tag_ != "VBN":
        return False
    prep = clause.head.head
    return prep.dep_ == "prep" and prep.lower_ in _DURING and prep.head.i == verb.i


def _qualifies(doc: Doc, time: Time) -> bool:
    """Whether a date only says which one is meant: "the 2015 ceasefire", "last week's vote"."""
    words = _words(doc, time.span)
    if words is None:
        return False
    root = words.root
    return root.dep_ in ("nummod", "compound", "amod", "poss", "nmod") and root.head.i > root.i


def _outer(verb: Token, clause: Token) -> float | None:
    token = verb
    for _ in range(_STEPS):
        if token.i == clause.i:
            return OUTER
        if token.head.i == token.i or (token.pos_ == "VERB" and token.dep_ not in _SUBORDINATE):
            return None
        token = token.head
    return None


def _governors(token: Token) -> Iterator[Token]:
    for _ in range(_STEPS):
        if token.head.i == token.i:
            return
        token = token.head
        yield token
