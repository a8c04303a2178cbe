"""Records as JSON and as JSON Lines, written one at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from onrecord.record import Record

INDENT = 2


def write_lines(records: Iterable[Record], stream: TextIO) -> int:
    """Write one line a record, each as soon as it comes; return how many."""
    number = 0
    for record in records:
        stream.write(record.to_json())
        stream.write("\n")
        number += 1
    return number


def write_json(records: Iterable[Record], stream: TextIO) -> int:
    """Write indented JSON: one object for one record, otherwise an array; return how many.

    Records are held back by one, never gathered.
    """
    number = 0
    held: str | None = None
    for record in records:
        if held is not None:
            stream.write(f"{'[' if number == 1 else ','}\n{held}")
        held = record.to_json(indent=INDENT)
        number += 1
    if number == 0:
        stream.write("[]\n")
    elif number == 1:
        stream.write(f"{held}\n")
    else:
        stream.write(f",\n{held}\n]\n")
    return number
