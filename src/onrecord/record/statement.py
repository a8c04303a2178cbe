"""Statements: attributions in the sense of the PolNeAR guidelines.

A report cites what someone said or wrote, or describes what a person or group believes,
intends, wants or feels (Newell, Margolin and Ruths, "An Attribution Relations Corpus for
Political News", LREC 2018).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.record.period import Period
from onrecord.record.span import Spans, check_confidence, check_spans

StatementKind: TypeAlias = Literal["direct", "indirect", "mixed"]
ChannelKind: TypeAlias = Literal[
    "op-ed",
    "interview",
    "statement",
    "speech",
    "press-conference",
    "social-media",
    "letter",
    "call",
    "report",
    "leak",
]
Certainty: TypeAlias = Literal["asserted", "hedged", "denied", "feared", "expected", "conditional"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """By what way the words reached the public; ``outlet`` is an actor's id where one is named."""

    kind: ChannelKind
    outlet: str | None = None
    evidence: Spans = ()

    def __post_init__(self) -> None:
        check_spans(self.evidence, what=f"channel {self.kind}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what, in which words.

    ``source``, ``cue`` and ``content`` are what the report prints; ``speaker`` is the actor behind
    the source's words. ``text`` is the content's words, joined by ``" … "``. ``speaker`` is
    ``None`` where the report names no source or it could not be resolved. ``inside`` is the id
    of the statement that quotes this one.
    """

    id: str
    kind: StatementKind
    speaker: str | None
    source: Spans
    cue: Spans
    content: Spans
    text: str
    said_on: Period | None = None
    said_on_evidence: Spans = ()
    channel: Channel | None = None
    addressees: tuple[str, ...] = ()
    certainty: Certainty = "asserted"
    certainty_evidence: Spans = ()
    inside: str | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        for role in ("source", "cue", "content", "said_on_evidence", "certainty_evidence"):
            check_spans(getattr(self, role), what=f"statement {self.id}, {role}")
        check_confidence(self.confidence, what=f"statement {self.id}")

    @property
    def evidence(self) -> Spans:
        """Everything the entry rests on, in text order."""
        return tuple(sorted({*self.source, *self.cue, *self.content}))


CONTENT_JOINT = " … "
"""What stands between the parts of a discontinuous content in ``Statement.text``."""
