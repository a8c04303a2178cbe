"""For whom persons speak by their office: ministers for a government, heads for a body."""

from __future__ import annotations

from onrecord.record import Office
from onrecord.resolve.cast import Cast, Draft
from onrecord.resolve.lexicon import word_set
from onrecord.resolve.states import government

_FOR_STATES = word_set(
    """president minister premier chancellor secretary spokesman spokeswoman spokesperson
    ambassador envoy representative diplomat negotiator adviser advisor undersecretary consul
    delegate emissary taoiseach"""
)
_NOT_FOR_STATES = word_set(
    """senator congressman congresswoman candidate nominee opposition shadow party house senate
    parliamentary campaign"""
)
_FOR_BODIES = word_set(
    """president secretary secretary-general general chief head chairman chairwoman chair director
    spokesman spokeswoman spokesperson commissioner representative ambassador envoy leader
    executive founder administrator coordinator"""
)


def represent(cast: Cast) -> None:
    """Give persons whom they speak for by an office they are said to hold now."""
    for person in cast.of_kind("person"):
        for office in person.offices:
            if person.represents is None and office.claimed == "current" and office.of is not None:
                person.represents = _served(cast, office)


def _served(cast: Cast, office: Office) -> Draft | None:
    words = set(office.title.lower().replace("’s", "").split())
    if office.of is None:
        return None
    if office.of.isupper():
        # A representative of a state sits in its parliament, unless special or permanent.
        sits = "representative" in words and len(words) == 1
        speaks = words & _FOR_STATES and not words & _NOT_FOR_STATES and not sits
        if office.title.lower() == "first minister":
            return None  # Scotland's, Wales's: of a part of the state
        return government(cast, office.of) if speaks else None
    body = cast.get(office.of)
    return body if body is not None and words & _FOR_BODIES else None
