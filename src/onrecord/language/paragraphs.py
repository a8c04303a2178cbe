"""Paragraphs and headings of a report's text.

A report keeps its line ends, but they mean different things: in most texts a blank line ends a
paragraph and nothing else does; in some every line is a paragraph; in mail and old wire copy the
lines are wrapped at a fixed width, and a paragraph ends at a blank or before an indented line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from onrecord.record import Span, Spans

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_INDENT = re.compile(r"[ \t\xa0\u3000]*")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*\Z")
_LIST_ITEM = re.compile(r"(?:[-*•·–—▪■►]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s")

WRAP_WIDTH = 100
"""Longest line that a program which wraps text at a fixed width is taken to write."""
_WRAPPED_SHARE = 0.3
"""Share of inner line ends that must break a sentence before a text counts as wrapped."""
_HEADING_WORDS = 16
_HEADING_CHARS = 120


class Line(NamedTuple):
    """A line that holds more than white space, trimmed; ``indent`` in characters."""

    span: Span
    indent: int
    after_blank: bool


class Layout(NamedTuple):
    """The paragraphs of a text in order, headings among them."""

    paragraphs: Spans
    headings: Spans


def read_layout(text: str) -> Layout:
    """Return the paragraphs of ``text`` and those of them that are headings.

    Spans start and end at characters that are no white space, and everything between them is
    white space.
    """
    lines = _lines(text)
    if _is_wrapped(text, lines):
        usual = min((line.indent for line in lines), default=0)
        groups: list[list[Line]] = []
        for line in lines:
            if not groups or line.after_blank or line.indent > usual + 1:
                groups.append([line])
            else:
                groups[-1].append(line)
        paragraphs = tuple(Span(g[0].span.start, g[-1].span.end) for g in groups)
    else:
        paragraphs = tuple(line.span for line in lines)
    return Layout(paragraphs, _headings(text, paragraphs))


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        gap = text[last_end : match.start()].replace("\r\n", "\n")
        ends = sum(not c.isspace() or c in "\n\r\v\f\x85\u2028\u2029" for c in gap)
        indent = start - match.start()
        found.append(Line(Span(start, start + len(body)), indent, not found or ends > 1))
        last_end = start + len(body)
    return found


def _is_wrapped(text: str, lines: list[Line]) -> bool:
    """Whether single line ends inside blocks break sentences, as in copy of fixed width."""
    inner = broken = 0
    for before, line in pairwise(lines):
        if line.after_blank:
            continue
        inner += 1
        head, tail = before.span.of(text), text[line.span.start]
        if len(head) > WRAP_WIDTH:
            return False
        broken += tail.islower() and not _ENDS_SENTENCE.search(head)
    return broken > 0 and broken >= _WRAPPED_SHARE * inner


def _headings(text: str, paragraphs: Spans) -> Spans:
    """Short paragraphs of one line without the punctuation that ends a sentence.

    The last paragraph is none: nothing stands under it. Nor are list items, or words that a
    line end cut off in mid-sentence (the next paragraph goes on in lower case).
    """
    found = []
    for span, after in pairwise(paragraphs):
        words = span.of(text)
        if (
            len(words) <= _HEADING_CHARS
            and len(words.split()) <= _HEADING_WORDS
            and not _ENDS_SENTENCE.search(words)
            and words[-1] not in ",-–—"
            and not words[0].islower()
            and not _LIST_ITEM.match(words)
            and any(c.isalpha() for c in words)
            and not text[after.start].islower()
            and "\n" not in words
        ):
            found.append(span)
    return tuple(found)
