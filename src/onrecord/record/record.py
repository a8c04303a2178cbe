"""The record: everything onrecord holds of one report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from onrecord.errors import RecordError
from onrecord.record import codec
from onrecord.record.actor import Actor
from onrecord.record.codec import SCHEMA
from onrecord.record.context import Finding, Place, Position, Time
from onrecord.record.happening import Commitment, Event, Meeting
from onrecord.record.report import Report
from onrecord.record.span import Span
from onrecord.record.statement import CONTENT_JOINT, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A report and its entries; checked whole when it is made.

    Raises ``RecordError`` where a span leaves the text, a substring differs from the text it
    claims, or an entry refers to an actor or statement the record does not hold.
    """

    schema: str = SCHEMA
    version: str
    model: str
    report: Report
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        size = len(self.report.text)
        for what, span in self._spans():
            if span.end > size:
                raise RecordError(f"{what}: {list(span)} leaves the text of {size} code points")
        self._check_substrings()
        self._check_references()
        self._check_happenings()

    def actor(self, actor_id: str) -> Actor:
        """Return the actor of that id; ``KeyError`` where there is none."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)

    def to_builtins(self) -> dict[str, Any]:
        """Return the record as plain dictionaries and lists, dates as ISO 8601 strings."""
        return codec.to_builtins(self)

    def to_json(self, *, indent: int = 0) -> str:
        """Return the record as JSON: one line, or indented by ``indent`` spaces."""
        return codec.encode(self, indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Record:
        """Return the record a JSON text holds; ``RecordError`` names the path of any fault."""
        return codec.decode(data, cls)

    def to_frame(self, table: str = "statements") -> Any:
        """Return one of the record's flat tables as a ``pandas.DataFrame``.

        Needs the ``frames`` extra; tables and columns are those of :mod:`onrecord.publish`.
        """
        # By name: the tables are a way of publishing, a room the record must not know of.
        return import_module("onrecord.publish").to_frame(self, table)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of the contract, made from the data classes."""
        return codec.schema_of(cls)

    def _spans(self) -> Iterator[tuple[str, Span]]:
        for actor in self.actors:
            yield from ((f"actor {actor.id}", m.span) for m in actor.mentions)
            for office in actor.offices:
                yield from ((f"office {office.as_written}", s) for s in office.evidence)
        for statement in self.statements:
            what = f"statement {statement.id}"
            yield from ((what, s) for s in statement.evidence)
            yield from ((what, s) for s in statement.said_on_evidence)
            yield from ((what, s) for s in statement.certainty_evidence)
            if statement.channel is not None:
                yield from ((what, s) for s in statement.channel.evidence)
        for event in self.events:
            yield from ((f"event {event.id}", s) for s in event.trigger)
        for meeting in self.meetings:
            yield from ((f"meeting {meeting.id}", s) for s in meeting.evidence)
            yield from ((f"meeting {meeting.id}", item.span) for item in meeting.agenda)
        for commitment in self.commitments:
            yield from ((f"commitment {commitment.id}", s) for s in commitment.evidence)
            if commitment.condition is not None:
                yield f"commitment {commitment.id}", commitment.condition.span
        for place in self.places:
            yield from ((f"place {place.id}", s) for s in place.mentions)
        yield from ((f"time {time.text!r}", time.span) for time in self.times)
        for position in self.positions:
            yield from ((f"position {position.id}", s) for s in position.evidence)
        for finding in self.findings:
            yield from ((f"finding {finding.kind}", s) for s in finding.evidence)

    def _claims(self) -> Iterator[tuple[str, Span, str]]:
        for actor in self.actors:
            yield from ((f"mention of {actor.id}", m.span, m.text) for m in actor.mentions)
        yield from (("time", time.span, time.text) for time in self.times)
        for meeting in self.meetings:
            yield from ((f"agenda of {meeting.id}", i.span, i.text) for i in meeting.agenda)
        for commitment in self.commitments:
            if (condition := commitment.condition) is not None:
                yield f"condition of {commitment.id}", condition.span, condition.text

    def _check_substrings(self) -> None:
        text = self.report.text
        for what, span, claimed in self._claims():
            if span.of(text) != claimed:
                raise RecordError(
                    f"{what}: claims {claimed!r}, but the text at {list(span)} is {span.of(text)!r}"
                )
        for statement in self.statements:
            printed = CONTENT_JOINT.join(span.of(text) for span in statement.content)
            if statement.text != printed:
                raise RecordError(
                    f"statement {statement.id}: text differs from its content's words"
                )

    def _references(self) -> Iterator[tuple[str, str | None]]:
        for actor in self.actors:
            yield from ((f"actor {actor.id}", r) for r in (actor.represents, *actor.members))
        for statement in self.statements:
            what = f"statement {statement.id}"
            yield what, statement.speaker
            yield from ((what, r) for r in statement.addressees)
            yield what, statement.channel.outlet if statement.channel else None
        for event in self.events:
            yield from ((f"event {event.id}", r) for r in (*event.actors, *event.recipients))
        for meeting in self.meetings:
            yield from ((f"meeting {meeting.id}", p.actor) for p in meeting.participants)
            yield f"meeting {meeting.id}", meeting.host
        for commitment in self.commitments:
            yield f"commitment {commitment.id}", commitment.actor
            yield f"commitment {commitment.id}", commitment.beneficiary
        yield from ((f"position {p.id}", p.actor) for p in self.positions)

    def _check_happenings(self) -> None:
        places = {place.id for place in self.places}
        meetings = {meeting.id for meeting in self.meetings}
        for meeting in self.meetings:
            if meeting.follows is not None and meeting.follows not in meetings:
                what = f"meeting {meeting.id}"
                raise RecordError(f"{what}: follows {meeting.follows!r}, which is not there")
        used = [(f"event {event.id}", event.place) for event in self.events]
        used += [(f"meeting {meeting.id}", meeting.place) for meeting in self.meetings]
        for what, place in used:
            if place is not None and place not in places:
                raise RecordError(f"{what}: refers to place {place!r}, which is not there")

    def _check_references(self) -> None:
        actors = [actor.id for actor in self.actors]
        known = set(actors)
        if len(known) != len(actors):
            twice = sorted({a for a in actors if actors.count(a) > 1})
            raise RecordError(f"actor ids occur twice: {', '.join(twice)}")
        for what, reference in self._references():
            if reference is not None and reference not in known:
                raise RecordError(f"{what}: refers to actor {reference!r}, which the record lacks")
        statements = {statement.id for statement in self.statements}
        inside = [(s.id, s.inside) for s in self.statements]
        inside += [(e.id, e.inside) for e in self.events]
        inside += [(c.id, c.statement) for c in self.commitments]
        for what, reference in inside:
            if reference is not None and reference not in statements:
                raise RecordError(f"{what}: refers to statement {reference!r}, which is not there")
