"""A record as flat tables: one row an entry, the same columns whatever the record holds.

Every row names its report. Several ids or words in one cell are joined by ``"; "``, spans are
written as in JSON (``[[10, 14], [20, 31]]``, half-open code points), and the first and last
position stand beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from onrecord.errors import SettingsError
from onrecord.publish.arrangement import printed_source
from onrecord.record import Finding, Mention, Period, Record, Span, Spans, Statement

Cell: TypeAlias = str | int | float | date | None
Row: TypeAlias = tuple[Cell, ...]
ColumnType: TypeAlias = Literal["text", "whole", "number", "day"]

_JOINT = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's columns with their types, and how a record's rows are made."""

    columns: dict[str, ColumnType]
    rows: Callable[[Record], Iterator[Row]]


def _columns(text: str) -> dict[str, ColumnType]:
    """Return columns from ``name`` (text) or ``name:type`` words; each table begins alike."""
    types: dict[str, ColumnType] = {"whole": "whole", "number": "number", "day": "day"}
    out: dict[str, ColumnType] = {"report": "text"}
    for word in text.split():
        name, _, kind = word.partition(":")
        out[name] = types.get(kind, "text")
    return out


def _joined(words: tuple[str, ...]) -> str | None:
    return _JOINT.join(words) or None


def _place(spans: Spans) -> Row:
    """Return first position, last position and all spans."""
    if not spans:
        return (None, None, None)
    written = ", ".join(f"[{start}, {end}]" for start, end in spans)
    return (spans[0].start, spans[-1].end, f"[{written}]")


def _days(when: Period | None) -> Row:
    return (when.start, when.end) if when is not None else (None, None)


def _reports(record: Record) -> Iterator[Row]:
    report = record.report
    yield (
        report.id,
        report.given_id,
        report.title,
        report.outlet,
        report.url,
        _joined(report.authors),
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


def _actors(record: Record) -> Iterator[Row]:
    for actor in record.actors:
        yield (
            record.report.id,
            actor.id,
            actor.kind,
            actor.name,
            actor.country,
            actor.known_as,
            _joined(tuple(office.as_written for office in actor.offices)),
            actor.represents,
            _joined(actor.members),
            len(actor.mentions),
            actor.confidence,
        )


def _mention(record: Record, actor: str, name: str, mention: Mention) -> Row:
    return (record.report.id, actor, name, mention.form, mention.text, *mention.span)


def _mentions(record: Record) -> Iterator[Row]:
    for actor in record.actors:
        for mention in actor.mentions:
            yield _mention(record, actor.id, actor.name, mention)


def _offices(record: Record) -> Iterator[Row]:
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
        _joined(statement.addressees),
        statement.certainty,
        statement.inside,
        *_place(statement.content),
        statement.confidence,
    )


def _statements(record: Record) -> Iterator[Row]:
    names = {actor.id: actor.name for actor in record.actors}
    yield from (_statement(record, names, statement) for statement in record.statements)


def _events(record: Record) -> Iterator[Row]:
    for event in record.events:
        yield (
            record.report.id,
            event.id,
            event.type,
            event.mode,
            _joined(event.contexts),
            _joined(event.actors),
            _joined(event.recipients),
            event.place,
            *_days(event.when),
            event.status,
            event.inside,
            *_place(event.trigger),
            event.confidence,
        )


def _meetings(record: Record) -> Iterator[Row]:
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
            _joined(tuple(f"{p.actor} ({p.role})" for p in meeting.participants)),
            _joined(tuple(item.text for item in meeting.agenda)),
            *_place(meeting.evidence),
            meeting.confidence,
        )


def _commitments(record: Record) -> Iterator[Row]:
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


def _positions(record: Record) -> Iterator[Row]:
    for position in record.positions:
        yield (
            record.report.id,
            position.id,
            position.actor,
            position.question,
            position.stance,
            position.since,
            _joined(position.grounds),
            *_place(position.evidence),
            position.confidence,
        )


def _places(record: Record) -> Iterator[Row]:
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


def _times(record: Record) -> Iterator[Row]:
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
        _joined(finding.facts),
        *_place(finding.evidence),
        finding.confidence,
    )


def _findings(record: Record) -> Iterator[Row]:
    yield from (_finding(record, finding) for finding in record.findings)


_WHERE = "start:whole end:whole spans"
_WHEN = "from:day to:day"

TABLES: Final[dict[str, Table]] = {
    "reports": Table(
        columns=_columns(
            "given_id title outlet url authors published:day published_from language "
            "characters:whole statements:whole actors:whole findings:whole version model"
        ),
        rows=_reports,
    ),
    "actors": Table(
        columns=_columns(
            "id kind name country known_as offices represents members mentions:whole "
            "confidence:number"
        ),
        rows=_actors,
    ),
    "mentions": Table(
        columns=_columns("actor name form text start:whole end:whole"), rows=_mentions
    ),
    "offices": Table(
        columns=_columns(f"actor name title of as_written claimed {_WHERE}"), rows=_offices
    ),
    "statements": Table(
        columns=_columns(
            "id published:day outlet kind speaker speaker_name source cue text said_from:day "
            "said_to:day channel channel_outlet addressees certainty inside "
            f"{_WHERE} confidence:number"
        ),
        rows=_statements,
    ),
    "events": Table(
        columns=_columns(
            f"id type mode contexts actors recipients place {_WHEN} status inside {_WHERE} "
            "confidence:number"
        ),
        rows=_events,
    ),
    "meetings": Table(
        columns=_columns(
            f"id name form place {_WHEN} status host participants agenda {_WHERE} confidence:number"
        ),
        rows=_meetings,
    ),
    "commitments": Table(
        columns=_columns(
            f"id actor strength act beneficiary condition statement {_WHERE} confidence:number"
        ),
        rows=_commitments,
    ),
    "positions": Table(
        columns=_columns(f"id actor question stance since:day grounds {_WHERE} confidence:number"),
        rows=_positions,
    ),
    "places": Table(
        columns=_columns(f"id name country lat:number lon:number {_WHERE} confidence:number"),
        rows=_places,
    ),
    "times": Table(
        columns=_columns(
            "text type value first:day last:day start:whole end:whole confidence:number"
        ),
        rows=_times,
    ),
    "findings": Table(
        columns=_columns(f"kind severity message words facts {_WHERE} confidence:number"),
        rows=_findings,
    ),
}
"""Every table by name."""


def table_named(name: str) -> Table:
    """Return the table of that name; ``SettingsError`` names the choices where there is none."""
    if name not in TABLES:
        raise SettingsError(f"no table {name!r}; there are {', '.join(TABLES)}")
    return TABLES[name]
