"""Quotations: what stands in quotation marks.

Double marks are paired first, paragraph by paragraph; then quotations that run over paragraphs
are joined; then single marks are paired, never across a double quotation's border, since most of
them are apostrophes. Where marks do not balance, the parity of the marks that follow decides
which reading leaves fewer of them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from onrecord.language.layers import Quotation
from onrecord.language.marks import Mark, double_marks, is_inch, single_marks, surely_closes
from onrecord.record import Span, Spans

RUN_LIMIT = 8
"""Paragraphs without any mark that a quotation opened before them can run over."""
_SINGLES_AHEAD = 60
"""Single marks looked at for a partner: an opening one without a close in so many has none."""


class _Pair(NamedTuple):
    """Marks that belong together; one of them is missing where they do not balance.

    ``bound`` is where the quotation starts or ends at the side of the missing mark.
    """

    opening: Mark | None
    closing: Mark | None
    bound: int


def read_quotations(text: str, paragraphs: Spans, headings: Spans = ()) -> tuple[Quotation, ...]:
    """Return the quotations of ``text`` in text order, an outer one before those inside it.

    Any two of them are disjoint or nested. Marks with no word between them are left out.
    """
    marks = [double_marks(text, paragraph) for paragraph in paragraphs]
    pairs = [_pair_doubles(text, p, row) for p, row in zip(paragraphs, marks, strict=True)]
    rows = [
        [_quotation(text, paragraph, pair) for pair in row]
        for paragraph, row in zip(paragraphs, pairs, strict=True)
    ]
    bodies = [n for n, paragraph in enumerate(paragraphs) if paragraph not in set(headings)]
    through = _join_runs(paragraphs, bodies=bodies, pairs=pairs, rows=rows)
    found = [Quotation(span=span, inner=span, continues=True) for span in through]
    for paragraph, row, taken in zip(paragraphs, rows, marks, strict=True):
        found += row
        singles = single_marks(text, paragraph, taken)
        found += _pair_singles(text, paragraph, singles, [q.span for q in row])
    return _nested(q for q in found if any(c.isalnum() for c in q.inner.of(text)))


def _pair_doubles(text: str, paragraph: Span, marks: Sequence[Mark]) -> list[_Pair]:
    # How many marks that open, that close, and of any kind follow each mark.
    opens_after, closes_after = (
        [*accumulate((m.role == role for m in reversed(marks)), initial=0)][-2::-1]
        for role in ("opens", "closes")
    )
    found: list[_Pair] = []
    stack: list[Mark] = []
    reached = paragraph.start
    for n, mark in enumerate(marks):
        odd_after = (len(marks) - n) % 2 == 0
        role = mark.role
        if role == "either":
            role = "opens" if not stack and (mark.straight or odd_after) else "closes"
        if role == "opens" and stack:
            nests = not (mark.straight and stack[-1].straight) and (
                len(stack) + 1 + opens_after[n] <= closes_after[n]
            )
            if mark.straight and not nests and not odd_after:
                role = "closes"
            elif not nests:
                found.append(_Pair(stack.pop(), None, mark.start))
        elif role == "closes" and not stack:
            if is_inch(text, mark):
                continue
            if mark.straight and odd_after and n:
                role = "opens"
        if role == "opens":
            stack.append(mark)
        else:
            found.append(_Pair(stack.pop() if stack else None, mark, reached))
        reached = mark.end
    found += (_Pair(mark, None, paragraph.end) for mark in stack)
    return sorted(found, key=_start)


def _start(pair: _Pair) -> int:
    return pair.opening.start if pair.opening else pair.bound


def _quotation(text: str, paragraph: Span, pair: _Pair) -> Quotation:
    if pair.opening and pair.closing:
        outer = Span(pair.opening.start, pair.closing.end)
        inner = _trimmed(text, pair.opening.end, pair.closing.start)
        return Quotation(span=outer, inner=inner)
    if pair.opening:
        inner = _trimmed(text, pair.opening.end, pair.bound)
        return Quotation(span=Span(pair.opening.start, inner.end), inner=inner, fault="unclosed")
    assert pair.closing is not None
    inner = _trimmed(text, pair.bound, pair.closing.start)
    return Quotation(span=Span(inner.start, pair.closing.end), inner=inner, fault="unopened")


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; empty at ``start`` where there is nothing else."""
    words = text[start:end]
    body = words.strip()
    if not body:
        return Span(start, start)
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(body))


def _join_runs(
    paragraphs: Spans,
    *,
    bodies: Sequence[int],
    pairs: Sequence[Sequence[_Pair]],
    rows: Sequence[list[Quotation]],
) -> list[Span]:
    """Join quotations that run over paragraphs, in place; return the paragraphs run through.

    Two customs: every paragraph opens with a mark and only the last closes; or the mark is not
    repeated, and the first mark after it closes.
    """
    through: list[Span] = []
    open_at: tuple[int, int] | None = None  # row and column of the quotation left open
    plain: list[Span] = []
    for n in bodies:
        paragraph, row = paragraphs[n], pairs[n]
        if open_at is not None:
            if not row and len(plain) < RUN_LIMIT:
                plain.append(paragraph)
                continue
            repeated = row and row[0].opening and row[0].opening.start == paragraph.start
            if row and (not row[0].opening or (repeated and not plain)):
                before = rows[open_at[0]]
                before[open_at[1]] = replace(before[open_at[1]], fault=None)
                fault = None if row[0].closing else rows[n][0].fault
                rows[n][0] = replace(rows[n][0], continues=True, fault=fault)
                through += plain
        open_at, plain = None, []
        for column, pair in enumerate(row):
            if not pair.closing and pair.bound == paragraph.end:
                open_at = n, column
                break
    return through


def _pair_singles(
    text: str, paragraph: Span, marks: Sequence[Mark], doubles: Sequence[Span]
) -> Iterator[Quotation]:
    """Quotations in single marks; one that finds no partner is taken for an apostrophe."""
    inside = _innermost(marks, doubles)
    taken = -1  # index of the last mark used
    for n, mark in enumerate(marks):
        if mark.role == "closes" or n <= taken:
            continue
        close: int | None = None
        for k in range(n + 1, min(len(marks), n + 1 + _SINGLES_AHEAD)):
            if marks[k].role == "opens":
                if close is not None:
                    break
                continue
            if inside[k] == inside[n] and marks[k].start > mark.end:
                close = k
                if surely_closes(text, marks[k], paragraph):
                    break
        if close is not None:
            taken = close
            span = Span(mark.start, marks[close].end)
            yield Quotation(span=span, inner=_trimmed(text, mark.end, marks[close].start))


def _innermost(marks: Sequence[Mark], doubles: Sequence[Span]) -> list[int]:
    """For each mark the number of the innermost double quotation around it, -1 for none."""
    found: list[int] = []
    around: list[int] = []
    rest = sorted(range(len(doubles)), key=lambda d: (doubles[d].start, -doubles[d].end))
    rest.reverse()
    for mark in marks:
        while rest and doubles[rest[-1]].start <= mark.start:
            around.append(rest.pop())
        while around and doubles[around[-1]].end <= mark.start:
            around.pop()
        found.append(around[-1] if around else -1)
    return found


def _nested(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Sort the quotations and give each its depth."""
    found: list[Quotation] = []
    around: list[int] = []
    for quotation in sorted(quotations, key=lambda q: (q.span.start, -q.span.end)):
        while around and around[-1] <= quotation.span.start:
            around.pop()
        found.append(replace(quotation, depth=len(around)) if around else quotation)
        around.append(quotation.span.end)
    return tuple(found)
