"""What a statement takes over from the one before it: the channel and the day of the saying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.anchor import Anchor
from onrecord.record import Statement

_GOING_ON = frozenset(("add", "continue", "conclude", "write", "go", "say", "tell", "note"))
"""Verbs that keep the channel of what the same speaker was just quoted from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement on its way, with what the next one may take over from it."""

    anchor: Anchor
    statement: Statement
    paragraph: int


def carried(draft: Draft, before: Sequence[Draft]) -> Draft:
    """Take over channel and date from the statement that this one plainly goes on from.

    A clause hung on another statement's verb ("..., he wrote, adding that") shares both. Another
    sentence keeps the channel only where the same speaker, in the same paragraph or the next,
    goes on speaking with nobody else in between.
    """
    last = before[-1] if before else None
    statement, cue = draft.statement, draft.anchor.cue
    if last is None or statement.speaker is None or statement.inside is not None:
        return draft
    if last.statement.speaker != statement.speaker or last.anchor.cue is None:
        return draft
    if cue is None or draft.anchor.cue == last.anchor.cue:
        hung = True  # a quotation that goes on without a verb of its own
    else:
        hung = cue.dep_ in ("advcl", "conj") and cue.head.i == last.anchor.cue.i
    near = draft.paragraph - last.paragraph <= 1
    goes_on = cue is not None and cue.lemma_.lower() in _GOING_ON and near
    if not (hung or goes_on):
        return draft
    old = last.statement
    if statement.channel is None and old.channel is not None:
        statement = replace(statement, channel=old.channel)
    shares = hung or statement.channel == old.channel is not None
    if statement.said_on is None and old.said_on is not None and shares:
        statement = replace(statement, said_on=old.said_on, said_on_evidence=old.said_on_evidence)
    return replace(draft, statement=statement)
