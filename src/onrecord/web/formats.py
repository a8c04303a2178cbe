"""What the REST interface answers in: JSON, CSV or Parquet, by ``?format=`` or ``Accept``.

RFC 9110, section 12.5.1 (Accept); RFC 7111 (text/csv); the media type of Parquet is the one that
IANA registered for Apache. An asker who accepts none of the three gets JSON.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal, TypeAlias

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from onrecord.publish import write_csv, write_parquet
from onrecord.publish.answers import Answer
from onrecord.record import Record

Format: TypeAlias = Literal["json", "csv", "parquet"]
MEDIA: Final[dict[Format, str]] = {
    "json": "application/json",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}
TOO: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "JSON, or the table of that name (docs/tables.md) as CSV or Parquet",
        "content": {
            MEDIA["csv"]: {"schema": {"type": "string"}},
            MEDIA["parquet"]: {"schema": {"type": "string", "format": "binary"}},
        },
    },
    501: {"description": "Parquet was asked for, and its library is not installed here"},
}
"""The further content of answers that can be tables, for OpenAPI."""
Links: TypeAlias = dict[str, str]


def _format(
    request: Request,
    format: Annotated[
        Format | None, Query(description="What to answer in; overrules the header `Accept`.")
    ] = None,
) -> Format:
    return format if format is not None else accepted(request.headers.get("accept", ""))


FormatOf: TypeAlias = Annotated[Format, Depends(_format)]


def accepted(header: str) -> Format:
    """Return which of the formats an ``Accept`` header likes best; JSON where it says nothing."""
    liked: dict[str, float] = {}
    for part in header.split(","):
        name, *parameters = (word.strip().lower() for word in part.split(";"))
        weights = [word.removeprefix("q=") for word in parameters if word.startswith("q=")]
        try:
            liked[name] = float(weights[0]) if weights else 1.0
        except ValueError:
            continue

    def weight(form: Format) -> float:
        media = MEDIA[form]
        ranges = (media, f"{media.partition('/')[0]}/*", "*/*")
        return next((liked[name] for name in ranges if name in liked), 0.0)

    return max(MEDIA, key=weight)  # the first of several liked alike, which is JSON


def answered(
    form: Format,
    found: Answer | Record | Sequence[Answer],
    *,
    table: str,
    links: Links | None = None,
) -> Response:
    """Return what was found in the form asked for; ``table`` names the columns of a table.

    Raises ``ExtraMissing`` for Parquet without pyarrow, ``SettingsError`` for a table that there
    is not.
    """
    headers = {"vary": "Accept", **(links or {})}
    if form == "json":
        if isinstance(found, Record):
            return Response(found.to_json(), media_type=MEDIA[form], headers=headers)
        rows = found.row() if isinstance(found, Answer) else [one.row() for one in found]
        return JSONResponse(rows, headers=headers)
    headers["content-disposition"] = f'attachment; filename="{table}.{form}"'
    if form == "csv":
        text = io.StringIO(newline="")
        write_csv(found, text, table=table)
        kind = f"{MEDIA[form]}; charset=utf-8; header=present"
        return Response(text.getvalue().encode("utf-8"), media_type=kind, headers=headers)
    file = io.BytesIO()
    write_parquet(found, file, table=table)
    return Response(file.getvalue(), media_type=MEDIA[form], headers=headers)


def page_links(request: Request, *, limit: int, offset: int, more: bool) -> Links:
    """Return the header ``Link`` (RFC 8288) that names the pages beside a page of results."""
    pages = [("next", offset + limit)] if more else []
    pages += [("prev", max(0, offset - limit))] if offset else []
    named = (f'<{_relative(request, start)}>; rel="{name}"' for name, start in pages)
    return {"link": ", ".join(named)} if pages else {}


def _relative(request: Request, offset: int) -> str:
    url = request.url.include_query_params(offset=offset)
    return f"{url.path}?{url.query}"
