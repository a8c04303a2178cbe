"""A record as rows of the archive's tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeAlias

from onrecord.record import (
    Actor,
    Commitment,
    Event,
    Finding,
    Meeting,
    Period,
    Place,
    Position,
    Record,
    Spans,
    Statement,
    Time,
)

Row: TypeAlias = dict[str, Any]
SEARCHED: Final = frozenset(
    {"statement", "event", "meeting", "commitment", "position", "finding", "report"}
)
"""The kinds whose words the full-text index holds; ``report`` is the title and text."""
ACTING: Final = frozenset(
    {"speaker", "actor", "host", "attends", "invited", "represented", "member"}
)
"""The roles of who speaks or takes part; with any other an entry is about the actor."""
_NO_LETTERS = re.compile(r"[\W_]+")
_NOTE = 300
# A stop ends a sentence when a capital follows, and no title or initials (U.S.) come before.
_TITLES = "".join(
    rf"(?<!\b{title})"
    for title in (
        *("Mr", "Ms", "Mrs", "Dr", "St", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "No", "Jan"),
        *("Feb", "Apr", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
        *("MR", "MS", "MRS", "DR"),  # labels of a transcript
    )
)
_STOP = re.compile(rf"{_TITLES}(?<!\b[A-Z])[.?!]+[\"”’)]*\s+(?=[“‘\"(]?[A-Z0-9])")


@dataclass(slots=True, kw_only=True)
class Rows:
    """The rows of one record, by table."""

    entries: list[Row] = field(default_factory=list)
    parts: list[Row] = field(default_factory=list)
    offices: list[Row] = field(default_factory=list)
    of_kind: dict[str, list[Row]] = field(default_factory=dict)


class Shredder:
    """Takes one record apart.

    ``report`` is the report's key, ``first`` the key of its first entry, ``who`` the identity's
    key of each of the record's actors that has one, ``verdicts`` what people said of its entries.
    """

    def __init__(
        self,
        record: Record,
        *,
        report: int,
        first: int,
        who: Mapping[str, int],
        verdicts: Mapping[tuple[str, str], str],
    ) -> None:
        self._verdicts = verdicts
        self._record = record
        self._report = report
        self._next = first
        self._who = who
        self._text = record.report.text
        self._countries = {place.id: place.country for place in record.places}
        self._outlet = outlet_tag(record.report.outlet)
        self._members = {actor.id: actor.members for actor in record.actors}
        self._named = [
            (mention.span, actor.id) for actor in record.actors for mention in actor.mentions
        ]
        self.rows = Rows()

    def shred(self) -> Rows:
        """Return the rows."""
        record = self._record
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

    def _entry(  # one row of ``entries``, its parts and tags
        self,
        kind: str,
        entry_id: str,
        *,
        spans: Spans,
        text: str,
        day: date | None = None,
        last_day: date | None = None,
        confidence: float,
        parts: Iterable[tuple[str, str]] = (),
        who: str | None = None,
    ) -> int:
        key = self._next
        self._next += 1
        taking_part = list(dict.fromkeys(parts))
        tags = [*self._outlet, *([month_tag(day), year_tag(day)] if day is not None else ["n0"])]
        for actor, role in taking_part:
            identity = self._who.get(actor)
            self.rows.parts.append({"entry": key, "actor": actor, "who": identity, "role": role})
            if identity is not None:
                tags.append(f"{'w' if role in ACTING else 'a'}{identity}0")
        self.rows.entries.append(
            {
                "key": key,
                "report": self._report,
                "kind": kind,
                "id": entry_id,
                "who": self._who.get(who) if who is not None else None,
                "day": day,
                "last_day": last_day,
                "start": spans[0].start if spans else None,
                "end": spans[-1].end if spans else None,
                "spans": spans_as_json(spans),
                "confidence": confidence,
                "verdict": self._verdicts.get((kind, entry_id)),
                "text": text,
                "tags": " ".join(dict.fromkeys(tags)) if kind in SEARCHED else "",
            }
        )
        return key

    def _own(self, kind: str, key: int, /, **columns: object) -> None:
        self.rows.of_kind.setdefault(kind, []).append({"key": key, **columns})

    def _words(self, spans: Spans) -> str:
        return " … ".join(span.of(self._text) for span in spans)

    def _about(self, spans: Spans, *, but: Iterable[str | None] = ()) -> Iterator[tuple[str, str]]:
        left_out = set(but)
        for inner, actor in self._named:
            if actor not in left_out and any(inner.within(outer) for outer in spans):
                yield actor, "about"

    def _day(self, when: Period | None) -> tuple[date | None, date | None]:
        """Return the days of ``when``; what has none stands under the day of its report."""
        if when is None or (when.start is None and when.end is None):
            return self._record.report.published, None
        return when.start or when.end, when.end

    def _actor(self, actor: Actor) -> None:
        key = self._entry(
            "actor",
            actor.id,
            spans=tuple(mention.span for mention in actor.mentions[:1]),
            text=actor.name,
            confidence=actor.confidence,
            who=actor.id,
        )
        self._own(
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
        parts += [(actor, "member") for actor in self._members.get(statement.speaker or "", ())]
        parts += [(actor, "addressee") for actor in statement.addressees]
        parts += self._about(statement.content, but=[statement.speaker])
        day, _ = self._day(said)
        key = self._entry(
            "statement",
            statement.id,
            spans=statement.content or statement.evidence,
            text=statement.text,
            day=day,
            confidence=statement.confidence,
            parts=parts,
            who=statement.speaker,
        )
        self._own(
            "statement",
            key,
            kind=statement.kind,
            speaker=statement.speaker,
            source=self._words(statement.source) or None,
            cue=self._words(statement.cue) or None,
            channel=statement.channel.kind if statement.channel else None,
            certainty=statement.certainty,
            inside=statement.inside,
            said_from=said.start if said else None,
            said_to=said.end if said else None,
        )

    def _event(self, event: Event) -> None:
        day, last = self._day(event.when)
        key = self._entry(
            "event",
            event.id,
            spans=event.trigger,
            text=self._sentence(event.trigger),
            day=day,
            last_day=last,
            confidence=event.confidence,
            parts=[
                *((actor, "actor") for actor in event.actors),
                *((actor, "recipient") for actor in event.recipients),
            ],
            who=event.actors[0] if event.actors else None,
        )
        self._own(
            "event",
            key,
            type=event.type,
            mode=event.mode,
            contexts="; ".join(event.contexts) or None,
            place=event.place,
            country=self._country(event.place),
            status=event.status,
            inside=event.inside,
        )

    def _meeting(self, meeting: Meeting) -> None:
        day, last = self._day(meeting.when)
        parts = [(part.actor, part.role) for part in meeting.participants]
        key = self._entry(
            "meeting",
            meeting.id,
            spans=meeting.evidence,
            text=self._sentence(meeting.evidence),
            day=day,
            last_day=last,
            confidence=meeting.confidence,
            parts=[*parts, *([(meeting.host, "host")] if meeting.host else [])],
            who=meeting.host or (parts[0][0] if parts else None),
        )
        self._own(
            "meeting",
            key,
            name=meeting.name,
            form=meeting.form,
            place=meeting.place,
            country=self._country(meeting.place),
            status=meeting.status,
            host=meeting.host,
            agenda="; ".join(item.text for item in meeting.agenda) or None,
        )

    def _commitment(self, commitment: Commitment) -> None:
        parts = [(commitment.actor, "actor")]
        if commitment.beneficiary is not None:
            parts.append((commitment.beneficiary, "beneficiary"))
        condition = commitment.condition.text if commitment.condition else None
        key = self._entry(
            "commitment",
            commitment.id,
            spans=commitment.evidence,
            text=self._sentence(commitment.evidence),
            day=self._record.report.published,
            confidence=commitment.confidence,
            parts=[*parts, *self._about(commitment.evidence, but=[commitment.actor])],
            who=commitment.actor,
        )
        self._own(
            "commitment",
            key,
            strength=commitment.strength,
            act=commitment.act,
            beneficiary=commitment.beneficiary,
            condition=condition,
            statement=commitment.statement,
        )

    def _position(self, position: Position) -> None:
        key = self._entry(
            "position",
            position.id,
            spans=position.evidence,
            text=position.question,
            day=position.since or self._record.report.published,
            confidence=position.confidence,
            parts=[(position.actor, "actor")],
            who=position.actor,
        )
        self._own("position", key, question=position.question, stance=position.stance)

    def _place(self, place: Place) -> None:
        key = self._entry(
            "place", place.id, spans=place.mentions, text=place.name, confidence=place.confidence
        )
        where = {"country": place.country, "lat": place.lat, "lon": place.lon}
        self._own("place", key, name=place.name, **where)

    def _time(self, entry_id: str, time: Time) -> None:
        key = self._entry(
            "time",
            entry_id,
            spans=(time.span,),
            text=time.text,
            day=time.start,
            last_day=time.end,
            confidence=time.confidence,
        )
        self._own("time", key, type=time.type, value=time.value)

    def _finding(self, entry_id: str, finding: Finding) -> None:
        key = self._entry(
            "finding",
            entry_id,
            spans=finding.evidence,
            text=finding.message,
            day=self._record.report.published,
            confidence=finding.confidence,
        )
        own = {"kind": finding.kind, "severity": finding.severity, "message": finding.message}
        self._own("finding", key, **own)

    def _report_words(self) -> None:
        report = self._record.report
        self._entry(
            "report",
            "report",
            spans=(),
            text=f"{report.title}\n{report.text}" if report.title else report.text,
            day=report.published,
            confidence=1.0,
            parts=[(actor.id, "about") for actor in self._record.actors if actor.kind != "unnamed"],
        )

    def _country(self, place: str | None) -> str | None:
        return self._countries.get(place) if place is not None else None

    def _sentence(self, spans: Spans) -> str:
        """Return the line around the spans, cut at sentence ends near them: words to show."""
        if not spans:
            return ""
        return sentence(self._text, spans[0].start, spans[0].end)


def sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around ``text[start:end]``, by its stops; some 600 characters at most."""
    floor, ceiling = max(0, start - _NOTE), min(len(text), end + _NOTE)
    left = max(floor, text.rfind("\n", floor, start) + 1)
    right = text.find("\n", end, ceiling)
    right = ceiling if right < 0 else right
    for stop in _STOP.finditer(text, left, right):
        if stop.end() <= start:
            left = stop.end()
        elif stop.start() >= end - 1:
            right = stop.end()
            break
    return text[left:right].strip()


def month_tag(day: date) -> str:
    """Return a month's word for the filters."""
    return f"m{day:%Y%m}0"


def year_tag(day: date) -> str:
    """Return a year's word for the filters."""
    return f"y{day:%Y}0"


def spans_as_json(spans: Spans) -> str:
    """Return spans as the contract writes them: ``[[10, 14], [20, 31]]``."""
    return f"[{', '.join(f'[{start}, {end}]' for start, end in spans)}]"


def outlet_tag(outlet: str | None) -> list[str]:
    """Return an outlet's word for the filters; none where the outlet is not known."""
    plain = _NO_LETTERS.sub("", outlet.casefold()) if outlet else ""
    return [f"o{plain}0"] if plain else []
