"""Direct quotations: the verb beside the marks, and the quotations that go on after it.

Works on the words around the marks rather than on the parse, which long quotations mislead.
Patterns: ``"…," he said``, ``"…," said Smith``, ``Smith said: "…"``, ``"…," he said, "…"``,
``"…," he said. "…"`` and the next paragraph that is quotation only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extract.phrases import Stretch, subtree, verb_group
from onrecord.language.layers import Quotation
from onrecord.record import Spans

_STOPS = frozenset((".", "!", "?"))
_ATTACHED = frozenset((",", "?", "!", "…", "—", "–", "-", "--", "..."))


@dataclass(slots=True)
class Quoted:
    """A run of quotations with the verb that attributes them; token stretches, marks included."""

    verb: int
    source: tuple[Stretch, ...]
    cue: Stretch
    content: list[Stretch]
    frame: str


@dataclass(frozen=True, slots=True)
class _Quote:
    """An outermost quotation as tokens ``[start, end)`` with its marks, in paragraph ``par``."""

    start: int
    end: int
    par: int
    continues: bool


def quoted(
    doc: Doc,
    *,
    quotations: Sequence[Quotation],
    paragraphs: Spans,
    is_speech: Callable[[str], bool],
) -> Iterator[Quoted]:
    """Yield the attributed runs of direct quotations in text order.

    ``is_speech`` tells whether a lemma introduces quotations.
    """
    current: Quoted | None = None
    before: _Quote | None = None
    for quote, left, right in _quotes(doc, quotations, paragraphs):
        ahead = _verb_after(doc, quote, right, is_speech)
        behind = _verb_before(doc, quote, left, is_speech)
        if behind is not None and current is not None and behind.i == current.verb:
            current.content.append((quote.start, quote.end))  # "A," he said, "B."
        elif ahead is not None and (behind is None or _has_comma(doc, quote)):
            if current is not None:
                yield current
            current = _run(ahead, quote, "quote<")
            current.content = [(_sentence_start(doc, quote, left), quote.end)]
        elif behind is not None:
            if current is not None:
                yield current
            current = _run(behind, quote, "quote>")
        elif (
            current is not None
            and before is not None
            and _goes_on(doc, before, quote, (left, right))
        ):
            current.content.append((quote.start, quote.end))
        elif current is not None:
            yield current
            current = None
        before = quote
    if current is not None:
        yield current


def _sentence_start(doc: Doc, quote: _Quote, left: int) -> int:
    """Where the reported sentence begins: before the mark if the quotation opens amid it.

    ``The strike "was a message," he said``: the words before the mark are his as well.
    """
    first = next((t for t in doc[quote.start : quote.end] if t.text[0].isalpha()), None)
    if first is None or not first.text[0].islower():
        return quote.start
    start = quote.start
    while start > left and doc[start - 1].text not in _STOPS and not doc[start - 1].is_space:
        start -= 1
    return start


def _run(verb: Token, quote: _Quote, frame: str) -> Quoted:
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    holder = verb
    while not subjects and holder.dep_ in ("conj", "xcomp", "advcl") and holder.head.i != holder.i:
        holder = holder.head
        subjects = [c for c in holder.children if c.dep_ == "nsubj"]
    if not subjects and frame == "quote<":
        # "…," added Holm: the parse at times takes the speaker for an object.
        subjects = [c for c in verb.rights if c.pos_ in ("PROPN", "PRON", "NOUN")][:1]
    source = tuple(_clear_of(subtree(s), quote) for s in subjects[-1:])
    return Quoted(
        verb=verb.i,
        source=tuple(s for s in source if s[0] < s[1]),
        cue=verb_group(verb),
        content=[(quote.start, quote.end)],
        frame=frame,
    )


def _clear_of(stretch: Stretch, quote: _Quote) -> Stretch:
    start, end = stretch
    if start < quote.end <= end and quote.start <= start:
        return quote.end, end
    if start < quote.start < end:
        return start, quote.start
    return stretch


def _quotes(
    doc: Doc, quotations: Sequence[Quotation], paragraphs: Spans
) -> Iterator[tuple[_Quote, int, int]]:
    """Yield each outermost quotation with how far its own outside words reach left and right."""
    offsets = doc.to_array("IDX").tolist()
    bounds = [(bisect_left(offsets, p.start), bisect_left(offsets, p.end)) for p in paragraphs]
    starts = [p.start for p in paragraphs]
    quotes = []
    for quotation in quotations:
        if quotation.depth:
            continue
        start = bisect_left(offsets, quotation.span.start)
        end = bisect_left(offsets, quotation.span.end)
        par = max(0, bisect_left(starts, quotation.span.start + 1) - 1)
        if start < end:
            quotes.append(_Quote(start, end, par, quotation.continues))
    for n, quote in enumerate(quotes):
        low, high = bounds[quote.par] if bounds else (0, len(doc))
        if n and quotes[n - 1].par == quote.par:
            low = max(low, quotes[n - 1].end)
        if n + 1 < len(quotes) and quotes[n + 1].par == quote.par:
            high = min(high, quotes[n + 1].start)
        yield quote, min(low, quote.start), max(high, quote.end)


def _verb_after(
    doc: Doc, quote: _Quote, limit: int, is_speech: Callable[[str], bool]
) -> Token | None:
    """The verb of ``"…," he said`` or ``"…," said Smith``; its clause opens right at the mark."""
    if not _has_comma(doc, quote):
        return None
    start = quote.end
    while start < limit and doc[start].is_punct:
        start += 1
    for i in range(start, min(limit, start + 40)):
        token = doc[i]
        if token.text in _STOPS:
            return None
        if token.pos_ not in ("VERB", "AUX") or not is_speech(token.lemma_.lower()):
            continue
        subjects = [c for c in token.children if c.dep_ == "nsubj"]
        opening = min((c.left_edge.i for c in subjects if c.i >= start), default=i)
        if min(opening, verb_group(token)[0]) <= start + 1 and (subjects or i <= start + 1):
            if not subjects and token.tag_ == "VBG":
                return None  # 'called it a "moment," stressing ...' hangs on the verb before
            return token
    return None


def _verb_before(
    doc: Doc, quote: _Quote, limit: int, is_speech: Callable[[str], bool]
) -> Token | None:
    """The verb of ``Smith said: "…"`` and ``Smith said, "…"``."""
    last = quote.start - 1
    while last >= limit and doc[last].is_space:
        last -= 1
    if last < limit:
        return None
    opener = doc[last]
    if quote.end - quote.start <= 5 and opener.text not in (",", ":"):
        return None  # a title or a phrase: told "Face the Nation"
    if opener.text not in (",", ":") and not is_speech(opener.lemma_.lower()):
        return None
    for i in range(last, max(limit - 1, last - 30), -1):
        token = doc[i]
        if token.text in _STOPS and i < last:
            return None
        if token.pos_ in ("VERB", "AUX") and is_speech(token.lemma_.lower()):
            return token
    return None


def _has_comma(doc: Doc, quote: _Quote) -> bool:
    """Whether the quotation ends in a comma or a stop other than a full stop."""
    inside = doc[max(quote.start, quote.end - 2)]
    after = doc[quote.end] if quote.end < len(doc) else None
    return inside.text[-1] in ",?!…—–-" or (after is not None and after.text in _ATTACHED)


def _goes_on(doc: Doc, before: _Quote, quote: _Quote, room: Stretch) -> bool:
    """Whether a quotation without a verb of its own goes on with the run before it."""
    if quote.end - quote.start < 5:
        return False
    between = doc[room[0] : quote.start]
    if quote.par == before.par:
        # ``"A," he said. "B."``: the words between are the verb's clause, and it has ended.
        last = next((t for t in reversed(list(between)) if not t.is_space), None)
        return last is None or last.text in _STOPS or last.text[-1] == "."
    # In the next paragraph only if that is quotation alone, or the marks say that it goes on.
    rest = () if quote.continues else doc[quote.end : room[1]]
    alone = all(t.is_space or t.is_punct for part in (between, rest) for t in part)
    return alone and quote.par == before.par + 1
