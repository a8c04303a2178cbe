"""Pages that stand in for an article: paywalls, robot checks, errors."""

from __future__ import annotations

import re

from onrecord.errors import NoArticle

_STUB_CHARACTERS = 1_500
"""A text longer than this has content of its own, whatever stands below it."""

_PAYWALL = re.compile(
    r"(?:subscribe|sign[ -]?up|log[ -]?in|sign[ -]?in|register|join)\b[^.!?\n]{0,40}"
    r"\bto (?:continue reading|keep reading"
    r"|read (?:more|on|the (?:full|rest|whole|complete|entire))|unlock"
    r"|access (?:this|the) |view (?:this|the) )"
    r"|to (?:continue|keep) reading\b[^.!?\n]{0,60}(?:subscri|sign|log in|register|account|trial)"
    r"|already an? (?:\w+ )?(?:subscriber|member)\b"
    r"|(?:this|the) (?:\w+ ){0,2}(?:article|story|content|page|post) is (?:\w+ )?"
    r"(?:(?:reserved |available |exclusive )?(?:for|to) (?:\w+ ){0,2}(?:subscribers|members)"
    r"|behind)"
    r"|(?:subscriber|member)s?[ -]only (?:article|story|content)"
    r"|you(?:['’]ve| have) (?:reached|read|used|hit)\b[^.!?\n]{0,40}\bfree (?:article|stor)",
    re.IGNORECASE,
)
_NO_PAGE = re.compile(
    r"(?:enable|turn on|requires?) javascript|javascript (?:is|must be) (?:disabled|enabled)"
    r"|(?:verify|confirm)(?: that)? you(?:['’]re| are) (?:a |not a )?(?:human|robot)"
    r"|are you a robot|access (?:to this page has been )?denied|checking your browser"
    r"|page (?:\w+ ){0,3}(?:not be found|not found|does(?:n['’]t| not) exist"
    r"|no longer (?:exists|available))"
    r"|\b404\b[^\n]{0,20}not found|unusual (?:traffic|activity) from your",
    re.IGNORECASE,
)


def check_not_stub(text: str, source: str, *, locked: bool = False) -> None:
    """Raise ``NoArticle`` where ``text`` is what a site shows in an article's place.

    ``locked`` says that the page's metadata declares it not free to read.
    """
    if len(text) > _STUB_CHARACTERS:
        return
    if match := _PAYWALL.search(text):
        _refuse(source, f"only the beginning stands before the paywall ({_quoted(match)})")
    if locked and len(text) < _STUB_CHARACTERS / 2:
        _refuse(source, "the page says it is not free to read, and holds only its beginning")
    if (match := _NO_PAGE.search(text)) and len(text) < _STUB_CHARACTERS / 2:
        _refuse(source, f"it is a notice in an article's place ({_quoted(match)})")


def _refuse(source: str, fault: str) -> None:
    raise NoArticle(
        source, fault=fault, remedy="Open the article in a browser and save it once it shows whole."
    )


def _quoted(match: re.Match[str]) -> str:
    return f"“{' '.join(match[0].split())}”"
