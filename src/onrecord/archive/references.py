"""What a correction names beside its own entry: actors and places, found again in any reading.

A record's ids are its own, and a new reading may give others. So a correction remembers of each
actor and place it names what they were, and a reading that lacks them gets them added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from onrecord.errors import ArchiveError

_ONE: Final = ("speaker", "actor", "host", "beneficiary", "represents")
REMEMBERED: Final = ("kind", "name", "country", "known_as")
"""What is remembered of an actor, for a reading that does not have it."""
_MANY: Final = ("addressees", "actors", "recipients", "members")


def actors_named(fields: Mapping[str, Any]) -> set[str]:
    """Return the ids of the actors that changed fields name."""
    found: set[str] = set()

    def note(one: str) -> str:
        found.add(one)
        return one

    with_actors(fields, note)
    return found


def with_actors(fields: Mapping[str, Any], ids: Callable[[str], str]) -> dict[str, Any]:
    """Return ``fields`` with each actor's id put through ``ids``.

    What has not the contract's shape is left as it is, for the record itself to refuse.
    """
    out = dict(fields)
    for name in _ONE:
        if isinstance(out.get(name), str):
            out[name] = ids(out[name])
    for name in _MANY:
        if isinstance(out.get(name), list):
            out[name] = [ids(one) if isinstance(one, str) else one for one in out[name]]
    for name in ("participants", "channel"):
        value = out.get(name)
        if isinstance(value, list):
            out[name] = [_with_actor(one, "actor", ids) for one in value]
        elif value is not None:
            out[name] = _with_actor(value, "outlet", ids)
    return out


def _with_actor(value: Any, name: str, ids: Callable[[str], str]) -> Any:
    if isinstance(value, dict) and isinstance(value.get(name), str):
        return {**value, name: ids(value[name])}
    return value


@dataclass(slots=True)
class Cast:
    """The actors and places of a record being corrected, to which remembered ones are added.

    ``tree`` is the record as plain values, changed in place. ``own`` gives the archive's identity
    of each of its actors that has one; ``added`` collects the identities of actors that were put
    in and have to be those.
    """

    tree: dict[str, Any]
    own: Mapping[str, str]
    added: dict[str, str] = field(default_factory=dict)

    def resolved(self, fields: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
        """Return ``fields`` in the record's own ids.

        ``known`` is what the correction remembers. Raises ``ArchiveError`` for an actor or place
        that neither the record nor the correction knows.
        """
        remembered = known.get("actors") or {}
        out = with_actors(fields, lambda one: self._actor(one, remembered.get(one)))
        place = out.get("place")
        if isinstance(place, str):
            self._place(place, (known.get("places") or {}).get(place))
        return out

    def _actor(self, name: str, remembered: Mapping[str, Any] | None) -> str:
        there: dict[str, str] = {actor["id"]: actor["name"] for actor in self.tree["actors"]}
        if remembered is None:
            if name not in there:
                raise ArchiveError(f"it names the actor {name!r}, whom this reading does not have")
            return name
        identity, called = remembered.get("identity"), remembered.get("name")
        of_identity = [
            one
            for one in there
            if identity is not None and identity == self.added.get(one, self.own.get(one))
        ]
        if name in of_identity or there.get(name) == called:
            return name
        named = [one for one, known_as in there.items() if known_as == called]
        # Whom the archive knows by more than a name is not anybody of that name.
        by_name = identity is None or remembered.get("own", False)
        if of_identity or (named and by_name):
            return (of_identity or named)[0]
        return name if name in there and by_name else self._add(name, remembered)

    def _add(self, name: str, remembered: Mapping[str, Any]) -> str:
        taken = {actor["id"] for actor in self.tree["actors"]}
        free = next(one for one in _names(name) if one not in taken)
        kept = {key: remembered.get(key) for key in REMEMBERED}
        bare: dict[str, Any] = {"represents": None, "confidence": 1.0}
        bare |= {key: [] for key in ("offices", "members", "mentions")}
        self.tree["actors"].append({"id": free, **kept, **bare})
        if remembered.get("identity") is not None:
            self.added[free] = remembered["identity"]
        return free

    def _place(self, name: str, remembered: Mapping[str, Any] | None) -> None:
        if any(place["id"] == name for place in self.tree["places"]):
            return
        if remembered is None:
            raise ArchiveError(f"it names the place {name!r}, which this reading does not have")
        kept = {key: remembered.get(key) for key in ("name", "country", "lat", "lon")}
        self.tree["places"].append({"id": name, **kept, "mentions": [], "confidence": 1.0})


def _names(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
