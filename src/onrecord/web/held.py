"""One record of the archive, with its entries by address and their keys on its page."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import TypeAlias

from onrecord.publish.numbering import Numbering
from onrecord.record import (
    Actor,
    Commitment,
    Event,
    Finding,
    Meeting,
    Position,
    Record,
    Spans,
    Statement,
)

Entry: TypeAlias = Actor | Statement | Event | Meeting | Commitment | Position | Finding
Name: TypeAlias = tuple[str, str]
"""An entry's kind and id, as in the archive: ``("statement", "s1")``, ``("finding", "f2")``."""


class Held:
    """A record as the pages use it; made once and kept while it does not change."""

    def __init__(
        self, record: Record, *, short: str, verdicts: Mapping[Name, str] | None = None
    ) -> None:
        """Hold ``record``, from which what people rejected is gone; ``verdicts`` tell what was."""
        self.record = record
        self.short = short
        self.verdicts = dict(verdicts or {})
        self.numbering = Numbering(record, number=1)
        self.phrases = self.numbering.phrases
        self.entries: dict[Name, Entry] = {}
        for kind, entries in (
            ("actor", record.actors),
            ("statement", record.statements),
            ("event", record.events),
            ("meeting", record.meetings),
            ("commitment", record.commitments),
            ("position", record.positions),
        ):
            self.entries |= {(kind, entry.id): entry for entry in entries}
        # A finding goes by its place among all, the rejected ones included.
        places = (name for n in count(1) if not self.is_rejected(name := ("finding", f"f{n}")))
        self.entries |= zip(places, record.findings, strict=False)
        self.keys = dict(self._keys())
        self.names = {key: name for name, key in self.keys.items()}

    def is_rejected(self, name: Name) -> bool:
        """Whether a person has said that an entry is none."""
        return self.verdicts.get(name) == "reject"

    def address(self, name: Name) -> str:
        """Return the address of an entry's words in the report's page."""
        key = self.keys.get(name)
        words = "-w" if key is not None and self.evidence(name) else ""
        return f"/report/{self.short}" + (f"#{key}{words}" if key is not None else "")

    def evidence(self, name: Name) -> Spans:
        """Return what an entry rests on."""
        entry = self.entries[name]
        if isinstance(entry, Actor):
            return tuple(mention.span for mention in entry.mentions)
        return entry.trigger if isinstance(entry, Event) else entry.evidence

    def _keys(self) -> list[tuple[Name, str]]:
        numbering = self.numbering
        # By identity, since two entries of equal values are two entries.
        names = {id(entry): name for name, entry in self.entries.items()}
        shown: list[tuple[str, Entry]] = [*numbering.findings.items(), *numbering.positions.items()]
        shown += [(key, step.entry) for key, step in numbering.steps.items()]
        return [
            *((("actor", actor), key) for actor, key in numbering.actors.items()),
            *((("statement", said), key) for said, key in numbering.statements.items()),
            *((names[id(entry)], key) for key, entry in shown),
        ]
