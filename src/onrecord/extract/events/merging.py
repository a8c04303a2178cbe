"""One entry a happening: mentions of the same one put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.record import Event, Period, merge

_OF_WORDS = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "AID"))
"""Types whose sides do the like again and again: the same word must speak for it."""

_AHEAD = frozenset(("planned", "proposed", "conditional", "hypothetical"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention as an event of its own, with what tells whether another means the same."""

    event: Event
    word: str
    definite: bool
    signs: Mapping[str, float] = field(default_factory=dict)
    bare: bool = False
    """A noun without a verb: it tells nothing of its own about when and whether."""


def merged(mentions: Sequence[Mention], *, min_confidence: float = 0.0) -> tuple[Event, ...]:
    """Return the events of a report, e1, e2, ... in the order of their first mention.

    An event is as sure as its surest mention; those under ``min_confidence`` are left out.
    """
    kept: list[Mention] = []
    for mention in mentions:
        for n in range(len(kept) - 1, -1, -1):
            if _same(kept[n], mention):
                kept[n] = _joined(kept[n], mention)
                break
        else:
            kept.append(mention)
    sure = (m.event for m in kept if m.event.confidence >= min_confidence)
    return tuple(replace(event, id=f"e{n}") for n, event in enumerate(sure, start=1))


def _same(one: Mention, other: Mention) -> bool:
    a, b = one.event, other.event
    if a.type != b.type or not (
        (a.status in _AHEAD) == (b.status in _AHEAD) or one.bare or other.bare
    ):
        return False
    if (a.status == "denied") != (b.status == "denied") or _apart(a.when, b.when):
        return False
    sides_a, sides_b = {*a.actors, *a.recipients}, {*b.actors, *b.recipients}
    if not sides_a & sides_b:
        return False
    if a.type in ("CONSULT", "COOPERATE"):
        return sides_a <= sides_b or sides_b <= sides_a
    if not _meet(a.actors, b.actors) or not _meet(a.recipients, b.recipients):
        return False
    if a.type in _OF_WORDS:
        return one.word == other.word and other.definite and a.recipients == b.recipients
    return one.word == other.word or other.definite or a.when == b.when is not None


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _apart(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None or None in (one.start, one.end, other.start, other.end):
        return False
    assert one.start and one.end and other.start and other.end
    return one.end < other.start or other.end < one.start


def _joined(one: Mention, other: Mention) -> Mention:
    a, b = one.event, other.event
    return replace(
        one,
        bare=one.bare and other.bare,
        event=replace(
            a,
            status=b.status if one.bare and not other.bare else a.status,
            actors=tuple(dict.fromkeys((*a.actors, *b.actors))),
            recipients=tuple(dict.fromkeys((*a.recipients, *b.recipients))),
            trigger=merge((*a.trigger, *b.trigger)),
            when=a.when or b.when,
            place=a.place or b.place,
            mode=a.mode or b.mode,
            contexts=tuple(dict.fromkeys((*a.contexts, *b.contexts))),
            inside=a.inside if b.inside is not None else None,
            confidence=max(a.confidence, b.confidence),
        ),
    )
