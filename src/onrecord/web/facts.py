"""One entry spelled out: every field with a name a reader understands, and its words in context."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.publish import wording
from onrecord.record import (
    Actor,
    Commitment,
    Event,
    Finding,
    Meeting,
    Position,
    Span,
    Spans,
    Statement,
)
from onrecord.web.held import Held, Name

_AROUND = 240
_LONGEST = 1_200


def facts(held: Held, name: Name) -> tuple[tuple[str, str], ...]:
    """Return an entry's fields as pairs of a name and words; what is not known is left out."""
    entry = held.entries[name]
    phrases = held.phrases
    if isinstance(entry, Statement):
        found = _statement(held, entry)
    elif isinstance(entry, Actor):
        found = iter((("actor", entry.name), ("known as", "; ".join(phrases.position(entry)))))
    elif isinstance(entry, Finding):
        found = iter(
            (("kind", entry.kind), ("severity", entry.severity), ("finding", entry.message))
        )
    elif isinstance(entry, Position):
        found = iter((("position", phrases.stance(entry)),))
    else:
        found = iter(
            (
                (name[0], phrases.step(entry)),
                ("day", _day(entry)),
                ("more", "; ".join(phrases.step_details(entry))),
            )
        )
    sure = ("confidence", f"{entry.confidence:.0%}")
    return tuple((field, words) for field, words in (*found, sure) if words)


def _day(entry: Event | Meeting | Commitment) -> str:
    return "" if isinstance(entry, Commitment) else wording.period(entry.when) or ""


def _statement(held: Held, said: Statement) -> Iterator[tuple[str, str]]:
    text, phrases = held.record.report.text, held.phrases
    yield "words", said.text
    yield "speaker", phrases.name(said.speaker) if said.speaker else "not known"
    yield "source, as printed", _words(text, said.source)
    yield "cue", _words(text, said.cue)
    yield "kind", wording.KINDS[said.kind]
    yield "certainty", said.certainty
    yield "said on", wording.period(said.said_on) or ""
    yield "channel", wording.CHANNELS[said.channel.kind] if said.channel else ""
    yield "to", phrases.names(said.addressees)


def _words(text: str, spans: Spans) -> str:
    return " … ".join(span.of(text) for span in spans)


def around(text: str, spans: Spans) -> Span:
    """Return the stretch of text to show around an entry's words: whole lines, not too much.

    What is too much is cut between words.
    """
    if not spans:
        return Span(0, 0)
    start, end = spans[0].start, min(spans[-1].end, spans[0].start + _LONGEST)
    left = text.rfind("\n", 0, start) + 1
    if start - left > _AROUND:
        left = text.find(" ", start - _AROUND, start) + 1 or start
    right = text.find("\n", end)
    right = len(text) if right < 0 else right
    if right - end > _AROUND:
        right = max(text.rfind(" ", end, end + _AROUND), end)
    return Span(left, right)


def marked(text: str, shown: Span, spans: Spans) -> tuple[tuple[str, bool], ...]:
    """Return the stretch ``shown`` in pieces, each with whether an entry rests on it."""
    out: list[tuple[str, bool]] = []
    at = shown.start
    for span in spans:
        start, end = max(span.start, at), min(span.end, shown.end)
        if start < end:
            out += [(text[at:start], False), (text[start:end], True)]
            at = end
    return tuple(piece for piece in (*out, (text[at : shown.end], False)) if piece[0])
