"""Options that several commands have, spelled once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from onrecord import intake
from onrecord.publish import TABLES
from onrecord.settings import ATTRIBUTORS


class Counting(StrEnum):
    """How numbers are shown."""

    text = "text"
    json = "json"
    csv = "csv"


class Listing(StrEnum):
    """How results are listed."""

    text = "text"
    json = "json"
    csv = "csv"
    parquet = "parquet"


def _known(table: str) -> str:
    if table not in TABLES:
        raise typer.BadParameter(f"no table {table!r}; there are {', '.join(TABLES)}")
    return table


ArchiveOption = Annotated[
    str | None,
    typer.Option(
        "--archive",
        help="The archive: a SQLite file or a database's address; else what ONRECORD_ARCHIVE "
        "names, else a file in your data folder.",
        show_default=False,
    ),
]
OffsetOption = Annotated[int, typer.Option(help="Leave out so many of the first.", min=0)]
TableOption = Annotated[
    str,
    typer.Option(
        help=f"Which table, for csv and parquet: {', '.join(TABLES)}.",
        callback=_known,
    ),
]
ListingOption = Annotated[Listing, typer.Option("--format", "-f", help="What to print.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", "-o", help="Write to this file instead of the terminal.")
]
SinceOption = Annotated[
    str | None, typer.Option("--from", help="First day (2025-02-17).", show_default=False)
]
UntilOption = Annotated[
    str | None, typer.Option("--to", help="Last day (2025-02-23).", show_default=False)
]
LimitOption = Annotated[int, typer.Option(help="At most so many results.", min=1)]

SourcesArgument = Annotated[
    list[str],
    typer.Argument(
        help="Files (text, HTML, Markdown, JSON, JSONL), folders, patterns; - for stdin.",
        show_default=False,
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(help="Publication date (2025-02-17); overrules what the source says."),
]
OutletOption = Annotated[
    str | None, typer.Option(help="The outlet; overrules what the source says.")
]
ProcessesOption = Annotated[int | None, typer.Option(help="Worker processes.", min=1)]
CharactersOption = Annotated[int, typer.Option(help="Refuse reports longer than this.", min=1)]
CHARACTERS: Final = intake.Limits().max_characters
AttributorOption = Annotated[
    str | None, typer.Option(help=f"What finds the statements: {', '.join(ATTRIBUTORS)}.")
]
