"""Which of many entries to hold against each other: those that share a sign.

Comparing all with all is quadratic; entries of one thing share a speaker, a side or the like
("blocking"; Christen, "Data Matching", 2012, chapter 4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from typing import Protocol, TypeVar


class Keyed(Protocol):
    """An entry with a key of its own."""

    @property
    def key(self) -> int:
        """The entry's number."""


_Entry = TypeVar("_Entry", bound=Keyed)


def pairs(
    fresh: Iterable[_Entry],
    known: Iterable[_Entry],
    *,
    signs: Callable[[_Entry], Collection[Hashable]],
    likeness: Callable[[_Entry, _Entry], float],
) -> Iterator[tuple[float, _Entry, _Entry]]:
    """Yield the pairs that are alike among ``fresh``, and between them and ``known``.

    Only entries with a sign in common are compared. Of each pair stand its likeness, above 0, and
    the two, the earlier one first.
    """
    by_sign: dict[Hashable, list[_Entry]] = defaultdict(list)
    for entry in known:
        for sign in signs(entry):
            by_sign[sign].append(entry)
    for entry in fresh:
        near = {other.key: other for sign in signs(entry) for other in by_sign[sign]}
        for other in near.values():
            if alike := likeness(entry, other):
                yield alike, other, entry
        for sign in signs(entry):
            by_sign[sign].append(entry)
