"""The fields of an entry that the page's form lets a person change, and what a form changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from onrecord.errors import SettingsError
from onrecord.publish import wording
from onrecord.record import (
    Actor,
    ActorKind,
    Certainty,
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
from onrecord.web.held import Entry, Held, Name
from onrecord.web.shelf import Shelf

LONGEST = 2_000
_NOBODY = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the form; ``choices`` (value and words) where it is not free text."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()


def fields(held: Held, name: Name) -> tuple[Field, ...]:
    """Return the fields of an entry, with their present values."""
    return tuple(_fields(held, held.entries[name]))


def changed(shelf: Shelf, held: Held, name: Name, form: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields that ``form`` gives another value than it was shown with.

    Raises ``SettingsError`` for a name that means nobody, or several.
    """
    changes: dict[str, Any] = {}
    for field in fields(held, name):
        value = form.get(field.name)
        if value is not None and value.strip() != field.value:
            if len(value) > LONGEST:
                raise SettingsError(f"{field.label} is longer than {LONGEST:,} characters")
            changes[field.name] = value.strip() or None
    other = form.get("speaker_named", "").strip()
    if other:
        found = shelf.archive.find(other)
        if len(found) != 1:
            raise SettingsError(
                f"{other!r} means {len(found)} actors of the archive; give the id of one"
            )
        changes["speaker"] = found[0].id
    return changes


def _fields(held: Held, entry: Entry) -> Iterator[Field]:
    if isinstance(entry, Statement):
        yield _actor(held, "speaker", "speaker", entry.speaker)
        yield _choice("kind", "kind", entry.kind, get_args(StatementKind), wording.KINDS)
        yield _choice("certainty", "certainty", entry.certainty, get_args(Certainty))
    elif isinstance(entry, Actor):
        yield Field(name="name", label="name", value=entry.name)
        yield _choice("kind", "kind", entry.kind, get_args(ActorKind))
        yield Field(name="country", label="country (FRA)", value=entry.country or "")
    elif isinstance(entry, Event):
        yield _choice("type", "type", entry.type, get_args(EventType), wording.EVENTS)
        yield _choice("status", "status", entry.status, get_args(Status), wording.STATUSES)
    elif isinstance(entry, Meeting):
        yield Field(name="name", label="name", value=entry.name or "")
        yield Field(name="form", label="form (talks, summit, call)", value=entry.form or "")
        yield _choice("status", "status", entry.status, get_args(Status), wording.STATUSES)
        yield _actor(held, "host", "host", entry.host)
    elif isinstance(entry, Commitment):
        yield _actor(held, "actor", "who", entry.actor, must=True)
        yield _choice("strength", "strength", entry.strength, get_args(Strength), wording.STRENGTHS)
        yield Field(name="act", label="act", value=entry.act)
    elif isinstance(entry, Position):
        stances = ("for", "against", "conditional", "undecided")
        yield _choice("stance", "stance", entry.stance, stances)
    elif isinstance(entry, Finding):
        yield _choice("severity", "severity", entry.severity, get_args(Severity))


def _choice(
    name: str,
    label: str,
    value: str,
    values: tuple[str, ...],
    words: Mapping[Any, str | None] | None = None,
) -> Field:
    known = words or {}
    choices = tuple((one, known.get(one) or one) for one in values)
    return Field(name=name, label=label, value=value, choices=choices)


def _actor(held: Held, name: str, label: str, value: str | None, *, must: bool = False) -> Field:
    nobody = () if must else ((_NOBODY, "not known"),)
    actors = tuple((actor.id, actor.name) for actor in held.record.actors)
    return Field(name=name, label=label, value=value or _NOBODY, choices=(*nobody, *actors))
