"""The start page. Everybody opens it and it asks most, so it is kept until the archive changes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from onrecord.archive.brief import Line as Sentence
from onrecord.archive.timeline import Happening
from onrecord.publish import wording
from onrecord.web import timeline
from onrecord.web.shelf import Kept, Shelf
from onrecord.web.templates import render
from onrecord.web.timeline import AHEAD, DONE

KEPT_FOR: Final = 60.0
"""Seconds after which the page is made anew in any case."""
_DAYS: Final = 5
_LINES: Final = 6
_SURE: Final = wording.LOW_CONFIDENCE
"""Under this an event is left to the timeline: the start page shows what is likely right."""
_GRAVE: Final = ("error", "warning")
_LATEST: Final = 400
ERA, _SOON = timedelta(days=5), timedelta(days=365)


def front(shelf: Shelf) -> str:
    """Return the start page of the archive as it is now."""
    state, now = shelf.state(), time.monotonic()
    kept = shelf.pages.get("/")
    if kept is None or kept.state != state or now - kept.made > KEPT_FOR:
        kept = Kept(state=state, made=now, page=_made(shelf))
        shelf.pages["/"] = kept
    return kept.page


def _made(shelf: Shelf) -> str:
    last = shelf.last_day()
    done = [
        one
        for one in shelf.archive.timeline(until=last, limit=_LATEST)
        if one.status in DONE and (one.confidence >= _SURE or one.outlets > 1)
    ]
    to_query = shelf.to_query(limit=_LINES)
    conflicts = shelf.archive.conflicts(limit=4)
    grave = tuple(one for one in to_query if one.severity in _GRAVE)
    return render(
        "start.html.j2",
        here="start",
        counts=shelf.archive.counts(),
        last=last,
        days=timeline.days(shelf, _of_last_days(done), most=_LINES),
        ahead=_ahead(shelf, last),
        said=_said(shelf, last) if last is not None else (),
        conflicts=conflicts,
        # Notes only where nothing graver is to be said.
        to_query=grave if grave or conflicts else to_query,
        reports=shelf.reports(limit=6),
    )


def _of_last_days(found: Sequence[Happening]) -> list[Happening]:
    days = sorted({one.day for one in found if one.day}, reverse=True)[:_DAYS]
    return [one for one in found if one.day in days]


def _ahead(shelf: Shelf, last: date | None) -> tuple[timeline.Line, ...]:
    """Return the next meetings after the last report's day."""
    if last is None:
        return ()
    later = shelf.archive.timeline(
        since=last + timedelta(days=1), until=last + _SOON, kind="meeting", limit=_LATEST
    )
    meetings = [one for one in later if one.status in AHEAD]
    return tuple(timeline.line(shelf, one) for one in meetings[:6])


def _said(shelf: Shelf, last: date) -> tuple[Sentence, ...]:
    """Return the quotations of the last days that most outlets print."""
    sections = shelf.archive.brief(last - ERA, last).sections
    return next((part.lines for part in sections if part.title == "Who said what"), ())[:4]
