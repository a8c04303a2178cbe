"""Where an attribution stands in the parse: its cue's word and the words around its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extract.shape import Attribution
from onrecord.record import Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The cue's governing word (``None`` without a cue) and the sentence it stands in.

    ``around`` holds the positions of the sentence's words outside the content.
    """

    doc: Doc
    attribution: Attribution
    cue: Token | None
    around: tuple[int, ...]

    def governors(self) -> Iterator[Token]:
        """Yield the cue's word and what governs it, within the sentence and outside the content."""
        token = self.cue
        inside = set(self.around)
        for _ in range(8):
            if token is None or token.i not in inside:
                return
            yield token
            if token.head.i == token.i:
                return
            token = token.head


def anchored(doc: Doc, attribution: Attribution) -> Anchor:
    """Return where ``attribution`` stands in the parse of ``doc``."""
    cue = _root(doc, attribution.cue)
    if cue is None:
        return Anchor(doc=doc, attribution=attribution, cue=None, around=())
    content = [words(doc, span) for span in attribution.content]
    around = tuple(
        i
        for i in range(*_sentence(doc, cue.i))
        if not any(start <= i < end for start, end in content)
    )
    return Anchor(doc=doc, attribution=attribution, cue=cue, around=around)


def _sentence(doc: Doc, at: int) -> tuple[int, int]:
    """The sentence around a word; ``Token.sent`` walks the whole Doc at each call."""
    start, end = at, at + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return start, end


def words(doc: Doc, span: Span) -> tuple[int, int]:
    """Return the positions of the words a span touches, half-open."""
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    return (part.start, part.end) if part is not None else (0, 0)


def characters(doc: Doc, start: int, end: int) -> Span:
    """Return the span of the words ``[start, end)``."""
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last))


def _root(doc: Doc, spans: Spans) -> Token | None:
    """The word that governs the rest: a verb before a noun before anything else."""
    found: list[Token] = []
    for span in spans:
        start, end = words(doc, span)
        if start < end:
            found.append(doc[start:end].root)
    verb = next((token for token in found if token.pos_ in ("VERB", "AUX")), None)
    return verb or next(iter(found), None)
