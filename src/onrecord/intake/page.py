"""HTML pages: trafilatura finds the article, the page's metadata says what it is."""

from __future__ import annotations

import logging

import trafilatura
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura.settings import Document

from onrecord.errors import NoArticle, SourceEmpty, SourceUnreadable
from onrecord.intake.known import Known, tidy, tidy_authors
from onrecord.intake.limits import Limits
from onrecord.intake.page_metadata import read_metadata
from onrecord.intake.page_text import body_text, has_sentence, show_quotes
from onrecord.intake.report import make_report
from onrecord.record import Report

_MIN_WORDS = 25

# Third-party parsing of hostile input; its failures of these kinds become ours, all others show.
_FAILURES = (
    LxmlError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RecursionError,
    AssertionError,
)
_DATE_OFF = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}
"""What trafilatura finds as date is not used; this keeps it from the clock and from searching."""

# Without a handler, Python prints the library's word on every page that has no article; we raise
# our own. Whoever sets up logging still gets it.
for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def report_of_html(
    page: str, source: str, *, given: Known, metadata: Known, limits: Limits
) -> Report:
    """Return the article in an HTML page; ``metadata`` goes before what the page itself says.

    Raises ``NoArticle`` where the page has none, or only its beginning before a paywall.
    """
    if not page.strip():
        raise SourceEmpty(source, fault="it is empty", remedy="Give a file with a report in it.")
    if len(page) > limits.max_page_bytes:
        raise SourceUnreadable(
            source,
            fault=f"the page has {len(page):,} characters, more than the {limits.max_page_bytes:,} "
            "that are read",
            remedy="Save the article alone, or raise the limit (max_page_bytes).",
        )
    tree = _tree(page, source, limits)
    own = read_metadata(tree)
    text, found = _article(tree, source)
    _check_article(text, source)
    return make_report(
        text,
        source,
        given=given,
        metadata=metadata.filled_from(own.known).filled_from(found),
        limits=limits,
        locked=own.locked,
    )


def _tree(page: str, source: str, limits: Limits) -> HtmlElement:
    try:
        tree = trafilatura.load_html(page)
    except _FAILURES as error:
        raise _broken(source, error) from error
    if tree is None:
        raise _no_article(source, "no HTML elements are in it")
    count = sum(1 for _ in tree.iter())
    if count > limits.max_page_elements:
        raise SourceUnreadable(
            source,
            fault=f"the page has {count:,} elements, more than the {limits.max_page_elements:,} "
            "that are read",
            remedy="Save the article alone, or raise the limit (max_page_elements).",
        )
    return tree


def _article(tree: HtmlElement, source: str) -> tuple[str, Known]:
    try:
        show_quotes(tree)
        document = trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=_DATE_OFF,
        )
        text = body_text(document.body) if isinstance(document, Document) else ""
    except _FAILURES as error:
        raise _broken(source, error) from error
    if not isinstance(document, Document) or not text:
        raise _no_article(source, "no running text is in it")
    found = Known(
        title=tidy(document.title),
        outlet=tidy(document.sitename),
        url=tidy(document.url),
        authors=tidy_authors(document.author),
    )
    return text, found


def _check_article(text: str, source: str) -> None:
    words = len(text.split())
    if words < _MIN_WORDS:
        raise _no_article(source, f"its main text has {words} words")
    if not has_sentence(text):
        raise _no_article(source, "its main text is a list without sentences")


def _no_article(source: str, why: str) -> NoArticle:
    return NoArticle(
        source,
        fault=f"the page holds no article: {why}",
        remedy="Save the page of a single report, once it shows whole.",
    )


def _broken(source: str, error: Exception) -> SourceUnreadable:
    return SourceUnreadable(
        source,
        fault=f"the HTML cannot be taken apart ({type(error).__name__})",
        remedy="Save the page again, or give its text as a .txt file.",
    )
