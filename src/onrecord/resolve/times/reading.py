"""From a document to its calendar expressions, normalised."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc

from onrecord.record import Span, Time
from onrecord.resolve.times.direction import direction
from onrecord.resolve.times.meanings import MEANINGS
from onrecord.resolve.times.refusals import is_refused
from onrecord.resolve.times.scan import scan
from onrecord.resolve.times.setting import Lean, Setting

_AROUND = 80


def read_times(doc: Doc, published: date | None) -> tuple[Time, ...]:
    """Return the calendar expressions of ``doc``, in text order.

    Where ``published`` is ``None``, what the text itself does not date stays relative: a value
    with unknown parts (``XXXX-WXX-5``), and neither ``start`` nor ``end``.
    """
    text = doc.text
    out: list[Time] = []
    setting = Setting(published=published, lean=_no_lean)
    for match in scan(text):
        if is_refused(match, text, doc):
            continue
        start, end = match.span
        setting.lean = _leaning(doc, match.span)
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


def _no_lean() -> Lean:
    return 0


class _leaning:  # noqa: N801 - reads as a verb where it is used
    """The direction of the clause at a span, worked out when first asked."""

    __slots__ = ("_doc", "_lean", "_span")

    def __init__(self, doc: Doc, span: Span) -> None:
        self._doc, self._span = doc, span
        self._lean: Lean | None = None

    def __call__(self) -> Lean:
        if self._lean is None:
            self._lean = direction(self._doc, self._span)
        return self._lean
