"""One source in, its reports out; what cannot be read becomes an error in its place."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import IntakeError, SourceEmpty, SourceMissing, SourceUnreadable
from onrecord.intake.dates import parse_date
from onrecord.intake.encoding import decode
from onrecord.intake.formats import Format, check_agreement, format_of_content, format_of_name
from onrecord.intake.known import Known, tidy
from onrecord.intake.limits import Limits
from onrecord.intake.markdown import report_of_markdown
from onrecord.intake.page import report_of_html
from onrecord.intake.report import TOO_LONG, make_report
from onrecord.intake.row_lines import read_lines
from onrecord.intake.rows import entries, report_of_row
from onrecord.intake.sources import STDIN, expand
from onrecord.intake.warc import is_warc, pages
from onrecord.record import Report


def read_source(
    source: str | Path,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Report | IntakeError]:
    """Yield each report of ``source``, or the error that stands in its place.

    ``source`` is a file, a folder, a pattern, or ``-`` for standard input. ``published`` and
    ``outlet`` hold for all its reports and go before what the files say. No report is lost
    because its neighbour is broken. Raises ``BadDate`` at once for a ``published`` that is none.
    """
    day = parse_date(published) if isinstance(published, str) else published
    given = Known(published=day, outlet=tidy(outlet))
    return _read(source, given, limits or Limits())


def report_of_page(
    body: bytes,
    url: str,
    *,
    published: date | None = None,
    limits: Limits | None = None,
) -> Report:
    """Return the report on a web page as it was fetched from ``url``.

    ``published`` is what a feed says, where the page itself says nothing. Raises ``IntakeError``.
    """
    bounds = limits or Limits()
    page = decode(body, url, declared=True)
    report = report_of_html(page, url, given=Known(), metadata=Known(url=url), limits=bounds)
    if report.published is None and published is not None:
        return replace(report, published=published, published_from="metadata")
    return report


def _read(source: str | Path, given: Known, limits: Limits) -> Iterator[Report | IntakeError]:
    for item in expand([source]):
        if isinstance(item, IntakeError):
            yield item
        else:
            yield from _read_file(item, given, limits)


def _read_file(name: str, given: Known, limits: Limits) -> Iterator[Report | IntakeError]:
    shown = "standard input" if name == STDIN else name
    try:
        if name == STDIN:
            data = sys.stdin.buffer.read(limits.max_file_bytes + 1)
            yield from _reports(io.BytesIO(data), shown, given=given, limits=limits)
        else:
            with Path(name).open("rb") as stream:
                yield from _reports(stream, shown, given=given, limits=limits)
    except IntakeError as error:
        yield error
    except FileNotFoundError:
        yield SourceMissing(shown, fault="the file is gone", remedy="Check that it is still there.")
    except PermissionError:
        remedy = "Give yourself the right to read it."
        yield SourceUnreadable(shown, fault="permission denied", remedy=remedy)
    except OSError as error:
        fault = f"it cannot be read ({error.strerror or error})"
        yield SourceUnreadable(shown, fault=fault, remedy="Check the file and its disk.")


def _reports(
    stream: BinaryIO, source: str, *, given: Known, limits: Limits
) -> Iterator[Report | IntakeError]:
    if is_warc(source):
        yield from _of_warc(stream, source, given=given, limits=limits)
        return
    named = format_of_name(source)
    if named == "jsonl":
        yield from _of_lines(stream, source, given=given, limits=limits)
        return
    text = _text_of(stream, source, named=named, limits=limits)
    form = named or format_of_content(text)
    check_agreement(form, text, source)
    if form == "jsonl":
        yield from _of_lines(io.BytesIO(text.encode()), source, given=given, limits=limits)
    elif form == "json":
        yield from _of_json(text.encode(), source, given=given, limits=limits)
    elif form == "html":
        yield report_of_html(text, source, given=given, metadata=Known(), limits=limits)
    elif form == "markdown":
        yield report_of_markdown(text, source, given=given, metadata=Known(), limits=limits)
    else:
        yield make_report(text, source, given=given, limits=limits)


def _text_of(stream: BinaryIO, source: str, *, named: Format | None, limits: Limits) -> str:
    """Return the whole source decoded, reading no more than its format allows."""
    head = stream.read(8192)
    if not head:
        raise SourceEmpty(source, fault="it is empty", remedy="Give a file with a report in it.")
    most = _most(named or format_of_content(head.decode("utf-8", "replace")), limits)
    data = head + stream.read(max(0, most + 1 - len(head)))
    if len(data) > most:
        fault = f"it has more than {most:,} bytes, too many for one report"
        raise SourceUnreadable(source, fault=fault, remedy=TOO_LONG)
    return decode(data, source, declared=named in (None, "html"))


def _most(form: Format, limits: Limits) -> int:
    if form in ("text", "markdown"):
        return limits.max_text_bytes
    return limits.max_page_bytes if form == "html" else limits.max_file_bytes


def _of_warc(
    stream: BinaryIO, source: str, *, given: Known, limits: Limits
) -> Iterator[Report | IntakeError]:
    for address, body in pages(stream, source, limits=limits):
        if isinstance(body, IntakeError):
            yield body
            continue
        where = f"{source}, {address}"
        try:
            page = decode(body, where, declared=True)
            own = Known(url=address)
            yield report_of_html(page, where, given=given, metadata=own, limits=limits)
        except IntakeError as error:
            yield error


def _of_lines(
    stream: BinaryIO, source: str, *, given: Known, limits: Limits
) -> Iterator[Report | IntakeError]:
    for number, line in read_lines(stream, source, limits=limits):
        where = f"{source}, line {number}"
        if isinstance(line, IntakeError):
            yield line
            continue
        yield _report_or_error(line, where, given=given, limits=limits)


def _of_json(
    data: bytes, source: str, *, given: Known, limits: Limits
) -> Iterator[Report | IntakeError]:
    rows = entries(data, source)
    for number, row in enumerate(rows, start=1):
        where = source if len(rows) == 1 else f"{source}, entry {number}"
        yield _report_or_error(row, where, given=given, limits=limits)


def _report_or_error(
    row: bytes, where: str, *, given: Known, limits: Limits
) -> Report | IntakeError:
    try:
        return report_of_row(row, where, given=given, limits=limits)
    except IntakeError as error:
        return error
