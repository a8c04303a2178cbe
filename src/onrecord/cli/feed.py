"""``onrecord feed`` and ``onrecord watch``: what feeds and folders bring, into the archive."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

import onrecord
from onrecord import intake
from onrecord.archive import Archive
from onrecord.cli.add import Done, finish, stored
from onrecord.cli.console import complain, complaints
from onrecord.cli.options import ArchiveOption, AttributorOption
from onrecord.cli.sources import after_first_report, items, settings
from onrecord.errors import OnrecordError, SourceMissing
from onrecord.intake.feeds import feeds_of_opml
from onrecord.intake.fetching import Fetcher
from onrecord.intake.following import follow
from onrecord.record import Report
from onrecord.settings import Settings


def feed(
    feeds: Annotated[list[str], typer.Argument(help="Addresses of RSS or Atom feeds; OPML files.")],
    archive: ArchiveOption = None,
    attributor: AttributorOption = None,
) -> None:
    """Add the reports that feeds name and the archive has not fetched yet.

    robots.txt is obeyed, one thing is asked of a host at a time, what has not changed is not sent
    again, and who fails or asks for patience is left alone for longer and longer, from run to run
    too. Internal hosts are refused. SSL_CERT_FILE names authorities of your own.
    """
    chosen = settings(attributor=attributor, archive=archive)
    failures: list[OnrecordError] = []
    done = Done()
    with Archive(str(chosen.archive)) as store:
        fetcher = _fetcher(store)
        found = follow(_addresses(feeds, failures), fetcher, store.fetched)
        reports, first = after_first_report(found, failures)
        if first is not None:
            reader = onrecord.load(
                attributor=chosen.attributor, min_confidence=chosen.min_confidence
            )
            _store_each(store, reader, reports, chosen=chosen, failures=failures, done=done)
            store.merge()
    finish(done, failures)


def watch(
    sources: Annotated[
        list[str], typer.Argument(help="Feeds (addresses, OPML files), folders, files.")
    ],
    every: Annotated[float, typer.Option(help="Minutes from one look to the next.", min=0)] = 15.0,
    times: Annotated[int | None, typer.Option(help="Look so many times, then stop.", min=1)] = None,
    archive: ArchiveOption = None,
    attributor: AttributorOption = None,
) -> None:
    """Look again and again for new reports, until stopped; failures are told and do not stop it.

    With the same care as ``feed``. What fails in the same way at the next look is not told again.
    """
    chosen = settings(attributor=attributor, archive=archive)
    feeds = [source for source in sources if _is_feed(source)]
    files = [source for source in sources if not _is_feed(source)]
    reader = onrecord.load(attributor=chosen.attributor, min_confidence=chosen.min_confidence)
    looked = 0
    told: set[str] = set()
    with Archive(str(chosen.archive)) as store:
        fetcher = _fetcher(store)  # one for all looks: it knows whom it has just asked
        while times is None or looked < times:
            if looked:
                time.sleep(60 * every)
            looked += 1
            failures: list[OnrecordError] = []
            done = Done()
            try:
                fetched = follow(_addresses(feeds, failures), fetcher, store.fetched)
                own = items(files, published=None, outlet=None, limits=intake.Limits())
                found = chain(fetched, own)
                _store_each(store, reader, found, chosen=chosen, failures=failures, done=done)
                store.merge()
            except OnrecordError as error:
                # An archive that is locked or full now may take the same reports at the next look.
                failures.append(error)
            complaints.print(f"{done.added} added.", markup=False)
            messages = dict.fromkeys(map(str, failures))
            for message in messages:
                if message not in told:
                    complain(message)
            told = set(messages)


def _store_each(
    store: Archive,
    reader: onrecord.Coder,
    found: Iterable[Report | OnrecordError],
    *,
    chosen: Settings,
    failures: list[OnrecordError],
    done: Done,
) -> None:
    """Store reports one by one: what was fetched is noted as such once its report is stored."""
    alone = replace(chosen, processes=1)  # workers cost more than they bring to one report
    for report in found:
        one = stored(store, reader, (report,), chosen=alone, failures=failures, done=done)
        deque(one, maxlen=0)


def _fetcher(store: Archive) -> Fetcher:
    return Fetcher(max_bytes=intake.Limits().max_page_bytes, memory=store.fetched)


def _is_feed(source: str) -> bool:
    return "://" in source or source.endswith(".opml")


def _addresses(feeds: list[str], failures: list[OnrecordError]) -> Iterator[str]:
    for source in feeds:
        if "://" in source:
            yield source
            continue
        try:
            yield from feeds_of_opml(Path(source).read_bytes(), source)
        except OSError as error:
            fault = f"it cannot be read ({error.strerror or error})"
            failures.append(SourceMissing(source, fault=fault, remedy="Check the file's name."))
        except OnrecordError as error:
            failures.append(error)
