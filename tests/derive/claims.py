"""Claims made by hand, at places of their own in an imagined text."""

from itertools import count

from onrecord.language.layers import Claim
from onrecord.record import Office, Span

_PLACES = count(0, 100)


def claim(person, title, of, *, claimed="current", written=None, setting="live", **other):
    """A claim of a title before a full name; ``title`` is ``None`` for a government."""
    start = next(_PLACES)
    office = None
    if title is not None:
        office = Office(title=title, of=of, as_written=written or title, claimed=claimed)
    return Claim(
        name=person.replace("-", " ").title(),
        person=person,
        office=office,
        span=Span(start, start + 20),
        placed=other.get("placed", True),
        before=other.get("before", True),
        setting=setting,
    )
