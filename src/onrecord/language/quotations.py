"""Quotations: what stands in quotation marks."""

from __future__ import annotations

import re

from onrecord.language.layers import Quotation
from onrecord.record import Span, Spans


def read_quotations(text: str, paragraphs: Spans) -> tuple[Quotation, ...]:
    """Return the quotations of ``text`` in text order, an outer one before those inside it."""
    found = []
    for start, end in paragraphs:
        for m in re.finditer(r"“[^”]+”|\"[^\"]+\"", text[start:end]):
            a, b = start + m.start(), start + m.end()
            found.append(Quotation(span=Span(a, b), inner=Span(a + 1, b - 1)))
    return tuple(found)
