"""From a document to its calendar expressions, normalised."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from onrecord.language.layers import layers_of
from onrecord.record import Span, Time
from onrecord.resolve.times import anchors
from onrecord.resolve.times.direction import direction
from onrecord.resolve.times.meanings import MEANINGS
from onrecord.resolve.times.refusals import is_refused
from onrecord.resolve.times.scan import Match, scan
from onrecord.resolve.times.setting import Lean, Reading, Setting
from onrecord.resolve.times.timex import safe_date
from onrecord.resolve.times.words import shape, value_of

_AROUND = 80
_EARLIER = 100
"""Expressions before one among which the date of its event is looked for."""
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’\- ]{2,30}(?:,[ ][A-Z][\w.' ]{1,20})?,[ ]"
    rf"(?P<month>(?i:{shape('month')}))[ ](?P<day>[0-3]?[0-9])(?:[ ]\(|[ ]*[-–—_])"
)


def read_times(doc: Doc, published: date | None) -> tuple[Time, ...]:
    """Return the calendar expressions of ``doc``, in text order.

    Where ``published`` is ``None``, what the text itself does not date stays relative: a value
    with unknown parts (``XXXX-WXX-5``), and neither ``start`` nor ``end``.
    """
    text = doc.text
    reader = _Reader(doc, text, _written(text, published))
    for match in scan(text, reader.reads):
        reader.keep(match)
    return reader.finished()


class _Reader:
    """Reads the matches in text order; each may lean on what was read before it."""

    __slots__ = (
        "_doc",
        "_found",
        "_parsed",
        "_reading",
        "_setting",
        "_spoken",
        "_text",
        "_waiting",
    )

    def __init__(self, doc: Doc, text: str, published: date | None) -> None:
        # `Doc.text` is put together anew each time it is asked for.
        self._doc, self._text = doc, text
        self._parsed = doc.has_annotation("DEP")
        self._setting = Setting(published=published, lean=_no_lean)
        self._found: list[tuple[Time, Reading]] = []
        self._reading: Reading | None = None
        # The last expression, where it counts from an event that the next may date.
        self._waiting: Reading | None = None
        # Expressions such as "tomorrow" whose day may be counted from that of a quotation.
        self._spoken: list[tuple[int, Match]] = []

    def reads(self, match: Match) -> bool:
        """Read ``match``; whether it is a calendar expression."""
        text = self._text
        if is_refused(match, text):
            return False
        start, end = match.span
        setting = self._setting
        setting.lean = _Leaning(self._doc, match.span) if self._parsed else _no_lean
        setting.before = text[max(0, start - _AROUND) : start]
        setting.after = text[end : end + _AROUND]
        setting.start = start
        self._reading = MEANINGS[match.rule.meaning](match, setting)
        return self._reading is not None

    def keep(self, match: Match) -> None:
        """Keep the reading of the match read last."""
        reading, end = self._reading, match.span.end
        assert reading is not None, match
        self._found.append((_time(match.span, match.text, reading), reading))
        if match.rule.meaning == "near":
            self._spoken.append((len(self._found) - 1, match))
        if match.rule.meaning == "distance":
            self._setting.move(reading, end)
        else:
            self._setting.tell(reading, end)
        if self._waiting is not None:
            self._resolve(reading, match.span.start, end)
        self._waiting = reading if reading.away is not None else None

    def finished(self) -> tuple[Time, ...]:
        """Return what was kept."""
        if self._waiting is not None:
            self._resolve(None, len(self._text), len(self._text))
        self._count_from_speech()
        return tuple(time for time, _ in self._found)

    def _resolve(self, base: Reading | None, start: int, end: int) -> None:
        """Give the waiting expression its days, by ``base``, read after it, or by its event."""
        at = len(self._found) - (1 if base is None else 2)
        time, waiting = self._found[at]
        away = waiting.away
        assert away is not None, time
        moved = None
        if base is not None:
            moved = anchors.from_date(self._text, time.span.end, away, start, base)
        if moved is None:
            earlier = [t for t, _ in self._found[max(0, at - _EARLIER) : at]]
            moved = anchors.from_event(self._doc, time.span, away, earlier)
        if moved is None:
            return
        moved = anchors.as_duration(waiting, moved)
        self._found[at] = _time(time.span, time.text, moved), moved
        self._setting.tell(moved, end)

    def _count_from_speech(self) -> None:
        """Count "tomorrow", in words spoken on another day than publication, from that day."""
        published = self._setting.published
        if not self._spoken or published is None:
            return
        quoted = [q.span for q in layers_of(self._doc).quotations or ()]
        times = [time for time, _ in self._found]
        for at, match in self._spoken:
            day = anchors.spoken_on(self._doc, match.span, times, quoted, published)
            if day is None:
                continue
            reading = MEANINGS["near"](match, Setting(published=day, lean=_no_lean))
            if reading is not None:
                reading = replace(reading, confidence=anchors.SPOKEN)
                self._found[at] = _time(match.span, match.text, reading), reading


def _time(span: Span, text: str, reading: Reading) -> Time:
    first, last = reading.days or reading.bounds or (None, None)
    return Time(
        span=span,
        text=text,
        type=reading.type,
        value=reading.value,
        start=first,
        end=last,
        confidence=reading.confidence,
    )


def _written(text: str, published: date | None) -> date | None:
    """Return the day the report was written: its dateline's, if up to three days before.

    "KYIV, March 12 (Xinhua) --": what such a report calls today is the 12th, also where it was
    published, or updated, later.
    """
    found = _DATELINE.match(text)
    if published is None or found is None:
        return published
    month, day = int(value_of("month", found["month"])), int(found["day"])
    for year in (published.year, published.year - 1):
        written = safe_date(year, month, day)
        if written is not None and 0 <= (published - written).days <= 3:
            return written
    return published


def _no_lean() -> Lean:
    return "unknown"


class _Leaning:
    """The direction of the clause at a span, worked out when first asked."""

    __slots__ = ("_doc", "_lean", "_span")

    def __init__(self, doc: Doc, span: Span) -> None:
        self._doc, self._span = doc, span
        self._lean: Lean | None = None

    def __call__(self) -> Lean:
        if self._lean is None:
            self._lean = direction(self._doc, self._span)
        return self._lean
