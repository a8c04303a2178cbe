"""Altair's charts as pictures inside a page: drawn on the server, without script and style.

vl-convert runs Vega and writes SVG. What it writes passes a list of what may stand in a page:
shapes, words and links, with attributes that only paint. Links are numbers until then, so that no
word of a report's can become an address. Colours are the page's own variables: one picture serves
light and dark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import altair as alt
import vl_convert
from lxml import etree
from markupsafe import Markup

from onrecord.publish.visible import one_line

Chart: TypeAlias = alt.LayerChart | alt.FacetChart

INK, SOFT, PAPER, RULE = "var(--ink)", "var(--soft)", "var(--paper)", "var(--rule)"
BLUE, AMBER, RED = "var(--i1)", "var(--i5)", "var(--error)"
WORDS: Final = 12
"""Size of a picture's words, in pixels at its own width."""

_SVG = "{http://www.w3.org/2000/svg}"
_TAGS = frozenset({"svg", "g", "path", "line", "rect", "text", "tspan", "a"})
_PAINT = frozenset(
    {
        *("viewBox", "transform", "d", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "width"),
        *("height", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "opacity"),
        *("stroke-dasharray", "stroke-linecap", "stroke-linejoin", "text-anchor", "font-size"),
        *("font-weight", "font-style", "aria-hidden"),
    }
)
_NUMBER = re.compile(r"#(\d+)$", re.ASCII)
_NO_XML = re.compile("[\ufffe\uffff]")


def link(number: int) -> str:
    """Return what a chart's ``href`` holds for the address of this number."""
    return f"#{number}"


def label(text: str, most: int = 200) -> str:
    """Return words of a report fit for a picture: in one line, seen, and not too long."""
    shown = _NO_XML.sub("\ufffd", one_line(text))
    return shown if len(shown) <= most else f"{shown[: most - 1].rstrip()}…"


def data(rows: Iterable[Mapping[str, Any]]) -> alt.InlineData:
    """Return rows as the data of a chart."""
    return alt.InlineData(values=[dict(row) for row in rows])


def drawn(
    chart: Chart,
    *,
    width: int,
    height: int,
    title: str,
    about: str,
    links: Sequence[str],
) -> Markup:
    """Return a chart as an SVG element; ``about`` says to who cannot see it what it shows.

    ``width`` and ``height`` are in pixels, without axes. ``links[n]`` is the address that
    ``link(n)`` stands for.
    """
    described = {**_bare(chart).to_dict(), "width": width, "height": height}
    svg = vl_convert.vegalite_to_svg(described, allowed_base_urls=[])
    root = etree.fromstring(svg.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    _clean(root, links)
    for name in ("width", "height"):  # the view box says as much, and lets the page scale it
        del root.attrib[name]
    root.set("role", "group")  # not "img": the links in it can be followed
    root.set("aria-label", title)
    root.insert(0, _element("desc", about))
    etree.cleanup_namespaces(root)
    return Markup(etree.tostring(root, encoding="unicode"))


def _bare(chart: Chart) -> Chart:
    """Return the chart without a ground and a frame of its own, its axes quiet."""
    quiet: Chart = (
        chart.configure(background="transparent", padding=0)
        .configure_view(stroke=None, fill=None)
        .configure_axis(
            labelColor=SOFT, labelFontSize=WORDS, domain=False, ticks=False, gridColor=RULE
        )
    )
    return quiet


def _clean(element: Any, links: Sequence[str]) -> None:
    """Keep of an element and what is in it what may stand in a page."""
    for child in list(element):
        if not isinstance(child.tag, str) or etree.QName(child).localname not in _TAGS:
            element.remove(child)
        elif child.get("class") in {"background", "foreground"} and not child.get("stroke"):
            element.remove(child)  # the grounds of groups, all of them unseen
        else:
            _clean(child, links)
    address, said = _address(element, links), element.get("aria-label")
    hidden = element.get("aria-hidden") == "true"
    for name in list(element.attrib):
        if name not in _PAINT:
            del element.attrib[name]
    tag = etree.QName(element).localname
    if tag == "a" and address is not None:
        element.set("href", address)
        element.set("tabindex", "-1")  # the page lists the same links; a Tab for each would tire
    if said and tag not in {"g", "svg"} and not hidden:
        element.insert(0, _element("title", said))


def _address(element: Any, links: Sequence[str]) -> str | None:
    found = _NUMBER.search(element.get("{http://www.w3.org/1999/xlink}href", ""))
    return links[int(found[1])] if found else None


def _element(name: str, words: str) -> Any:
    made = etree.Element(f"{_SVG}{name}")
    made.text = words
    return made
