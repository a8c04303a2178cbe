"""The lines of a JSONL file, read one at a time in bounded memory."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO

from onrecord.errors import IntakeError, SourceEmpty, SourceUnreadable
from onrecord.intake.encoding import decode
from onrecord.intake.limits import Limits

_TRIED = 20
"""Lines looked at before a file is taken for something else than JSON lines."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_lines(
    stream: BinaryIO, source: str, *, limits: Limits
) -> Iterator[tuple[int, bytes | IntakeError]]:
    """Yield the lines that are not blank, with their numbers from 1; an error for one too long.

    Raises ``SourceEmpty`` for a file without lines, ``SourceUnreadable`` for one whose first
    lines are all something else than objects: one word instead of an error for each of them.
    """
    lines = _lines(stream, source, limits)
    first = list(islice(lines, _TRIED))
    if not first:
        fault = "it holds nothing but white space"
        raise SourceEmpty(source, fault=fault, remedy="Give a file with a report on each line.")
    starts = [line.lstrip() for _, line in first if isinstance(line, bytes)]
    # One object or an array laid out over several lines.
    pretty = bool(starts) and starts[0].rstrip() in (b"{", b"[")
    if pretty or (starts and not any(start.startswith(b"{") for start in starts)):
        shown = starts[0][:40].decode("utf-8", "replace").strip()
        raise SourceUnreadable(
            source,
            fault=f"its name says JSON lines, but no line is a JSON object; it begins {shown!r}",
            remedy="Write one JSON object a line; let a single object or an array end in .json.",
        )
    yield from chain(first, lines)


def _lines(
    stream: BinaryIO, source: str, limits: Limits
) -> Iterator[tuple[int, bytes | IntakeError]]:
    most = limits.max_row_bytes
    number = 0
    while line := stream.readline(most + 1):
        if number == 0:
            if line.startswith(_UTF16):
                # No line ends at a lone 0x0A there: decode the whole.
                data = line + stream.read(limits.max_file_bytes)
                stream = io.BytesIO(decode(data, source).encode())
                line = stream.readline(most + 1)
            line = line.removeprefix(codecs.BOM_UTF8)
        number += 1
        if len(line) > most:
            _skip_line(stream, line, most)
            yield number, _too_long(f"{source}, line {number}", most)
        elif line.strip():
            yield number, line


def _skip_line(stream: BinaryIO, line: bytes, most: int) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(most)


def _too_long(where: str, most: int) -> IntakeError:
    return SourceUnreadable(
        where,
        fault=f"the line has more than {most:,} bytes, too many for one report",
        remedy="Put each report on a line of its own, or raise the limit (--max-characters).",
    )
