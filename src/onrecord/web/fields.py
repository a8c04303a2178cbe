"""The fields of an entry that the page's form lets a person change, and what a form changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from onrecord.errors import SettingsError
from onrecord.publish import wording
from onrecord.record import (
    Actor,
    ActorKind,
    Certainty,
    ChannelKind,
    Commitment,
    Event,
    EventType,
    Finding,
    Meeting,
    Position,
    Severity,
    Statement,
    StatementKind,
    Status,
    Strength,
)
from onrecord.web.held import Held, Name
from onrecord.web.inputs import Part, actor, actors, choice, period, place, text, words
from onrecord.web.rosters import channel, offices, participants
from onrecord.web.shelf import Shelf

LONGEST = 2_000


def fields(held: Held, name: Name) -> tuple[Part, ...]:
    """Return the parts of an entry that can be changed, with their present values."""
    return tuple(_parts(held, name))


def changed(shelf: Shelf, held: Held, name: Name, form: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields that ``form`` gives another value than the entry has.

    Raises ``SettingsError`` for a name that means nobody, or several, and words the report lacks.
    """
    changes: dict[str, Any] = {}
    for part in fields(held, name):
        for field in part.fields:
            if len(form.get(field.name, "")) > LONGEST:
                raise SettingsError(f"{part.label} is longer than {LONGEST:,} characters")
        if part.is_in(form):
            value = part.read(shelf, form)
            if value != part.now:
                changes[part.name] = value
    return changes


def _parts(held: Held, name: Name) -> Iterator[Part]:
    entry = held.entries[name]
    if isinstance(entry, Statement):
        yield from _statement(held, entry)
    elif isinstance(entry, Actor):
        yield text("name", "name", entry.name)
        yield choice("kind", "kind", entry.kind, get_args(ActorKind), wording.ACTOR_KINDS)
        yield text("country", "country (FRA)", entry.country)
        yield offices(entry.offices)
        yield actor(held, "represents", "speaks for", entry.represents)
    elif isinstance(entry, Event):
        yield choice("type", "type", entry.type, get_args(EventType), wording.EVENTS)
        yield choice("status", "status", entry.status, get_args(Status), wording.STATUSES)
        yield actors(held, "actors", "who acts", entry.actors)
        yield actors(held, "recipients", "towards whom", entry.recipients)
        yield place(held, entry.place)
        yield period("when", "when", entry.when)
    elif isinstance(entry, Meeting):
        yield text("name", "name", entry.name)
        yield text("form", "form (talks, summit, call)", entry.form)
        yield choice("status", "status", entry.status, get_args(Status), wording.STATUSES)
        yield actor(held, "host", "host", entry.host)
        yield participants(held, entry.participants)
        yield place(held, entry.place)
        yield period("when", "when", entry.when)
    elif isinstance(entry, Commitment):
        yield actor(held, "actor", "who", entry.actor, must=True)
        yield choice("strength", "strength", entry.strength, get_args(Strength), wording.STRENGTHS)
        yield text("act", "act", entry.act)
        yield actor(held, "beneficiary", "for whom", entry.beneficiary)
    elif isinstance(entry, Position):
        stances = ("for", "against", "conditional", "undecided")
        yield actor(held, "actor", "who", entry.actor, must=True)
        yield text("question", "question", entry.question)
        yield choice("stance", "stance", entry.stance, stances)
    elif isinstance(entry, Finding):
        yield choice("severity", "severity", entry.severity, get_args(Severity))


def _statement(held: Held, said: Statement) -> Iterator[Part]:
    yield actor(held, "speaker", "speaker", said.speaker)
    yield choice("kind", "kind", said.kind, get_args(StatementKind), wording.KINDS)
    yield choice("certainty", "certainty", said.certainty, get_args(Certainty))
    yield period("said_on", "said on", said.said_on)
    yield channel(said.channel, get_args(ChannelKind))
    yield actors(held, "addressees", "said to", said.addressees)
    for name, label in (("content", "words"), ("source", "source, as printed"), ("cue", "cue")):
        yield words(held, name, label, getattr(said, name))
