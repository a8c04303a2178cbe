"""What format a source is in: by its name first, by its content second."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal, TypeAlias

import msgspec

from onrecord.errors import SourceUnreadable
from onrecord.intake.front_matter import has_front_matter

Format: TypeAlias = Literal["text", "html", "markdown", "json", "jsonl"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}

NAMES: dict[Format, str] = {
    "text": "plain text",
    "html": "HTML",
    "markdown": "Markdown",
    "json": "JSON",
    "jsonl": "JSON lines",
}

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<(?:\?xml|rss|feed)\b", re.IGNORECASE)
_MARKUP = re.compile(r"\s*<(?:!doctype|!--|\?xml|/?[a-z][a-z0-9]*)\b", re.IGNORECASE)
_JSON_START = re.compile(r'\s*(?:\{\s*(?:"|\})|\[\s*(?:\{|\]))')
_TWO_OBJECTS = re.compile(r'\s*\{\s*"[^\n]*\n\s*\{')


def format_of_name(name: str) -> Format | None:
    """Return the format a file's suffix stands for, ``None`` for one that is not in the list."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def format_of_content(text: str) -> Format:
    """Return the format ``text`` (a whole file, or its beginning) is in."""
    head = text[:8192]
    if _HTML.match(head):
        return "html"
    if _JSON_START.match(head):
        return "jsonl" if _TWO_OBJECTS.match(text) else "json"
    return "markdown" if has_front_matter(head) else "text"


def check_agreement(named: Format, text: str, source: str) -> None:
    """Raise ``SourceUnreadable`` where the content is plainly not what the name says."""
    head = text[:8192]
    if _XML.match(head) and not _HTML.match(head):
        raise SourceUnreadable(
            source,
            fault="it is XML (a feed, perhaps), not a report",
            remedy="Save the page of a single report, or its text.",
        )
    if named == "html":
        wrong: Format | None = (
            "json" if _JSON_START.match(head) and not _MARKUP.search(head) else None
        )
    elif _HTML.match(head):
        wrong = "html"
    elif named in ("text", "markdown") and _JSON_START.match(head) and _is_json(text):
        wrong = format_of_content(text)
    else:
        wrong = None
    if wrong is not None:
        suffix = next(s for s, f in SUFFIXES.items() if f == wrong)
        raise SourceUnreadable(
            source,
            fault=f"its name says {NAMES[named]}, but its content is {NAMES[wrong]}",
            remedy=f"Rename it to end in {suffix}.",
        )


def _is_json(text: str) -> bool:
    first, _, _ = text.strip().partition("\n")
    return any(_decodes(candidate) for candidate in (text, first))


def _decodes(text: str) -> bool:
    try:
        msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return False
    return True
