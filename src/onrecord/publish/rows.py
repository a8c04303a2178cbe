"""The rows of each flat table; their columns stand in ``tables``."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.publish.arrangement import printed_source
from onrecord.publish.columns import Row
from onrecord.record import Finding, Mention, Period, Record, Span, Spans, Statement


def _place(spans: Spans) -> Row:
    """Return first position, last position and all spans."""
    if not spans:
        return (None, None, ())
    return (spans[0].start, spans[-1].end, tuple((span.start, span.end) for span in spans))


def _days(when: Period | None) -> Row:
    return (when.start, when.end) if when is not None else (None, None)


def reports(record: Record) -> Iterator[Row]:
    """Yield one row: the report's metadata and how much its record holds."""
    report = record.report
    yield (
        report.id,
        report.given_id,
        report.title,
        report.outlet,
        report.url,
        report.authors,
        report.published,
        report.published_from,
        report.language,
        len(report.text),
        len(record.statements),
        len(record.actors),
        len(record.findings),
        record.version,
        record.model,
    )


def actors(record: Record) -> Iterator[Row]:
    """Yield one row an actor."""
    for actor in record.actors:
        yield (
            record.report.id,
            actor.id,
            actor.kind,
            actor.name,
            actor.country,
            actor.known_as,
            tuple(office.as_written for office in actor.offices),
            actor.represents,
            actor.members,
            len(actor.mentions),
            actor.confidence,
        )


def _mention(record: Record, actor: str, name: str, mention: Mention) -> Row:
    return (record.report.id, actor, name, mention.form, mention.text, *mention.span)


def mentions(record: Record) -> Iterator[Row]:
    """Yield one row a mention of an actor."""
    for actor in record.actors:
        for mention in actor.mentions:
            yield _mention(record, actor.id, actor.name, mention)


def offices(record: Record) -> Iterator[Row]:
    """Yield one row an office of an actor."""
    for actor in record.actors:
        for office in actor.offices:
            yield (
                record.report.id,
                actor.id,
                actor.name,
                office.title,
                office.of,
                office.as_written,
                office.claimed,
                *_place(office.evidence),
            )


def _statement(record: Record, names: dict[str, str], statement: Statement) -> Row:
    text = record.report.text
    channel = statement.channel
    return (
        record.report.id,
        statement.id,
        record.report.published,
        record.report.outlet,
        statement.kind,
        statement.speaker,
        names[statement.speaker] if statement.speaker is not None else None,
        printed_source(record, statement) or None,
        " … ".join(span.of(text) for span in statement.cue) or None,
        statement.text,
        *_days(statement.said_on),
        channel.kind if channel else None,
        channel.outlet if channel else None,
        statement.addressees,
        statement.certainty,
        statement.inside,
        *_place(statement.content),
        statement.confidence,
    )


def statements(record: Record) -> Iterator[Row]:
    """Yield one row a statement."""
    names = {actor.id: actor.name for actor in record.actors}
    yield from (_statement(record, names, statement) for statement in record.statements)


def events(record: Record) -> Iterator[Row]:
    """Yield one row an event."""
    for event in record.events:
        yield (
            record.report.id,
            event.id,
            event.type,
            event.mode,
            event.contexts,
            event.actors,
            event.recipients,
            event.place,
            *_days(event.when),
            event.status,
            event.inside,
            *_place(event.trigger),
            event.confidence,
        )


def meetings(record: Record) -> Iterator[Row]:
    """Yield one row a meeting."""
    for meeting in record.meetings:
        yield (
            record.report.id,
            meeting.id,
            meeting.name,
            meeting.form,
            meeting.place,
            *_days(meeting.when),
            meeting.status,
            meeting.host,
            tuple(f"{p.actor} ({p.role})" for p in meeting.participants),
            tuple(item.text for item in meeting.agenda),
            meeting.follows,
            *_place(meeting.evidence),
            meeting.confidence,
        )


def commitments(record: Record) -> Iterator[Row]:
    """Yield one row a commitment."""
    for commitment in record.commitments:
        yield (
            record.report.id,
            commitment.id,
            commitment.actor,
            commitment.strength,
            commitment.act,
            commitment.beneficiary,
            commitment.condition.text if commitment.condition else None,
            commitment.statement,
            *_place(commitment.evidence),
            commitment.confidence,
        )


def positions(record: Record) -> Iterator[Row]:
    """Yield one row a position."""
    for position in record.positions:
        yield (
            record.report.id,
            position.id,
            position.actor,
            position.question,
            position.stance,
            position.since,
            position.grounds,
            *_place(position.evidence),
            position.confidence,
        )


def places(record: Record) -> Iterator[Row]:
    """Yield one row a place."""
    for place in record.places:
        yield (
            record.report.id,
            place.id,
            place.name,
            place.country,
            place.lat,
            place.lon,
            *_place(place.mentions),
            place.confidence,
        )


def times(record: Record) -> Iterator[Row]:
    """Yield one row a calendar expression."""
    for time in record.times:
        yield (
            record.report.id,
            time.text,
            time.type,
            time.value,
            time.start,
            time.end,
            *_of_span(time.span),
            time.confidence,
        )


def _of_span(span: Span) -> Row:
    return (span.start, span.end)


def _finding(record: Record, finding: Finding) -> Row:
    text = record.report.text
    return (
        record.report.id,
        finding.kind,
        finding.severity,
        finding.message,
        " … ".join(span.of(text) for span in finding.evidence) or None,
        finding.facts,
        *_place(finding.evidence),
        finding.confidence,
    )


def findings(record: Record) -> Iterator[Row]:
    """Yield one row a finding."""
    yield from (_finding(record, finding) for finding in record.findings)
