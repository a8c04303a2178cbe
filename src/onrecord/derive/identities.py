"""Actors across reports: by what one is known again.

A table's identity settles it. Without one, a full name does, or a name with its office; never a
surname alone: two ministers Lee, or two senators Johnson, are not one man.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from onrecord.record import Actor

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_LONGEST = 300  # a runaway name must not burst an index
_APART = frozenset({"jr", "sr", "ii", "iii", "iv"})
# What has no name of its own in a report stands for nobody outside it.
_LOCAL = frozenset({"unnamed"})


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
        yield from _of_person(actor, name)
    elif actor.kind != "group" or _is_named(actor):
        yield f"{actor.kind}:{name}"


def _of_person(actor: Actor, name: str) -> Iterator[str]:
    words = [word for word in name.split() if word not in _APART]
    if len(words) > 1:
        # The country keeps namesakes apart; a name without one is its own alias.
        yield f"person:{name}:{actor.country or ''}"
    for office in actor.offices:
        # "Spokesman" of nobody in particular is held by too many of one name.
        if office.of is not None:
            yield f"holder:{words[-1] if words else name}:{folded(office.title)}:{office.of}"


def _is_named(actor: Actor) -> bool:
    return not actor.members and any(
        mention.form == "name" and mention.text[:1].isupper() for mention in actor.mentions
    )


def folded(name: str) -> str:
    """Return a name for comparison: lower case, no accents, no points, single spaces."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(word.lower().rstrip(".") for word in _WORD.findall(plain.replace("-", " ")))
