"""Datelines: where and when a report was written, printed before its first words.

    OSLO, March 4 (Agency) - Norway's prime minister said ...

A dateline is no part of the sentence after it; parsed with it, its city becomes the subject.
"""

from __future__ import annotations

import re
from typing import Final

_WORD = r"[A-Z][A-Z.'’-]+"
_CITY = rf"{_WORD}(?:[ /]{_WORD}){{0,4}}"
_MIXED = r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}"
_REST = r"(?:,[ ][^-–—()\n]{1,60}?)?"
_AGENCY = r"\([A-Z][\w .,/&’'-]{1,30}\)"
_DASH = r"(?:[ \t]*--?[ \t]+|[ \t]*[–—][ \t]*)"
_DATELINE: Final = re.compile(
    rf"(?:{_CITY}{_REST}[ ]?(?:{_AGENCY})?{_DASH}"
    rf"|(?:{_MIXED}{_REST}[ ])?{_AGENCY}(?:{_DASH}|(?=[A-Z])))"
    r"(?=[\"'“‘]?[A-Z0-9])"
)
_SHORTEST: Final = 3
"""Letters of a city in capitals: "US - Russian talks" begins with none."""


def dateline_end(text: str, start: int, end: int) -> int:
    """Return where the dateline ends that begins at ``start``; ``start`` where none does.

    ``[start, end)`` is a paragraph of ``text``; offsets are code points. Read are a place in
    capitals before a dash, with region, date and agency or without, and any place before an
    agency in brackets (AP Stylebook, "datelines"). Text must follow it.
    """
    found = _DATELINE.match(text, start, end)
    if found is None or sum(map(str.isalpha, found.group())) < _SHORTEST:
        return start
    return found.end()
