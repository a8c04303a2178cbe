"""The pages that list and follow: start, timeline, search, people, calendar, what to query."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.archive.matching import KINDS, MOST
from onrecord.archive.search import Hit
from onrecord.publish import wording
from onrecord.web import people, timeline
from onrecord.web.addresses import address, who_address
from onrecord.web.asking import (
    FORM,
    Page,
    RulesOf,
    SearchOf,
    ShelfOf,
    Since,
    TimelineOf,
    Until,
    Words,
)
from onrecord.web.calendar import AHEAD_FOR, ahead, counts, month
from onrecord.web.facets import facets
from onrecord.web.front import front
from onrecord.web.network import network
from onrecord.web.templates import render

pages = APIRouter(include_in_schema=False)

_LATEST: Final = 200
_SHOWN: Final = 25
_SAID: Final = 30
_SURE: Final = {"": 0.0, "half": 0.5, "most": 0.8}


@pages.get("/")
def start(shelf: ShelfOf) -> HTMLResponse:
    """The last days, what to query, what lies ahead, who said what, the latest reports."""
    return HTMLResponse(front(shelf))


@pages.get("/timeline")
def follow(
    shelf: ShelfOf, asked: TimelineOf, sure: Annotated[Literal["", "half", "most"], Query()] = ""
) -> HTMLResponse:
    """Happenings by day, the latest first, with how many outlets report each.

    Asked for nothing, up to the latest report's day: what lies ahead of it has a link of its own.
    """
    again = {**_days_and(asked), "sure": sure}
    last = shelf.last_day()
    open_end = last if not any(again.values()) else None
    since, until = asked["since"], asked["until"] or open_end
    asked["until"] = until
    found = shelf.archive.timeline(**asked, min_confidence=_SURE[sure], limit=_LATEST)
    first = min((one.day for one in found if one.day), default=None)
    earlier = address("/timeline", {**again, "to": first}) if len(found) == _LATEST else None
    latest_first = not (since and last and since > last)  # what lies ahead begins tomorrow
    after = until + timedelta(days=1) if until and until < date.max else None
    later = address("/timeline", {**again, "from": after, "to": None}) if after else None
    return _html(
        "timeline.html.j2",
        here="timeline",
        asked=again,
        days=timeline.days(shelf, found, latest_first=latest_first),
        latest_first=latest_first,
        number=len(found),
        earlier=earlier,
        later=later,
        until=open_end,
        countries=timeline.countries(shelf),
        types=[*wording.EVENTS.items()],
        forms=timeline.forms(shelf),
        statuses=[*wording.STATUSES.items()],
    )


@pages.get("/brief")
def brief(shelf: ShelfOf, since: Since = None, until: Until = None) -> HTMLResponse:
    """One page on some days, in the reports' sentences; without days on the last ones."""
    return _html(
        "brief.html.j2",
        here="timeline",
        brief=shelf.archive.brief(since, until),
        sources=lambda hits: timeline.sources(shelf, hits),
    )


@pages.get("/search")
def search(shelf: ShelfOf, asked: SearchOf, page: Page = 1) -> HTMLResponse:
    """Entries by their words, with facets; the words looked for are marked."""
    kind = asked["kind"]
    again = _days_and(asked) | {"kind": kind if kind != "statement" else None}
    again = {"q": again.pop("words"), **again}
    at = (page - 1) * _SHOWN
    found: tuple[Hit, ...] = ()
    tally = None
    if any(again.values()):
        found = shelf.archive.search(**asked, limit=_SHOWN + 1, offset=at)
        tally = shelf.archive.tally(**asked)
    return _html(
        "search.html.j2",
        here="search",
        asked=again,
        kind=kind,
        kinds=KINDS,
        hits=found[:_SHOWN],
        tally=tally,
        most=MOST,
        facets=facets(tally, again) if tally else (),
        before=address("/search", {**again, "page": page - 1}) if page > 1 else None,
        after=address("/search", {**again, "page": page + 1}) if len(found) > _SHOWN else None,
        outlets=shelf.outlets(),
    )


@pages.get("/reports")
def reports(
    *,
    shelf: ShelfOf,
    since: Since = None,
    until: Until = None,
    outlet: Words = None,
    page: Page = 1,
) -> HTMLResponse:
    """All reports, the latest first."""
    found = shelf.reports(
        since=since, until=until, outlet=outlet, limit=_SHOWN + 1, offset=(page - 1) * _SHOWN
    )
    asked = {"from": since, "to": until, "outlet": outlet}
    return _html(
        "reports.html.j2",
        here="reports",
        asked=asked,
        reports=found[:_SHOWN],
        outlets=shelf.outlets(),
        before=address("/reports", {**asked, "page": page - 1}) if page > 1 else None,
        after=address("/reports", {**asked, "page": page + 1}) if len(found) > _SHOWN else None,
    )


@pages.get("/who")
def actors(shelf: ShelfOf, name: Words = None) -> Response:
    """The actors a name can mean; without a name those who say most."""
    found = people.speakers(shelf) if name is None else shelf.archive.find(name)
    if name is not None and len(found) == 1:
        return RedirectResponse(who_address(found[0].id), 303)
    return _html("actors.html.j2", here="who", name=name, found=found)


@pages.get("/who/{actor}")
def dossier(shelf: ShelfOf, rules: RulesOf, actor: str, q: Words = None) -> HTMLResponse:
    """An actor: offices, what they said by topic and date, whom they met, what they promised."""
    found = shelf.archive.who(actor)
    said = (
        shelf.archive.search(q, speaker=found.identity.id, limit=100)
        if q is not None
        else found.statements[:_SAID]
    )
    return _html(
        "dossier.html.j2",
        here="who",
        dossier=found,
        said=said,
        q=q,
        about=shelf.archive.search(about=found.identity.id, limit=12),
        offices=people.offices(found),
        meetings=people.meetings(shelf, found),
        seal=rules.seal(FORM),
        known_as=people.known_as(shelf, found.identity),
        reports=people.reports(shelf, found.identity),
        corrections=shelf.archive.corrections(actor=found.identity.id),
    )


@pages.get("/calendar")
def calendar(
    *, shelf: ShelfOf, month_: Annotated[Words, Query(alias="month")] = None, planned: bool = False
) -> HTMLResponse:
    """Meetings by their days, one month a page, with those that lie ahead of it as a picture."""
    from onrecord.web import diary  # noqa: PLC0415 - as above

    name = month_ or f"{shelf.last_day() or date(2025, 1, 1):%Y-%m}"
    shown = month(shelf, name, planned=planned)
    until = shown.first + AHEAD_FOR
    later = ahead(shelf, shown.first, until) if planned else ()
    counted = counts(shelf, shown.first, planned=planned)
    return _html(
        "calendar.html.j2",
        here="calendar",
        month=shown,
        name=name,
        planned=planned,
        months=diary.months(counted, shown.first, planned=planned) if counted else None,
        later=later,
        until=until,
        ahead=diary.ahead(later, shown.first, until) if later else None,
        weekdays=wording.WEEKDAYS,
    )


@pages.get("/network")
def ties(
    shelf: ShelfOf, since: Since = None, until: Until = None, who: Words = None
) -> HTMLResponse:
    """Who met whom and who addressed whom, as a picture and a list."""
    # Here, so that Altair is loaded by whoever looks at a picture and nobody else.
    from onrecord.web import graph  # noqa: PLC0415

    found = network(shelf, since=since, until=until, who=who)
    return _html(
        "network.html.j2",
        here="network",
        asked={"from": since, "to": until, "who": who},
        ties=found,
        saying=graph.SAYING,
        picture=graph.picture(found) if found else None,
    )


@pages.get("/to-query")
def to_query(
    *,
    shelf: ShelfOf,
    severity: Annotated[Literal["", "error", "warning", "note"], Query()] = "",
    page: Page = 1,
) -> HTMLResponse:
    """Everything a careful editor would query, the gravest first."""
    found = shelf.to_query(severity=severity or None, limit=_SHOWN + 1, offset=(page - 1) * _SHOWN)
    asked = {"severity": severity}
    return _html(
        "to_query.html.j2",
        here="to-query",
        severity=severity,
        found=found[:_SHOWN],
        conflicts=() if severity or page > 1 else shelf.archive.conflicts(limit=50),
        before=address("/to-query", {**asked, "page": page - 1}) if page > 1 else None,
        after=address("/to-query", {**asked, "page": page + 1}) if len(found) > _SHOWN else None,
    )


def _days_and(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was asked by the names that addresses have for it."""
    names = {"since": "from", "until": "to"}
    return {names.get(name, name): value for name, value in asked.items()}


def _html(template: str, **values: Any) -> HTMLResponse:
    return HTMLResponse(render(template, **values))
