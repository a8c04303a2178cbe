"""Context: places, calendar expressions, positions and findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from onrecord.record.span import Span, Spans, check_confidence, check_spans

TimeType: TypeAlias = Literal["date", "duration", "set", "time"]
Severity: TypeAlias = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with coordinates in degrees, WGS 84."""

    id: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    mentions: Spans = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A calendar expression, normalised after TimeML's TIMEX3.

    ``start`` and ``end`` are the first and last day it can mean; ``None`` where the expression
    stays relative because the publication date is unknown, or names no day (durations, sets).
    """

    span: Span
    text: str
    type: TimeType
    value: str | None
    start: date | None = None
    end: date | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_spans((self.span,), what=f"time {self.text!r}")
        check_confidence(self.confidence, what=f"time {self.text!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where an actor stands on a question; ``grounds`` (``from`` in JSON) names its entries."""

    id: str
    actor: str
    question: str
    stance: Literal["for", "against", "conditional", "undecided"]
    since: date | None = None
    evidence: Spans = ()
    grounds: tuple[str, ...] = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_spans(self.evidence, what=f"position {self.id}")
        check_confidence(self.confidence, what=f"position {self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a careful editor would query, in one sentence a reader understands.

    ``kind`` is a stable word such as ``undated`` or ``unattributed-quote``; ``facts`` holds the
    table rows or entry ids the finding rests on.
    """

    kind: str
    severity: Severity
    message: str
    evidence: Spans = ()
    facts: tuple[str, ...] = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_spans(self.evidence, what=f"finding {self.kind}")
        check_confidence(self.confidence, what=f"finding {self.kind}")
