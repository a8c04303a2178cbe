"""The REST interface under ``/api``: JSON lists, pages by ``Link`` headers, ETags, OpenAPI."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from onrecord.errors import ArchiveError, NotInArchive, SettingsError
from onrecord.web.asking import (
    Limit,
    Offset,
    SearchOf,
    ShelfOf,
    Since,
    TimelineOf,
    Until,
    Words,
)

api = APIRouter(prefix="/api")
T = TypeVar("T")


class Told(BaseModel):
    """A correction as it is sent."""

    model_config = ConfigDict(extra="forbid")
    entry: str = Field(max_length=400, description="`<report>/statement/s1`, or `actor/<id>`")
    verdict: Literal["accept", "change", "reject", "merge", "split", "withdraw"]
    by: str = Field(min_length=1, max_length=200)
    why: str | None = Field(default=None, max_length=2_000)
    changes: dict[str, Any] | None = Field(
        default=None,
        description="Of `change` fields of the contract with their new values; of `merge` "
        '`{"into": id}`; of `split` `{"from": [ids]}`, or of an actor `{"reports": [ids]}`.',
    )
    at: str | None = Field(default=None, max_length=40, description="As exported: when.")
    machine: dict[str, Any] | None = Field(default=None, description="As exported.")
    known: dict[str, Any] | None = Field(default=None, description="As exported.")
    current: str | None = Field(default=None, max_length=400, description="Of no account.")
    standing: str | None = Field(default=None, max_length=20, description="Of no account.")
    fault: str | None = Field(default=None, description="Of no account.")


@api.get("/status", tags=["archive"])
def status(shelf: ShelfOf) -> dict[str, int]:
    """Count what is in the archive."""
    return shelf.archive.counts()


@api.get("/reports", tags=["reports"])
def reports(
    *,
    shelf: ShelfOf,
    request: Request,
    response: Response,
    since: Since = None,
    until: Until = None,
    outlet: Words = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> list[dict[str, Any]]:
    """List reports, the latest published first."""
    found = shelf.reports(since=since, until=until, outlet=outlet, limit=limit + 1, offset=offset)
    return [one.row() for one in _page(request, response, found, limit, offset)]


@api.get("/reports/{report}", tags=["reports"])
def record(shelf: ShelfOf, report: str, machine: bool = False) -> Response:
    """Return a report's whole record (schema onrecord/1), by its id or the short one.

    It is as people have corrected it, or with `machine` as it was read.
    """
    held = shelf.machines(report) if machine else shelf.held(report)
    return Response(held.record.to_json(), media_type="application/json")


@api.get("/search", tags=["asking"])
def search(
    *,
    shelf: ShelfOf,
    request: Request,
    response: Response,
    asked: SearchOf,
    limit: Limit = 20,
    offset: Offset = 0,
) -> list[dict[str, Any]]:
    """Search entries by their words, the best first; without words the latest first."""
    found = shelf.archive.search(**asked, limit=limit + 1, offset=offset)
    return [hit.row() for hit in _page(request, response, found, limit, offset)]


@api.get("/tally", tags=["asking"])
def tally(shelf: ShelfOf, asked: SearchOf) -> dict[str, Any]:
    """Count what a search finds, and how it divides by speaker, outlet, kind and year."""
    return shelf.archive.tally(**asked).row()


@api.get("/timeline", tags=["asking"])
def timeline(
    *,
    shelf: ShelfOf,
    asked: TimelineOf,
    min_confidence: Annotated[
        float, Query(ge=0, le=1, description="Leave out what is less sure.")
    ] = 0.0,
    limit: Limit = 200,
    offset: Offset = 0,
) -> list[dict[str, Any]]:
    """List meetings and events by day, each once with every report's version; the latest ones."""
    found = shelf.archive.timeline(
        **asked, min_confidence=min_confidence, limit=limit, offset=offset
    )
    return [one.row() for one in found]


@api.get("/who", tags=["asking"])
def actors(shelf: ShelfOf, name: Annotated[str, Query(min_length=1, max_length=400)]) -> Any:
    """List the actors that ``name`` can mean, those with most statements first."""
    return [
        {
            "id": one.id,
            "kind": one.kind,
            "name": one.name,
            "country": one.country,
            "known_as": one.known_as,
            "local": one.local,
            "statements": one.statements,
        }
        for one in shelf.archive.find(name)
    ]


@api.get("/who/{actor}", tags=["asking"])
def who(shelf: ShelfOf, actor: str) -> dict[str, Any]:
    """Return an actor's dossier: offices, what they said, whom they met, what they promised."""
    return shelf.archive.who(actor).row()


@api.get("/entries/{entry:path}", tags=["entries"])
def entry(shelf: ShelfOf, entry: str) -> dict[str, Any]:
    """Return one entry by its id (``<report>/statement/s1``)."""
    return shelf.archive.entry(entry).row()


@api.get("/happenings/{entry:path}", tags=["entries"])
def happening(shelf: ShelfOf, entry: str) -> dict[str, Any]:
    """Return the meeting or event that an entry's id is a version of, with all versions."""
    return shelf.archive.happening(entry).row()


@api.get("/sayings/{entry:path}", tags=["entries"])
def saying(shelf: ShelfOf, entry: str) -> dict[str, Any]:
    """Return the saying that a statement's id is a variant of, with all variants."""
    return shelf.archive.saying(entry).row()


@api.get("/conflicts", tags=["asking"])
def conflicts(
    shelf: ShelfOf, since: Since = None, until: Until = None, limit: Limit = 100
) -> list[dict[str, Any]]:
    """List what reports tell differently of one thing, the latest first."""
    return [one.row() for one in shelf.archive.conflicts(since, until, limit=limit)]


@api.get("/brief", tags=["asking"])
def brief(shelf: ShelfOf, since: Since = None, until: Until = None) -> dict[str, Any]:
    """Return one page on some days, in the reports' own sentences, each with its sources."""
    return shelf.archive.brief(since, until).row()


@api.get("/corrections", tags=["corrections"])
def corrections(
    *,
    shelf: ShelfOf,
    request: Request,
    response: Response,
    report: Words = None,
    actor: Words = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> list[dict[str, Any]]:
    """List what people said of entries, oldest first; of one report's or actor's where given.

    Each row can be sent to another archive's `POST /api/corrections` as it is.
    """
    found = shelf.archive.corrections(report, actor=actor, limit=limit + 1, offset=offset)
    return [one.row() for one in _page(request, response, found, limit, offset)]


@api.post("/corrections", tags=["corrections"], status_code=201)
def correct(shelf: ShelfOf, told: Told) -> dict[str, Any]:
    """Note a person's word on an entry; nothing is overwritten, and re-reading never undoes it."""
    try:
        noted = shelf.archive.take(told.model_dump(exclude_none=True))
    except NotInArchive:
        raise
    except ArchiveError as error:
        raise SettingsError(str(error)) from error
    if noted is None:
        raise HTTPException(409, "the very same was said before; nothing was noted")
    return noted.row()


def _page(
    request: Request, response: Response, found: Sequence[T], limit: int, offset: int
) -> Sequence[T]:
    """Return the page of ``limit``; the header ``Link`` (RFC 8288) names the pages beside it.

    ``found`` has one more than the page where there is a next one.
    """
    links = []
    if len(found) > limit:
        links.append(("next", offset + limit))
    if offset:
        links.append(("prev", max(0, offset - limit)))
    if links:
        response.headers["link"] = ", ".join(
            f'<{_relative(request, start)}>; rel="{name}"' for name, start in links
        )
    return found[:limit]


def _relative(request: Request, offset: int) -> str:
    url = request.url.include_query_params(offset=offset)
    return f"{url.path}?{url.query}"
