"""A meeting in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.meetings.agreeing import finer, longer
from onrecord.extract.meetings.encounters import Encounter
from onrecord.extract.meetings.parties import Party
from onrecord.record import Place, Span, Status, Time
from onrecord.resolve.cast import Draft

_RANK: tuple[Status, ...] = (
    "planned",
    "happened",
    "ongoing",
    "denied",
    "proposed",
    "conditional",
    "hypothetical",
)


@dataclass(slots=True, eq=False)
class Entry:
    """The encounters told of one meeting, and what they say together."""

    parts: list[Encounter]
    form: str | None
    place: Place | None
    time: Time | None
    status: Status
    host: Draft | None = None
    name: str | None = None
    weak: bool = True
    follows: Entry | None = None
    parties: dict[int, Party] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """Position of the last word told of it."""
        return max(part.trigger.i for part in self.parts)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words that tell of it, in text order."""
        return tuple(sorted({part.evidence for part in self.parts}))

    @property
    def agenda(self) -> tuple[Span, ...]:
        """What it is about, in text order, nothing twice."""
        found: list[Span] = []
        for span in sorted({s for part in self.parts for s in part.agenda}):
            if not any(span.overlaps(other) for other in found):
                found.append(span)
        return tuple(found)

    def take(self, encounter: Encounter) -> None:
        """Add what an encounter says."""
        self.parts.append(encounter)
        for draft, role in encounter.parties.values() if encounter.joins else ():
            old = self.parties.get(id(draft))
            if old is None or (old[1] == "attends" and role != "attends"):
                self.parties[id(draft)] = (draft, role)
        self.form = _form(self.form, encounter.form)
        self.place = finer(self.place, encounter.place)
        if self.time is None or (encounter.time is not None and longer(self.time, encounter.time)):
            self.time = encounter.time or self.time
        self.host = self.host or encounter.host
        self.name = self.name or encounter.name
        recalled = encounter.bound and not self.weak  # what is said of it later is beside it
        if encounter.creates and not recalled and (self.weak or not encounter.weak):
            higher = _RANK.index(encounter.status) < _RANK.index(self.status)
            if higher or (self.weak and not encounter.weak):
                self.status = encounter.status
            self.weak = self.weak and encounter.weak


def _form(one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return one or other
    rank = ("summit", "visit", "call", "conference", "session", "meeting", "talks")
    return min(one, other, key=rank.index)
