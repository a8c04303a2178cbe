"""What reports tell differently of one thing, by the entries that tell it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.archive.sayings import Conflict
from onrecord.archive.search import Hit
from onrecord.web.shelf import Shelf


def of(shelf: Shelf, versions: Iterable[Hit]) -> tuple[Conflict, ...]:
    """Return the conflicts between some entries."""
    hits = tuple(versions)
    ids = {hit.id for hit in hits}
    days = [hit.date for hit in hits if hit.date]
    if not days or len(hits) == 1:
        return ()
    found = shelf.archive.conflicts(min(days), max(days), limit=500)
    return tuple(one for one in found if one.first.id in ids and one.second.id in ids)
