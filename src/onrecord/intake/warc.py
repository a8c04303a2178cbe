"""Web archives (WARC, ISO 28500): the pages in them, by FastWARC."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from onrecord.errors import SourceUnreadable
from onrecord.intake.limits import Limits

_HTML = frozenset({"text/html", "application/xhtml+xml"})


def is_warc(name: str) -> bool:
    """Return whether a file's name says that it is a web archive."""
    return PurePath(name.lower().removesuffix(".gz").removesuffix(".zst")).suffix == ".warc"


def pages(
    stream: BinaryIO, source: str, *, limits: Limits
) -> Iterator[tuple[str, bytes | SourceUnreadable]]:
    """Yield the address and body of each page that was answered with 200, in the file's order.

    A page over the limits has its error for a body. Raises ``SourceUnreadable`` where the file
    is no web archive, or is broken from some record on.
    """
    records = ArchiveIterator(
        stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
    )
    try:
        for record in records:
            headers = record.http_headers
            address = record.headers.get("WARC-Target-URI")
            if headers is None or not address or headers.status_code != 200:
                continue
            if record.http_content_type not in _HTML:
                continue
            # Unpacked bytes count, and no more than these are ever held.
            body = record.reader.read(limits.max_page_bytes + 1)
            if len(body) > limits.max_page_bytes:
                fault = f"the page has more than {limits.max_page_bytes:,} bytes"
                remedy = "Raise the limit (max_page_bytes)."
                yield address, SourceUnreadable(f"{source}, {address}", fault=fault, remedy=remedy)
            else:
                yield address, body
    except (OSError, ValueError) as error:
        fault = f"it is no WARC file, or a broken one ({error})"
        raise SourceUnreadable(source, fault=fault, remedy="Fetch it once more.") from error
