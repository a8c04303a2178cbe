"""The application: pages, REST interface, style and script, and how errors leave it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from onrecord.archive import Archive
from onrecord.errors import ArchiveError, ExtraMissing, NotInArchive, OnrecordError, SettingsError
from onrecord.version import __version__
from onrecord.web import desk, pages, reading, rest, templates
from onrecord.web.etags import Etags
from onrecord.web.guard import SIGN_IN, Guard, Rules, let_in
from onrecord.web.shelf import Shelf

_ABOUT = """Who said what, who met whom and what is to come, by the reports' own words.

Lists come in pages (`limit`, `offset`, the header `Link`), in JSON, or as CSV or Parquet by
`?format=` or `Accept`. Ids are stable. Answers have ETags; every GET answers HEAD too.
"""
_YEAR = "public, max-age=31536000, immutable"


def make_app(archive: Archive, rules: Rules | None = None) -> ASGIApp:
    """Return the ASGI application over an archive; without ``rules`` it answers loopback alone."""
    rules = rules or Rules()
    shelf = Shelf(archive)

    @asynccontextmanager
    async def open_shelf(_: FastAPI) -> AsyncIterator[None]:
        yield
        shelf.close()

    app = FastAPI(
        title="onrecord",
        version=__version__,
        description=_ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,  # FastAPI's pages of documentation load their scripts from elsewhere
        redoc_url=None,
        lifespan=open_shelf,
    )
    app.state.shelf = shelf
    app.state.rules = rules
    app.include_router(pages.pages)
    app.include_router(reading.pages)
    app.include_router(desk.pages)
    app.include_router(rest.api)
    app.add_api_route("/api", _described, include_in_schema=False, response_class=HTMLResponse)
    app.add_api_route("/static/onrecord.css", _style, include_in_schema=False)
    app.add_api_route("/static/onrecord.js", _script, include_in_schema=False)
    app.add_api_route("/static/icon.svg", _icon, include_in_schema=False)
    app.add_api_route(SIGN_IN, _sign_in, include_in_schema=False, response_class=HTMLResponse)
    app.add_api_route(SIGN_IN, _signed_in, methods=["POST"], include_in_schema=False)
    app.add_exception_handler(OnrecordError, _fault)
    app.add_exception_handler(HTTPException, _http_fault)
    app.add_exception_handler(RequestValidationError, _wrongly_asked)
    return Guard(Etags(app), rules)


def _style() -> Response:
    return Response(templates.style(), media_type="text/css", headers={"cache-control": _YEAR})


def _script() -> Response:
    return Response(
        templates.script(), media_type="text/javascript", headers={"cache-control": _YEAR}
    )


def _icon() -> Response:
    return Response(templates.icon(), media_type="image/svg+xml", headers={"cache-control": _YEAR})


def _described(request: Request) -> HTMLResponse:
    paths: dict[str, Any] = request.app.openapi()["paths"]
    return HTMLResponse(templates.render("api.html.j2", here="api", paths=paths))


def _sign_in(request: Request) -> HTMLResponse:
    return HTMLResponse(_sign_in_page(request.query_params.get("next", "/")))


async def _signed_in(request: Request) -> Response:
    given = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
    rules: Rules = request.app.state.rules
    back = _inside(given.get("next", "/"))
    if not rules.is_token(given.get("token", "")):
        return HTMLResponse(_sign_in_page(back, wrong=True), 401)
    return let_in(RedirectResponse(back, 303), rules, request.url.scheme)


def _sign_in_page(back: str, *, wrong: bool = False) -> str:
    return templates.render("sign_in.html.j2", here="", back=_inside(back), wrong=wrong)


def _inside(address: str) -> str:
    """Return ``address`` if it is one of ours, else the start page."""
    ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if ours and address.isprintable() else "/"


def _fault(request: Request, error: Exception) -> Response:
    status = 500
    if isinstance(error, NotInArchive):
        status = 404
    elif isinstance(error, SettingsError):
        status = 400
    elif isinstance(error, ExtraMissing):
        status = 501
    elif isinstance(error, ArchiveError):
        status = 503
    return _answer(request, status, str(error))


def _http_fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    why = "There is no such page." if error.status_code == 404 else str(error.detail)
    answer = _answer(request, error.status_code, why)
    answer.headers.update(error.headers or {})  # Allow, which a 405 must name (RFC 9110, 15.5.6)
    return answer


def _wrongly_asked(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return _answer(request, 422, "; ".join(map(_wrong, error.errors())))


def _wrong(fault: Mapping[str, Any]) -> str:
    if fault["type"] == "json_invalid":
        return f"the body is no JSON: {fault['ctx']['error']}"
    name = fault["loc"][-1]
    if fault["type"].startswith("date_"):
        return f"{name}: {fault['input']!r:.40} is no day; write it as 2025-02-17"
    return f"{name}: {fault['msg']}"


def _answer(request: Request, status: int, why: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": why}, status)
    return HTMLResponse(templates.render("fault.html.j2", here="", status=status, why=why), status)
