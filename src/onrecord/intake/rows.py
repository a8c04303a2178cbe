"""Reports in JSON: one object, an array of them, or one a line."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from onrecord.errors import IntakeError, SourceEmpty, SourceUnreadable
from onrecord.intake.dates import parse_date
from onrecord.intake.formats import format_of_content
from onrecord.intake.known import Known, tidy, tidy_authors
from onrecord.intake.limits import Limits
from onrecord.intake.markdown import report_of_markdown
from onrecord.intake.page import report_of_html
from onrecord.intake.report import make_report
from onrecord.record import Report

_FIELDS: Final = "id, title, outlet, published, url, authors, text (or raw, for Markdown or HTML)"


class _Row(msgspec.Struct):
    """The fields read; all others are left alone."""

    id: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    authors: str | list[str] | None = None
    text: str | None = None
    raw: str | None = None


def entries(data: bytes, source: str) -> list[bytes]:
    """Return the JSON of each report in ``data``: one object, or an array of them.

    Raises ``SourceUnreadable`` where the JSON as a whole is malformed.
    """
    if not data.strip():
        raise SourceEmpty(source, fault="it is empty", remedy="Give a file with a report in it.")
    try:
        if data.lstrip()[:1] == b"[":
            return [bytes(raw) for raw in msgspec.json.decode(data, type=list[msgspec.Raw])]
        msgspec.json.decode(data, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _malformed(source, error) from error
    return [data]


def report_of_row(data: bytes, source: str, *, given: Known, limits: Limits) -> Report:
    """Return the report in one JSON object; raises an ``IntakeError`` where there is none."""
    row = _row(data, source)
    published = (row.published or "").strip()
    metadata = Known(
        title=tidy(row.title),
        outlet=tidy(row.outlet),
        url=tidy(row.url),
        authors=tidy_authors(row.authors),
        # A date that is overruled anyway may be broken.
        published=parse_date(published, source) if published and not given.published else None,
        given_id=None if row.id is None else str(row.id),
    )
    if row.text is not None:
        return make_report(row.text, source, given=given, metadata=metadata, limits=limits)
    raw = row.raw or ""
    read = report_of_html if format_of_content(raw) == "html" else report_of_markdown
    return read(raw, source, given=given, metadata=metadata, limits=limits)


def _row(data: bytes, source: str) -> _Row:
    try:
        tree: Any = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _malformed(source, error) from error
    if not isinstance(tree, dict):
        raise SourceUnreadable(
            source,
            fault="a report must be a JSON object",
            remedy=f"Write it as an object with the fields {_FIELDS}.",
        )
    if isinstance(tree.get("report"), dict) and str(tree.get("schema", "")).startswith("onrecord/"):
        # A record this program wrote: its report is read again.
        tree = tree["report"]
    if tree.get("text") is None and tree.get("raw") is None:
        found = ", ".join(list(tree)[:12]) or "none"
        raise SourceUnreadable(
            source,
            fault=f"the report has no text; the fields found are: {found}",
            remedy="Name the field with the report's words “text” (or “raw” for Markdown or HTML).",
        )
    try:
        return msgspec.convert(tree, _Row)
    except msgspec.ValidationError as error:
        raise SourceUnreadable(
            source,
            fault=f"a field has the wrong type: {error}",
            remedy=f"Fields read: {_FIELDS}; all are strings, authors may be a list of them.",
        ) from error


def _malformed(source: str, error: Exception) -> IntakeError:
    kind = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    return SourceUnreadable(
        source, fault=f"not valid JSON: {kind}", remedy="Repair it, or write the file anew."
    )
