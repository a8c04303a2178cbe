"""``onrecord search``, ``timeline``, ``who`` and ``brief``: asking the archive."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated

import typer

from onrecord.archive import Archive
from onrecord.archive.matching import KINDS
from onrecord.cli.console import open_out
from onrecord.cli.listing import listing, one
from onrecord.cli.options import (
    ArchiveOption,
    LimitOption,
    Listing,
    ListingOption,
    OutOption,
    SinceOption,
    UntilOption,
)
from onrecord.cli.sources import day, settings


def search(  # noqa: PLR0917 - Typer makes options of them, none is positional
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help='Words to look for, in any form; "two words" together, -word without, OR between.',
            show_default=False,
        ),
    ] = None,
    speaker: Annotated[str | None, typer.Option(help="Who says it (name or id).")] = None,
    about: Annotated[str | None, typer.Option(help="Whom it is about or addressed to.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: Annotated[str | None, typer.Option(help="Which outlet reports it.")] = None,
    kind: Annotated[str, typer.Option(help=f"One of {', '.join(KINDS)}.")] = "statement",
    limit: LimitOption = 20,
    offset: Annotated[int, typer.Option(help="Leave out so many of the first.", min=0)] = 0,
    form: ListingOption = Listing.text,
    out: OutOption = None,
    archive: ArchiveOption = None,
) -> None:
    """Search the archive for statements, or entries of another kind."""
    with ExitStack() as stack:
        store = _opened(archive, stack)
        found = store.search(
            " ".join(words or ()),
            speaker=speaker,
            about=about,
            since=day(since, "--from"),
            until=day(until, "--to"),
            outlet=outlet,
            kind=kind,
            limit=limit,
            offset=offset,
        )
        stream = open_out(out, stack, for_people=form is Listing.text)
        listing([hit.row() for hit in found], stream, form, lines=[hit.line() for hit in found])


def timeline(  # noqa: PLR0917 - Typer makes options of them, none is positional
    since: SinceOption = None,
    until: UntilOption = None,
    actor: Annotated[str | None, typer.Option(help="Who takes part (name or id).")] = None,
    country: Annotated[
        str | None, typer.Option(help="Where, or whose actors: three letters (FRA).")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--type", help="A PLOVER type (CONSULT) or a meeting's form.")
    ] = None,
    status: Annotated[
        str | None, typer.Option(help="happened, ongoing, planned, proposed, denied ...")
    ] = None,
    certainty: Annotated[
        float, typer.Option(help="Leave out what is less sure.", min=0.0, max=1.0)
    ] = 0.0,
    limit: LimitOption = 200,
    form: ListingOption = Listing.text,
    out: OutOption = None,
    archive: ArchiveOption = None,
) -> None:
    """Show meetings and events by day, each once, with how many independent outlets report it."""
    with ExitStack() as stack:
        found = _opened(archive, stack).timeline(
            since=day(since, "--from"),
            until=day(until, "--to"),
            actor=actor,
            country=country,
            type=kind,
            status=status,
            min_confidence=certainty,
            limit=limit,
        )
        stream = open_out(out, stack, for_people=form is Listing.text)
        rows, lines = [event.row() for event in found], [event.line() for event in found]
        listing(rows, stream, form, lines=lines)


def who(
    name: Annotated[str, typer.Argument(help="A name, an id, or a Wikidata id.")],
    form: ListingOption = Listing.text,
    out: OutOption = None,
    archive: ArchiveOption = None,
) -> None:
    """Show all that the archive holds of somebody: offices, words, encounters, promises."""
    with ExitStack() as stack:
        found = _opened(archive, stack).who(name)
        stream = open_out(out, stack, for_people=form is Listing.text)
        if form is Listing.csv:
            listing([hit.row() for hit in found.statements], stream, form, lines=[])
        else:
            one(found.row(), stream, form, lines=found.lines())


def brief(
    since: SinceOption = None,
    until: UntilOption = None,
    form: ListingOption = Listing.text,
    out: OutOption = None,
    archive: ArchiveOption = None,
) -> None:
    """Write one page on some days in the reports' own sentences, each with its sources."""
    with ExitStack() as stack:
        found = _opened(archive, stack).brief(day(since, "--from"), day(until, "--to"))
        stream = open_out(out, stack, for_people=form is Listing.text)
        if form is Listing.csv:
            rows = [line for part in found.row()["sections"] for line in part["lines"]]
            listing(rows, stream, form, lines=[])
        else:
            one(found.row(), stream, form, lines=found.lines())


def _opened(archive: str | None, stack: ExitStack) -> Archive:
    return stack.enter_context(Archive(str(settings(archive=archive).archive)))
