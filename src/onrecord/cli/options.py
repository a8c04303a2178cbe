"""Options that several commands have, spelled once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Listing(StrEnum):
    """How results are listed."""

    text = "text"
    json = "json"
    csv = "csv"


ArchiveOption = Annotated[
    str | None,
    typer.Option(
        "--archive",
        help="The archive: a SQLite file or a database's address [env: ONRECORD_ARCHIVE].",
        show_default=False,
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
