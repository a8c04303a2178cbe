"""Following feeds: the reports they name that have not been fetched yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.errors import FetchFailed, IntakeError, NeverFetched, NotYet
from onrecord.intake.feeds import Item, items
from onrecord.intake.fetching import Fetcher
from onrecord.intake.patience import Memory, Sign
from onrecord.intake.read import report_of_page
from onrecord.record import Report

_TRIES: Final = 10
"""How often a page is asked for, over some ten hours, before it is given up."""


def follow(
    feeds: Iterable[str], fetcher: Fetcher, memory: Memory
) -> Iterator[Report | IntakeError]:
    """Yield the reports of pages that feeds name and ``memory`` does not, and what failed.

    ``feeds`` are addresses. A page is noted as fetched when the next report is asked for: who
    stores each report before that loses none by being stopped. A feed's sign of change is noted
    once none of its pages is left to be had; until then it is read whole again.
    """
    for feed in dict.fromkeys(feeds):
        yield from _of_feed(feed, fetcher, memory)


def _of_feed(feed: str, fetcher: Fetcher, memory: Memory) -> Iterator[Report | IntakeError]:
    try:
        page = fetcher.fetch(feed, memory.sign(feed))
    except FetchFailed as error:
        yield error
        return
    if page.body is None:
        return
    later: list[NotYet] = []
    failed = False
    try:
        for item in items(page.body, page.url):
            if isinstance(item, IntakeError):
                yield item
            elif memory.sign(item.url) is None:
                try:
                    yield from _of_item(item, fetcher, memory)
                except NotYet as error:
                    later.append(error)
                except FetchFailed as error:
                    if isinstance(error, NeverFetched) and error.source == item.url:
                        # Not by the fetcher; but a name that leads inside today may not tomorrow.
                        fetcher.patience.failed(item.url, error.fault)
                    failed = not _given_up(item, fetcher, memory) or failed
                    yield error
    except IntakeError as error:
        fetcher.patience.failed(feed, error.fault)
        yield error
        return
    if later:
        first = later[0]
        fault = f"pages left for later: {len(later)}, the first {first.source} ({first.fault})"
        yield NotYet(feed, fault=fault, remedy=first.remedy)
    elif not failed:
        memory.note(feed, page.sign)


def _of_item(item: Item, fetcher: Fetcher, memory: Memory) -> Iterator[Report | IntakeError]:
    page = fetcher.fetch(item.url)
    try:
        yield report_of_page(page.body or b"", page.url, published=item.published)
    except IntakeError as error:
        # A page without an article has none tomorrow either: it is not asked for again.
        yield error
    memory.note(item.url, page.sign)


def _given_up(item: Item, fetcher: Fetcher, memory: Memory) -> bool:
    """Whether a page has failed so often that it is not asked for any more."""
    if fetcher.patience.failures(item.url) < _TRIES:
        return False
    memory.note(item.url, Sign())
    fetcher.patience.over(item.url)
    return True
