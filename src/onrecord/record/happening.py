"""Happenings: PLOVER events, meetings and commitments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.record.period import Period
from onrecord.record.span import Span, Spans, check_confidence, check_spans

EventType: TypeAlias = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Status: TypeAlias = Literal[
    "happened", "ongoing", "planned", "proposed", "conditional", "denied", "hypothetical"
]
Role: TypeAlias = Literal["attends", "invited", "represented", "absent", "excluded"]
Strength: TypeAlias = Literal["refuses", "considers", "ready", "intends", "promises", "has-begun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, coded by PLOVER (type, mode, contexts).

    ``inside`` is the id of the statement that reports it: the outlet does not vouch for it.
    """

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    trigger: Spans = ()
    place: str | None = None
    when: Period | None = None
    status: Status = "happened"
    inside: str | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_spans(self.trigger, what=f"event {self.id}")
        check_confidence(self.confidence, what=f"event {self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor's part in a meeting."""

    actor: str
    role: Role = "attends"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """What a meeting is about, in the report's words."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """An encounter of actors: one entry however often the report mentions it.

    ``follows`` is the id of the meeting that this one goes on from: of the first round, say.
    """

    id: str
    name: str | None = None
    form: str | None = None
    place: str | None = None
    when: Period | None = None
    status: Status = "happened"
    host: str | None = None
    participants: tuple[Participant, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    follows: str | None = None
    evidence: Spans = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_spans(self.evidence, what=f"meeting {self.id}")
        check_confidence(self.confidence, what=f"meeting {self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The words that make a commitment depend on something."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """An act an actor takes on or rules out."""

    id: str
    actor: str
    strength: Strength
    act: str
    beneficiary: str | None = None
    condition: Condition | None = None
    evidence: Spans = ()
    statement: str | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_spans(self.evidence, what=f"commitment {self.id}")
        check_confidence(self.confidence, what=f"commitment {self.id}")
