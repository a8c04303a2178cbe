"""Small records made by hand: a report, who speaks in it, and what."""

import re
from datetime import date

from onrecord.record import Actor, Mention, Office, Record, Report, Span, Statement, report_id


def record(  # one line a statement: "Name: words"
    *lines: str,
    outlet: str | None = "The Example Courier",
    published: date | None = date(2025, 2, 18),
    offices: dict[str, tuple[str, str]] | None = None,
    version: str = "1",
    **facts: object,
) -> Record:
    """Return a record whose text is the lines, each a statement of the person it begins with."""
    text = "\n".join(lines)
    actors: dict[str, Actor] = {}
    statements = []
    at = 0
    for number, line in enumerate(lines, start=1):
        name, _, words = line.partition(": ")
        slug = name.lower().replace(" ", "-")
        source, content = Span(at, at + len(name)), Span(at + len(name) + 2, at + len(line))
        title, of = (offices or {}).get(name, (None, None))
        held = (Office(title=title, of=of, as_written=title),) if title else ()
        mentions = tuple(
            Mention(span=Span(*match.span()), text=name, form="name")
            for match in re.finditer(re.escape(name), text)
        )
        actors[slug] = Actor(id=slug, kind="person", name=name, offices=held, mentions=mentions)
        statements.append(
            Statement(
                id=f"s{number}",
                kind="direct" if "“" in words else "indirect",
                speaker=slug,
                source=(source,),
                cue=(),
                content=(content,),
                text=words,
            )
        )
        at += len(line) + 1
    report = Report(id=report_id(text), text=text, outlet=outlet, published=published, **facts)
    return Record(
        version=version,
        model="by hand",
        report=report,
        actors=tuple(actors.values()),
        statements=tuple(statements),
    )
