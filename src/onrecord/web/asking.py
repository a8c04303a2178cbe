"""The shapes of what a request asks: days, names and pages, checked before they reach a query.

Pages and REST ask alike: what a search or a timeline is asked for is read here, for both.
"""

from __future__ import annotations

import hmac
from datetime import date
from typing import Annotated, Any, TypeAlias, TypedDict, get_args
from urllib.parse import parse_qsl

from fastapi import Depends, HTTPException, Query, Request
from pydantic import BeforeValidator, Field

from onrecord.archive.asking import Filters
from onrecord.archive.following import HAPPENING
from onrecord.archive.matching import KINDS
from onrecord.record import Status
from onrecord.web.guard import Rules
from onrecord.web.shelf import Shelf

LONGEST = 400
_LANGUAGE = 'Words, in any form; "two words" together, -word without, OR between alternatives.'
FORM = "form"
"""What the seal in every form of ours is for."""


def _given(value: Any) -> Any:
    """Return ``None`` for a field of a form that was left empty."""
    return None if isinstance(value, str) and not value.strip() else value


def only_known(request: Request) -> None:
    """Refuse a parameter there is not: left unread, it would widen the answer unseen.

    Raises ``HTTPException`` (422) with the parameters there are.
    """
    path = request.app.openapi()["paths"].get(request.scope["route"].path_format, {})
    method = "get" if request.method == "HEAD" else request.method.lower()
    told = path.get(method, {}).get("parameters", ())
    known = [one["name"] for one in told if one["in"] == "query"]
    strange = sorted(set(request.query_params) - set(known))
    if strange:
        there = f"there are: {', '.join(known)}" if known else "it takes none"
        raise HTTPException(422, f"{strange[0]}: there is no such parameter here; {there}")


def _shelf(request: Request) -> Shelf:
    shelf: Shelf = request.app.state.shelf
    return shelf


def _rules(request: Request) -> Rules:
    rules: Rules = request.app.state.rules
    return rules


async def _form(request: Request) -> dict[str, str]:
    """Return a form's fields; ``HTTPException`` where it is none of ours."""
    kind = request.headers.get("content-type", "").partition(";")[0]
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "a form was expected")
    body = (await request.body()).decode("utf-8", "replace")
    given = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=1_000))
    seal = _rules(request).seal(FORM)
    if not hmac.compare_digest(given.get("seal", "").encode("utf-8"), seal.encode("utf-8")):
        raise HTTPException(403, "the form is out of date; load the page anew and send it again")
    return given


ShelfOf: TypeAlias = Annotated[Shelf, Depends(_shelf)]
RulesOf: TypeAlias = Annotated[Rules, Depends(_rules)]
FormOf: TypeAlias = Annotated[dict[str, str], Depends(_form)]
_Short: TypeAlias = Annotated[str, Field(max_length=LONGEST)]
Words: TypeAlias = Annotated[_Short | None, BeforeValidator(_given), Query()]
Since: TypeAlias = Annotated[
    date | None, BeforeValidator(_given), Query(alias="from", description="First day, included.")
]
Until: TypeAlias = Annotated[
    date | None, BeforeValidator(_given), Query(alias="to", description="Last day, included.")
]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=200, description="At most so many results.")]
Offset: TypeAlias = Annotated[
    int, Query(ge=0, le=1_000_000, description="Leave out so many of the first.")
]
Page: TypeAlias = Annotated[int, Query(ge=1, le=10_000)]


class Searched(Filters):
    """What a search is asked for, as ``Archive.search`` and ``Archive.tally`` take it."""

    words: str


class Followed(TypedDict):
    """What a timeline is asked for, as ``Archive.timeline`` takes it."""

    since: date | None
    until: date | None
    kind: str | None
    actor: str | None
    country: str | None
    type: str | None
    status: str | None


def _searched(
    *,
    q: Annotated[Words, Query(description=_LANGUAGE)] = None,
    speaker: Annotated[Words, Query(description="Who says it, or acts in it.")] = None,
    about: Annotated[Words, Query(description="Whom it names or is addressed to.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Annotated[Words, Query(description="Words of the outlet's name.")] = None,
    kind: Annotated[
        str, Query(max_length=20, description=f"One of {', '.join(KINDS)}.")
    ] = "statement",
) -> Searched:
    return Searched(
        words=q or "",
        speaker=speaker,
        about=about,
        since=since,
        until=until,
        outlet=outlet,
        kind=kind,
    )


def _followed(
    *,
    since: Since = None,
    until: Until = None,
    kind: Annotated[Words, Query(description=f"{' or '.join(HAPPENING)}.")] = None,
    actor: Annotated[Words, Query(description="Who takes part.")] = None,
    country: Annotated[
        Annotated[str, Field(pattern="^[A-Za-z]{3}$")] | None,
        BeforeValidator(_given),
        Query(description="Where it is, or whose actors take part (ISO 3166-1 alpha-3)."),
    ] = None,
    type: Annotated[Words, Query(description="A PLOVER type or a meeting's form.")] = None,
    status: Annotated[Words, Query(description=f"One of {', '.join(get_args(Status))}.")] = None,
) -> Followed:
    return Followed(
        since=since,
        until=until,
        kind=kind,
        actor=actor,
        country=country,
        type=type,
        status=status,
    )


SearchOf: TypeAlias = Annotated[Searched, Depends(_searched)]
TimelineOf: TypeAlias = Annotated[Followed, Depends(_followed)]
