"""What is kept: the report and its entries, frozen, checked and free of any parser's objects."""

from onrecord.record.actor import Actor, ActorKind, Mention, MentionForm, Office
from onrecord.record.codec import SCHEMA
from onrecord.record.context import Finding, Place, Position, Severity, Time, TimeType
from onrecord.record.happening import (
    AgendaItem,
    Commitment,
    Condition,
    Event,
    EventType,
    Meeting,
    Participant,
    Role,
    Status,
    Strength,
)
from onrecord.record.period import Period
from onrecord.record.record import Record
from onrecord.record.report import Origin, Report, report_id
from onrecord.record.span import Span, Spans, merge
from onrecord.record.statement import (
    CONTENT_JOINT,
    Certainty,
    Channel,
    ChannelKind,
    Statement,
    StatementKind,
)

__all__ = [
    "CONTENT_JOINT",
    "SCHEMA",
    "Actor",
    "ActorKind",
    "AgendaItem",
    "Certainty",
    "Channel",
    "ChannelKind",
    "Commitment",
    "Condition",
    "Event",
    "EventType",
    "Finding",
    "Meeting",
    "Mention",
    "MentionForm",
    "Office",
    "Origin",
    "Participant",
    "Period",
    "Place",
    "Position",
    "Record",
    "Report",
    "Role",
    "Severity",
    "Span",
    "Spans",
    "Statement",
    "StatementKind",
    "Status",
    "Strength",
    "Time",
    "TimeType",
    "merge",
    "report_id",
]
