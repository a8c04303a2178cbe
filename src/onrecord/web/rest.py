"""The REST interface under ``/api``: lists in JSON, CSV or Parquet, pages by ``Link``, OpenAPI.

Every path that is read answers GET, and HEAD as GET; answers have ETags.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from onrecord.archive import Happening
from onrecord.errors import ArchiveError, NotInArchive, SettingsError
from onrecord.publish import TABLES
from onrecord.publish.answers import DossierTable
from onrecord.web.asking import (
    Limit,
    Offset,
    SearchOf,
    ShelfOf,
    Since,
    TimelineOf,
    Until,
    Words,
    only_known,
)
from onrecord.web.formats import TOO, FormatOf, answered, page_links

api = APIRouter(prefix="/api", dependencies=[Depends(only_known)])
Row: TypeAlias = dict[str, Any]


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


_OfDossier = Annotated[
    DossierTable,
    Query(description="Which of the lists, for CSV and Parquet."),
]
_OfRecord = Annotated[
    str, Query(max_length=20, description=f"For CSV and Parquet: {', '.join(TABLES)}.")
]


@api.get("/status", tags=["archive"])
def status(shelf: ShelfOf) -> dict[str, int]:
    """Count what is in the archive."""
    return shelf.archive.counts()


@api.get("/reports", tags=["reports"], response_model=list[Row], responses=TOO)
def reports(
    *,
    shelf: ShelfOf,
    request: Request,
    form: FormatOf,
    since: Since = None,
    until: Until = None,
    outlet: Words = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """List reports, the latest published first (table `held_reports`)."""
    found = shelf.reports(since=since, until=until, outlet=outlet, limit=limit + 1, offset=offset)
    links = page_links(request, limit=limit, offset=offset, more=len(found) > limit)
    return answered(form, found[:limit], table="held_reports", links=links)


@api.get("/reports/{report}", tags=["reports"], response_model=Row, responses=TOO)
def record(
    shelf: ShelfOf,
    report: str,
    form: FormatOf,
    machine: bool = False,
    table: _OfRecord = "statements",
) -> Response:
    """Return a report's whole record (schema onrecord/1), by its id or the short one.

    It is as people have corrected it, or with `machine` as it was read. As CSV or Parquet it is
    one table of it.
    """
    held = shelf.machines(report) if machine else shelf.held(report)
    return answered(form, held.record, table=table)


@api.get("/search", tags=["asking"], response_model=list[Row], responses=TOO)
def search(
    *,
    shelf: ShelfOf,
    request: Request,
    form: FormatOf,
    asked: SearchOf,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """Search entries by their words, the best first; without words the latest (table `hits`)."""
    found = shelf.archive.search(**asked, limit=limit + 1, offset=offset)
    links = page_links(request, limit=limit, offset=offset, more=len(found) > limit)
    return answered(form, found[:limit], table="hits", links=links)


@api.get("/tally", tags=["asking"], response_model=Row, responses=TOO)
def tally(shelf: ShelfOf, form: FormatOf, asked: SearchOf) -> Response:
    """Count what a search finds, by speaker, outlet, kind and year (table `tally`)."""
    return answered(form, shelf.archive.tally(**asked), table="tally")


@api.get("/timeline", tags=["asking"], response_model=list[Row], responses=TOO)
def timeline(
    *,
    shelf: ShelfOf,
    request: Request,
    form: FormatOf,
    asked: TimelineOf,
    min_confidence: Annotated[
        float, Query(ge=0, le=1, description="Leave out what is less sure.")
    ] = 0.0,
    limit: Limit = 200,
    offset: Offset = 0,
) -> Response:
    """List meetings and events by day, each once with every report's version.

    They are the latest `limit`, `offset` of the latest left out (table `happenings`).
    """

    def page(start: int, number: int) -> tuple[Happening, ...]:
        return shelf.archive.timeline(
            **asked, min_confidence=min_confidence, limit=number, offset=start
        )

    found = page(offset, limit)
    more = len(found) == limit and bool(page(offset + limit, 1))
    links = page_links(request, limit=limit, offset=offset, more=more)
    return answered(form, found, table="happenings", links=links)


@api.get("/who", tags=["asking"], response_model=list[Row], responses=TOO)
def actors(
    shelf: ShelfOf, form: FormatOf, name: Annotated[str, Query(min_length=1, max_length=400)]
) -> Response:
    """List the actors that `name` can mean, those with most statements first.

    (Table `identities`.)
    """
    return answered(form, shelf.archive.find(name), table="identities")


@api.get("/who/{actor}", tags=["asking"], response_model=Row, responses=TOO)
def who(shelf: ShelfOf, form: FormatOf, actor: str, table: _OfDossier = "said") -> Response:
    """Return an actor's dossier: offices, what they said, whom they met, what they promised.

    As CSV or Parquet it is one of its lists.
    """
    return answered(form, shelf.archive.who(actor), table=table)


@api.get("/entries/{entry:path}", tags=["entries"], response_model=Row, responses=TOO)
def entry(shelf: ShelfOf, form: FormatOf, entry: str) -> Response:
    """Return one entry by its id (`<report>/statement/s1`; table `hits`)."""
    return answered(form, shelf.archive.entry(entry), table="hits")


@api.get("/happenings/{entry:path}", tags=["entries"], response_model=Row, responses=TOO)
def happening(shelf: ShelfOf, form: FormatOf, entry: str) -> Response:
    """Return the meeting or event that an entry's id is a version of, with all versions.

    (Table `happenings`.)
    """
    return answered(form, shelf.archive.happening(entry), table="happenings")


@api.get("/sayings/{entry:path}", tags=["entries"], response_model=Row, responses=TOO)
def saying(shelf: ShelfOf, form: FormatOf, entry: str) -> Response:
    """Return the saying that a statement's id is a variant of, with all variants.

    (Table `variants`.)
    """
    return answered(form, shelf.archive.saying(entry), table="variants")


@api.get("/conflicts", tags=["asking"], response_model=list[Row], responses=TOO)
def conflicts(
    *,
    shelf: ShelfOf,
    request: Request,
    form: FormatOf,
    since: Since = None,
    until: Until = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Response:
    """List what reports tell differently of one thing, the latest first (table `conflicts`)."""
    found = shelf.archive.conflicts(since, until, limit=limit + 1, offset=offset)
    links = page_links(request, limit=limit, offset=offset, more=len(found) > limit)
    return answered(form, found[:limit], table="conflicts", links=links)


@api.get("/brief", tags=["asking"], response_model=Row, responses=TOO)
def brief(shelf: ShelfOf, form: FormatOf, since: Since = None, until: Until = None) -> Response:
    """Return one page on some days, in the reports' own sentences, each with its sources.

    Without days it is on the last seven that there are reports of (table `brief`).
    """
    return answered(form, shelf.archive.brief(since, until), table="brief")


@api.get("/corrections", tags=["corrections"], response_model=list[Row], responses=TOO)
def corrections(
    *,
    shelf: ShelfOf,
    request: Request,
    form: FormatOf,
    report: Words = None,
    actor: Words = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Response:
    """List what people said of entries, oldest first; of one report's or actor's where given.

    Each row of JSON can be sent to another archive's `POST /api/corrections` as it is (table
    `corrections`).
    """
    found = shelf.archive.corrections(report, actor=actor, limit=limit + 1, offset=offset)
    links = page_links(request, limit=limit, offset=offset, more=len(found) > limit)
    return answered(form, found[:limit], table="corrections", links=links)


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
