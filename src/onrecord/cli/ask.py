"""``onrecord search``: asking the archive."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated

import typer

from onrecord.archive import Archive
from onrecord.archive.search import KINDS
from onrecord.cli.console import open_out
from onrecord.cli.listing import listing
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
        store = stack.enter_context(Archive(str(settings(archive=archive).archive)))
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
