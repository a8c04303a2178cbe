"""What the rows of all kinds of entries share: keys, parts, tags, days, words to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from onrecord.archive.sentences import sentence
from onrecord.archive.tags import SEARCHED, actor_tag, day_tags, outlet_tag
from onrecord.record import Period, Record, Spans

Row: TypeAlias = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Rows:
    """The rows of one record, by table."""

    entries: list[Row] = field(default_factory=list)
    parts: list[Row] = field(default_factory=list)
    offices: list[Row] = field(default_factory=list)
    of_kind: dict[str, list[Row]] = field(default_factory=dict)


class EntryRows:
    """Makes rows for the entries of one record.

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
        self.record = record
        self._report = report
        self._next = first
        self._who = who
        self._text = record.report.text
        self._countries = {place.id: place.country for place in record.places}
        self._outlet = outlet_tag(record.report.outlet)
        self.members = {actor.id: actor.members for actor in record.actors}
        self._named = [
            (mention.span, actor.id) for actor in record.actors for mention in actor.mentions
        ]
        self.rows = Rows()

    def entry(
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
        """Note a row of ``entries`` with its parts and tags; return its key.

        ``parts`` are actors by the record's ids, each with its role.
        """
        key = self._next
        self._next += 1
        taking_part = list(dict.fromkeys(parts))
        tags = [*self._outlet, *day_tags(day)]
        for actor, role in taking_part:
            identity = self._who.get(actor)
            self.rows.parts.append({"entry": key, "actor": actor, "who": identity, "role": role})
            if identity is not None:
                tags.append(actor_tag(identity, role))
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

    def own(self, kind: str, key: int, /, **columns: object) -> None:
        """Note the row of what only this kind of entry has."""
        self.rows.of_kind.setdefault(kind, []).append({"key": key, **columns})

    def words(self, spans: Spans) -> str:
        """Return the report's words in the spans."""
        return " … ".join(span.of(self._text) for span in spans)

    def about(self, spans: Spans, *, but: Iterable[str | None] = ()) -> Iterator[tuple[str, str]]:
        """Yield the parts of actors that are named within the spans."""
        left_out = set(but)
        for inner, actor in self._named:
            if actor not in left_out and any(inner.within(outer) for outer in spans):
                yield actor, "about"

    def day(self, when: Period | None) -> tuple[date | None, date | None]:
        """Return the days of ``when``; what has none stands under the day of its report."""
        if when is None or (when.start is None and when.end is None):
            return self.record.report.published, None
        return when.start or when.end, when.end

    def country(self, place: str | None) -> str | None:
        """Return the country a place of the record lies in."""
        return self._countries.get(place) if place is not None else None

    def sentence_at(self, spans: Spans) -> str:
        """Return the line around the spans, cut at sentence ends near them: words to show."""
        if not spans:
            return ""
        return sentence(self._text, spans[0].start, spans[0].end)


def spans_as_json(spans: Spans) -> str:
    """Return spans as the contract writes them: ``[[10, 14], [20, 31]]``."""
    return f"[{', '.join(f'[{start}, {end}]' for start, end in spans)}]"
