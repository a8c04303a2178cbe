"""Keys for a record's entries on a page, and colours for its speakers.

Keys are made from numbers alone; nothing a report or its metadata holds becomes an id, a class
or an address on the page.
"""

from __future__ import annotations

from typing import TypeVar

from onrecord.publish import arrangement
from onrecord.publish.arrangement import Step, Voice
from onrecord.publish.phrases import Phrases
from onrecord.record import Finding, Position, Record, Time

T = TypeVar("T")

HUES = 8
"""Colours for speakers; the ninth shares the first one's. 0 is for unresolved sources."""


class Numbering:
    """A record's entries in the order of the page, each with its key.

    ``number`` sets the report apart from others on the same page.
    """

    def __init__(self, record: Record, *, number: int) -> None:
        self.record = record
        self.phrases = Phrases(record)
        self.report = f"r{number}"
        self.voices: tuple[Voice, ...] = arrangement.voices(record)
        self.cast = arrangement.cast(record)
        self.findings: dict[str, Finding] = self._keyed("f", arrangement.findings(record))
        self.steps: dict[str, Step] = self._keyed("h", arrangement.course(record))
        self.positions: dict[str, Position] = self._keyed("p", record.positions)
        self.times: dict[str, Time] = self._keyed("t", record.times)
        self.actors = {
            actor.id: f"{self.report}-a{n}" for n, actor in enumerate(record.actors, start=1)
        }
        self.statements: dict[str, str] = {}
        self.numbers: dict[str, int] = {}
        self.hues: dict[str, int] = {}
        for hue, voice in zip(self._voice_hues(), self.voices, strict=True):
            self.hues |= {statement.id: hue for statement in voice.statements}
        for number_, statement in enumerate(arrangement.in_text_order(record), start=1):
            self.statements[statement.id] = f"{self.report}-s{number_}"
            self.numbers[statement.id] = number_

    def keys(self) -> tuple[str, ...]:
        """Return every entry's key."""
        return (
            *self.findings,
            *self.actors.values(),
            *self.statements.values(),
            *self.steps,
            *self.positions,
            *self.times,
        )

    def _voice_hues(self) -> list[int]:
        hues, seen = [], 0
        for voice in self.voices:
            if voice.actor is None:
                hues.append(0)
            else:
                hues.append(seen % HUES + 1)
                seen += 1
        return hues

    def _keyed(self, letter: str, entries: tuple[T, ...]) -> dict[str, T]:
        return {f"{self.report}-{letter}{n}": e for n, e in enumerate(entries, start=1)}
