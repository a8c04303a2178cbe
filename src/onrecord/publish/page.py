"""A self-contained HTML page: the report's own text with its record beside it.

Reports are untrusted. Jinja escapes all of their text, ids and classes are made from numbers,
only http and https addresses become links, and a Content Security Policy allows the page
nothing but its own style and script, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TextIO
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.publish import phrases
from onrecord.publish.numbering import Numbering
from onrecord.publish.panel import LinksOf, Panel, no_links, panel
from onrecord.publish.runs import Paragraph, TextLayout
from onrecord.publish.tally import Tally
from onrecord.publish.visible import code_point, cut_unseen, name, one_line
from onrecord.record import Record

_TARGETS = 2_000
"""Entries on a page up to which each gets a style rule that lights all its words without
JavaScript; beyond, only the first words are lit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything the template needs of one report."""

    key: str
    headline: str
    titled: bool
    dateline: tuple[str, ...]
    address: str | None
    link: str | None
    counts: tuple[str, ...]
    made_by: str
    paragraphs: tuple[Paragraph, ...]
    panel: Panel
    keys: tuple[str, ...]


def render_page(records: Record | Iterable[Record]) -> str:
    """Return one HTML page for a record or several; several get a list of contents."""
    found = [records] if isinstance(records, Record) else records
    sheets = [sheet(record, number=number) for number, record in enumerate(found, start=1)]
    style = asset("page.css")
    script = asset("page.js")
    rules = targets([key for one in sheets for key in one.keys])
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {digest(style)} {digest(rules)}",
            f"script-src {digest(script)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            sheets=sheets,
            layers=layers([one.panel for one in sheets]),
            policy=policy,
            style=Markup(style),
            targets=Markup(rules),
            script=Markup(script),
        )
    )


def write_html(records: Iterable[Record], stream: TextIO) -> int:
    """Write one HTML page for all the records; return how many."""
    found = list(records)
    stream.write(render_page(found))
    return len(found)


def web_address(url: str | None) -> str | None:
    """Return ``url`` if a reader may safely follow it: http or https, with a host."""
    if url is None or one_line(url) != url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # a malformed IPv6 host
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def shown(text: str) -> Markup:
    """Return ``text`` as HTML: escaped, unseen characters made visible and kept from acting.

    The characters themselves stay, so that copied words are the report's; a direction override
    is shut in an element of its own, at whose end its effect ends. NUL and lone surrogates
    cannot stand in HTML: U+FFFD takes their place.
    """
    plain, *rest = cut_unseen(text)
    out = [escape(plain)]
    for char, after in zip(rest[::2], rest[1::2], strict=True):
        out += [_unseen(char), escape(after)]
    return Markup("").join(out)


def _unseen(char: str) -> Markup:
    if char == "\r":  # raw, a browser would turn it into a line feed
        return Markup("&#13;")
    printable = "\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char
    return Markup('<bdi class="unseen" data-code="{}" title="{}">{}</bdi>').format(
        code_point(char), name(char), printable
    )


def sheet(record: Record, *, number: int = 1, links: LinksOf | None = None) -> Sheet:
    """Return what the templates show of a record.

    ``number`` sets it apart from others on the page; ``links`` gives what an entry leads to
    beside its words (an address of the web application, say).
    """
    numbering = Numbering(record, number=number)
    report = record.report
    tally = Tally()
    tally.add(record)
    return Sheet(
        key=numbering.report,
        headline=phrases.headline(report),
        titled=phrases.is_titled(report),
        dateline=phrases.dateline(report),
        address=report.url,
        link=web_address(report.url),
        counts=tally.lines()[1:],
        made_by=f"onrecord {record.version}, {record.model}",
        paragraphs=TextLayout(numbering).paragraphs(),
        panel=panel(numbering, links or no_links),
        keys=numbering.keys(),
    )


def layers(panels: list[Panel]) -> set[str]:
    """Return what is marked in any text: what the legend has to explain."""
    present = {
        "statements": any(panel.speakers for panel in panels),
        "actors": any(panel.cast or panel.others for panel in panels),
        "times": any(panel.times for panel in panels),
        "happenings": any(p.happened or p.ahead or p.positions for p in panels),
        "findings": any(panel.findings for panel in panels),
    }
    return {layer for layer, there in present.items() if there}


def targets(keys: list[str]) -> str:
    """Return the rules that light an entry's words when its anchor, or itself, is the target."""
    if len(keys) > _TARGETS:
        return ""
    return "\n".join(
        f':root:has(#{key}-w:target) [data-e~="{key}"],:root:has(#{key}:target) [data-e~="{key}"]'
        "{background:var(--lit);box-shadow:0 2px 0 var(--lit-edge),0 -1px 0 var(--lit-edge)}"
        for key in keys
    )


def digest(content: str) -> str:
    """Return the hash source expression of an inline style or script (CSP Level 3)."""
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def asset(name_: str) -> str:
    """Return a style or script of this room."""
    return resources.files("onrecord.publish").joinpath("templates", name_).read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = shown
    environment.filters["one_line"] = one_line
    return environment
