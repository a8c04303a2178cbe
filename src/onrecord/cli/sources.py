"""What the commands that read reports share: settings, sources, dates."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from platformdirs import user_data_path

from onrecord import intake
from onrecord.cli.console import complaints
from onrecord.errors import IntakeError, OnrecordError, SettingsError
from onrecord.record import Report
from onrecord.settings import Settings


def settings(
    *,
    processes: int | None = None,
    min_confidence: float | None = None,
    attributor: str | None = None,
    archive: str | None = None,
) -> Settings:
    """Return the environment's settings, overruled by the options that were given."""
    base = Settings.from_environment(os.environ)
    return Settings(
        processes=base.processes if processes is None else processes,
        min_confidence=base.min_confidence if min_confidence is None else min_confidence,
        attributor=base.attributor if attributor is None else attributor,
        archive=archive or base.archive or str(user_data_path("onrecord") / "archive.db"),
    )


def day(text: str | None, option: str) -> date | None:
    """Return the day an option gives; ``SettingsError`` where it is none."""
    if text is None:
        return None
    try:
        return intake.parse_date(text, option)
    except IntakeError as error:
        raise SettingsError(str(error)) from error


def items(
    sources: list[str], *, published: str | None, outlet: str | None, limits: intake.Limits
) -> Iterator[Report | OnrecordError]:
    """Yield the reports of the sources, and the errors of those that are none."""
    for source in intake.expand(sources):
        if isinstance(source, OnrecordError):
            yield source
        else:
            yield from intake.read_source(source, published=published, outlet=outlet, limits=limits)


def worth_a_bar(sources: list[str]) -> bool:
    """Whether the sources are likely many, and somebody watches."""
    if not complaints.is_terminal:
        return False
    return len(sources) > 1 or any(Path(s).is_dir() or s.endswith("l") for s in sources)


def counted(
    found: Iterator[Report | OnrecordError], *, when: bool
) -> tuple[Iterator[Report | OnrecordError], int | None]:
    """Take all reports in at once where their number is wanted; return them and the number."""
    if not when:
        return found, None
    listed = list(found)
    return iter(listed), len(listed)


def after_first_report(
    items: Iterator[Report | OnrecordError], failures: list[OnrecordError]
) -> tuple[Iterator[Report | OnrecordError], Report | None]:
    """Draw until a report comes: where none does, the model need not be loaded at all."""
    for item in items:
        if isinstance(item, Report):
            return _chained(item, items), item
        failures.append(item)
    return iter(()), None


def _chained(
    first: Report, rest: Iterator[Report | OnrecordError]
) -> Iterator[Report | OnrecordError]:
    yield first
    yield from rest
