"""Markdown to plain text: the words as a reader sees them, one paragraph a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from lxml import html as lxml_html
from lxml.etree import LxmlError
from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.intake.front_matter import split_front_matter
from onrecord.intake.known import Known
from onrecord.intake.limits import Limits
from onrecord.intake.report import check_text, make_report
from onrecord.record import Report

PARAGRAPH_BREAK = "\n\n"
CELL_BREAK = " | "

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DROPPED = ("script", "style", "iframe", "object", "svg", "img", "template")
_BLANKS = re.compile(r"[ \t]*\n[ \t]*|[ \t]+")
_BREAK = "\ue000"
"""Stands for a hard line break until white space has been collapsed (a private code point)."""


def report_of_markdown(
    raw: str, source: str, *, given: Known, metadata: Known, limits: Limits
) -> Report:
    """Return the report in a Markdown text; ``metadata`` goes before its front matter."""
    check_text(raw, source, limits)
    dated = bool(given.published or metadata.published)
    header, body = split_front_matter(raw, source, dated=dated)
    return make_report(
        plain_text(body),
        source,
        given=given,
        metadata=metadata.filled_from(header),
        printed=Known(title=first_heading(body)),
        limits=limits,
    )


def plain_text(markdown: str) -> str:
    """Return the words of a Markdown text.

    Links give their words, emphasis its words, images nothing. Headings, paragraphs, list items
    and table rows become paragraphs with an empty line between them; a table row's cells are
    joined by ``" | "``. Hard-wrapped lines are joined, hard line breaks kept as newlines.
    """
    # The private code point is ours for the time of the conversion.
    tokens = _parser().parse(markdown.replace(_BREAK, "\ufffd"))
    paragraphs = (_tidy(block) for block in _blocks(tokens))
    return PARAGRAPH_BREAK.join(paragraph for paragraph in paragraphs if paragraph)


def first_heading(markdown: str) -> str | None:
    """Return the words of the heading of level 1 that opens the text, ``None`` if none does."""
    tokens = _parser().parse(markdown[:5_000])
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return " ".join(_inline(tokens[1].children or ()).replace(_BREAK, " ").split()) or None
    return None


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _blocks(tokens: Sequence[Token]) -> Iterable[str]:
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield CELL_BREAK.join(cell for cell in row if cell.strip())
            row = None
        elif token.type == "inline":
            words = _inline(token.children or ())
            if row is None:
                yield words
            else:
                row.append(words)
        elif token.type in ("fence", "code_block"):
            # White space carries meaning here, and indented prose lands here by accident.
            yield from token.content.split("\n\n")
        elif token.type == "html_block":
            yield from _html_words(token.content)


def _inline(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append("\n")
        elif token.type == "hardbreak" or (
            token.type == "html_inline" and token.content.lower().startswith("<br")
        ):
            parts.append(_BREAK)
    return "".join(parts)


def _html_words(markup: str) -> Iterable[str]:
    """Yield the paragraphs of a block of HTML inside Markdown."""
    markup = _COMMENT.sub("", markup)
    if not markup.strip():
        return
    try:
        tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (LxmlError, ValueError):
        yield re.sub(r"<[^>]*>", " ", markup)
        return
    for element in list(tree.iter(*_DROPPED)):
        element.drop_tree()
    for row in tree.iter("tr"):
        cells = (" ".join(cell.text_content().split()) for cell in row)
        row.text, row[:] = CELL_BREAK.join(cell for cell in cells if cell), []
    for element in tree.iter("p", "div", "tr", "li", "h1", "h2", "h3", "h4", "blockquote"):
        element.tail = PARAGRAPH_BREAK + (element.tail or "")
        element.text = PARAGRAPH_BREAK + (element.text or "")
    for element in tree.iter("br"):
        element.tail = _BREAK + (element.tail or "")
    yield from re.split(r"\n\s*\n", tree.text_content())


def _tidy(block: str) -> str:
    lines = _BLANKS.sub(" ", block).split(_BREAK)
    return "\n".join(line.strip() for line in lines if line.strip())
