"""A record on the terminal, by Rich: findings first, who is who, who said what, what happened.

Nothing depends on colour: severity, kind and doubt stand in signs and words as well. Report
text reaches Rich only as ``Text``, never as markup, and made visible first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.publish import arrangement, phrases, wording
from onrecord.publish.arrangement import Voice
from onrecord.publish.phrases import Phrases
from onrecord.publish.tally import Tally
from onrecord.publish.visible import one_line
from onrecord.record import Finding, Record, Severity, Statement, StatementKind

MEASURE = 100
"""Widest column of text in cells; longer lines tire the eye, however wide the terminal."""
_SEVERITY_STYLE: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_DETAIL = "dim"  # follows the terminal's own colours, light or dark
_KIND_SIGN: dict[StatementKind, str] = {"direct": ">", "indirect": "~", "mixed": ">~"}
_DOT = " · "


def view(record: Record) -> RenderableType:
    """Return one record, ready to print."""
    parts: list[RenderableType] = [_head(record)]
    for title, body in (
        ("To query", _findings(record)),
        ("Who is who", _cast(record)),
        ("Who said what", _voices(record)),
        ("Where they stand", _positions(record)),
        ("What happened", _course(record, side="happened")),
        ("What lies ahead", _course(record, side="ahead")),
    ):
        if body:
            parts += [_section(title), *body]
    if not record.statements:
        parts.append(Padding(Text("No statements found.", style=_DETAIL), (1, 0, 0, 0)))
    return Constrain(Group(*parts), MEASURE)


def write_terminal(records: Iterable[Record], stream: TextIO) -> int:
    """Print the records on a stream, each as soon as it comes; return how many.

    Rich finds out whether the stream is a terminal, how wide it is and whether it may be
    coloured (``NO_COLOR``).
    """
    return show(records, Console(file=stream, highlight=False, markup=False, emoji=False)).reports


def show(records: Iterable[Record], console: Console) -> Tally:
    """Print the records one after another, after several a summary; return the counts."""
    tally = Tally()
    for record in records:
        if tally.reports:
            console.print(Rule(characters="─", style=_DETAIL))
        tally.add(record)
        console.print()
        console.print(view(record))
        console.print()
    if tally.reports > 1:
        console.print(summary(tally))
    return tally


def summary(tally: Tally) -> RenderableType:
    """Return the counts over all records."""
    counts = Text(_DOT.join(tally.lines()), style="bold")
    return Group(Rule(characters="━", style=_DETAIL), Constrain(counts, MEASURE))


def _head(record: Record) -> RenderableType:
    report = record.report
    lines = [Text(one_line(phrases.headline(report)), style="bold")]
    if not phrases.is_titled(report):
        lines.append(Text("The report has no title; these are its first words.", style=_DETAIL))
    lines.append(Text(one_line(_DOT.join(phrases.dateline(report)))))
    if report.url:
        lines.append(Text(one_line(report.url), style=_DETAIL, overflow="fold"))
    counts = Tally()
    counts.add(record)
    lines.append(Text(_DOT.join(counts.lines()[1:]), style=_DETAIL))
    return Group(*lines)


def _section(title: str) -> RenderableType:
    return Padding(Text(title.upper(), style="bold underline"), (1, 0, 0, 0))


def _findings(record: Record) -> list[RenderableType]:
    words = Phrases(record)
    return [_finding(finding, words.excerpts(finding)) for finding in arrangement.findings(record)]


def _finding(finding: Finding, excerpts: tuple[str, ...]) -> RenderableType:
    style = _SEVERITY_STYLE[finding.severity]
    message = Text.assemble((finding.severity, style), "  ", one_line(finding.message))
    quoted = [Text(f"│ {words}", style="italic") for words in excerpts]
    return _hanging(wording.SIGNS[finding.severity], Group(message, *quoted), style=style)


def _cast(record: Record) -> list[RenderableType]:
    cast = arrangement.cast(record)
    words = Phrases(record)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(ratio=2, min_width=16)
    table.add_column(ratio=5)
    for actor in cast.main:
        position = _DOT.join(map(one_line, words.position(actor)))
        table.add_row(Text(one_line(actor.name), style="bold"), Text(position))
    parts: list[RenderableType] = [Padding(table, (0, 0, 0, 2))] if cast.main else []
    if cast.rest:
        others = ", ".join(one_line(actor.name) for actor in cast.rest)
        line = f"{'and ' if cast.main else ''}{len(cast.rest)} more: {others}"
        parts.append(Padding(Text(line, style=_DETAIL), (0, 0, 0, 2)))
    return parts


def _voices(record: Record) -> list[RenderableType]:
    words = Phrases(record)
    parts: list[RenderableType] = []
    for number, voice in enumerate(arrangement.voices(record)):
        parts.append(Padding(_speaker(voice), (1 if number else 0, 0, 0, 2)))
        parts += [_statement(statement, words.details(statement)) for statement in voice.statements]
    return parts


def _speaker(voice: Voice) -> Text:
    name = one_line(phrases.speaker(voice))
    if voice.actor is not None:
        office = one_line(phrases.speaker_office(voice))
        return Text.assemble((name, "bold"), (f"  {office}" if office else "", _DETAIL))
    unresolved = "  (as printed; not resolved)" if voice.printed else ""
    return Text.assemble((name, "bold italic"), (unresolved, _DETAIL))


def _statement(statement: Statement, details: tuple[str, ...]) -> RenderableType:
    quoted = statement.kind == "direct"
    words = Text(one_line(statement.text), style="" if quoted else "italic")
    how = Text(_DOT.join(map(one_line, details)), style=_DETAIL)
    body = Group(words, how)
    return Padding(_hanging(_KIND_SIGN[statement.kind], body, style=_DETAIL), (0, 0, 0, 2))


def _positions(record: Record) -> list[RenderableType]:
    words = Phrases(record)
    return [
        _hanging("•", Text(one_line(words.stance(position))), style=_DETAIL)
        for position in record.positions
    ]


def _course(record: Record, *, side: str) -> list[RenderableType]:
    steps = [step for step in arrangement.course(record) if step.side == side]
    if not steps:
        return []
    words = Phrases(record)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(min_width=18)
    table.add_column(ratio=1)
    for step in steps:
        line = Text(one_line(words.step(step.entry)))
        details = Text(_DOT.join(map(one_line, words.step_details(step.entry))), style=_DETAIL)
        table.add_row(Text(phrases.when(step)), Group(line, details))
    return [Padding(table, (0, 0, 0, 2))]


def _hanging(sign: str, body: RenderableType, *, style: str) -> RenderableType:
    """Return ``body`` indented behind a sign."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=2, justify="right")
    table.add_column(ratio=1)
    table.add_row(Text(sign, style=style), body)
    return table
