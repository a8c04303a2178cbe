"""Feeds: RSS and Atom by feedparser, and lists of feeds (OPML).

What is broken in a feed becomes an error in its place; no entry is lost for its neighbour's sake.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urldefrag, urljoin
from xml.sax import SAXException

import feedparser
from lxml import etree

from onrecord.errors import SourceUnreadable
from onrecord.intake.known import tidy

_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a feed: where its report is, and what the feed says of it."""

    url: str
    title: str | None
    outlet: str | None
    published: date | None


def items(body: bytes, url: str) -> Iterator[Item | SourceUnreadable]:
    """Yield a feed's entries in its order, an error for each that has no address.

    A feed that is broken off or ill-formed has an error at its end, after all that could be made
    out. Raises ``SourceUnreadable`` where ``body`` is no feed.
    """
    found = feedparser.parse(io.BytesIO(body), sanitize_html=True, resolve_relative_uris=False)
    if not found.entries and not found.version:
        fault = "it is no RSS or Atom feed"
        raise SourceUnreadable(url, fault=fault, remedy="Give the feed's own address.")
    outlet = tidy(found.feed.get("title"))
    for number, entry in enumerate(found.entries, 1):
        title = tidy(entry.get("title"))
        try:
            address = urljoin(url, entry.get("link") or "")
        except ValueError:
            address = url
        if urldefrag(address).url == urldefrag(url).url or len(address) > _LONGEST_ADDRESS:
            named = f"entry {number}" + (f" ({title})" if title else "")
            fault, remedy = f"{named} has no address of its own", "Read it by hand."
            yield SourceUnreadable(url, fault=fault, remedy=remedy)
        else:
            yield Item(url=address, title=title, outlet=outlet, published=_day(entry))
    error = found.get("bozo_exception")
    if isinstance(error, SAXException):
        fault = f"the feed is ill-formed ({error}); what could be made out is read"
        yield SourceUnreadable(url, fault=fault, remedy="Tell its outlet.")


def _day(entry: feedparser.FeedParserDict) -> date | None:
    told = entry.get("published_parsed")
    return date(*told[:3]) if told else None


def feeds_of_opml(body: bytes, source: str) -> Iterator[str]:
    """Yield the addresses of the feeds an OPML file lists.

    Raises ``SourceUnreadable`` where it is no XML, or names no feed: a feed's own file, say.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        fault, remedy = f"it is no OPML ({error})", "Export the list of feeds once more."
        raise SourceUnreadable(source, fault=fault, remedy=remedy) from error
    addresses = [outline.get("xmlUrl") for outline in tree.iter("outline")]
    if not any(addresses):
        fault = "no feed is listed in it, as OPML files list them"
        remedy = "Give an OPML file, or a feed by its address; onrecord add reads reports in files."
        raise SourceUnreadable(source, fault=fault, remedy=remedy)
    yield from (str(address) for address in addresses if address)
