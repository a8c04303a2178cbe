"""The order in which a record is shown: groups by speaker, the cast, the course of things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from onrecord.record import (
    Actor,
    Commitment,
    Event,
    Finding,
    Meeting,
    Period,
    Record,
    Span,
    Spans,
    Statement,
    Status,
)

OFTEN = 3
"""Mentions that make an actor who neither speaks, acts nor holds an office worth showing."""

Happening: TypeAlias = Event | Meeting | Commitment


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One speaker's statements.

    ``actor`` is ``None`` where the source could not be resolved; ``printed`` then holds the
    words the report prints for it, ``None`` where it prints none.
    """

    actor: Actor | None
    printed: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who is who: those that matter, holders of offices first, and the rest, by first mention."""

    main: tuple[Actor, ...]
    rest: tuple[Actor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One event, meeting or commitment in the course of things."""

    side: Literal["happened", "ahead"]
    when: Period | None
    status: Status | None
    evidence: Spans
    entry: Happening


def voices(record: Record) -> tuple[Voice, ...]:
    """Return the statements by speaker, speakers in order of their first statement."""
    actors = {actor.id: actor for actor in record.actors}
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in in_text_order(record):
        if statement.speaker is not None:
            key = ("actor", statement.speaker)
        else:
            key = ("printed", printed_source(record, statement).casefold())
        groups.setdefault(key, []).append(statement)
    return tuple(
        Voice(
            actor=actors[name] if by == "actor" else None,
            printed=None if by == "actor" else printed_source(record, found[0]) or None,
            statements=tuple(found),
        )
        for (by, name), found in groups.items()
    )


def in_text_order(record: Record) -> tuple[Statement, ...]:
    """Return the statements in the order of their first words."""
    return tuple(sorted(record.statements, key=_first_word))


def printed_source(record: Record, statement: Statement) -> str:
    """Return the words the report prints for a statement's source, empty where it prints none."""
    return " … ".join(span.of(record.report.text) for span in statement.source)


def cast(record: Record) -> Cast:
    """Split the actors into those a reader should know, office holders first, and the rest."""
    involved = set(_involved(record))
    ordered = sorted(record.actors, key=lambda actor: (not actor.offices, _first_mention(actor)))
    main = tuple(a for a in ordered if a.id in involved or a.offices or len(a.mentions) >= OFTEN)
    chosen = {actor.id for actor in main}
    return Cast(main=main, rest=tuple(a for a in ordered if a.id not in chosen))


def course(record: Record) -> tuple[Step, ...]:
    """Return what happened, then what lies ahead; within each by day, the undated last.

    A consultation told by the words of a meeting is shown as that meeting alone.
    """
    told = [span for meeting in record.meetings for span in meeting.evidence]
    events = (e for e in record.events if not _is_told(e, told))
    steps = [*map(_step_of_event, events), *map(_step_of_meeting, record.meetings)]
    steps += map(_step_of_commitment, record.commitments)
    return tuple(sorted(steps, key=_step_order))


def _is_told(event: Event, told: Sequence[Span]) -> bool:
    return event.type == "CONSULT" and any(t.overlaps(s) for t in event.trigger for s in told)


def findings(record: Record) -> tuple[Finding, ...]:
    """Return the findings, the gravest first, then in text order."""
    rank = {"error": 0, "warning": 1, "note": 2}
    return tuple(
        sorted(record.findings, key=lambda f: (rank[f.severity], f.evidence[:1] or ((0, 0),)))
    )


def _involved(record: Record) -> Iterator[str]:
    for statement in record.statements:
        yield from statement.addressees
        if statement.speaker is not None:
            yield statement.speaker
        if statement.channel is not None and statement.channel.outlet is not None:
            yield statement.channel.outlet
    for event in record.events:
        yield from (*event.actors, *event.recipients)
    for meeting in record.meetings:
        yield from (participant.actor for participant in meeting.participants)
        if meeting.host is not None:
            yield meeting.host
    for commitment in record.commitments:
        yield commitment.actor
        if commitment.beneficiary is not None:
            yield commitment.beneficiary


def _first_word(statement: Statement) -> tuple[int, int]:
    return statement.evidence[0] if statement.evidence else (0, 0)


def _first_mention(actor: Actor) -> int:
    return min((mention.span.start for mention in actor.mentions), default=1 << 62)


def _step_of_event(event: Event) -> Step:
    return Step(
        side=_side(event.status),
        when=event.when,
        status=event.status,
        evidence=event.trigger,
        entry=event,
    )


def _step_of_meeting(meeting: Meeting) -> Step:
    return Step(
        side=_side(meeting.status),
        when=meeting.when,
        status=meeting.status,
        evidence=meeting.evidence,
        entry=meeting,
    )


def _step_of_commitment(commitment: Commitment) -> Step:
    begun = commitment.strength == "has-begun"
    return Step(
        side="happened" if begun else "ahead",
        when=None,
        status=None,
        evidence=commitment.evidence,
        entry=commitment,
    )


def _side(status: Status) -> Literal["happened", "ahead"]:
    return "happened" if status in ("happened", "ongoing", "denied") else "ahead"


def _step_order(step: Step) -> tuple[bool, bool, date, int]:
    start = step.when.start or step.when.end if step.when is not None else None
    first = step.evidence[0].start if step.evidence else 0
    return step.side == "ahead", start is None, start or date.min, first
