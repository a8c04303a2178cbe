"""A record as rows of the archive's tables."""

from __future__ import annotations

from onrecord.archive.entry_rows import EntryRows, Rows
from onrecord.record import (
    Actor,
    Commitment,
    Event,
    Finding,
    Meeting,
    Place,
    Position,
    Statement,
    Time,
)


class Shredder(EntryRows):
    """Takes one record apart."""

    def shred(self) -> Rows:
        """Return the rows."""
        record = self.record
        for actor in record.actors:
            self._actor(actor)
        for statement in record.statements:
            self._statement(statement)
        for event in record.events:
            self._event(event)
        for meeting in record.meetings:
            self._meeting(meeting)
        for commitment in record.commitments:
            self._commitment(commitment)
        for position in record.positions:
            self._position(position)
        for place in record.places:
            self._place(place)
        for number, time in enumerate(record.times, start=1):
            self._time(f"t{number}", time)
        for number, finding in enumerate(record.findings, start=1):
            self._finding(f"f{number}", finding)
        self._report_words()
        return self.rows

    def _actor(self, actor: Actor) -> None:
        key = self.entry(
            "actor",
            actor.id,
            spans=tuple(mention.span for mention in actor.mentions[:1]),
            text=actor.name,
            confidence=actor.confidence,
            who=actor.id,
        )
        self.own(
            "actor",
            key,
            kind=actor.kind,
            country=actor.country,
            known_as=actor.known_as,
            represents=actor.represents,
        )
        self.rows.offices += [
            {
                "entry": key,
                "title": office.title,
                "of": office.of,
                "as_written": office.as_written,
                "claimed": office.claimed,
            }
            for office in actor.offices
        ]

    def _statement(self, statement: Statement) -> None:
        said = statement.said_on
        parts = [(statement.speaker, "speaker")] if statement.speaker is not None else []
        parts += [(actor, "member") for actor in self.members.get(statement.speaker or "", ())]
        parts += [(actor, "addressee") for actor in statement.addressees]
        parts += self.about(statement.content, but=[statement.speaker])
        day, _ = self.day(said)
        key = self.entry(
            "statement",
            statement.id,
            spans=statement.content or statement.evidence,
            text=statement.text,
            day=day,
            confidence=statement.confidence,
            parts=parts,
            who=statement.speaker,
        )
        self.own(
            "statement",
            key,
            kind=statement.kind,
            speaker=statement.speaker,
            source=self.words(statement.source) or None,
            cue=self.words(statement.cue) or None,
            channel=statement.channel.kind if statement.channel else None,
            certainty=statement.certainty,
            inside=statement.inside,
            said_from=said.start if said else None,
            said_to=said.end if said else None,
        )

    def _event(self, event: Event) -> None:
        day, last = self.day(event.when)
        key = self.entry(
            "event",
            event.id,
            spans=event.trigger,
            text=self.sentence_at(event.trigger),
            day=day,
            last_day=last,
            confidence=event.confidence,
            parts=[
                *((actor, "actor") for actor in event.actors),
                *((actor, "recipient") for actor in event.recipients),
            ],
            who=event.actors[0] if event.actors else None,
        )
        self.own(
            "event",
            key,
            type=event.type,
            mode=event.mode,
            contexts="; ".join(event.contexts) or None,
            place=event.place,
            country=self.country(event.place),
            status=event.status,
            inside=event.inside,
        )

    def _meeting(self, meeting: Meeting) -> None:
        day, last = self.day(meeting.when)
        parts = [(part.actor, part.role) for part in meeting.participants]
        key = self.entry(
            "meeting",
            meeting.id,
            spans=meeting.evidence,
            text=self.sentence_at(meeting.evidence),
            day=day,
            last_day=last,
            confidence=meeting.confidence,
            parts=[*parts, *([(meeting.host, "host")] if meeting.host else [])],
            who=meeting.host or (parts[0][0] if parts else None),
        )
        self.own(
            "meeting",
            key,
            name=meeting.name,
            form=meeting.form,
            place=meeting.place,
            country=self.country(meeting.place),
            status=meeting.status,
            host=meeting.host,
            agenda="; ".join(item.text for item in meeting.agenda) or None,
        )

    def _commitment(self, commitment: Commitment) -> None:
        parts = [(commitment.actor, "actor")]
        if commitment.beneficiary is not None:
            parts.append((commitment.beneficiary, "beneficiary"))
        condition = commitment.condition.text if commitment.condition else None
        key = self.entry(
            "commitment",
            commitment.id,
            spans=commitment.evidence,
            text=self.sentence_at(commitment.evidence),
            day=self.record.report.published,
            confidence=commitment.confidence,
            parts=[*parts, *self.about(commitment.evidence, but=[commitment.actor])],
            who=commitment.actor,
        )
        self.own(
            "commitment",
            key,
            strength=commitment.strength,
            act=commitment.act,
            beneficiary=commitment.beneficiary,
            condition=condition,
            statement=commitment.statement,
        )

    def _position(self, position: Position) -> None:
        key = self.entry(
            "position",
            position.id,
            spans=position.evidence,
            text=position.question,
            day=position.since or self.record.report.published,
            confidence=position.confidence,
            parts=[(position.actor, "actor")],
            who=position.actor,
        )
        self.own("position", key, question=position.question, stance=position.stance)

    def _place(self, place: Place) -> None:
        key = self.entry(
            "place", place.id, spans=place.mentions, text=place.name, confidence=place.confidence
        )
        where = {"country": place.country, "lat": place.lat, "lon": place.lon}
        self.own("place", key, name=place.name, **where)

    def _time(self, entry_id: str, time: Time) -> None:
        key = self.entry(
            "time",
            entry_id,
            spans=(time.span,),
            text=time.text,
            day=time.start,
            last_day=time.end,
            confidence=time.confidence,
        )
        self.own("time", key, type=time.type, value=time.value)

    def _finding(self, entry_id: str, finding: Finding) -> None:
        key = self.entry(
            "finding",
            entry_id,
            spans=finding.evidence,
            text=finding.message,
            day=self.record.report.published,
            confidence=finding.confidence,
        )
        own = {"kind": finding.kind, "severity": finding.severity, "message": finding.message}
        self.own("finding", key, **own)

    def _report_words(self) -> None:
        report = self.record.report
        self.entry(
            "report",
            "report",
            spans=(),
            text=f"{report.title}\n{report.text}" if report.title else report.text,
            day=report.published,
            confidence=1.0,
            parts=[(actor.id, "about") for actor in self.record.actors if actor.kind != "unnamed"],
        )
