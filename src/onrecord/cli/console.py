"""What the commands share of the terminal: complaints, progress, where output goes."""

from __future__ import annotations

import io
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from onrecord.errors import OnrecordError, SettingsError
from onrecord.publish.parquet import arrow

complaints = Console(stderr=True, highlight=False)


def complain(message: str) -> None:
    """Print one line on standard error."""
    complaints.print(message, markup=False, soft_wrap=True, style="red")


def list_failures(failures: list[OnrecordError], *, read: int) -> None:
    """Print each failure on a line, and how many there were beside what was read."""
    for failure in failures:
        complain(str(failure))
    if len(failures) > 1 or read:
        noun = "source" if len(failures) == 1 else "sources"
        complain(f"{read} read, {len(failures)} {noun} failed (listed above).")


def progress(what: str, stack: ExitStack) -> Progress:
    """Return a bar on standard error, closed with ``stack``; give it a task with a total."""
    return stack.enter_context(
        Progress(
            TextColumn(what),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=complaints,
            transient=True,
        )
    )


def open_out(out: Path | None, stack: ExitStack, *, for_people: bool) -> TextIO:
    """Return the stream to write to: a file, or standard output.

    Raises ``SettingsError`` where the file cannot be written.
    """
    if out is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            if for_people:
                # A terminal that cannot print a character shows a question mark, no traceback.
                sys.stdout.reconfigure(errors="replace")
            else:
                sys.stdout.reconfigure(encoding="utf-8")
        return sys.stdout
    try:
        return stack.enter_context(out.open("w", encoding="utf-8", newline="\n"))
    except OSError as error:
        raise SettingsError(f"--out {out}: {error.strerror or error}") from error


def parquet_file(out: Path | None) -> Path:
    """Return the file to write Parquet to, made where it can be.

    Raises ``SettingsError`` where none is given or it cannot be written, ``ExtraMissing`` where
    pyarrow is not installed: before anything is read.
    """
    arrow()
    if out is None:
        raise SettingsError("--format parquet needs --out, a file")
    try:
        out.open("wb").close()
    except OSError as error:
        raise SettingsError(f"--out {out}: {error.strerror or error}") from error
    return out
