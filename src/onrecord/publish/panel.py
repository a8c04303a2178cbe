"""The page's side panel: every entry in a line or two, with the key of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from onrecord.publish import phrases, wording
from onrecord.publish.numbering import Numbering
from onrecord.record import Actor, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where an entry leads beside its words; ``address`` is made by onrecord, not by a report."""

    address: str
    words: str


LinksOf: TypeAlias = Callable[[str], tuple[Link, ...]]
"""Gives the links of the entry of a key."""


def no_links(key: str) -> tuple[Link, ...]:
    """Return no links: a page that stands alone leads nowhere."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line in the panel; ``jumps`` tells whether the text has words to jump to."""

    key: str
    words: str
    details: tuple[str, ...] = ()
    jumps: bool = True
    kind: str = ""
    sign: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A speaker's heading in the panel, and what they said; ``actor`` is their entry's key."""

    name: str
    hue: int
    actor: str | None
    office: str
    unresolved: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The panel's sections in order."""

    findings: tuple[Entry, ...]
    cast: tuple[Entry, ...]
    others: tuple[Entry, ...]
    speakers: tuple[Speaker, ...]
    positions: tuple[Entry, ...]
    happened: tuple[Entry, ...]
    ahead: tuple[Entry, ...]
    times: tuple[Entry, ...]

    @property
    def said(self) -> int:
        """How many statements there are."""
        return sum(len(speaker.entries) for speaker in self.speakers)


def panel(numbering: Numbering, links: LinksOf = no_links) -> Panel:
    """Return the panel of a numbered record, its entries with their ``links``."""
    return Panel(
        findings=_linked(_findings(numbering), links),
        cast=_linked((_actor(numbering, actor) for actor in numbering.cast.main), links),
        others=_linked((_actor(numbering, actor) for actor in numbering.cast.rest), links),
        speakers=tuple(
            replace(speaker, entries=_linked(speaker.entries, links))
            for speaker in _speakers(numbering)
        ),
        positions=_linked(_positions(numbering), links),
        happened=_linked(_steps(numbering, side="happened"), links),
        ahead=_linked(_steps(numbering, side="ahead"), links),
        times=tuple(_time(key, time) for key, time in numbering.times.items()),
    )


def _linked(entries: Iterable[Entry], links: LinksOf) -> tuple[Entry, ...]:
    return tuple(replace(entry, links=links(entry.key)) for entry in entries)


def _findings(numbering: Numbering) -> Iterator[Entry]:
    for key, finding in numbering.findings.items():
        yield Entry(
            key=key,
            words=finding.message,
            details=numbering.phrases.excerpts(finding),
            jumps=bool(finding.evidence),
            kind=finding.severity,
            sign=wording.SIGNS[finding.severity],
        )


def _actor(numbering: Numbering, actor: Actor) -> Entry:
    mentions = len(actor.mentions)
    position = numbering.phrases.position(actor)
    return Entry(
        key=numbering.actors[actor.id],
        words=actor.name,
        details=(*position, wording.count(mentions, "mention")),
        jumps=bool(actor.mentions) or any(office.evidence for office in actor.offices),
        kind=actor.kind,
    )


def _speakers(numbering: Numbering) -> Iterator[Speaker]:
    for voice in numbering.voices:
        entries = tuple(
            Entry(
                key=numbering.statements[statement.id],
                words=" ".join(statement.text.split()),
                details=numbering.phrases.details(statement),
                jumps=bool(statement.evidence),
                kind=statement.kind,
                sign=str(numbering.numbers[statement.id]),
            )
            for statement in voice.statements
        )
        yield Speaker(
            name=phrases.speaker(voice),
            hue=numbering.hues[voice.statements[0].id],
            actor=numbering.actors[voice.actor.id] if voice.actor else None,
            office=phrases.speaker_office(voice),
            unresolved=voice.actor is None and voice.printed is not None,
            entries=entries,
        )


def _positions(numbering: Numbering) -> Iterator[Entry]:
    for key, position in numbering.positions.items():
        words = numbering.phrases.stance(position)
        yield Entry(key=key, words=words, jumps=bool(position.evidence))


def _steps(numbering: Numbering, *, side: str) -> Iterator[Entry]:
    for key, step in numbering.steps.items():
        if step.side == side:
            yield Entry(
                key=key,
                words=numbering.phrases.step(step.entry),
                details=numbering.phrases.step_details(step.entry),
                jumps=bool(step.evidence),
                sign=phrases.when(step),
            )


def _time(key: str, time: Time) -> Entry:
    days = wording.days(time.start, time.end) if time.start and time.end else None
    return Entry(key=key, words=time.text, details=(days or wording.TIMES[time.type],))
