"""The publication date a text prints itself, in its dateline or at its top.

Only places where newspapers print it by convention count: an agency dateline ("WASHINGTON,
Feb. 17, 2025 (AP) —"), a line that says so ("Published February 17, 2025") and a line of its own.
Dates in running text never do, nor those in brackets, which date what is
reported: a speech, a photograph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from onrecord.errors import BadDate
from onrecord.intake.dates import CLOCK, DAY_FIRST, MONTH_FIRST, date_of, parse_date

_TOP_LINES = 6
_TOP_CHARACTERS = 1_500
_OWN_LINE = 80
"""Longest line taken for a line of its own."""
_RUNNING_TEXT = 140
"""Longest line taken for a headline; a date below running text dates something else."""

_SAYS_SO = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|issued)(?:\s+on)?|(?:publication\s+)?date"
    r"|for immediate release)\s*[:|-]?\s+(?P<when>\S.*)",
    re.IGNORECASE,
)
_FORMS = (DAY_FIRST, MONTH_FIRST)
_ALONE = [re.compile(form + CLOCK, re.IGNORECASE) for form in _FORMS]
_LEADING = [re.compile(form, re.IGNORECASE) for form in _FORMS]
_ISO_LEADING = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_DATELINE = [
    # Place in capitals, date with its year, then the agency in brackets or a dash.
    re.compile(
        rf"[A-Z][A-Z .'’/-]{{2,40}}(?:,\s+[A-Z][\w. ]{{1,30}})?,\s+(?i:{form})\s*"
        r"(?:\(\s?[A-Z][\w ./&-]{1,30}\)|[-–—])"
    )
    for form in _FORMS
]


def printed_date(text: str) -> date | None:
    """Return the publication date printed at the top of ``text``.

    ``None`` where none is printed, or where those printed contradict each other.
    """
    found = {day for line in _top(text) if (day := _date_of_line(line)) is not None}
    return found.pop() if len(found) == 1 else None


def _top(text: str) -> Iterator[str]:
    """Yield the lines down to the first that is running text: there the top ends."""
    lines = (line.strip() for line in text[:_TOP_CHARACTERS].splitlines())
    for line in islice(filter(None, lines), _TOP_LINES):
        yield line
        if len(line) > _RUNNING_TEXT:
            return


def _date_of_line(line: str) -> date | None:
    try:
        for pattern in _DATELINE:
            if match := pattern.match(line):
                return date_of(match, "dateline")
        if len(line) > _OWN_LINE:
            return None
        if match := _SAYS_SO.match(line):
            return _leading_date(match["when"])
        for pattern in _ALONE:
            if match := pattern.fullmatch(line):
                return date_of(match, "date line")
        return parse_date(line) if _ISO_LEADING.fullmatch(line) else None
    except BadDate:
        # A printed date that is none tells nothing; the report stays undated.
        return None


def _leading_date(words: str) -> date | None:
    if match := _ISO_LEADING.match(words):
        return parse_date(match[0])
    for pattern in _LEADING:
        if match := pattern.match(words):
            return date_of(match, "date line")
    return None
