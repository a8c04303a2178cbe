"""``onrecord feed`` and ``onrecord watch``: what feeds and folders bring, into the archive."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

import onrecord
from onrecord import intake
from onrecord.archive import Archive
from onrecord.cli.add import Done, finish, stored
from onrecord.cli.console import complain, complaints
from onrecord.cli.options import ArchiveOption
from onrecord.cli.sources import items, settings
from onrecord.errors import FetchFailed, OnrecordError, SourceMissing
from onrecord.intake.feeds import feeds_of_opml
from onrecord.intake.feeds import items as items_of
from onrecord.intake.fetching import Fetcher
from onrecord.record import Report
from onrecord.settings import ATTRIBUTORS

_Attributor = Annotated[
    str | None, typer.Option(help=f"What finds the statements: {', '.join(ATTRIBUTORS)}.")
]


def feed(
    feeds: Annotated[list[str], typer.Argument(help="Addresses of RSS or Atom feeds; OPML files.")],
    archive: ArchiveOption = None,
    attributor: _Attributor = None,
) -> None:
    """Add the reports that feeds name and the archive has not fetched yet.

    robots.txt is obeyed, one thing is asked of a host at a time, and what has not changed is not
    sent again. Internal hosts are refused.
    """
    chosen = settings(attributor=attributor, archive=archive)
    failures: list[OnrecordError] = []
    done = Done()
    with Archive(str(chosen.archive)) as store:
        reports = _reports(store, feeds, _fetcher(), failures)
        first = next(reports, None)
        if first is not None:
            reader = onrecord.load(
                attributor=chosen.attributor, min_confidence=chosen.min_confidence
            )
            for report in chain((first,), reports):
                # One by one: what was fetched is noted as such once its report is stored.
                one = stored(store, reader, (report,), chosen=chosen, failures=failures, done=done)
                deque(one, maxlen=0)
            store.merge()
    finish(done, failures)


def watch(
    sources: Annotated[
        list[str], typer.Argument(help="Feeds (addresses, OPML files), folders, files.")
    ],
    every: Annotated[float, typer.Option(help="Minutes from one look to the next.", min=0)] = 15.0,
    times: Annotated[int | None, typer.Option(help="Look so many times, then stop.", min=1)] = None,
    archive: ArchiveOption = None,
    attributor: _Attributor = None,
) -> None:
    """Look again and again for new reports, until stopped; failures are told and do not stop it."""
    chosen = settings(attributor=attributor, archive=archive)
    feeds = [source for source in sources if _is_feed(source)]
    files = [source for source in sources if not _is_feed(source)]
    reader = onrecord.load(attributor=chosen.attributor, min_confidence=chosen.min_confidence)
    looked = 0
    with ExitStack() as stack:
        store = stack.enter_context(Archive(str(chosen.archive)))
        while times is None or looked < times:
            if looked:
                time.sleep(60 * every)
            looked += 1
            failures: list[OnrecordError] = []
            done = Done()
            limits = intake.Limits()
            found = _reports(store, feeds, _fetcher(), failures)
            own = items(files, published=None, outlet=None, limits=limits)
            for report in chain(found, own):
                one = stored(store, reader, (report,), chosen=chosen, failures=failures, done=done)
                deque(one, maxlen=0)
            store.merge()
            complaints.print(f"{done.added} added.", markup=False)
            for failure in failures:
                complain(str(failure))


def _fetcher() -> Fetcher:
    return Fetcher(max_bytes=intake.Limits().max_page_bytes)


def _is_feed(source: str) -> bool:
    return "://" in source or source.endswith(".opml")


def _reports(
    store: Archive, feeds: list[str], fetcher: Fetcher, failures: list[OnrecordError]
) -> Iterator[Report]:
    """Yield the reports of pages not fetched yet; feeds and pages that fail are put down."""
    for address in _addresses(feeds, failures):
        try:
            etag, modified = store.fetched(address) or (None, None)
            page = fetcher.fetch(address, etag=etag, modified=modified)
            if page.body is None:
                continue
            entries = items_of(page.body, page.url)
        except OnrecordError as error:
            failures.append(error)
            continue
        whole = True
        for entry in entries:
            if store.fetched(entry.url) is not None:
                continue
            try:
                own = fetcher.fetch(entry.url)
                if own.body is not None:
                    yield intake.report_of_page(own.body, own.url, published=entry.published)
            except FetchFailed as error:
                failures.append(error)
                whole = False
                continue
            except OnrecordError as error:
                # A page without an article has none tomorrow either: it is not asked for again.
                failures.append(error)
            # After the report is stored: who is killed before asks for it once more.
            store.note_fetched(entry.url, etag=own.etag, modified=own.modified)
        if whole:
            store.note_fetched(address, etag=page.etag, modified=page.modified)


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
