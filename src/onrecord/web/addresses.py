"""The addresses of the pages: stable, made from ids, fit to be shared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode


def address(path: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> str:
    """Return ``path`` with what is asked; what is ``None`` or empty is left out."""
    given = {**(values or {}), **more}
    asked = urlencode({name: value for name, value in given.items() if value not in (None, "")})
    return f"{path}?{asked}" if asked else path


def short_of(entry: str) -> str:
    """Return the short id of the report that an entry's id begins with."""
    return entry.partition("/")[0]


def report_address(short: str) -> str:
    """Return the address of a report's page."""
    return f"/report/{quote(short, safe='')}"


def entry_address(entry: str) -> str:
    """Return where an entry's words are: ``entry`` is the archive's ``<report>/<kind>/<id>``."""
    return f"/report/{quote(entry)}"


def desk_address(entry: str) -> str:
    """Return the page of one entry, where it is checked and corrected."""
    return f"/entry/{quote(entry)}"


def meeting_address(entry: str) -> str:
    """Return the page of a meeting: the archive's ``<report>/meeting/<id>``."""
    short, _, number = entry.split("/", 2)
    return f"/meeting/{quote(short, safe='')}/{quote(number, safe='')}"


def saying_address(entry: str) -> str:
    """Return the page of a saying, by any statement that is a version of it."""
    short, _, number = entry.split("/", 2)
    return f"/saying/{quote(short, safe='')}/{quote(number, safe='')}"


def who_address(identity: str) -> str:
    """Return the page of an actor."""
    return f"/who/{quote(identity, safe='')}"
