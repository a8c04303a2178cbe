"""The pages of one thing: a report beside its record, an entry, a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.archive.search import Hit
from onrecord.archive.timeline import Happening
from onrecord.errors import NotInArchive
from onrecord.publish import wording
from onrecord.publish.page import digest, layers, sheet, targets
from onrecord.publish.panel import Link
from onrecord.record import Meeting
from onrecord.web import conflicts, people, timeline, wordings
from onrecord.web.addresses import (
    desk_address,
    meeting_address,
    report_address,
    saying_address,
    short_of,
    who_address,
)
from onrecord.web.asking import ShelfOf
from onrecord.web.guard import policy
from onrecord.web.held import Held
from onrecord.web.shelf import Shelf
from onrecord.web.templates import VERDICTS, render

pages = APIRouter(include_in_schema=False)
_NEAR = timedelta(days=2)


@pages.get("/report/{short}")
def report(shelf: ShelfOf, short: str, machine: bool = False) -> HTMLResponse:
    """A report's text with its statements coloured, beside its record.

    The record is as people have corrected it, or with ``machine`` as it was read.
    """
    held = shelf.machines(short) if machine else shelf.held(short)
    known = people.of_report(shelf, held.short)
    told = wordings.told_elsewhere(shelf, held.short)

    def links(key: str) -> tuple[Link, ...]:
        return tuple(_links(held, known, told, key))

    shown = sheet(held.record, links=links)
    style = targets(list(shown.keys))
    page = render(
        "report.html.j2",
        here="reports",
        sheet=shown,
        layers=layers([shown.panel]),
        targets=style,
        short=held.short,
        corrections=shelf.said(held.short),
        machine=machine,
    )
    return HTMLResponse(page, headers={"content-security-policy": policy([digest(style)])})


@pages.get("/report/{short}/{kind}/{entry:path}")
def words(shelf: ShelfOf, short: str, kind: str, entry: str) -> Response:
    """Lead to the words of an entry in its report."""
    if kind == "report":
        return RedirectResponse(report_address(short), 303)
    if shelf.held(short).is_rejected((kind, entry)):
        return RedirectResponse(desk_address(f"{short}/{kind}/{entry}"), 303)
    held = _with_entry(shelf, short, kind, entry)
    return RedirectResponse(held.address((kind, entry)), 303)


@pages.get("/meeting/{short}/{entry:path}")
def meeting(shelf: ShelfOf, short: str, entry: str) -> HTMLResponse:
    """A meeting: who, when, where, about what, and what each report says of it."""
    held = _with_entry(shelf, short, "meeting", entry)
    one = shelf.archive.happening(f"{held.short}/meeting/{entry}")
    others = [other for other in _around(shelf, one) if other.id != one.id and _akin(other, one)]
    return _html(
        "meeting.html.j2",
        here="calendar",
        line=timeline.line(shelf, one),
        statuses=wording.STATUSES,
        agenda=_agenda(shelf, one),
        versions=_by_day(shelf, one),
        others=[timeline.line(shelf, other) for other in others[:12]],
        conflicts=conflicts.of(shelf, one.versions),
        said=_said(shelf, one),
    )


@pages.get("/saying/{short}/{entry:path}")
def saying(shelf: ShelfOf, short: str, entry: str) -> HTMLResponse:
    """One saying as each report words it, side by side, with what differs marked."""
    held = _with_entry(shelf, short, "statement", entry)
    found = shelf.archive.saying(f"{held.short}/statement/{entry}")
    return _html(
        "saying.html.j2",
        here="search",
        saying=found,
        first=found.variants[0].hit,
        variants=wordings.compared(found),
        conflicts=conflicts.of(shelf, [variant.hit for variant in found.variants]),
    )


def _html(template: str, **values: Any) -> HTMLResponse:
    return HTMLResponse(render(template, **values))


def _with_entry(shelf: Shelf, short: str, kind: str, entry: str) -> Held:
    held = shelf.held(short)
    if (kind, entry) not in held.entries:
        raise NotInArchive(f"report {short!r} has no {kind} {entry!r}")
    return held


def _links(held: Held, known: Mapping[str, str], told: Mapping[str, int], key: str) -> list[Link]:
    """Return where an entry of a report's panel leads."""
    name = held.names.get(key)
    if name is None:
        return []
    kind, entry = name
    identity = f"{held.short}/{kind}/{entry}"
    links = []
    if kind == "actor" and entry in known:
        links.append(Link(address=who_address(known[entry]), words="dossier"))
    if kind == "statement" and entry in told:
        links.append(Link(address=saying_address(identity), words=f"{told[entry]} wordings"))
    if kind == "meeting":
        links.append(Link(address=meeting_address(identity), words="meeting"))
    links.append(
        Link(
            address=desk_address(identity), words=VERDICTS.get(held.verdicts.get(name, ""), "check")
        )
    )
    return links


def _around(shelf: Shelf, one: Happening) -> tuple[Happening, ...]:
    """Return the meetings of the days about a meeting's own (or its report's) days."""
    if one.day is None:
        return ()
    until = (one.last_day or one.day) + _NEAR
    return shelf.archive.timeline(since=one.day - _NEAR, until=until, kind="meeting", limit=1_000)


def _by_day(shelf: Shelf, one: Happening) -> list[tuple[Hit, date | None]]:
    """Return a meeting's versions with the days of their reports, the first report first."""
    found = [(hit, shelf.held(short_of(hit.id)).record.report.published) for hit in one.versions]
    return sorted(found, key=lambda pair: pair[1] or date.max)


def _akin(one: Happening, other: Happening) -> bool:
    """Whether two meetings have at least two known actors in common."""
    ids = [{part.id for part in each.parts if part.id} for each in (one, other)]
    return len(ids[0] & ids[1]) >= 2


def _agenda(shelf: Shelf, one: Happening) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for hit in one.versions:
        entry = shelf.held(hit.id.partition("/")[0]).entries.get(("meeting", hit.entry))
        if isinstance(entry, Meeting):
            found |= {item.text.casefold(): item.text for item in entry.agenda}
    return tuple(found.values())


def _said(shelf: Shelf, one: Happening) -> list[Any]:
    """Return what the participants said on the meeting's days, by the reports.

    Of a meeting that was some day of a long stretch nobody knows what was said at it.
    """
    day, stretched = timeline.stretch(one)
    if day is None or stretched is not None:
        return []
    who = dict.fromkeys(part.id for part in one.parts if part.id)
    out: list[Any] = []
    for identity in list(who)[:6]:
        out += shelf.archive.search(speaker=identity, since=day, until=one.last_day or day, limit=4)
    return list({hit.id: hit for hit in out}.values())[:12]
