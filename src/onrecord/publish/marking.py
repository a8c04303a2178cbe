"""Which words of a report belong to which entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from onrecord.publish.marks import Mark
from onrecord.publish.numbering import Numbering
from onrecord.record import Statement

_ROLES: tuple[Literal["content", "source", "cue"], ...] = ("content", "source", "cue")


def marks(numbering: Numbering) -> Iterator[Mark]:
    """Yield a mark for every span of every entry."""
    record = numbering.record
    for statement in record.statements:
        yield from _of_statement(numbering, statement)
    for actor in record.actors:
        key = numbering.actors[actor.id]
        for mention in actor.mentions:
            yield Mark(span=mention.span, role="actor", entry=key)
        for office in actor.offices:
            yield from (Mark(span=span, role="office", entry=key) for span in office.evidence)
    for key, time in numbering.times.items():
        yield Mark(span=time.span, role="time", entry=key)
    for key, step in numbering.steps.items():
        yield from (Mark(span=span, role="happening", entry=key) for span in step.evidence)
    for key, position in numbering.positions.items():
        yield from (Mark(span=span, role="position", entry=key) for span in position.evidence)
    for key, finding in numbering.findings.items():
        yield from (Mark(span=span, role="finding", entry=key) for span in finding.evidence)


def _of_statement(numbering: Numbering, statement: Statement) -> Iterator[Mark]:
    key, hue = numbering.statements[statement.id], numbering.hues[statement.id]
    for role in _ROLES:
        for span in getattr(statement, role):
            yield Mark(span=span, role=role, entry=key, hue=hue)
