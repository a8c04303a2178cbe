"""Feeds: RSS and Atom by feedparser, and lists of feeds (OPML)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

import feedparser
from lxml import etree

from onrecord.errors import SourceUnreadable
from onrecord.intake.known import tidy


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a feed: where its report is, and what the feed says of it."""

    url: str
    title: str | None
    outlet: str | None
    published: date | None


def items(body: bytes, url: str) -> tuple[Item, ...]:
    """Return a feed's entries that have an address, in its order.

    Raises ``SourceUnreadable`` where ``body`` is no feed.
    """
    found = feedparser.parse(io.BytesIO(body), sanitize_html=True, resolve_relative_uris=False)
    if not found.entries and not found.version:
        fault = "it is no RSS or Atom feed"
        raise SourceUnreadable(url, fault=fault, remedy="Give the feed's own address.")
    outlet = tidy(found.feed.get("title"))
    return tuple(
        Item(
            url=urljoin(url, entry.link),
            title=tidy(entry.get("title")),
            outlet=outlet,
            published=_day(entry),
        )
        for entry in found.entries
        if entry.get("link")
    )


def _day(entry: feedparser.FeedParserDict) -> date | None:
    told = entry.get("published_parsed")
    return date(*told[:3]) if told else None


def feeds_of_opml(body: bytes, source: str) -> Iterator[str]:
    """Yield the addresses of the feeds an OPML file lists; raises ``SourceUnreadable``."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        fault, remedy = f"it is no OPML ({error})", "Export the list of feeds once more."
        raise SourceUnreadable(source, fault=fault, remedy=remedy) from error
    for outline in tree.iter("outline"):
        address = outline.get("xmlUrl")
        if address:
            yield str(address)
