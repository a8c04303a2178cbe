"""The YAML header of a Markdown file, as static site generators write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from onrecord.errors import SourceUnreadable
from onrecord.intake.dates import parse_date
from onrecord.intake.known import Known, tidy, tidy_authors

_MAX_CHARACTERS = 50_000
# A header's first line is a key: a rule (---) above prose is Markdown too.
_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n(?=\s*(?:#[^\n]*\n\s*)*[\w\"'][\w .\"'-]*:(?:\s|$))")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)

_PUBLISHED = (
    "published_time",
    "date_published",
    "datepublished",
    "publication_date",
    "publish_date",
    "pubdate",
    "published",
    "date",
)
_TITLE = ("title", "headline")
_OUTLET = ("outlet", "publisher", "publication", "site_name", "sitename", "source_name")
_URL = ("source_url", "canonical_url", "url", "link", "source")
_AUTHORS = ("authors", "author", "byline")
_FLAGS = ("true", "false", "yes", "no")
_NOTHING = ("", "~", "null", "none")


def has_front_matter(text: str) -> bool:
    """Whether ``text`` begins with a YAML header (its end may lie beyond ``text``)."""
    return _OPENING.match(text) is not None


def split_front_matter(text: str, source: str, *, dated: bool = False) -> tuple[Known, str]:
    """Return what the header says, and the Markdown below it.

    A text without a header is its own body. Where a date is known already (``dated``), the
    header's is not read. Raises ``SourceUnreadable`` for a header that is no YAML and ``BadDate``
    for a date that is none.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Known(), text
    closing = _CLOSING.search(text, opening.end(), opening.end() + _MAX_CHARACTERS)
    if closing is None:
        raise SourceUnreadable(
            source,
            fault="the header opened by --- in line 1 is never closed",
            remedy="Put a line of --- below the header.",
        )
    fields = _fields(text[opening.end() : closing.start()], source)
    return known_from(fields, source, dated=dated), text[closing.end() :].lstrip("\r\n")


def known_from(fields: Mapping[str, Any], source: str, *, dated: bool) -> Known:
    """Return the facts in a header's ``fields`` (keys in lower case, values as written)."""
    published = _first(fields, _PUBLISHED)
    url = _first(fields, _URL)
    return Known(
        title=tidy(_first(fields, _TITLE)),
        outlet=tidy(_first(fields, _OUTLET)),
        url=url.strip() if url and "://" in url else None,
        authors=_authors(fields),
        published=parse_date(published, source) if published and not dated else None,
    )


def _fields(header: str, source: str) -> dict[str, Any]:
    try:
        # The base loader builds strings, lists and mappings only, so "published: 2025-02-30" and
        # "title: 1984" arrive as written; it is a stricter safe loader.
        loaded = yaml.load(header, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 2}" if mark is not None else ""
        what = getattr(error, "problem", None) or "nested too deeply"
        raise SourceUnreadable(
            f"{source}{where}",
            fault=f"the header is no YAML: {what}",
            remedy="Put values with a colon or a quotation mark in quotation marks.",
        ) from error
    if not isinstance(loaded, dict):
        return {}
    return {str(key).strip().lower().replace("-", "_"): value for key, value in loaded.items()}


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip().lower() not in (*_NOTHING, *_FLAGS):
            return value
    return None


def _authors(fields: Mapping[str, Any]) -> tuple[str, ...]:
    for name in _AUTHORS:
        value = fields.get(name)
        if isinstance(value, list):
            value = [v for v in value if isinstance(v, str)]
        elif not isinstance(value, str) or value.strip().lower() in _NOTHING:
            continue
        if authors := tidy_authors(value):
            return authors
    return ()
