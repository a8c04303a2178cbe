"""One line of words for each kind of entry; the terminal view and the page share them."""

from __future__ import annotations

from functools import cache

from onrecord.knowledge import places
from onrecord.publish import wording
from onrecord.publish.arrangement import Happening, Step, Voice, printed_source
from onrecord.publish.visible import one_line
from onrecord.record import (
    Actor,
    Channel,
    Commitment,
    Event,
    Finding,
    Meeting,
    Origin,
    Position,
    Record,
    Report,
    Statement,
)

_HEADLINE = 90  # code points of text that stand in for a missing title

_EXCERPT = 160  # code points of evidence shown under a finding
_EXCERPTS = 3
_QUOTED = 18  # so many code points in common mean that a message quotes the words itself


class Phrases:
    """The words for a record's entries; looks names up in the record it is made for."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._names = {actor.id: actor.name for actor in record.actors}
        self._several = {actor.id for actor in record.actors if actor.kind == "group"}
        self._statements = {statement.id: statement for statement in record.statements}

    def name(self, actor_id: str) -> str:
        """Return the name an actor is shown by."""
        return self._names[actor_id]

    def names(self, actor_ids: tuple[str, ...]) -> str:
        """Return several actors' names, joined by commas."""
        return ", ".join(self._names[actor_id] for actor_id in actor_ids)

    def position(self, actor: Actor) -> tuple[str, ...]:
        """Return what the report makes of an actor: offices, country, represented, members."""
        offices = wording.office_lines(actor)
        plain = actor.kind == "person" and offices
        parts = (
            *offices,
            None if plain else wording.ACTOR_KINDS[actor.kind],
            actor.country,
            f"for {self.name(actor.represents)}" if actor.represents else None,
            None if self._named(actor) else f"members: {self.names(actor.members)}",
            wording.confidence(actor.confidence),
        )
        return tuple(part for part in parts if part)

    def details(self, statement: Statement) -> tuple[str, ...]:
        """Return how a statement was made: cue, kind, certainty, channel, day, addressees."""
        cue = " … ".join(span.of(self._record.report.text) for span in statement.cue)
        parts = (
            cue,
            wording.KINDS[statement.kind],
            wording.CERTAINTIES[statement.certainty],
            self._channel(statement.channel) if statement.channel else None,
            wording.period(statement.said_on),
            f"to {self.names(statement.addressees)}" if statement.addressees else None,
            self._reported(statement.inside),
            wording.confidence(statement.confidence),
        )
        return tuple(part for part in parts if part)

    def excerpts(self, finding: Finding) -> tuple[str, ...]:
        """Return the words a finding rests on, shortened; none that its message quotes already."""
        words = (one_line(span.of(self._record.report.text)) for span in finding.evidence)
        out = [
            excerpt if len(excerpt) <= _EXCERPT else f"{excerpt[:_EXCERPT].rstrip()} …"
            for excerpt in words
            if excerpt and excerpt[:_QUOTED] not in finding.message
        ]
        more = f"and {len(out) - _EXCERPTS} more"
        return (*out[:_EXCERPTS], more) if len(out) > _EXCERPTS else tuple(out)

    def stance(self, position: Position) -> str:
        """Return where an actor stands, as one line."""
        since = f" (since {wording.day(position.since)})" if position.since else ""
        return f"{self.name(position.actor)}: {position.stance} – {position.question}{since}"

    def step(self, entry: Happening) -> str:
        """Return an event, a meeting or a commitment as one line."""
        if isinstance(entry, Event):
            return self._event(entry)
        if isinstance(entry, Meeting):
            return self._meeting(entry)
        # The act stands as printed: an infinitive, "sending troops", or "new tariffs".
        strength = wording.STRENGTHS[entry.strength]
        if entry.actor in self._several:
            strength = wording.plural(strength)
        return f"{self.name(entry.actor)} {strength}: {entry.act}"

    def step_details(self, entry: Happening) -> tuple[str, ...]:
        """Return kind, place, status, agenda, condition and the like of a step."""
        if isinstance(entry, Event):
            parts = self._event_details(entry)
        elif isinstance(entry, Meeting):
            parts = self._meeting_details(entry)
        else:
            parts = self._commitment_details(entry)
        return tuple(part for part in (*parts, wording.confidence(entry.confidence)) if part)

    def _channel(self, channel: Channel) -> str:
        kind = wording.CHANNELS[channel.kind]
        if channel.outlet is None:
            return kind
        joint = wording.CHANNEL_JOINTS.get(channel.kind, ",")
        return f"{kind}{joint} {self.name(channel.outlet)}"

    def _named(self, group: Actor) -> bool:
        """Whether a group's own name says already who its members are ("Kim and Moon")."""
        return all(self.name(member) in group.name for member in group.members)

    def _meeting(self, meeting: Meeting) -> str:
        name = meeting.name or (meeting.form or "meeting").capitalize()
        people = []
        for participant in meeting.participants:
            role = wording.ROLES[participant.role]
            people.append(self.name(participant.actor) + (f" ({role})" if role else ""))
        return f"{name}: {', '.join(people)}" if people else name

    def _event(self, event: Event) -> str:
        verb = wording.EVENTS[event.type]
        if len(event.actors) > 1 or self._several & {*event.actors}:
            verb = wording.plural(verb)
        line = f"{self.names(event.actors) or 'somebody'}: {verb}"
        # Two who agree with each other are each on both sides.
        others = event.recipients if {*event.recipients} != {*event.actors} else ()
        return f"{line} → {self.names(others)}" if others else line

    def _event_details(self, event: Event) -> tuple[str | None, ...]:
        return (
            event.type.lower(),
            event.mode.lower() if event.mode else None,
            *event.contexts,
            self._place(event.place),
            wording.STATUSES[event.status],
            self._reported(event.inside),
        )

    def _meeting_details(self, meeting: Meeting) -> tuple[str | None, ...]:
        agenda = "; ".join(item.text for item in meeting.agenda)
        return (
            meeting.form if meeting.name else None,
            self._place(meeting.place),
            wording.MEETING_DENIED
            if meeting.status == "denied"
            else wording.STATUSES[meeting.status],
            f"host: {self.name(meeting.host)}" if meeting.host else None,
            f"on {agenda}" if agenda else None,
            self._followed(meeting.follows),
        )

    def _followed(self, meeting_id: str | None) -> str | None:
        """Return which meeting of a series one goes on from."""
        if meeting_id is None:
            return None
        before = next(m for m in self._record.meetings if m.id == meeting_id)
        when = wording.period(before.when)
        return f"follows the {before.form or 'meeting'} {f'of {when}' if when else 'before'}"

    def _commitment_details(self, commitment: Commitment) -> tuple[str | None, ...]:
        return (
            "commitment",
            f"for {self.name(commitment.beneficiary)}" if commitment.beneficiary else None,
            f"condition: {commitment.condition.text}" if commitment.condition else None,
        )

    def _place(self, place_id: str | None) -> str | None:
        if place_id is None:
            return None
        names = (place.name for place in self._record.places if place.id == place_id)
        return f"{'at' if place_id in _venues() else 'in'} {next(names, place_id)}"

    def _reported(self, statement_id: str | None) -> str | None:
        """Return who vouches for what stands inside a statement."""
        if statement_id is None:
            return None
        outer = self._statements[statement_id]
        printed = printed_source(self._record, outer) or "an unnamed source"
        return f"according to {self.name(outer.speaker) if outer.speaker else printed}"


@cache
def _venues() -> frozenset[str]:
    """Ids of the places that are buildings: one meets at, not in, them."""
    return frozenset(place.id for place in places() if place.kind == "venue")


def dateline(report: Report) -> tuple[str, ...]:
    """Return outlet, publication date and authors, each with where it came from."""
    outlet = report.outlet or "outlet unknown"
    date = wording.day(report.published) if report.published else "undated"
    if report.outlet and report.published and report.outlet_from == report.published_from:
        date += _origin(report.published_from, both=True)
    else:
        outlet += _origin(report.outlet_from) if report.outlet else ""
        date += _origin(report.published_from) if report.published else ""
    authors = f"by {', '.join(report.authors)}" if report.authors else None
    return tuple(part for part in (outlet, date, authors) if part)


def is_titled(report: Report) -> bool:
    """Whether the report's title is known."""
    return report.title is not None and bool(report.title.strip())


def headline(report: Report) -> str:
    """Return the report's title, or its first words where it has none."""
    if report.title is not None and is_titled(report):
        return report.title
    first = report.text.strip().splitlines()[0]
    if len(first) <= _HEADLINE:
        return first
    return f"{first[:_HEADLINE].rpartition(' ')[0] or first[:_HEADLINE]} …"


def speaker(voice: Voice) -> str:
    """Return the name a group of statements stands under."""
    if voice.actor is not None:
        return voice.actor.name
    return voice.printed or "No source named"


def speaker_office(voice: Voice) -> str:
    """Return the first office the report gives a speaker, empty where it gives none."""
    offices = wording.office_lines(voice.actor) if voice.actor is not None else ()
    return offices[0] if offices else ""


def when(step: Step) -> str:
    """Return the days of a step, or that it has none."""
    return wording.period(step.when) or "no date"


def _origin(origin: Origin | None, *, both: bool = False) -> str:
    if origin is None:
        return ""
    return f" ({'both ' if both else ''}{wording.ORIGINS[origin]})"
