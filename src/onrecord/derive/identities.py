"""Actors across reports: by what one is known again.

A table's identity settles it. Without one, a full name does, or a surname with an office that only
one can hold at a time; never a surname alone: two ministers Lee, or two senators Johnson, are not
one man. Two full names are one person's where they are forms of one name (Pat, Patrick J.) and the
surname and office are the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from onrecord import knowledge
from onrecord.knowledge.offices import offices_titled
from onrecord.record import Actor, Office
from onrecord.resolve.persons import compatible, parse

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_LONGEST = 300  # a runaway name must not burst an index
_APART = frozenset({"jr", "sr", "ii", "iii", "iv"})
# What has no name of its own in a report stands for nobody outside it.
_LOCAL = frozenset({"unnamed"})
_UNIQUE_ROLES: Final = frozenset(
    {"head-of-state", "head-of-government", "deputy", "minister", "military", "intelligence"}
)
"""Roles whose titles of two words and more name one office of a state: foreign minister."""


def aliases(actor: Actor) -> tuple[str, ...]:
    """Return by what ``actor`` is known again in other reports, strongest first.

    Empty where nothing the report says would know it again: unnamed sources, bare surnames,
    groups that are only described.
    """
    if actor.kind in _LOCAL:
        return ()
    return tuple(dict.fromkeys(alias[:_LONGEST] for alias in _aliases(actor)))


def _aliases(actor: Actor) -> Iterator[str]:
    if actor.known_as is not None:
        yield f"known:{actor.known_as}"
    if actor.kind in {"state", "government"} and actor.country is not None and not actor.members:
        yield f"{actor.kind}:{actor.country}"
        return
    name = folded(actor.name)
    if not name:
        return
    if actor.kind == "person":
        if len(_own(name)) > 1:
            # The country keeps namesakes apart; a name without one is its own alias.
            yield f"person:{name}:{actor.country or ''}"
        else:
            yield from _offices(actor, name, only_unique=True)
    elif actor.kind not in {"group", "organisation"} or _is_named(actor):
        yield f"{actor.kind}:{name}"


def held_offices(actor: Actor) -> tuple[str, ...]:
    """Return the surname with each office of a person whom a report names in full.

    Under these a later report's "Foreign Minister Berg" is found, and another form of the same
    name where :func:`one_name` agrees.
    """
    name = folded(actor.name)
    if actor.kind != "person" or len(_own(name)) < 2:
        return ()
    return tuple(dict.fromkeys(_offices(actor, name, only_unique=False)))


def one_name(one: str, other: str) -> bool:
    """Return whether two names can be one person's: Pat Berg, Patrick J. Berg; or a surname."""
    first, second = parse(one), parse(other)
    if first.single or second.single:
        return first.words[-1] == second.words[-1]
    return compatible(first, second)


def _own(name: str) -> list[str]:
    return [word for word in name.split() if word not in _APART]


def _offices(actor: Actor, name: str, *, only_unique: bool) -> Iterator[str]:
    surname = (_own(name) or [name])[-1]
    for office in actor.offices:
        # "Spokesman" of nobody in particular is held by too many of one name.
        if office.of is not None and (not only_unique or _is_unique(office)):
            yield f"holder:{surname}:{folded(office.title)}:{office.of}"[:_LONGEST]


def _is_unique(office: Office) -> bool:
    """Whether only one person at a time holds an office: no senator, no judge, no director."""
    known = offices_titled(office.title, of=office.of)
    if known:
        return len(known) == 1 and known[0].single
    title = office.title.lower()
    return " " in title and title in _unique_titles()


@cache
def _unique_titles() -> frozenset[str]:
    return frozenset(
        form.lower()
        for title in knowledge.office_titles()
        if title.role in _UNIQUE_ROLES
        for form in title.forms
    )


def _is_named(actor: Actor) -> bool:
    """Whether a body or group has a name: "the agency" is another one in each report."""
    if actor.members or not actor.name or actor.name[0].islower():
        return False
    return actor.kind == "organisation" or any(
        mention.form == "name" and mention.text[:1].isupper() for mention in actor.mentions
    )


def folded(name: str) -> str:
    """Return a name for comparison: lower case, no accents, no points, single spaces."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(word.lower().rstrip(".") for word in _WORD.findall(plain.replace("-", " ")))
