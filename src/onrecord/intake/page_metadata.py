"""What an HTML page says of itself where sites put it for machines.

Only explicit fields count: schema.org JSON-LD, Open Graph, Dublin Core and the few names news
sites use. trafilatura's own date finder falls back on any date in the page and bounds it by the
clock, so dates are read here; what is not found stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from lxml.html import HtmlElement

from onrecord.errors import BadDate
from onrecord.intake.dates import parse_date
from onrecord.intake.known import Known, tidy, tidy_authors

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
_PUBLISHED_NAMES = frozenset(
    {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "article.published",
        "article:published",
        "published_time",
        "published-date",
        "publication_date",
        "publication-date",
        "publish-date",
        "publish_date",
        "publishdate",
        "pubdate",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.issued",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "citation_publication_date",
        "citation_date",
        "originalpublicationdate",
        "article_date_original",
        "date_published",
        "iso-8601-publish-date",
        "rnews:datepublished",
    }
)
_URL_DAY = re.compile(
    r"/((?:19|20)[0-9]{2})[/-]([01]?[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]"
    r"([0-3]?[0-9])(?:[/-]|$)",
    re.IGNORECASE,
)
_MAX_DEPTH = 8
_MAX_SCRIPT = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """The facts found, and whether the page says that it is not free to read."""

    known: Known
    locked: bool = False


def read_metadata(tree: HtmlElement) -> PageMetadata:
    """Return what the page's own metadata says; facts that are missing stay ``None``."""
    article = next(_articles(tree), {})
    url = tidy(
        _attribute(tree, ".//link[@rel='canonical'][@href]", "href")
        or _meta(tree, {"og:url"})
        or _text_of(article.get("url"))
    )
    outlet = tidy(_name_of(article.get("publisher")) or _meta(tree, {"og:site_name"}))
    title = tidy(_text_of(article.get("headline")) or _meta(tree, {"og:title"}))
    known = Known(
        title=_without_outlet(title, outlet),
        outlet=outlet,
        url=url if url and url.startswith(("http://", "https://")) else None,
        authors=tidy_authors(list(_names_of(article.get("author")))),
        published=_published(tree, article, url),
    )
    return PageMetadata(known=known, locked=article.get("isAccessibleForFree") in (False, "False"))


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Take the outlet's name off a title that ends with it ("… | The Gazette")."""
    if title and outlet:
        bare = re.sub(rf"\s+[-–—|•·:]+\s+{re.escape(outlet)}$", "", title, flags=re.IGNORECASE)
        return bare or title
    return title


def _published(tree: HtmlElement, article: dict[str, Any], url: str | None) -> date | None:
    for candidate in _dates(tree, article):
        if (day := _day(candidate)) is not None:
            return day
    marked = {_day(value) for value in tree.xpath(".//time/@datetime")}
    if len(marked) == 1 and (only := marked.pop()) is not None:
        return only
    return _day_of_url(url) if url else None


def _dates(tree: HtmlElement, article: dict[str, Any]) -> Iterator[str]:
    """Yield the dates in fields that mean publication, the most explicit first."""
    yield _text_of(article.get("datePublished")) or ""
    for element in tree.iterfind(".//meta[@content]"):
        if _names(element) & _PUBLISHED_NAMES:
            yield element.get("content", "")
    for element in tree.xpath(".//*[@itemprop='datePublished'] | .//time[@pubdate]"):
        yield element.get("content") or element.get("datetime") or element.text_content()


def _day(text: str) -> date | None:
    """Return the day of a machine's field; one that is none says nothing, as on a page unknown."""
    try:
        return parse_date(text)
    except BadDate:
        return None


def _day_of_url(url: str) -> date | None:
    if match := _URL_DAY.search(url):
        year, month, day = match.groups()
        numeric = f"{year}-{int(month):02}-{int(day):02}" if month.isdigit() else None
        return _day(numeric or f"{int(day)} {month} {year}")
    return None


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        text = (script.text or "").strip()
        if not text or len(text) > _MAX_SCRIPT:
            continue
        try:
            # Line breaks inside strings are frequent, and no JSON.
            data = msgspec.json.decode(re.sub(r"[\x00-\x1f]+", " ", text))
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
        yield from _articles_in(data, 0)


def _articles_in(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _articles_in(item, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(
            _ARTICLE_TYPES.search(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles_in(data.get(key), depth + 1)


def _text_of(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _name_of(value: Any) -> str | None:
    return next(_names_of(value), None)


def _names_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if not value.startswith(("http://", "https://")):
            yield value
    elif isinstance(value, dict):
        yield from _names_of(value.get("name"))
    elif isinstance(value, list):
        for item in value:
            if not isinstance(item, list):
                yield from _names_of(item)


def _names(element: HtmlElement) -> set[str]:
    return {element.get(key, "").strip().lower() for key in ("name", "property", "itemprop")}


def _meta(tree: HtmlElement, names: set[str]) -> str | None:
    for element in tree.iterfind(".//meta[@content]"):
        if _names(element) & names and element.get("content", "").strip():
            return str(element.get("content"))
    return None


def _attribute(tree: HtmlElement, path: str, name: str) -> str | None:
    element = tree.find(path)
    return None if element is None else element.get(name)
