"""The words of an extracted article, paragraph by paragraph.

trafilatura's own plain text puts dashes before list items and a whole layout table on one line;
its element tree holds the paragraphs as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from onrecord.intake.paragraphs import CELL_BREAK, LINE_BREAK, laid_out, without_reserved

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?:\s|$)")
_SENTENCE_WORDS = 8
"""Eight words or more that end like a sentence: menus and lists of teasers have none."""

_TEASER = re.compile(
    r"(?:(?:read|see|watch|listen)(?: more| also| now| here| next| live)?|related(?: \w+)?"
    r"|more(?: on this(?: \w+)?| from \w+| news| coverage)?):.{0,150}|advertisement"
    r"|(?:story|article) continues (?:below|after)\b.{0,30}|your browser does not support\b.{0,60}",
    re.IGNORECASE,
)
"""A paragraph that leads elsewhere or stands in for what the page could not show."""
_BLOCKS = frozenset(
    {"p", "head", "quote", "list", "item", "table", "row", "cell", "code", "ab", "div", "body"}
)
_IN_LAYOUT = ("p", "head", "list", "quote", "table")


def show_quotes(tree: HtmlElement) -> None:
    """Write out the marks a browser puts around ``<q>`` elements, which are no text in the page."""
    for element in list(tree.iter("q")):
        element.text = "“" + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + "”"
        else:
            element.text += "”"
        element.drop_tag()


def has_sentence(text: str) -> bool:
    """Whether a line of ``text`` holds a sentence rather than a label."""
    return any(_holds_sentence(line) for line in text.splitlines())


def _holds_sentence(line: str) -> bool:
    start = 0
    for match in _SENTENCE_END.finditer(line):
        if len(line[start : match.end()].split()) >= _SENTENCE_WORDS:
            return True
        start = match.end()
    return False


def body_text(body: etree._Element) -> str:
    """Return the text of trafilatura's ``body``: a paragraph, heading, item or row in each block.

    The cells of a data table stand in one row, joined by ``" | "``. A table that holds paragraphs
    lays out the page: its cells are read as blocks, and those without a sentence, its menus, are
    left out, and so are teasers ("Read more: …").
    """
    for table in list(body.iter("table")):
        if next(table.iterdescendants(*_IN_LAYOUT), None) is not None:
            _drop_menus(table)
        else:
            _join_cells(table)
    return laid_out(block for block in _blocks(body) if not _TEASER.fullmatch(block.strip()))


def _blocks(body: etree._Element) -> Iterator[str]:
    words: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield "".join(words)
            words.clear()
        elif element.tag == "lb" and event == "start":
            words.append(LINE_BREAK)
        piece = element.text if event == "start" else element.tail
        if piece and not isinstance(element, etree._Comment):
            words.append(without_reserved(piece))
    yield "".join(words)


def _drop_menus(table: etree._Element) -> None:
    for cell in list(table.iter("cell")):
        parent = cell.getparent()
        if parent is not None and not has_sentence(" ".join(cell.itertext())):
            parent.remove(cell)


def _join_cells(table: etree._Element) -> None:
    for row in table.iter("row"):
        cells = (" ".join("".join(cell.itertext()).split()) for cell in row)
        joined = CELL_BREAK.join(cell for cell in cells if cell)
        row[:] = []
        row.text = joined
