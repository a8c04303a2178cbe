"""Records as brat stand-off, one ``.txt`` and one ``.ann`` a report, as PolNeAR has them.

Each statement is an event ``Attribution`` on its cue with the roles Source, Cue and Content
(Newell, Margolin and Ruths 2018); brat's format: https://brat.nlplab.org/standoff.html.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.record import Record, Spans, Statement

NAMED = 16
"""Characters of a report's digest that name its two files."""


def write_brat(records: Iterable[Record], folder: Path) -> int:
    """Write the records into ``folder``, made where absent; return how many.

    Offsets are the record's: the text is written as it is, in UTF-8, line ends untouched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for record in records:
        name = record.report.id.rpartition(":")[2][:NAMED]
        (folder / f"{name}.txt").write_text(record.report.text, encoding="utf-8", newline="")
        marks = "".join(line + "\n" for line in standoff(record))
        (folder / f"{name}.ann").write_text(marks, encoding="utf-8", newline="\n")
        number += 1
    return number


def standoff(record: Record) -> Iterator[str]:
    """Yield the lines of a report's ``.ann``."""
    text, bound, events = record.report.text, 0, 0
    for statement in record.statements:
        roles: list[tuple[str, int]] = []
        for role, spans in _roles(statement):
            bound += 1
            yield _bound(text, f"T{bound}", role, spans)
            roles.append((role, bound))
        trigger = statement.cue or statement.source or statement.content
        if not trigger:
            continue
        bound += 1
        events += 1
        yield _bound(text, f"T{bound}", "Attribution", trigger)
        written = " ".join(f"{role}:T{number}" for role, number in roles)
        yield f"E{events}\tAttribution:T{bound} {written}"


def _roles(statement: Statement) -> Iterator[tuple[str, Spans]]:
    for role, spans in (
        ("Source", statement.source),
        ("Cue", statement.cue),
        ("Content", statement.content),
    ):
        if spans:
            yield role, spans


def _bound(text: str, name: str, role: str, spans: Spans) -> str:
    # brat allows no line end inside a span: such a span is written in parts, one a line.
    parts = [part for start, end in spans for part in _lines(text, start, end)]
    where = ";".join(f"{start} {end}" for start, end in parts)
    return f"{name}\t{role} {where}\t{' '.join(text[start:end] for start, end in parts)}"


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in text[start:end].splitlines(keepends=True):
        kept = line.strip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        if kept:
            left = start + line.index(kept)
            yield left, left + len(kept)
        start += len(line)
