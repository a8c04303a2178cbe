"""Actors: persons, states, governments, organisations, groups, outlets and unnamed sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.record.span import Span, Spans, check_confidence, check_spans

ActorKind: TypeAlias = Literal[
    "person", "state", "government", "organisation", "group", "outlet", "unnamed"
]
MentionForm: TypeAlias = Literal["name", "nominal", "pronoun", "metonym"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a report refers to an actor; ``text`` is ``report.text[start:end]``."""

    span: Span
    text: str
    form: MentionForm

    def __post_init__(self) -> None:
        check_spans((self.span,), what=f"mention {self.text!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office the report gives a person, in the report's words and in the tables' terms.

    ``of`` is an ISO 3166-1 alpha-3 code or an organisation's id; ``None`` where the report
    leaves it open. ``claimed`` is the time relation the report states, not what the tables say.
    """

    title: str
    of: str | None
    as_written: str
    claimed: Literal["current", "former", "future"] = "current"
    evidence: Spans = ()

    def __post_init__(self) -> None:
        check_spans(self.evidence, what=f"office {self.as_written!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or some body who speaks, acts or is acted upon.

    ``country`` is ISO 3166-1 alpha-3. ``known_as`` is a Wikidata id, only where a knowledge table
    has one. ``represents`` and ``members`` hold ids of other actors of the same record.
    """

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    known_as: str | None = None
    offices: tuple[Office, ...] = ()
    represents: str | None = None
    members: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_confidence(self.confidence, what=f"actor {self.id}")
