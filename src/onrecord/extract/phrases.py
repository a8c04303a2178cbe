"""Stretches of tokens: subtrees less what does not belong to them, verb groups, clean edges.

A stretch is a half-open pair of token positions; characters come last, in ``spans_of``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from spacy.tokens import Doc, Token

from onrecord.language.datelines import dateline_end
from onrecord.language.layers import Quotation
from onrecord.record import Span, Spans, merge

Stretch: TypeAlias = tuple[int, int]

_EDGE = frozenset(",.;:–—-―…")
_LOOSE = frozenset(" ;:–—-―")
_DOUBLE = frozenset('"“”„«»')
_GROUP = frozenset(("aux", "auxpass", "neg", "advmod"))


def subtree(token: Token) -> Stretch:
    """Return the stretch from the left to the right edge of a token's subtree."""
    return token.left_edge.i, token.right_edge.i + 1


def without(stretch: Stretch, hole: Stretch) -> list[Stretch]:
    """Return what is left of ``stretch`` when ``hole`` is cut out."""
    start, end = stretch
    if hole[1] <= start or end <= hole[0]:
        return [stretch]
    return [(a, b) for a, b in ((start, hole[0]), (hole[1], end)) if a < b]


def verb_group(verb: Token) -> Stretch:
    """Return the verb with the auxiliaries, negation and adverbs right before it, and its particle.

    PolNeAR's cue spans: "has expressed", "did not deny", "also said", "pointed out".
    """
    start, end = verb.i, verb.i + 1
    left = [t for t in verb.lefts if t.dep_ in _GROUP and t.lower_ not in ("when", "how", "why")]
    for child in reversed(left):
        if child.i != start - 1:
            break
        start = child.i
    for child in verb.rights:
        if child.dep_ == "prt" and child.i == end:
            end += 1
    return start, end


def trim(doc: Doc, stretch: Stretch) -> Stretch | None:
    """Drop white space and punctuation at the edges, quotation marks excepted."""
    start, end = stretch
    while start < end and _is_edge(doc[start]):
        start += 1
    while start < end and _is_edge(doc[end - 1]):
        end -= 1
    if all(doc[i].is_punct or doc[i].is_space for i in range(start, end)):
        return None
    return start, end


def _is_edge(token: Token) -> bool:
    text = token.text
    if text[0] in _EDGE and len(text) <= 3:
        # A dot belongs to its abbreviation ("U.S."), which is one token of more than a dot.
        return all(c in _EDGE for c in text)
    return token.is_space


def spans_of(
    doc: Doc, stretches: Iterable[Stretch], *, text: str, quotations: Sequence[Quotation] = ()
) -> Spans:
    """Return the stretches as code-point spans, edges trimmed, marks of whole quotations kept.

    ``text`` is ``doc.text``, which spaCy puts together anew at each call.
    """
    out: list[Span] = []
    for stretch in stretches:
        clean = trim(doc, stretch)
        if clean is None:
            continue
        first, last = doc[clean[0]], doc[clean[1] - 1]
        span = _with_marks(text, Span(first.idx, last.idx + len(last)), quotations)
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
        else:
            out.append(span)
    return tuple(out)


def tidied(text: str, spans: Spans, quotations: Sequence[Quotation]) -> Spans:
    """Return spans with clean edges: no stray punctuation, marks in pairs; none may be left."""
    out: list[Span] = []
    for span in spans:
        start, end = span
        while start < end and (text[start].isspace() or text[start] in _EDGE):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in _LOOSE):
            end -= 1
        if start < end and not _wordless(text[start:end]):
            out.append(_with_marks(text, Span(start, end), quotations))
    return merge(out)


def without_dateline(text: str, spans: Spans, paragraphs: Spans) -> Spans:
    """Return spans of ``text`` that do not reach into the dateline a paragraph begins with."""
    out = []
    for span in spans:
        at = bisect_right(paragraphs, span.start, key=lambda p: p.start) - 1
        start = max(span.start, dateline_end(text, *paragraphs[at])) if at >= 0 else span.start
        if start < span.end:
            out.append(Span(start, span.end))
    return tuple(out)


def _with_marks(text: str, span: Span, quotations: Sequence[Quotation]) -> Span:
    """Move an edge out to a quotation's mark where only punctuation lies between.

    A mark whose partner stays outside the span is dropped instead.
    """
    start, end = span
    near = [q.span for q in quotations if q.span.start < end + 2 and q.span.end > start - 2]
    for mark in near:
        if mark.start <= start < mark.end and _wordless(text[mark.start : start]):
            start = mark.start
        if mark.start < end <= mark.end and _wordless(text[end : mark.end]):
            end = mark.end
    opening = {mark.start for mark in near if mark.end <= end}
    closing = {mark.end for mark in near if mark.start >= start}
    while end - start > 1 and text[start] in _DOUBLE and start not in opening:
        start += 1
    while end - start > 1 and text[end - 1] in _DOUBLE and end not in closing:
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else span


def _wordless(text: str) -> bool:
    return not any(c.isalnum() for c in text)
