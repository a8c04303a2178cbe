"""What onrecord's components write on a Doc: one extension, ``doc._.onrecord``.

This module is the only place that names it. It is set when a pipeline with one of our components
is built, never on import. Layers are record entries and plain spans in code-point offsets into
``doc.text``; ``None`` means that the layer has not been read yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias, TypeVar

from spacy.tokens import Doc

from onrecord.record import (
    Actor,
    Commitment,
    Event,
    Meeting,
    Office,
    Place,
    Report,
    Span,
    Spans,
    Statement,
    Time,
)

EXTENSION = "onrecord"
Setting: TypeAlias = Literal["live", "now", "past", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch in quotation marks.

    ``span`` includes the marks that are printed, ``inner`` does not. ``depth`` is 0 for an
    outermost quotation. A quotation that runs over paragraphs, each of which opens with a mark
    while only the last one closes, is one quotation per paragraph; ``continues`` marks all but
    the first. ``fault`` names what is wrong with the marks, ``None`` where they balance.
    """

    span: Span
    inner: Span
    depth: int = 0
    continues: bool = False
    fault: Literal["unclosed", "unopened"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker of a transcript says until the next one's label.

    ``label`` prints who speaks, without the colon, which is ``sign`` (``None`` where none is
    printed); ``content`` has one span a paragraph.
    """

    label: Span
    sign: Span | None
    content: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One place where a report gives a person an office, or names a government after its leader.

    ``name`` is the person's, ``person`` their id in the tables of office holders, ``None`` where
    these do not know them. ``office`` is ``None`` for a government. ``placed`` says that the state
    or body the office belongs to is printed with it ("French President" as against "President"),
    ``before`` that the title stands right before a full name. ``setting`` tells in which time the
    words around put the claim: "live" where they show the person in office in the report's own
    days ("said on Monday", "has asked"), "past" in another time, "open" where it is hypothetical
    or somebody else's words, "now" where nothing shows either.
    """

    name: str
    person: str | None
    office: Office | None
    span: Span
    placed: bool
    before: bool
    setting: Setting


@dataclass(slots=True)
class Layers:
    """The layers of one Doc; each component fills its own."""

    report: Report | None = None
    paragraphs: Spans | None = None
    headings: Spans | None = None
    quotations: tuple[Quotation, ...] | None = None
    turns: tuple[Turn, ...] | None = None
    times: tuple[Time, ...] | None = None
    actors: tuple[Actor, ...] | None = None
    claims: tuple[Claim, ...] | None = None
    places: tuple[Place, ...] | None = None
    statements: tuple[Statement, ...] | None = None
    meetings: tuple[Meeting, ...] | None = None
    events: tuple[Event, ...] | None = None
    commitments: tuple[Commitment, ...] | None = None

    kept: dict[type, object] = field(default_factory=dict)
    """What later components ask for again, see ``kept``."""

    @property
    def published(self) -> date | None:
        """Publication date of the report being read, ``None`` where unknown."""
        return self.report.published if self.report is not None else None


def register() -> None:
    """Set the extension; called by the factories."""
    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, getter=_layers_of, setter=_set_layers)


def _layers_of(doc: Doc) -> Layers:
    layers = doc.user_data.get(EXTENSION)
    if not isinstance(layers, Layers):
        layers = Layers()
        doc.user_data[EXTENSION] = layers
    return layers


def _set_layers(doc: Doc, value: Layers) -> None:
    doc.user_data[EXTENSION] = value


def layers_of(doc: Doc) -> Layers:
    """Return the layers of ``doc``, typed (``doc._.onrecord`` is ``Any`` to a type checker)."""
    return _layers_of(doc)


_Kept = TypeVar("_Kept")


def kept(doc: Doc, kind: type[_Kept], make: Callable[[], _Kept]) -> _Kept:
    """Return the one ``kind`` of thing worked out of ``doc``, made where it is asked for first.

    For what several components need and none changes, such as the parse as plain columns: it
    stands as long as the doc does, so it is asked for once the parse is complete.
    """
    found = layers_of(doc).kept.get(kind)
    if not isinstance(found, kind):
        found = layers_of(doc).kept[kind] = make()
    return found
