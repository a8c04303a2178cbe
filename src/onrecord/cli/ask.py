"""``onrecord search``, ``timeline``, ``who`` and ``brief``: asking the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.archive import Archive
from onrecord.archive.following import HAPPENING
from onrecord.archive.matching import KINDS
from onrecord.cli.listing import listing
from onrecord.cli.options import (
    ArchiveOption,
    LimitOption,
    Listing,
    ListingOption,
    OffsetOption,
    OutOption,
    SinceOption,
    UntilOption,
)
from onrecord.cli.sources import day, settings
from onrecord.publish.answers import DossierTable


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
    offset: OffsetOption = 0,
    form: ListingOption = Listing.text,
    out: OutOption = None,
    archive: ArchiveOption = None,
) -> None:
    """Search the archive for statements, or entries of another kind."""
    with _opened(archive) as store:
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
    listing(found, form, out, table="hits", lines=[hit.line() for hit in found])


def timeline(  # noqa: PLR0917 - Typer makes options of them, none is positional
    since: SinceOption = None,
    until: UntilOption = None,
    actor: Annotated[str | None, typer.Option(help="Who takes part (name or id).")] = None,
    country: Annotated[
        str | None, typer.Option(help="Where, or whose actors: three letters (FRA).")
    ] = None,
    kind: Annotated[str | None, typer.Option(help=f"{' or '.join(HAPPENING)}.")] = None,
    sort: Annotated[
        str | None, typer.Option("--type", help="A PLOVER type (CONSULT) or a meeting's form.")
    ] = None,
    status: Annotated[
        str | None, typer.Option(help="happened, ongoing, planned, proposed, denied ...")
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--certainty", "--min-confidence", help="Leave out what is less sure.", min=0.0, max=1.0
        ),
    ] = 0.0,
    limit: LimitOption = 200,
    offset: Annotated[int, typer.Option(help="Leave out so many of the latest.", min=0)] = 0,
    form: ListingOption = Listing.text,
    out: OutOption = None,
    archive: ArchiveOption = None,
) -> None:
    """Show meetings and events by day, each once, with how many independent outlets report it.

    The latest ones; --limit says how many, --from and --to on which days.
    """
    with _opened(archive) as store:
        found = store.timeline(
            since=day(since, "--from"),
            until=day(until, "--to"),
            kind=kind,
            actor=actor,
            country=country,
            type=sort,
            status=status,
            min_confidence=min_confidence,
            limit=limit,
            offset=offset,
        )
    listing(found, form, out, table="happenings", lines=[event.line() for event in found])


def who(
    name: Annotated[str, typer.Argument(help="A name, an id, or a Wikidata id.")],
    form: ListingOption = Listing.text,
    table: Annotated[
        DossierTable, typer.Option(help="Which of the lists, for csv and parquet.")
    ] = "said",
    out: OutOption = None,
    archive: ArchiveOption = None,
) -> None:
    """Show all that the archive holds of somebody: offices, words, encounters, promises."""
    with _opened(archive) as store:
        found = store.who(name)
    listing(found, form, out, table=table, lines=found.lines())


def brief(
    since: SinceOption = None,
    until: UntilOption = None,
    form: ListingOption = Listing.text,
    out: OutOption = None,
    archive: ArchiveOption = None,
) -> None:
    """Write one page on some days in the reports' own sentences, each with its sources.

    Without --from and --to it is on the last seven days that there are reports of.
    """
    with _opened(archive) as store:
        found = store.brief(day(since, "--from"), day(until, "--to"))
    listing(found, form, out, table="brief", lines=found.lines())


def _opened(archive: str | None) -> Archive:
    return Archive(str(settings(archive=archive).archive), make=False)
