"""From a document to its calendar expressions, normalised."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Doc

from onrecord.record import Span, Time
from onrecord.resolve.times.direction import direction
from onrecord.resolve.times.meanings import MEANINGS
from onrecord.resolve.times.refusals import is_refused
from onrecord.resolve.times.scan import scan
from onrecord.resolve.times.setting import Lean, Setting
from onrecord.resolve.times.timex import safe_date
from onrecord.resolve.times.words import shape, value_of

_AROUND = 80
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
    out: list[Time] = []
    setting = Setting(published=_written(text, published), lean=_no_lean)
    parsed = doc.has_annotation("DEP")
    for match in scan(text):
        if is_refused(match, text):
            continue
        start, end = match.span
        setting.lean = _Leaning(doc, match.span) if parsed else _no_lean
        setting.before = text[max(0, start - _AROUND) : start]
        setting.after = text[end : end + _AROUND]
        setting.start = start
        reading = MEANINGS[match.rule.meaning](match, setting)
        if reading is None:
            continue
        setting.tell(reading, end)
        first, last = reading.days or reading.bounds or (None, None)
        out.append(
            Time(
                span=match.span,
                text=match.text,
                type=reading.type,
                value=reading.value,
                start=first,
                end=last,
                confidence=reading.confidence,
            )
        )
    return tuple(out)


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
