"""Markdown to plain text: the words as a reader sees them, one paragraph a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from lxml import html as lxml_html
from lxml.etree import LxmlError
from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.errors import SourceEmpty
from onrecord.intake.front_matter import split_front_matter
from onrecord.intake.known import Known
from onrecord.intake.limits import Limits
from onrecord.intake.paragraphs import CELL_BREAK, LINE_BREAK, laid_out, without_reserved
from onrecord.intake.report import check_text, make_report
from onrecord.record import Report

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_STRAY_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<pair>\*\*)(?!\*)(?P<words>[^*]*[^*\s][^*]*)(?P=pair)(?!\*)"
    r"|(?<!\*)(?P<marks>\*{1,3})(?P<sign>[.,;:!?]\s?)(?P=marks)(?!\*)"
    r"|(?<![\w*])(?P<runs>\*{1,3}(?:\s+\*{1,3})+)(?!\*)"
    r"|(?<=[.,;:!?])\*{1,3}(?P<after>\s+)\*{1,3}(?:\s+\*{1,3})*(?!\*)"
    r"|(?<=[.,;:!?])\*{4}(?=\s|$)"
    r"|(?<![^\s(\[“\"‘—–-])\*(?!\*)(?P<loose>\s[^*]*[^\W\d_]{2}[^*]*"
    r"|\S[^*]*[^\W\d_]{2}[^*]*\s)(?<!\*)\*(?!\*)"
)
"""Emphasis that CommonMark does not see because a blank or a sign stands inside its marks
("**Speaker: **We", "billions**.**", "Sec. 2. *Purpose. *The"); converters from HTML write it often.
Masked words ("s***", "f**k") have a letter before their asterisks and stay; so do single asterisks
without a blank inside their pair: marks of footnotes, products."""
_DROPPED = ("script", "style", "iframe", "object", "svg", "img", "template")


def report_of_markdown(
    raw: str, source: str, *, given: Known, metadata: Known, limits: Limits
) -> Report:
    """Return the report in a Markdown text; ``metadata`` goes before its front matter."""
    check_text(raw, source, limits)
    dated = bool(given.published or metadata.published)
    header, body = split_front_matter(raw, source, dated=dated)
    text = plain_text(body)
    if not text:
        raise SourceEmpty(
            source,
            fault="no words remain once header and markup are taken off",
            remedy="Give a file with a report in it.",
        )
    return make_report(
        text,
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
    return laid_out(_blocks(_parser().parse(without_reserved(markdown))))


def first_heading(markdown: str) -> str | None:
    """Return the words of the heading of level 1 that opens the text, ``None`` if none does."""
    tokens = _parser().parse(markdown[:5_000])
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return " ".join(_inline(tokens[1].children or ()).replace(LINE_BREAK, " ").split()) or None
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
            parts.append(LINE_BREAK)
    words = "".join(parts)
    if "**" in words or words.count("*") > 1:
        words = _STRAY_EMPHASIS.sub(_without_marks, words)
    return words


def _without_marks(match: re.Match[str]) -> str:
    words = match["words"] or match["loose"]
    if words is not None:
        return words
    return match["sign"] or match["after"] or (" " if match["runs"] else "")


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
    for row in list(tree.iter("tr")):
        cells = (" ".join(cell.text_content().split()) for cell in row)
        row.text, row[:] = CELL_BREAK.join(cell for cell in cells if cell), []
    for element in tree.iter("p", "div", "tr", "li", "h1", "h2", "h3", "h4", "blockquote"):
        element.tail = LINE_BREAK * 2 + (element.tail or "")
        element.text = LINE_BREAK * 2 + (element.text or "")
    for element in tree.iter("br"):
        element.tail = LINE_BREAK + (element.tail or "")
    yield str(tree.text_content())
