"""Reading a page back without a browser: its elements, and the text of its report."""

from __future__ import annotations

from lxml import html


def parsed(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def classed(tree: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    return tree.find_class(name)
