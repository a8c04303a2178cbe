"""``onrecord serve``: the archive's pages and REST interface."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.archive import Archive
from onrecord.cli.options import ArchiveOption
from onrecord.cli.sources import settings


def serve(
    archive: ArchiveOption = None,
    host: Annotated[
        str, typer.Option(help="Where to listen; off loopback a token is demanded.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port.", min=1, max=65535)] = 8080,
    token: Annotated[
        str | None,
        typer.Option(
            help="What a caller must know; off loopback one is made where none is given.",
            envvar="ONRECORD_TOKEN",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Serve the archive as pages and REST, on this machine."""
    # Here, so that no other command waits for the web's libraries to load.
    from onrecord.web.serving import serve as run  # noqa: PLC0415

    with Archive(str(settings(archive=archive).archive)) as store:
        run(store, host=host, port=port, token=token, announce=typer.echo)
