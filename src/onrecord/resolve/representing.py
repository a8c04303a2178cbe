"""For whom persons speak by their office: ministers for a government, heads for a body."""

from __future__ import annotations

from collections.abc import Iterator

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


def titles_of_states(person: Draft) -> Iterator[str]:
    """Yield the titles of the offices of states that a person is said to hold now."""
    for office in person.offices:
        if office.claimed == "current" and office.of is not None and office.of.isupper():
            yield office.title


def speaks_for_state(person: Draft) -> bool:
    """Whether a person holds an office by which his own staff are his country's."""
    return any(map(_for_state, titles_of_states(person)))


def _for_state(title: str) -> bool:
    words = set(title.lower().replace("’s", "").split())
    # A representative of a state sits in its parliament, unless special or permanent; Scotland's
    # and Wales's first ministers are of a part of the state.
    sits = "representative" in words and len(words) == 1
    other = sits or title.lower() == "first minister"
    return bool(words & _FOR_STATES) and not words & _NOT_FOR_STATES and not other


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
        return government(cast, office.of) if _for_state(office.title) else None
    body = cast.get(office.of)
    return body if body is not None and words & _FOR_BODIES else None
