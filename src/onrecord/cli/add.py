"""``onrecord add SOURCE...`` and ``onrecord status``: into the archive, and what is in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Annotated

import typer

import onrecord
from onrecord import intake
from onrecord.archive import Archive
from onrecord.cli.console import complaints, list_failures, progress
from onrecord.cli.options import (
    CHARACTERS,
    ArchiveOption,
    AttributorOption,
    CharactersOption,
    Counting,
    OutletOption,
    ProcessesOption,
    PublishedOption,
    SourcesArgument,
)
from onrecord.cli.sources import after_first_report, counted, day, items, settings, worth_a_bar
from onrecord.errors import OnrecordError
from onrecord.record import Record, Report
from onrecord.settings import Settings
from onrecord.version import __version__


def add(  # noqa: PLR0917 - Typer makes options of them, none is positional
    sources: SourcesArgument,
    archive: ArchiveOption = None,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    processes: ProcessesOption = None,
    max_characters: CharactersOption = CHARACTERS,
    attributor: AttributorOption = None,
) -> None:
    """Read reports into the archive; what it holds already is not read again."""
    chosen = settings(processes=processes, attributor=attributor, archive=archive)
    day(published, "--published")
    failures: list[OnrecordError] = []
    with ExitStack() as stack:
        store = stack.enter_context(Archive(str(chosen.archive)))
        limits = intake.Limits(max_characters=max_characters)
        found = items(sources, published=published, outlet=outlet, limits=limits)
        found, total = counted(found, when=worth_a_bar(sources))
        found, first = after_first_report(found, failures)
        if first is None:
            list_failures(failures, read=0)
            raise typer.Exit(1)
        reader = onrecord.load(attributor=chosen.attributor, min_confidence=chosen.min_confidence)
        bar = progress("adding", stack) if total is not None else None
        task = bar.add_task("adding", total=total) if bar is not None else None
        done = Done()
        for _ in stored(store, reader, found, chosen=chosen, failures=failures, done=done):
            if bar is not None and task is not None:
                bar.update(task, completed=done.added + done.held + len(failures))
        store.merge()
    finish(done, failures)


@dataclass(slots=True)
class Done:
    """What a run has done: reports added, and those the archive held already."""

    added: int = 0
    held: int = 0


def stored(
    store: Archive,
    reader: onrecord.Coder,
    found: Iterable[Report | OnrecordError],
    *,
    chosen: Settings,
    failures: list[OnrecordError],
    done: Done,
) -> Iterator[Record]:
    """Read into the archive what it does not hold; yield each record once it is stored."""

    def fresh() -> Iterator[Report | OnrecordError]:
        for item in found:
            held = isinstance(item, Report) and store.holds(
                item, version=__version__, model=reader.model
            )
            if held:
                done.held += 1
            else:
                yield item

    for record in reader.pipe(fresh(), processes=chosen.processes, failed=failures.append):
        done.added += store.add(record)
        yield record


def finish(done: Done, failures: list[OnrecordError]) -> None:
    """Print what was done; exit with 1 where something failed."""
    there = f", {done.held} were there already" if done.held else ""
    complaints.print(f"{done.added} added{there}.", markup=False, soft_wrap=True)
    if failures:
        list_failures(failures, read=done.added + done.held)
        raise typer.Exit(1)


def status(
    archive: ArchiveOption = None,
    form: Annotated[
        Counting, typer.Option("--format", "-f", help="What to print.")
    ] = Counting.text,
) -> None:
    """Count what is in the archive."""
    with Archive(str(settings(archive=archive).archive), make=False) as store:
        counts = store.counts()
    if form is Counting.text:
        for name, number in counts.items():
            typer.echo(f"{number:>12,}  {name}")
    elif form is Counting.csv:
        typer.echo(",".join(counts))
        typer.echo(",".join(map(str, counts.values())))
    else:
        typer.echo(json.dumps(counts))
